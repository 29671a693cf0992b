import { readFile } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { routes } from '@allmende/wire'
import { createClient } from '@allmende/wire/client'
import { exit, printJson, table, text, UsageError, type Command } from '../../command.ts'

export const registers: Command = {
  name: 'registers',
  summary: 'Registers of who owns whom; import the relationship records of GLEIF (level 2, CSV)',
  usage: '[import FILE[.gz] --name NAME --published DATE [--source TEXT]]',
  examples: ['allmende registers', 'allmende registers import rr.csv --name gleif --published 2026-11-24'],
  options: { name: { type: 'string' }, published: { type: 'string' }, source: { type: 'string' } },
  words: [0, 2],
  async run(io, { values, words }) {
    const [verb, path] = words
    if (verb === undefined) {
      const { items } = await createClient({ baseUrl: await io.server() }).call(routes.listRegisters, {})
      if (values.json) printJson(io, items)
      else if (items.length === 0) io.out('No register is loaded: owners are those that applicants state.\n')
      else
        io.out(
          table([
            ['REGISTER', 'PUBLISHED', 'HOLDINGS', 'SOURCE'],
            ...items.map((one) => [one.name, one.publishedOn, String(one.holdings), one.source]),
          ]),
        )
      return exit.done
    }
    const [name, published] = [text(values, 'name'), text(values, 'published')]
    if (verb !== 'import' || !path || !name || !published)
      throw new UsageError('Expected: allmende registers import FILE --name NAME --published DATE')
    const data = await readFile(resolve(io.cwd, path))
    const register = await (
      await io.client()
    ).call(routes.importRegister, {
      params: { id: name },
      query: { publishedOn: published, source: text(values, 'source') ?? basename(path) },
      raw: data[0] === 0x1f && data[1] === 0x8b ? gunzipSync(data) : data,
    })
    if (values.json) printJson(io, register)
    else {
      const out = Object.entries(register.leftOut).map(([reason, count]) => `${count} ${reason}`)
      io.out(`${register.holdings} holdings of ${register.name} in force now.\n`)
      if (out.length > 0) io.err(`Left out: ${out.join(', ')}.\n`)
      if (register.unknownColumns.length > 0)
        io.err(
          `Columns not known here: ${register.unknownColumns.join(', ')}. Has the source changed its layout?\n`,
        )
    }
    return exit.done
  },
}
