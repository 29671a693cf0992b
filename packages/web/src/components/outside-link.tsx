import type { Child } from 'hono/jsx'

/** The address if it is http or https, else undefined: JSX escapes text but would let `javascript:` through. */
export function outsideHref(address: string): string | undefined {
  const url = URL.parse(address)
  return url && (url.protocol === 'https:' || url.protocol === 'http:') ? url.href : undefined
}

/** A link to a place that is not ours, from data that is not ours. Plain text where the address is no web address. */
export function OutsideLink({ href, children }: { readonly href: string; readonly children: Child }) {
  const safe = outsideHref(href)
  if (safe === undefined) return <bdi>{children}</bdi>
  return (
    <a href={safe} rel="noopener noreferrer external">
      {children}
    </a>
  )
}
