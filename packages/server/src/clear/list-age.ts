import { daysBetween, parseCalendarDate } from '@allmende/domain/terms'
import { dateOf } from './gather-facts.ts'
import type { ListRow } from './store.ts'

/**
 * Days since the list was published by its source, or since its source last said that it is still in force.
 * Importing an old list again does not make it younger.
 */
export function ageDays(list: Pick<ListRow, 'publishedOn' | 'confirmedOn'>, now: Date): number {
  const { publishedOn, confirmedOn } = list
  const published = parseCalendarDate(
    confirmedOn !== null && confirmedOn > publishedOn ? confirmedOn : publishedOn,
  )
  if (!published) throw new Error('Invariant broken: a list carries the date it was published on')
  return Math.max(0, daysBetween(published, dateOf(now)))
}

/** Why nothing can be screened now, in words; empty where every list is there and fresh. */
export function screeningHolds(
  lists: readonly ListRow[],
  now: Date,
  maxAgeDays: number,
): { code: 'screening.no-list' | 'screening.list-stale'; text: string; remedy: string }[] {
  if (lists.length === 0) {
    return [
      {
        code: 'screening.no-list',
        text: 'No screening list is loaded.',
        remedy: 'Run `allmende lists import FILE`, or `allmende lists refresh us-csl`.',
      },
    ]
  }
  return lists
    .filter((list) => ageDays(list, now) > maxAgeDays)
    .map((list) => ({
      code: 'screening.list-stale' as const,
      text: `List \`${list.name}\` is ${ageDays(list, now)} days old; screening allows ${maxAgeDays}.`,
      remedy: `Fetch it again with \`allmende lists refresh ${list.name}\`, or import a newer one with \`allmende lists import FILE\`.`,
    }))
}
