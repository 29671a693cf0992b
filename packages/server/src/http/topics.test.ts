import { expect, test } from 'vitest'
import { createTopics } from './topics.ts'

test('whoever waits is woken by its topic alone, and by its time otherwise', async () => {
  const topics = createTopics()
  const [one, other] = [topics.waitFor('job:1', 10_000), topics.waitFor('job:2', 5)]
  topics.nudge('job:1')
  expect([await one, await other]).toEqual([true, false])
})

test('whoever begins to wait after the stop has begun does not wait', async () => {
  const stopping = new AbortController()
  const topics = createTopics(stopping.signal)
  stopping.abort()
  expect(await topics.waitFor('job:1', 60_000)).toBe(false)
})

test('a topic nobody waits for is forgotten, however the wait ended', async () => {
  const topics = createTopics()
  const left = new AbortController()
  const waits = [
    topics.waitFor('job:1', 10_000),
    topics.waitFor('job:1', 5),
    topics.waitFor('job:2', 5),
    topics.waitFor('job:3', 10_000, left.signal),
  ]
  expect(topics.count()).toBe(3)
  left.abort()
  await waits[2]
  expect(topics.count()).toBe(1)
  topics.nudge('job:1')
  await Promise.all(waits)
  expect(topics.count()).toBe(0)
})
