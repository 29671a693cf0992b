import type { Context } from '../context.ts'

type Waiting<V> = {
  readonly resolve: (value: V | null) => void
  readonly reject: (error: unknown) => void
}
type Round<V> = Map<string, Waiting<V>[]>

/** Keys of one statement at most; more wait for the next. */
const keysMax = 100

/**
 * Looks things up by key, many in one statement: while one statement is under way, the keys that come meanwhile
 * wait for the next. Alone a look-up is answered at once; under load a statement serves several requests. Whoever
 * asks never gets what was read before they asked. Inside a transaction every look-up is a statement of its own,
 * since only that transaction sees what it wrote.
 */
export function together<V>(
  ask: (ctx: Context, keys: readonly string[]) => Promise<ReadonlyMap<string, V>>,
): (ctx: Context, key: string) => Promise<V | null> {
  const queues = new WeakMap<Context['db'], { next: Round<V>; underWay: boolean }>()

  function take(next: Round<V>): Round<V> {
    const round: Round<V> = new Map([...next].slice(0, keysMax))
    for (const key of round.keys()) next.delete(key)
    return round
  }

  async function askRounds(ctx: Context, queue: { next: Round<V>; underWay: boolean }): Promise<void> {
    queue.underWay = true
    while (queue.next.size > 0) {
      const round = take(queue.next)
      try {
        const found = await ask(ctx, [...round.keys()])
        for (const [key, all] of round) for (const { resolve } of all) resolve(found.get(key) ?? null)
      } catch (error) {
        for (const all of round.values()) for (const { reject } of all) reject(error)
      }
    }
    queue.underWay = false
  }

  return async (ctx, key) => {
    if (ctx.db.inTransaction()) return (await ask(ctx, [key])).get(key) ?? null
    const queue = queues.get(ctx.db) ?? { next: new Map(), underWay: false }
    queues.set(ctx.db, queue)
    return new Promise<V | null>((resolve, reject) => {
      const waiting = queue.next.get(key)
      if (waiting) waiting.push({ resolve, reject })
      else queue.next.set(key, [{ resolve, reject }])
      if (!queue.underWay) void askRounds(ctx, queue)
    })
  }
}
