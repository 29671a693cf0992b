import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildIndex, defaultThreshold, problemOfName, screen, type ScreeningQuery } from './index.ts'
import { inventedEntry as entry, queryFor as query } from './testing/invented.ts'

// Invented, all of them.
const index = buildIndex([
  entry('1', ['Borislav Krantomirov', 'Борислав Крантомиров'], {
    birthDates: ['1961-02-03'],
    identifiers: ['passport:QX1234567'],
  }),
  entry('2', ['Orvantex Shipping Corporation'], { kind: 'organisation', list: 'el', countries: ['PA'] }),
  entry('3', ['Müller-Østerdahl, Åse']),
])
const best = (name: string, change: Partial<ScreeningQuery> = {}) =>
  screen(index, query(name, change), defaultThreshold)[0]

test.each([
  'Borislav Krantomirov',
  'KRANTOMIROV, Borislav',
  'krantomirov borislav',
  'Борислав Крантомиров',
  'Borislav Krantomiroff',
  'B\u200Borislav\u202E Krantomirov',
  'Bоrislav Krantomirov',
])('%s finds its entry, above the line', (name) => {
  expect(best(name)).toMatchObject({ entry: { id: '1' }, match: true })
})

test('marks, special letters and legal forms do not hide a name', () => {
  expect(best('Ase Muller Osterdahl')).toMatchObject({ entry: { id: '3' }, match: true })
  expect(best('Orvantex Shipping Corp.')).toMatchObject({ entry: { id: '2' }, match: true })
})

test('another birth year takes a name-only hit below the line; the same one leaves it above', () => {
  expect(best('Borislav Krantomirov', { birthDate: '1990-05-05' })).toMatchObject({ match: false })
  expect(best('Borislav Krantomirov', { birthDate: '1961' })).toMatchObject({ match: true })
})

test('an identifier stands whatever the name, and of its own kind only', () => {
  expect(best('Somebody Else', { identifiers: ['passport: qx-1234567'] })).toMatchObject({
    entry: { id: '1' },
    score: 1,
    match: true,
  })
  expect(screen(index, query('Somebody Else', { identifiers: ['tax:QX1234567'] }), defaultThreshold)).toEqual(
    [],
  )
})

test.each(['CORP', 'Shipping Corporation Ltd', 'Wanjiru Kamande', 'Trading Company', 'B'])(
  '%s does not match anybody',
  (name) => {
    expect(screen(index, query(name), defaultThreshold).filter((hit) => hit.match)).toEqual([])
  },
)

test('every hit shows what met what, and its evidence adds up to its score', () => {
  const hit = best('Borislav Krantomiroff', { birthDate: '1961' })
  expect(hit?.factors).toMatchObject([
    { channel: 'name', code: 'same', side: 'for', queryPart: 'borislav', entryPart: 'borislav' },
    { channel: 'name', code: 'sound', side: 'for', queryPart: 'krantomiroff', entryPart: 'krantomirov' },
    { channel: 'birth-date', code: 'birth-partial', side: 'for' },
  ])
  const sum = hit?.factors.reduce((total, factor) => total + factor.weight, 0)
  expect(Math.min(1, sum ?? 0)).toBeCloseTo(hit?.score ?? 0, 2)
})

test.each(['', '  ', '…!?', '\u200B\u202E', '🙂'])('%j cannot be screened, which is not "no hit"', (name) => {
  expect(problemOfName(name)).toMatch(/could be compared/)
})
test('a name beyond any name is refused, and answered in little time all the same', () => {
  expect(problemOfName('a'.repeat(10_000))).toMatch(/10000 characters/)
  expect(screen(index, query('ab '.repeat(3400)), defaultThreshold).length).toBeLessThanOrEqual(20)
})

test('whatever text comes: no crash, the same answer twice, and an alias never takes a hit away', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.string({ unit: 'binary', maxLength: 30 }),
      (name, alias) => {
        const alone = screen(index, query(name), defaultThreshold)
        expect(screen(index, query(name), defaultThreshold)).toEqual(alone)
        const ids = new Set(
          screen(index, query(name, { aliases: [alias] }), defaultThreshold).map((hit) => hit.entry.id),
        )
        for (const hit of alone) expect(ids.has(hit.entry.id)).toBe(true)
      },
    ),
    { numRuns: 300 },
  )
})
