import type { Child } from 'hono/jsx'
import { DataTable } from '../components/data-table.tsx'
import type { Column } from '../components/data-table.tsx'
import type { Translator } from '../messages/index.ts'

/** What every chart has. `id` is unique on the page. */
export type ChartBase = {
  readonly t: Translator
  readonly id: string
  readonly title: string
  /** The unit, the period and the basis of the figures. */
  readonly note?: Child
  readonly csvHref?: string | undefined
}

type ChartFigureProps<Row> = ChartBase & {
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly children: Child
}

/** A chart with its title and, one step away, its table and download. */
export function ChartFigure<Row>(props: ChartFigureProps<Row>) {
  const { t, id, title, note, csvHref, columns, rows, children } = props
  return (
    <figure>
      <figcaption>
        <strong>{title}</strong>
        {note ? <span class="soft">{note}</span> : null}
      </figcaption>
      {rows.length === 0 ? <p class="soft">{t('chart.noData')}</p> : children}
      {rows.length > 0 ? (
        <details>
          <summary>{t('chart.tableAndDownload')}</summary>
          <DataTable
            t={t}
            id={`${id}-table`}
            caption={title}
            columns={columns}
            rows={rows}
            csvHref={csvHref}
            empty={t('chart.noData')}
          />
        </details>
      ) : null}
    </figure>
  )
}

type PlotProps = {
  readonly id: string
  readonly title: string
  readonly desc: string
  /** Pixels; the width is the page's. Text keeps its size on every screen, because nothing is scaled. */
  readonly height: number
  readonly children: Child
}

/** A drawing as wide as its place. Horizontal positions inside are percentages. */
export function Plot({ id, title, desc, height, children }: PlotProps) {
  return (
    <svg
      class="plot"
      // oxlint-disable-next-line prefer-tag-over-role -- a drawing in the page follows its colours; an img could not
      role="img"
      height={height}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-desc`}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>{desc}</desc>
      {children}
    </svg>
  )
}

/** Positions along the reading direction: `at(0)` is where a line of text starts, `at(100)` where it ends. */
export function along(dir: 'ltr' | 'rtl') {
  const percent = (value: number) => `${Math.round(value * 100) / 100}%`
  return {
    at: (value: number) => percent(dir === 'rtl' ? 100 - value : value),
    /** The left edge and width of a bar from `from` over `size`. */
    bar: (from: number, size: number) => ({
      x: percent(dir === 'rtl' ? 100 - from - size : from),
      width: percent(size),
    }),
    /** Pixels towards the end of the line. */
    push: (pixels: number) => (dir === 'rtl' ? -pixels : pixels),
  }
}

/** A square of a chart's colour, for its key. */
export function Swatch({ kind }: { readonly kind: string }) {
  return (
    <svg viewBox="0 0 14 14" aria-hidden="true">
      {kind === 'share' ? <path d="M7 0v14" stroke="currentColor" stroke-width="2" /> : null}
      {kind === 'share' ? null : <rect class={kind} width="14" height="14" />}
    </svg>
  )
}
