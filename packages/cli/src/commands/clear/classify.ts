import { resolve } from 'node:path'
import {
  accelerators,
  classifyItem,
  findAccelerator,
  NoValueYet,
  parseItems,
  type Item,
} from '@allmende/domain/rules'
import { parseCalendarDate, type Accelerator, type CalendarDate } from '@allmende/domain/terms'
import { exit, printJson, readFileAs, text, UsageError, type Command, type Values } from '../../command.ts'

/** The day that an option names, or today in UTC. */
export function dateIn(values: Values, option: 'as-of' | 'since'): CalendarDate {
  const given = text(values, option) ?? new Date().toISOString().slice(0, 10)
  const day = parseCalendarDate(given)
  if (!day) throw new UsageError(`--${option} is "${given}"; expected a date such as 2026-11-23.`)
  return day
}

/** The day asked about. */
export const dayOf = (values: Values): CalendarDate => dateIn(values, 'as-of')

/** Runs a question of law for a day; before the first text there is no answer, and that is said. */
export function orNoValueYet<T>(ask: () => T): T {
  try {
    return ask()
  } catch (error) {
    if (error instanceof NoValueYet) throw new UsageError(error.message)
    throw error
  }
}

/** An accelerator of the register, by its name. @throws UsageError with those whose name is like it */
export function registered(name: string): Accelerator {
  const found = findAccelerator(name)
  if (found) return found
  const like = accelerators.filter((a) => a.name.toLowerCase().includes(name.toLowerCase()))
  const known = (like.length > 0 ? like : accelerators).map((a) => a.name).join(', ')
  throw new UsageError(
    `No accelerator "${name}" is registered. ${like.length > 0 ? 'Did you mean' : 'Known'}: ${known}.`,
  )
}

async function itemsOf(cwd: string, values: Values, words: readonly string[]): Promise<readonly Item[]> {
  const path = text(values, 'chips')
  if (path) {
    const parsed = parseItems(await readFileAs(resolve(cwd, path), (file) => JSON.parse(file)))
    if (!parsed.ok)
      throw new UsageError(
        parsed.problems.map((p) => `${p.field}: ${JSON.stringify(p.value)} is not ${p.expected}`).join('; '),
      )
    return parsed.value
  }
  const name = words.join(' ')
  if (name === '')
    throw new UsageError('Say which accelerator: allmende classify NAME, or --chips FILE.json.')
  return [{ kind: 'accelerator', accelerator: registered(name) }]
}

/** For people; `--json` has it exactly. */
function figure(value: number | null): string {
  return value === null
    ? 'unknown'
    : value.toLocaleString('en', { maximumFractionDigits: 3, useGrouping: false })
}

export const classify: Command = {
  name: 'classify',
  summary:
    'Classify accelerators, and computers by those in them, from their published figures, by the text in force on a day',
  usage: '(NAME | --chips FILE.json) [--as-of DATE]',
  examples: [
    'allmende classify NVIDIA H100 SXM5',
    'allmende classify --chips chips.json --as-of 2023-11-17 --json',
  ],
  options: { chips: { type: 'string' }, 'as-of': { type: 'string' } },
  words: [0, -1],
  async run(io, { values, words }) {
    const day = dayOf(values)
    const items = await itemsOf(io.cwd, values, words)
    const classified = orNoValueYet(() => items.map((item) => classifyItem(item, day)))
    if (values.json) printJson(io, classified)
    else {
      for (const chip of classified) {
        io.out(
          `${chip.name}: ${chip.outcome}${chip.paragraphs.length > 0 ? `, ${chip.paragraphs.join(', ')}` : ''} (TPP ${figure(chip.tpp)}, PD ${figure(chip.pd)}; text of ${day})\n`,
        )
        for (const reason of chip.reasons)
          io.out(`  ${reason.finding}\n${reason.arithmetic.map((line) => `    ${line}\n`).join('')}`)
      }
    }
    return exit.done
  },
}
