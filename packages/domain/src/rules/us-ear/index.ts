import { ear } from '../cite.ts'
import type { Regime } from '../rule.ts'
import { endUseData, endUseRules } from './end-use/index.ts'
import { hardwareTransferData, hardwareTransferRules } from './hardware-transfer.ts'
import { releaseData, releaseRules } from './release.ts'
import { remoteUseRules } from './remote-use.ts'

/** The US Export Administration Regulations, as far as use and transfer of accelerators are concerned. */
export const usEar: Regime = {
  name: 'us-ear',
  reach:
    'This law looks at every case: each rule speaks where the item, a place, a party or the end use is one that it names, wherever the hardware came from.',
  scope: ear('730-774', 'parts 734, 742, 744, 774'),
  data: [...hardwareTransferData, ...endUseData, ...releaseData],
  rules: [...remoteUseRules, ...hardwareTransferRules, ...endUseRules, ...releaseRules],
}
