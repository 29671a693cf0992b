import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Refusal } from '../http/problems.ts'
import { readList } from './read-list.ts'

// Invented people and organisations, in the layouts of the publishers.
const files = {
  'un-xml': `<?xml version="1.0" encoding="UTF-8"?>
<CONSOLIDATED_LIST dateGenerated="2026-02-27T00:00:09Z"><INDIVIDUALS>
<INDIVIDUAL><DATAID>11</DATAID><FIRST_NAME>MURAD</FIRST_NAME><SECOND_NAME>AL-ZANTULI</SECOND_NAME><NAME_ORIGINAL_SCRIPT>مراد الزنتولي</NAME_ORIGINAL_SCRIPT></INDIVIDUAL>
<INDIVIDUAL><DATAID>12</DATAID><FIRST_NAME>BORISLAV &amp; SON</FIRST_NAME></INDIVIDUAL></INDIVIDUALS>
<ENTITIES><ENTITY><DATAID>13</DATAID><FIRST_NAME><![CDATA[ORVANTEX <TRADING>]]></FIRST_NAME></ENTITY></ENTITIES></CONSOLIDATED_LIST>
`,
  'eu-xml': `<?xml version="1.0"?><export xmlns="http://eu.europa.ec/fpi/fsd/export" generationDate="2026-11-01"><sanctionEntity logicalId="21"><nameAlias wholeName="Borislav TOLMANOV" strong="true"/><subjectType code="person"/></sanctionEntity></export>`,
  'ofac-csv': `7,"TOLMANOV, Borislav","individual","SDGT",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"DOB 1961."\r\n8,"ORVANTEX",-0- ,"SDGT",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n7,1,"aka","TOLMANOFF, Boris",-0- \r\n\u001A`,
  opensanctions: `{"id":"a","schema":"Person","caption":"Borislav Tolmanov","properties":{"name":["Borislav Tolmanov"]}}
{"id":"b","schema":"Company","caption":"Orvantex","properties":{"name":["Orvantex"]}}
`,
  'us-csl-json': `{"total": 1, "results": [{"id":"x","source":"Entity List (EL) - Bureau of Industry and Security","name":"Orvantex Ltd"}]}`,
  'own-csv': `id,type,name,aliases,birth_dates,countries,identifiers,shoe_size
1,person,Borislav Tolmanov,,1961,RU,,44
`,
} as const

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}
const bytesOf = (text: string) => new TextEncoder().encode(text)
const read = (text: string | Uint8Array, format?: string, size = 1000) =>
  readList(inPieces(typeof text === 'string' ? bytesOf(text) : text, size), format)
async function refusal(text: string | Uint8Array, format?: string): Promise<string> {
  const error = await read(text, format).then(
    () => null,
    (one: unknown) => one,
  )
  if (!(error instanceof Refusal)) throw new Error('it was not refused')
  expect(error.message).toContain('The list that was loaded before stands.')
  return error.message
}

describe('a list as its publisher lays it out', () => {
  test.each(Object.entries(files))(
    '%s is known by how it begins, in pieces of any size',
    async (name, text) => {
      for (const size of [1, 7, 5000]) {
        const list = await read(text, undefined, size)
        expect(list).toMatchObject({ format: name, rejectedRows: 0 })
        expect(list.entries.length).toBeGreaterThan(0)
      }
    },
  )

  test('entities of XML and CDATA are read, aliases join their entry, unknown columns are reported', async () => {
    const un = await read(files['un-xml'])
    expect(un.entries.map((entry) => entry.names[0]?.text)).toEqual([
      'MURAD AL-ZANTULI',
      'BORISLAV & SON',
      'ORVANTEX <TRADING>',
    ])
    const [first] = (await read(files['ofac-csv'])).entries
    expect(first?.names.map(({ text }) => text)).toEqual(['TOLMANOV, Borislav', 'TOLMANOFF, Boris'])
    expect((await read(files['own-csv'])).unknownColumns).toEqual(['shoe_size'])
  })

  test('a page to sign in at, a document type, nothing, no text, another layout: each refused by name', async () => {
    expect(await refusal('<!doctype html><html><title>Sign in</title></html>')).toContain('web page')
    expect(await refusal('<!doctype html><html><title>Sign in</title></html>', 'own-csv')).toContain(
      'web page',
    )
    expect(await refusal('')).toContain('The file is empty.')
    expect(await refusal('  \n')).toContain('The file is empty.')
    expect(await refusal(new Uint8Array([0x69, 0x64, 0xff, 0xfe]))).toContain('UTF-8')
    expect(await refusal('<rss></rss>')).toContain('<rss>')
    expect(await refusal('<rss></rss>', 'un-xml')).toContain('expected <CONSOLIDATED_LIST>')
    expect(await refusal(files['own-csv'], 'no-such')).toContain('no format')
    expect(await refusal(files['own-csv'].replace(',aliases', ',other'))).toContain('"aliases"')
    const bomb = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><CONSOLIDATED_LIST><ENTITY><DATAID>1</DATAID><FIRST_NAME>&b;</FIRST_NAME></ENTITY></CONSOLIDATED_LIST>`
    expect(await refusal(bomb)).toContain('document type')
    expect(await refusal(files['un-xml'].replace('&amp;', '&unknown;'))).toContain('damaged')
    const deep = `<CONSOLIDATED_LIST>${'<a>'.repeat(40)}${'</a>'.repeat(40)}</CONSOLIDATED_LIST>`
    expect(await refusal(deep)).toContain('deep')
  })

  test('a file that is cut off anywhere is refused, or holds every entry', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...Object.entries(files)), fc.nat(), async ([name, text], cut) => {
        const bytes = bytesOf(text)
        const part = bytes.subarray(0, cut % bytes.length)
        const whole = (await read(bytes)).entries
        const got = await read(part, name).then(
          ({ entries }) => entries,
          (error: unknown) => {
            expect(error).toBeInstanceOf(Refusal)
            return null
          },
        )
        // Lists in lines may end after any line; what cannot be seen there is caught by the length of the list before.
        if (got === null) return
        expect(whole.slice(0, got.length).map(({ id }) => id)).toEqual(got.map(({ id }) => id))
        if (name.endsWith('xml') || name === 'us-csl-json') expect(got).toHaveLength(whole.length)
      }),
      { numRuns: 150 },
    )
  })

  test('whatever bytes come: a list or a refusal, and nothing else', async () => {
    const damaged = fc
      .tuple(fc.constantFrom(...Object.values(files)), fc.nat(), fc.uint8Array({ maxLength: 12 }))
      .map(([text, at, noise]) => {
        const bytes = bytesOf(text)
        bytes.set(noise.subarray(0, bytes.length - (at % bytes.length)), at % bytes.length)
        return bytes
      })
    await fc.assert(
      fc.asyncProperty(fc.oneof(damaged, fc.uint8Array({ maxLength: 200 })), async (bytes) => {
        const result = await read(bytes).catch((error: unknown) => error)
        if (result instanceof Error) expect(result).toBeInstanceOf(Refusal)
      }),
      { numRuns: 300 },
    )
  })
})
