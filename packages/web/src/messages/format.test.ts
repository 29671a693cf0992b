import { assert, integer, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  formatBytes,
  formatCountry,
  formatDate,
  formatDuration,
  formatHours,
  formatInstant,
  formatMoney,
  formatMonth,
  formatNumber,
  formatShare,
  formatSpan,
} from './format.ts'
import { languages } from './languages.ts'

const hour = 3_600_000

describe('figures on screen', () => {
  it('show accelerator hours from whole milliseconds, and little use never as none', () => {
    expect(formatHours('en', 212_400 * hour)).toBe('212,400\u00A0h')
    expect(formatHours('de', 212_400 * hour)).toBe('212.400\u00A0h')
    expect(formatHours('en', 12.5 * hour)).toBe('12.5\u00A0h')
    expect(formatHours('en', 0)).toBe('0\u00A0h')
    expect(formatHours('en', 1)).toBe('< 0.01\u00A0h')
    assert(property(integer({ min: 1, max: 2 ** 50 }), (ms) => !formatHours('en', ms).startsWith('0\u00A0')))
  })

  it('show money from the smallest unit, also where a currency has no cents', () => {
    expect(formatMoney('en', 123_450, 'EUR')).toBe('€1,234.50')
    expect(formatMoney('en', 5000, 'JPY')).toBe('JP¥5,000')
  })

  it('name the zone of every time and do not shift a calendar date', () => {
    expect(formatInstant('en', '2026-11-25T11:20:00Z')).toBe('Wed, 25 Nov 2026, 11:20 UTC')
    for (const language of languages)
      expect(formatInstant(language, '2026-11-25T00:20:00Z')).toMatch(/00:20.*UTC/)
    expect(formatDate('en', '2026-03-01')).toBe('1 Mar 2026')
    expect(formatDate('de', '2026-03-01')).toBe('1. März 2026')
    expect(formatMonth('en', '2026-11')).toBe('Nov 2026')
  })

  it('write the same digits in every language, so that they can be compared with the log', () => {
    for (const language of languages)
      expect(formatNumber(language, 1_234_567).replace(/\D/g, '')).toBe('1234567')
  })

  it('show spans in at most two units', () => {
    expect(formatDuration('en', 40 * hour)).toBe('1 day 16 hrs')
    expect(formatDuration('en', -48_000)).toBe('48 secs')
    expect(formatDuration('en', 90 * 60_000)).toBe('1 hr 30 mins')
  })

  it('show a span that was set as people say it', () => {
    expect(formatSpan('en', 60_000)).toBe('1 minute')
    expect(formatSpan('en', 36_500 * 24 * hour)).toBe('100 years')
    expect(formatSpan('de', 30 * 24 * hour)).toBe('30 Tage')
    expect(formatSpan('en', 90_000)).toBe('90 seconds')
    expect(formatSpan('en', 0)).toBe('0 seconds')
  })

  it('show shares, bytes and countries', () => {
    expect(formatShare('en', 7100)).toBe('71%')
    expect(formatShare('en', 1250)).toBe('12.5%')
    expect(formatBytes('en', 16_000_000)).toBe('16 MB')
    expect(formatBytes('en', 0)).toBe('0 byte')
    expect(formatCountry('de', 'KE')).toBe('Kenia')
    expect(formatCountry('en', 'not a code')).toBe('not a code')
  })
})
