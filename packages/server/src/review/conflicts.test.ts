import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { chooseReviewers, conflictsOf, normaliseInstitution, type Candidate } from './conflicts.ts'

const candidate = (over: Partial<Candidate>): Candidate => ({
  person: 'a',
  name: 'Ana Prado',
  member: null,
  institutions: [],
  openReviews: 0,
  ...over,
})
const applicants = { team: ['t'], institutions: ['Instituto Maré de Computação'], declined: ['d'] }

test('the same institution is found through case, accents and punctuation', () => {
  const found = conflictsOf(candidate({ institutions: ['INSTITUTO MARE DE COMPUTACAO.'] }), applicants)
  expect(found).toEqual([{ kind: 'same-institution', detail: 'INSTITUTO MARE DE COMPUTACAO.' }])
  expect(normaliseInstitution('東京 大学')).toBe('東京大学')
})

test('team members and people who declined have a conflict', () => {
  expect(conflictsOf(candidate({ person: 't' }), applicants).map((c) => c.kind)).toEqual(['same-team'])
  expect(conflictsOf(candidate({ person: 'd' }), applicants).map((c) => c.kind)).toEqual(['declared'])
})

test('two institutions without a name in common letters or digits are not the same', () => {
  expect(conflictsOf(candidate({ institutions: ['—'] }), { ...applicants, institutions: ['…'] })).toEqual([])
})

test('those with the fewest open reviews are asked first, and the choice does not depend on the order of the list', () => {
  const people = fc.uniqueArray(
    fc.record({ person: fc.stringMatching(/^[a-z]{1,4}$/), openReviews: fc.nat(4) }),
    { selector: (p) => p.person },
  )
  fc.assert(
    fc.property(people, fc.nat(4), (list, count) => {
      const candidates = list.map((p) => candidate(p))
      const chosen = chooseReviewers(candidates, applicants, [], count)
      expect(chooseReviewers(candidates.toReversed(), applicants, [], count)).toEqual(chosen)
      expect(chosen.every((c) => conflictsOf(c, applicants).length === 0)).toBe(true)
      const left = candidates.filter((c) => !chosen.includes(c) && conflictsOf(c, applicants).length === 0)
      if (chosen.length > 0)
        expect(left.every((c) => c.openReviews >= Math.max(...chosen.map((x) => x.openReviews)))).toBe(true)
    }),
  )
})
