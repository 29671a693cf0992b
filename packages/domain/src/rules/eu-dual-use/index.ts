import { euMembers, euNexus } from '../eu-members.ts'
import type { Context, Finding, Regime, Rule } from '../rule.ts'
import { generalDestinations, itemRules } from './items.ts'
import { catchAll, nationalLists, scope, surveillance, transmission } from './law.ts'
import { leavesUnion } from './leaves-union.ts'

const nothing: readonly Finding[] = []
const shown = (finding: string): readonly Finding[] => [{ outcome: 'no-requirement-found', finding }]
const officer = (finding: string): readonly Finding[] => [{ outcome: 'needs-officer', finding }]

/** Remote use moves no item, and technical assistance of the Union's parties is read as strictly. */
const mayServe = (context: Context) =>
  context.facts.transaction === 'remote-use' || leavesUnion(context).is !== false

const weaponsFound = officer(
  'An end use in nuclear, chemical or biological weapons or missiles is stated. Article 4 reaches items on no list for it, anywhere outside the Union; an officer reads it.',
)
const militaryFound = officer(
  'A military or intelligence end use is stated. Article 4 reaches items on no list for a military end use in a country under an arms embargo; the embargoes of the Union are not encoded, so an officer compares the countries with them.',
)

/** Article 4(1)(a). What is not stated is asked by another regime, of every case. */
const weapons: Rule = {
  code: 'eu-dual-use.weapons-end-use',
  logic:
    'Where goods, technology or software leave the Union or may leave it, or a remote use touches it, and an end use in weapons of mass destruction is stated: an officer decides.',
  cite: catchAll,
  find: (context) => (context.facts.endUse.wmd === true && mayServe(context) ? weaponsFound : nothing),
}

/** Article 4(1)(b). What is not stated is asked by another regime, of every case. */
const military: Rule = {
  code: 'eu-dual-use.military-end-use',
  logic:
    'Where goods, technology or software leave the Union or may leave it, or a remote use touches it, and a military or intelligence end use or a purpose of defence is stated: an officer compares the countries with the arms embargoes of the Union.',
  cite: catchAll,
  find: (context) => {
    const { militaryOrIntelligence, purpose } = context.facts.endUse
    if (militaryOrIntelligence !== true && purpose !== 'defence') return nothing
    return mayServe(context) ? militaryFound : nothing
  },
}

const cyberFound = shown(
  'Article 5 reaches cyber-surveillance items on no list. Whether what leaves the Union is meant for that is not among the facts, and it is not encoded.',
)
const listsFound = shown(
  "Member states can add controls and lists of their own (Articles 9 and 10). These are not encoded; the Netherlands' measures on chip-making equipment are known and do not reach AI chips.",
)
const remoteFound = shown(
  "The regulation reaches this case. Sending software or technology out of the Union, or making it available there, is an export; nothing was found that makes remote use of a site's hardware one, and its rules on brokering and technical assistance are not encoded.",
)

const cyber: Rule = {
  code: 'eu-dual-use.cyber-surveillance',
  logic:
    'Where goods, technology or software leave the Union: it is shown that Article 5 is not encoded. It decides nothing by itself.',
  cite: surveillance,
  find: (context) => (leavesUnion(context).is === true ? cyberFound : nothing),
}

const lists: Rule = {
  code: 'eu-dual-use.national-lists',
  logic:
    'Where goods, technology or software leave the Union: it is shown that lists of single member states are not encoded. It decides nothing by itself.',
  cite: nationalLists,
  find: (context) => (leavesUnion(context).is === true ? listsFound : nothing),
}

const remote: Rule = {
  code: 'eu-dual-use.remote-use',
  logic:
    'Where a remote use touches the Union: it is shown what of the regulation is not encoded. It decides nothing by itself.',
  cite: transmission,
  only: 'remote-use',
  find: () => remoteFound,
}

/** The Union's dual-use regulation, as far as it is known: no text of it was read. */
export const euDualUse: Regime = {
  name: 'eu-dual-use',
  reach:
    'Hardware, technology or software leaves a member state of the European Union, the site of a remote use is there, or a party, an operator or a destination is there or headquartered there.',
  scope,
  nexus: euNexus,
  data: [euMembers, generalDestinations],
  rules: [...itemRules, weapons, military, cyber, lists, remote],
}
