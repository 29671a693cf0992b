import type { Accelerator, CalendarDate } from '@allmende/domain/terms'
import { type Field, isRecord, list, member, object, oneOf, type Parsed, refuse, text } from './check.ts'
import type { ShippedComputer } from './facts.ts'
import { acceleratorRow } from './parse-accelerators.ts'
import { findAccelerator } from './register/accelerators.ts'
import type { Classification } from './us-ear/classification.ts'
import { classify } from './us-ear/classify.ts'
import { classifyComputer } from './us-ear/classify-computer.ts'
import { hostEntries } from './us-ear/parameters.ts'

/** An accelerator, or a computer with the accelerators in it. */
export type Item =
  | { readonly kind: 'accelerator'; readonly accelerator: Accelerator }
  | {
      readonly kind: 'computer'
      readonly computer: ShippedComputer
      readonly contained: readonly Accelerator[]
    }

/** The entry that describes a computer without its accelerators; "none", or null where nobody has said. */
export function hostEntry(field: Field): ShippedComputer['entry'] {
  return field.value === null || field.value === undefined
    ? null
    : oneOf(field, [...hostEntries, 'none'] as const)
}

export function computerOf(field: Field): ShippedComputer | null {
  if (!object(field, ['name', 'contains', 'entry'])) return null
  return {
    name: text(member(field, 'name')),
    contains: list(member(field, 'contains'), text),
    entry: hostEntry(member(field, 'entry')),
  }
}

const isComputer = (value: unknown) => isRecord(value) && value.contains !== undefined

/** Chips that a computer names are those of the same file, or of the register. */
function withContents(field: Field, known: readonly Accelerator[]): Item | null {
  const computer = computerOf(field)
  if (computer === null) return null
  const contained = computer.contains.flatMap((name, index) => {
    const found = known.find((one) => one.name === name) ?? findAccelerator(name)
    if (found) return [found]
    refuse(
      { ...member(field, `contains.${index}`), value: name },
      'the name of an accelerator of this list or of the register',
    )
    return []
  })
  return { kind: 'computer', computer, contained }
}

/**
 * Reads a list of accelerators, and of computers by the accelerators in them (`name`, `contains`: names of
 * accelerators of the list or of the register, `entry`: what describes the computer without them, "none" or null),
 * from untrusted JSON.
 */
export function parseItems(json: unknown): Parsed<readonly Item[]> {
  const root: Field = { path: 'accelerators', value: json, problems: [] }
  const known = list(root, (field) => (isComputer(field.value) ? null : acceleratorRow(field)))
  const names = new Set<string>()
  const items = list(root, (field): Item | null => {
    const name = isRecord(field.value) ? field.value.name : null
    if (typeof name === 'string' && names.has(name))
      refuse({ ...member(field, 'name'), value: name }, 'a name stated once in the list')
    if (typeof name === 'string') names.add(name)
    if (isComputer(field.value)) return withContents(field, known)
    const accelerator = known.find((one) => one.name === name)
    return accelerator ? { kind: 'accelerator', accelerator } : null
  })
  const problems = root.problems.filter(
    (one, index) => root.problems.findIndex((other) => other.field === one.field) === index,
  )
  return problems.length === 0 ? { ok: true, value: items } : { ok: false, problems }
}

/**
 * The class of an accelerator by its own figures, or of a computer by the accelerators in it.
 *
 * @throws {NoValueYet} before 2022-10-21.
 */
export function classifyItem(item: Item, asOf: CalendarDate): Classification {
  if (item.kind === 'accelerator') return classify(item.accelerator, asOf)
  const { name, entry } = item.computer
  return classifyComputer(name, item.contained, asOf, entry === 'none' ? null : entry)
}
