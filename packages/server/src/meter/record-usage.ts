import { canonical } from '@allmende/domain/ledger'
import type { UsageDelivery } from '@allmende/wire'
import { eq } from 'drizzle-orm'
import type { Context } from '../context.ts'
import type { SiteActor } from '../http/actor.ts'
import { Refusal } from '../http/problems.ts'
import { loadPlacement, releaseReservation } from '../jobs/index.ts'
import { append } from '../record/index.ts'
import { isSignedBySite, loadSite } from '../sites/index.ts'
import { usageRecords } from './tables.ts'

type Found = NonNullable<Awaited<ReturnType<typeof loadPlacement>>>

/** Clocks of site and server may differ by this. */
const clockSkewMs = 300_000

const isSigned = ({ record, signature }: UsageDelivery, publicKey: string): boolean =>
  isSignedBySite(publicKey, canonical(record), signature)

/** What contradicts the placement; null where nothing does. */
function contradiction(delivery: UsageDelivery, found: Found, site: string, now: Date): string | null {
  const { record } = delivery
  const { placement, job } = found
  if (
    record.placement !== placement.id ||
    record.job !== job.id ||
    record.project !== job.project ||
    record.site !== site
  )
    return 'it names another placement, job, project or site'
  if (record.accelerators !== job.accelerators)
    return `it counts ${record.accelerators} accelerators; the job has ${job.accelerators}`
  const [from, until] = [Date.parse(record.startedAt), Date.parse(record.endedAt)]
  if (!(from <= until)) return 'it ends before it starts'
  if (from < placement.placedAt.getTime() - clockSkewMs || until > now.getTime() + clockSkewMs)
    return 'it lies outside of the time from placement to now'
  if (record.acceleratorMs !== record.accelerators * (until - from))
    return `${record.acceleratorMs} ms is not ${record.accelerators} × ${until - from} ms`
  return null
}

/**
 * Counts what a placement used, once. The same record again is answered the same; another one for the same
 * placement is refused, whichever came first.
 */
export async function recordUsage(
  ctx: Context,
  actor: SiteActor,
  placement: string,
  delivery: UsageDelivery,
): Promise<{ acceleratorMs: number }> {
  return ctx.db.transaction(async () => {
    const found = await loadPlacement(ctx, actor.site, placement, true)
    const site = await loadSite(ctx, actor.site)
    if (!found || !site?.publicKey)
      throw new Refusal('request.not-found', 'There is no such placement at this site.')
    const [known] = await ctx.db.sql.select().from(usageRecords).where(eq(usageRecords.placement, placement))
    if (known) {
      if (known.signature === delivery.signature) return { acceleratorMs: known.acceleratorMs }
      throw new Refusal('agent.usage', 'Usage of this placement is recorded already, and it differs.')
    }
    if (!isSigned(delivery, site.publicKey))
      throw new Refusal(
        'agent.usage',
        "The signature is not the site key's over the RFC 8785 form of the record.",
      )
    const wrong = contradiction(delivery, found, actor.site, ctx.now())
    if (wrong) throw new Refusal('agent.usage', `The record contradicts the placement: ${wrong}.`)
    const { record, signature } = delivery
    await releaseReservation(ctx, found.placement, found.job.project, record.acceleratorMs)
    const logIndex = await append(ctx, 'usage.recorded', [found.job.id, found.job.project, site.id], () => ({
      job: found.job.id,
      project: found.job.project,
      member: found.member,
      site: site.id,
      siteMember: site.member,
      acceleratorMs: record.acceleratorMs,
      record: { ...record },
      signature,
    }))
    await ctx.db.sql.insert(usageRecords).values({
      placement,
      job: found.job.id,
      project: found.job.project,
      member: found.member,
      site: site.id,
      siteMember: site.member,
      acceleratorMs: record.acceleratorMs,
      cpuMs: record.cpuMs,
      record,
      signature,
      at: ctx.now(),
      logIndex,
    })
    return { acceleratorMs: record.acceleratorMs }
  })
}
