export type ProgressProps = {
  /** Unique on the page. */
  readonly id: string
  readonly label: string
  readonly value: number
  readonly max: number
  /** The same in words: "3,200 h of 12,000 h". */
  readonly words: string
}

/** A native bar with its figures in words. */
export function Progress({ id, label, value, max, words }: ProgressProps) {
  return (
    <div class="progress">
      <label for={id}>{label}</label>
      <span class="words">{words}</span>
      <progress id={id} max={max} value={Math.min(value, max)}>
        {words}
      </progress>
    </div>
  )
}
