export type TabsProps = {
  /** What the tabs divide: "Parts of this project". */
  readonly label: string
  readonly items: readonly {
    readonly href: string
    readonly label: string
    readonly current?: boolean | undefined
  }[]
}

/** Parts of one thing, each a page of its own. */
export function Tabs({ label, items }: TabsProps) {
  return (
    <nav class="tabs" aria-label={label}>
      <ul>
        {items.map((item) => (
          <li>
            <a href={item.href} aria-current={item.current ? 'page' : undefined}>
              {item.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
