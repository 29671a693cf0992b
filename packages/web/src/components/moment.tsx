import { formatDate, formatInstant } from '../messages/index.ts'
import type { Translator } from '../messages/index.ts'

/** An instant in UTC with its zone named, or a calendar date as a date. */
export function Moment({ t, at }: { readonly t: Translator; readonly at: string }) {
  const text = at.includes('T') ? formatInstant(t.lang, at) : formatDate(t.lang, at)
  return <time datetime={at}>{text}</time>
}
