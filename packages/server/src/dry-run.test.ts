import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Affected } from '@allmende/wire'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openPglite } from './db/connection.ts'
import { dryRunRules } from './dry-run.ts'
import { clearRoom } from './clear/index.ts'
import { readSettings } from './settings.ts'
import { databases, fillers, startChainRig } from './testing/chain-rig.ts'
import { advanceChain } from './timers/chain.ts'

const migrations = new URL('./db/migrations', import.meta.url).pathname
/** The eve of the guidance on training for parties of Country Group D:5, and the day it began. */
const [eve, day] = ['2025-05-12', '2025-05-13']

/** A folder or database in which one application is awarded on the eve, and how to run on it. */
async function awardOnEve(database: (typeof databases)[number]) {
  const rig = await startChainRig([clearRoom], database)
  rig.clock.set(`${eve}T12:00:00.000Z`)
  const officer = await rig.person('Ilse Brandt', [
    { role: 'officer', scopeKind: 'alliance', scopeId: 'alliance' },
  ])
  await rig.importNames(officer, fillers, eve)
  await rig.submit({ lead: await rig.person('Amina Otieno'), answers: {} })
  await advanceChain(rig.ctx)
  return rig
}

describe('the dry run of a new version', () => {
  const scratch = mkdtempSync(join(tmpdir(), 'allmende-dry-run-test-'))
  const dataDir = join(scratch, 'data')
  const files = () =>
    readdirSync(dataDir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => {
        const path = join(entry.parentPath, entry.name)
        return [path, readFileSync(path).toString('base64')]
      })
  async function run(asOf: string, other: { databaseUrl?: string; migrations?: string } = {}) {
    let out = ''
    const code = await dryRunRules({
      settings: { ...readSettings({ ALLMENDE_DATA: dataDir }), databaseUrl: other.databaseUrl ?? null },
      migrations: other.migrations ?? migrations,
      asOf,
      json: true,
      now: new Date(),
      out: (text) => (out += text),
    })
    return { code, out }
  }

  beforeAll(async () => {
    const rig = await awardOnEve('PGlite')
    const dump = await rig.ctx.db.dump()
    await rig.close()
    const db = await openPglite(dataDir, dump ?? undefined)
    await db.close()
  })
  afterAll(() => rmSync(scratch, { recursive: true, force: true }))

  test('prints what would change, and leaves every file of the data folder as it was', async () => {
    const before = files()
    const { code, out } = await run(day)
    expect(code).toBe(0)
    const { items, examined } = JSON.parse(out) as { items: Affected[]; examined: number }
    expect(examined).toBe(1)
    expect(items.map((i) => [i.site, i.stricter, i.newRules[0]?.code])).toEqual([
      ['jena', true, 'us-ear.training-for-d5'],
      ['recife', true, 'us-ear.training-for-d5'],
    ])
    expect(files()).toEqual(before)
    expect((JSON.parse((await run(eve)).out) as { items: Affected[] }).items).toEqual([])
  })

  test('a folder of an older schema is migrated in the copy alone; one of a newer is refused', async () => {
    const before = files()
    const later = join(scratch, 'migrations')
    cpSync(migrations, later, { recursive: true })
    const journal = JSON.parse(readFileSync(join(later, 'meta/_journal.json'), 'utf8')) as {
      entries: { idx: number; when: number }[]
    }
    const last = journal.entries.at(-1)
    const next = { ...last, idx: journal.entries.length, when: (last?.when ?? 0) + 1, tag: '9999_later' }
    writeFileSync(join(later, '9999_later.sql'), 'alter table alliance add column later text')
    writeFileSync(
      join(later, 'meta/_journal.json'),
      JSON.stringify({ ...journal, entries: [...journal.entries, next] }),
    )
    expect(
      (JSON.parse((await run(day, { migrations: later })).out) as { items: Affected[] }).items,
    ).toHaveLength(2)
    expect(files()).toEqual(before)

    const db = await openPglite(dataDir)
    await db.migrate(later)
    await db.close()
    const { code, out } = await run(day)
    expect(code).toBe(1)
    expect(out).toContain('newer version')
    rmSync(dataDir, { recursive: true })
    expect(await run(day)).toEqual({ code: 1, out: `There is no data in ${dataDir}.\n` })
  })

  test('a date that is none, and one before every rule, are said in words', async () => {
    expect(await run('2025-02-31')).toMatchObject({ code: 2 })
    expect((await run('1999-01-01')).out).toContain('expected a date from')
  })

  test.each(databases.filter((database) => database === 'PostgreSQL'))(
    'on %s it reads within a read-only transaction',
    async () => {
      const rig = await awardOnEve('PostgreSQL')
      try {
        const [here] = await rig.ctx.db.rows<{ name: string }>(sql`select current_database() as name`)
        const url = new URL(process.env.ALLMENDE_TEST_POSTGRES ?? '')
        url.pathname = `/${here?.name}`
        const { code, out } = await run(day, { databaseUrl: url.href })
        expect(code).toBe(0)
        expect((JSON.parse(out) as { items: Affected[] }).items).toHaveLength(2)
        await rig.ctx.db.rows(
          sql`delete from drizzle.__drizzle_migrations where id = (select max(id) from drizzle.__drizzle_migrations)`,
        )
        const other = await run(day, { databaseUrl: url.href })
        expect(other.code).toBe(1)
        expect(other.out).toContain('older schema')
      } finally {
        await rig.close()
      }
    },
  )
})
