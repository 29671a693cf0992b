/**
 * Nodes in the order in which a depth-first walk is done with them. Read from its end, a node comes before all that it
 * leads to, unless they lead back to it. Without recursion, so that a chain may be of any length.
 */
export function finishOrder(
  starts: Iterable<number>,
  count: number,
  next: (node: number) => readonly number[],
): number[] {
  const done: number[] = []
  const seen = new Uint8Array(count)
  for (const start of starts) {
    if (seen[start]) continue
    seen[start] = 1
    const open = [{ node: start, ways: next(start), at: 0 }]
    for (let top = open.at(-1); top; top = open.at(-1)) {
      const way = top.ways[top.at]
      top.at += 1
      if (way === undefined) {
        done.push(top.node)
        open.pop()
      } else if (!seen[way]) {
        seen[way] = 1
        open.push({ node: way, ways: next(way), at: 0 })
      }
    }
  }
  return done
}
