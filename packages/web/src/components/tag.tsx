import type { Child } from 'hono/jsx'
import type { Translator } from '../messages/index.ts'
import type { Outcome } from './law.ts'

export type Tone = 'ok' | 'wait' | 'stop' | 'info'

const strokes: Readonly<Record<Tone, string>> = {
  ok: 'm2 6.5 3 3 5-7',
  wait: 'M6 1.5a4.5 4.5 0 1 0 .1 0M6 3.5v3l2 1',
  stop: 'm2.5 2.5 7 7m0-7-7 7',
  info: 'M6 1.5a4.5 4.5 0 1 0 .1 0M6 5.5v3.2M6 3.2v.4',
}

/** The drawn sign of a tone. It stands beside a word, so it is hidden from screen readers. */
export function Sign({ tone }: { readonly tone: Tone }) {
  return (
    <svg class="sign" viewBox="0 0 12 12" aria-hidden="true">
      <path d={strokes[tone]} />
    </svg>
  )
}

/** A state in one glance: sign, word and colour together. */
export function Tag({ tone, children }: { readonly tone: Tone; readonly children: Child }) {
  return (
    <span class={`tag ${tone}`}>
      <Sign tone={tone} />
      {children}
    </span>
  )
}

const tones: Readonly<Record<Outcome, Tone>> = {
  'no-requirement-found': 'ok',
  'exception-may-apply': 'info',
  'needs-officer': 'wait',
  'licence-required': 'stop',
  prohibited: 'stop',
}

export function toneOf(outcome: Outcome): Tone {
  return tones[outcome]
}

/** What the rules say, as a tag. */
export function OutcomeTag({ t, outcome }: { readonly t: Translator; readonly outcome: Outcome }) {
  return <Tag tone={toneOf(outcome)}>{t(`outcome.${outcome}`)}</Tag>
}
