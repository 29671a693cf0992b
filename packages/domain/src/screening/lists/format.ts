import type { PartyKind } from '../../terms/index.ts'
import { readBirthDate } from '../birth-date.ts'
import { readCountries } from '../countries.ts'
import type { ListEntry, ListName } from '../entry.ts'

/** One element of an XML list with what stands in it; prefixes of namespaces are left out. */
export type XmlElement = {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  readonly text: string
}

/** How the records of a list are carried. Whoever reads the file cuts it into these; what they mean is known here. */
export type Carrier =
  | {
      readonly kind: 'csv'
      /** Columns without which an entry could not be told or compared; null where the file has no header. */
      readonly required: readonly string[] | null
      readonly known: readonly string[]
      /** Lines before the header, as the UK's list has one with its date. */
      readonly linesBefore?: number
    }
  | { readonly kind: 'xml'; readonly root: string; readonly records: readonly string[] }
  /** One object in a line. */
  | { readonly kind: 'json-lines' }
  /** One object with an array of records under a name. */
  | { readonly kind: 'json'; readonly records: string }

export type ListRecord = Readonly<Record<string, unknown>> | readonly string[] | XmlElement

/** Takes the records of one file in order and gives its entries at the end. */
export type Collector = {
  /** Why a record could not be read; null where it could. */
  take(record: ListRecord): string | null
  finish(): readonly ListEntry[]
}

export type ListFormat = {
  readonly name: string
  readonly title: string
  /** Whether it was tried on a real file, and not only written from the published schema. */
  readonly tried: boolean
  readonly carrier: Carrier
  open(): Collector
}

export type Parsed =
  | { readonly ok: true; readonly value: ListEntry }
  | { readonly ok: false; readonly problem: string }

/** A format of which every record is an entry. */
export function simpleFormat<R extends ListRecord>(
  about: Omit<ListFormat, 'open'>,
  parse: (record: R) => Parsed,
): ListFormat {
  return {
    ...about,
    open() {
      const entries: ListEntry[] = []
      return {
        take(record) {
          const parsed = parse(record as R)
          if (!parsed.ok) return parsed.problem
          entries.push(parsed.value)
          return null
        },
        finish: () => entries,
      }
    },
  }
}

export const emptyEntry: Omit<ListEntry, 'id' | 'list' | 'kind' | 'names'> = {
  birthDates: [],
  birthPlaces: [],
  countries: [],
  identifiers: [],
  programmes: [],
  addresses: [],
  remarks: '',
  sourceUrl: '',
}

export const unique = (texts: readonly string[]): string[] => [
  ...new Set(texts.map((text) => text.replace(/\s+/g, ' ').trim()).filter(Boolean)),
]

/** The parts of a cell that holds several, separated by ";". */
export const cells = (text: string | undefined): string[] => unique((text ?? '').split(';'))

/** Countries as codes; a text that names none known is kept, so that an officer sees it. */
export const countriesOf = (texts: readonly string[]): string[] =>
  unique(
    texts.flatMap((text) => {
      const codes = readCountries(text)
      return codes.length > 0 ? codes : [text]
    }),
  )

const native = /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u

/** An alias, with the kind that its script gives it where the list says nothing more. */
export const alias = (text: string, weak = false): ListName => ({
  text: text.replace(/\s+/g, ' ').trim(),
  kind: weak ? 'weak' : native.test(text) ? 'original-script' : 'aka',
})

/** Names with the first as primary, each text once. */
export function namesOf(primary: string, others: readonly ListName[]): ListName[] {
  const first = primary.replace(/\s+/g, ' ').trim()
  const all: ListName[] = first === '' ? [...others] : [{ text: first, kind: 'primary' }, ...others]
  const seen = new Set<string>()
  return all.filter(({ text }) => text !== '' && !seen.has(text) && seen.add(text))
}

const kinds: Readonly<Record<string, PartyKind>> = {
  individual: 'person',
  person: 'person',
  p: 'person',
  entity: 'organisation',
  enterprise: 'organisation',
  organization: 'organisation',
  organisation: 'organisation',
  company: 'organisation',
  e: 'organisation',
  ship: 'vessel',
  vessel: 'vessel',
  aircraft: 'vessel',
}
export const kindOf = (text: string | undefined): PartyKind | null =>
  kinds[(text ?? '').trim().toLowerCase()] ?? null

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const two = (value: string | number) => String(value).padStart(2, '0')

/** A date in the manner of lists: "10 Dec 1948", "Dec 1948", "1948", "21/03/1965", "00/00/1965" or ISO. */
function plainDate(text: string): string | null {
  const words = /^(?:(\d{1,2})[ -])?([a-z]{3})[a-z]*[ -](\d{4})$/.exec(text)
  const month = words ? months.indexOf(words[2] ?? '') + 1 : 0
  if (words && month > 0) return [words[3], two(month), ...(words[1] ? [two(words[1])] : [])].join('-')
  const slashed = /^(\d{1,2}|dd)\/(\d{1,2}|mm)\/(\d{4})$/.exec(text)
  if (!slashed) return /^\d{4}(-\d{1,2}(-\d{1,2})?)?$/.test(text) ? text : null
  const [day, inMonth] = [slashed[1] ?? '', slashed[2] ?? '']
  if (!(Number(inMonth) > 0)) return slashed[3] ?? null
  return [slashed[3], two(inMonth), ...(Number(day) > 0 ? [two(day)] : [])].join('-')
}

/**
 * A birth date as a list states it: exact, in part, about a time ("circa 1948") or a range ("1948 to 1950"); null for
 * anything else, a day that no calendar has among them.
 */
export function readListedDate(text: string): string | null {
  const plain = text.trim().toLowerCase().replace(/\s+/g, ' ')
  const range = /^(?:between )?(?:circa )?(\d{4})(?: ?(?:to|and|-|–|\/) ?)(\d{4})$/.exec(plain)
  if (range) return readBirthDate(`${range[1]} to ${range[2]}`) ? `${range[1]} to ${range[2]}` : null
  const bare = plain.replace(/^(?:circa|approximately|approx\.?|about|c\.) ?/, '')
  const date = plainDate(bare)
  if (date === null || readBirthDate(date) === null) return null
  return bare === plain ? date : `circa ${date}`
}

/** The elements below one, by a path of names. */
export function below(element: XmlElement, ...path: readonly string[]): XmlElement[] {
  let found: XmlElement[] = [element]
  for (const name of path) found = found.flatMap((one) => one.children.filter((child) => child.name === name))
  return found
}

/** The text of the first element on a path. */
export const textAt = (element: XmlElement, ...path: readonly string[]): string =>
  below(element, ...path)[0]
    ?.text.replace(/\s+/g, ' ')
    .trim() ?? ''
