import { accelerators, classify, classifyComputer, determine, parseFacts } from '@allmende/domain/rules'
import {
  type Citation,
  citationOn,
  type CountryCode,
  countryNames,
  day,
  type Determination,
  outcomes,
  type Reason,
} from '@allmende/domain/terms'
import { beforeAll, describe, expect, test } from 'vitest'
import { classCases } from '../packages/domain/src/rules/cases/classes.ts'
import { chip, clearRemoteUse, clearTransfer } from '../packages/domain/src/rules/cases/clear-facts.ts'
import { cases } from '../packages/domain/src/rules/cases/index.ts'
import { give, of } from '../packages/domain/src/rules/cases/release-facts.ts'
import type { Facts } from '../packages/domain/src/rules/facts.ts'
import { withFact } from '../packages/domain/src/rules/questions.ts'
import { regimes } from '../packages/domain/src/rules/regimes.ts'
import { bindingRules, forTheTeam } from '../packages/server/src/clear/index.ts'
import { withMemberVeto } from '../packages/server/src/clear/member-veto.ts'
import { book } from '../packages/domain/src/rules/book/index.ts'
import { explainRefusal } from '../packages/server/src/timers/explain-refusal.ts'
import { lawIn, letterIn } from '../packages/web/src/messages/index.ts'
import { countryInGerman } from '../packages/web/src/messages/said/law/countries.ts'
import { germanLaw } from '../packages/web/src/messages/said/law/index.ts'
import { memoryOf, type Pair } from '../packages/web/src/messages/said/law/memory.ts'

const today = day('2026-11-24')
const madeUp = 'made-up site'

/** Every text that the rules gave, each once. */
const said = new Set<string>()

/** A site's own rule is named as the site named it. */
function hear({ instrument, paragraph, version }: Pick<Citation, 'instrument' | 'paragraph' | 'version'>) {
  if (instrument !== 'site declaration' || paragraph === 'national rule') said.add(paragraph)
  said.add(version)
}

function hearReason({ finding, arithmetic, citations }: Reason) {
  said.add(finding)
  for (const line of arithmetic) said.add(line)
  for (const citation of citations) hear(citation)
}

function hearAll({ reasons, questions }: Pick<Determination, 'reasons' | 'questions'>) {
  for (const reason of reasons) hearReason(reason)
  for (const { whyAsked, answers } of questions) {
    said.add(whyAsked)
    // Words of the pages themselves.
    for (const { answer } of answers) if (answer !== 'yes' && answer !== 'no') said.add(answer)
  }
}

/** Every fact stated below a value: its path, and what it is without the fact or turned round. */
function* otherwise(value: unknown, path: string): Generator<readonly [path: string, value: unknown]> {
  if (value === null || path === 'transaction') return
  if (path !== '') yield [path, Array.isArray(value) ? [] : path === 'screening' ? 'unknown' : null]
  if (typeof value === 'boolean') yield [path, !value]
  if (typeof value === 'object')
    for (const [name, inside] of Object.entries(value))
      yield* otherwise(inside, path === '' ? name : `${path}.${name}`)
}

function hearCases() {
  for (const { facts, asOf } of cases) {
    hearAll(determine(facts, day(asOf)))
    for (const [path, value] of otherwise(facts, '')) {
      const parsed = parseFacts(withFact(facts, path, value))
      if (parsed.ok) hearAll(determine(parsed.value, day(asOf)))
    }
  }
}

/** Every accelerator of the register on the days on which the text changed, with and without each of its figures. */
function hearClasses() {
  for (const one of classCases)
    for (const reason of one.classed(day(one.asOf)).reasons) hearReason(reason as Reason)
  const lowest = chip(0, { name: 'lowest', denseTopsByBits: { 8: 1 }, ioGBps: 1 })
  const others = ['applicableDieAreaMm2', 'nonplanar', 'ioGBps', 'datacenterMarketed'] as const
  for (const accelerator of [...accelerators, lowest]) {
    const open = [...others.map((name) => ({ [name]: null })), { nonplanar: false }, { denseTopsByBits: {} }]
    for (const asOf of ['2022-10-21', '2023-11-17', '2024-12-02', '2026-11-24'].map(day))
      for (const one of [accelerator, ...open.map((changes) => ({ ...accelerator, ...changes }))])
        for (const { reasons } of [classify(one, asOf), classifyComputer('a computer', [one], asOf)])
          for (const reason of reasons) hearReason(reason)
  }
}

/** What no worked case states: other conditions, a site's rule on a party not stated, allied employees, no figures. */
const more: readonly Facts[] = [
  {
    ...clearRemoteUse,
    site: {
      ...clearRemoteUse.site,
      licenceConditions: {
        excludedCountries: [],
        otherConditions: ['No lasers. No rockets.'],
        source: 'BIS licence D1',
      },
      nationalPolicy: {
        excludedCountries: ['KE' as CountryCode],
        rule: 'Decree 12',
        from: day('2024-01-01'),
      },
    },
    organisations: [{ country: null, headquartersCountry: null, ultimateParentCountry: null }],
    people: [],
  },
  {
    ...clearTransfer,
    accelerators: [chip(0, { denseTopsByBits: {} })],
    destinationCountry: 'CN' as CountryCode,
  },
  {
    ...clearTransfer,
    computers: [
      { name: 'a made-up server', contains: [clearTransfer.accelerators[0]?.name ?? ''], entry: null },
    ],
  },
  give('KE', 'KE', { eccn: '3E001', releasedFor: 'other', people: [of('KE', 'DE')] }),
]

function hearTheLaw() {
  for (const facts of more) hearAll(determine(facts, today))
  for (const { confidence } of accelerators) said.add(confidence)
  for (const { scope, rules, data } of regimes) {
    hear(scope)
    for (const rule of rules) hear(rule.cite)
    for (const value of data) for (const version of value.values) hear(citationOn(value, version.from))
  }
}

/** What the book of rules prints: when each rule speaks, what ties a case to a law, and the values of the law. */
function hearTheBook() {
  for (const { reach, rules, values } of book().regimes) {
    said.add(reach)
    for (const { logic } of rules) said.add(logic)
    for (const { cite, unit, versions } of values) {
      said.add(cite)
      said.add(unit)
      for (const { value } of versions) said.add(value)
    }
  }
}

/** The letters that refuse: for each outcome, by the rules and by an officer, with a confirmed hit and without. */
function letters(): string[] {
  const found = cases.map(({ facts, asOf }) => determine(facts, day(asOf)))
  return outcomes.flatMap((outcome) => {
    const determination = found.find((one) => one.outcome === outcome)
    return [null, 'It is too near.'].map((officerReason) =>
      explainRefusal(determination ? [{ site: 'Jena', determination, officerReason }] : [], 1),
    )
  })
}

/** What the clearing of cases says beside the rules. */
function hearTheServer() {
  const found = determine(clearRemoteUse, today)
  const hidden = determine({ ...clearRemoteUse, people: [of('IR', null)] }, today)
  const site = { name: madeUp, createdAt: new Date(0), policy: { refusedMembers: ['m1'] } }
  hearAll(forTheTeam(hidden, ['IR']))
  hearAll(withMemberVeto(found, site as unknown as Parameters<typeof withMemberVeto>[1], 'm1'))
  said.add(`members that ${madeUp} refuses`)
  for (const text of letters())
    for (const line of text.split('\n'))
      if (/^(?:- )?[A-Z].*\.$/.test(line)) said.add(line.replace(/^- /, ''))
  for (const { finding, instrument, paragraph } of bindingRules(found, true))
    for (const text of [finding, instrument, paragraph]) said.add(text)
  said.add('site declaration')
}

const used = new Set<Pair>()
const memory = memoryOf(germanLaw, (pair) => used.add(pair))
let german: ReadonlyMap<string, string | null>

beforeAll(() => {
  hearCases()
  hearClasses()
  hearTheLaw()
  hearTheBook()
  hearTheServer()
  german = new Map([...said].map((text) => [text, memory(text)]))
})

const parts = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, part]) => part).toSorted()

/** Names that stay, which may hold English words. */
const literal = (name: string) => name.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
const longestFirst = (a: string, b: string) => b.length - a.length
const names = new RegExp(
  [
    'made-up accelerator of \\d+ TPP',
    'BIS licence \\w+',
    ...[
      madeUp,
      'a computer',
      'a server',
      'a made-up stack',
      'a stack',
      'stack',
      'lowest',
      'No lasers. No rockets.',
      'It is too near.',
    ]
      .concat(accelerators.map(({ name }) => name))
      .concat(
        regimes.flatMap(({ scope, rules }) =>
          [scope, ...rules.map(({ cite }) => cite)].map(({ instrument }) => instrument),
        ),
      )
      .concat('ISO 3166-1 alpha-2')
      .toSorted(longestFirst)
      .map(literal),
  ].join('|'),
  'g',
)

/** A line that reads alike in both languages: a name, then figures, signs, units, paragraphs and codes. */
const neutral =
  /^(?:@[:,]? ?)?(?:[\d.,;:()≥≤<>=÷× ]|\d+e\+\d+|\([a-z\d]+\)|\d?[A-E]\d{3}(?:\.[a-z\d]+)*|CFR|FR|Supp\.|TPP|PD|TOPS|GB\/s|mm²|DRAM|EAR99|Country Group [A-E]:\d|[A-Z]{2})*$/iu

describe('what the rules say', () => {
  test('has German for every finding, reason to ask, answer, line of arithmetic, version, paragraph, and line of the book', () => {
    expect(said.size).toBeGreaterThan(2000)
    expect([...german].filter(([, text]) => text === null).map(([english]) => english)).toEqual([])
  })

  test('is said by every pair of the memory at least once, with the same parts in both languages', () => {
    expect(germanLaw.filter((pair) => !used.has(pair)).map(([english]) => english)).toEqual([])
    expect(new Set(germanLaw.map(([english]) => english)).size).toBe(germanLaw.length)
    for (const [english, sentence] of germanLaw) expect(parts(sentence), english).toEqual(parts(english))
  })

  test('leaves no brace, no gap and no English word in the German, names aside', () => {
    const words =
      /[{}]|undefined|\b(?:the|and|or|of|is|are|not|with|which|stated|licence|needs?|from|known)\b/
    const left = [...german.values()].map((text) => (text ?? '').replaceAll(names, '@'))
    expect(left.filter((text) => words.test(text))).toEqual([])
  })

  test('reads alike in both languages only where there are no words', () => {
    const alike = [...german].filter(([english, text]) => english === text).map(([english]) => english)
    expect(alike.map((text) => text.replaceAll(names, '@')).filter((text) => !neutral.test(text))).toEqual([])
  })

  test('has a German name for every country, "the" before it or not', () => {
    const all = Object.values(countryNames)
    expect(all.filter((name) => countryInGerman(name) === null)).toEqual([])
    expect(countryInGerman('the United Kingdom')).toBe('Vereinigtes Königreich')
    expect(countryInGerman('Macao')).toBe('Macau')
    expect(countryInGerman('Nowhere')).toBeNull()
  })
})

test('a letter of refusal is German as a whole, its sources and an officer’s own words as they are', () => {
  for (const text of letters()) expect(letterIn('de', text), text).toMatchObject({ lang: 'de' })
  const german = letterIn('de', letters().find((text) => text.includes('It is too near.')) ?? '').text
  expect(german).toContain('Kein Standort kann diesen Antrag bedienen.')
  expect(german).toContain('- Eine Beauftragte hat abgelehnt: It is too near.')
  expect(letterIn('de', 'No site can serve this application.\n\nSomething else.')).toMatchObject({
    lang: 'en',
  })
})

describe('a sentence of the law', () => {
  const inGerman = (english: string) => lawIn('de', english)

  test('brings its countries, dates and figures along', () => {
    expect(inGerman('The case touches Cuba, Iran and Russia.')).toEqual({
      text: 'Der Fall berührt diese Länder: Kuba, Iran und Russland.',
      lang: 'de',
    })
    expect(inGerman('This release counts as: export to Kenya, deemed reexport to China.').text).toBe(
      'Diese Weitergabe gilt als: Ausfuhr (Kenia), fiktive Wiederausfuhr (China).',
    )
    expect(inGerman('eCFR as of 2026-09-24').text).toBe('eCFR, Stand 24. Sept. 2026')
    expect(inGerman('TPP 1776 ≥ 1600 and PD 5.92 ≥ 5.92').text).toBe('TPP 1776 ≥ 1600 und PD 5,92 ≥ 5,92')
    expect(inGerman('742.6(a)(6)(iii); 744.23(a)(3)').text).toBe('742.6(a)(6)(iii); 744.23(a)(3)')
  })

  test('is read with the others of a row, and all stay English where one is not known', () => {
    const [one, other] = [
      'The purpose of the use is not stated.',
      'Screening of the parties has not been completed.',
    ]
    expect(inGerman(`${one} ${other}`).text).toBe(`${inGerman(one).text} ${inGerman(other).text}`)
    const row = `${one} The moon is not stated. ${other}`
    expect(inGerman(row)).toEqual({ text: row, lang: 'en' })
  })

  test('stays English where a part of it is not known, and in Arabic', () => {
    for (const text of [
      'The case touches Atlantis.',
      'X. Y meets 3A090.a in the text of October 2022.',
      'Decree 12',
    ])
      expect(inGerman(text)).toEqual({ text, lang: 'en' })
    expect(lawIn('ar', 'national rule')).toEqual({ text: 'national rule', lang: 'en' })
    expect(lawIn('en', 'national rule')).toEqual({ text: 'national rule', lang: 'en' })
  })

  test('of any length is read in no time', () => {
    const started = performance.now()
    inGerman('China, '.repeat(800))
    inGerman('China and '.repeat(500))
    inGerman('X meets, needs a licence: and. '.repeat(190))
    expect(performance.now() - started).toBeLessThan(2000)
  })
})
