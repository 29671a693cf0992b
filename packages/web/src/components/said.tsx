import { lawIn, type Said as SaidText, type Translator } from '../messages/index.ts'
import { inLanguage } from './lang-of.ts'

/** A sentence that came from the API, marked with its language where that is not the page's. */
export function Said({ t, said }: { readonly t: Translator; readonly said: SaidText }) {
  return <span {...inLanguage(said.lang, t.lang)}>{said.text}</span>
}

/** What the rules say, in the reader's language as far as it is known there. */
export function Law({ t, text }: { readonly t: Translator; readonly text: string }) {
  return <Said t={t} said={lawIn(t.lang, text)} />
}

/** Where it stands: instrument and paragraph. */
export function Cited({
  t,
  at,
}: {
  readonly t: Translator
  readonly at: { readonly instrument: string; readonly paragraph: string }
}) {
  return (
    <>
      <Law t={t} text={at.instrument} />, <Law t={t} text={at.paragraph} />
    </>
  )
}
