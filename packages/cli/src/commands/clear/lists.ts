import { readFile } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { routes } from '@allmende/wire'
import { createClient } from '@allmende/wire/client'
import { exit, printJson, table, text, UsageError, type Command } from '../../command.ts'

export const lists: Command = {
  name: 'lists',
  summary: 'Screening lists with source, date and age; or import one',
  usage: '[import FILE.csv[.gz] --name NAME --published DATE [--source TEXT]]',
  examples: ['allmende lists', 'allmende lists import consolidated.csv --name us-csl --published 2026-11-23'],
  options: { name: { type: 'string' }, published: { type: 'string' }, source: { type: 'string' } },
  words: [0, 2],
  async run(io, { values, words }) {
    const [verb, file] = words
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
              `${l.ageDays} days${l.stale ? ' (too old)' : ''}`,
              String(l.entries),
              l.source,
            ]),
          ]),
        )
      return exit.done
    }
    const [name, published] = [text(values, 'name'), text(values, 'published')]
    if (verb !== 'import' || !file || !name || !published)
      throw new UsageError('Expected: allmende lists import FILE.csv --name NAME --published DATE')
    const data = await readFile(resolve(io.cwd, file))
    const raw = data[0] === 0x1f && data[1] === 0x8b ? gunzipSync(data) : data
    const list = await (
      await io.client()
    ).call(routes.importList, {
      params: { id: name },
      query: { publishedOn: published, source: text(values, 'source') ?? basename(file) },
      raw,
    })
    if (values.json) printJson(io, list)
    else {
      io.out(
        `${list.entries} ${list.entries === 1 ? 'entry' : 'entries'} of ${list.name} in force now; ${list.rejectedRows} ${list.rejectedRows === 1 ? 'row' : 'rows'} could not be read.\n`,
      )
      if (list.unknownColumns.length > 0)
        io.err(
          `Columns not known here: ${list.unknownColumns.join(', ')}. Has the source changed its layout?\n`,
        )
    }
    return exit.done
  },
}
