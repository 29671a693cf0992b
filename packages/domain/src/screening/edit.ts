/**
 * Distances between words. Costs are in letters: 1 for another letter, less for letters that transliterations mix up.
 */
const codes = 128
/** One letter, in whole units: costs are multiples of a two-hundredth, and whole numbers are quick to compare. */
const one = 200
const substitution = new Int32Array(codes * codes).fill(one)
const gap = new Int32Array(codes).fill(one)

function near(letters: string, cost: number): void {
  for (const a of letters)
    for (const b of letters)
      if (a !== b) substitution[a.charCodeAt(0) * codes + b.charCodeAt(0)] = Math.round(cost * one)
}
near('mn', 0.6)
near('lr', 0.75)
near('bpvf', 0.55)
near('pbf', 0.45)
near('gJ', 0.4)
near('ksc', 0.7)
near('kgXhC', 0.45)
near('tTdD', 0.35)
near('DTzs', 0.4)
near('tcC', 0.4)
near('sSzcCJ', 0.35)
near('iJ', 0.3)
near('vu', 0.3)
near('aeiou', 0.4)
near('ei', 0.2)
near('ou', 0.2)
near('ae', 0.25)
for (let code = 0; code < codes; code += 1) substitution[code * codes + code] = 0
for (const letter of 'aeiou') gap[letter.charCodeAt(0)] = one / 2
for (const letter of 'hi') gap[letter.charCodeAt(0)] = 0.35 * one

/** A first letter that differs says more than a later one. */
const firstFactor = 1.3
const lengthMax = 64
const rows = [new Int32Array(lengthMax + 1), new Int32Array(lengthMax + 1)]

function gapOf(code: number, isFirst: boolean): number {
  const cost = code < codes ? (gap[code] as number) : one
  return isFirst ? Math.round(cost * firstFactor) : cost
}

/**
 * Weighted distance of two sounds (Wagner and Fischer 1974 with costs by letter), at most `most`: where it would be
 * more, the answer is above `most` and not exact.
 */
export function soundDistance(a: string, b: string, most: number): number {
  let n = Math.min(a.length, lengthMax)
  let m = Math.min(b.length, lengthMax)
  let start = 0
  // What both begin or end with changes nothing.
  while (n > start && m > start && a.charCodeAt(n - 1) === b.charCodeAt(m - 1)) {
    n -= 1
    m -= 1
  }
  while (start < n && start < m && a.charCodeAt(start) === b.charCodeAt(start)) start += 1
  let before = rows[0] as Int32Array
  let now = rows[1] as Int32Array
  const mostUnits = most * one + 0.5
  before[start] = 0
  for (let j = start + 1; j <= m; j += 1)
    before[j] = (before[j - 1] as number) + gapOf(b.charCodeAt(j - 1), j === 1 && start === 0)
  for (let i = start + 1; i <= n; i += 1) {
    const code = a.charCodeAt(i - 1)
    const ownGap = gapOf(code, i === 1)
    const costs = code < codes ? code * codes : -1
    let least = (now[start] = (before[start] as number) + ownGap)
    for (let j = start + 1; j <= m; j += 1) {
      const other = b.charCodeAt(j - 1)
      const plain = costs < 0 || other >= codes ? one : (substitution[costs + other] as number)
      let value = (before[j - 1] as number) + (i === 1 && j === 1 ? Math.round(plain * firstFactor) : plain)
      const dropped = (before[j] as number) + ownGap
      if (dropped < value) value = dropped
      const added = (now[j - 1] as number) + gapOf(other, false)
      if (added < value) value = added
      now[j] = value
      if (value < least) least = value
    }
    if (least > mostUnits) return most + 1
    const done = before
    before = now
    now = done
  }
  return (before[m] as number) / one
}

const three = [new Int32Array(lengthMax + 1), new Int32Array(lengthMax + 1), new Int32Array(lengthMax + 1)]

/** Whether what differs, between a common start and a common end, is one letter changed or two swapped. */
function oneApart(a: string, b: string, start: number, n: number, m: number): boolean {
  if (n !== m) return false
  if (n - start === 1) return true
  return (
    n - start === 2 &&
    a.charCodeAt(start) === b.charCodeAt(start + 1) &&
    a.charCodeAt(start + 1) === b.charCodeAt(start)
  )
}

/** Whether two words differ by two neighbouring letters that changed places, and by nothing else. */
export function lettersSwapped(a: string, b: string): boolean {
  if (a.length !== b.length) return false
  let start = 0
  while (start < a.length && a.charCodeAt(start) === b.charCodeAt(start)) start += 1
  return (
    a.charCodeAt(start) === b.charCodeAt(start + 1) &&
    a.charCodeAt(start + 1) === b.charCodeAt(start) &&
    a.endsWith(b.slice(start + 2))
  )
}

/** Letters to add, drop, change or swap with their neighbour (optimal string alignment); above `most` it is not exact. */
export function letterDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let n = Math.min(a.length, lengthMax)
  let m = Math.min(b.length, lengthMax)
  let start = 0
  while (n > start && m > start && a.charCodeAt(n - 1) === b.charCodeAt(m - 1)) {
    n -= 1
    m -= 1
  }
  while (start < n && start < m && a.charCodeAt(start) === b.charCodeAt(start)) start += 1
  if (n === start || m === start) return n - start + (m - start)
  if (most <= 1) return oneApart(a, b, start, n, m) ? 1 : 2
  let last = three[0] as Int32Array
  let before = three[1] as Int32Array
  let now = three[2] as Int32Array
  for (let j = start; j <= m; j += 1) before[j] = j - start
  for (let i = start + 1; i <= n; i += 1) {
    now[start] = i - start
    let least = i - start
    for (let j = start + 1; j <= m; j += 1) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1)
      let value = Math.min(
        (before[j - 1] as number) + (same ? 0 : 1),
        (before[j] as number) + 1,
        (now[j - 1] as number) + 1,
      )
      if (
        i > start + 1 &&
        j > start + 1 &&
        a.charCodeAt(i - 1) === b.charCodeAt(j - 2) &&
        a.charCodeAt(i - 2) === b.charCodeAt(j - 1)
      )
        value = Math.min(value, (last[j - 2] as number) + 1)
      now[j] = value
      if (value < least) least = value
    }
    if (least > most) return most + 1
    const done = last
    last = before
    before = now
    now = done
  }
  return before[m] as number
}
