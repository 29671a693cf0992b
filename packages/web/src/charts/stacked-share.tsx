import { formatShare } from '../messages/index.ts'
import { along, ChartFigure, Plot, Swatch } from './chart-figure.tsx'
import type { ChartBase } from './chart-figure.tsx'

export type Part = { readonly label: string; readonly value: number }

export type StackedShareProps = ChartBase & {
  /** Six at most; the caller adds small ones up. */
  readonly rows: readonly Part[]
  readonly format: (value: number) => string
}

/** Where each part starts and how long it is, in percent of the whole; basis points always add up to 10,000. */
export function sharesOf(
  values: readonly number[],
): readonly { from: number; size: number; basisPoints: number }[] {
  const total = values.reduce((sum, value) => sum + value, 0)
  let before = 0
  return values.map((value) => {
    const start = total === 0 ? 0 : before / total
    before += value
    const end = total === 0 ? 0 : before / total
    // Rounding the running sum rather than each part keeps the whole at 100 %.
    const basisPoints = Math.round(end * 10_000) - Math.round(start * 10_000)
    return { from: start * 100, size: (end - start) * 100, basisPoints }
  })
}

/** How a whole is divided: one strip, its parts numbered as in the key beneath. */
export function StackedShare(props: StackedShareProps) {
  const { t, id, title, rows, format } = props
  const { at, bar } = along(t.dir)
  const shares = sharesOf(rows.map((row) => row.value))
  const shareAt = (index: number) => formatShare(t.lang, shares[index]?.basisPoints ?? 0)
  const columns = [
    { key: 'part', head: t('chart.part'), cell: (row: Part) => row.label, rowHead: true },
    { key: 'value', head: t('chart.value'), cell: (row: Part) => format(row.value), numeric: true },
    { key: 'share', head: '%', cell: (row: Part) => shareAt(rows.indexOf(row)), numeric: true },
  ]
  return (
    <ChartFigure {...props} columns={columns}>
      <Plot id={id} title={title} desc={t('chart.seeTable')} height={52}>
        {shares.map(({ from, size }, index) => (
          <>
            <rect class={`part p${index + 1}`} y="18" height="30" {...bar(from, size)} />
            {size >= 3 ? (
              <text class="quiet" x={at(from)} y="12">
                {index + 1}
              </text>
            ) : null}
          </>
        ))}
      </Plot>
      <ol class="key">
        {rows.map((row, index) => (
          <li>
            <Swatch kind={`p${index + 1}`} />
            <span>
              {index + 1}. {row.label}: <b>{shareAt(index)}</b> ({format(row.value)})
            </span>
          </li>
        ))}
      </ol>
    </ChartFigure>
  )
}
