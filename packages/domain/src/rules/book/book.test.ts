import { expect, test } from 'vitest'
import { cases } from '../cases/index.ts'
import { cite } from '../cite.ts'
import { regimes } from '../regimes.ts'
import type { Rule } from '../rule.ts'
import { bookAsMarkdown } from './as-markdown.ts'
import { book, type Book, type BookRegime } from './book.ts'

const whole = book()
const rules = whole.regimes.flatMap((regime) => regime.rules)
const byName = (name: string) => whole.regimes.find((regime) => regime.name === name)

/** Words, and in what of the book they stand. */
const said: readonly (readonly [string, string])[] = [
  ...whole.regimes.map(({ name, reach }) => [name, reach] as const),
  ...rules.map(({ code, logic }) => [code, logic] as const),
]

test('every regime and every rule that runs is in the book', () => {
  expect(whole.regimes.map(({ name }) => name)).toEqual(regimes.map(({ name }) => name).toSorted())
  for (const regime of regimes) {
    const codes = (of: readonly Pick<Rule, 'code'>[]) => of.map(({ code }) => code).toSorted()
    expect(codes(byName(regime.name)?.rules ?? []), regime.name).toEqual(codes(regime.rules))
  }
})

test('what ties a case to a law, and what each of its rules says, stands in sentences', () => {
  for (const [where, words] of said) {
    expect(words.length, `${where}: "${words}"`).toBeGreaterThanOrEqual(30)
    expect(words, where).toMatch(/^\p{Lu}.*\.$/u)
  }
})

test('the words of every rule and regime are its own', () => {
  const first = new Map<string, string>()
  const twice = said.flatMap(([where, words]) => {
    const other = first.get(words)
    first.set(words, where)
    return other === undefined ? [] : [`${other} and ${where}`]
  })
  expect(twice).toEqual([])
})

test('no words say that something is allowed or permitted', () => {
  for (const [where, words] of said) expect(words, where).not.toMatch(/permit|allow/iu)
})

test('every rule is shown with its cases', () => {
  expect(rules.filter((rule) => rule.cases.length === 0).map(({ code }) => code)).toEqual([])
  const codes = new Set(rules.map(({ code }) => code))
  const shown = rules.reduce((sum, rule) => sum + rule.cases.length, 0)
  // Some cases are of a regime that finds nothing, or does not reach them, and of no rule.
  expect(shown).toBe(cases.filter(({ rule }) => codes.has(rule)).length)
})

test('every dated value is in the book of its regime, with each version', () => {
  for (const regime of regimes) {
    const found = byName(regime.name)?.values ?? []
    expect(found.map(({ cite, unit }) => ({ cite, unit }))).toEqual(
      regime.data.map(({ cite, unit }) => ({ cite, unit })),
    )
    found.forEach(({ versions }, index) => {
      expect(versions.map(({ from, cite, status, text }) => ({ from, cite, status, text }))).toEqual(
        regime.data[index]?.values.map(({ from, cite, status, text = null }) => ({
          from,
          cite,
          status,
          text,
        })),
      )
      for (const { value } of versions) expect(value).not.toBe('')
    })
  }
})

test('a value is shown with the words of the law that brought it in', () => {
  const limit = byName('us-ear')?.values.find(({ cite }) => cite === '15 CFR 774 Supp. 1, 3A090.a.1')
  expect(limit?.versions.map(({ value, text }) => [value, text])).toEqual([
    ['4800', expect.stringContaining('machine instructions')],
    ['4800', "a 'total processing performance' of 4800 or more, or"],
  ])
  const page = bookAsMarkdown(whole).find(({ path }) => path === 'us-ear.md')?.text
  expect(page).toContain("Text from 2023-11-17:\n\n> a 'total processing performance' of 4800 or more, or\n")
})

/** A book of one regime, in which each name holds what Markdown reads as its own. */
function madeUp(changes: Partial<BookRegime>): Book {
  const act = cite('Act | of <b>lakes</b>', 's. 1', 'R&amp;D Act', {
    text: 'Whoever *ships* [chips]\nby `boat`',
  })
  return {
    rulesVersion: '1',
    regimes: [
      {
        name: 'lakes',
        reach: 'Goods of <Lake A | Lake B>',
        scope: act,
        rules: [
          {
            code: 'lakes.a_b',
            logic: 'Where <5 | >6: an officer decides.',
            cite: act,
            layer: 'text',
            fourEyes: true,
            cases: [{ name: 'ships | <script>', asOf: '2026-01-01', outcome: 'needs-officer', absent: true }],
          },
        ],
        values: [],
        ...changes,
      },
    ],
  }
}

test('what Markdown or HTML would read as its own is escaped', () => {
  const pages = bookAsMarkdown(madeUp({}))
  const [index, page] = pages.map(({ text }) => text)
  expect(index).toContain('| [lakes](lakes.md) | Goods of \\<Lake A \\| Lake B\\> | 1 | 1 | 0 |')
  for (const line of [
    '### lakes.a\\_b',
    'Where \\<5 \\| \\>6: an officer decides.',
    '| ships \\| \\<script\\> | 2026-01-01 | needs-officer | silent |',
    '> Whoever \\*ships\\* \\[chips\\] by \\`boat\\`',
  ])
    expect(page?.split('\n')).toContain(line)
  expect(page).toContain('Act \\| of \\<b\\>lakes\\</b\\>, s. 1 · R\\&amp;D Act · ')
  expect(pages.map(({ text }) => text).join('\n')).not.toMatch(/(?<!\\)<(?!\/?$)/u)
})

test('every link of the index leads to a page, and every page is linked', () => {
  const [index, ...pages] = bookAsMarkdown(whole)
  const links = [...(index?.text ?? '').matchAll(/\]\((?<path>[^)]+)\)/gu)].map(
    (link) => link.groups?.['path'],
  )
  expect(links).toEqual(pages.map(({ path }) => path))
  expect(pages).toHaveLength(regimes.length)
})
