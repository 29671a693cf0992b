import { readFile } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { routes } from '@allmende/wire'
import { createClient, ProblemError } from '@allmende/wire/client'
import { exit, printJson, table, text, UsageError, type Command, type Io } from '../../command.ts'

async function readUnpacked(path: string): Promise<Buffer> {
  const data = await readFile(path)
  return data[0] === 0x1f && data[1] === 0x8b ? gunzipSync(data) : data
}

/** Fetches one list, or each that is loaded and has an official address; the others go on where one fails. */
async function refreshLists(io: Io, names: readonly string[], json: boolean): Promise<number> {
  const client = await io.client()
  const { items } = await client.call(routes.listLists, {})
  const wanted = names.length > 0 ? names : items.filter((l) => l.refreshable).map((l) => l.name)
  if (wanted.length === 0)
    throw new UsageError(
      'No list that is loaded has an official address. Name one: allmende lists refresh us-csl',
    )
  const results = []
  for (const name of wanted) {
    try {
      const { outcome, list, unknownColumns } = await client.call(routes.refreshList, {
        params: { id: name },
      })
      results.push({ name, outcome, list, unknownColumns, problem: null })
      if (!json)
        io.out(
          outcome === 'unchanged'
            ? `${name}: unchanged, confirmed today.\n`
            : `${name}: ${list.entries} entries of ${list.publishedOn} in force now.\n`,
        )
      if (unknownColumns.length > 0)
        io.err(
          `${name}: columns not known here: ${unknownColumns.join(', ')}. Has the source changed its layout?\n`,
        )
    } catch (error) {
      if (!(error instanceof ProblemError) || error.problem.code !== 'lists.refused') throw error
      const problem = [error.problem.detail ?? error.problem.title, error.problem.remedy]
        .filter(Boolean)
        .join(' ')
      results.push({ name, outcome: 'refused' as const, list: null, unknownColumns: [], problem })
      if (!json) io.err(`${name}: ${problem}\n`)
    }
  }
  if (json) printJson(io, results)
  return results.some(({ problem }) => problem !== null) ? exit.no : exit.done
}

export const lists: Command = {
  name: 'lists',
  summary: 'Screening lists with source, date and age; import one, or fetch it from its official address',
  usage:
    '[refresh [NAME] | import FILE[.gz]... --name NAME --published DATE [--source TEXT] [--format FORMAT]]',
  examples: [
    'allmende lists',
    'allmende lists import consolidated.csv --name us-csl --published 2026-11-23',
    'allmende lists refresh us-csl',
    'allmende lists import sdn.csv alt.csv add.csv --name ofac-sdn --published 2026-11-23',
  ],
  options: {
    name: { type: 'string' },
    published: { type: 'string' },
    source: { type: 'string' },
    format: { type: 'string' },
  },
  words: [0, 9],
  async run(io, { values, words }) {
    const [verb, ...files] = words
    if (verb === undefined) {
      const { items } = await createClient({ baseUrl: await io.server() }).call(routes.listLists, {})
      if (values.json) printJson(io, items)
      else if (items.length === 0) io.out('No list is loaded; nobody can be cleared until one is.\n')
      else
        io.out(
          table([
            ['LIST', 'PUBLISHED', 'AGE', 'ENTRIES', 'SOURCE'],
            ...items.map((l) => [
              l.name,
              l.publishedOn,
              `${l.ageDays} days${l.stale ? ' (too old)' : ''}${l.check?.problem ? ' (last look failed)' : ''}`,
              String(l.entries),
              l.source,
            ]),
          ]),
        )
      return exit.done
    }
    if (verb === 'refresh') return refreshLists(io, files, values.json === true)
    const [name, published] = [text(values, 'name'), text(values, 'published')]
    if (verb !== 'import' || files.length === 0 || !name || !published)
      throw new UsageError('Expected: allmende lists import FILE --name NAME --published DATE')
    const raw = Buffer.concat(await Promise.all(files.map((file) => readUnpacked(resolve(io.cwd, file)))))
    const format = text(values, 'format')
    const list = await (
      await io.client()
    ).call(routes.importList, {
      params: { id: name },
      query: {
        publishedOn: published,
        source: text(values, 'source') ?? files.map((file) => basename(file)).join(', '),
        ...(format && { format }),
      },
      raw,
    })
    if (values.json) printJson(io, list)
    else {
      io.out(
        `${list.entries} ${list.entries === 1 ? 'entry' : 'entries'} of ${list.name} (${list.format}) in force now; ${list.rejectedRows} ${list.rejectedRows === 1 ? 'row' : 'rows'} could not be read.\n`,
      )
      if (list.unknownColumns.length > 0)
        io.err(
          `Columns not known here: ${list.unknownColumns.join(', ')}. Has the source changed its layout?\n`,
        )
    }
    return exit.done
  },
}
