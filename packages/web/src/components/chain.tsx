import type { Translator } from '../messages/index.ts'
import { Sign } from './tag.tsx'

/** The eleven links, in the order in which data flows. */
export const chainLinks = [
  'plan',
  'apply',
  'clear',
  'review',
  'award',
  'submit',
  'place',
  'run',
  'meter',
  'record',
  'report',
] as const
export type ChainLink = (typeof chainLinks)[number]

type Standing = 'done' | 'now' | 'stopped' | 'to-come'

export type ChainProps = {
  readonly t: Translator
  /** Where this stands; null when every link is done. */
  readonly at: ChainLink | null
  /** It went no further than `at`: refused, withdrawn or failed. */
  readonly stopped?: boolean | undefined
  /** Pages of links that the reader may open. */
  readonly hrefs?: Readonly<Partial<Record<ChainLink, string>>> | undefined
}

function standingOf(index: number, here: number, stopped: boolean): Standing {
  if (index < here) return 'done'
  if (index > here) return 'to-come'
  return stopped ? 'stopped' : 'now'
}

function sentence({ t, at, stopped = false }: ChainProps): string {
  const steps = chainLinks.length
  if (at === null) return t('chain.complete', { steps })
  const step = chainLinks.indexOf(at) + 1
  const next = chainLinks[step]
  const link = t(`chain.${at}`)
  if (stopped) return t('chain.stoppedAt', { step, steps, link })
  const here = t('chain.at', { step, steps, link })
  return `${here} ${next ? t('chain.next', { link: t(`chain.${next}`) }) : t('chain.last')}`
}

/** The chain as strips, with the words "where this stands and what comes next" under it. */
export function Chain(props: ChainProps) {
  const { t, at, hrefs = {} } = props
  const here = at === null ? chainLinks.length : chainLinks.indexOf(at)
  const word = {
    done: 'chain.done',
    now: 'chain.now',
    stopped: 'chain.stopped',
    'to-come': 'chain.toCome',
  } as const
  return (
    <div class="chain">
      <ol aria-label={t('chain.label')}>
        {chainLinks.map((link, index) => {
          const standing = standingOf(index, here, props.stopped ?? false)
          const href = hrefs[link]
          const current = standing === 'now' || standing === 'stopped'
          return (
            <li class={standing} aria-current={current ? 'step' : undefined}>
              {standing === 'done' ? <Sign tone="ok" /> : null}
              {standing === 'now' ? <Sign tone="wait" /> : null}
              {standing === 'stopped' ? <Sign tone="stop" /> : null}
              <span class="word">{href ? <a href={href}>{t(`chain.${link}`)}</a> : t(`chain.${link}`)}</span>
              <span class="hear"> ({t(word[standing])})</span>
            </li>
          )
        })}
      </ol>
      <p>{sentence(props)}</p>
    </div>
  )
}
