import type { ListEntry, ListName } from '../entry.ts'
import {
  alias,
  countriesOf,
  emptyEntry,
  kindOf,
  namesOf,
  readListedDate,
  unique,
  type Collector,
  type ListFormat,
  type ListRecord,
} from './format.ts'

/*
 * The SDN list and the consolidated non-SDN list of OFAC: sdn.csv or cons_prim.csv with alt.csv and add.csv, one after
 * another in one file. None has a header; rows of 12 fields are entries, of 5 aliases, of 6 addresses ("dat_spec.txt"
 * of OFAC). "-0-" stands for nothing.
 */
const value = (text: string | undefined) => {
  const plain = (text ?? '').trim()
  return plain === '-0-' ? '' : plain
}

type Remarks = {
  readonly dates: readonly string[]
  readonly places: readonly string[]
  readonly identifiers: readonly string[]
  readonly countries: readonly string[]
  readonly weak: readonly string[]
}

const identifier =
  /passport|\bid\b|identification|cedula|registration|\btax\b|\bssn\b|\bimo\b|\br\.?f\.?c|\bc\.?u\.?r\.?p|\bno\.|number|swift|lei\b|\binn\b|\bogrn/i

/** What remarks say: "DOB 10 Dec 1948; alt. DOB 1949; POB Baghdad, Iraq; Passport H0044232 (Iraq); a.k.a. 'ABU ALI'". */
function readRemarks(text: string): Remarks {
  const [dates, places, identifiers, countries, weak]: [string[], string[], string[], string[], string[]] = [
    [],
    [],
    [],
    [],
    [],
  ]
  for (const piece of text.replace(/\.$/, '').split(/;\s*/)) {
    const plain = piece.replace(/^alt\.\s*/i, '').trim()
    const said = /^(DOB|POB|nationality|citizen)\s+(.+)$/i.exec(plain)
    const quoted = /^(?:a\.k\.a\.|f\.k\.a\.|n\.k\.a\.)\s+'(.+?)'$/i.exec(plain)
    if (said?.[1]?.toUpperCase() === 'DOB') dates.push(...[readListedDate(said[2] ?? '') ?? []].flat())
    else if (said?.[1]?.toUpperCase() === 'POB') places.push(said[2] ?? '')
    else if (said) countries.push((said[2] ?? '').replace(/^of registration /i, ''))
    else if (quoted) weak.push(quoted[1] ?? '')
    else if (
      identifier.test(plain) &&
      /\d/.test(plain) &&
      !/^(?:linked to|additional|executive)/i.test(plain)
    )
      identifiers.push(plain)
  }
  return { dates, places, identifiers, countries, weak }
}

type Gathered = {
  readonly row: readonly string[]
  readonly aliases: ListName[]
  readonly addresses: string[]
  readonly places: string[]
}

function entryOf(id: string, { row, aliases, addresses, places }: Gathered, list: string): ListEntry {
  const remarks = value(row[11])
  const read = readRemarks(remarks)
  const [callSign, flag] = [value(row[5]), value(row[9])]
  const type = value(row[2])
  return {
    ...emptyEntry,
    id,
    list,
    // What has no type in these files is an entity.
    kind: type === '' ? 'organisation' : kindOf(type),
    names: namesOf(value(row[1]), [...aliases, ...read.weak.map((text) => alias(text, true))]),
    birthDates: unique(read.dates),
    birthPlaces: unique(read.places),
    countries: countriesOf([...read.countries, ...places, ...(flag ? [flag] : [])]),
    identifiers: unique([...read.identifiers, ...(callSign ? [`call sign: ${callSign}`] : [])]),
    programmes: unique(value(row[3]).split(/\]\s*\[|;/)),
    addresses: unique(addresses),
    remarks: [value(row[4]), remarks].filter(Boolean).join('. '),
    sourceUrl: 'https://sanctionslist.ofac.treas.gov',
  }
}

function collect(list: string): Collector {
  const gathered = new Map<string, Gathered>()
  const early = new Map<string, (readonly string[])[]>()
  const add = (row: readonly string[], one: Gathered) => {
    if (row.length <= 5) one.aliases.push(alias(value(row[3]), /weak/i.test(value(row[4]))))
    else {
      one.addresses.push([row[2], row[3], row[4]].map(value).filter(Boolean).join(', '))
      if (value(row[4])) one.places.push(value(row[4]))
    }
  }
  return {
    take(record: ListRecord) {
      const row = record as readonly string[]
      const id = value(row[0])
      // Copies of these files come with a header, and end with the mark of an old editor.
      if (id === '' || id === '\u001A' || /^(?:id|ent_num)$/i.test(id)) return null
      if (!/^\d+$/.test(id))
        return `the row begins with "${id.slice(0, 40)}", which is no number of an entity`
      if (row.length === 5 || row.length === 6) {
        const one = gathered.get(id)
        if (one) add(row, one)
        else early.set(id, [...(early.get(id) ?? []), row])
        return null
      }
      if (row.length !== 12)
        return `the row ${id} has ${row.length} fields; expected 12, or 5 for an alias, or 6 for an address`
      if (value(row[1]) === '') return `the row ${id} has no name`
      const one: Gathered = { row, aliases: [], addresses: [], places: [] }
      gathered.set(id, one)
      for (const before of early.get(id) ?? []) add(before, one)
      return null
    },
    finish: () => [...gathered].map(([id, one]) => entryOf(id, one, list)),
  }
}

export const ofacCsv: ListFormat = {
  name: 'ofac-csv',
  title: 'OFAC, SDN list: sdn.csv, alt.csv and add.csv in one file',
  tried: true,
  carrier: { kind: 'csv', required: null, known: [] },
  open: () => collect('sdn'),
}

export const ofacConsolidatedCsv: ListFormat = {
  ...ofacCsv,
  name: 'ofac-cons-csv',
  title: 'OFAC, consolidated non-SDN list: cons_prim.csv, cons_alt.csv and cons_add.csv in one file',
  open: () => collect('ofac-cons'),
}
