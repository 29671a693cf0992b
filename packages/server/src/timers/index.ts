import { loadAlliance, originOf } from '../alliance/index.ts'
import { refreshDueLists } from '../clear/index.ts'
import type { Context } from '../context.ts'
import { forgetAnswers } from '../http/idempotency.ts'
import { createMailer } from '../outside/mail.ts'
import { enforceLaw, placeJobs, proveAwards, reclaimSilent, tellHolds } from '../place/index.ts'
import { eraseExpired } from '../privacy/index.ts'
import { signCheckpoint } from '../record/index.ts'
import { advanceChain } from './chain.ts'
import type { Timer } from './loop.ts'
import { sendDueMail } from './mail.ts'
import { tellWork } from './tell-work.ts'

/** Everything a clock starts. Each looks at the state of things; none depends on having been told. */
export function allTimers(ctx: Context): readonly Timer[] {
  const founded = async (work: () => Promise<boolean>) => ((await loadAlliance(ctx)) ? work() : false)
  const mailer = createMailer(ctx.settings)
  const startedAt = ctx.now().getTime()
  return [
    { name: 'chain', everyMs: 5000, topics: ['chain'], run: () => founded(() => advanceChain(ctx)) },
    {
      name: 'canary',
      everyMs: 5000,
      topics: ['canary', 'chain'],
      run: () => founded(() => proveAwards(ctx)),
    },
    {
      name: 'place',
      everyMs: 5000,
      topics: ['place'],
      gatherMs: 50,
      run: () => founded(() => placeJobs(ctx)),
    },
    {
      name: 'law',
      everyMs: 5000,
      topics: ['law'],
      run: () =>
        founded(async () => {
          const moved = await enforceLaw(ctx)
          return (await tellHolds(ctx)) || moved
        }),
    },
    {
      name: 'work',
      everyMs: 30_000,
      topics: [],
      run: () => founded(() => tellWork(ctx)),
    },
    {
      name: 'reclaim',
      everyMs: 15_000,
      topics: [],
      // A server that was down heard nobody: sites get time to speak before they count as silent.
      run: () => founded(async () => ctx.now().getTime() - startedAt > 120_000 && (await reclaimSilent(ctx))),
    },
    {
      name: 'privacy',
      everyMs: 3_600_000,
      topics: [],
      run: () =>
        founded(async () => {
          const erased = await eraseExpired(ctx)
          // The demo's people are invented, and its play goes on by its keys, however late.
          return (!(await loadAlliance(ctx))?.demo && (await forgetAnswers(ctx))) || erased
        }),
    },
    {
      name: 'lists',
      everyMs: 600_000,
      topics: [],
      run: () => founded(() => refreshDueLists(ctx)),
    },
    {
      name: 'checkpoint',
      everyMs: 2000,
      topics: [],
      run: () =>
        founded(async () => {
          await signCheckpoint(ctx, await originOf(ctx))
          return false
        }),
    },
    {
      name: 'mail',
      everyMs: 5000,
      topics: ['mail'],
      // The demo shows its mail on a page.
      run: () => founded(async () => !(await loadAlliance(ctx))?.demo && (await sendDueMail(ctx, mailer))),
    },
  ]
}
