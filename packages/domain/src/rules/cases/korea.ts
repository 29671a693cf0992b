import { exportLawLines, ship, small } from './export-law.ts'
import type { WorkedCase } from './remote-use.ts'
import { absent, begins, casesOf, none } from './worked.ts'

/** Export control of South Korea. */
export const koreaCases: readonly WorkedCase[] = casesOf('korea', [
  ...exportLawLines('KR'),
  ...begins('ai-chips', ship('KR'), '2026-08-31', '2026-09-01'),
  ['ai-chips', 'national controls, a chip in no entry', ship('KR', { accelerators: [small] }), none, absent],
])
