import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient, type Client } from '@allmende/wire/client'
import type { Hono } from 'hono'
import { pino } from 'pino'
import type { Context } from '../context.ts'
import { openPglite, openPostgres, type Database } from '../db/connection.ts'
import { createApi, type Env, type Room } from '../http/api.ts'
import type { Actor } from '../http/actor.ts'
import { createLimits } from '../http/limits.ts'
import { createTopics } from '../http/topics.ts'
import { dataKeyOf } from '../outside/data-key.ts'
import { openFileStore } from '../outside/files.ts'
import { readSettings, type Settings } from '../settings.ts'

const migrations = new URL('../db/migrations', import.meta.url).pathname

/** A clock that tests move by hand. */
export type TestClock = { now(): Date; set(at: string): void; advance(ms: number): void }

export type Rig = {
  readonly ctx: Context
  readonly api: Hono<Env>
  readonly clock: TestClock
  /** A client of the API, signed in with the token where given. */
  client(token?: string): Client
  close(): Promise<void>
}

function createClock(at: string): TestClock {
  let ms = Date.parse(at)
  return {
    now: () => new Date(ms),
    set: (next) => {
      ms = Date.parse(next)
    },
    advance: (by) => {
      ms += by
    },
  }
}

/** The real thing in a test: a real database (PGlite in memory, or PostgreSQL where a URL is given), real operations. */
export async function startRig(options: {
  rooms: readonly Room[]
  authenticate: (ctx: Context, authorization: string | undefined) => Promise<Actor>
  postgresUrl?: string
  settings?: Partial<Settings>
  at?: string
  /** Serve only the rooms given, although the contract names more. */
  partial?: boolean
}): Promise<Rig> {
  const dataDir = mkdtempSync(join(tmpdir(), 'allmende-test-'))
  const db: Database = options.postgresUrl ? await openPostgres(options.postgresUrl) : await openPglite(null)
  await db.migrate(migrations)
  const clock = createClock(options.at ?? '2026-11-24T09:00:00.000Z')
  const topics = createTopics()
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const ctx: Context = {
    db,
    files: openFileStore(dataDir),
    logger: pino({ level: process.env.ALLMENDE_TEST_LOG ?? 'silent' }),
    logKey: { privateKey, publicKey: Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url') },
    dataKey: dataKeyOf(randomBytes(32)),
    settings: { ...readSettings({ ALLMENDE_DATA: dataDir }), ...options.settings },
    now: () => clock.now(),
    nudge: (topic) => db.afterCommit(() => topics.nudge(topic)),
    waitFor: topics.waitFor,
  }
  const api = createApi(ctx, {
    authenticate: options.authenticate,
    limits: createLimits(1_000_000, () => 0),
    rooms: options.rooms,
    checkReplies: true,
    partial: options.partial ?? false,
  })
  return {
    ctx,
    api,
    clock,
    client: (token) =>
      createClient({
        baseUrl: 'http://test.invalid',
        token,
        fetch: (request) => {
          const url = new URL(request.url)
          url.pathname = url.pathname.replace(/^\/api\/v1/, '')
          return api.fetch(new Request(url, request))
        },
      }),
    async close() {
      await db.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
