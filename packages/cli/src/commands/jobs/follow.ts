import { routes, type ReplyOf } from '@allmende/wire'
import type { Client } from '@allmende/wire/client'
import { exit, printJson, type Io } from '../../command.ts'
import { holdLines } from './hold.ts'

type Job = ReplyOf<typeof routes.getJob>

/** Prints a job's output from an offset; with `follow`, until no more can come. */
export async function printLog(io: Io, client: Client, id: string, follow: boolean): Promise<void> {
  const decoder = new TextDecoder()
  let offset = 0
  for (;;) {
    const response = await client.send(routes.readLog, {
      params: { id },
      query: { offset, waitMs: follow ? 10_000 : 0 },
      signal: io.signal,
    })
    const bytes = new Uint8Array(await response.arrayBuffer())
    if (bytes.byteLength > 0) {
      io.progress('')
      io.out(decoder.decode(bytes, { stream: true }))
    }
    offset = Number(response.headers.get('allmende-next'))
    const over = response.headers.get('allmende-end') === 'yes'
    if (over || (!follow && bytes.byteLength === 0) || io.signal.aborted) return
    if (bytes.byteLength === 0) io.progress(waitingLine(await client.call(routes.getJob, { params: { id } })))
  }
}

function waitingLine(job: Job): string {
  if (job.state === 'running') return `running at ${job.siteName}`
  if (job.state === 'placed') return `placed at ${job.siteName}; the site is starting it`
  const start = job.expectedStartAt ? `, expected to start at ${job.expectedStartAt.slice(11, 16)} UTC` : ''
  return `queued${job.rank === null ? '' : `, number ${job.rank + 1} in line`}${start}; why: allmende explain ${job.id}`
}

/** Follows a job to its end and tells how it ended: exit code 0 where it finished, 1 where it did not. */
export async function followJob(io: Io, client: Client, id: string, json: boolean): Promise<number> {
  if (!json) await printLog(io, client, id, true)
  let job = await client.call(routes.getJob, { params: { id } })
  if (json) {
    while (job.state !== 'ended') {
      await new Promise((resolve) => setTimeout(resolve, 500))
      job = await client.call(routes.getJob, { params: { id } })
    }
  }
  io.progress('')
  if (json) printJson(io, job)
  else {
    const used =
      job.usedAcceleratorMs === null
        ? ''
        : `, ${(job.usedAcceleratorMs / 1000).toFixed(1)} accelerator-seconds`
    if (job.hold) io.err(holdLines(job.hold))
    io.err(
      `Job ${job.result ?? job.state} at ${job.siteName ?? 'no site'}${used}.${job.hasOutputs ? ` Its files: allmende fetch ${id}` : ''}\n`,
    )
  }
  return job.result === 'finished' ? exit.done : exit.no
}
