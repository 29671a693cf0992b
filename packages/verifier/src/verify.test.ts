import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import {
  at,
  bundle,
  checkpointOf,
  type Data,
  entryOf,
  type Fact,
  type Files,
  filesOf,
  firstUsage,
  honest,
  keyLine,
  logKeys,
  origin,
  otherKeys,
  pick,
  raw,
  totals,
  treeHash,
  usage,
} from './testing/build-log.ts'
import { saveLog, verifyDirectory, verifyLog, type VerifyOptions, type VerifyReport } from './index.ts'

async function serve(files: Files): Promise<string> {
  const server = createServer((request, response) => {
    const content = files.get(new URL(request.url ?? '', 'http://log').pathname.slice(1))
    response.writeHead(content ? 200 : 404).end(content)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  onTestFinished(() => void server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const failed = (report: VerifyReport) => report.checks.filter((check) => !check.ok).map((check) => check.name)
const detail = (report: VerifyReport, name: string) =>
  report.checks.find((check) => check.name === name)?.detail

async function check(files: Files, options: VerifyOptions = {}): Promise<VerifyReport> {
  const report = await verifyLog(await serve(files), options)
  expect(report.ok).toBe(failed(report).length === 0)
  return report
}

/** Files of a server that lies: it rebuilds and signs everything over other facts. */
const rewritten = (facts: readonly Fact[], published: unknown = totals) =>
  filesOf(facts.map(entryOf), published)
const changed = (index: number, data: Data) => honest.with(index, { ...pick(honest, index), data })

describe('an honest log', () => {
  test('passes every check, and its totals are recomputed from its entries', async () => {
    const progress: number[] = []
    const report = await check(rewritten(honest), {
      trustedKey: keyLine(logKeys).line,
      pinnedCheckpoint: checkpointOf(honest.slice(0, 300).map(entryOf)),
      onProgress: ({ entries }) => progress.push(entries),
    })
    expect(failed(report)).toEqual([])
    expect(report.checks).toHaveLength(11)
    expect(report).toMatchObject({ ok: true, origin, size: 600 })
    expect(report.root).toBe(treeHash(honest.map(entryOf)).toString('hex'))
    expect(report.totals?.members).toEqual(totals.members.slice(0, 2).toReversed())
    expect(progress).toEqual([256, 512, 600])
  })

  test('passes with totals published for an earlier size, recomputed as of that size', async () => {
    const early = { ...totals, size: 8, jobsFinished: 1, usageRecords: 1 }
    const members = [
      { member: 'kenya', givenAcceleratorMs: 3_600_000, usedAcceleratorMs: 0 },
      { member: 'brazil', givenAcceleratorMs: 0, usedAcceleratorMs: 3_600_000 },
    ]
    expect(failed(await check(rewritten(honest, { ...early, members })))).toEqual([])
  })

  test('passes when partial tiles are gone because the log grew past them', async () => {
    const files = rewritten(honest)
    const longer = rewritten([
      ...honest,
      ...Array.from({ length: 168 }, (_, i) => ({ ...pick(honest, 599), at: at(600 + i) })),
    ])
    for (const [path] of files) if (path.includes('.p/') && !path.includes('tile/1/')) files.delete(path)
    for (const [path, content] of longer) if (path.endsWith('/002')) files.set(path, content)
    expect(failed(await check(files))).toEqual([])
  })

  test('passes with holds and stops by law, which move no total', async () => {
    const [held, job] = [
      { project: 'p', site: 'nakuru-1' },
      { job: 'job-1', placement: 'x', site: 'nakuru-1' },
    ]
    const since = at(600)
    const law = [
      { kind: 'project.held', data: { ...held, standing: 'open', outcome: 'needs-officer', since } },
      { kind: 'job.taken-back', data: job },
      { kind: 'job.stopped-by-law', data: { ...job, outcome: 'needs-officer' } },
      { kind: 'project.released', data: { ...held, outcome: 'no-requirement-found' } },
    ]
    const longer = [...honest, ...law.map((entry, i) => ({ ...entry, at: at(600 + i) }))]
    const report = await check(rewritten(longer, { ...totals, size: 604 }))
    expect(failed(report)).toEqual([])
    expect(report).toMatchObject({ size: 604, totals: { jobsFinished: totals.jobsFinished } })
  })

  test('says that it vouched for itself when no key was trusted', async () => {
    expect(detail(await check(rewritten(honest)), 'key')).toContain('compare it with one you got elsewhere')
  })
})

describe('a file that was tampered with after signing', () => {
  const bundlePath = 'log/tile/entries/000'
  const tamper = async (entries: readonly Uint8Array[]) => {
    const files = rewritten(honest)
    files.set(bundlePath, bundle(entries))
    return check(files)
  }
  const first = honest.slice(0, 256).map(entryOf)

  test('is found when one entry changed', async () => {
    const other = entryOf({
      ...pick(honest, 3),
      data: { ...pick(honest, 3).data, acceleratorMs: 36_000_001 },
    })
    expect(failed(await tamper(first.with(3, other)))).toEqual(['root', 'tiles'])
  })

  test('is found when one entry is missing', async () => {
    expect(failed(await tamper(first.toSpliced(20, 1)))).toContain('entries')
  })

  test('is found when two entries changed places', async () => {
    const swapped = first.with(20, pick(first, 21)).with(21, pick(first, 20))
    expect(failed(await tamper(swapped))).toEqual(['root', 'tiles', 'order'])
  })

  test.each([
    'log/tile/entries/001',
    'log/tile/entries/002.p/88',
    'log/tile/0/001',
    'log/tile/0/002.p/88',
    'log/tile/1/000.p/2',
  ])('is found when %s is cut short, and when it is gone', async (path) => {
    const files = rewritten(honest)
    const expected = path.includes('entries') ? 'entries' : 'tiles'
    files.set(path, (files.get(path) ?? Buffer.alloc(0)).subarray(0, -1))
    expect(failed(await check(files))).toContain(expected)
    files.delete(path)
    expect(failed(await check(files))).toContain(expected)
  })

  test('is found when the checkpoint names another root, size or signer', async () => {
    const note = checkpointOf(honest.map(entryOf))
    for (const bent of [
      note.replace('\n600\n', '\n599\n'),
      note.replace(/\n— \S+ /, '\n— other.example '),
      note.slice(0, -1),
      '',
    ]) {
      const files = rewritten(honest).set('log/checkpoint', Buffer.from(bent))
      expect(failed(await check(files))).toContain('checkpoint')
    }
  })
})

describe('a log that signs lies', () => {
  test('cannot change its key unseen by whoever trusted the old one', async () => {
    const files = filesOf(honest.map(entryOf), totals, otherKeys)
    expect(failed(await check(files))).toEqual([])
    expect(failed(await check(files, { trustedKey: keyLine(logKeys).line }))).toEqual(['key', 'checkpoint'])
  })

  test('cannot change, remove or cut off entries that a pinned checkpoint holds', async () => {
    const pinnedCheckpoint = checkpointOf(honest.map(entryOf))
    const edited = rewritten(changed(0, { name: 'Another Alliance', demo: false }))
    expect(failed(await check(edited, { pinnedCheckpoint }))).toEqual(['pinned'])
    const removed = rewritten(honest.toSpliced(100, 1), { ...totals, size: 599 })
    const report = await check(removed, { pinnedCheckpoint })
    expect(failed(report)).toEqual(['pinned'])
    expect(detail(report, 'pinned')).toBe('the log shrank from 600 entries, which it signed, to 599')
    expect(
      failed(
        await check(rewritten(honest), { pinnedCheckpoint: checkpointOf(honest.map(entryOf), otherKeys) }),
      ),
    ).toEqual(['pinned'])
  })

  test('cannot put entries out of the order of their moments', async () => {
    const report = await check(rewritten(honest.with(50, pick(honest, 51)).with(51, pick(honest, 50))))
    expect(failed(report)).toEqual(['order'])
    expect(detail(report, 'order')).toContain('entry 51 is of 2026-11-23T09:00:50.000Z')
  })

  test('cannot record a usage its site did not sign', async () => {
    const report = await check(rewritten(changed(firstUsage, usage('job-1', 3_600_000, otherKeys))))
    expect(failed(report)).toEqual(['usage'])
    expect(detail(report, 'usage')).toBe(
      `entry ${firstUsage}: the signature of site nakuru-1 does not fit its record`,
    )
  })

  test.each([
    ['other time than signed', { acceleratorMs: 3_600_001 }],
    ['another site', { site: 'nakuru-2' }],
    ['another job', { job: 'job-2' }],
    ['another project', { project: 'millet' }],
    ['another member as user', { member: 'kenya' }],
    ['another member as giver', { siteMember: 'brazil' }],
    ['no record', { record: null }],
    ['half a millisecond', { acceleratorMs: 0.5 }],
  ])('cannot record a signed usage for %s', async (_lie, lie) => {
    expect(
      failed(await check(rewritten(changed(firstUsage, { ...usage('job-1', 3_600_000), ...lie })))),
    ).toContain('usage')
  })

  test('cannot record a usage, though its site signed it, of a job that the log never placed there', async () => {
    const invented = [...honest, { kind: 'usage.recorded', at: at(600), data: usage('job-9', 1000) }]
    expect(detail(await check(rewritten(invented)), 'usage')).toBe(
      'entry 600: placement placement-of-job-9 was never made so',
    )
  })

  test('cannot count a placement twice', async () => {
    const twice = [...honest, { ...pick(honest, firstUsage), at: at(600) }]
    const report = await check(rewritten(twice, { ...totals, size: 601 }))
    expect(failed(report)).toEqual(['counted-once'])
    expect(detail(report, 'counted-once')).toBe(
      `entry 600 counts placement placement-of-job-1 again, after entry ${firstUsage}`,
    )
  })

  test('must sign with the key in force: an earlier key stops counting when a site joins anew', async () => {
    const data = { site: 'nakuru-1', member: 'kenya', publicKey: raw(otherKeys).toString('base64') }
    const rejoined = honest.toSpliced(firstUsage - 1, 0, {
      kind: 'site.key-set',
      at: at(firstUsage - 1),
      data,
    })
    expect(detail(await check(rewritten(rejoined)), 'usage')).toContain('does not fit its record')
  })
})

describe('published totals', () => {
  test('off by one millisecond are found, with both figures', async () => {
    const [kenya, ...others] = totals.members
    const off = { ...totals, members: [{ ...kenya, givenAcceleratorMs: 4_800_000 }, ...others] }
    const report = await check(rewritten(honest, off))
    expect(failed(report)).toEqual(['totals'])
    expect(detail(report, 'totals')).toBe('kenya givenAcceleratorMs: 4800000 published, 4800001 in the log')
  })

  test.each([
    ['one job too many', { jobsFinished: 2 }],
    ['one award too few', { awards: 0 }],
    ['a decision too many', { decisions: 2 }],
    ['a usage record too few', { usageRecords: 1 }],
    ['a member left out', { members: totals.members.slice(1) }],
    ['a member twice', { members: [...totals.members, ...totals.members] }],
    ['a size beyond the checkpoint', { size: 601 }],
    ['no members', { members: null }],
  ])('with %s are found', async (_fault, fault) => {
    expect(failed(await check(rewritten(honest, { ...totals, ...fault })))).toEqual(['totals'])
  })
})

describe('an entry', () => {
  test.each([
    ['spaces in its JSON', '{"at":"2026-11-23T09:09:59.000Z", "data":{},"kind":"x","v":1}'],
    ['keys out of order', '{"data":{},"at":"2026-11-23T09:09:59.000Z","kind":"x","v":1}'],
    ['a key twice', '{"at":"2026-11-23T09:09:59.000Z","data":{},"data":{},"kind":"x","v":1}'],
    ['another version', '{"at":"2026-11-23T09:09:59.000Z","data":{},"kind":"x","v":2}'],
    ['one more key', '{"at":"2026-11-23T09:09:59.000Z","data":{},"kind":"x","v":1,"w":1}'],
    ['a number in another spelling', '{"at":"2026-11-23T09:09:59.000Z","data":{"n":1.0},"kind":"x","v":1}'],
    ['half a surrogate pair', '{"at":"2026-11-23T09:09:59.000Z","data":{"n":"\\ud800"},"kind":"x","v":1}'],
    ['a day that never was', '{"at":"2026-02-30T09:09:59.000Z","data":{},"kind":"x","v":1}'],
    ['a local time', '{"at":"2026-11-23T09:09:59+03:00","data":{},"kind":"x","v":1}'],
    ['a list as data', '{"at":"2026-11-23T09:09:59.000Z","data":[],"kind":"x","v":1}'],
    ['nesting without end', '['.repeat(60_000)],
    ['no JSON', 'hello'],
  ])('with %s is found', async (_fault, text) => {
    const entries = honest.map(entryOf).with(599, Buffer.from(text))
    expect(failed(await check(filesOf(entries, totals)))).toEqual(['form'])
  })
})

describe('a copy on disk', () => {
  async function copyOf(files: Files) {
    const directory = await mkdtemp(join(tmpdir(), 'allmende-log-'))
    onTestFinished(() => rm(directory, { recursive: true }))
    return { directory, saved: await saveLog(await serve(files), directory) }
  }

  test('verifies offline, and one flipped bit in it does not', async () => {
    const { directory, saved } = await copyOf(rewritten(honest))
    expect(saved).toEqual({ size: 600, files: 10 })
    expect(failed(await verifyDirectory(directory, { trustedKey: keyLine(logKeys).line }))).toEqual([])
    const path = join(directory, 'log/tile/entries/001')
    const content = await readFile(path)
    await writeFile(path, content.with(5000, (content[5000] ?? 0) ^ 1))
    expect(failed(await verifyDirectory(directory))).toContain('root')
  })

  test('grows with the log and still verifies', async () => {
    const { directory } = await copyOf(filesOf(honest.slice(0, 300).map(entryOf), { ...totals, size: 300 }))
    const pinnedCheckpoint = await readFile(join(directory, 'log/checkpoint'), 'utf8')
    await saveLog(await serve(rewritten(honest)), directory)
    expect(failed(await verifyDirectory(directory, { pinnedCheckpoint }))).toEqual([])
  })

  test('is not made of a log with a file missing', async () => {
    const files = rewritten(honest)
    files.delete('log/tile/0/001')
    await expect(copyOf(files)).rejects.toMatchObject({ code: 'log.unreadable', retryable: false })
  })
})

test('an installation that does not answer yields a report that says so', async () => {
  const refused = () =>
    Promise.reject(new TypeError('fetch failed', { cause: new Error('connect ECONNREFUSED') }))
  const report = await verifyLog('http://commons.example/', { fetch: refused })
  expect(failed(report)).toEqual(['key', 'checkpoint'])
  expect(detail(report, 'checkpoint')).toBe(
    'http://commons.example/log/checkpoint could not be read: fetch failed (connect ECONNREFUSED)',
  )
  expect(report).toMatchObject({ ok: false, size: null, totals: null })
})

test('an installation that answers without end is cut off', async () => {
  const endless = new ReadableStream({ pull: (stream) => stream.enqueue(new Uint8Array(1_000_000)) })
  const report = await verifyLog('http://commons.example', {
    fetch: () => Promise.resolve(new Response(endless)),
  })
  expect(detail(report, 'key')).toContain('longer than any file of a log')
})
