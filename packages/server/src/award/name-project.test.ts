import { slugParams } from '@allmende/wire'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { nameProject } from './name-project.ts'

test('a project is named after its title and number', () => {
  expect(nameProject('Síntese de fala', 'A-2026-0007')).toBe('sintese-de-fala-2026-0007')
  expect(nameProject('A character model for six languages of the commons', 'A-2026-0001')).toBe(
    'a-character-model-for-six-languages-of-2026-0001',
  )
})

test('a title without Latin letters still gives a name', () => {
  expect(nameProject('نموذج لغوي', 'A-2026-0002')).toBe('project-2026-0002')
})

test('every title gives an id that URLs and sites accept', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 160 }),
      fc.integer({ min: 1, max: 99_999 }),
      (title, n) => {
        expect(
          slugParams.safeParse({ id: nameProject(title, `A-2026-${String(n).padStart(4, '0')}`) }).success,
        ).toBe(true)
      },
    ),
  )
})
