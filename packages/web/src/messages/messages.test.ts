import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, it } from 'vitest'
import { catalogues, roomsCompleteInArabic, translator } from './index.ts'
import { languages, locales } from './languages.ts'
import { createTranslators } from './translator.ts'

type Node = { type: number; value?: unknown; options?: Record<string, { value: Node[] }>; children?: Node[] }

/** Names of the arguments of a message, in alphabetical order. Node types 0 and 7 are text and `#`. */
function placeholders(text: string, locale: string): string[] {
  const names = new Set<string>()
  const visit = (nodes: readonly Node[]): void => {
    for (const node of nodes) {
      if (node.type !== 0 && node.type !== 7) names.add(String(node.value))
      for (const option of Object.values(node.options ?? {})) visit(option.value)
      visit(node.children ?? [])
    }
  }
  const message = new IntlMessageFormat(text, locale, undefined, { ignoreTag: true })
  visit(message.getAst())
  return [...names].sort()
}

describe('messages', () => {
  it('all reach the pages: every file is merged, and no key stands in two files', () => {
    for (const language of languages) {
      const folder = `${import.meta.dirname}/${language}`
      const keys = readdirSync(folder).flatMap((file) =>
        Object.keys(JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as Record<string, string>),
      )
      expect(
        keys.filter((key, index) => keys.indexOf(key) !== index),
        language,
      ).toEqual([])
      expect(keys.sort(), language).toEqual(Object.keys(catalogues[language]).sort())
    }
  })

  it('have the same keys in English and German', () => {
    expect(Object.keys(catalogues.de).sort()).toEqual(Object.keys(catalogues.en).sort())
  })

  it('are all shown somewhere: by their key, or by a key that a page puts together', () => {
    const folder = join(import.meta.dirname, '..')
    const code = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path) && !path.startsWith('messages'))
      .map((path) => readFileSync(join(folder, path), 'utf8'))
      .join('\n')
    const begun = [...code.matchAll(/`([a-zA-Z]+\.[\w.-]*)\$\{/g)].map((match) => match[1] ?? '')
    const unused = Object.keys(catalogues.en).filter(
      (key) => !code.includes(`'${key}'`) && !begun.some((start) => key.startsWith(start)),
    )
    expect(unused).toEqual([])
  })

  it('have no Arabic key that English lacks, and every key of the rooms promised in Arabic', () => {
    const english = Object.keys(catalogues.en)
    const arabic = new Set(Object.keys(catalogues.ar))
    expect([...arabic].filter((key) => !english.includes(key))).toEqual([])
    const promised = english.filter((key) => roomsCompleteInArabic.some((room) => key.startsWith(`${room}.`)))
    expect(promised.filter((key) => !arabic.has(key))).toEqual([])
  })

  it('parse, are not empty and name the same placeholders in every language', () => {
    for (const language of languages) {
      for (const [key, text] of Object.entries(catalogues[language])) {
        const english = catalogues.en[key as keyof typeof catalogues.en]
        expect(text?.trim(), `${language} ${key}`).toBeTruthy()
        expect(placeholders(text ?? '', locales[language]), `${language} ${key}`).toEqual(
          placeholders(english, locales.en),
        )
      }
    }
  })

  it('never say "permitted" or "allowed" of an outcome, nor "oops"', () => {
    for (const [key, text] of Object.entries(catalogues.en)) {
      expect(text, key).not.toMatch(/\bpermitted\b|\boops\b/i)
      if (key.startsWith('outcome.')) expect(text, key).not.toMatch(/\ballowed\b/i)
    }
  })

  it('count in the plural forms of the reader, six of them in Arabic', () => {
    const t = translator('ar')
    const forms = [0, 1, 2, 3, 11, 100].map((count) => t('nav.waiting', { count }).replace(/\d+/, '#'))
    expect(forms.slice(0, 4)).toEqual(['لا شيء ينتظر', 'حالة واحدة تنتظر', 'حالتان تنتظران', '# حالات تنتظر'])
    expect(translator('de')('nav.waiting', { count: 1 })).toBe('1 wartet')
  })

  it('fall back to English and say so, where a room is not promised in Arabic', () => {
    const lookup = createTranslators<'a.b' | 'a.c'>({
      en: { 'a.b': '{n, plural, one {# hour} other {# hours}}', 'a.c': 'Only here' },
      de: {},
      ar: { 'a.c': 'هنا' },
    })
    expect(lookup('ar')('a.b', { n: 2 })).toBe('2 hours')
    expect(lookup('ar').langOf('a.b')).toBe('en')
    expect(lookup('ar').langOf('a.c')).toBe('ar')
  })

  it('leave markup in a value as text, for the page to escape', () => {
    expect(translator('en')('shell.runsOn', { alliance: '<b>X</b>' })).toBe('<b>X</b> runs on Allmende.')
  })
})
