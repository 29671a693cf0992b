import { expect, test } from 'vitest'
import { gatherFacts } from './gather-facts.ts'
import type { PartyRow, SiteWithMember } from './store.ts'

const site: SiteWithMember = {
  id: 'jena',
  name: 'Jena',
  country: 'DE',
  memberCountry: 'DE',
  acceleratorModel: 'NVIDIA H100 SXM5',
  policy: { refusedMembers: [], refusedCountries: [], licenceConditions: '', conditionsKnown: true },
  createdAt: new Date('2026-01-01T00:00:00Z'),
}

type Said = 'yes' | 'no' | null

/** What the rules are told of training for Group D:5, for what the form says and where the organisation is at home. */
function told(said: Said, homes: readonly (string | null)[], answer: Said = null): boolean | null {
  const [residence = null, headquartersCountry = null, ultimateParentCountry = null] = homes
  const organisation: PartyRow = {
    id: 'o',
    application: 'a',
    kind: 'organisation',
    person: null,
    name: 'Rift Lakes Computing Trust',
    aliases: [],
    birthDate: null,
    nationalities: [],
    residence,
    affiliation: null,
    usPerson: null,
    headquartersCountry,
    ultimateParentCountry,
    version: 1,
    leftAt: null,
    identifiers: null,
    holding: null,
    site: null,
    statedAt: null,
    erasedAt: null,
  }
  const content = {
    title: '',
    summary: '',
    askedAcceleratorMs: 1,
    plan: null,
    organisation: null,
    endUse: {
      purpose: null,
      description: '',
      militaryOrIntelligence: null,
      weaponsOfMassDestruction: null,
      forOtherOrganisation: said,
    },
  }
  const answers = answer === null ? {} : { 'endUse.trainsModelForD5Entity': answer }
  const parties = homes.length > 0 ? [organisation] : []
  return gatherFacts({ content, answers }, parties, site, 'clear').endUse.trainsModelForD5Entity
}

test('who trains for no other organisation than those named, all at home elsewhere, is not asked about D:5 again', () => {
  expect(told('no', ['KE', 'KE', 'KE'])).toBe(false)
})

test('it stays a question where it is not stated, where somebody else is trained for, and where a home is unknown or in D:5', () => {
  expect(told(null, ['KE', 'KE', 'KE'])).toBeNull()
  expect(told('yes', ['KE', 'KE', 'KE'])).toBeNull()
  expect(told('no', [])).toBeNull()
  expect(told('no', ['KE', 'KE', null])).toBeNull()
  for (const there of ['CN', 'HK', 'MO', 'RU']) {
    expect(told('no', [there, 'KE', 'KE']), there).toBeNull()
    expect(told('no', ['KE', there, 'KE']), there).toBeNull()
    expect(told('no', ['KE', 'KE', there]), there).toBeNull()
  }
})

test('an answer to the question itself counts, and a yes above all', () => {
  expect(told('no', ['KE', 'KE', 'KE'], 'yes')).toBe(true)
  expect(told('yes', ['CN', 'CN', 'CN'], 'no')).toBe(false)
})
