import type { CountryCode, Layer } from '@allmende/domain/terms'
import { cite } from '../cite.ts'
import type { Facts } from '../facts.ts'
import { allCountries } from '../parties.ts'
import type { Context, Finding, Rule } from '../rule.ts'
import { china, nothing } from './law.ts'

/** Countries whose military users China bars from its dual-use items. */
export const barred: readonly CountryCode[] = ['US', 'JP'] as CountryCode[]

/** Whether a military end use or user is stated or not excluded. */
export function mayBeMilitary({ endUse }: Facts): boolean {
  return endUse.purpose === 'defence' || endUse.militaryOrIntelligence !== false
}

const secondary = 'known from secondary sources, first day from memory'

/** Items that may come from China: what leaves it, and hardware from elsewhere, whose origin the facts do not state. */
const movesItems = (facts: Facts) =>
  facts.transaction === 'hardware-transfer' ||
  (facts.transaction === 'release' && facts.releasedFrom === china.country)

/** A ban on dual-use items for the military users of one country, from wherever goods of Chinese origin come. */
function militaryBan(ban: { code: string; cite: Rule['cite']; country: CountryCode; who: string }): Rule {
  const stated: Finding = {
    outcome: 'needs-officer',
    finding: `A party or the destination is in ${ban.who} and a military end use or user is stated: ${ban.cite.instrument} bars dual-use items of Chinese origin for it, from third countries too. Whether the item is a dual-use item and of Chinese origin is for an officer.`,
  }
  const open: Finding = {
    outcome: 'needs-officer',
    finding: `A party or the destination is in ${ban.who}: ${ban.cite.instrument} bars dual-use items of Chinese origin for its military users, and whether the use is military is not stated.`,
    missing: ['endUse.militaryOrIntelligence'],
  }
  const [statedFound, openFound] = [[stated], [open]]
  return {
    code: ban.code,
    logic: `Where hardware moves, or technology leaves mainland China, a party or the destination is in ${ban.who}, and a military end use is stated or not excluded: an officer reads the ban. Whether the use is military is asked where it is not stated.`,
    cite: ban.cite,
    find: ({ facts }) => {
      if (!movesItems(facts) || !mayBeMilitary(facts)) return nothing
      if (!allCountries(facts).some(({ country }) => country === ban.country)) return nothing
      const { purpose, militaryOrIntelligence } = facts.endUse
      return purpose === 'defence' || militaryOrIntelligence === true ? statedFound : openFound
    },
  }
}

const leaves = (facts: Facts) =>
  facts.transaction === 'hardware-transfer'
    ? facts.exportedFrom === china.country && facts.destinationCountry !== china.country
    : facts.transaction === 'release' && facts.releasedFrom === china.country

const concernsUs = ({ facts }: Context) =>
  leaves(facts) && allCountries(facts).some(({ country }) => country === 'US')

function shown(
  rule: { code: string; logic: string; cite: Rule['cite']; layer?: Layer },
  speaks: (context: Context) => boolean,
  finding: Finding,
): Rule {
  const found = [finding]
  return { ...rule, find: (context) => (speaks(context) ? found : nothing) }
}

const no46 = (paragraph: string, dates: Parameters<typeof cite>[3]) =>
  cite('MOFCOM Announcement 46 of 2024', paragraph, secondary, { status: 'unverified', ...dates })

const materials = 'gallium, germanium, antimony and superhard materials for the United States'
const materialsWhen =
  'Where hardware or technology leaves mainland China and a party or the destination is in the United States'

const usMaterials: readonly Rule[] = [
  shown(
    {
      code: 'china.us-materials-stayed',
      logic: `${materialsWhen}: that paragraph 2, on ${materials}, is suspended is shown.`,
      cite: no46('paragraph 2', { from: '2025-11-09', until: '2026-11-27', status: 'stayed' }),
    },
    concernsUs,
    {
      outcome: 'no-requirement-found',
      finding: `Paragraph 2, on ${materials}, is suspended to 2026-11-27. It names no accelerators.`,
    },
  ),
  shown(
    {
      code: 'china.us-materials-again',
      logic: `${materialsWhen}: that the suspension of paragraph 2 has ended is shown; it names no accelerators.`,
      cite: no46('paragraph 2, end of the suspension', { from: '2026-11-27' }),
    },
    concernsUs,
    {
      outcome: 'no-requirement-found',
      finding: `The suspension of paragraph 2, on ${materials}, ended on 2026-11-27 and no later document was found. It names no accelerators.`,
    },
  ),
]

const october = (paragraph: string, dates: Parameters<typeof cite>[3]) =>
  cite('MOFCOM Announcements 55 to 58, 61 and 62 of 2025', paragraph, secondary, {
    status: 'unverified',
    ...dates,
  })
const isLeaving = ({ facts }: Context) => leaves(facts)
const octoberWhen = 'Where hardware or technology leaves mainland China'
const openByText: Finding = {
  outcome: 'needs-officer',
  finding:
    'The suspension in law of Announcements 55 to 58, 61 and 62 of 2025 ended on 2026-11-10 and no later document was found: by the text they apply again, 61 and 62 to rare earths, what contains them and their technology. Whether the item is caught was not read.',
}

/** Suspended in law to 2026-11-10 and, as only announced, to 2027-01-10: from the first date both readings stand. */
const october2025: readonly Rule[] = [
  shown(
    {
      code: 'china.october-2025-stayed',
      logic: `${octoberWhen}: that these announcements are suspended is shown.`,
      cite: october('suspension', { from: '2025-11-07', until: '2026-11-10', status: 'stayed' }),
    },
    isLeaving,
    {
      outcome: 'no-requirement-found',
      finding: 'Announcements 55 to 58, 61 and 62 of 2025 are suspended in law to 2026-11-10.',
    },
  ),
  shown(
    {
      code: 'china.october-2025-text',
      logic: `${octoberWhen}: by the text the announcements apply again, and an officer reads them.`,
      cite: october('by the text, after the suspension', { from: '2026-11-10', until: '2027-01-10' }),
      layer: 'text',
    },
    isLeaving,
    openByText,
  ),
  shown(
    {
      code: 'china.october-2025-announced',
      logic: `${octoberWhen}: the reading by which the suspension goes on is shown beside the text.`,
      cite: october('suspension, as announced by MOFCOM on 2026-09-28', {
        from: '2026-11-10',
        until: '2027-01-10',
      }),
      layer: 'enforcement',
    },
    isLeaving,
    {
      outcome: 'no-requirement-found',
      finding:
        'MOFCOM said on 2026-09-28 that both sides agreed to extend the arrangement to 2027-01-10; by that announcement the suspension goes on. No legal text was found.',
    },
  ),
  shown(
    {
      code: 'china.october-2025-after',
      logic: `${octoberWhen}: neither the suspension nor its announced extension holds any more, and an officer reads the announcements.`,
      cite: october('after the announced extension', { from: '2027-01-10' }),
    },
    isLeaving,
    openByText,
  ),
]

export const announcementRules: readonly Rule[] = [
  militaryBan({
    code: 'china.us-military',
    cite: no46('paragraph 1', { from: '2024-12-03' }),
    country: 'US' as CountryCode,
    who: 'the United States',
  }),
  militaryBan({
    code: 'china.japan-military',
    cite: cite('MOFCOM Announcement 1 of 2026', 'ban for military users', secondary, {
      from: '2026-01-06',
      status: 'unverified',
    }),
    country: 'JP' as CountryCode,
    who: 'Japan',
  }),
  ...usMaterials,
  ...october2025,
]
