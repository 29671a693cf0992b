/** Jaro-Winkler similarity of two words, 0 to 1 (Winkler 1990; prefix weight 0.1, four letters at most). */
export function jaroWinkler(a: string, b: string): number {
  if (a === b) return 1
  const jaro = jaroOf(a, b)
  let prefix = 0
  while (prefix < 4 && a[prefix] !== undefined && a[prefix] === b[prefix]) prefix += 1
  return jaro + prefix * 0.1 * (1 - jaro)
}

function jaroOf(a: string, b: string): number {
  if (a.length === 0 || b.length === 0) return 0
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1)
  const taken = new Array<boolean>(b.length).fill(false)
  const matchedA: string[] = []
  for (let i = 0; i < a.length; i += 1) {
    const until = Math.min(b.length - 1, i + reach)
    for (let j = Math.max(0, i - reach); j <= until; j += 1) {
      if (taken[j] || a[i] !== b[j]) continue
      taken[j] = true
      matchedA.push(a[i] ?? '')
      break
    }
  }
  if (matchedA.length === 0) return 0
  const matchedB = [...b].filter((_, j) => taken[j])
  const swapped = matchedA.filter((letter, at) => letter !== matchedB[at]).length / 2
  const m = matchedA.length
  return (m / a.length + m / b.length + (m - swapped) / m) / 3
}

/** The three-letter parts of a word with its edges marked: they find spellings that differ in a letter or two. */
export function trigramsOf(word: string): string[] {
  const edged = `^${word}$`
  return Array.from({ length: Math.max(1, edged.length - 2) }, (_, at) => edged.slice(at, at + 3))
}
