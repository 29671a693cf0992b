import type { Said as SaidText, Translator } from '../messages/index.ts'
import { inLanguage } from './lang-of.ts'

/** A sentence that came from the API, marked with its language where that is not the page's. */
export function Said({ t, said }: { readonly t: Translator; readonly said: SaidText }) {
  return <span {...inLanguage(said.lang, t.lang)}>{said.text}</span>
}
