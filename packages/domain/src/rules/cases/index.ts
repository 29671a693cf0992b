import { deniedPersonsCases } from './denied-persons.ts'
import { chinaCases } from './china.ts'
import { endUseCases } from './end-use.ts'
import { euDualUseCases } from './eu-dual-use.ts'
import { euSanctionsCases } from './eu-sanctions.ts'
import { hardwareTransferCases } from './hardware-transfer.ts'
import { japanCases } from './japan.ts'
import { koreaCases } from './korea.ts'
import { malaysiaCases } from './malaysia.ts'
import { releaseCases } from './release.ts'
import { remoteUseCases, type WorkedCase } from './remote-use.ts'
import { taiwanCases } from './taiwan.ts'
import { ukCases } from './uk.ts'
import { unSanctionsCases } from './un-sanctions.ts'
import { usSanctionsCases } from './us-sanctions.ts'

/** Every worked case of the encoded law. */
export const cases: readonly WorkedCase[] = [
  ...deniedPersonsCases,
  ...remoteUseCases,
  ...hardwareTransferCases,
  ...endUseCases,
  ...releaseCases,
  ...malaysiaCases,
  ...euSanctionsCases,
  ...unSanctionsCases,
  ...euDualUseCases,
  ...chinaCases,
  ...usSanctionsCases,
  ...ukCases,
  ...japanCases,
  ...koreaCases,
  ...taiwanCases,
]
