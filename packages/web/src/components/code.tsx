import type { Translator } from '../messages/index.ts'

export type CodeProps = {
  readonly t: Translator
  readonly text: string
  /** What it is, for those who hear the page: "Command for the site". */
  readonly label: string
}

/** Lines to copy into a terminal or a file. Always left to right. */
export function Code({ t, text, label }: CodeProps) {
  return (
    <div class="code">
      {/* oxlint-disable-next-line no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */}
      <section class="scroll" tabindex={0} aria-label={label}>
        <pre dir="ltr">
          <code>{text}</code>
        </pre>
      </section>
      <button type="button" class="btn quiet small" data-copy={t('code.copied')} hidden>
        {t('code.copy')}
      </button>
    </div>
  )
}
