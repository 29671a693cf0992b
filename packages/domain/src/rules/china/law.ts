import type { CountryCode } from '@allmende/domain/terms'
import { cite } from '../cite.ts'
import { type ExportLaw, notReadRule, redFlagRule, releaseFromRule } from '../export-law.ts'
import type { Finding, Rule } from '../rule.ts'

/** Mainland China. Hong Kong and Macau have export laws of their own, which are not encoded. */
export const china: ExportLaw = { name: 'china', country: 'CN' as CountryCode, place: 'mainland China' }

export const nothing: readonly Finding[] = []
const unread = 'from memory, text not read'

export const exportControlLaw = cite(
  'Export Control Law of China',
  'whole law, in force 2020-12-01',
  unread,
  {
    status: 'unverified',
  },
)
const dualUseRegulations = cite(
  'Regulations on Export Control of Dual-Use Items of China',
  'whole text',
  unread,
  { from: '2024-12-01', status: 'unverified' },
)

/** Any accelerator: whether China lists it was not read. */
function shippingRule(code: string, citation: Rule['cite'], why: string): Rule {
  const found: readonly Finding[] = [{ outcome: 'needs-officer', finding: why }]
  return {
    code: `china.${code}`,
    logic: `Where accelerators leave mainland China for another place: an officer reads the ${citation.instrument}.`,
    cite: citation,
    only: 'hardware-transfer',
    find: ({ facts }) =>
      facts.transaction === 'hardware-transfer' &&
      facts.exportedFrom === china.country &&
      facts.destinationCountry !== china.country
        ? found
        : nothing,
  }
}

const domesticChips: readonly Finding[] = [
  {
    outcome: 'no-requirement-found',
    finding:
      'Press reports say that data centres with state money in China are told to use domestic chips, and that H200 were stopped at customs in January 2026. No official text was found, so this is information only.',
  },
]

/** Reported, with no text behind it. */
const guidance: Rule = {
  code: 'china.domestic-chips',
  logic:
    'Where hardware goes to, or the site is in, mainland China: reported guidance is shown as information, and no requirement is taken from it.',
  cite: cite('Reported guidance', 'domestic chips in state-funded data centres', 'press up to January 2026', {
    from: '2026-02-01',
    status: 'unverified',
  }),
  find: ({ facts }) => {
    const to =
      facts.transaction === 'hardware-transfer'
        ? facts.destinationCountry
        : facts.transaction === 'remote-use'
          ? facts.site.country
          : null
    return to === china.country ? domesticChips : nothing
  },
}

export const lawRules: readonly Rule[] = [
  shippingRule(
    'shipping',
    exportControlLaw,
    'Accelerators leave mainland China. Whether the Export Control Law lists them was not read.',
  ),
  shippingRule(
    'shipping-dual-use',
    dualUseRegulations,
    'Accelerators leave mainland China. The list, the catch-all and the end-user statements of the dual-use Regulations were not read.',
  ),
  releaseFromRule(china, exportControlLaw),
  redFlagRule(
    china,
    'red-flag',
    exportControlLaw,
    'A military, intelligence or weapons end use or a hit in screening is stated for what comes from mainland China; its control of end uses was not read.',
  ),
  notReadRule(
    china,
    exportControlLaw,
    'Its list, its rules on services and on remote use, and Announcement 18 of 2025 on seven rare earths, which names no accelerators, were not read, so no requirement is taken from them.',
  ),
  guidance,
]
