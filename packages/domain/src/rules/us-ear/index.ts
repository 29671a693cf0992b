import { cite, ear } from '../cite.ts'
import type { Regime, Rule } from '../rule.ts'
import { endUseRules } from './end-use.ts'
import { hardwareTransferRules } from './hardware-transfer.ts'
import { remoteUseRules } from './remote-use.ts'

/** Release of technology, source code and software has its own rules, and they are not here yet. */
const release: Rule = {
  code: 'us-ear.release-not-encoded',
  cite: cite('15 CFR 734', '734.13(a)(2), 734.15', 'eCFR as of 2026-09-24, rules not encoded', {
    status: 'unverified',
  }),
  find: ({ facts }) =>
    facts.transaction === 'release'
      ? [
          {
            outcome: 'needs-officer',
            finding: 'Release of technology is not yet encoded, so an officer decides.',
          },
        ]
      : [],
}

/** The US Export Administration Regulations, as far as use and transfer of accelerators are concerned. */
export const usEar: Regime = {
  name: 'us-ear',
  scope: ear('730-774', 'parts 734, 742, 744, 774'),
  rules: [...remoteUseRules, ...hardwareTransferRules, ...endUseRules, release],
}
