import { formatNumber, sayIn, type Translator } from '../messages/index.ts'
import type { Factor } from './law.ts'
import { Said } from './said.tsx'

export type EvidenceProps = {
  readonly t: Translator
  readonly factors: readonly Factor[]
  /** 0 to 1. Never shown without the evidence. */
  readonly score?: number | undefined
  readonly headingLevel?: 2 | 3 | 4 | undefined
}

function Side({ t, side, factors }: EvidenceProps & { readonly side: Factor['side'] }) {
  const own = factors.filter((factor) => factor.side === side)
  return (
    <div class={side}>
      <p class="side">{t(`evidence.${side}`)}</p>
      {own.length === 0 ? (
        <p class="soft">{t(side === 'for' ? 'evidence.noneFor' : 'evidence.noneAgainst')}</p>
      ) : null}
      {own.length > 0 ? (
        <ul>
          {own.map((factor) => (
            <li>
              <strong>
                <Said t={t} said={sayIn(t.lang, [`screening.${factor.code}`], factor.what)} />
              </strong>
              <span class="pair">
                {t('evidence.asked')} <bdi class="lit">{factor.queryPart}</bdi>
              </span>
              <span class="pair">
                {t('evidence.listed')} <bdi class="lit">{factor.entryPart}</bdi>
              </span>
              <small>{t('evidence.weight', { weight: formatNumber(t.lang, factor.weight, 2) })}</small>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}

function Heading({ level, children }: { readonly level: 2 | 3 | 4; readonly children: string }) {
  if (level === 2) return <h2>{children}</h2>
  return level === 3 ? <h3>{children}</h3> : <h4>{children}</h4>
}

/** What speaks for and against a match, side by side. */
export function Evidence(props: EvidenceProps) {
  const { t, score } = props
  return (
    <section class="evidence">
      <Heading level={props.headingLevel ?? 3}>{t('evidence.title')}</Heading>
      <div class="sides">
        <Side {...props} side="for" />
        <Side {...props} side="against" />
      </div>
      {score === undefined ? null : (
        <p class="soft">{t('evidence.score', { score: formatNumber(t.lang, score, 2) })}</p>
      )}
    </section>
  )
}
