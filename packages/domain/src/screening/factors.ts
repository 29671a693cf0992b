import { compareBirthDates, readBirthDate, type BirthAgreement, type BirthDate } from './birth-date.ts'
import type { MetParts, NameMatch } from './compare-names.ts'
import { worthOf, type PartRule } from './compare-parts.ts'
import { readCountries } from './countries.ts'
import type { Factor, FactorCode, ListEntry, ListName, ScreeningQuery } from './entry.ts'
import { readIdentifier, sameIdentifier, type Identifier } from './identifiers.ts'
import type { Part } from './parts.ts'

/** What each factor says, in English; other languages say it by its code. */
export const factorSentences: Readonly<Record<FactorCode, string>> = {
  same: 'The same word',
  'same-meaning': 'Words of one meaning',
  'same-given-name': 'Forms of one given name',
  spelling: 'Spelled nearly the same',
  sound: 'Sounds nearly the same',
  consonants: 'The same consonants, read from a script without vowels',
  syllables: 'A spelling of these characters',
  initial: 'A word and its first letter',
  initials: 'Words and their first letters',
  joined: 'The same when read as one word',
  swapped: 'Two letters have changed places',
  spaces: 'The same, but for where a word ends',
  'weak-alias': 'The list calls this alias weak',
  'other-words': 'Each name has words that the other lacks',
  'only-in-query': 'Only in the name that was asked',
  'only-in-entry': 'Only in the name on the list',
  'same-identifier': 'The same identifier',
  'birth-same': 'The birth date agrees',
  'birth-partial': 'The birth date agrees in part',
  'birth-near': 'The birth date is near',
  'birth-other': 'Another birth date',
  'country-shared': 'A country in common',
  'country-other': 'No country in common',
  'kind-other': 'Not the same kind of party',
}

/** A query with its dates, countries and identifiers read. */
export type ReadQuery = {
  readonly query: ScreeningQuery
  readonly birth: BirthDate | null
  readonly countries: readonly string[]
  readonly identifiers: readonly (Identifier & { readonly text: string })[]
}

const readAll = (texts: readonly string[]) => texts.map((text) => ({ text, ...readIdentifier(text) }))

export function readQuery(query: ScreeningQuery): ReadQuery {
  return {
    query,
    birth: query.birthDate === null ? null : readBirthDate(query.birthDate),
    countries: [...new Set(query.countries.flatMap(readCountries))],
    identifiers: readAll(query.identifiers),
  }
}

export type ReadEntry = {
  readonly births: readonly BirthDate[]
  readonly countries: readonly string[]
  readonly identifiers: readonly (Identifier & { readonly text: string })[]
}

const read = new WeakMap<ListEntry, ReadEntry>()

export function readEntry(entry: ListEntry): ReadEntry {
  const known = read.get(entry)
  if (known) return known
  const made = {
    births: entry.birthDates.flatMap((text) => readBirthDate(text) ?? []),
    countries: [...new Set(entry.countries.flatMap(readCountries))],
    identifiers: readAll(entry.identifiers),
  }
  read.set(entry, made)
  return made
}

type Common = Pick<Factor, 'channel' | 'queryPart' | 'entryPart'>

const round = (value: number) => Math.round(value * 1000) / 1000
const factor = (code: FactorCode, weight: number, common: Common): Factor => ({
  channel: common.channel,
  code,
  side: weight < 0 ? 'against' : 'for',
  what: factorSentences[code],
  queryPart: common.queryPart,
  entryPart: common.entryPart,
  weight: round(weight),
})

export function identifierFactors(asked: ReadQuery, entry: ListEntry): Factor[] {
  if (asked.identifiers.length === 0) return []
  const own = readEntry(entry).identifiers
  return asked.identifiers.flatMap((one) => {
    const met = own.find((other) => sameIdentifier(one, other))
    return met
      ? [factor('same-identifier', 1, { channel: 'identifier', queryPart: one.text, entryPart: met.text })]
      : []
  })
}

const birthWeights: Readonly<Record<BirthAgreement, number>> = {
  same: 0.04,
  partial: 0.01,
  near: -0.08,
  other: -0.3,
}
const agreements: readonly BirthAgreement[] = ['same', 'partial', 'near', 'other']
const sharedCountry = 0.02
const otherCountry = -0.06
const otherKind = -0.15

/** What dates, countries and kinds add to a name, or take from it. The best of several dates of an entry counts. */
export function otherWeights(asked: ReadQuery, entry: ListEntry) {
  const { births, countries } = readEntry(entry)
  let birth: BirthAgreement | null = null
  if (asked.birth)
    for (const date of births) {
      const agreement = compareBirthDates(asked.birth, date)
      if (birth === null || agreements.indexOf(agreement) < agreements.indexOf(birth)) birth = agreement
    }
  const both = asked.countries.length > 0 && countries.length > 0
  const shared = both && countries.some((code) => asked.countries.includes(code))
  const kind = asked.query.kind !== null && entry.kind !== null && asked.query.kind !== entry.kind
  const sum =
    (birth === null ? 0 : birthWeights[birth]) +
    (both ? (shared ? sharedCountry : otherCountry) : 0) +
    (kind ? otherKind : 0)
  return { sum, birth, country: both ? shared : null, kind }
}

export function otherFactors(asked: ReadQuery, entry: ListEntry): Factor[] {
  const { birth, country, kind } = otherWeights(asked, entry)
  const { query } = asked
  const found: Factor[] = []
  if (birth !== null)
    found.push(
      factor(`birth-${birth}`, birthWeights[birth], {
        channel: 'birth-date',
        queryPart: query.birthDate ?? '',
        entryPart: entry.birthDates.join(', '),
      }),
    )
  if (country !== null)
    found.push(
      factor(country ? 'country-shared' : 'country-other', country ? sharedCountry : otherCountry, {
        channel: 'country',
        queryPart: query.countries.join(', '),
        entryPart: entry.countries.join(', '),
      }),
    )
  if (kind)
    found.push(
      factor('kind-other', otherKind, {
        channel: 'kind',
        queryPart: query.kind ?? '',
        entryPart: entry.kind ?? '',
      }),
    )
  return found
}

export const weakAliasFactor = 0.8
const textOf = (parts: readonly Part[]) => parts.map((part) => part.text).join(' ')

function partFactor(met: MetParts, worth: number): Factor {
  const gain = met.weight * worthOf(met.likeness.value) * worth
  const common: Common = { channel: 'name', queryPart: textOf(met.query), entryPart: textOf(met.entry) }
  return factor(met.likeness.rule satisfies PartRule, gain, common)
}

/** Which word met which, by what rule, and what it added. Words that met nothing are named. */
export function nameFactors(match: NameMatch, name: ListName): Factor[] {
  const found = match.met.map((met) => partFactor(met, match.worth))
  const left = {
    channel: 'name' as const,
    queryPart: textOf(match.missedQuery),
    entryPart: textOf(match.missedEntry),
  }
  if (match.missedQuery.length > 0)
    found.push({ ...factor('only-in-query', 0, { ...left, entryPart: '' }), side: 'against' })
  if (match.missedEntry.length > 0)
    found.push({ ...factor('only-in-entry', 0, { ...left, queryPart: '' }), side: 'against' })
  if (match.conflict > 0.0005) found.push(factor('other-words', -match.conflict, left))
  if (name.kind === 'weak')
    found.push(
      factor('weak-alias', -match.score * (1 - weakAliasFactor), {
        channel: 'name',
        queryPart: '',
        entryPart: name.text,
      }),
    )
  return found
}
