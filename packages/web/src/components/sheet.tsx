import type { Child } from 'hono/jsx'

export type SheetProps = {
  readonly title?: string | undefined
  readonly id?: string | undefined
  readonly children: Child
}

/** A sheet of paper with a hairline. Sheets do not stand in sheets. */
export function Sheet({ title, id, children }: SheetProps) {
  return (
    <section class="sheet" id={id}>
      {title ? <h2>{title}</h2> : null}
      {children}
    </section>
  )
}

/** Two columns, the main one first; one on a phone. */
export function Columns({ main, aside }: { readonly main: Child; readonly aside: Child }) {
  return (
    <div class="cols">
      <div>{main}</div>
      <aside>{aside}</aside>
    </div>
  )
}
