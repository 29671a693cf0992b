import { jaroWinkler } from './similarity.ts'
import type { Token } from './normalise.ts'

/** Two words count as the same name part from here on. */
const alike = 0.86
const thinWeight = 0.2
/** How much the words of one side that met nothing take away: much for the shorter name, less for the longer. */
const missedShort = 1
const missedLong = 0.55

export type NameMatch = {
  readonly score: number
  readonly pairs: readonly (readonly [string, string, number])[]
}

const weightOf = (token: Token) => (token.thin ? thinWeight : Math.min(1.6, 0.7 + token.text.length * 0.08))

/** Whether a single letter stands for a word that begins with it. */
function isInitial(a: string, b: string): boolean {
  return (a.length === 1 && b.startsWith(a)) || (b.length === 1 && a.startsWith(b))
}

function alikeness(a: Token, b: Token): number {
  if (a.text === b.text) return 1
  if (isInitial(a.text, b.text)) return 0.88
  const value = jaroWinkler(a.text, b.text)
  // Short words are alike by chance.
  return Math.min(a.text.length, b.text.length) <= 3 ? value * 0.9 : value
}

/** Words of two names paired greedily, the most alike first; in any order. */
function pairUp(query: readonly Token[], entry: readonly Token[]) {
  const candidates = query
    .flatMap((a, i) => entry.map((b, j) => ({ i, j, value: alikeness(a, b) })))
    .filter((c) => c.value >= alike)
  candidates.sort((x, y) => y.value - x.value || x.i - y.i || x.j - y.j)
  const [usedQuery, usedEntry] = [new Set<number>(), new Set<number>()]
  return candidates.filter(({ i, j }) => {
    if (usedQuery.has(i) || usedEntry.has(j)) return false
    usedQuery.add(i)
    usedEntry.add(j)
    return true
  })
}

/**
 * How alike two names are, 0 to 1, word by word in any order. Longer words say more; legal forms and titles say
 * little, and nothing by themselves.
 */
export function compareNames(query: readonly Token[], entry: readonly Token[]): NameMatch {
  const pairs = pairUp(query, entry)
  const strong = pairs.filter(({ i, j }) => !query[i]?.thin && !entry[j]?.thin)
  if (strong.length === 0) return { score: 0, pairs: [] }
  const total = (tokens: readonly Token[]) => tokens.reduce((sum, token) => sum + weightOf(token), 0)
  const met = pairs.reduce((sum, { i, j, value }) => {
    const [a, b] = [query[i], entry[j]]
    return a && b ? sum + Math.min(weightOf(a), weightOf(b)) * (value - (1 - value)) : sum
  }, 0)
  const [short, long] = [Math.min(total(query), total(entry)), Math.max(total(query), total(entry))]
  const covered = met / (missedShort * short + missedLong * (long - short))
  return {
    score: Math.max(0, Math.min(1, covered)),
    pairs: pairs.map(({ i, j, value }) => [query[i]?.text ?? '', entry[j]?.text ?? '', value] as const),
  }
}
