import { formatNumber } from '../../messages/index.ts'
import type { Visit } from '../../web.ts'

const fields = [
  'parameters',
  'tokens',
  'sequenceLength',
  'precisionBits',
  'accelerator',
  'accelerators',
] as const
const billions: ReadonlySet<string> = new Set(['parameters', 'tokens'])

/** The plan that an application was made with, as pairs of words and figures; empty where there is none. */
export function planItems(
  { t }: Visit,
  plan: Readonly<Record<string, unknown>> | null,
): { readonly term: string; readonly detail: string }[] {
  return fields.flatMap((name) => {
    const value = plan?.[name]
    if (typeof value === 'number') {
      const shown = billions.has(name) ? value / 1e9 : value
      return [{ term: t(`plan.${name}`), detail: formatNumber(t.lang, shown, billions.has(name) ? 6 : 0) }]
    }
    return typeof value === 'string' ? [{ term: t(`plan.${name}`), detail: value }] : []
  })
}
