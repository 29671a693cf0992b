/** Wakes whoever waits for a topic in this process. A hint only: everything is also found by looking. */
export type Topics = {
  nudge(topic: string): void
  waitFor(topic: string, ms: number, signal?: AbortSignal): Promise<boolean>
  /** How many topics somebody waits for. */
  count(): number
}

/** Topics of one process; when it is told to stop, everybody who waits is woken. */
export function createTopics(stopping?: AbortSignal): Topics {
  const waiting = new Map<string, Set<() => void>>()
  stopping?.addEventListener('abort', () => {
    for (const listeners of waiting.values()) for (const wake of listeners) wake()
  })
  return {
    count: () => waiting.size,
    nudge(topic) {
      const listeners = waiting.get(topic)
      waiting.delete(topic)
      for (const wake of listeners ?? []) wake()
    },
    waitFor(topic, ms, signal) {
      return new Promise((resolve) => {
        const listeners = waiting.get(topic) ?? new Set()
        waiting.set(topic, listeners)
        const end = (woken: boolean) => {
          clearTimeout(timer)
          listeners.delete(wake)
          // A topic nobody waits for is forgotten: there is one for every job there ever was.
          if (listeners.size === 0 && waiting.get(topic) === listeners) waiting.delete(topic)
          signal?.removeEventListener('abort', give)
          resolve(woken)
        }
        const wake = () => end(true)
        const give = () => end(false)
        const timer = setTimeout(give, ms)
        listeners.add(wake)
        signal?.addEventListener('abort', give, { once: true })
        if (signal?.aborted || stopping?.aborted) give()
      })
    },
  }
}
