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

const japan: ExportLaw = { name: 'japan', country: 'JP' as CountryCode, place: 'Japan' }
const memory = 'from memory, text not read'
const secondary = 'known from secondary sources'
const status = 'unverified'
const act = 'Foreign Exchange and Foreign Trade Act'

const goods = cite(act, 'Article 48, goods', memory, { status })
const technology = cite(act, 'Article 25, technology', memory, { status })
const catchAll = cite(act, 'catch-all', memory, { status })
const reform = cite(act, 'catch-all, reform of 2025', secondary, { from: '2025-10-09', status })
const additions = cite(act, 'list additions of 2026', secondary, { from: '2026-02-14', status })
const endUsers = cite(act, 'End User List, 835 entries', secondary, { status })

/** Export control of Japan, as far as it is known: no text of it was read. */
export const japanExport: Regime = {
  name: 'japan',
  reach: 'Goods or technology leave Japan, or the site of a remote use is there.',
  scope: goods,
  nexus: nexusFrom(japan.country),
  data: [],
  rules: [
    chipsRule(japan, 'chips', goods, 'Advanced chips leave Japan. Its list was not read.'),
    chipsRule(
      japan,
      'chips-2026',
      additions,
      'Advanced chips leave Japan. Its list was added to on 2026-02-14; whether chips are among the additions was not read.',
    ),
    releaseFromRule(japan, technology),
    redFlagRule(
      japan,
      'red-flag',
      catchAll,
      'A military, intelligence or weapons end use or a hit in screening is stated for what comes from Japan; its catch-all was not read.',
    ),
    redFlagRule(
      japan,
      'red-flag-2025',
      reform,
      'A military, intelligence or weapons end use or a hit in screening is stated for what comes from Japan. Since the reform its catch-all asks about end users for conventional arms too, and a notice of METI can reach Group A countries.',
    ),
    listedRule(
      japan,
      'end-user-list',
      endUsers,
      'Screening has a hit on a party of what leaves Japan; an officer compares it with the End User List of METI.',
    ),
    notReadRule(
      japan,
      goods,
      'Its lists, general licences and rules on services and on remote use were not read, so no requirement is taken from them.',
    ),
  ],
}
