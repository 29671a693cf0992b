import fc from 'fast-check'
import { expect, test } from 'vitest'
import { GrowingLists, GrowingPostings, listOf } from './postings.ts'

const without = (values: readonly number[]) => values.filter((value, at) => value !== values[at - 1])

test('postings give back each list as it was added to, without what was added twice in a row', () => {
  const added = fc.array(
    fc.tuple(fc.constantFrom('', 'a', 'b', '__proto__', 'k'), fc.integer({ min: 0, max: 5 })),
  )
  fc.assert(
    fc.property(added, (pairs) => {
      const growing = new GrowingPostings()
      for (const [key, value] of pairs) growing.add(key, value)
      const postings = growing.finish()
      for (const key of ['', 'a', 'b', '__proto__', 'k', 'never added']) {
        const own = pairs.filter(([other]) => other === key).map(([, value]) => value)
        expect([...listOf(postings, key)]).toEqual(without(own))
      }
    }),
  )
})

test('lists by place end where the next one begins', () => {
  const places = fc.array(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1 }), { maxLength: 6 })
  fc.assert(
    fc.property(places, fc.boolean(), (lists, byTurns) => {
      const growing = new GrowingLists()
      const all = lists.flatMap((values, place) => values.map((value, at) => ({ place, value, at })))
      // The first of each list comes in the order of places; the rest may come in between.
      const first = all.filter(({ at }) => at === 0)
      const rest = all.filter(({ at }) => at > 0)
      const order = byTurns ? [...first, ...rest.toSorted((x, y) => x.at - y.at)] : all
      for (const { place, value } of order) growing.add(place, value)
      const { from, values } = growing.finish()
      expect(from.length).toBe(lists.length + 1)
      for (const [place, wanted] of lists.entries())
        expect([...values.subarray(from[place], from[place + 1])]).toEqual(without(wanted))
    }),
  )
})
