import fc from 'fast-check'
import { expect, test } from 'vitest'
import { describeVerdict, place, type BrokerInput, type QueuedJob, type SiteState } from './index.ts'

const now = 1_000_000
const minute = 60_000

const job = (name: string, change: Partial<QueuedJob> = {}): QueuedJob => ({
  job: name,
  project: 'p',
  member: 'ke',
  accelerators: 1,
  cpus: 1,
  memoryMiB: 100,
  timeLimitMs: 10 * minute,
  submittedAt: now,
  sequence: Number(name.replace(/\D/g, '')) || 0,
  onlySite: null,
  ...change,
})
const site = (name: string, change: Partial<SiteState> = {}): SiteState => ({
  site: name,
  accelerators: 4,
  cpus: 8,
  memoryMiB: 8000,
  online: true,
  paused: false,
  refusedMembers: [],
  running: [],
  ...change,
})
const input = (jobs: QueuedJob[], sites: SiteState[], change: Partial<BrokerInput> = {}): BrokerInput => ({
  now,
  jobs,
  sites,
  clearances: sites.flatMap((s) =>
    ['p', 'q'].map((project) => ({
      project,
      site: s.site,
      standing: 'cleared' as const,
      outcome: 'no-requirement-found' as const,
    })),
  ),
  allocations: ['p', 'q'].map((project) => ({ project, remainingMs: 1e12, until: now + 1e9 })),
  shares: [
    { member: 'ke', share: 1, usedMs: 0 },
    { member: 'de', share: 1, usedMs: 0 },
  ],
  ...change,
})
const verdictOf = (plan: ReturnType<typeof place>, name: string, where: string) =>
  plan.explained.find((e) => e.job === name)?.sites.find((s) => s.site === where)?.verdict

test('a project that was never determined for a site does not run there', () => {
  const plan = place(input([job('j1')], [site('jena')], { clearances: [] }))
  expect(plan.placements).toEqual([])
  expect(verdictOf(plan, 'j1', 'jena')).toBe('not-cleared')
})

test.each([
  [
    'an open clearance',
    {
      clearances: [
        { project: 'p', site: 'jena', standing: 'open' as const, outcome: 'needs-officer' as const },
      ],
    },
    {},
    'clearance-open',
  ],
  [
    'an allocation that is used up',
    { allocations: [{ project: 'p', remainingMs: 10 * minute - 1, until: now + 1 }] },
    {},
    'no-allocation',
  ],
  [
    'an allocation that has ended',
    { allocations: [{ project: 'p', remainingMs: 1e12, until: now }] },
    {},
    'no-allocation',
  ],
  ["the site's own veto", {}, { refusedMembers: ['ke'] }, 'refused-by-site'],
  ['a silent site', {}, { online: false }, 'offline'],
  ['a paused site', {}, { paused: true }, 'site-paused'],
  ['a site that is too small for ever', {}, { accelerators: 0 }, 'too-small'],
])('%s keeps a job away, and says so', (_, change, siteChange, verdict) => {
  const plan = place(input([job('j1')], [site('jena', siteChange)], change))
  expect(plan.placements).toEqual([])
  expect(verdictOf(plan, 'j1', 'jena')).toBe(verdict)
})

test('the member that used less of its share goes first, and one member does not take the whole round', () => {
  const jobs = [job('j1'), job('j2'), job('j3', { member: 'de', project: 'q' })]
  const plan = place(input(jobs, [site('jena', { accelerators: 2 })]))
  expect(plan.placements.map((p) => p.job)).toEqual(['j1', 'j3'])
})

test('a small job fills a gap, but never delays the reserved start of a wide one that was here first', () => {
  const running = [{ job: 'r', accelerators: 2, cpus: 1, memoryMiB: 1, endsBy: now + 30 * minute }]
  const jobs = [
    job('j1', { accelerators: 4 }),
    job('j2', { timeLimitMs: 60 * minute }),
    job('j3', { timeLimitMs: 30 * minute }),
  ]
  const plan = place(input(jobs, [site('jena', { running })]))
  expect(plan.placements.map((p) => p.job)).toEqual(['j3'])
  expect(plan.explained.find((e) => e.job === 'j1')?.expectedStartAt).toBe(now + 30 * minute)
  expect(verdictOf(plan, 'j2', 'jena')).toBe('reserved')
})

const arbitraryInput = fc
  .record({
    jobs: fc.array(
      fc.record({
        accelerators: fc.integer({ min: 0, max: 6 }),
        cpus: fc.integer({ min: 1, max: 4 }),
        memoryMiB: fc.integer({ min: 1, max: 4000 }),
        minutes: fc.integer({ min: 1, max: 90 }),
        member: fc.constantFrom('ke', 'de', 'xx'),
        project: fc.constantFrom('p', 'q'),
      }),
      { maxLength: 25 },
    ),
    sites: fc.array(
      fc.record({
        accelerators: fc.integer({ min: 0, max: 8 }),
        online: fc.boolean(),
        paused: fc.boolean(),
        refused: fc.boolean(),
        cleared: fc.boolean(),
        busy: fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 2 }),
      }),
      { minLength: 1, maxLength: 5 },
    ),
    remainingMs: fc.integer({ min: 0, max: 300 * minute }),
  })
  .map(({ jobs, sites, remainingMs }) => {
    const states = sites.map((s, at) =>
      site(`s${at}`, {
        accelerators: s.accelerators + s.busy.reduce((a, b) => a + b, 0),
        online: s.online,
        paused: s.paused,
        refusedMembers: s.refused ? ['ke'] : [],
        running: s.busy.map((accelerators, n) => ({
          job: `r${n}`,
          accelerators,
          cpus: 1,
          memoryMiB: 10,
          endsBy: now + (n + 1) * 7 * minute,
        })),
      }),
    )
    const queued = jobs.map((j, at) =>
      job(`j${at + 1}`, {
        accelerators: j.accelerators,
        cpus: j.cpus,
        memoryMiB: j.memoryMiB,
        timeLimitMs: j.minutes * minute,
        member: j.member,
        project: j.project,
      }),
    )
    return input(queued, states, {
      allocations: [
        { project: 'p', remainingMs, until: now + 1e9 },
        { project: 'q', remainingMs: 1e12, until: now + 1e9 },
      ],
      clearances: states.flatMap((s, at) =>
        ['p', 'q'].map((project) => ({
          project,
          site: s.site,
          standing: sites[at]?.cleared ? ('cleared' as const) : ('refused' as const),
          outcome: 'no-requirement-found' as const,
        })),
      ),
    })
  })

test('whatever comes: no site over capacity, none unlawful, no award overdrawn, every job answered for every site', () => {
  fc.assert(
    fc.property(arbitraryInput, (given) => {
      const plan = place(given)
      const jobs = new Map(given.jobs.map((j) => [j.job, j]))
      for (const s of given.sites) {
        const here = plan.placements.filter((p) => p.site === s.site).map((p) => jobs.get(p.job))
        const sum = (of: 'accelerators' | 'cpus' | 'memoryMiB') =>
          here.reduce((n, j) => n + (j?.[of] ?? 0), 0) + s.running.reduce((n, r) => n + r[of], 0)
        if (here.length > 0) {
          expect(sum('accelerators')).toBeLessThanOrEqual(s.accelerators)
          expect(sum('cpus')).toBeLessThanOrEqual(s.cpus)
          expect(sum('memoryMiB')).toBeLessThanOrEqual(s.memoryMiB)
          expect(s.online).toBe(true)
          expect(s.paused).toBe(false)
          for (const j of here) {
            expect(
              given.clearances.find((c) => c.project === j?.project && c.site === s.site)?.standing,
            ).toBe('cleared')
            expect(s.refusedMembers).not.toContain(j?.member)
          }
        }
      }
      for (const a of given.allocations) {
        const spent = plan.placements
          .map((p) => jobs.get(p.job))
          .filter((j) => j?.project === a.project)
          .reduce((n, j) => n + (j?.accelerators ?? 0) * (j?.timeLimitMs ?? 0), 0)
        expect(spent).toBeLessThanOrEqual(a.remainingMs)
      }
      expect(plan.explained).toHaveLength(given.jobs.length)
      for (const e of plan.explained) {
        expect(e.sites.map((s) => s.site)).toEqual(given.sites.map((s) => s.site).toSorted())
        for (const s of e.sites) expect(describeVerdict(s).sentence.length).toBeGreaterThan(10)
      }
    }),
    { numRuns: 300 },
  )
})

test('the order in which things are handed in changes nothing', () => {
  fc.assert(
    fc.property(arbitraryInput, (given) => {
      const turned = {
        ...given,
        jobs: given.jobs.toReversed(),
        sites: given.sites.toReversed(),
        clearances: given.clearances.toReversed(),
        shares: given.shares.toReversed(),
      }
      expect(place(turned)).toEqual(place(given))
    }),
    { numRuns: 200 },
  )
})
