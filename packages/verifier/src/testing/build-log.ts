import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'

/** A log written from the specifications alone, so that a fault of the verifier is not shared by its tests. */

export type Data = Record<string, unknown>
export type Fact = { readonly kind: string; readonly at: string; readonly data: Data }
type Keys = { readonly publicKey: KeyObject; readonly privateKey: KeyObject }

export const origin = 'commons.example/log'
export const logKeys = generateKeyPairSync('ed25519')
export const otherKeys = generateKeyPairSync('ed25519')
const siteKeys = generateKeyPairSync('ed25519')

export const raw = (keys: Keys) => Buffer.from(keys.publicKey.export({ format: 'jwk' }).x ?? '', 'base64url')
const sha256 = (...parts: readonly Uint8Array[]) => createHash('sha256').update(Buffer.concat(parts)).digest()

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, member]) => [key, sorted(member)]))
}
const bytesOf = (value: unknown) => Buffer.from(JSON.stringify(sorted(value)))
export const entryOf = (fact: Fact) => bytesOf({ v: 1, ...fact })

/** MTH of RFC 9162 section 2.1.1, by recursion. */
export function treeHash(entries: readonly Uint8Array[]): Buffer {
  if (entries.length === 0) return sha256()
  if (entries.length === 1) return sha256(Uint8Array.of(0), ...entries)
  let k = 1
  while (2 * k < entries.length) k *= 2
  return sha256(Uint8Array.of(1), treeHash(entries.slice(0, k)), treeHash(entries.slice(k)))
}

export function keyLine(keys: Keys): { readonly id: Buffer; readonly line: string } {
  const material = Buffer.concat([Uint8Array.of(1), raw(keys)])
  const id = sha256(Buffer.from(`${origin}\n`), material).subarray(0, 4)
  return { id, line: `${origin}+${id.toString('hex')}+${material.toString('base64')}` }
}

export function checkpointOf(entries: readonly Uint8Array[], keys: Keys = logKeys): string {
  const text = `${origin}\n${entries.length}\n${treeHash(entries).toString('base64')}\n`
  const signature = Buffer.concat([keyLine(keys).id, sign(null, Buffer.from(text), keys.privateKey)])
  return `${text}\n— ${origin} ${signature.toString('base64')}\n`
}

export function bundle(entries: readonly Uint8Array[]): Buffer {
  return Buffer.concat(
    entries.flatMap((entry) => [Uint8Array.of(entry.length >> 8, entry.length & 255), entry]),
  )
}

export type Files = Map<string, Buffer>

/** Every file of a log of up to 65,535 entries. */
export function filesOf(entries: readonly Uint8Array[], totals: unknown, keys: Keys = logKeys): Files {
  const files: Files = new Map()
  const put = (tile: string, index: number, parts: readonly Uint8Array[], content: Buffer) => {
    const name = `log/tile/${tile}/${String(index).padStart(3, '0')}`
    files.set(parts.length === 256 ? name : `${name}.p/${parts.length}`, content)
  }
  const above: Buffer[] = []
  for (let at = 0; at < entries.length; at += 256) {
    const part = entries.slice(at, at + 256)
    put('entries', at / 256, part, bundle(part))
    put('0', at / 256, part, Buffer.concat(part.map((entry) => treeHash([entry]))))
    if (part.length === 256) above.push(treeHash(part))
  }
  if (above.length > 0) put('1', 0, above, Buffer.concat(above))
  files.set('log/key', Buffer.from(`${keyLine(keys).line}\n`))
  files.set('log/checkpoint', Buffer.from(checkpointOf(entries, keys)))
  files.set('api/v1/report/totals', Buffer.from(JSON.stringify(totals)))
  return files
}

export const at = (second: number) => new Date(Date.UTC(2026, 10, 23, 9) + second * 1000).toISOString()

export function usage(job: string, acceleratorMs: number, keys: Keys = siteKeys): Data {
  const record = { placement: `placement-of-${job}`, job, site: 'nakuru-1', acceleratorMs, exitCode: 0 }
  const signature = sign(null, bytesOf(record), keys.privateKey).toString('base64')
  const { placement: _placement, exitCode: _exitCode, ...shown } = record
  return { ...shown, project: 'sorghum', member: 'brazil', siteMember: 'kenya', record, signature }
}

/** The story of one award and its jobs, then events enough to fill more than two bundles. */
function story(): Fact[] {
  const site = { site: 'nakuru-1', member: 'kenya', publicKey: raw(siteKeys).toString('base64') }
  const facts: [string, Data][] = [
    ['alliance.founded', { name: 'Crop Alliance', demo: false }],
    ['site.joined', site],
    ['decision.made', { application: 'a-1', subject: 'hit', verdict: 'not-a-match' }],
    ['award.made', { application: 'a-1', project: 'sorghum', member: 'brazil', acceleratorMs: 36_000_000 }],
  ]
  for (const [job, acceleratorMs] of [
    ['job-1', 3_600_000],
    ['job-2', 1_200_001],
  ] as const) {
    const placement = `placement-of-${job}`
    facts.push(['job.submitted', { job, project: 'sorghum', member: 'brazil', accelerators: 1 }])
    facts.push(['job.placed', { job, placement, site: 'nakuru-1', attempt: 1 }])
    facts.push(['usage.recorded', usage(job, acceleratorMs)])
    facts.push(['job.ended', { job, result: job === 'job-1' ? 'finished' : 'failed' }])
  }
  while (facts.length < 600)
    facts.push(['application.submitted', { application: `a-${facts.length}`, title: 'Größe €' }])
  return facts.map(([kind, data], index) => ({ kind, at: at(index), data }))
}

export const totals = {
  size: 600,
  members: [
    { member: 'kenya', givenAcceleratorMs: 4_800_001, usedAcceleratorMs: 0 },
    { member: 'brazil', givenAcceleratorMs: 0, usedAcceleratorMs: 4_800_001 },
    { member: 'nepal', givenAcceleratorMs: 0, usedAcceleratorMs: 0 },
  ],
  jobsFinished: 1,
  usageRecords: 2,
  awards: 1,
  decisions: 1,
}
export const honest = story()
export const firstUsage = honest.findIndex((fact) => fact.kind === 'usage.recorded')

/** The element at that place, which the test knows to exist. */
export function pick<T>(list: readonly T[], index: number): T {
  const found = list.at(index)
  if (found === undefined) throw new Error(`there is no element ${index}`)
  return found
}
