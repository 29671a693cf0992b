import { formatInstant, type Translator } from '../messages/index.ts'
import { Notice } from './notice.tsx'

/** What keeps a project from a site, as the API says it. */
export type Held = {
  readonly since: string
  readonly until: string
  readonly rules: readonly HeldRule[]
}
type HeldRule = {
  readonly code: string
  readonly finding: string
  readonly instrument: string
  readonly paragraph: string
}

/** Rules by name, a line each; what the rules say is in English. */
export function HeldRules({ rules }: { readonly rules: readonly HeldRule[] }) {
  return rules.length === 0 ? null : (
    <ul lang="en">
      {rules.map((rule) => (
        <li>
          {rule.finding}{' '}
          <span class="soft">
            {rule.instrument}, {rule.paragraph} ({rule.code})
          </span>
        </li>
      ))}
    </ul>
  )
}

/** A project lost its clearance at a site: since when, which rule, and until when its jobs there go on. */
export function HoldNotice({
  t,
  site,
  hold,
}: {
  readonly t: Translator
  readonly site: string
  readonly hold: Held
}) {
  return (
    <Notice tone="stop" title={t('held.title', { site })}>
      <p>
        {t('held.until', {
          since: formatInstant(t.lang, hold.since),
          until: formatInstant(t.lang, hold.until),
        })}
      </p>
      <HeldRules rules={hold.rules} />
      <p>{t('held.change')}</p>
    </Notice>
  )
}
