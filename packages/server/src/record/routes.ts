import {
  encodeEntryBundle,
  encodeTile,
  inclusionProof,
  nodesForInclusion,
  parseTilePath,
  tileExists,
  tileWidth,
} from '@allmende/domain/ledger'
import { logEntryKinds, routes } from '@allmende/wire'
import { Hono } from 'hono'
import { z } from 'zod'
import type { Context } from '../context.ts'
import type { Env, Room } from '../http/api.ts'
import { Refusal } from '../http/problems.ts'
import { bytes } from './bytes.ts'
import { signCheckpoint, verifierKey } from './checkpoint.ts'
import {
  listEntries,
  loadCheckpoint,
  loadEntry,
  loadHead,
  loadNodes,
  rangeOfEntries,
  tileHashes,
  type EntryRow,
} from './store.ts'

function toShape(row: EntryRow) {
  const { data } = JSON.parse(row.body) as { data: Record<string, unknown> }
  return { index: row.index, kind: row.kind, at: row.at.toISOString(), data }
}

function sizeOfNote(note: string): number {
  return Number(note.split('\n')[1])
}

async function proveEntry(ctx: Context, origin: string, index: number) {
  const entry = await loadEntry(ctx, index)
  if (!entry) throw new Refusal('request.not-found', `The log has no entry ${index}.`)
  let checkpoint = await loadCheckpoint(ctx)
  if (!checkpoint || checkpoint.size <= index) {
    await signCheckpoint(ctx, origin)
    checkpoint = await loadCheckpoint(ctx)
  }
  if (!checkpoint) throw new Refusal('log.no-proof', 'No checkpoint is signed yet; try again in a second.')
  const size = sizeOfNote(checkpoint.note)
  const hashAt = await loadNodes(ctx, nodesForInclusion(size, index))
  return {
    ...toShape(entry),
    size,
    entryB64: Buffer.from(entry.body).toString('base64'),
    proof: [...inclusionProof(bytes, size, index, hashAt)],
    checkpoint: checkpoint.note,
    verifierKey: verifierKey(ctx, origin),
  }
}

export const recordRoom =
  (originOf: (ctx: Context) => Promise<string>): Room =>
  (serve, ctx) => {
    serve(routes.listEntries, async ({ query }) => {
      const rows = await listEntries(ctx, { before: query.before, kind: query.kind, limit: query.limit })
      const last = rows.at(-1)
      return {
        body: {
          items: rows.map(toShape),
          next: rows.length === query.limit && last ? String(last.index) : null,
        },
      }
    })
    serve(routes.getEntry, async ({ params }) => ({
      body: await proveEntry(ctx, await originOf(ctx), params.index),
    }))
    serve(routes.getSchema, async () => ({
      body: Object.fromEntries(
        Object.entries(logEntryKinds).map(([kind, schema]) => [kind, z.toJSONSchema(schema)]),
      ),
    }))
  }

async function tileBytes(ctx: Context, path: string): Promise<Uint8Array | null> {
  const tile = parseTilePath(path)
  const head = await loadHead(ctx)
  if (!tile || !head || !tileExists(tile, head.size)) return null
  const first = tile.index * tileWidth
  if (tile.level === 'entries') {
    const rows = await rangeOfEntries(ctx, first, first + tile.width)
    return encodeEntryBundle(rows.map((row) => bytes.utf8(row.body)))
  }
  return encodeTile(await tileHashes(ctx, tile.level, first, tile.width))
}

/** The log as static files (C2SP tlog-tiles): /log/checkpoint, /log/key, /log/tile/… */
export function createLogApp(ctx: Context, originOf: (ctx: Context) => Promise<string>): Hono<Env> {
  const app = new Hono<Env>()
  app.get('/checkpoint', async (c) => {
    await signCheckpoint(ctx, await originOf(ctx))
    const checkpoint = await loadCheckpoint(ctx)
    c.header('cache-control', 'no-store')
    return checkpoint ? c.text(checkpoint.note) : c.text('No checkpoint is signed yet.\n', 404)
  })
  app.get('/key', async (c) => c.text(`${verifierKey(ctx, await originOf(ctx))}\n`))
  app.get('/tile/*', async (c) => {
    const data = await tileBytes(ctx, c.req.path.slice(c.req.path.indexOf('tile/')))
    if (!data) return c.text('There is no such tile.\n', 404)
    c.header('content-type', 'application/octet-stream')
    c.header('cache-control', 'public, max-age=31536000, immutable')
    return c.body(data as Uint8Array<ArrayBuffer>)
  })
  return app
}
