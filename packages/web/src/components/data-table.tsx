import type { Child } from 'hono/jsx'
import type { Translator } from '../messages/index.ts'

export type SortDirection = 'up' | 'down'
export type Column<Row> = {
  readonly key: string
  readonly head: string
  readonly cell: (row: Row) => Child
  /** Figures stand at the end of the column, under each other. */
  readonly numeric?: boolean | undefined
  readonly sortable?: boolean | undefined
  /** This column names the row. */
  readonly rowHead?: boolean | undefined
}

export type DataTableProps<Row> = {
  readonly t: Translator
  /** Unique on the page. */
  readonly id: string
  readonly caption: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly sort?: { readonly key: string; readonly direction: SortDirection } | undefined
  /** The address of this page sorted so; without it no head is a link. */
  readonly sortHref?: ((key: string, direction: SortDirection) => string) | undefined
  readonly csvHref?: string | undefined
  /** Stands in place of the rows when there are none: says what to do next. */
  readonly empty: Child
}

function HeadCell<Row>({
  t,
  column,
  sort,
  sortHref,
}: { readonly column: Column<Row> } & DataTableProps<Row>) {
  const sorted = sort?.key === column.key ? sort.direction : undefined
  const next: SortDirection = sorted === 'up' ? 'down' : 'up'
  const order = sorted === 'up' ? 'ascending' : 'descending'
  return (
    <th scope="col" class={column.numeric ? 'n' : undefined} aria-sort={sorted ? order : undefined}>
      {column.sortable && sortHref ? (
        <a href={sortHref(column.key, next)}>
          {column.head}
          <span class="arrow" aria-hidden="true">
            {sorted === 'up' ? '▲' : sorted === 'down' ? '▼' : '△'}
          </span>
          <span class="hear">, {t(next === 'up' ? 'table.sortUp' : 'table.sortDown')}</span>
        </a>
      ) : (
        column.head
      )}
    </th>
  )
}

function Cell<Row>({ column, row }: { readonly column: Column<Row>; readonly row: Row }) {
  const align = column.numeric ? 'n' : undefined
  if (column.rowHead) {
    return (
      <th scope="row" class={align}>
        {column.cell(row)}
      </th>
    )
  }
  return <td class={align}>{column.cell(row)}</td>
}

/** A table that scrolls by itself on a narrow screen, sorts by link, and has its CSV beside it. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { t, id, caption, columns, rows, csvHref, empty } = props
  return (
    <div class="table">
      {/* oxlint-disable-next-line no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */}
      <section class="scroll" tabindex={0} aria-labelledby={`${id}-caption`}>
        <table id={id}>
          <caption id={`${id}-caption`}>{caption}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <HeadCell {...props} column={column} />
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr>
                {columns.map((column) => (
                  <Cell column={column} row={row} />
                ))}
              </tr>
            ))}
            {rows.length === 0 ? (
              <tr>
                <td class="none" colspan={columns.length}>
                  {empty}
                </td>
              </tr>
            ) : null}
          </tbody>
        </table>
      </section>
      {rows.length > 0 || csvHref ? (
        <p class="under">
          {t('table.rows', { count: rows.length })}
          {csvHref ? (
            <a href={csvHref} download="">
              {t('table.csv')}
            </a>
          ) : null}
        </p>
      ) : null}
    </div>
  )
}
