import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import { getRequestListener } from '@hono/node-server'
import { createWeb } from '@allmende/web'
import { pino } from 'pino'
import { allianceRoom, originOf } from './alliance/index.ts'
import { applyRoom } from './apply/index.ts'
import { awardRoom } from './award/index.ts'
import { clearRoom, rulesBookRoom } from './clear/index.ts'
import type { Context } from './context.ts'
import { openPglite, openPostgres, type Database } from './db/connection.ts'
import { lockDataFolder } from './db/data-folder.ts'
import { prepareSchema } from './db/schema-version.ts'
import { createApi, type Room } from './http/api.ts'
import { createApp } from './http/app.ts'
import { createLimits } from './http/limits.ts'
import { createMetrics } from './http/metrics.ts'
import { createTopics } from './http/topics.ts'
import { jobsRoom } from './jobs/index.ts'
import { openFileStore } from './outside/files.ts'
import { openDataKey } from './outside/data-key.ts'
import { openLogKey } from './outside/log-key.ts'
import { authenticate, peopleRoom } from './people/index.ts'
import { meterRoom } from './meter/index.ts'
import { placeRoom } from './place/index.ts'
import { planRoom } from './plan/index.ts'
import { createLogApp, recordRoom } from './record/routes.ts'
import { privacyRoom } from './privacy/index.ts'
import { reportRoom } from './report/index.ts'
import { reviewRoom } from './review/index.ts'
import type { Settings } from './settings.ts'
import { sitesRoom } from './sites/index.ts'
import { allTimers } from './timers/index.ts'
import { startTimers } from './timers/loop.ts'

/** Where built files lie: migrations, assets, examples. */
export type Places = { readonly migrations: string; readonly assets: string }

export type RunningServer = { readonly ctx: Context; readonly url: string; stop(): Promise<void> }

/** Every room of the API, in the order of the chain. */
export const rooms: readonly Room[] = [
  allianceRoom,
  peopleRoom,
  planRoom,
  applyRoom,
  clearRoom,
  rulesBookRoom,
  reviewRoom,
  awardRoom,
  sitesRoom,
  jobsRoom,
  placeRoom,
  meterRoom,
  recordRoom(originOf),
  reportRoom,
  privacyRoom,
]

async function openDatabase(settings: Settings): Promise<Database> {
  return settings.databaseUrl ? openPostgres(settings.databaseUrl) : openPglite(settings.dataDir)
}

function createContext(settings: Settings, db: Database, stopping: AbortSignal): Context {
  const topics = createTopics(stopping)
  return {
    db,
    files: openFileStore(settings.dataDir),
    logger: pino(
      { level: settings.logLevel, redact: ['req.headers', 'email', 'name', 'token'] },
      pino.destination({ dest: 2, sync: true }),
    ),
    logKey: openLogKey(settings.dataDir),
    dataKey: openDataKey(settings.dataDir),
    settings,
    now: () => new Date(),
    nudge: (topic) => db.afterCommit(() => topics.nudge(topic)),
    stopping,
    waitFor: topics.waitFor,
  }
}

/** Listens; a port that is taken is said in words. */
function listen(server: Server, settings: Settings): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(
              `Port ${settings.port} on ${settings.host} is taken. Stop what listens there, or choose another: ALLMENDE_PORT=8090 npm start.`,
            )
          : error,
      )
    })
    server.listen(settings.port, settings.host, () => resolve((server.address() as { port: number }).port))
  })
}

/** Starts everything in this process. Whatever fails on the way is undone before the error is passed on. */
export async function startServer(settings: Settings, places: Places): Promise<RunningServer> {
  const unlock = lockDataFolder(settings.dataDir)
  let db: Database | null = null
  try {
    db = await openDatabase(settings)
    await prepareSchema(db, places.migrations, settings.dataDir, new Date())
    const stopping = new AbortController()
    const ctx = createContext(settings, db, stopping.signal)
    const metrics = createMetrics()
    const api = createApi(ctx, {
      authenticate,
      limits: createLimits(settings.requestsPerMinute, () => performance.now()),
      rooms,
      checkReplies: false,
      partial: false,
    })
    const manifest = JSON.parse(readFileSync(join(places.assets, 'manifest.json'), 'utf8')) as Record<
      string,
      string
    >
    const app = createApp(ctx, {
      api,
      log: createLogApp(ctx, originOf),
      pages: (clientFor) =>
        createWeb({
          clientFor,
          assets: { folder: places.assets, manifest },
          secure: settings.publicUrl.startsWith('https:'),
          publicUrl: settings.publicUrl,
        }),
      metrics,
      accepting: () => !stopping.signal.aborted,
    })
    const server = createServer(getRequestListener(app.fetch))
    const port = await listen(server, settings)
    const stopTimers = startTimers(ctx, metrics, allTimers(ctx))
    return {
      ctx,
      url: `http://${settings.host === '0.0.0.0' ? '127.0.0.1' : settings.host}:${port}`,
      async stop() {
        stopping.abort()
        await stopTimers()
        // Requests under way are answered; idle and waiting connections are closed.
        await new Promise<void>((resolve) => {
          server.close(() => resolve())
          server.closeIdleConnections()
          setTimeout(() => server.closeAllConnections(), 5000).unref()
        })
        await ctx.db.close()
        unlock()
      },
    }
  } catch (error) {
    await db?.close()
    unlock()
    throw error
  }
}
