import { scaleLinear } from 'd3-scale'
import { line } from 'd3-shape'
import { along, ChartFigure, Plot } from './chart-figure.tsx'
import type { ChartBase } from './chart-figure.tsx'

export type LinePoint = { readonly label: string; readonly value: number }

export type LineChartProps = ChartBase & {
  /** In order, equally far apart: months, or steps of a training run. */
  readonly rows: readonly LinePoint[]
  readonly format: (value: number) => string
  /** The axis starts at zero unless this is set, as for a loss. */
  readonly fitted?: boolean | undefined
  /** What the points are: "Month". */
  readonly pointHead?: string | undefined
}

const plotTop = 26
const plotHeight = 150
const edgePercent = 3

/** The points whose value is written: all of a few, else the first, the last, the least and the greatest. */
export function marked(values: readonly number[]): ReadonlySet<number> {
  if (values.length <= 4) return new Set(values.keys())
  const least = values.indexOf(Math.min(...values))
  const greatest = values.indexOf(Math.max(...values))
  // Two figures side by side would run into each other on a phone; the ends of the line come first.
  const room = Math.ceil(values.length / 5)
  const ends = [0, values.length - 1]
  const inner = [greatest, least].filter((index) => ends.every((end) => Math.abs(end - index) >= room))
  const [first, second] = inner
  const apart = first === undefined || second === undefined || Math.abs(first - second) >= room
  return new Set([...ends, ...(apart ? inner : inner.slice(0, 1))])
}

function anchorOf(index: number, count: number): 'start' | 'middle' | 'end' {
  if (index === 0) return 'start'
  return index === count - 1 ? 'end' : 'middle'
}

type MarkProps = {
  readonly row: LinePoint
  readonly x: string
  /** Pixels from the top of the plot. */
  readonly y: number
  readonly anchor: 'start' | 'middle' | 'end'
  /** The curve rises over this point: its figure stands under it, if there is room. */
  readonly below: boolean
  readonly written: string | null
  readonly named: boolean
}

function Mark({ row, x, y, anchor, below, written, named }: MarkProps) {
  const shift = below && y < plotHeight - 30 ? 21 : -10
  return (
    <>
      {written === null ? null : (
        <>
          <circle class="dot" cx={x} cy={plotTop + y} r="5" />
          <text class="value" x={x} y={plotTop + y + shift} text-anchor={anchor}>
            {written}
          </text>
        </>
      )}
      {named ? (
        <text class="quiet" x={x} y={plotTop + plotHeight + 20} text-anchor={anchor}>
          {row.label}
        </text>
      ) : null}
    </>
  )
}

/** A curve over time, its values written where it starts, ends, and is least and greatest. */
export function LineChart(props: LineChartProps) {
  const { t, id, title, rows, format } = props
  const { at } = along(t.dir)
  const values = rows.map((row) => row.value)
  const [low, high] = [props.fitted ? Math.min(...values) : Math.min(0, ...values), Math.max(...values)]
  const y = scaleLinear([low, high > low ? high : low + 1], [plotHeight, 0])
  const x = scaleLinear([0, Math.max(1, rows.length - 1)], [edgePercent, 100 - edgePercent])
  const across = (index: number) => (t.dir === 'rtl' ? 100 - x(index) : x(index))
  const curve =
    line<number>(
      (_, index) => across(index) * 10,
      (value) => y(value),
    ).digits(1)(values) ?? ''
  const written = marked(values)
  const last = rows.length - 1
  const named = new Set(rows.length <= 3 ? rows.keys() : [0, Math.round(last / 2), last])
  const columns = [
    {
      key: 'point',
      head: props.pointHead ?? t('chart.point'),
      cell: (row: LinePoint) => row.label,
      rowHead: true,
    },
    { key: 'value', head: t('chart.value'), cell: (row: LinePoint) => format(row.value), numeric: true },
  ]
  return (
    <ChartFigure {...props} columns={columns}>
      <Plot id={id} title={title} desc={t('chart.seeTable')} height={plotTop + plotHeight + 26}>
        {[0, 0.5, 1].map((part) => (
          <line
            class="grid"
            x1="0"
            x2="100%"
            y1={plotTop + part * plotHeight}
            y2={plotTop + part * plotHeight}
          />
        ))}
        <svg
          y={plotTop}
          width="100%"
          height={plotHeight}
          viewBox={`0 0 1000 ${plotHeight}`}
          preserveAspectRatio="none"
        >
          <path class="curve" d={curve} />
        </svg>
        {rows.map((row, index) => (
          <Mark
            row={row}
            x={at(x(index))}
            y={y(row.value)}
            anchor={anchorOf(index, rows.length)}
            below={index === 0 && (values[1] ?? row.value) > row.value}
            written={written.has(index) ? format(row.value) : null}
            named={named.has(index)}
          />
        ))}
      </Plot>
    </ChartFigure>
  )
}
