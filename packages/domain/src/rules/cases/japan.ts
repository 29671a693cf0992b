import { exportLawLines, listLines, ship, siteIn, small, use } from './export-law.ts'
import type { WorkedCase } from './remote-use.ts'
import { absent, begins, casesOf, none } from './worked.ts'

const army = siteIn('JP', use({ militaryOrIntelligence: true }))

/** Export control of Japan. */
export const japanCases: readonly WorkedCase[] = casesOf('japan', [
  ...exportLawLines('JP'),
  ...begins('chips-2026', ship('JP'), '2026-02-13', '2026-02-14'),
  ['chips-2026', 'additions, a chip in no entry', ship('JP', { accelerators: [small] }), none, absent],
  ...begins('red-flag-2025', army, '2025-10-08', '2025-10-09'),
  ['red-flag-2025', 'reform, civil research at a site there', siteIn('JP'), none, absent],
  ...listLines('end-user-list', 'JP'),
])
