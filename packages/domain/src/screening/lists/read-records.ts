import type { ListRecord, XmlElement } from './format.ts'
import { listFormats } from './index.ts'

/** What a format makes of records, and which it could not read. @throws where there is no such format */
export function readRecords(name: string, records: readonly ListRecord[]) {
  const collector = listFormats.find((format) => format.name === name)?.open()
  if (!collector) throw new Error(`no format ${name}`)
  const problems = records.map((record) => collector.take(record)).filter((problem) => problem !== null)
  return { entries: collector.finish(), problems }
}

/** An element with what stands in it: a text, or other elements. */
export type Tree = readonly [
  name: string,
  content?: string | readonly Tree[],
  attributes?: Record<string, string>,
]
export const element = ([name, content = '', attributes = {}]: Tree): XmlElement => ({
  name,
  attributes,
  children: typeof content === 'string' ? [] : content.map(element),
  text: typeof content === 'string' ? content : '',
})
