import { clearRemoteUse } from './clear-facts.ts'
import type { WorkedCase } from './remote-use.ts'

const cleared = (rule: string, asOf: string, absent?: true): WorkedCase => ({
  name: `parties without an open hit, ${absent ? 'outside' : 'within'} the days of ${rule}`,
  facts: clearRemoteUse,
  asOf,
  outcome: 'no-requirement-found',
  rule: `denied-persons.${rule}`,
  ...(absent ? { absent } : {}),
})

/** The 50 per cent rule: on its first day, during its stay, and after the stay's end, each with the day before. */
export const deniedPersonsCases: readonly WorkedCase[] = [
  cleared('owners-2025', '2025-09-28', true),
  cleared('owners-2025', '2025-09-29'),
  cleared('owners-2025', '2025-11-09'),
  cleared('owners-2025', '2025-11-10', true),
  cleared('owners-stayed', '2025-11-09', true),
  cleared('owners-stayed', '2025-11-10'),
  cleared('owners-stayed', '2026-11-09'),
  cleared('owners-stayed', '2026-11-10', true),
  cleared('owners-2026', '2026-11-09', true),
  cleared('owners-2026', '2026-11-10'),
  {
    name: 'an owner is listed, and owns less than what counts',
    facts: { ...clearRemoteUse, screening: 'listed-owner' },
    asOf: '2026-11-24',
    outcome: 'needs-officer',
    rule: 'denied-persons.screening',
  },
]
