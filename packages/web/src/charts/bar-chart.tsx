import { scaleLinear } from 'd3-scale'
import { along, ChartFigure, Plot, Swatch } from './chart-figure.tsx'
import type { ChartBase } from './chart-figure.tsx'

export type GivenAndUsed = {
  readonly label: string
  readonly given: number
  readonly used: number
  /** What the vote entitles the member to, in the same unit; null where no share was voted. */
  readonly share: number | null
}

export type BarChartProps = ChartBase & {
  readonly rows: readonly GivenAndUsed[]
  /** A value as written at its mark: `(ms) => formatHours(t.lang, ms)`. */
  readonly format: (value: number) => string
}

const rowHeight = 72
/** The longest bar leaves room for the figure behind it on a 320 px screen. */
const barsPercent = 66
/** How near a line must be, in percent, for a figure to give way; farther off the figure's own halo keeps it legible. */
const figurePercent = 12

function MemberBars({
  t,
  row,
  top,
  scale,
  format,
}: BarChartProps & { row: GivenAndUsed; top: number; scale: (v: number) => number }) {
  const { at, bar, push } = along(t.dir)
  const ends = { given: scale(row.given), used: scale(row.used) }
  const share = row.share === null ? null : scale(row.share)
  // A figure that the line would cross stands behind the line.
  const behind = (end: number) =>
    share !== null && share >= end && share < end + figurePercent ? share : end
  return (
    <g transform={`translate(0 ${top})`}>
      <text class="name" x={at(0)} y="14">
        {row.label}
      </text>
      <rect class="given" y="22" height="14" {...bar(0, ends.given)} />
      <rect class="used" y="40" height="14" {...bar(0, ends.used)} />
      {share === null ? null : <line class="share" x1={at(share)} x2={at(share)} y1="18" y2="58" />}
      <text class="value" x={at(behind(ends.given))} dx={push(6)} y="33.5">
        {format(row.given)}
      </text>
      <text class="value" x={at(behind(ends.used))} dx={push(6)} y="51.5">
        {format(row.used)}
      </text>
    </g>
  )
}

/** What each member gave and used, with a thin line for the voted share. */
export function BarChart(props: BarChartProps) {
  const { t, id, title, rows, format } = props
  const largest = Math.max(1, ...rows.flatMap((row) => [row.given, row.used, row.share ?? 0]))
  const scale = scaleLinear([0, largest], [0, barsPercent])
  const columns = [
    { key: 'member', head: t('chart.member'), cell: (row: GivenAndUsed) => row.label, rowHead: true },
    { key: 'given', head: t('chart.given'), cell: (row: GivenAndUsed) => format(row.given), numeric: true },
    { key: 'used', head: t('chart.used'), cell: (row: GivenAndUsed) => format(row.used), numeric: true },
    {
      key: 'share',
      head: t('chart.share'),
      cell: (row: GivenAndUsed) => (row.share === null ? '–' : format(row.share)),
      numeric: true,
    },
  ]
  return (
    <ChartFigure {...props} columns={columns}>
      <ul class="key">
        {(['given', 'used', 'share'] as const).map((kind) => (
          <li>
            <Swatch kind={kind} /> {t(`chart.${kind}`)}
          </li>
        ))}
      </ul>
      <Plot id={id} title={title} desc={t('chart.seeTable')} height={rows.length * rowHeight}>
        {rows.map((row, index) => (
          <MemberBars {...props} row={row} top={index * rowHeight} scale={scale} />
        ))}
      </Plot>
    </ChartFigure>
  )
}
