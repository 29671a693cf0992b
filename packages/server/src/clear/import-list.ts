import type { Context } from '../context.ts'
import { append } from '../record/index.ts'
import { readList, refuseList } from './read-list.ts'
import { lockLists, swapList, type ListRow } from './store.ts'

/** Somewhere on Earth it is tomorrow already. */
const zoneToleranceMs = 86_400_000

/** A date to come would let a list never grow old, and keep out every real one. */
export function demandPublished(publishedOn: string, now: Date): void {
  const latest = new Date(now.getTime() + zoneToleranceMs).toISOString().slice(0, 10)
  if (publishedOn > latest)
    throw refuseList(
      `The list is said to be published on ${publishedOn}; today is ${now.toISOString().slice(0, 10)} (UTC).`,
      'Give the date that its publisher states.',
    )
}

/** A new list that shrinks below a tenth or grows above ten times the old one is somebody's mistake. */
const changeFactorMax = 10

export type ImportedList = {
  readonly list: ListRow
  readonly format: string
  readonly unknownColumns: string[]
  readonly rejectedRows: number
}

/**
 * Reads a list whole, then swaps it for the old one in a single transaction; on any refusal the old one stands.
 * Every live application is then screened again. The caller is no transaction: reading may take long.
 * @throws {Refusal} lists.refused
 */
export async function importList(
  ctx: Context,
  ask: { name: string; source: string; publishedOn: string },
  body: AsyncIterable<Uint8Array>,
  format?: string,
): Promise<ImportedList> {
  demandPublished(ask.publishedOn, ctx.now())
  const read = await readList(body, format)
  const count = read.entries.length
  const found: Omit<ListRow, 'version'> = {
    ...ask,
    importedAt: ctx.now(),
    sha256: read.sha256,
    entries: count,
    confirmedOn: null,
  }
  const list = await ctx.db.transaction(async () => {
    const old = (await lockLists(ctx)).find((row) => row.name === ask.name)
    if (old && (count * changeFactorMax < old.entries || count > old.entries * changeFactorMax)) {
      throw refuseList(
        `The list had ${old.entries} entries and would have ${count}.`,
        'Check the file. To replace a list by a very different one, import it under a new name.',
      )
    }
    if (old && ask.publishedOn < old.publishedOn) {
      throw refuseList(
        `The list was published on ${ask.publishedOn}; the one loaded is newer, of ${old.publishedOn}.`,
      )
    }
    const list = { ...found, version: (old?.version ?? 0) + 1 }
    await swapList(ctx, list, read.entries)
    await append(ctx, 'list.imported', [`list:${list.name}`], () => ({
      list: list.name,
      publishedOn: list.publishedOn,
      sha256: list.sha256,
      entries: count,
    }))
    ctx.nudge('chain')
    return list
  })
  return { list, format: read.format, unknownColumns: read.unknownColumns, rejectedRows: read.rejectedRows }
}
