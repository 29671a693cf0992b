import { daysBetween, parseCalendarDate } from '@allmende/domain/terms'
import { dateOf } from './gather-facts.ts'
import type { ListRow } from './store.ts'

/** Days since the list was published by its source; importing an old list again does not make it younger. */
export function ageDays(list: Pick<ListRow, 'publishedOn'>, now: Date): number {
  const published = parseCalendarDate(list.publishedOn)
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
        remedy: 'Run `allmende lists import FILE`.',
      },
    ]
  }
  return lists
    .filter((list) => ageDays(list, now) > maxAgeDays)
    .map((list) => ({
      code: 'screening.list-stale' as const,
      text: `List \`${list.name}\` is ${ageDays(list, now)} days old; screening allows ${maxAgeDays}.`,
      remedy: `Import a newer one with \`allmende lists import FILE\`.`,
    }))
}
