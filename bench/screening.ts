// Screening on one core, on labelled data: how many it finds, how many it bothers, how fast. The data is no part of
// the project: ALLMENDE_SCREENING_DATA names a folder with list.jsonl.gz and labelled-queries.jsonl.gz. Half of the
// queries, chosen by a hash of their id, were looked at while thresholds were chosen; the other half only here.
// Prints JSON for run.mjs.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import UFuzzy from '@leeoniya/ufuzzy'
import Fuse from 'fuse.js'
import MiniSearch from 'minisearch'
import {
  buildIndex,
  defaultThreshold,
  parseListLine,
  parseQueryLine,
  screen,
  screenPair,
  type ListEntry,
  type ListIndex,
  type QueryLine,
} from '../packages/domain/src/screening/index.ts'

const folder = process.env.ALLMENDE_SCREENING_DATA
if (!folder) throw new Error('ALLMENDE_SCREENING_DATA names no folder with the labelled data')
const linesOf = (name: string) =>
  gunzipSync(readFileSync(join(folder, name)))
    .toString()
    .trim()
    .split('\n')

type Label = {
  readonly id: string
  readonly index?: string
  readonly category: string
  readonly expected: 'match' | 'no-match'
  readonly listEntityId?: string
  readonly acceptIds?: readonly string[]
}
type Row = { readonly label: Label; readonly line: QueryLine }

const read = <T>(parsed: { ok: true; value: T } | { ok: false; problem: string }): T => {
  if (!parsed.ok) throw new Error(parsed.problem)
  return parsed.value
}
const rows: Row[] = linesOf('labelled-queries.jsonl.gz').map((text) => ({
  label: JSON.parse(text) as Label,
  line: read(parseQueryLine(text)),
}))
const isTuned = ({ label }: Row) => (createHash('sha256').update(label.id).digest()[0] ?? 0) % 2 === 0
const halves = { tuned: rows.filter(isTuned), unseen: rows.filter((row) => !isTuned(row)) }
const entries = (latinOnly: boolean): ListEntry[] =>
  linesOf('list.jsonl.gz').map((text) => read(parseListLine(text, latinOnly)))

function pairs(of: readonly Row[]) {
  let [right, wrong, missed] = [0, 0, 0]
  for (const { label, line } of of) {
    if (line.kind !== 'pair') continue
    const { match } = screenPair(line.query, line.candidate)
    if (match && label.expected === 'match') right += 1
    else if (match) wrong += 1
    else if (label.expected === 'match') missed += 1
  }
  return (2 * right) / (2 * right + wrong + missed)
}

type Scored = { readonly row: Row; readonly score: number }
const times: number[] = []

/** The best score of the entry that is looked for, or of anything where nothing is. */
function search(index: ListIndex, of: readonly Row[]): Scored[] {
  return of.map((row) => {
    const begun = performance.now()
    const hits = screen(index, row.line.query)
    times.push(performance.now() - begun)
    const wanted = new Set([row.label.listEntityId, ...(row.label.acceptIds ?? [])])
    const own = row.label.expected === 'match' ? hits.filter((hit) => wanted.has(hit.entry.id)) : hits
    return { row, score: own[0]?.score ?? 0 }
  })
}

const share = (of: readonly Scored[], from: number) =>
  of.length === 0 ? Number.NaN : of.filter(({ score }) => score >= from).length / of.length
/** The lowest score above which at most this share of those who are on no list are shown. */
function thresholdAt(negatives: readonly Scored[], falsePositives: number): number {
  const sorted = negatives.map(({ score }) => score).toSorted((a, b) => b - a)
  return (sorted[Math.floor(sorted.length * falsePositives)] ?? 0) + 0.0005
}

/** Thresholds that a rulebook may choose, as hundredths. */
const choices = Array.from({ length: 24 }, (_, n) => (50 + 2 * n) / 100)

const groups: readonly (readonly [string, (category: string) => boolean])[] = [
  ['UN names with typos', (c) => c.startsWith('un-treated')],
  ['Cyrillic persons', (c) => /Cyrillic\/person/.test(c)],
  ['Arabic persons', (c) => /Arabic\/person/.test(c)],
  ['Hangul persons', (c) => /Hangul\/person/.test(c)],
  ['81 spellings of one name', (c) => c === 'putin-variants'],
  ['Hebrew persons', (c) => /Hebrew\/person/.test(c)],
  ['Cyrillic organisations', (c) => /Cyrillic\/organization/.test(c)],
  ['Arabic organisations', (c) => /Arabic\/organization/.test(c)],
  ['Han, all', (c) => /\/Han\//.test(c)],
]

function half(of: readonly Row[], full: ListIndex, latin: ListIndex) {
  const searched = (index: ListIndex, name: string) =>
    search(
      index,
      of.filter(({ label, line }) => line.kind === 'search' && label.index === name),
    )
  const [onFull, onLatin] = [searched(full, 'full'), searched(latin, 'latin-only')]
  const world = onFull.filter(({ row }) => row.label.category === 'negatives_global')
  const [half, tenth] = [thresholdAt(world, 0.005), thresholdAt(world, 0.001)]
  const found = [...onFull, ...onLatin].filter(({ row }) => row.label.expected === 'match')
  return {
    pairF1: pairs(of),
    falsePositives: share(world, defaultThreshold),
    falsePositivesAt: choices.map((threshold) => ({ threshold, share: share(world, threshold) })),
    falsePositivesUs: share(
      onFull.filter(({ row }) => row.label.category === 'negatives_us'),
      defaultThreshold,
    ),
    recall: groups.map(([name, belongs]) => {
      const own = found.filter(({ row }) => belongs(row.label.category))
      return {
        name,
        count: own.length,
        atHalfPercent: share(own, half),
        atTenthPercent: share(own, tenth),
        atDefault: share(own, defaultThreshold),
      }
    }),
  }
}

/** Every identifier that the list states, asked for under a name that is on no list. */
function identifiers(index: ListIndex): number {
  // Some texts of the list are remarks without any number.
  const own = index.entries.flatMap((entry) =>
    entry.identifiers
      .filter((text) => /\d/.test(text.replace(/issued.*$/, '')))
      .map((text) => ({ entry, text })),
  )
  const sample = own.filter((_, at) => at % 7 === 0)
  const found = sample.filter(({ entry, text }) => {
    const query = {
      name: 'Wanjiru Kamande',
      aliases: [],
      kind: null,
      birthDate: null,
      countries: [],
      identifiers: [text],
    }
    return screen(index, query).some((hit) => hit.entry.id === entry.id && hit.match)
  })
  return found.length / sample.length
}

/** A hundred thousand people, each of words of two who are on no list, against one list of many that changed. */
function manyAgainstOne(): number {
  const people = rows
    .filter(({ label }) => label.category.startsWith('negatives'))
    .map(({ line }) => line.query)
  const changed = buildIndex(entries(false).filter((entry) => entry.list === 'EU-OJ'))
  const begun = performance.now()
  for (let n = 0; n < 100_000; n += 1) {
    const [a, b] = [people[n % people.length], people[(n * 7919 + 13) % people.length]]
    if (!a || !b) throw new Error('no people')
    const name = `${a.name.split(' ')[0]} ${b.name.split(' ').at(-1)}`
    screen(changed, { ...a, name, birthDate: b.birthDate })
  }
  return (performance.now() - begun) / 1000
}

/** Searches a second of what npm has, over the same names; each as its documentation shows it. */
function peers() {
  const names = entries(false).flatMap((entry) => entry.names.map(({ text }) => ({ id: entry.id, text })))
  const asked = rows.filter(({ label }) => label.index === 'full').map(({ line }) => line.query.name)
  const perSecond = (count: number, run: (name: string) => unknown) => {
    const begun = performance.now()
    for (const name of asked.slice(0, count)) run(name)
    return (count / (performance.now() - begun)) * 1000
  }
  const mini = new MiniSearch({ fields: ['text'], storeFields: ['id'], idField: 'at' })
  mini.addAll(names.map((name, at) => ({ ...name, at })))
  const fuse = new Fuse(names, { keys: ['text'], includeScore: true, threshold: 0.4 })
  const haystack = names.map(({ text }) => text)
  const fuzzy = new UFuzzy({ intraMode: 1 })
  return {
    'Fuse.js': perSecond(6, (name) => fuse.search(name, { limit: 20 })),
    'MiniSearch, fuzzy 0.2': perSecond(300, (name) => mini.search(name, { fuzzy: 0.2 }).slice(0, 20)),
    uFuzzy: perSecond(100, (name) => fuzzy.search(haystack, name)),
  }
}

const heapBefore = process.memoryUsage().heapUsed
const list = entries(false)
const begun = performance.now()
const full = buildIndex(list)
const buildMs = performance.now() - begun
const indexMiB = (process.memoryUsage().heapUsed - heapBefore) / 2 ** 20
const latin = buildIndex(entries(true))
// What is compiled while it runs is no part of the figure.
for (const { line } of rows.filter(({ line }) => line.kind === 'search').slice(0, 300))
  screen(full, line.query)
const measured = { tuned: half(halves.tuned, full, latin), unseen: half(halves.unseen, full, latin) }
const sorted = times.toSorted((a, b) => a - b)
const percentile = (of: number) => sorted[Math.floor(sorted.length * of)] ?? 0
console.log(
  JSON.stringify({
    ...measured,
    threshold: defaultThreshold,
    perSecond: (times.length / times.reduce((sum, one) => sum + one, 0)) * 1000,
    p50: percentile(0.5),
    p95: percentile(0.95),
    p99: percentile(0.99),
    buildMs,
    indexMiB,
    identifiers: identifiers(full),
    manyAgainstOne: manyAgainstOne(),
    peers: peers(),
  }),
)
