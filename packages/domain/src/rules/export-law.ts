import { type Citation, type CountryCode, unreachable } from '@allmende/domain/terms'
import type { Facts } from './facts.ts'
import { originOf } from './origin.ts'
import type { Context, Finding, Rule } from './rule.ts'

/** An export law of which no text was read: what it is called and whose it is. */
export type ExportLaw = {
  readonly name: string
  readonly country: CountryCode
  /** The country in a sentence: "the United Kingdom". */
  readonly place: string
}

/** Whether what is done is stated to come from the country; a rule stays silent while that is open. */
export function comesFrom(law: ExportLaw, facts: Facts): boolean {
  return originOf(facts)[0]?.country === law.country
}

/** A yes, a no, or open with the facts that would settle it. */
export type Open = { readonly is: boolean | null; readonly missing: readonly string[] }

const nothing: readonly Finding[] = []
const yes: Open = { is: true, missing: [] }
const no: Open = { is: false, missing: [] }

/** Whether an item of 3A090 or 3A991.p, or high-bandwidth memory, is shipped. */
export function shipsChips({ facts, classifications }: Context): Open {
  if (facts.transaction !== 'hardware-transfer') return no
  if (facts.hbm !== undefined && facts.hbm.length > 0) return yes
  if (facts.accelerators.length === 0) return { is: null, missing: ['accelerators'] }
  if (classifications.some((one) => one.outcome === 'controlled' || one.paragraphs.length > 0)) return yes
  const missing = classifications.flatMap((one, index) =>
    one.outcome === 'needs-officer' ? one.missing.map((name) => `accelerators.${index}.${name}`) : [],
  )
  return classifications.some((one) => one.outcome === 'needs-officer') ? { is: null, missing } : no
}

/** EAR99 and the entries of US controls against terrorism alone. */
const isUncontrolled = (eccn: string) => eccn === 'EAR99' || /^\d[A-E]99/u.test(eccn)

/** Whether technology, software or model weights of a controlled entry are given that nobody has published. */
export function releasesControlled({ facts }: Context): Open {
  if (facts.transaction !== 'release' || facts.published === true) return no
  if (facts.eccn !== null && isUncontrolled(facts.eccn)) return no
  if (facts.eccn !== null && facts.published !== null) return yes
  return {
    is: null,
    missing: [...(facts.eccn === null ? ['eccn'] : []), ...(facts.published === null ? ['published'] : [])],
  }
}

function asked(open: Open, finding: Finding): readonly Finding[] {
  return open.is === false ? nothing : [{ ...finding, missing: open.missing }]
}

const textOf = ({ instrument, paragraph }: Citation) => `${instrument}, ${paragraph}`

/** Shipping chips out of the country is for an officer. Within it nothing is exported. */
export function chipsRule(law: ExportLaw, code: string, cite: Citation, why: string): Rule {
  const finding: Finding = { outcome: 'needs-officer', finding: why }
  const found = [finding]
  return {
    code: `${law.name}.${code}`,
    logic: `Where chips of 3A090 or 3A991.p, or high-bandwidth memory, leave ${law.place} for another country: an officer reads ${textOf(cite)}. Accelerators, their class or a destination that is not stated are asked.`,
    cite,
    only: 'hardware-transfer',
    find: (context) => {
      const { facts } = context
      if (facts.transaction !== 'hardware-transfer' || !comesFrom(law, facts)) return nothing
      if (facts.destinationCountry === law.country) return nothing
      const chips = shipsChips(context)
      if (facts.destinationCountry !== null) return chips.is === true ? found : asked(chips, finding)
      return asked({ ...chips, missing: [...chips.missing, 'destinationCountry'] }, finding)
    },
  }
}

/** Giving controlled technology from the country is for an officer, wherever it is received. */
export function releaseFromRule(law: ExportLaw, cite: Citation): Rule {
  const finding: Finding = {
    outcome: 'needs-officer',
    finding: `Unpublished technology, software or model weights of a controlled entry are given from ${law.place}; its own list was not read.`,
  }
  const found = [finding]
  return {
    code: `${law.name}.release`,
    logic: `Where what is given from ${law.place} is not published and its entry is neither EAR99 nor one with controls against terrorism alone: an officer reads ${textOf(cite)}. The entry, and whether it is published, are asked where not stated.`,
    cite,
    only: 'release',
    find: (context) => {
      if (!comesFrom(law, context.facts)) return nothing
      const release = releasesControlled(context)
      return release.is === true ? found : asked(release, finding)
    },
  }
}

/** A stated military, intelligence or weapons end use, or an open or confirmed hit on a list. */
export function hasRedFlag({ endUse, screening }: Facts): boolean {
  return (
    endUse.militaryOrIntelligence === true ||
    endUse.wmd === true ||
    endUse.purpose === 'defence' ||
    hasHit(screening)
  )
}

/** Whether screening found a hit that nobody has dismissed. */
export function hasHit(screening: Facts['screening']): boolean {
  switch (screening) {
    case 'clear':
    case 'unknown':
      return false
    case 'listed-owner':
    case 'hold':
    case 'confirmed-match':
    case 'denied-person':
      return true
    default:
      return unreachable(screening)
  }
}

/** A red flag that is stated is for an officer, remote use included. What is not stated is asked elsewhere. */
export function redFlagRule(law: ExportLaw, code: string, cite: Citation, why: string): Rule {
  const found: readonly Finding[] = [{ outcome: 'needs-officer', finding: why }]
  return {
    code: `${law.name}.${code}`,
    logic: `Where goods, technology or the use of a site come from ${law.place} and a military, intelligence or weapons end use or a hit in screening is stated: an officer reads ${textOf(cite)}.`,
    cite,
    find: ({ facts }) => (comesFrom(law, facts) && hasRedFlag(facts) ? found : nothing),
  }
}

/** A list of the country that screening may not have held; a hit in screening may be of this list. */
export function listedRule(law: ExportLaw, code: string, cite: Citation, why: string): Rule {
  const found: readonly Finding[] = [{ outcome: 'needs-officer', finding: why }]
  return {
    code: `${law.name}.${code}`,
    logic: `Where goods or technology leave ${law.place} and screening has an open or confirmed hit: an officer compares it with ${textOf(cite)}.`,
    cite,
    find: ({ facts }) =>
      facts.transaction !== 'remote-use' && comesFrom(law, facts) && hasHit(facts.screening)
        ? found
        : nothing,
  }
}

/** What of a law that reaches the case was not read or is not encoded. It asks for nothing by itself. */
export function notReadRule(law: ExportLaw, cite: Citation, what: string): Rule {
  const found: readonly Finding[] = [
    {
      outcome: 'no-requirement-found',
      finding: `The export law of ${law.place} reaches this case. ${what}`,
    },
  ]
  return {
    code: `${law.name}.not-read`,
    logic: `Where goods, technology or the use of a site come from ${law.place}: what of the law was not read is shown, and no requirement is taken from it.`,
    cite,
    find: ({ facts }) => (comesFrom(law, facts) ? found : nothing),
  }
}
