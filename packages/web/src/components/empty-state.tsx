import type { Child } from 'hono/jsx'

export type EmptyStateProps = {
  readonly title: string
  /** What to do next, or when something will stand here. */
  readonly children: Child
  readonly action?: { readonly href: string; readonly label: string } | undefined
}

/** In place of a list that has nothing in it. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div class="empty">
      <p class="title">{title}</p>
      <p>{children}</p>
      {action ? (
        <a class="btn" href={action.href}>
          {action.label}
        </a>
      ) : null}
    </div>
  )
}
