import { locales } from './languages.ts'
import type { Language } from './languages.ts'

const hourMs = 3_600_000
const minuteMs = 60_000

/** Intl formatters are costly to make and safe to share; one per locale and options. */
const numberFormats = new Map<string, Intl.NumberFormat>()
const dateFormats = new Map<string, Intl.DateTimeFormat>()

function numberFormat(lang: Language, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = lang + JSON.stringify(options)
  const format = numberFormats.get(key) ?? new Intl.NumberFormat(locales[lang], options)
  numberFormats.set(key, format)
  return format
}

function dateFormat(lang: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = lang + JSON.stringify(options)
  const format =
    dateFormats.get(key) ?? new Intl.DateTimeFormat(locales[lang], { timeZone: 'UTC', ...options })
  dateFormats.set(key, format)
  return format
}

/** "1,184"; at most `digits` decimals (default 0). */
export function formatNumber(lang: Language, value: number, digits = 0): string {
  return numberFormat(lang, { maximumFractionDigits: digits }).format(value)
}

/** Four significant digits at most: "0.38", "989.5", and large or tiny ones as a power of ten, "5.88E21". */
export function formatFigure(lang: Language, value: number): string {
  const plain = value === 0 || (Math.abs(value) >= 1e-3 && Math.abs(value) < 1e6)
  const notation = plain ? 'standard' : 'scientific'
  return numberFormat(lang, { maximumSignificantDigits: plain ? 4 : 3, notation }).format(value)
}

/** "1.2M", for axes and other tight places. */
export function formatCompact(lang: Language, value: number): string {
  return numberFormat(lang, { notation: 'compact', maximumFractionDigits: 1 }).format(value)
}

/** A share in basis points (10,000 = the whole) as "71 %" or "12.5 %" in the manner of the language. */
export function formatShare(lang: Language, basisPoints: number): string {
  return numberFormat(lang, { style: 'percent', maximumFractionDigits: 2 }).format(basisPoints / 10_000)
}

/**
 * Accelerator time from whole milliseconds: "212,400 h". One decimal below 100 hours, two below 1, so that little
 * use never shows as none.
 */
export function formatHours(lang: Language, acceleratorMs: number): string {
  const hours = acceleratorMs / hourMs
  const digits = Math.abs(hours) >= 100 ? 0 : Math.abs(hours) >= 1 ? 1 : 2
  const shown = formatNumber(lang, hours, digits)
  const least = acceleratorMs !== 0 && Math.abs(hours) < 0.005
  const figure = least ? `< ${formatNumber(lang, 0.01, 2)}` : shown
  return lang === 'ar' ? `${figure}\u00A0ساعة` : `${figure}\u00A0h`
}

/** Money from an integer in the currency's smallest unit: 123450, "EUR" → "€1,234.50". */
export function formatMoney(lang: Language, minorUnits: number, currency: string): string {
  const format = numberFormat(lang, { style: 'currency', currency })
  return format.format(minorUnits / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2))
}

/** Bytes in decimal units: 16000000 → "16 MB". */
export function formatBytes(lang: Language, bytes: number): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const
  const step = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3))
  const options = {
    style: 'unit',
    unit: units[step] ?? 'byte',
    unitDisplay: 'short',
    maximumFractionDigits: 1,
  } as const
  return numberFormat(lang, options).format(bytes / 1000 ** step)
}

/** A figure with a unit that has no Intl name: "1,979 TOPS". The space does not break. */
export function formatUnit(lang: Language, value: number, unit: string, digits = 0): string {
  return `${formatNumber(lang, value, digits)}\u00A0${unit}`
}

/** A calendar date ("2026-11-23") or the UTC day of an instant: "23 Nov 2026". */
export function formatDate(lang: Language, dateOrInstant: string): string {
  return dateFormat(lang, { day: 'numeric', month: 'short', year: 'numeric' }).format(new Date(dateOrInstant))
}

/** An instant to the minute, its zone named: "Wed, 25 Nov 2026, 11:20 UTC". */
export function formatInstant(lang: Language, instant: string): string {
  return dateFormat(lang, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
    timeZoneName: 'short',
  }).format(new Date(instant))
}

/** A month such as "2026-11" as "Nov 2026". */
export function formatMonth(lang: Language, month: string): string {
  return dateFormat(lang, { month: 'short', year: 'numeric' }).format(new Date(`${month}-01`))
}

/** A span in its two largest units: "1 day 16 hrs", "48 secs". The sign is dropped; the words around it say which. */
export function formatDuration(lang: Language, spanMs: number): string {
  const span = Math.abs(spanMs)
  const days = Math.floor(span / (24 * hourMs))
  const hours = Math.floor(span / hourMs) % 24
  const minutes = Math.floor(span / minuteMs) % 60
  const seconds = Math.floor(span / 1000) % 60
  const unit = (value: number, name: string) =>
    numberFormat(lang, { style: 'unit', unit: name, unitDisplay: lang === 'ar' ? 'long' : 'short' }).format(
      value,
    )
  if (days > 0) return join(lang, [unit(days, 'day'), ...(hours > 0 ? [unit(hours, 'hour')] : [])])
  if (hours > 0) return join(lang, [unit(hours, 'hour'), ...(minutes > 0 ? [unit(minutes, 'minute')] : [])])
  return minutes > 0 ? unit(minutes, 'minute') : unit(seconds, 'second')
}

/** A span that was set, as it would be said: "36,500 days" as "100 years", "60,000 ms" as "1 minute". */
export function formatSpan(lang: Language, spanMs: number): string {
  const units = [
    ['year', 365 * 24 * hourMs],
    ['day', 24 * hourMs],
    ['hour', hourMs],
    ['minute', minuteMs],
    ['second', 1000],
  ] as const
  const [unit, size] = units.find(([, ms]) => spanMs >= ms && spanMs % ms === 0) ?? units[4]
  return numberFormat(lang, {
    style: 'unit',
    unit,
    unitDisplay: 'long',
    maximumFractionDigits: 3,
  }).format(spanMs / size)
}

function join(lang: Language, parts: readonly string[]): string {
  return new Intl.ListFormat(locales[lang], { type: 'unit', style: 'narrow' }).format(parts)
}

/** The name of a country by its ISO 3166-1 code; the text itself where it is no such code or has no name. */
export function formatCountry(lang: Language, code: string): string {
  if (!/^[A-Z]{2}$/.test(code)) return code
  return new Intl.DisplayNames(locales[lang], { type: 'region', fallback: 'code' }).of(code) ?? code
}
