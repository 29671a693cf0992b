import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { inspectBundle } from '@allmende/wire/bundle'
import type { Context } from '../context.ts'
import { Refusal } from '../http/problems.ts'
import { loadBundle, loadPlacement, saveBundle, savePlacement } from './store.ts'

const packedBytesMax = 256 * 1024 * 1024

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Uint8Array)
  return hash.digest('hex')
}

function bodyOf(request: Request): ReadableStream<Uint8Array> | Readable {
  return (request.body as ReadableStream<Uint8Array> | null) ?? Readable.from([])
}

/** Receives a job's files, checks them before they are kept, and remembers them by their SHA-256. */
export async function receiveBundle(
  ctx: Context,
  request: Request,
  sha256: string,
  person: string,
): Promise<{ sha256: string; bytes: number; files: number }> {
  const known = await loadBundle(ctx, sha256)
  if (known) return { sha256, bytes: known.bytes, files: known.files }
  const incoming = await ctx.files.receive(bodyOf(request), packedBytesMax)
  try {
    const actual = await sha256Of(incoming.path)
    if (actual !== sha256)
      throw new Refusal(
        'jobs.bundle-refused',
        `The files have the SHA-256 ${actual}, not ${sha256} as the address says.`,
        { remedy: 'Send them again.' },
      )
    const checked = await inspectBundle(createReadStream(incoming.path))
    if (!checked.ok)
      throw new Refusal('jobs.bundle-refused', `The files were refused: ${checked.problem.message}`, {
        remedy: 'Pack plain files and folders below one folder, without links.',
      })
    await ctx.files.keep(incoming.path, sha256)
    await saveBundle(ctx, {
      sha256,
      bytes: incoming.bytes,
      files: checked.files,
      person,
      createdAt: ctx.now(),
    })
    return { sha256, bytes: incoming.bytes, files: checked.files }
  } finally {
    await ctx.files.drop(incoming.path)
  }
}

/** Takes a part of a running job's log. The same bytes at the same place again change nothing. */
export async function receiveLog(
  ctx: Context,
  site: string,
  placement: string,
  offset: number,
  request: Request,
): Promise<{ next: number }> {
  const found = await loadPlacement(ctx, site, placement)
  if (!found) throw new Refusal('request.not-found', 'There is no such placement at this site.')
  const known = found.placement.logBytes
  if (offset > known)
    throw new Refusal('agent.offset', `The log is known up to byte ${known}; the part begins at ${offset}.`, {
      headers: { 'allmende-next': String(known) },
    })
  const limit = found.job.outputMiB * 1024 * 1024 + 65_536
  const bytes = new Uint8Array(await request.arrayBuffer())
  if (offset + bytes.byteLength > limit)
    throw new Refusal('request.too-large', `The log of this job may have ${limit} bytes.`)
  if (bytes.byteLength > 0) await ctx.files.writeLog(placement, offset, bytes)
  const next = Math.max(known, offset + bytes.byteLength)
  if (next > known) {
    await savePlacement(ctx, placement, { logBytes: next })
    ctx.nudge(`job:${found.job.id}`)
  }
  return { next }
}

/** Takes over the files a job left; they are checked like any that come from outside. */
export async function receiveOutputs(
  ctx: Context,
  site: string,
  placement: string,
  request: Request,
): Promise<{ sha256: string }> {
  const found = await loadPlacement(ctx, site, placement)
  if (!found) throw new Refusal('request.not-found', 'There is no such placement at this site.')
  const incoming = await ctx.files.receive(bodyOf(request), packedBytesMax)
  try {
    const checked = await inspectBundle(createReadStream(incoming.path))
    if (!checked.ok)
      throw new Refusal('jobs.bundle-refused', `The output files were refused: ${checked.problem.message}`)
    const sha256 = await sha256Of(incoming.path)
    await ctx.files.keep(incoming.path, sha256)
    await savePlacement(ctx, placement, { outputsSha256: sha256 })
    return { sha256 }
  } finally {
    await ctx.files.drop(incoming.path)
  }
}

/** Streams a kept file. */
export async function sendBlob(ctx: Context, sha256: string, name: string): Promise<Response> {
  const bytes = await ctx.files.hasBlob(sha256)
  if (bytes === null) throw new Refusal('request.not-found', 'The files are no longer kept.')
  const stream = Readable.toWeb(ctx.files.openBlob(sha256).stream) as ReadableStream<Uint8Array>
  return new Response(stream, {
    headers: {
      'content-type': 'application/gzip',
      'content-length': String(bytes),
      'content-disposition': `attachment; filename="${name}"`,
    },
  })
}
