import type { CountryCode } from '@allmende/domain/terms'
import { cite } from '../cite.ts'
import { chipsRule, type ExportLaw, notReadRule, redFlagRule, releaseFromRule } from '../export-law.ts'
import { nexusFrom } from '../origin.ts'
import type { Regime } from '../rule.ts'

const korea: ExportLaw = { name: 'korea', country: 'KR' as CountryCode, place: 'South Korea' }
const status = 'unverified'
const act = 'Foreign Trade Act of Korea'

const strategic = cite(act, 'strategic items', 'from memory, text not read', { status })
const national = cite(act, 'national controls on AI chips and chip equipment', 'secondary, text not seen', {
  from: '2026-09-01',
  status,
})

/** Export control of South Korea, as far as it is known: no text of it was read. */
export const koreaExport: Regime = {
  name: 'korea',
  reach: 'Goods or technology leave South Korea, or the site of a remote use is there.',
  scope: strategic,
  nexus: nexusFrom(korea.country),
  data: [],
  rules: [
    chipsRule(
      korea,
      'chips',
      strategic,
      'Advanced chips leave South Korea. Its list of strategic items was not read.',
    ),
    chipsRule(
      korea,
      'ai-chips',
      national,
      'Advanced chips leave South Korea, which has controlled AI chips and chip equipment on its own since 2026-09-01. The text was not seen.',
    ),
    releaseFromRule(korea, strategic),
    redFlagRule(
      korea,
      'red-flag',
      strategic,
      'A military, intelligence or weapons end use or a hit in screening is stated for what comes from South Korea; its catch-all was not read.',
    ),
    notReadRule(
      korea,
      strategic,
      'Its lists, the controls of 2026-09-01 and rules on services and on remote use were not seen, so no requirement is taken from them.',
    ),
  ],
}
