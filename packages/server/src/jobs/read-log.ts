import type { Context } from '../context.ts'
import { loadJob, type JobView } from './store.ts'

const partBytesMax = 256 * 1024

/** A part of a job's output from an offset; waits for more, for as long as asked, while the job can still write. */
export async function readJobLog(
  ctx: Context,
  view: JobView,
  offset: number,
  waitMs: number,
  signal: AbortSignal,
): Promise<Response> {
  const until = performance.now() + waitMs
  let current = view
  for (;;) {
    const wake = new AbortController()
    const hint = ctx.waitFor(
      `job:${view.job.id}`,
      Math.max(0, Math.min(1000, until - performance.now())),
      AbortSignal.any([signal, wake.signal]),
    )
    const placement = current.placement
    const bytes = placement
      ? await ctx.files.readLog(
          placement.id,
          offset,
          Math.min(partBytesMax, Math.max(0, placement.logBytes - offset)),
        )
      : new Uint8Array()
    const ended = current.job.state === 'ended' && offset + bytes.byteLength >= (placement?.logBytes ?? 0)
    if (
      bytes.byteLength > 0 ||
      ended ||
      performance.now() >= until ||
      signal.aborted ||
      ctx.stopping?.aborted
    ) {
      wake.abort()
      return new Response(bytes as Uint8Array<ArrayBuffer>, {
        headers: {
          'content-type': 'text/plain; charset=utf-8',
          'cache-control': 'no-store',
          'allmende-next': String(offset + bytes.byteLength),
          'allmende-end': ended ? 'yes' : 'no',
          // What a job prints is never to be read as a page.
          'content-disposition': 'inline; filename="log.txt"',
        },
      })
    }
    await hint
    current = (await loadJob(ctx, view.job.id)) ?? current
  }
}
