import { expect, test } from 'vitest'
import { firstDay } from '../cite.ts'
import { brokenCase } from './broken.ts'
import { brokenClass } from './classes.ts'
import { cases } from './index.ts'
import { mutants } from './mutants.ts'

/*
 * Errors that change no answer and no citation: each with the reason why it cannot be seen. Whatever is not named here
 * must break a worked case.
 */
const unseen: readonly (readonly [RegExp, string])[] = [
  [
    /3A090\.b\.1 .*\.(tppBelow|densityBelow):/,
    'above the upper edge of .b the figures of .a are met, which govern',
  ],
  [
    /3A090\.b\.2 .*\.densityBelow: 5\.92 becomes 5\.93/,
    'above the upper edge of .b the figures of .a are met',
  ],
  [
    /^us-ear\.(3a090-c-\w+|exception-hbm) from: 2024-12-02 becomes 2024-12-01/,
    'there was no 3A090.c to speak of',
  ],
  [/3A090\.a of 2023-11-17/, 'the gate is read by the text of 2022 alone, which ends on the day before'],
  [/740 Supp\. 5|740\.29/, 'the exceptions that read it begin four months later, with their compliance date'],
  [/742\.6\(b\)\(10\).*2026-01-15 becomes 2026-01-14/, 'the rules that read the gate begin on 2026-01-15'],
  [/A:6 of 2024-05-30/, 'Cyprus left Group D:5 on the same day, which alone decides'],
  [/is left out/, 'members of lists are compared with the published lists instead'],
]

test('every date and figure of the encoded law, moved by one, breaks a worked case, or is known to change nothing', () => {
  expect(brokenCase(cases) ?? brokenClass()).toBeNull()
  const survivors: string[] = []
  let count = 0
  for (const mutant of mutants(firstDay)) {
    const undo = mutant.apply()
    const broken = brokenClass() ?? brokenCase(cases)
    undo()
    count += 1
    if (broken === null) survivors.push(mutant.what)
  }
  expect(count).toBeGreaterThan(400)
  expect(survivors.filter((what) => !unseen.some(([pattern]) => pattern.test(what)))).toEqual([])
  expect(brokenCase(cases) ?? brokenClass(), 'every error was undone').toBeNull()
})
