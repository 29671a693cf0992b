import { readFile } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { routes } from '@allmende/wire'
import { createClient } from '@allmende/wire/client'
import { exit, printJson, table, text, UsageError, type Command } from '../../command.ts'

async function readUnpacked(path: string): Promise<Buffer> {
  const data = await readFile(path)
  return data[0] === 0x1f && data[1] === 0x8b ? gunzipSync(data) : data
}

export const lists: Command = {
  name: 'lists',
  summary: 'Screening lists with source, date and age; or import one',
  usage: '[import FILE[.gz]... --name NAME --published DATE [--source TEXT] [--format FORMAT]]',
  examples: [
    'allmende lists',
    'allmende lists import consolidated.csv --name us-csl --published 2026-11-23',
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
              `${l.ageDays} days${l.stale ? ' (too old)' : ''}`,
              String(l.entries),
              l.source,
            ]),
          ]),
        )
      return exit.done
    }
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
