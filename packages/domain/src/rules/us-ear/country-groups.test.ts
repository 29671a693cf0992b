import { day, valueOn } from '@allmende/domain/terms'
import { expect, test } from 'vitest'
import { type CountryGroup, countryGroups } from './country-groups.ts'

/** A second copy of Supp. 1 to part 740 of 2026-07-23: some members stand in two groups, and no case needs both. */
const lists: Readonly<Record<CountryGroup, string>> = {
  'A:5':
    'AE AR AT AU BE BG CA CH CZ DE DK EE ES FI FR GB GR HR HU IE IN IS IT JP KR LT LU LV NL NO NZ PL PT RO SE SI SK TR',
  'A:6': 'AL CY IL MT MX SG TW ZA',
  'D:1': 'AM AZ BY CN GE IQ KG KH KP KZ LA LY MD MM MN MO NI RU TJ TM UZ VE VN YE',
  'D:4': 'BH BY CN EG IL IQ IR JO KP KW LB LY MO OM PK QA RU SA SY VE YE',
  'D:5': 'AF BY CD CF CN CU ER HT IQ IR KP LB LY MM NI RU SD SO SS SY VE ZW',
  'E:1': 'IR KP SY',
  'E:2': 'CU',
}

const listOn = (group: CountryGroup, asOf: string) =>
  valueOn(countryGroups[group], day(asOf)).toSorted().join(' ')
const isIn = (group: CountryGroup, code: string, asOf: string) =>
  listOn(group, asOf).split(' ').includes(code)

test.each(Object.keys(lists) as CountryGroup[])('Group %s today is the list that was read', (group) => {
  expect(listOn(group, '2026-07-23')).toBe(lists[group])
})

test.each([
  ['D:1', 'NI', '2024-03-14', '2024-03-15', true],
  ['D:5', 'NI', '2024-03-14', '2024-03-15', true],
  ['D:5', 'CY', '2024-05-29', '2024-05-30', false],
  ['A:6', 'CY', '2024-05-29', '2024-05-30', true],
  ['D:4', 'AE', '2026-07-09', '2026-07-10', false],
  ['A:5', 'AE', '2026-07-09', '2026-07-10', true],
] as const)('Group %s: %s moves between %s and %s', (group, code, before, since, isMember) => {
  expect([isIn(group, code, before), isIn(group, code, since)]).toEqual([!isMember, isMember])
})

test('apart from the known moves the groups of 2022 are those of today', () => {
  const moved = ['NI', 'CY', 'AE']
  const still = (text: string) => text.split(' ').filter((code) => !moved.includes(code))
  for (const [group, list] of Object.entries(lists) as [CountryGroup, string][])
    expect(still(listOn(group, '2022-10-21'))).toEqual(still(list))
})
