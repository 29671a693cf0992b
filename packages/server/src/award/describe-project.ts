import { describeHold } from './describe-hold.ts'
import type { ProjectSiteRow, ProjectView } from './store.ts'

export function describeProjectRow({ project, allocation, lead }: ProjectView) {
  return {
    id: project.id,
    name: project.name,
    member: project.member,
    application: project.application,
    state: project.state,
    lead,
    awardedAcceleratorMs: allocation.acceleratorMs,
    usedAcceleratorMs: allocation.usedMs,
    reservedAcceleratorMs: allocation.reservedMs,
    from: allocation.from.toISOString(),
    until: allocation.until.toISOString(),
  }
}

function canaryOf(site: ProjectSiteRow): 'waiting' | 'ran' | 'failed' | 'none' {
  if (site.ran > 0) return 'ran'
  if (site.underWay > 0) return 'waiting'
  return site.canaries > 0 ? 'failed' : 'none'
}

export function describeProject(
  view: ProjectView,
  atSites: readonly ProjectSiteRow[],
  proofs: { index: number; kind: string; at: string }[],
) {
  return {
    ...describeProjectRow(view),
    conditions: view.conditions as string[],
    reason: view.reason,
    sites: atSites.map((s) => ({
      site: s.site,
      siteName: s.siteName,
      standing: s.standing,
      canary: canaryOf(s),
      hold: describeHold(s.hold),
    })),
    proofs,
  }
}
