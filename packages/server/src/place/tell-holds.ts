import type { Context } from '../context.ts'
import { loadHolders, queueMail } from '../people/index.ts'
import { loadUntold, lockLaw, markTold } from './store-holds.ts'

type Untold = Awaited<ReturnType<typeof loadUntold>>[number]

const minuteOf = (at: Date) => `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`

function whatBecomesOf({ hold, running }: Untold, now: Date): string {
  const nothingStarts = 'No job starts there; jobs that had not begun wait.'
  if (running === 0 || hold.until === null) return nothingStarts
  const jobs = running === 1 ? '1 running job' : `${running} running jobs`
  return hold.until <= now
    ? `${nothingStarts} ${jobs}: stopped.`
    : `${nothingStarts} ${jobs}: stopped at ${minuteOf(hold.until)}, unless the clearance is given again before.`
}

function describe(ctx: Context, untold: Untold): string {
  const { hold, projectName, siteName } = untold
  const link = `${ctx.settings.publicUrl}/projects/${hold.project}`
  const head = `"${projectName}" at ${siteName}`
  if (hold.since === null) return `${head} is cleared again: jobs run on, and new ones start.\n${link}`
  const rules = hold.rules.map((r) => `- ${r.finding} (${r.code}: ${r.instrument}, ${r.paragraph})`)
  return [
    `${head} lost its clearance: ${hold.outcome}.`,
    ...rules,
    whatBecomesOf(untold, ctx.now()),
    link,
  ].join('\n')
}

async function tell(ctx: Context, to: string, about: readonly Untold[]): Promise<void> {
  const [one] = about
  if (!one) return
  const lost = about.filter((u) => u.hold.since !== null).length
  const what = lost > 0 ? 'lost a clearance' : 'cleared again'
  const projects = new Set(about.map((u) => u.hold.project)).size
  await queueMail(ctx, {
    to,
    subject: projects === 1 ? `Project ${one.hold.project}: ${what}` : `${projects} projects: ${what}`,
    text: `${about.map((u) => describe(ctx, u)).join('\n\n')}\n`,
  })
}

/**
 * Tells the officers, in one mail each, and every project's lead of what they were not told yet. What is told is
 * noted in the same transaction, so nobody is told twice and a crash leaves it to the next run.
 * @returns whether anybody was told
 */
export async function tellHolds(ctx: Context): Promise<boolean> {
  return ctx.db.transaction(async () => {
    await lockLaw(ctx)
    const untold = await loadUntold(ctx)
    if (untold.length === 0) return false
    for (const { email } of await loadHolders(ctx, 'officer')) await tell(ctx, email, untold)
    for (const about of Map.groupBy(untold, (u) => u.hold.project).values())
      await tell(ctx, about[0]?.lead ?? '', about)
    await markTold(ctx)
    return true
  })
}
