import { type CountryCode, dated, valueOn } from '@allmende/domain/terms'
import { nexusBy } from './nexus.ts'
import { originOf } from './origin.ts'
import type { Context, Nexus } from './rule.ts'

/** Member states of the European Union; none joined or left since the first day these rules answer for. */
export const euMembers = dated<readonly CountryCode[]>({
  cite: 'Treaty on European Union, Article 52',
  unit: 'ISO 3166-1 alpha-2',
  values: [
    {
      from: '2022-10-21',
      cite: 'from memory, text not read',
      status: 'unverified',
      value: 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(
        ' ',
      ) as CountryCode[],
    },
  ],
})

type IsMember = (code: CountryCode) => boolean

/** A list is read for every country of every case, so each is made a set once. */
const known = new WeakMap<readonly CountryCode[], IsMember>()

/** Tells on a day whether a country is a member state. */
export function euMemberOn(asOf: Context['asOf']): IsMember {
  const list = valueOn(euMembers, asOf)
  const found = known.get(list)
  if (found !== undefined) return found
  const members = new Set(list)
  const isMember: IsMember = (code) => members.has(code)
  known.set(list, isMember)
  return isMember
}

/** Law of the Union reaches what leaves it, what is done at a site there, and parties there wherever they act. */
export function euNexus({ facts, asOf, countries }: Context): Nexus {
  const isMember = euMemberOn(asOf)
  const from = nexusBy(originOf(facts), isMember)
  if (from.reaches === true) return from
  const touched = nexusBy(countries, isMember)
  if (touched.reaches !== false && from.reaches !== null) return touched
  if (touched.reaches !== null) return touched.reaches ? touched : from
  return { reaches: null, missing: [...new Set([...from.missing, ...touched.missing])] }
}
