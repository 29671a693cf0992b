import type { CountryCode } from '@allmende/domain/terms'
import { cite } from '../cite.ts'
import { chipsRule, type ExportLaw, notReadRule, redFlagRule, releaseFromRule } from '../export-law.ts'
import { nexusFrom } from '../origin.ts'
import type { Regime } from '../rule.ts'

const uk: ExportLaw = { name: 'uk', country: 'GB' as CountryCode, place: 'the United Kingdom' }
const memory = 'from memory, text not read'
const status = 'unverified'

const order = cite('Export Control Order 2008', 'lists and end-use controls', memory, { status })
const assimilated = cite('assimilated Regulation 428/2009', 'Annex I and Article 4', memory, { status })
const pl = cite('Export Control Order 2008', 'PL series', memory, { from: '2024-04-01', status })
const series500 = cite(
  'assimilated Regulation 428/2009',
  'Annex I, 500-series',
  'secondary, entries not seen',
  {
    from: '2025-12-16',
    status,
  },
)

/** Export control of the United Kingdom, as far as it is known: no text of it was read. */
export const ukExport: Regime = {
  name: 'uk',
  reach: 'Goods or technology leave the United Kingdom, or the site of a remote use is there.',
  scope: order,
  nexus: nexusFrom(uk.country),
  data: [],
  rules: [
    chipsRule(
      uk,
      'chips',
      assimilated,
      'Advanced chips leave the United Kingdom. Its list of dual-use items was not read.',
    ),
    chipsRule(
      uk,
      'chips-pl-series',
      pl,
      'Advanced chips leave the United Kingdom. The entries of its own PL series were not read.',
    ),
    chipsRule(
      uk,
      'chips-500-series',
      series500,
      'Advanced chips leave the United Kingdom. It has a 500-series for advanced computing circuits, the entries of which were not seen.',
    ),
    releaseFromRule(uk, assimilated),
    redFlagRule(
      uk,
      'red-flag',
      order,
      'A military, intelligence or weapons end use or a hit in screening is stated for what comes from the United Kingdom; its end-use controls were not read.',
    ),
    notReadRule(
      uk,
      order,
      'Its lists, general licences and rules on technical assistance and on remote use were not read, so no requirement is taken from them.',
    ),
  ],
}
