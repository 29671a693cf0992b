import { formatDate } from '../messages/index.ts'
import type { Language, Translator } from '../messages/index.ts'
import { inLanguage } from './lang-of.ts'
import type { Citation, Reason } from './law.ts'
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
          {citation.instrument}, {citation.paragraph}
        </bdi>
      </cite>{' '}
      · {status === 'in-force' ? t('law.in-force') : <Tag tone="wait">{t(`law.${status}`)}</Tag>} {since}
      {until} · <bdi>{citation.version}</bdi>
    </li>
  )
}

export type ReasonCardProps = {
  readonly t: Translator
  readonly reason: Reason
  /** The language of the finding and of the law's words; the API writes English. */
  readonly textLang?: Language | undefined
}

/** What was found, in one sentence; sources with dates and status under it; arithmetic and text one step away. */
export function ReasonCard({ t, reason, textLang = 'en' }: ReasonCardProps) {
  const texts = reason.citations.filter((citation) => citation.text)
  const foreign = inLanguage(textLang, t.lang)
  const summary =
    reason.arithmetic.length === 0
      ? 'reason.text'
      : texts.length === 0
        ? 'reason.arithmetic'
        : 'reason.arithmeticAndText'
  return (
    <article class={`reason ${toneOf(reason.outcome)}`}>
      <p class="finding">
        <strong {...foreign}>{reason.finding}</strong> <OutcomeTag t={t} outcome={reason.outcome} />
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
            <ol class="arithmetic" {...foreign}>
              {reason.arithmetic.map((line) => (
                <li>{line}</li>
              ))}
            </ol>
          ) : null}
          {texts.map((citation) => (
            <blockquote {...foreign}>
              <p>{citation.text}</p>
              <footer>
                {citation.instrument}, {citation.paragraph}
              </footer>
            </blockquote>
          ))}
        </details>
      ) : null}
    </article>
  )
}
