import type { Translator } from '../messages/index.ts'

export type PagerProps = {
  readonly t: Translator
  /** What is paged, where a page has more than one pager. */
  readonly label?: string | undefined
  /** Entries on this page. */
  readonly shown: number
  /** Null on the first page. */
  readonly firstHref: string | null
  /** Null on the last page. */
  readonly nextHref: string | null
}

/** Forward by cursor; the browser's own "back" goes back. */
export function Pager({ t, label, shown, firstHref, nextHref }: PagerProps) {
  return (
    <nav class="pager" aria-label={label ?? t('pager.label')}>
      <span>
        {t('pager.shown', { count: shown })}
        {nextHref === null ? ` · ${t('pager.end')}` : null}
      </span>
      {firstHref === null ? null : (
        <a class="btn quiet small" href={firstHref} rel="first">
          {t('pager.first')}
        </a>
      )}
      {nextHref === null ? null : (
        <a class="btn quiet small" href={nextHref} rel="next">
          {t('pager.next')}
        </a>
      )}
    </nav>
  )
}
