import type { Regime, Rule } from '../../rule.ts'
import {
  militaryAnyItemList,
  militaryIntelligenceList,
  militarySupplementList,
  rocketRange,
} from './lists.ts'
import { militaryRules } from './military.ts'
import { purposeRules } from './purpose.ts'
import { usPersonRules } from './us-persons.ts'
import { weaponsRules } from './weapons.ts'

/** Part 744 on end uses and end users, and what gives reason to know of one. 744.23 stands with the transfers. */
export const endUseRules: readonly Rule[] = [
  ...militaryRules,
  ...usPersonRules,
  ...weaponsRules,
  ...purposeRules,
]

export const endUseData: NonNullable<Regime['data']> = [
  militarySupplementList,
  militaryAnyItemList,
  militaryIntelligenceList,
  rocketRange,
]
