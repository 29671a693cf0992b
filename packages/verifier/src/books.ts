import { type KeyObject, verify } from 'node:crypto'
import { canonicalJson, type Entry, isObject, type JsonObject } from './entry.ts'
import { decodeBase64, ed25519Key } from './note.ts'

/** What the entries add up to. Milliseconds of accelerator time; a usage counts once per placement. */
export type Totals = {
  readonly size: number
  readonly members: readonly {
    readonly member: string
    readonly givenAcceleratorMs: number
    readonly usedAcceleratorMs: number
  }[]
  /** Jobs whose `job.ended` says "finished". */
  readonly jobsFinished: number
  readonly usageRecords: number
  /** Entries `award.made`. */
  readonly awards: number
  /** Entries `decision.made`. */
  readonly decisions: number
}

/** The reader's own accounts, kept while walking the log from its first entry. */
export type Books = {
  size: number
  readonly usageProblems: string[]
  readonly doubleProblems: string[]
  readonly keys: Map<string, { readonly member: unknown; readonly key: KeyObject | null }>
  readonly jobs: Map<unknown, { readonly project: unknown; readonly member: unknown }>
  readonly placements: Map<unknown, { readonly job: unknown; readonly site: unknown }>
  readonly counted: Map<string, number>
  readonly given: Map<string, number>
  readonly used: Map<string, number>
  readonly finished: Set<unknown>
  awards: number
  decisions: number
}

export function openBooks(): Books {
  return {
    size: 0,
    usageProblems: [],
    doubleProblems: [],
    keys: new Map(),
    jobs: new Map(),
    placements: new Map(),
    counted: new Map(),
    given: new Map(),
    used: new Map(),
    finished: new Set(),
    awards: 0,
    decisions: 0,
  }
}

/** Enters one entry of the log; its index is the number of those before it. */
export function enter(books: Books, { kind, data }: Entry): void {
  if (kind === 'usage.recorded') enterUsage(books, data)
  if (kind === 'site.joined' || kind === 'site.key-set') enterKey(books, data)
  if (kind === 'job.submitted')
    books.jobs.set(data['job'], { project: data['project'], member: data['member'] })
  if (kind === 'job.placed') books.placements.set(data['placement'], { job: data['job'], site: data['site'] })
  if (kind === 'job.ended' && data['result'] === 'finished') books.finished.add(data['job'])
  if (kind === 'award.made') books.awards += 1
  if (kind === 'decision.made') books.decisions += 1
}

/** The totals as of the entries entered so far. */
export function totalsOf(books: Books): Totals {
  const members = [...new Set([...books.given.keys(), ...books.used.keys()])].toSorted()
  return {
    size: books.size,
    members: members.map((member) => ({
      member,
      givenAcceleratorMs: books.given.get(member) ?? 0,
      usedAcceleratorMs: books.used.get(member) ?? 0,
    })),
    jobsFinished: books.finished.size,
    usageRecords: books.counted.size,
    awards: books.awards,
    decisions: books.decisions,
  }
}

function enterKey(books: Books, data: JsonObject): void {
  const { site, member, publicKey } = data
  if (typeof site !== 'string') return
  const raw = typeof publicKey === 'string' ? decodeBase64(publicKey) : null
  books.keys.set(site, { member: member ?? books.keys.get(site)?.member, key: raw && ed25519Key(raw) })
}

function enterUsage(books: Books, data: JsonObject): void {
  const index = books.size
  const problem = problemOfUsage(books, data)
  if (problem !== null) books.usageProblems.push(`entry ${index}: ${problem}`)
  const { record, siteMember, member, acceleratorMs } = data
  const placement = isObject(record) ? record['placement'] : undefined
  if (typeof placement !== 'string' || !isWhole(acceleratorMs)) return
  const before = books.counted.get(placement)
  if (before !== undefined) {
    books.doubleProblems.push(`entry ${index} counts placement ${placement} again, after entry ${before}`)
    return
  }
  books.counted.set(placement, index)
  if (typeof siteMember === 'string') addTo(books.given, siteMember, acceleratorMs)
  if (typeof member === 'string') addTo(books.used, member, acceleratorMs)
}

function addTo(sums: Map<string, number>, member: string, acceleratorMs: number): void {
  sums.set(member, (sums.get(member) ?? 0) + acceleratorMs)
}

/** Null when the site signed exactly this usage, of a job that the log placed there. */
function problemOfUsage(books: Books, data: JsonObject): string | null {
  const { job, project, member, site, siteMember, acceleratorMs, record, signature } = data
  if (!isObject(record) || typeof record['placement'] !== 'string') return 'its record names no placement'
  if (!isWhole(acceleratorMs)) return 'its acceleratorMs is not a whole number'
  if (record['acceleratorMs'] !== acceleratorMs) return 'its acceleratorMs is not what the site signed'
  const owner = typeof site === 'string' ? books.keys.get(site) : undefined
  if (!owner?.key) return `site ${String(site)} has no key in the log before it`
  if (owner.member !== siteMember) return `site ${String(site)} is not of member ${String(siteMember)}`
  const signed = typeof signature === 'string' ? decodeBase64(signature) : null
  if (!signed || !verify(null, Buffer.from(canonicalJson(record)), owner.key, signed)) {
    return `the signature of site ${String(site)} does not fit its record`
  }
  for (const [name, value] of Object.entries({ job, site, project, member })) {
    if (name in record && record[name] !== value) return `its ${name} is not the one the site signed`
  }
  const placed = books.placements.get(record['placement'])
  if (placed?.job !== job || placed?.site !== site)
    return `placement ${record['placement']} was never made so`
  const submitted = books.jobs.get(job)
  if (submitted?.project !== project || submitted?.member !== member) {
    return `job ${String(job)} was never submitted so by project ${String(project)} of ${String(member)}`
  }
  return null
}

function isWhole(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0
}
