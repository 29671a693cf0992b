import { createReadStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Context } from '../context.ts'
import { Refusal } from '../http/problems.ts'
import { download, DownloadError, type Marks } from '../outside/download.ts'
import { loadHolders, queueMail } from '../people/index.ts'
import { dateOf } from './gather-facts.ts'
import { importList, type ImportedList } from './import-list.ts'
import { officialLists, sourceOf, type ListSource } from './list-sources.ts'
import { refuseList } from './read-list.ts'
import { loadLists } from './store.ts'
import { confirmList, loadListCheck, saveListCheck } from './store-lists.ts'

export type Refreshed =
  | { readonly outcome: 'unchanged' }
  | { readonly outcome: 'imported'; readonly imported: ImportedList }

const unknown: Marks = { etag: null, lastModified: null }

type Fetched = {
  readonly paths: readonly string[]
  readonly marks: readonly Marks[]
  readonly changed: boolean
}

/** Every file of a list; where one of several changed, the others are fetched too, since they are read together. */
async function fetchAll(source: ListSource, folder: string, known: readonly Marks[]): Promise<Fetched> {
  const paths = source.urls.map((_, at) => join(folder, String(at)))
  const fetchOne = (at: number, marks: Marks) => download(source.urls[at] ?? '', paths[at] ?? '', marks)
  const first = []
  for (const at of paths.keys()) first.push(await fetchOne(at, known[at] ?? unknown))
  if (first.every(({ changed }) => !changed)) return { paths, marks: known, changed: false }
  const marks: Marks[] = []
  for (const [at, one] of first.entries())
    marks.push(one.changed ? one.marks : (await fetchOne(at, unknown)).marks)
  return { paths, marks, changed: true }
}

async function* contentsOf(paths: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const path of paths) yield* createReadStream(path) as AsyncIterable<Uint8Array>
}

/** The day that the publisher's server gives the newest file; today where it gives none. */
function publishedOn(marks: readonly Marks[], now: Date): string {
  const days = marks.flatMap(({ lastModified }) => {
    const at = Date.parse(lastModified ?? '')
    return Number.isNaN(at) || at > now.getTime() ? [] : [dateOf(new Date(at))]
  })
  return days.toSorted().at(-1) ?? dateOf(now)
}

async function fetchAndImport(ctx: Context, name: string, source: ListSource): Promise<Refreshed> {
  const folder = await mkdtemp(join(tmpdir(), 'allmende-list-'))
  try {
    // Marks of a file that is not loaded here would keep it away.
    const loaded = (await loadLists(ctx)).some((list) => list.name === name)
    const known = loaded ? ((await loadListCheck(ctx, name))?.marks ?? []) : []
    const { paths, marks, changed } = await fetchAll(source, folder, known)
    if (!changed) {
      await confirmList(ctx, name, dateOf(ctx.now()))
      await saveListCheck(ctx, { list: name, checkedAt: ctx.now(), marks, problem: null })
      return { outcome: 'unchanged' }
    }
    const ask = {
      name,
      source: `${source.title}, ${source.urls[0]}`,
      publishedOn: publishedOn(marks, ctx.now()),
    }
    const imported = await importList(ctx, ask, contentsOf(paths), source.format)
    await confirmList(ctx, name, dateOf(ctx.now()))
    await saveListCheck(ctx, { list: name, checkedAt: ctx.now(), marks, problem: null })
    return { outcome: 'imported', imported }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Notes why a list could not be had, and tells the officers once, until it can be had again. */
async function noteFailure(ctx: Context, name: string, problem: string): Promise<void> {
  await ctx.db.transaction(async () => {
    const before = await loadListCheck(ctx, name)
    await saveListCheck(ctx, { list: name, checkedAt: ctx.now(), marks: before?.marks ?? [], problem })
    if (before && before.problem !== null) return
    for (const { email } of await loadHolders(ctx, 'officer'))
      await queueMail(ctx, {
        to: email,
        subject: `The screening list ${name} could not be refreshed`,
        text: `${problem}\nThe list that was loaded before stands, and grows older: once it is older than the rulebook allows, nobody is screened.\n${ctx.settings.publicUrl}/rules\n`,
      })
  })
}

/**
 * Fetches a list from its official address where it is another one than before, and puts it in force. Where it
 * cannot be had or is refused, the old one stands, and officers are told.
 * @throws {Refusal} lists.refused
 */
export async function refreshList(ctx: Context, name: string): Promise<Refreshed> {
  const source = sourceOf(ctx.settings, name)
  if (!source)
    throw refuseList(
      `No address is known for a list "${name}".`,
      `Known are ${officialLists.join(', ')}; ALLMENDE_LIST_URL_… sets an address.`,
    )
  try {
    return await fetchAndImport(ctx, name, source)
  } catch (error) {
    if (!(error instanceof Refusal) && !(error instanceof DownloadError)) throw error
    await noteFailure(ctx, name, error.message)
    throw error instanceof Refusal
      ? error
      : refuseList(error.message, 'Look at its address, or try again later.')
  }
}

const dayMs = 86_400_000
const againMs = 3_600_000

/** Refreshes the lists that are kept fresh and were not looked at for a day, or an hour after a failure. */
export async function refreshDueLists(ctx: Context): Promise<boolean> {
  let moved = false
  for (const name of ctx.settings.lists) {
    const check = await loadListCheck(ctx, name)
    const age = check ? ctx.now().getTime() - check.checkedAt.getTime() : Infinity
    if (age < (check?.problem === null ? dayMs : againMs)) continue
    try {
      moved = (await refreshList(ctx, name)).outcome === 'imported' || moved
    } catch (error) {
      // It is noted, officers are told, and it is tried again in an hour; the other lists go on.
      if (!(error instanceof Refusal)) throw error
      ctx.logger.warn({ list: name, problem: error.code }, 'a screening list could not be refreshed')
    }
  }
  return moved
}
