type Said = { readonly outcome: string; readonly finding: string } | null
type Instrument = Readonly<Record<'instrument' | 'paragraph' | 'version' | 'effect' | 'on', string>>
/** As the server answers, and as the rules of this program do. */
type Comparison = Readonly<Record<'from' | 'to' | 'before' | 'after', string>> & {
  readonly changes: readonly {
    readonly code: string
    readonly before: Said
    readonly after: Said
    readonly instruments: readonly Instrument[]
  }[]
}

const source = ({ instrument, paragraph, version, effect, on }: Instrument) =>
  `${instrument}, ${paragraph} (${effect} on ${on} by ${version})`
const said = (reason: Said) => (reason === null ? 'nothing' : `${reason.outcome}: ${reason.finding}`)

/** What changed between two days, in words: every reason that came, went or changed, and what changed it. */
export function describeComparison({ from, to, before, after, changes }: Comparison): string {
  const lines = changes.flatMap((change) => [
    `- ${change.code}`,
    `    ${from}  ${said(change.before)}`,
    `    ${to}  ${said(change.after)}`,
    `    changed by: ${change.instruments.map(source).join('; ') || 'another reason of this list'}`,
  ])
  const heading = before === after ? `${before} on both days` : `${before} on ${from}, ${after} on ${to}`
  return `${[heading, ...(changes.length === 0 ? ['No reason changed.'] : lines)].join('\n')}\n`
}
