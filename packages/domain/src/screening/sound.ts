/**
 * How a Latin word sounds, whatever the transliteration that wrote it: one letter per sound, doubled letters once.
 * Capitals stand for pairs: C tch, S sh, J zh and dj, X kh, T th, D dh.
 */
const pairs: readonly (readonly [string, string])[] = [
  ['schtsch', 'S'],
  ['shtsh', 'S'],
  ['szcz', 'S'],
  ['shch', 'S'],
  ['tsj', 'C'],
  ['tsch', 'C'],
  ['sch', 'S'],
  ['tch', 'C'],
  ['dzh', 'J'],
  ['dsh', 'J'],
  ['tsh', 'C'],
  ['ch', 'C'],
  ['cz', 'C'],
  ['sh', 'S'],
  ['sz', 'S'],
  ['sj', 'S'],
  ['zj', 'J'],
  ['zh', 'J'],
  ['dj', 'J'],
  ['kh', 'X'],
  ['gh', 'g'],
  ['th', 'T'],
  ['dh', 'D'],
  ['ph', 'f'],
  ['ts', 'c'],
  ['tz', 'c'],
  ['ck', 'k'],
  ['qu', 'k'],
  ['ou', 'u'],
  ['oo', 'u'],
  ['ee', 'i'],
  ['iy', 'i'],
  ['yi', 'i'],
  ['ij', 'i'],
  ['ie', 'e'],
  ['ye', 'e'],
  ['ya', 'ia'],
  ['ja', 'Ja'],
  ['yu', 'iu'],
  ['yo', 'io'],
  ['ey', 'ei'],
  ['ay', 'ai'],
  ['oy', 'oi'],
  ['yy', 'i'],
]
const codes = 128
/** The pairs that begin with a letter, by its code. */
const byFirst: readonly (typeof pairs)[] = Array.from({ length: codes }, (_, code) =>
  pairs.filter(([from]) => from.charCodeAt(0) === code),
)
const single: Readonly<Record<string, string>> = { w: 'v', q: 'k', y: 'i', x: 'ks' }

const vowels = 'aeiou'

function letterAt(word: string, at: number): string {
  const letter = word[at] ?? ''
  const next = word[at + 1] ?? ''
  if (letter === 'c') return next === 'e' || next === 'i' || next === 'y' ? 'c' : 'k'
  // Slavic j: as in Ljubov and Sergej; elsewhere as in Jamal.
  if (letter === 'j')
    return at > 0 && (next === '' || !vowels.includes(next) || !vowels.includes(word[at - 1] ?? ''))
      ? 'i'
      : 'J'
  return single[letter] ?? letter
}

function pairAt(word: string, at: number): readonly [string, string] | null {
  const known = byFirst[word.charCodeAt(at)]
  if (known === undefined) return null
  const next = word.charCodeAt(at + 1)
  for (const pair of known)
    if (pair[0].charCodeAt(1) === next && (pair[0].length === 2 || word.startsWith(pair[0], at))) return pair
  return null
}

export function soundOf(word: string): string {
  let out = ''
  let last = ''
  for (let at = 0; at < word.length;) {
    const pair = pairAt(word, at)
    const sound = pair ? pair[1] : letterAt(word, at)
    at += pair ? pair[0].length : 1
    for (const letter of sound) if (letter !== last) out += last = letter
  }
  return out
}

const classes: Readonly<Record<string, string>> = {
  t: 't',
  T: 't',
  d: 't',
  D: 't',
  s: 's',
  S: 's',
  z: 's',
  c: 's',
  C: 's',
  J: 's',
  k: 'k',
  g: 'k',
  X: 'k',
  b: 'b',
  p: 'b',
  v: 'f',
  f: 'f',
  m: 'm',
  n: 'n',
  l: 'l',
  r: 'r',
}

/** The consonants of a sound by the place they are spoken at: near spellings share it, and so do scripts without vowels. */
export function skeletonOf(sound: string): string {
  let out = ''
  let last = ''
  for (const letter of sound) {
    const one = classes[letter] ?? (letter >= '0' && letter <= '9' ? letter : '')
    if (one !== '' && one !== last) out += last = one
  }
  return out
}
