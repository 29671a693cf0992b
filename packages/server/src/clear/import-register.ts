import { createHash } from 'node:crypto'
import { readGleifHeader, readGleifRow, type GleifColumns } from '@allmende/domain/ownership'
import { parse } from 'csv-parse'
import type { Context } from '../context.ts'
import { Refusal } from '../http/problems.ts'
import { append } from '../record/index.ts'
import { demandPublished } from './import-list.ts'
import { readThrough } from './list-records.ts'
import { refuseList } from './read-list.ts'
import {
  countHoldings,
  saveRegister,
  swapRegister,
  type OwnershipSource,
  type RegisterHolding,
} from './store-owners.ts'

const rowsAtOnce = 1000
const bytesMax = 2 ** 31
const recordBytesMax = 2 ** 16

export type ImportedRegister = {
  readonly register: OwnershipSource
  readonly unknownColumns: readonly string[]
  /** Records that say nothing of who owns whom, by reason. */
  readonly leftOut: Readonly<Record<string, number>>
}

type Reading = {
  columns: GleifColumns | null
  unknown: readonly string[]
  readonly leftOut: Record<string, number>
}

function headerOf(cells: readonly string[], reading: Reading): void {
  const header = readGleifHeader(cells)
  if (!header.ok) throw refuseList(`The file lacks the columns ${header.missing.slice(0, 5).join(', ')}.`)
  reading.columns = header.columns
  reading.unknown = header.unknown
}

/** Rows of the file as holdings, a thousand at a time; what says nothing of ownership is counted by its reason. */
async function* batchesOf(
  rows: AsyncIterable<readonly string[]>,
  source: string,
  reading: Reading,
): AsyncGenerator<readonly RegisterHolding[]> {
  let batch: RegisterHolding[] = []
  const seen = new Set<string>()
  try {
    for await (const cells of rows) {
      if (reading.columns === null) {
        headerOf(cells, reading)
        continue
      }
      const row = readGleifRow(reading.columns, cells)
      if (row.kind === 'left-out') {
        reading.leftOut[row.reason] = (reading.leftOut[row.reason] ?? 0) + 1
        continue
      }
      const { owner, owned, kind, share, from, until } = row.holding
      const key = `${owned} ${owner} ${kind}`
      if (seen.has(key)) continue
      seen.add(key)
      batch.push({ source, owner, owned, kind, share, from, until })
      if (batch.length < rowsAtOnce) continue
      yield batch
      batch = []
    }
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw refuseList(
      `The file is no CSV, or was cut off: ${error instanceof Error ? error.message : String(error)}.`,
    )
  }
  if (batch.length > 0) yield batch
}

/**
 * Reads the relationship records of GLEIF (CSV) and puts them in the place of what was loaded under the same name,
 * in one transaction: on any refusal the old register stands. Every live application is then looked at again.
 *
 * @throws {Refusal} lists.refused
 */
export async function importRegister(
  ctx: Context,
  ask: { readonly name: string; readonly source: string; readonly publishedOn: string },
  body: AsyncIterable<Uint8Array>,
): Promise<ImportedRegister> {
  demandPublished(ask.publishedOn, ctx.now())
  const hash = createHash('sha256')
  const reading: Reading = { columns: null, unknown: [], leftOut: {} }
  let bytes = 0
  async function* counted() {
    for await (const chunk of body) {
      bytes += chunk.byteLength
      if (bytes > bytesMax) throw refuseList(`The file has more than ${bytesMax} bytes.`)
      hash.update(chunk)
      yield chunk
    }
  }
  const parser = parse({
    bom: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: recordBytesMax,
  })
  const rows = readThrough<readonly string[]>(parser, counted())
  return ctx.db.transaction(async () => {
    const register = { ...ask, importedAt: ctx.now(), sha256: '', holdings: 0 }
    const before = await countHoldings(ctx, ask.name)
    await swapRegister(ctx, register, batchesOf(rows, ask.name, reading))
    const holdings = await countHoldings(ctx, ask.name)
    if (reading.columns === null) throw refuseList('The file is empty.')
    if (holdings === 0) throw refuseList('No record of the file says who owns whom.')
    if (holdings * 10 < before)
      throw refuseList(`The register had ${before} holdings and would have ${holdings}.`)
    const done = { ...register, sha256: hash.digest('hex'), holdings }
    await saveRegister(ctx, done)
    await append(ctx, 'register.imported', [`register:${done.name}`], () => ({
      register: done.name,
      publishedOn: done.publishedOn,
      sha256: done.sha256,
      holdings,
    }))
    ctx.nudge('chain')
    return { register: done, unknownColumns: reading.unknown, leftOut: reading.leftOut }
  })
}
