import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { allmende } from './program.ts'

let folder: string
const file = (name: string) => join(folder, name)
const screen = (...words: string[]) => allmende(folder, ['screen', ...words])
type Answer = {
  id: string
  score?: number
  match?: boolean
  problem?: string
  hits?: { listEntityId: string; score: number; match: boolean; factors: { code: string }[] }[]
}
const answers = (out: string) =>
  out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Answer)

// Invented, all of them.
const list = [
  {
    id: 'L:1',
    source: 'TEST',
    type: 'person',
    names: [
      { name: 'TOLMANOV, Borislav', kind: 'primary', script: 'Latin' },
      { name: 'Борислав Толманов', kind: 'aka', script: 'Cyrillic' },
    ],
    dobs: ['1961-02-03'],
    countries: ['Russia'],
    ids: ['Passport QX1234567 (Russia)'],
  },
  {
    id: 'L:2',
    source: 'TEST',
    type: 'person',
    names: [{ name: '김철웅', kind: 'primary', script: 'Hangul' }],
  },
  {
    id: 'L:3',
    source: 'TEST',
    type: 'organization',
    names: [{ name: 'Orvantex Shipping OJSC', kind: 'primary' }],
  },
]
const queries = [
  { id: 'q3', kind: 'search', query: { name: 'Orvantex Shipping', type: 'organization' } },
  { id: 'q1', kind: 'search', query: { name: 'Borislav Tolmanoff', type: 'person', dob: '1961' } },
  { id: 'q2', kind: 'search', query: { name: '김철웅' } },
  { id: 'p1', kind: 'pair', query: { name: 'Bill Ashgrove' }, candidate: { name: 'William Ashgrove' } },
  { id: 'q4', kind: 'search', query: { name: 'Ltd', id: 'passport:QX1234567' } },
  { id: 'q5', kind: 'search', query: { name: 'Wanjiru Kamande', dob: '1961-02-31' } },
  { id: 'q6', kind: 'search', query: { name: '金鐵雄' } },
]
const lines = (rows: readonly object[]) => rows.map((row) => JSON.stringify(row)).join('\n')

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'allmende-screen-'))
  writeFileSync(file('list.jsonl'), lines(list))
  writeFileSync(file('list.jsonl.gz'), gzipSync(lines(list)))
  writeFileSync(file('queries.jsonl'), lines(queries))
  writeFileSync(file('broken.jsonl'), `${lines(queries.slice(0, 1))}\n{"id": "q9"}`)
  writeFileSync(file('empty.jsonl'), '')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('screening a file of queries without a server', () => {
  test('each query is answered, in order; what cannot be screened is told and is no "no hit"', () => {
    const { out, err, code } = screen(
      '--list',
      file('list.jsonl'),
      '--queries',
      file('queries.jsonl'),
      '--json',
    )
    expect(code).toBe(0)
    const [third, first, second, pair, byId, bad, inHan] = answers(out)
    expect(third).toMatchObject({ id: 'q3', hits: [{ listEntityId: 'L:3', match: true }] })
    expect(first).toMatchObject({ id: 'q1', hits: [{ listEntityId: 'L:1', match: true }] })
    expect(first?.hits?.[0]?.factors.map(({ code: why }) => why)).toEqual(['same', 'sound', 'birth-partial'])
    expect(second).toMatchObject({ id: 'q2', hits: [{ listEntityId: 'L:2', score: 1, match: true }] })
    expect(pair).toEqual({ id: 'p1', score: pair?.score, match: true })
    expect(byId).toMatchObject({ id: 'q4', hits: [{ listEntityId: 'L:1', score: 1, match: true }] })
    expect(byId?.problem).toMatch(/legal form/)
    expect(bad).toMatchObject({ id: 'q5', hits: [] })
    expect(bad?.problem).toMatch(/1961-02-31/)
    expect(inHan).toMatchObject({ id: 'q6', hits: [{ listEntityId: 'L:2', match: true }] })
    expect(err).toContain('7 queries answered; 2 of them')
  })

  test('--threshold moves the line, --latin-only leaves names in other scripts out, packed files are read', () => {
    const at = (...more: string[]) =>
      answers(
        screen('--list', file('list.jsonl.gz'), '--queries', file('queries.jsonl'), '--json', ...more).out,
      )
    expect(at('--threshold', '0.99').find(({ id }) => id === 'q1')?.hits?.[0]).toMatchObject({ match: false })
    expect(at('--latin-only').find(({ id }) => id === 'q2')?.hits).toEqual([])
  })

  test('a line that is no query, a list of nothing, a threshold that is none: refused, with the place', () => {
    const asked = (listed: string, asking: string, ...more: string[]) =>
      screen('--list', file(listed), '--queries', file(asking), ...more)
    expect(asked('list.jsonl', 'broken.jsonl')).toMatchObject({ code: 2 })
    expect(asked('list.jsonl', 'broken.jsonl').err).toContain('broken.jsonl, line 2: it has no "query"')
    expect(asked('empty.jsonl', 'queries.jsonl').err).toContain('holds no entry')
    expect(asked('list.jsonl', 'queries.jsonl', '--threshold', '7').err).toContain('from 0 to 1')
    expect(screen('--list', file('list.jsonl')).code).toBe(2)
  })
})
