import type { Context } from '../rule.ts'
import type { Classification } from './classification.ts'

/** Whether any accelerator is of a class: yes, no, or open with the facts that would settle it. */
export type ClassAnswer = { readonly answer: boolean | null; readonly missing: readonly string[] }

const yes: ClassAnswer = { answer: true, missing: [] }
const no: ClassAnswer = { answer: false, missing: [] }

/** Whether a transfer is of high-bandwidth memory without any accelerator. */
export function shipsMemoryAlone(facts: Context['facts']): boolean {
  return (
    facts.transaction === 'hardware-transfer' &&
    facts.accelerators.length === 0 &&
    facts.hbm !== undefined &&
    facts.hbm.length > 0
  )
}

function openChips(context: Context): readonly string[] {
  const { facts, classifications } = context
  if (facts.transaction === 'release') return []
  if (facts.accelerators.length === 0) return shipsMemoryAlone(facts) ? [] : ['accelerators']
  return classifications.flatMap((classification, index) =>
    classification.outcome === 'needs-officer'
      ? classification.missing.map((name) => `accelerators.${index}.${name}`)
      : [],
  )
}

function anyChip(context: Context, test: (classification: Classification) => boolean): ClassAnswer {
  if (context.classifications.some((one) => one.outcome === 'controlled' && test(one))) {
    return yes
  }
  const missing = openChips(context)
  return missing.length > 0 ? { answer: null, missing } : no
}

/** Rule after rule asks the same of one case: the answer for the last one is kept. */
export function ofLastCase<T>(read: (context: Context) => T): (context: Context) => T {
  let last: { readonly context: Context; readonly value: T } | null = null
  return (context) => {
    if (last?.context !== context) last = { context, value: read(context) }
    return last.value
  }
}

export function isParagraphA(classification: Classification): boolean {
  return classification.paragraphs.some((paragraph) => paragraph.startsWith('3A090.a'))
}

/** Whether an accelerator is in 3A090.a. */
export const anyParagraphA = ofLastCase((context) => anyChip(context, isParagraphA))

/** Whether an accelerator is in 3A090 at all. */
export const anyControlled = ofLastCase((context) => anyChip(context, () => true))

/** Names of the accelerators for which a test holds, each once. */
export function chipNames(context: Context, test: (classification: Classification) => boolean): string {
  return [...new Set(context.classifications.filter(test).map((one) => one.name))].join(', ')
}
