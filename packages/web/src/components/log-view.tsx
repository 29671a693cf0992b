import type { Translator } from '../messages/index.ts'

export type LogViewProps = {
  readonly t: Translator
  readonly text: string
  /** The address that answers with the bytes from `offset` on; null when the job has ended. */
  readonly tailHref: string | null
  /** Bytes shown so far. */
  readonly offset: number
  /** This page again, for readers without script. */
  readonly refreshHref: string
}

/** Colour codes and other controls of a terminal say nothing on a page; tabs and line ends stay. */
// oxlint-disable-next-line no-control-regex -- the controls themselves are what is sought
const controls = /\u001B\[[0-?]*[ -/]*[@-~]|\u001B\][^\u0007]*\u0007|[\u0000-\u0008\u000B-\u001F\u007F]/g

/** Output without terminal controls; what a bare carriage return overwrote is dropped, as a terminal would. */
export function plainOutput(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replaceAll(/^.*\r(?=.)/gm, '')
    .replaceAll(controls, '')
}

/** What a job wrote. Grows by itself where script runs; a link loads the rest where it does not. */
export function LogView({ t, text, tailHref, offset, refreshHref }: LogViewProps) {
  const shown = plainOutput(text)
  return (
    <div class="log">
      <pre
        role="log"
        aria-label={t('log.label')}
        // oxlint-disable-next-line no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
        tabindex={0}
        dir="ltr"
        data-tail={tailHref ?? undefined}
        data-offset={tailHref === null ? undefined : offset}
        data-ended={tailHref === null ? undefined : t('log.ended')}
      >
        {shown}
      </pre>
      <p class="under">
        {tailHref === null ? (
          t('log.ended')
        ) : (
          <>
            <span class="if-script">{t('log.following')}</span>
            <a href={refreshHref}>{t('log.newer')}</a>
          </>
        )}
        {shown === '' ? <span>{t('log.empty')}</span> : null}
      </p>
    </div>
  )
}
