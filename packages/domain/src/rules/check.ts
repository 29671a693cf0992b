import { type CalendarDate, type CountryCode, isCountryCode, parseCalendarDate } from '@allmende/domain/terms'

/** What is wrong with one field of untrusted input. */
export type Problem = { readonly field: string; readonly value: unknown; readonly expected: string }

export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** A place in untrusted input; refusals gather in `problems`, and every reader returns a harmless value after one. */
export type Field = { readonly path: string; readonly value: unknown; readonly problems: Problem[] }

export function refuse(field: Field, expected: string): null {
  field.problems.push({ field: field.path, value: field.value, expected })
  return null
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The member of an object; a field that is no object is refused once by `object`. */
export function member(field: Field, name: string): Field {
  const value = isRecord(field.value) ? field.value[name] : undefined
  return { path: field.path === '' ? name : `${field.path}.${name}`, value, problems: field.problems }
}

/** Refuses what is no object, or has names outside the list. Returns whether members can be read. */
export function object(field: Field, names: readonly string[] | null): boolean {
  if (!isRecord(field.value)) {
    refuse(field, names === null ? 'an object' : `an object with ${names.join(', ')}`)
    return false
  }
  for (const name of Object.keys(field.value)) {
    if (names !== null && !names.includes(name))
      refuse(member(field, name), `one of the fields ${names.join(', ')}`)
  }
  return true
}

export function list<T>(field: Field, read: (item: Field) => T | null): readonly T[] {
  if (!Array.isArray(field.value)) {
    refuse(field, 'a list')
    return []
  }
  return field.value.flatMap((value: unknown, index) => {
    const item = read({ path: `${field.path}.${index}`, value, problems: field.problems })
    return item === null ? [] : [item]
  })
}

export function text(field: Field): string {
  if (typeof field.value === 'string' && field.value.trim() !== '') return field.value
  refuse(field, 'a text that is not empty')
  return ''
}

/** Null, or a finite number above zero (or from zero). */
export function figure(field: Field, unit: string, from: 'above-zero' | 'from-zero'): number | null {
  const { value } = field
  if (value === null || value === undefined) return null
  const ok =
    typeof value === 'number' && Number.isFinite(value) && (from === 'from-zero' ? value >= 0 : value > 0)
  return ok
    ? value
    : refuse(
        field,
        `a finite number ${from === 'from-zero' ? 'of 0 or more' : 'above 0'} (${unit}), or null if not known`,
      )
}

export function truth(field: Field): boolean | null {
  const { value } = field
  if (value === null || value === undefined) return null
  return typeof value === 'boolean' ? value : refuse(field, 'true, false, or null if not known')
}

const codeExpected = 'an ISO 3166-1 alpha-2 country code in upper case such as KE'

export function country(field: Field): CountryCode | null {
  const { value } = field
  if (value === null || value === undefined) return null
  return typeof value === 'string' && isCountryCode(value)
    ? value
    : refuse(field, `${codeExpected}, or null if not known`)
}

/** A country code that must be there: inside a list, null has no meaning. */
export function listedCountry(field: Field): CountryCode | null {
  return typeof field.value === 'string' && isCountryCode(field.value)
    ? field.value
    : refuse(field, codeExpected)
}

export function date(field: Field): CalendarDate | null {
  const parsed = typeof field.value === 'string' ? parseCalendarDate(field.value) : null
  return parsed ?? refuse(field, 'a calendar date such as 2026-11-23')
}

export function oneOf<T extends string>(field: Field, values: readonly T[]): T | null {
  const found = values.find((value) => value === field.value)
  return found ?? refuse(field, `one of ${values.join(', ')}`)
}
