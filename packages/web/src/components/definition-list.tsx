import type { Child } from 'hono/jsx'

export type Definition = { readonly term: string; readonly detail: Child }

/** Terms and what stands for them: the facts of one thing. */
export function DefinitionList({ items }: { readonly items: readonly Definition[] }) {
  return (
    <dl class="facts">
      {items.map(({ term, detail }) => (
        <div>
          <dt>{term}</dt>
          <dd>{detail}</dd>
        </div>
      ))}
    </dl>
  )
}
