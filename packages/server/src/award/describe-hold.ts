import type { Hold } from '@allmende/wire'
import type { holds } from '../place/tables.ts'

/** A hold that stands, in the wire's shape; null where none does. */
export function describeHold(hold: typeof holds.$inferSelect | null): Hold | null {
  if (!hold?.since || !hold.until) return null
  return {
    site: hold.site,
    since: hold.since.toISOString(),
    until: hold.until.toISOString(),
    outcome: hold.outcome as Hold['outcome'],
    rules: hold.rules as Hold['rules'],
  }
}
