import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ListRecord, XmlElement } from './format.ts'
import { detectFormat, listFormats } from './index.ts'
import { readRecords } from './read-records.ts'

describe('which list a file is', () => {
  test.each([
    ['', 'The file is empty.'],
    ['<!DOCTYPE html><html><body>Sign in</body></html>', 'web page'],
    ['<html lang="en">', 'web page'],
    ['<rss version="2.0">', '<rss>'],
    ['[1, 2]', 'begins with "["'],
    ['{"a": 1}', 'neither'],
    ['hello world', 'as no known list does'],
  ])('%j is none: %s', (start, says) => {
    const detected = detectFormat(start)
    expect('problem' in detected && detected.problem).toContain(says)
  })

  test.each([
    [
      '\uFEFF_id,source,type,programs,name,addresses,remarks,source_list_url,alt_names,citizenships,dates_of_birth,nationalities,ids\n',
      'us-csl-csv',
    ],
    ['{"results": [{"id": "1"}', 'us-csl-json'],
    ['36,"AEROPLANE WORKS",-0- ,"CUBA",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \n', 'ofac-csv'],
    ['<?xml version="1.0"?>\n<Sanctions xmlns="x">', 'ofac-xml'],
    ['<?xml version="1.0"?><!-- made --><CONSOLIDATED_LIST dateGenerated="2026-02-27">', 'un-xml'],
    ['<?xml version="1.0"?><export generationDate="x" xmlns="y">', 'eu-xml'],
    [
      'Report Date: 23-Nov-2026\nLast Updated,Unique ID,OFSI Group ID,Name 6,Name 1,Name 2,Name 3,Name 4,Name 5,Name type,Designation Type,Regime Name,D.O.B\n',
      'uk-csv',
    ],
    ['{"id": "Q1", "caption": "X", "schema": "Person", "properties": {}}\n', 'opensanctions'],
    ['id,type,name,aliases,birth_dates,countries,identifiers\n', 'own-csv'],
  ])('%j begins %s', (start, name) => {
    expect(detectFormat(start)).toMatchObject({ format: { name } })
  })
})

test('whatever records come, none of the formats breaks', () => {
  const text = fc.string({ unit: 'binary', maxLength: 30 })
  const tree: fc.Arbitrary<XmlElement> = fc.letrec<{ node: XmlElement }>((tie) => ({
    node: fc.record({
      name: fc.oneof(
        text,
        fc.constantFrom('INDIVIDUAL', 'DistinctParty', 'Profile', 'nameAlias', 'Identity', 'birthdate'),
      ),
      attributes: fc.dictionary(
        fc.oneof(text, fc.constantFrom('ID', 'FixedRef', 'logicalId', 'year')),
        text,
        { maxKeys: 4 },
      ),
      children: fc.oneof(
        { maxDepth: 3, depthIdentifier: 'xml' },
        fc.constant<XmlElement[]>([]),
        fc.array(tie('node'), { maxLength: 3 }),
      ),
      text,
    }),
  })).node
  const row = fc.dictionary(
    fc.oneof(text, fc.constantFrom('id', 'name', '_id', 'Unique ID', 'Name 1', 'D.O.B', 'source')),
    text,
  )
  const json = fc.dictionary(
    fc.constantFrom('id', 'name', 'properties', 'schema', 'addresses', 'ids', 'source'),
    fc.jsonValue(),
  )
  for (const format of listFormats) {
    const { carrier } = format
    const record: fc.Arbitrary<ListRecord> =
      carrier.kind === 'xml'
        ? tree
        : carrier.kind === 'csv'
          ? carrier.required === null
            ? fc.array(text, { minLength: 1, maxLength: 13 })
            : row
          : json
    fc.assert(
      fc.property(fc.array(record, { maxLength: 5 }), (records) => {
        const { entries, problems } = readRecords(format.name, records)
        expect(entries.length).toBeLessThanOrEqual(records.length)
        for (const entry of entries) expect(entry.names.length).toBeGreaterThan(0)
        for (const problem of problems) expect(problem).not.toBe('')
      }),
      { numRuns: 60 },
    )
  }
})
