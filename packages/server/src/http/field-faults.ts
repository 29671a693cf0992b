import type { FieldFault } from '@allmende/wire'
import { unreachable } from '@allmende/domain/terms'
import type { z } from 'zod'

type Issue = z.core.$ZodIssue

/** What is wrong with one field: a code for programs and translations, and a sentence in English. */
function faultOf(issue: Issue): Omit<FieldFault, 'field'> {
  switch (issue.code) {
    case 'invalid_type':
      return ['number', 'int'].includes(issue.expected)
        ? { fault: 'number', message: 'This must be a number.' }
        : { fault: 'missing', message: 'This is missing.' }
    case 'too_small':
      if (issue.origin === 'string' || issue.origin === 'array')
        return { fault: 'missing', message: 'This is missing.' }
      return {
        fault: 'small',
        limit: Number(issue.minimum),
        message: `This must be ${Number(issue.minimum)} or more.`,
      }
    case 'too_big':
      return issue.origin === 'string' || issue.origin === 'array'
        ? {
            fault: 'long',
            limit: Number(issue.maximum),
            message: `This is too long: at most ${Number(issue.maximum)}.`,
          }
        : {
            fault: 'large',
            limit: Number(issue.maximum),
            message: `This must be ${Number(issue.maximum)} or less.`,
          }
    case 'invalid_value':
      return { fault: 'choice', message: `This must be one of: ${issue.values.join(', ')}.` }
    case 'invalid_format':
      if (issue.format === 'date' || issue.format === 'datetime')
        return { fault: 'date', message: 'This must be a date, such as 2026-11-24.' }
      if (issue.format === 'email') return { fault: 'email', message: 'This must be an e-mail address.' }
      if (issue.format === 'uuid') return { fault: 'form', message: 'This must be an id, as lists show it.' }
      return { fault: 'form', message: `Expected: ${issue.message}.` }
    case 'custom':
      return issue.params?.fault === 'country'
        ? { fault: 'country', message: issue.message }
        : { fault: 'form', message: issue.message }
    case 'invalid_element':
    case 'invalid_key':
    case 'invalid_union':
    case 'not_multiple_of':
    case 'unrecognized_keys':
      return { fault: 'form', message: issue.message }
    default:
      return unreachable(issue)
  }
}

/** Every field that a request got wrong. `whole` names the request where no field of it can be named. */
export function fieldFaults(issues: readonly Issue[], whole: string): FieldFault[] {
  return issues.map((issue) => ({ field: issue.path.join('.') || whole, ...faultOf(issue) }))
}
