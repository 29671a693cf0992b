import { euXml } from './eu-xml.ts'
import type { ListFormat } from './format.ts'
import { ofacConsolidatedCsv, ofacCsv } from './ofac-csv.ts'
import { ofacXml } from './ofac-xml.ts'
import { openSanctions } from './open-sanctions.ts'
import { ownCsv } from './own-csv.ts'
import { ukCsv } from './uk-csv.ts'
import { unXml } from './un-xml.ts'
import { usCslCsv, usCslJson } from './us-csl.ts'

export type { Carrier, Collector, ListFormat, ListRecord, XmlElement } from './format.ts'

/** The formats of lists that can be read, each from its publisher's own layout. */
export const listFormats: readonly ListFormat[] = [
  usCslCsv,
  usCslJson,
  ofacCsv,
  ofacConsolidatedCsv,
  ofacXml,
  unXml,
  euXml,
  ukCsv,
  openSanctions,
  ownCsv,
]

export type Detected = { readonly format: ListFormat } | { readonly problem: string }

const names = listFormats.map(({ name }) => name).join(', ')

function ofXml(start: string): Detected {
  const root = /<(?![?!])(?:[\w.-]+:)?([\w.-]+)/.exec(start)?.[1] ?? ''
  if (/^html$/i.test(root) || /<!doctype html/i.test(start))
    return {
      problem: 'This is a web page, not a list: perhaps one to sign in at, or one that says what went wrong.',
    }
  const format = listFormats.find(({ carrier }) => carrier.kind === 'xml' && carrier.root === root)
  return format
    ? { format }
    : { problem: `The file begins with <${root.slice(0, 40)}>, which no known list does.` }
}

function ofJson(start: string): Detected {
  if (/^\s*\[/.test(start)) return { problem: 'The file begins with "[", which no known list does.' }
  if (/"schema"\s*:|"properties"\s*:|"caption"\s*:/.test(start.split('\n')[0] ?? ''))
    return { format: openSanctions }
  if (/"results"\s*:\s*\[/.test(start)) return { format: usCslJson }
  return {
    problem:
      'The file is JSON, but neither entities of OpenSanctions nor the US Consolidated Screening List.',
  }
}

const cellsOf = (line: string) => line.split(',').map((cell) => cell.trim().replace(/^"|"$/g, ''))

/** Which list a text begins as; what it is instead, where it is none. `start`: its first few thousand characters. */
export function detectFormat(start: string): Detected {
  const text = start.replace(/^\uFEFF/, '').trimStart()
  if (text === '') return { problem: 'The file is empty.' }
  if (text.startsWith('<')) return ofXml(text)
  if (text.startsWith('{') || text.startsWith('[')) return ofJson(text)
  const [first = '', second = ''] = text.split(/\r?\n/)
  for (const format of listFormats) {
    const { carrier } = format
    if (carrier.kind !== 'csv' || carrier.required === null) continue
    const header = cellsOf(carrier.linesBefore ? second : first)
    const met = carrier.required.filter((column) => header.includes(column)).length
    // A column may be gone; the reader says which.
    if (met >= carrier.required.length / 2) return { format }
  }
  if (/^\d+,.*-0-/.test(first) || /^\d+,.*-0-/.test(second)) return { format: ofacCsv }
  return { problem: `The file begins as no known list does. Known are ${names}.` }
}
