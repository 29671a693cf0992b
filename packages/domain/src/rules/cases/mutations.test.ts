import { expect, test } from 'vitest'
import { firstDay } from '../cite.ts'
import { brokenCase } from './broken.ts'
import { brokenClass } from './classes.ts'
import { cases } from './index.ts'
import { mutants } from './mutants.ts'

/** Members of lists are neither dates nor figures: the country groups have tests of their own. */
const isListMember = (what: string) => what.endsWith('is left out')

test('every date and figure of the encoded law, moved by one, breaks a worked case', () => {
  expect(brokenCase(cases) ?? brokenClass()).toBeNull()
  const survivors: string[] = []
  let count = 0
  for (const mutant of mutants(firstDay)) {
    if (isListMember(mutant.what)) continue
    const undo = mutant.apply()
    const broken = brokenClass() ?? brokenCase(cases)
    undo()
    count += 1
    if (broken === null) survivors.push(mutant.what)
  }
  expect(count).toBeGreaterThan(280)
  expect(survivors, `${count - survivors.length} of ${count} break a case`).toEqual([])
  expect(brokenCase(cases) ?? brokenClass(), 'every error was undone').toBeNull()
})
