import { expect, test } from 'vitest'
import { finishOrder } from './finish-order.ts'

test('each node once, after all it leads to, whatever was begun with', () => {
  const ways: readonly (readonly number[])[] = [[1, 2], [3], [3], [], [0]]
  const from = (...starts: number[]) => finishOrder(starts, ways.length, (node) => ways[node] ?? [])
  expect(from(0)).toEqual([3, 1, 2, 0])
  expect(from(3, 0, 3, 4, 0)).toEqual([3, 1, 2, 0, 4])
  expect(finishOrder([0], 3, (node) => [(node + 1) % 3])).toEqual([2, 1, 0])
})
