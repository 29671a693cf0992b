import { exportLawLines, ship, small } from './export-law.ts'
import type { WorkedCase } from './remote-use.ts'
import { absent, begins, casesOf, none } from './worked.ts'

/** Export control of the United Kingdom. */
export const ukCases: readonly WorkedCase[] = casesOf('uk', [
  ...exportLawLines('GB'),
  ...begins('chips-pl-series', ship('GB'), '2024-03-31', '2024-04-01'),
  ['chips-pl-series', 'PL series, a chip in no entry', ship('GB', { accelerators: [small] }), none, absent],
  ...begins('chips-500-series', ship('GB'), '2025-12-15', '2025-12-16'),
  ['chips-500-series', '500-series, a chip in no entry', ship('GB', { accelerators: [small] }), none, absent],
])
