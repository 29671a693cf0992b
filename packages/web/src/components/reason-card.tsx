import { formatDate } from '../messages/index.ts'
import type { Translator } from '../messages/index.ts'
import { inLanguage } from './lang-of.ts'
import type { Citation, Reason } from './law.ts'
import { Cited, Law } from './said.tsx'
import { OutcomeTag, Tag, toneOf } from './tag.tsx'

/** A source in a list of sources: instrument, paragraph, status, dates, version. */
export function Source({ t, citation }: { readonly t: Translator; readonly citation: Citation }) {
  const { status } = citation
  const since = t('reason.since', { date: formatDate(t.lang, citation.from) })
  const until =
    citation.until === null ? '' : ` ${t('reason.until', { date: formatDate(t.lang, citation.until) })}`
  return (
    <li>
      <cite>
        <bdi>
          <Cited t={t} at={citation} />
        </bdi>
      </cite>{' '}
      · {status === 'in-force' ? t('law.in-force') : <Tag tone="wait">{t(`law.${status}`)}</Tag>} {since}
      {until} ·{' '}
      <bdi>
        <Law t={t} text={citation.version} />
      </bdi>
    </li>
  )
}

export type ReasonCardProps = {
  readonly t: Translator
  readonly reason: Reason
}

/** What was found, in one sentence; sources with dates and status under it; arithmetic and text one step away. */
export function ReasonCard({ t, reason }: ReasonCardProps) {
  const texts = reason.citations.filter((citation) => citation.text)
  const summary =
    reason.arithmetic.length === 0
      ? 'reason.text'
      : texts.length === 0
        ? 'reason.arithmetic'
        : 'reason.arithmeticAndText'
  return (
    <article class={`reason ${toneOf(reason.outcome)}`}>
      <p class="finding">
        <strong>
          <Law t={t} text={reason.finding} />
        </strong>{' '}
        <OutcomeTag t={t} outcome={reason.outcome} />
      </p>
      <ul class="sources">
        {reason.citations.map((citation) => (
          <Source t={t} citation={citation} />
        ))}
      </ul>
      {reason.arithmetic.length + texts.length > 0 ? (
        <details>
          <summary>{t(summary)}</summary>
          {reason.arithmetic.length > 0 ? (
            <ol class="arithmetic">
              {reason.arithmetic.map((line) => (
                <li>
                  <Law t={t} text={line} />
                </li>
              ))}
            </ol>
          ) : null}
          {texts.map((citation) => (
            <blockquote>
              {/* The words of the law are quoted, so they stay as they are. */}
              <p {...inLanguage('en', t.lang)}>{citation.text}</p>
              <footer>
                <Cited t={t} at={citation} />
              </footer>
            </blockquote>
          ))}
        </details>
      ) : null}
    </article>
  )
}
