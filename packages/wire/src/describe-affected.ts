import type { Affected } from './law.ts'

const count = (n: number, what: string) => (n === 0 ? [] : [`${n} ${what}`])

/** One change as lines of text. */
function describeAffected(item: Affected): string {
  const before = item.before ? `${item.before.outcome} (${item.before.standing})` : 'not determined'
  const after = `${item.after.outcome} (${item.after.standing})`
  const jobs = [
    ...count(item.runningJobs, 'running'),
    ...count(item.placedJobs, 'placed'),
    ...count(item.queuedJobs, 'queued'),
  ]
  const lines = [
    `${item.project ?? item.number} at ${item.site}: ${before} → ${after}${item.stricter ? ', stricter' : ''}`,
    `  jobs: ${jobs.length > 0 ? jobs.join(', ') : 'none'}`,
    ...item.newRules.map(
      (r) => `  new: ${r.finding} (${r.code}: ${r.instrument}, ${r.paragraph}; ${r.outcome})`,
    ),
    ...item.goneRules.map((code) => `  gone: ${code}`),
  ]
  return `${lines.join('\n')}\n`
}

/** Everything that was found, as text, the same from the command and from the dry run of a new version: each change, and what they come to. */
export function describeAllAffected(found: {
  readonly asOf: string
  readonly rulesVersion: string
  readonly examined: number
  readonly items: readonly Affected[]
}): string {
  const { asOf, rulesVersion, examined, items } = found
  const stricter = items.filter((item) => item.stricter).length
  return `${items.map(describeAffected).join('')}By the rules ${rulesVersion} of ${asOf}: ${items.length} answers would differ, ${stricter} of them stricter; ${examined} live applications and projects looked at. Nothing was changed.\n`
}
