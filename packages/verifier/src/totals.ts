import type { Totals } from './books.ts'
import { isObject } from './entry.ts'

const counts = ['jobsFinished', 'usageRecords', 'awards', 'decisions'] as const
const figures = ['givenAcceleratorMs', 'usedAcceleratorMs'] as const

/** The published totals, or null where the text is none. Figures stay as published until compared. */
export function parseTotals(json: string): { readonly size: number; readonly published: unknown } | null {
  try {
    const published: unknown = JSON.parse(json)
    if (!isObject(published) || !Array.isArray(published['members'])) return null
    const { size } = published
    return typeof size === 'number' && Number.isSafeInteger(size) ? { size, published } : null
  } catch {
    return null
  }
}

/** Each difference between what is published and what the entries add up to; a member left out stands for zero. */
export function differences(published: unknown, recomputed: Totals): string[] {
  if (!isObject(published) || !Array.isArray(published['members'])) return ['they are not totals']
  const problems = counts.flatMap((name) =>
    published[name] === recomputed[name]
      ? []
      : [`${name}: ${String(published[name])} published, ${recomputed[name]} in the log`],
  )
  const rows = new Map<unknown, Record<string, unknown>>()
  for (const row of published['members'] as unknown[]) {
    if (!isObject(row) || rows.has(row['member'])) problems.push('a member is listed twice or has no name')
    else rows.set(row['member'], { ...row })
  }
  const own = new Map<unknown, Totals['members'][number]>(recomputed.members.map((row) => [row.member, row]))
  for (const member of new Set([...rows.keys(), ...own.keys()])) {
    for (const figure of figures) {
      const said = rows.has(member) ? rows.get(member)?.[figure] : 0
      const found = own.get(member)?.[figure] ?? 0
      if (said !== found)
        problems.push(`${String(member)} ${figure}: ${String(said)} published, ${found} in the log`)
    }
  }
  return problems
}
