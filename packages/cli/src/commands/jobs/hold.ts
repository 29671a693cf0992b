import type { Hold, HeldRule } from '@allmende/wire'

const minuteOf = (at: string) => `${at.slice(0, 16).replace('T', ' ')} UTC`

/** The rules that keep a project from a site, a line each. */
export function ruleLines(rules: readonly HeldRule[]): string {
  return rules.map((r) => `    ${r.finding} (${r.code}: ${r.instrument}, ${r.paragraph})\n`).join('')
}

/** Why a job must end at its site, and when. */
export function holdLines(hold: Hold): string {
  return `The clearance at ${hold.site} was lost at ${minuteOf(hold.since)} (${hold.outcome}); jobs there run until ${minuteOf(hold.until)} at most.\n${ruleLines(hold.rules)}`
}
