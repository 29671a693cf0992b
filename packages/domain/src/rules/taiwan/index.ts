import type { CountryCode } from '@allmende/domain/terms'
import { cite } from '../cite.ts'
import {
  chipsRule,
  type ExportLaw,
  listedRule,
  notReadRule,
  redFlagRule,
  releaseFromRule,
} from '../export-law.ts'
import { nexusFrom } from '../origin.ts'
import type { Regime } from '../rule.ts'

const taiwan: ExportLaw = { name: 'taiwan', country: 'TW' as CountryCode, place: 'Taiwan' }
const status = 'unverified'
const act = 'Foreign Trade Act of Taiwan'

const strategic = cite(act, 'strategic high-tech commodities', 'from memory, text not read', { status })
/** The day in June is not known, so the first is taken. */
const entities = cite(act, 'entity list, Huawei and SMIC', 'secondary, June 2025, day not known', {
  from: '2025-06-01',
  status,
})

/** Export control of Taiwan, as far as it is known: no text of it was read. */
export const taiwanExport: Regime = {
  name: 'taiwan',
  reach: 'Goods or technology leave Taiwan, or the site of a remote use is there.',
  scope: strategic,
  nexus: nexusFrom(taiwan.country),
  data: [],
  rules: [
    chipsRule(
      taiwan,
      'chips',
      strategic,
      'Advanced chips leave Taiwan. Its list of strategic high-tech commodities was not read.',
    ),
    releaseFromRule(taiwan, strategic),
    redFlagRule(
      taiwan,
      'red-flag',
      strategic,
      'A military, intelligence or weapons end use or a hit in screening is stated for what comes from Taiwan; its end-use controls were not read.',
    ),
    listedRule(
      taiwan,
      'entity-list',
      entities,
      'Screening has a hit on a party of what leaves Taiwan; an officer compares it with its entity list, on which Huawei and SMIC have stood since June 2025.',
    ),
    notReadRule(
      taiwan,
      strategic,
      'Its lists and rules on services and on remote use were not read, so no requirement is taken from them.',
    ),
  ],
}
