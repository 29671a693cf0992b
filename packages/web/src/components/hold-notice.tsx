import { formatInstant, type Translator } from '../messages/index.ts'
import { Notice } from './notice.tsx'
import { Cited, Law } from './said.tsx'

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

/** Rules by name, a line each. */
export function HeldRules({ t, rules }: { readonly t: Translator; readonly rules: readonly HeldRule[] }) {
  return rules.length === 0 ? null : (
    <ul>
      {rules.map((rule) => (
        <li>
          <Law t={t} text={rule.finding} />{' '}
          <span class="soft">
            <Cited t={t} at={rule} /> ({rule.code})
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
      <HeldRules t={t} rules={hold.rules} />
      <p>{t('held.change')}</p>
    </Notice>
  )
}
