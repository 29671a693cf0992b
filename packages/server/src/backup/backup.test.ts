import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { awardRoom } from '../award/index.ts'
import { clearRoom } from '../clear/index.ts'
import type { Database } from '../db/connection.ts'
import { openPglite } from '../db/connection.ts'
import { reviewRoom } from '../review/index.ts'
import { databases, fillers, startChainRig, type ChainRig } from '../testing/chain-rig.ts'
import { advanceChain } from '../timers/chain.ts'
import { saveBackup } from './backup.ts'
import { restoreBackup } from './restore.ts'
import { tablesInOrder } from './tables.ts'

const migrations = new URL('../db/migrations', import.meta.url).pathname
const folder = mkdtempSync(join(tmpdir(), 'allmende-backup-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Everything that a database holds, table by table, in an order that does not depend on how it was stored. */
async function everything(db: Database): Promise<Record<string, string[]>> {
  const all: Record<string, string[]> = {}
  for (const table of await tablesInOrder(db)) {
    const rows = await db.rows<{ row: string }>(
      sql`select row_to_json(t)::text as row from ${sql.identifier(table)} t`,
    )
    all[table] = rows.map((r) => r.row).toSorted()
  }
  return all
}

describe.each(databases)('a backup made on %s', (database) => {
  let rig: ChainRig
  let file: string
  let dataDir: string
  const target = async (name: string): Promise<{ db: Database; dataDir: string }> => {
    const db = await openPglite(null)
    await db.migrate(migrations)
    const place = join(folder, `${database}-${name}`)
    mkdirSync(place)
    return { db, dataDir: place }
  }

  beforeAll(async () => {
    rig = await startChainRig([clearRoom, reviewRoom, awardRoom], database)
    const lead = await rig.person('Wanjiru Kamande')
    const officer = await rig.person('Ilse Brandt', [
      { role: 'officer', scopeKind: 'alliance', scopeId: 'alliance' },
    ])
    await rig.importNames(officer, fillers)
    await rig.submit({ lead })
    await advanceChain(rig.ctx)
    dataDir = rig.ctx.settings.dataDir
    mkdirSync(join(dataDir, 'blobs/ab'), { recursive: true })
    writeFileSync(join(dataDir, 'blobs/ab/abcd'), Buffer.from([0, 255, 10, 13, 34]))
    file = join(folder, `${database}.backup`)
    const { db, settings } = rig.ctx
    await saveBackup(db, { dataDir, migrations, version: settings.version, to: file, now: rig.ctx.now() })
  }, 60_000)
  afterAll(() => rig.close())

  test('comes back row by row and file by file, and what comes after it gets new numbers', async () => {
    const to = await target('whole')
    const { rows } = await restoreBackup(to.db, { ...to, migrations, from: file })
    expect(await everything(to.db)).toEqual(await everything(rig.ctx.db))
    expect(rows).toBeGreaterThan(20)
    expect(readFileSync(join(to.dataDir, 'blobs/ab/abcd'))).toEqual(Buffer.from([0, 255, 10, 13, 34]))
    const [next] = await to.db.rows<{ n: number | string }>(
      sql`select nextval(pg_get_serial_sequence('jobs', 'sequence')) as n`,
    )
    const [last] = await to.db.rows<{ n: number | string | null }>(sql`select max(sequence) as n from jobs`)
    expect(Number(next?.n)).toBeGreaterThan(Number(last?.n ?? 0))
    await to.db.close()
  })

  test('is readable by its owner only, and is not written over', async () => {
    expect(statSync(file).mode & 0o777).toBe(0o600)
    await expect(
      saveBackup(rig.ctx.db, { dataDir, migrations, version: '0', to: file, now: rig.ctx.now() }),
    ).rejects.toMatchObject({ code: 'backup.exists' })
  })

  const whole = () => gunzipSync(readFileSync(file)).toString()
  test.each([
    ['a file that was cut off', () => readFileSync(file).subarray(0, -200)],
    ['one without its end', () => gzipSync(whole().split('\n').slice(0, -2).join('\n') + '\n')],
    ['one letter changed', () => gzipSync(whole().replace('Wanjiru', 'Wanjira'))],
    ['a line taken out', () => gzipSync(whole().split('\n').toSpliced(3, 1).join('\n'))],
    ['something else', () => Buffer.from('not a backup')],
  ])('%s is refused, and nothing is touched', async (name, bytes) => {
    const bad = join(folder, `${database}-bad`)
    writeFileSync(bad, bytes())
    const to = await target(name.replaceAll(' ', '-'))
    await expect(restoreBackup(to.db, { ...to, migrations, from: bad })).rejects.toMatchObject({
      code: 'backup.damaged',
    })
    expect(readdirSync(to.dataDir)).toEqual([])
    expect((await everything(to.db)).people).toEqual([])
    await to.db.close()
  })

  test('is not put over what is there', async () => {
    await expect(
      restoreBackup(rig.ctx.db, { dataDir: join(folder, 'none'), migrations, from: file }),
    ).rejects.toMatchObject({ code: 'backup.not-empty' })
    const to = await target('full')
    writeFileSync(join(to.dataDir, 'something'), '')
    await expect(restoreBackup(to.db, { ...to, migrations, from: file })).rejects.toMatchObject({
      code: 'backup.not-empty',
    })
    expect(existsSync(join(to.dataDir, 'blobs'))).toBe(false)
    await to.db.close()
  })

  test('of a newer version is refused in words', async () => {
    const newer = join(folder, `${database}-newer`)
    const { createHash } = await import('node:crypto')
    const body = whole().split('\n').slice(0, -2)
    body[0] = (body[0] ?? '').replace(/"schema":\d+/, '"schema":9999999999999')
    const text = `${body.join('\n')}\n`
    const trailer = { lines: body.length, sha256: createHash('sha256').update(text).digest('hex') }
    writeFileSync(newer, gzipSync(`${text}${JSON.stringify(trailer)}\n`))
    const to = await target('newer-schema')
    await expect(restoreBackup(to.db, { ...to, migrations, from: newer })).rejects.toMatchObject({
      code: 'backup.newer',
    })
    await to.db.close()
  })
})
