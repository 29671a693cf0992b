import { hardwareTransferCases } from './hardware-transfer.ts'
import { remoteUseCases, type WorkedCase } from './remote-use.ts'

/** Every worked case of the encoded law. */
export const cases: readonly WorkedCase[] = [...remoteUseCases, ...hardwareTransferCases]
