import { exportLawLines, listLines, ship } from './export-law.ts'
import type { WorkedCase } from './remote-use.ts'
import { begins, casesOf } from './worked.ts'

/** Export control of Taiwan. */
export const taiwanCases: readonly WorkedCase[] = casesOf('taiwan', [
  ...exportLawLines('TW'),
  ...listLines('entity-list', 'TW'),
  ...begins('entity-list', ship('TW', { screening: 'hold' }), '2025-05-31', '2025-06-01'),
])
