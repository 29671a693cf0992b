import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { detectFormat, problemsOf } from '@allmende/domain/screening'
import { describe, expect, test } from 'vitest'
import { refusalIn } from '../packages/web/src/messages/index.ts'
import { germanRefusals } from '../packages/web/src/messages/said/refusals/index.ts'

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return filesBelow(path)
    return entry.name.endsWith('.ts') && !entry.name.endsWith('.test.ts') ? [path] : []
  })

/** The end of a text that begins at a quotation mark, and the text with `{}` for what is put into it. */
function literalAt(source: string, start: number): { end: number; text: string } {
  const mark = source[start]
  let [at, text] = [start + 1, '']
  while (source[at] !== mark) {
    if (source[at] === '\\') at += 1
    if (mark === '`' && source.startsWith('${', at)) {
      let depth = 1
      for (at += 2; depth > 0; at += 1) depth += source[at] === '{' ? 1 : source[at] === '}' ? -1 : 0
      text += '{}'
    } else {
      text += source[at]
      at += 1
    }
  }
  return { end: at + 1, text }
}

/** Every sentence that stands in a call which refuses. */
function refusalsIn(source: string): string[] {
  const found: string[] = []
  for (const match of source.matchAll(/\b(?:Refusal|refuseList|BrokenList|DownloadError)\(/g)) {
    let [at, depth] = [match.index + match[0].length, 1]
    while (depth > 0) {
      const letter = source[at] ?? ''
      if (letter === "'" || letter === '"' || letter === '`') {
        const { end, text } = literalAt(source, at)
        if (/\s/.test(text.replace(/\{\}/g, '')) && /[a-z]{2}/.test(text)) found.push(text)
        at = end
      } else {
        depth += '([{'.includes(letter) ? 1 : ')]}'.includes(letter) ? -1 : 0
        at += 1
      }
    }
  }
  return found
}

/** Sentences that are put together of others, which stand here as they are said in the end. */
const putTogether: Readonly<Record<string, readonly string[]>> = {
  'The call "{}" is closed. {}': ['The call "{}" is closed.', 'It closed on {} UTC.', 'It opens on {}.'],
  'Name the member through which you apply.{}': ['Name the member through which you apply.', 'Members: {}.'],
  'There is no member "{}".{}': ['There is no member "{}".'],
  '{} missing: {}': ['One thing is missing: {}', '{} things are missing: {}'],
  'The column{} {} {} missing.': ['The column {} is missing.', 'The columns {} are missing.'],
  '{} {} bound to this site.': ['{} job is bound to this site.', '{} jobs are bound to this site.'],
  '{} The list that was loaded before stands.': ['The list that was loaded before stands.'],
}

const plain = (text: string) => text.replace(/\{\w*\}/g, '{}')

/** What the engine of screening says of files and names. */
const ofScreening = [
  ...['', '<html>', '<rss>', '[', '{}', 'a']
    .map((start) => detectFormat(start))
    .map((one) => ('problem' in one ? one.problem : '')),
  ...['', 'a'.repeat(2000), 'a '.repeat(40), 'Ltd']
    .flatMap((name) =>
      problemsOf({
        name,
        aliases: [],
        kind: null,
        birthDate: '1961-02-31',
        countries: ['Atlantis'],
        identifiers: [],
      }),
    )
    .map(({ message }) => message),
]

const said = filesBelow('packages/server/src')
  .flatMap((path) => refusalsIn(readFileSync(path, 'utf8')))
  .flatMap((text) => putTogether[text] ?? [text])
  .map(plain)
const known = new Set(germanRefusals.map(([english]) => plain(english)))

describe('what refuses', () => {
  test('has a German sentence for each that the server says', () => {
    expect(said.length).toBeGreaterThan(180)
    expect([...new Set(said)].filter((text) => !known.has(text))).toEqual([])
  })

  test('is said by the server, or is a part of what it says', () => {
    const all = new Set(said)
    const patterns = germanRefusals.map(([english]) => english).filter((text) => !all.has(plain(text)))
    const left = patterns.filter((text) => {
      const pattern = new RegExp(
        plain(text)
          .split('{}')
          .map((piece) => piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
          .join('.+'),
      )
      return !ofScreening.some((one) => pattern.test(one))
    })
    expect(left.filter((text) => /[.?!:]$/.test(text))).toEqual([])
  })

  test('has German for what is said of a file that is no list, and of a name that cannot be screened', () => {
    for (const text of ofScreening) expect(refusalIn('de', text), text).toMatchObject({ lang: 'de' })
  })

  test('has the same parts in both languages, each once', () => {
    for (const [english, german] of germanRefusals) {
      const parts = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, part]) => part).toSorted()
      expect(parts(german), english).toEqual(parts(english))
      expect(new Set(parts(english)).size, english).toBe(parts(english).length)
    }
    expect(new Set(germanRefusals.map(([english]) => english)).size).toBe(germanRefusals.length)
  })

  test.each([
    [
      'The application is submitted; only a draft can be changed.',
      'Der Antrag ist eingereicht; nur ein Entwurf lässt sich ändern.',
    ],
    [
      'The job could use up to 12.50 accelerator-hours (4 × 90 min); 3.00 accelerator-hours are left. Ask for less time or fewer accelerators, or wait until running jobs end and give back what they did not use.',
      'Der Job kann bis zu 12.50 Beschleunigerstunden verbrauchen (4 × 90 min); übrig sind 3.00 Beschleunigerstunden. Verlangen Sie weniger Zeit oder weniger Beschleuniger, oder warten Sie, bis laufende Jobs enden und zurückgeben, was sie nicht gebraucht haben.',
    ],
    [
      'The call "Trial 2026" is closed. It opens on 2026-12-01. Your draft is kept. Look for another call.',
      'Die Ausschreibung „Trial 2026“ ist geschlossen. Sie öffnet am 1. Dez. 2026. Ihr Entwurf bleibt erhalten. Suchen Sie eine andere Ausschreibung.',
    ],
    [
      'The file is cut off: its last line has no end. The list that was loaded before stands.',
      'Die Datei ist abgeschnitten: Ihre letzte Zeile hat kein Ende. Die zuvor geladene Liste gilt weiter.',
    ],
    [
      'Ask for no more than one of them has. Jena: 8 accelerators, 64 CPUs and 65536 MiB of memory; Nairobi: 2 accelerators, 8 CPUs and 4096 MiB of memory.',
      'Verlangen Sie nicht mehr, als einer davon hat. Jena: 8 Beschleuniger, 64 Prozessoren und 65536 MiB Speicher; Nairobi: 2 Beschleuniger, 8 Prozessoren und 4096 MiB Speicher.',
    ],
  ])('%s', (english, german) => {
    expect(refusalIn('de', english)).toEqual({ text: german, lang: 'de' })
    expect(refusalIn('ar', english)).toEqual({ text: english, lang: 'en' })
  })

  test('stays English where a part is not known', () => {
    const text = 'The application is upside-down; only a draft can be changed.'
    expect(refusalIn('de', text)).toEqual({ text, lang: 'en' })
  })
})
