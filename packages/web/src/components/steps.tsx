import type { Translator } from '../messages/index.ts'
import { Sign } from './tag.tsx'

export type Step = { readonly label: string; readonly href?: string | undefined; readonly done: boolean }

export type StepsProps = {
  readonly t: Translator
  readonly items: readonly Step[]
  /** Index of the step on this page. */
  readonly current: number
}

/** How far a long form is, and the way back to finished steps. */
export function Steps({ t, items, current }: StepsProps) {
  return (
    <nav class="steps" aria-label={t('steps.label')}>
      <p>{t('steps.at', { step: current + 1, steps: items.length })}</p>
      <ol>
        {items.map(({ label, href, done }, index) => {
          const here = index === current
          const state = here ? 'steps.now' : done ? 'steps.done' : 'steps.toCome'
          return (
            <li class={here ? 'now' : done ? 'done' : undefined} aria-current={here ? 'step' : undefined}>
              <span class="mark-box" aria-hidden="true">
                {done && !here ? <Sign tone="ok" /> : index + 1}
              </span>
              {href && !here ? <a href={href}>{label}</a> : label}
              <span class="hear"> ({t(state)})</span>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
