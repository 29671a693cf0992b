/** Throws where the program itself is wrong; never for bad input, which is refused with a typed answer. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`Invariant broken: ${message}`)
}

/** The end of an exhaustive switch; the compiler refuses the call while a case is missing. */
export function unreachable(value: never): never {
  throw new Error(`Invariant broken: unexpected ${JSON.stringify(value)}`)
}
