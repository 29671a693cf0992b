import type { Child } from 'hono/jsx'

export type ButtonTone = 'main' | 'quiet' | 'stop' | 'plain'

function classOf(tone: ButtonTone, small: boolean | undefined): string {
  return ['btn', ...(tone === 'main' ? [] : [tone]), ...(small ? ['small'] : [])].join(' ')
}

export type ButtonProps = {
  readonly children: Child
  readonly tone?: ButtonTone | undefined
  readonly small?: boolean | undefined
  /** Posted with the form, to tell its buttons apart. */
  readonly name?: string | undefined
  readonly value?: string | undefined
  /** The id of the form, where the button stands outside it. */
  readonly form?: string | undefined
  /** Sends unfinished forms too: "save and continue later". */
  readonly formnovalidate?: boolean | undefined
}

/** Sends its form. One button of tone `main` on a page. */
export function Button({ children, tone = 'main', small, ...rest }: ButtonProps) {
  return (
    <button type="submit" class={classOf(tone, small)} {...rest}>
      {children}
    </button>
  )
}

export type ButtonLinkProps = {
  readonly href: string
  readonly children: Child
  readonly tone?: ButtonTone | undefined
  readonly small?: boolean | undefined
}

/** Goes somewhere, and looks like the thing to do. */
export function ButtonLink({ href, children, tone = 'main', small }: ButtonLinkProps) {
  return (
    <a class={classOf(tone, small)} href={href}>
      {children}
    </a>
  )
}
