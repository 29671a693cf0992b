import { Readable, type Duplex } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parse } from 'csv-parse'
import { SaxesParser } from 'saxes'
import type { ListFormat, ListRecord, XmlElement } from './screener.ts'

/** A file that cannot be cut into records: damaged, cut off, or of another layout. */
export class BrokenList extends Error {
  readonly remedy: string | undefined
  constructor(message: string, remedy?: string) {
    super(message)
    this.remedy = remedy
  }
}

type Csv = Extract<ListFormat['carrier'], { kind: 'csv' }>
type Xml = Extract<ListFormat['carrier'], { kind: 'xml' }>

function checkHeader(carrier: Csv, title: string, columns: readonly string[]): string[] {
  const missing = (carrier.required ?? []).filter((name) => !columns.includes(name))
  if (missing.length > 0)
    throw new BrokenList(
      `The column${missing.length > 1 ? 's' : ''} ${missing.map((m) => `"${m}"`).join(', ')} ${missing.length > 1 ? 'are' : 'is'} missing.`,
      `Expected is the layout of: ${title}.`,
    )
  return columns.filter((name) => name !== '' && !carrier.known.includes(name))
}

const recordBytesMax = 2 * 1024 * 1024

async function* csvRecords(
  format: ListFormat,
  carrier: Csv,
  text: AsyncIterable<string>,
  unknown: string[],
): AsyncGenerator<ListRecord> {
  const header = (names: string[]) => {
    const columns = names.map((name) => name.trim())
    unknown.push(...checkHeader(carrier, format.title, columns))
    return columns
  }
  const parser = parse({
    bom: true,
    columns: carrier.required === null ? false : header,
    relax_column_count: carrier.required === null,
    from_line: 1 + (carrier.linesBefore ?? 0),
    skip_empty_lines: true,
    max_record_size: recordBytesMax,
  })
  yield* readThrough<ListRecord>(parser, text)
}

/**
 * What a parser makes of a text. What goes wrong with either ends both with the same error, which the reader is then
 * told; a reader who stops early stops both.
 */
export async function* readThrough<T>(
  parser: Duplex,
  text: AsyncIterable<string | Uint8Array>,
): AsyncGenerator<T> {
  const fed = pipeline(Readable.from(text), parser).then(
    () => null,
    (error: unknown) => error,
  )
  for await (const record of parser as AsyncIterable<T>) yield record
  const error = await fed
  if (error !== null) throw error
}

const depthMax = 24
const childrenMax = 5000

type Open = {
  readonly name: string
  readonly attributes: Record<string, string>
  readonly children: XmlElement[]
  text: string
}

const localName = (name: string) => name.slice(name.indexOf(':') + 1)

/** Builds the elements that are records, and nothing around them. A document type, which could hold entities, is refused. */
function xmlReader(carrier: Xml) {
  const parser = new SaxesParser({ fragment: false })
  const ready: XmlElement[] = []
  const open: Open[] = []
  let [depth, root] = [0, '']
  parser.on('error', (error) => {
    throw new BrokenList(`The file is cut off or damaged: ${error.message}`)
  })
  parser.on('doctype', () => {
    throw new BrokenList('The file has a document type, which no known list has.')
  })
  parser.on('opentag', (tag) => {
    const name = localName(tag.name)
    depth += 1
    if (depth === 1) {
      root = name
      if (name !== carrier.root)
        throw new BrokenList(`The file begins with <${name}>; expected <${carrier.root}>.`)
    }
    if (depth > depthMax) throw new BrokenList(`Elements stand more than ${depthMax} deep.`)
    if (open.length === 0 && !carrier.records.includes(name)) return
    const attributes = Object.fromEntries(
      Object.entries(tag.attributes).map(([key, value]) => [localName(key), String(value)]),
    )
    open.push({ name, attributes, children: [], text: '' })
  })
  parser.on('text', (text) => {
    const at = open.at(-1)
    if (at) at.text += text
  })
  parser.on('cdata', (text) => {
    const at = open.at(-1)
    if (at) at.text += text
  })
  parser.on('closetag', () => {
    depth -= 1
    const done = open.pop()
    if (!done) return
    const parent = open.at(-1)
    if (!parent) ready.push(done)
    else if (parent.children.push(done) > childrenMax)
      throw new BrokenList(`A record has more than ${childrenMax} elements in one.`)
  })
  return { parser, ready, root: () => root }
}

async function* xmlRecords(carrier: Xml, text: AsyncIterable<string>): AsyncGenerator<ListRecord> {
  const { parser, ready } = xmlReader(carrier)
  for await (const piece of text) {
    parser.write(piece)
    yield* ready.splice(0)
  }
  parser.close()
  yield* ready.splice(0)
}

function parseJson(text: string, where: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new BrokenList(`The file is cut off or damaged: ${where} is no JSON.`)
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

async function* jsonLines(text: AsyncIterable<string>): AsyncGenerator<ListRecord> {
  let [rest, at] = ['', 0]
  const read = (line: string) => {
    at += 1
    const value = parseJson(line, `line ${at}`)
    if (!isObject(value)) throw new BrokenList(`Line ${at} is no object.`)
    return value
  }
  for await (const piece of text) {
    const lines = (rest + piece).split('\n')
    rest = lines.pop() ?? ''
    if (rest.length > recordBytesMax)
      throw new BrokenList(`Line ${at + 1} has more than ${recordBytesMax} characters.`)
    for (const line of lines) if (line.trim() !== '') yield read(line)
  }
  if (rest.trim() !== '') yield read(rest)
}

async function* jsonRecords(name: string, text: AsyncIterable<string>): AsyncGenerator<ListRecord> {
  const pieces: string[] = []
  for await (const piece of text) pieces.push(piece)
  const whole = parseJson(pieces.join('').replace(/^\uFEFF/, ''), 'it')
  const records = isObject(whole) ? whole[name] : undefined
  if (!Array.isArray(records)) throw new BrokenList(`The file has no list "${name}".`)
  for (const record of records) {
    if (!isObject(record)) throw new BrokenList(`An element of "${name}" is no object.`)
    yield record
  }
}

/**
 * The records of a file, in order, as they arrive. `unknown` is given the columns that nobody knows.
 * @throws {BrokenList} where the file cannot be cut into records
 */
export function recordsOf(
  format: ListFormat,
  text: AsyncIterable<string>,
  unknown: string[],
): AsyncGenerator<ListRecord> {
  const { carrier } = format
  if (carrier.kind === 'csv') return csvRecords(format, carrier, text, unknown)
  if (carrier.kind === 'xml') return xmlRecords(carrier, text)
  return carrier.kind === 'json' ? jsonRecords(carrier.records, text) : jsonLines(text)
}
