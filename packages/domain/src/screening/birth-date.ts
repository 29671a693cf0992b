/** A birth date as far as it is known; a range where a list gives one. */
export type BirthDate = {
  readonly from: number
  readonly to: number
  readonly month: number | null
  readonly day: number | null
  /** Said to be about this time. */
  readonly circa: boolean
}

const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const isLeap = (year: number) => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
const daysIn = (year: number, month: number) =>
  (monthDays[month - 1] ?? 0) + (month === 2 && isLeap(year) ? 1 : 0)

/**
 * Reads "1965", "1965-03", "1965-03-21", "circa 1965", "~1965" and "1960 to 1965" or "1960/1965"; null for anything
 * else, a day that no calendar has among them.
 */
export function readBirthDate(text: string): BirthDate | null {
  const plain = text.trim().toLowerCase()
  const circa = /^(?:~|circa\b|c\.|approximately\b|about\b)/.test(plain)
  const bare = plain.replace(/^(?:~|circa|c\.|approximately|about)\s*/, '')
  const range = /^(\d{4})\s*(?:\/|to|-|–)\s*(\d{4})$/.exec(bare)
  if (range) {
    const [from, to] = [Number(range[1]), Number(range[2])]
    return from <= to ? { from, to, month: null, day: null, circa: true } : null
  }
  const date = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(bare)
  if (!date) return null
  const [year, month, day] = [
    Number(date[1]),
    date[2] ? Number(date[2]) : null,
    date[3] ? Number(date[3]) : null,
  ]
  if (month !== null && (month < 1 || month > 12)) return null
  if (day !== null && (day < 1 || day > daysIn(year, month ?? 1))) return null
  return { from: year, to: year, month, day, circa }
}

export type BirthAgreement = 'same' | 'partial' | 'near' | 'other'

function differing(a: string, b: string): number {
  let count = 0
  for (let at = 0; at < a.length; at += 1) if (a[at] !== b[at]) count += 1
  return count
}

const fullText = (date: BirthDate) =>
  date.day === null || date.month === null
    ? null
    : `${date.from}${String(date.month).padStart(2, '0')}${String(date.day).padStart(2, '0')}`

/** Full dates one digit apart, with day and month swapped, or with one part other. */
function compareFull(a: BirthDate, b: BirthDate, textA: string, textB: string): BirthAgreement {
  if (textA === textB) return 'same'
  const swapped = a.from === b.from && a.day === b.month && a.month === b.day
  if (swapped || a.from === b.from || differing(textA, textB) === 1) return 'partial'
  return Math.abs(a.from - b.from) <= 1 ? 'near' : 'other'
}

/** Years within this are near where a date is known by its year alone: lists often guess. */
const nearYears = 5

/** How two dates agree. A year alone is "partial" at best against a full date: it fits, but says less. */
export function compareBirthDates(a: BirthDate, b: BirthDate): BirthAgreement {
  const [fullA, fullB] = [fullText(a), fullText(b)]
  if (fullA !== null && fullB !== null) return compareFull(a, b, fullA, fullB)
  const apart = Math.max(0, Math.max(a.from, b.from) - Math.min(a.to, b.to))
  if (apart === 0) {
    const months = a.month !== null && b.month !== null
    return months && a.month !== b.month ? 'partial' : fullA === null && fullB === null ? 'same' : 'partial'
  }
  return apart <= nearYears ? 'near' : 'other'
}
