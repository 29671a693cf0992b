import { policyOf, type SiteRow, type SiteView } from './store.ts'

/** Online: its agent spoke within the rulebook's time. */
export function isOnline(site: Pick<SiteRow, 'lastSeenAt'>, now: Date, offlineAfterMs: number): boolean {
  return site.lastSeenAt !== null && now.getTime() - site.lastSeenAt.getTime() < offlineAfterMs
}

export function describeSite(site: SiteView, now: Date) {
  const state =
    site.publicKey === null
      ? ('enrolling' as const)
      : isOnline(site, now, site.offlineAfterMs)
        ? ('online' as const)
        : ('offline' as const)
  return {
    id: site.id,
    name: site.name,
    member: site.member,
    country: site.country,
    operator: site.operator,
    engine: site.engine,
    acceleratorModel: site.acceleratorModel,
    accelerators: site.accelerators,
    cpus: site.cpus,
    memoryMiB: site.memoryMiB,
    state,
    standing: site.standing,
    sandbox: site.sandbox,
    lastSeenAt: site.lastSeenAt?.toISOString() ?? null,
    running: site.running,
    publicKey: site.publicKey,
    policy: policyOf(site),
  }
}
