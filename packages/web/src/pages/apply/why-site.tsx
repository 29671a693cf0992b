import type { ReplyOf, routes } from '@allmende/wire'
import { Cited, Law, Settles } from '../../components/index.ts'
import type { Translator } from '../../messages/index.ts'

type SiteRow = ReplyOf<typeof routes.listClearances>['items'][number]

/** Why a site stands as it does: what was found, by which rule, the officer's reason, and what would change it. */
export function WhySite({ t, row }: { readonly t: Translator; readonly row: SiteRow }) {
  const refused = row.standing === 'refused'
  return (
    <details open={refused}>
      <summary>{t('apply.findings', { count: row.findings.length })}</summary>
      {row.officerReason === null ? null : (
        <p>
          {t('apply.officerReason')}: <bdi>{row.officerReason}</bdi>
        </p>
      )}
      {row.rules.length === 0 ? (
        <ul>
          {row.findings.map((finding) => (
            <li>
              <Law t={t} text={finding} />
            </li>
          ))}
        </ul>
      ) : (
        <ul>
          {row.rules.map((rule) => (
            <li>
              <Law t={t} text={rule.finding} />{' '}
              <cite>
                <Cited t={t} at={rule} />
              </cite>
            </li>
          ))}
        </ul>
      )}
      {refused && row.questions.length > 0 ? <Settles t={t} questions={row.questions} /> : null}
      {refused && row.questions.length === 0 ? <p>{t('apply.changeFact')}</p> : null}
    </details>
  )
}
