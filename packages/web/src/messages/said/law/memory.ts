import { formatDate } from '../../format.ts'
import { countryInGerman } from './countries.ts'

/** A sentence of the rules and what stands for it, with the same `{parts}` in both. */
export type Pair = readonly [english: string, german: string]

/** From English to German; null where any part of the text is not known. */
export type Memory = (english: string) => string | null

type Template = {
  readonly pair: Pair
  readonly parts: readonly string[]
  readonly pattern: RegExp
  readonly literal: number
}

/** Parts that are names, words of others or amounts and stay as they are; `country` is one country; any other is known itself. */
const kept = new Set(['name', 'names', 'instrument', 'regime', 'source', 'rule', 'member', 'words'])
/** Of these, what stands in quotation marks or at the end, so that it may hold several sentences. */
const keptWhole = new Set(['rule', 'member', 'words'])

/** Figures, units, paragraphs and codes: alike in every language. */
const sign =
  /^(?:[≥≤<>=÷×(]*-?\d[\d.,]*(?:e[+-]?\d+)?%?(?:\^\d+)?\)?|[≥≤<>=÷×·–-]|TPP|PD|TOPS|GB\/s|mm²|km|DRAM|CFR|FR|Supp\.|\(?EU\)?|EAR99|\d{4}\/\d+|\d+[A-E]\d{3}(?:\.[a-z\d]+)*|\.z|\d+(?:\.\d+)?(?:\([a-zA-Z\d]+\))+|(?:\([a-zA-Z\d]+\))+|[A-E]:\d|[A-Z]{2}|[IVX]+|\d+[a-z]|\d+-\d+)$/u

/** Figures, which German writes with a comma; "742.6" is none. */
const amounts = new Set(['density', 'area', 'tops', 'tpp', 'figure', 'limit', 'rate', 'range'])
const hasUnit = (text: string) => /[≥≤<>=÷×]|mm²|GB\/s|km|TPP|PD|TOPS/u.test(text)
const withComma = (text: string) => text.replaceAll(/(\d)\.(?=\d)/g, '$1,')

const isNeutral = (text: string) => text.split(/[,;]? /).every((word) => sign.test(word.replace(/[,;]$/, '')))

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)

function templateOf(pair: Pair): Template {
  const pieces = pair[0].split(/\{(\w+)\}/)
  const literals = pieces.filter((_, index) => index % 2 === 0)
  const pattern = pieces.map((piece, index) => (index % 2 === 0 ? escaped(piece) : '(.+?)')).join('')
  return {
    pair,
    parts: pieces.filter((_, index) => index % 2 === 1),
    pattern: new RegExp(`^${pattern}$`, 'su'),
    literal: literals.join('').length,
  }
}

/** As many letters of a template's beginning tell where it is kept. */
const keyLength = 4

/** Templates by how they begin, those that say most first; under '' those that begin with a part. */
function bucketsOf(templates: readonly Template[]): Map<string, readonly Template[]> {
  const sorted = templates.toSorted((a, b) => b.literal - a.literal)
  return Map.groupBy(sorted, ({ pair }) => {
    const start = pair[0].slice(0, keyLength)
    return start.includes('{') ? '' : start
  })
}

const textMax = 6000
const runMax = 4

/** An end of a sentence or of a part of one; the point of an abbreviation that names hold is none. */
const end = /[;:?!] |(?<!\b(?:Supp|St|No|R|Co|Corp|Inc|Ltd))\. /u

/** A value that is kept may hold no end of a sentence: it would have swallowed what is not known. */
const keeps = (part: string, value: string) => keptWhole.has(part) || !end.test(value)

function compile(pairs: readonly Pair[], used: (pair: Pair) => void): Memory {
  const exact = new Map(pairs.filter(([english]) => !english.includes('{')).map((pair) => [pair[0], pair]))
  const buckets = bucketsOf(pairs.filter(([english]) => english.includes('{')).map(templateOf))

  const valueOf = (part: string, value: string, seen: Map<string, string | null>) => {
    if (kept.has(part) || part.startsWith('amount')) return keeps(part, value) ? value : null
    return part === 'country' ? countryInGerman(value) : known(value, seen)
  }

  const filled = ({ pair, parts, pattern }: Template, text: string, seen: Map<string, string | null>) => {
    const match = pattern.exec(text)
    if (match === null) return null
    const values = new Map<string, string>()
    for (const [index, part] of parts.entries()) {
      const value = match[index + 1] ?? ''
      const said = valueOf(part, value, seen)
      if (said === null) return null
      values.set(part, amounts.has(part) ? withComma(said) : said)
    }
    used(pair)
    return pair[1].replaceAll(/\{(\w+)\}/g, (_, part: string) => values.get(part) ?? '')
  }

  const found = (text: string, seen: Map<string, string | null>): string | null => {
    const pair = exact.get(text)
    if (pair !== undefined) {
      used(pair)
      return pair[1]
    }
    if (/^\d{4}-\d\d-\d\d$/.test(text)) return formatDate('de', text)
    if (isNeutral(text)) return hasUnit(text) ? withComma(text) : text
    const country = countryInGerman(text)
    if (country !== null) return country
    for (const key of [text.slice(0, keyLength), ''])
      for (const template of buckets.get(key) ?? []) {
        const said = filled(template, text, seen)
        if (said !== null) return said
      }
    return null
  }

  /** Each text of one call is looked up once, whatever it is a part of. */
  const known = (text: string, seen: Map<string, string | null>): string | null => {
    const before = seen.get(text)
    if (before !== undefined) return before
    const said = found(text, seen)
    seen.set(text, said)
    return said
  }

  return (english) => {
    if (english.length > textMax) return null
    const seen = new Map<string, string | null>()
    return known(english, seen) ?? sentences(english, (text) => known(text, seen))
  }
}

/** Several sentences in a row: the longest run that is known is taken, then the next. */
function sentences(english: string, known: (text: string) => string | null): string | null {
  const pieces = english.split(/(?<=[.?!]) /)
  const said: string[] = []
  for (let at = 0; at < pieces.length;) {
    let end = Math.min(pieces.length, at + runMax)
    let run: string | null = null
    for (; end > at && run === null; end -= 1) run = known(pieces.slice(at, end).join(' '))
    if (run === null) return null
    said.push(run)
    at = end + 1
  }
  return said.join(' ')
}

/** A memory of these pairs, made ready when it is first asked. `used` is told each pair that a text went through. */
export function memoryOf(pairs: readonly Pair[], used: (pair: Pair) => void = () => {}): Memory {
  let memory: Memory | null = null
  return (english) => (memory ??= compile(pairs, used))(english)
}
