import type { Child } from 'hono/jsx'
import { Sign } from './tag.tsx'
import type { Tone } from './tag.tsx'

export type NoticeProps = {
  readonly tone: Tone
  readonly title: Child
  readonly children?: Child
  /** The answer to what the reader just did; read out at once. */
  readonly announce?: boolean | undefined
}

/** A message about the whole page: what happened, to which thing, what to do. */
export function Notice({ tone, title, children, announce }: NoticeProps) {
  const role = announce ? (tone === 'stop' ? 'alert' : 'status') : undefined
  return (
    <div class={`notice ${tone}`} role={role}>
      <Sign tone={tone} />
      <div>
        <p class="title">{title}</p>
        {children}
      </div>
    </div>
  )
}
