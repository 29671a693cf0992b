import { formatDuration, formatInstant } from '../messages/index.ts'
import type { Translator } from '../messages/index.ts'
import { Moment } from './moment.tsx'
import { Tag } from './tag.tsx'

export type ClockProps = {
  readonly t: Translator
  /** Instants, ISO 8601 in UTC; `by` is null where no limit is set. */
  readonly since: string
  readonly by: string | null
  /** Who has it: a role or a name. */
  readonly who: string
  /** The moment of this reply, ms since 1970. */
  readonly now: number
  /** What must happen until then; "Decide by" unless told. */
  readonly byLabel?: string | undefined
}

function Left({ t, by, now }: { readonly t: Translator; readonly by: string; readonly now: number }) {
  const leftMs = Date.parse(by) - now
  const duration = formatDuration(t.lang, leftMs)
  // The enhancement puts the duration of the moment where the braces are.
  const live = {
    'data-until': by,
    'data-now': now,
    'data-left': t('clock.left', { duration: '{}' }),
    'data-late': t('clock.late', { duration: '{}' }),
  }
  if (leftMs < 0) {
    return (
      <Tag tone="stop">
        <span {...live}>{t('clock.late', { duration })}</span>
      </Tag>
    )
  }
  return <span {...live}>{t('clock.left', { duration })}</span>
}

export type EndedClockProps = {
  readonly t: Translator
  readonly at: string
  readonly how: 'awarded' | 'refused' | 'withdrawn'
}

/** What has ended waits for nobody: how and when it ended, and nothing else. */
export function EndedClock({ t, at, how }: EndedClockProps) {
  return (
    <dl class="clock">
      <div>
        <dt>{t(`clock.${how}`)}</dt>
        <dd>
          <Moment t={t} at={at} />
        </dd>
      </div>
    </dl>
  )
}

/** By when, how long is left, since when it waits, and who has it. */
export function Clock({ t, since, by, who, now, byLabel }: ClockProps) {
  const sinceMs = Date.parse(since)
  const allowed = by === null ? 0 : Date.parse(by) - sinceMs
  const passed = Math.min(Math.max(now - sinceMs, 0), allowed)
  return (
    <dl class="clock">
      <div>
        <dt>{byLabel ?? t('clock.by')}</dt>
        {by === null ? (
          <dd>{t('clock.noLimit')}</dd>
        ) : (
          <dd>
            <time class="big" datetime={by}>
              {formatInstant(t.lang, by)}
            </time>
            {allowed > 0 ? (
              <progress max={allowed} value={passed} aria-label={t('clock.elapsed')}></progress>
            ) : null}
            <Left t={t} by={by} now={now} />
          </dd>
        )}
      </div>
      <div>
        <dt>{t('clock.waiting')}</dt>
        <dd>
          <Moment t={t} at={since} />
          <span class="soft" data-since={since} data-now={now} data-left={t('clock.for', { duration: '{}' })}>
            {t('clock.for', { duration: formatDuration(t.lang, now - sinceMs) })}
          </span>
        </dd>
      </div>
      <div>
        <dt>{t('clock.who')}</dt>
        <dd>
          <bdi>{who}</bdi>
        </dd>
      </div>
    </dl>
  )
}
