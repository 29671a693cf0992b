import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day } from '@allmende/domain/terms'
import {
  isLei,
  ownedByListed,
  ownershipRules,
  readGleifHeader,
  readGleifRow,
  type GleifRow,
} from './index.ts'

/** An invented LEI: 18 letters or digits and the check digits that ISO 7064 gives them. */
function lei(start: string): string {
  const body = start.padEnd(18, '0')
  const digits = [...`${body}00`].map((letter) => Number.parseInt(letter, 36)).join('')
  return `${body}${String(98n - (BigInt(digits) % 97n)).padStart(2, '0')}`
}
const [child, parent] = [lei('0000CHILD'), lei('0000PARENT')]

/** The 54 columns of the golden copy. */
const five = (list: string, parts: readonly string[]) =>
  [1, 2, 3, 4, 5].flatMap((n) => parts.map((part) => `Relationship.${list}.${n}.${part}`))
const columns = [
  'Relationship.StartNode.NodeID',
  'Relationship.StartNode.NodeIDType',
  'Relationship.EndNode.NodeID',
  'Relationship.EndNode.NodeIDType',
  'Relationship.RelationshipType',
  'Relationship.RelationshipStatus',
  ...five('Period', ['startDate', 'endDate', 'periodType']),
  ...five('Qualifiers', ['QualifierDimension', 'QualifierCategory']),
  ...five('Quantifiers', ['MeasurementMethod', 'QuantifierAmount', 'QuantifierUnits']),
  'Registration.InitialRegistrationDate',
  'Registration.LastUpdateDate',
  'Registration.RegistrationStatus',
  'Registration.NextRenewalDate',
  'Registration.ManagingLOU',
  'Registration.ValidationSources',
  'Registration.ValidationDocuments',
  'Registration.ValidationReference',
]
const plain: Readonly<Record<string, string>> = {
  'Relationship.StartNode.NodeID': child,
  'Relationship.StartNode.NodeIDType': 'LEI',
  'Relationship.EndNode.NodeID': parent,
  'Relationship.EndNode.NodeIDType': 'LEI',
  'Relationship.RelationshipType': 'IS_DIRECTLY_CONSOLIDATED_BY',
  'Relationship.RelationshipStatus': 'ACTIVE',
  'Relationship.Period.1.startDate': '2025-01-01T00:00:00.000Z',
  'Relationship.Period.1.endDate': '2025-12-31T00:00:00.000Z',
  'Relationship.Period.1.periodType': 'ACCOUNTING_PERIOD',
  'Relationship.Period.2.startDate': '2019-07-01T00:00:00+02:00',
  'Relationship.Period.2.periodType': 'RELATIONSHIP_PERIOD',
  'Relationship.Quantifiers.1.MeasurementMethod': 'ACCOUNTING_CONSOLIDATION',
  'Relationship.Quantifiers.1.QuantifierAmount': '75.50',
  'Relationship.Quantifiers.1.QuantifierUnits': 'PERCENTAGE',
  'Registration.RegistrationStatus': 'PUBLISHED',
}

function read(change: Readonly<Record<string, string>> = {}, names: readonly string[] = columns): GleifRow {
  const header = readGleifHeader(names)
  if (!header.ok) throw new Error(`missing ${header.missing.join(', ')}`)
  const row = { ...plain, ...change }
  return readGleifRow(
    header.columns,
    names.map((name) => row[name] ?? ''),
  )
}
const short = (change: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(change).map(([name, value]) => [`Relationship.${name}`, value]))

describe('an LEI', () => {
  test('that was issued passes, and one with two digits changed does not', () => {
    expect(isLei('5493001KJTIIGC8Y1R12')).toBe(true)
    expect(isLei('213800QILIUD4ROSUO03')).toBe(true)
    expect(isLei('5493001KJTIIGC8Y1R21')).toBe(false)
    expect(isLei('4469000001BG7ASKSB18')).toBe(false)
  })

  test('has 20 letters and digits, upper case, digits last', () => {
    for (const text of [
      '',
      child.toLowerCase(),
      child.slice(1),
      `${child}0`,
      ` ${child}`,
      `${child.slice(0, 18)}AA`,
    ])
      expect(isLei(text)).toBe(false)
  })

  /** ISO 7064 as it is written: every letter as two digits, and the whole number by 97. */
  const remainder = (code: string) =>
    BigInt([...code].map((letter) => Number.parseInt(letter, 36)).join('')) % 97n
  const isDigit = (letter: string | undefined) => letter !== undefined && /^\d$/.test(letter)

  test('loses its check digits with a letter for a letter or a digit for a digit, and else as ISO 7064 counts', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[0-9A-Z]{18}$/),
        fc.nat(17),
        fc.stringMatching(/^[0-9A-Z]$/),
        (body, at, letter) => {
          const code = lei(body)
          expect(isLei(code)).toBe(true)
          const changed = code.slice(0, at) + letter + code.slice(at + 1)
          expect(isLei(changed)).toBe(remainder(changed) === 1n)
          // A digit in the place of a letter moves all before it, and one in a hundred such slips goes unnoticed.
          if (isDigit(letter) === isDigit(code[at])) expect(isLei(changed)).toBe(letter === code[at])
        },
      ),
      { examples: [['2HJ3ND79GQ0367AY0A', 15, '2']], numRuns: 1000 },
    )
  })
})

describe('the header', () => {
  test('of the golden copy is known in whole, after a mark of order', () => {
    expect(columns).toHaveLength(54)
    const [first = '', ...rest] = columns
    expect(readGleifHeader([`\uFEFF${first}`, ...rest])).toMatchObject({ ok: true, unknown: [] })
  })

  test('with an unknown column, or one twice, is read and says so', () => {
    expect(readGleifHeader([...columns, 'Extension.x', 'Relationship.RelationshipType'])).toMatchObject({
      ok: true,
      unknown: ['Extension.x', 'Relationship.RelationshipType'],
    })
  })

  test.each(Object.keys(plain).filter((name) => !name.includes('.2.')))('without %s is refused', (name) => {
    expect(readGleifHeader(columns.filter((column) => column !== name))).toEqual({
      ok: false,
      missing: [name],
      unknown: [],
    })
  })

  test('in another order gives the same', () => {
    expect(read({}, columns.toReversed())).toEqual(read())
  })
})

describe('a record', () => {
  test('of a direct parent: the end node controls the start node, from the period of the relationship', () => {
    expect(read()).toEqual({
      kind: 'holding',
      holding: {
        owner: parent,
        owned: child,
        share: 75.5,
        kind: 'controls',
        from: '2019-07-01',
        until: null,
        source: 'GLEIF relationship record, IS_DIRECTLY_CONSOLIDATED_BY',
      },
      remarks: [],
    })
  })

  test('of an ultimate parent holds no share, since others hold it', () => {
    expect(read(short({ RelationshipType: 'IS_ULTIMATELY_CONSOLIDATED_BY' }))).toMatchObject({
      holding: { share: null, kind: 'controls', owner: parent },
      remarks: [expect.stringContaining('ultimate parent')],
    })
  })

  test.each([
    ['inactive', short({ RelationshipStatus: 'INACTIVE' })],
    ['inactive', { 'Registration.RegistrationStatus': 'RETIRED' }],
    ['inactive', { 'Registration.RegistrationStatus': 'ANNULLED' }],
    ['inactive', { 'Registration.RegistrationStatus': 'DUPLICATE' }],
    ['not-lei', short({ 'StartNode.NodeIDType': 'PNI' })],
    ['not-lei', short({ 'EndNode.NodeIDType': '' })],
    ['not-lei', short({ 'StartNode.NodeID': '4469000001BG7ASKSB18' })],
    ['not-lei', short({ 'EndNode.NodeID': '' })],
    ['fund-or-branch', short({ RelationshipType: 'IS_FUND-MANAGED_BY' })],
    ['fund-or-branch', short({ RelationshipType: 'IS_SUBFUND_OF' })],
    ['fund-or-branch', short({ RelationshipType: 'IS_FEEDER_TO' })],
    ['fund-or-branch', short({ RelationshipType: 'IS_INTERNATIONAL_BRANCH_OF' })],
    ['unknown-type', short({ RelationshipType: 'IS_FRIEND_OF' })],
    ['unknown-type', short({ RelationshipType: '' })],
  ])('is left out as %s: %j', (reason, change) => {
    expect(read(change)).toMatchObject({ kind: 'left-out', reason, sentence: expect.stringMatching(/\.$/) })
  })

  test('with a cell too few or too many is left out', () => {
    const header = readGleifHeader(columns)
    if (!header.ok) throw new Error('the header is read')
    for (const count of [53, 55])
      expect(
        readGleifRow(
          header.columns,
          Array.from({ length: count }, () => ''),
        ),
      ).toMatchObject({
        reason: 'malformed',
        sentence: `The row has ${count} cells; the header has 54.`,
      })
  })

  test.each([
    ['LAPSED', 0],
    ['PENDING_TRANSFER', 0],
    ['PENDING_VALIDATION', 1],
    ['', 1],
  ])('registered as %j is counted, with %i remarks', (status, remarks) => {
    const row = read({ 'Registration.RegistrationStatus': status })
    expect(row).toMatchObject({ kind: 'holding' })
    expect('remarks' in row && row.remarks).toHaveLength(remarks)
  })

  test('whose status is the word NULL is counted, and says so', () => {
    expect(read(short({ RelationshipStatus: 'NULL' }))).toMatchObject({
      kind: 'holding',
      remarks: [expect.stringContaining('"NULL"')],
    })
  })

  test.each([
    ['', 'PERCENTAGE', 0],
    ['0.00', 'PERCENTAGE', 1],
    ['-5', 'PERCENTAGE', 1],
    ['100.01', 'PERCENTAGE', 1],
    ['1e2', 'PERCENTAGE', 1],
    ['all', 'PERCENTAGE', 1],
    ['75.50', 'OTHER', 1],
  ])('with the amount %j in %s has no known share, with %i remarks', (amount, units, remarks) => {
    const row = read(
      short({ 'Quantifiers.1.QuantifierAmount': amount, 'Quantifiers.1.QuantifierUnits': units }),
    )
    expect(row).toMatchObject({ holding: { share: null } })
    expect('remarks' in row && row.remarks).toHaveLength(remarks)
  })

  test('with two amounts that differ has no known share', () => {
    const second = { 'Quantifiers.2.QuantifierAmount': '60', 'Quantifiers.2.QuantifierUnits': 'PERCENTAGE' }
    expect(read(short(second))).toMatchObject({
      holding: { share: null },
      remarks: [expect.stringContaining('60')],
    })
    expect(read(short({ ...second, 'Quantifiers.2.QuantifierAmount': '75.50' }))).toMatchObject({
      holding: { share: 75.5 },
      remarks: [],
    })
  })

  test('that has ended says when; a date that is none, or an end before the start, is left out and said', () => {
    expect(read(short({ 'Period.2.endDate': '2024-04-30T00:00:00.000Z' }))).toMatchObject({
      holding: { from: '2019-07-01', until: '2024-04-30' },
      remarks: [],
    })
    expect(read(short({ 'Period.2.startDate': '2019-02-30' }))).toMatchObject({
      holding: { from: null },
      remarks: [expect.stringContaining('2019-02-30')],
    })
    expect(read(short({ 'Period.2.endDate': '2019-07-01' }))).toMatchObject({
      holding: { from: '2019-07-01', until: null },
      remarks: [expect.stringContaining('not after its start')],
    })
  })

  test('with two periods of the relationship counts in both and between', () => {
    const third = short({
      'Period.2.endDate': '2020-01-01',
      'Period.3.startDate': '2018-01-01',
      'Period.3.endDate': '2021-01-01',
      'Period.3.periodType': 'RELATIONSHIP_PERIOD',
    })
    expect(read(third)).toMatchObject({ holding: { from: '2018-01-01', until: '2021-01-01' } })
    expect(read({ ...third, ...short({ 'Period.3.endDate': '' }) })).toMatchObject({
      holding: { until: null },
    })
    expect(read({ ...third, ...short({ 'Period.3.startDate': '' }) })).toMatchObject({
      holding: { from: null },
    })
  })

  test('is read by the rules: a listed direct parent owns, and a listed ultimate one is a question', () => {
    const row = read()
    const ultimate = read(short({ RelationshipType: 'IS_ULTIMATELY_CONSOLIDATED_BY' }))
    if (row.kind !== 'holding' || ultimate.kind !== 'holding') throw new Error('both are holdings')
    const by = (holdings: Parameters<typeof ownedByListed>[0]['holdings']) =>
      ownedByListed({
        holdings,
        listed: new Set([parent]),
        of: child,
        asOf: day('2026-11-23'),
        rule: ownershipRules.ofac,
      }).outcome
    expect([by([row.holding]), by([ultimate.holding]), by([row.holding, ultimate.holding])]).toEqual([
      'owned',
      'unknown',
      'owned',
    ])
  })
})

test('whatever stands in the cells, a row is a lawful holding or is left out for a reason', () => {
  const text = fc.oneof(
    fc.constantFrom(
      child,
      parent,
      'LEI',
      'ACTIVE',
      'PUBLISHED',
      'PERCENTAGE',
      'RELATIONSHIP_PERIOD',
      'NULL',
      '',
    ),
    fc.constantFrom('100', '0', '1e3', 'NaN', 'Infinity', '2020-02-30', '2020-01-01T00:00:00Z', '0000-00-00'),
    fc.string({ unit: 'binary', maxLength: 25 }),
  )
  const changes = fc.dictionary(fc.constantFrom(...columns), text, { maxKeys: 6 })
  fc.assert(
    fc.property(changes, (change) => {
      const row = read(change)
      if (row.kind === 'left-out') {
        expect(row.sentence).not.toBe('')
        return
      }
      const { holding } = row
      expect([holding.owner, holding.owned].every(isLei)).toBe(true)
      // What the rules refuse throws.
      const rule = ownershipRules.ofac
      ownedByListed({
        holdings: [holding],
        listed: new Set(),
        of: holding.owned,
        asOf: day('2026-11-23'),
        rule,
      })
    }),
    { numRuns: 1000 },
  )
})
