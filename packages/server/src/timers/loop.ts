import type { Context } from '../context.ts'
import type { Metrics } from '../http/metrics.ts'

/** Work that a clock starts. It looks at what is due and does it; nothing is lost if a run is. */
export type Timer = {
  readonly name: string
  /** Between looks when nothing moved, in milliseconds. */
  readonly everyMs: number
  /** Topics that make it look at once. */
  readonly topics: readonly string[]
  /** How long it waits before it looks, so that what happens together is seen in one look, in milliseconds. */
  readonly gatherMs?: number
  /** @returns whether anything moved, in which case it looks again soon */
  run(): Promise<boolean>
}

/** Runs timers until stopped; a run that fails is logged and tried again, later each time. */
export function startTimers(ctx: Context, metrics: Metrics, timers: readonly Timer[]): () => Promise<void> {
  const stop = new AbortController()
  const loops = timers.map(async (timer) => {
    let failures = 0
    while (!stop.signal.aborted) {
      let moved = false
      // Listen before looking, so that what happens during the look is not missed.
      const woken = stop.signal
      const hints = timer.topics.map((topic) =>
        ctx.waitFor(topic, timer.everyMs * 2 ** Math.min(failures, 5), woken),
      )
      try {
        if (timer.gatherMs) await ctx.waitFor(`timer:${timer.name}`, timer.gatherMs, stop.signal)
        moved = await timer.run()
        failures = 0
        metrics.timerRuns.inc({ timer: timer.name, outcome: moved ? 'moved' : 'idle' })
      } catch (error) {
        if (stop.signal.aborted) break
        failures += 1
        metrics.timerRuns.inc({ timer: timer.name, outcome: 'failed' })
        ctx.logger.error({ timer: timer.name, failures, err: error }, 'a timer run failed; it is tried again')
      }
      if (!moved)
        await Promise.race([...hints, ctx.waitFor(`timer:${timer.name}`, timer.everyMs, stop.signal)])
    }
  })
  return async () => {
    stop.abort()
    await Promise.all(loops)
  }
}
