import type { Child } from 'hono/jsx'

export type Figure = {
  readonly label: string
  /** The number as the reader's language writes it. */
  readonly value: string
  readonly unit?: string | undefined
  /** What the number rests on: the period, the count, the definition. */
  readonly basis: Child
}

/** A row of numbers, each with its unit and its basis. */
export function Figures({ items }: { readonly items: readonly Figure[] }) {
  return (
    <dl class="figures">
      {items.map(({ label, value, unit, basis }) => (
        <div>
          <dt>{label}</dt>
          <dd>
            <data value={value}>{value}</data>
            {unit ? <span class="unit"> {unit}</span> : null}
            <small>{basis}</small>
          </dd>
        </div>
      ))}
    </dl>
  )
}
