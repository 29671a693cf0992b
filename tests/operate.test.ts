import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { allmende, freePort, startProgram, type Program } from './program.ts'

const read = (path: string) => readFileSync(join(process.cwd(), path), 'utf8')
const named = (text: string) => [...new Set(text.match(/\bALLMENDE_[A-Z_]+\b/g) ?? [])].toSorted()
const settings = named(read('packages/server/src/settings.ts'))

describe('what operators read', () => {
  test('the table of the configuration names every setting, and nothing else', () => {
    const table = read('docs/operate.md').match(/^\| `ALLMENDE_[A-Z_]+`/gm) ?? []
    expect(named(table.join('\n'))).toEqual(settings)
  })

  test('the image and the compose file set what the server reads, and no password has a default', () => {
    const compose = read('compose.yaml')
    const { services } = parse(compose) as {
      services: Record<string, { environment: Record<string, string> }>
    }
    const set = [...Object.keys(services.server?.environment ?? {}), ...named(read('Dockerfile'))]
    for (const name of set) expect(settings).toContain(name)
    expect(compose.match(/PASSWORD:-/)).toBeNull()
    expect(services.database?.environment.POSTGRES_PASSWORD).toMatch(/^\$\{ALLMENDE_DB_PASSWORD:\?/)
  })
})

describe('backup and restore, as an operator runs them', () => {
  const folder = mkdtempSync(join(tmpdir(), 'allmende-operate-'))
  const file = join(folder, 'all.backup')
  let program: Program
  const run = (what: string, data: string) =>
    spawnSync(process.execPath, ['dist/backup/main.js', what, file], {
      encoding: 'utf8',
      env: { ...process.env, ALLMENDE_DATA: join(folder, data), ALLMENDE_LOG_LEVEL: 'warn' },
    })

  beforeAll(async () => {
    program = startProgram(join(folder, 'data'), await freePort())
    await program.until(/Stop with Ctrl-C/, 150)
  }, 180_000)
  afterAll(async () => {
    await program.kill('SIGTERM')
    rmSync(folder, { recursive: true, force: true })
  }, 30_000)

  test('while the server runs on PGlite, a backup says whom to stop; then it is made, restored elsewhere, and verifies', async () => {
    const refused = run('backup', 'data')
    expect(refused.status).toBe(1)
    expect(refused.stderr).toMatch(/is in use by process \d+\. Stop that one first/)
    const before = await (await fetch(`${program.url}/log/checkpoint`)).text()
    await program.kill('SIGTERM')

    expect(run('backup', 'data')).toMatchObject({ status: 0 })
    expect(run('restore', 'restored')).toMatchObject({ status: 0 })
    expect(run('restore', 'restored').stderr).toContain('There is data already')

    program = startProgram(join(folder, 'restored'), await freePort())
    await program.until(/Stop with Ctrl-C/, 60)
    const after = await (await fetch(`${program.url}/log/checkpoint`)).text()
    expect(after.split('\n').slice(0, 3)).toEqual(before.split('\n').slice(0, 3))
    expect(allmende(folder, ['verify', program.url]).out).toContain('Everything checks.')
    allmende(folder, ['login', '--server', program.url, '--email', 'lead@riftlakes.example'])
    const jobs = JSON.parse(allmende(folder, ['jobs', '--json']).out) as { id: string; name: string }[]
    const trained = jobs.find((job) => job.name === 'train-char-lm')
    expect(allmende(folder, ['fetch', trained?.id ?? '', '--to', join(folder, 'fetched')]).code).toBe(0)
  }, 120_000)
})
