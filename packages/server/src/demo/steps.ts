/** Shows the steps of the play on the terminal: a line per link of the chain, with what came of it. */
export type Steps = {
  /** Runs one link; its text so far is shown while it runs. */
  link<T>(name: string, what: string, work: (say: (text: string) => void) => Promise<T>): Promise<T>
}

export function createSteps(out: NodeJS.WritableStream & { isTTY?: boolean }, now: () => number): Steps {
  return {
    async link(name, what, work) {
      const started = now()
      const label = name.padEnd(7)
      let text = what
      const paint = () => out.isTTY && out.write(`\r\x1b[2K  … ${label} ${text.slice(0, 100)}`)
      const ticker = setInterval(paint, 250)
      paint()
      try {
        const result = await work((next) => {
          text = next
          paint()
        })
        const seconds = ((now() - started) / 1000).toFixed(1)
        out.write(`${out.isTTY ? '\r\x1b[2K' : ''}  ✓ ${label} ${text} (${seconds} s)\n`)
        return result
      } catch (error) {
        out.write(`${out.isTTY ? '\r\x1b[2K' : ''}  ✕ ${label} ${text}\n`)
        throw error
      } finally {
        clearInterval(ticker)
      }
    },
  }
}
