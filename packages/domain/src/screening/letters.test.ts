import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildIndex, screen } from './index.ts'
import { lettersOf, NamesByLetters } from './letters.ts'
import { partsOf } from './parts.ts'
import { inventedEntry, queryFor } from './testing/invented.ts'

const countsOf = (name: string) => {
  const counts = new Map<string, number>()
  for (const letter of name.replaceAll(' ', '')) counts.set(letter, (counts.get(letter) ?? 0) + 1)
  return counts
}

/** How many letters one name has that the other lacks, in both directions. */
function apart(a: string, b: string): [number, number] {
  const [own, other] = [countsOf(a), countsOf(b)]
  let [more, less] = [0, 0]
  for (const letter of new Set([...own.keys(), ...other.keys()])) {
    const difference = (own.get(letter) ?? 0) - (other.get(letter) ?? 0)
    if (difference > 0) more += difference
    else less -= difference
  }
  return [more, less]
}

const word = fc.stringMatching(/^[a-f]{3,6}$/)
const name = fc.tuple(word, word).map((words) => words.join(' '))

describe('names by their letters', () => {
  test('leads to every name with the same letters but one, whatever the words', () => {
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 40 }), name, (names, asked) => {
        const index = new NamesByLetters()
        for (const [at, one] of names.entries()) {
          const letters = lettersOf(partsOf(one))
          if (letters) index.add(letters, at)
        }
        const letters = lettersOf(partsOf(asked))
        if (!letters) return
        const found = new Set(index.near(letters))
        for (const [at, one] of names.entries()) {
          const [more, less] = apart(asked, one)
          // Another letter in place of one says too little of a short name.
          const isNear = more + less <= 1 || (more === 1 && less === 1 && letters.text.length >= 9)
          if (isNear) expect(found.has(at), `${asked} and ${one}`).toBe(true)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('leads to few others', () => {
    const index = new NamesByLetters()
    let state = 7
    const next = (below: number) => {
      state = (state * 48_271) % 2_147_483_647
      return state % below
    }
    const invented = () =>
      Array.from({ length: 14 }, (_, at) => (at === 7 ? ' ' : 'abcdefghijklmnopqrstuvwxyz'[next(26)])).join(
        '',
      )
    for (let at = 0; at < 20_000; at += 1) {
      const letters = lettersOf(partsOf(invented()))
      if (letters) index.add(letters, at)
    }
    let found = 0
    for (let n = 0; n < 300; n += 1) {
      const letters = lettersOf(partsOf(invented()))
      found += letters ? index.near(letters).length : 0
    }
    expect(found).toBeLessThan(30)
  })
})

/** Invented, of words that many share and of words that are rare. */
const listed = [
  'Mohammad Zumbrot',
  'Ahmad Mahmud Hassan Womblat',
  'Kim Tongchol Quarz',
  'Borislav Krantomirov',
  'Abdul Rahman Petumwe',
  'Ali Hissenko',
  'Lokuro Yahya Haqqibar',
]
const crowd = ['Mohammad', 'Ahmad', 'Ali', 'Abdul Rahman', 'Kim', 'Yahya', 'Hassan'].flatMap((given) =>
  Array.from(
    { length: 1200 },
    (_, n) =>
      `${given} ${['Lo', 'Wi', 'Zu', 'Ke', 'Ra'][n % 5]}${'bdfgkmnprt'[n % 10]}${'aeiou'[n % 7] ?? 'y'}${n}`,
  ),
)
const index = buildIndex(
  [...listed, ...crowd.map((one) => one.replaceAll(/\d/g, (digit) => 'abcdefghij'[Number(digit)] ?? ''))].map(
    (text, at) => inventedEntry(`p${at}`, [text]),
  ),
)
const isFound = (asked: string, at: number) =>
  screen(index, queryFor(asked)).some((hit) => hit.entry.id === `p${at}` && hit.match)

describe('a slip of the hand in a name, among many of the same given name', () => {
  const anywhere = listed.flatMap((text, at) => Array.from(text, (_, place) => ({ text, at, place })))

  test('a letter that stands twice is found, wherever it is', () => {
    const missed = anywhere
      .map(({ text, at, place }) => ({ at, asked: text.slice(0, place + 1) + text.slice(place) }))
      .filter(({ asked, at }) => !isFound(asked, at))
    expect(missed.map(({ asked }) => asked)).toEqual([])
  })

  test('two neighbouring letters that changed places are found, across the end of a word too', () => {
    const missed = anywhere
      .filter(({ text, place }) => place + 1 < text.length)
      .map(({ text, at, place }) => ({
        at,
        asked: text.slice(0, place) + text[place + 1] + text[place] + text.slice(place + 2),
      }))
      .filter(({ asked, at }) => !isFound(asked, at))
    expect(missed.map(({ asked }) => asked)).toEqual([])
  })

  test('a letter that is left out of a word of four or more is found', () => {
    const inWord = ({ text, place }: { text: string; place: number }) =>
      text.slice(text.lastIndexOf(' ', place) + 1).split(' ')[0] ?? ''
    const missed = anywhere
      .filter((one) => one.text[one.place] !== ' ' && inWord(one).length >= 4)
      .map(({ text, at, place }) => ({ at, asked: text.slice(0, place) + text.slice(place + 1) }))
      .filter(({ asked, at }) => !isFound(asked, at))
    expect(missed.map(({ asked }) => asked)).toEqual([])
  })

  test('it says what it was', () => {
    const said = (asked: string) => screen(index, queryFor(asked))[0]?.factors.map(({ code }) => code)
    expect(said('Borislva Krantomirov')).toContain('swapped')
    expect(said('Borisla Vkrantomirov')).toEqual(['spaces'])
  })
})
