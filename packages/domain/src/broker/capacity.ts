import type { Ms, QueuedJob, Running, SiteState } from './types.ts'

type Need = Pick<QueuedJob, 'accelerators' | 'cpus' | 'memoryMiB'>

/** What is free at a site over time, as jobs end by their limits. */
export type Timeline = {
  readonly site: SiteState
  /** Occupies the site from `from` until `until`. */
  occupy(need: Need, from: Ms, until: Ms): void
  /** Whether the need fits during the whole of [from, until). */
  fits(need: Need, from: Ms, until: Ms): boolean
  /** The first moment from which the need fits for its whole time; null where the site is too small for ever. */
  firstFit(need: Need, from: Ms, lengthMs: number): Ms | null
}

type Span = Need & { readonly from: Ms; readonly until: Ms }

export function fitsEver(need: Need, site: SiteState): boolean {
  return need.accelerators <= site.accelerators && need.cpus <= site.cpus && need.memoryMiB <= site.memoryMiB
}

export function createTimeline(site: SiteState, now: Ms): Timeline {
  const late = (running: Running) => Math.max(running.endsBy, now + 1)
  const spans: Span[] = site.running.map((r) => ({
    accelerators: r.accelerators,
    cpus: r.cpus,
    memoryMiB: r.memoryMiB,
    from: now,
    until: late(r),
  }))

  function fitsAt(need: Need, at: Ms): boolean {
    let [accelerators, cpus, memoryMiB] = [
      site.accelerators - need.accelerators,
      site.cpus - need.cpus,
      site.memoryMiB - need.memoryMiB,
    ]
    for (const span of spans) {
      if (span.from > at || span.until <= at) continue
      accelerators -= span.accelerators
      cpus -= span.cpus
      memoryMiB -= span.memoryMiB
    }
    return accelerators >= 0 && cpus >= 0 && memoryMiB >= 0
  }

  /** Use only rises where a span begins, so those moments are enough to look at. */
  function fits(need: Need, from: Ms, until: Ms): boolean {
    return (
      fitsAt(need, from) &&
      spans.every((span) => span.from <= from || span.from >= until || fitsAt(need, span.from))
    )
  }

  return {
    site,
    occupy: (need, from, until) => void spans.push({ ...need, from, until }),
    fits,
    firstFit(need, from, lengthMs) {
      if (!fitsEver(need, site)) return null
      const moments = [from, ...spans.map((span) => span.until).filter((until) => until > from)].toSorted(
        (a, b) => a - b,
      )
      return moments.find((moment) => fits(need, moment, moment + lengthMs)) ?? null
    },
  }
}
