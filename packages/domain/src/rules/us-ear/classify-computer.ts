import { type Accelerator, type CalendarDate, isNonEmpty } from '@allmende/domain/terms'
import { citationOn, valueOn } from '../dated.ts'
import { isParagraphA } from './chips.ts'
import { type Classification, classReason } from './classification.ts'
import { classify } from './classify.ts'
import { computerParagraphs, controlledThroughput } from './parameters.ts'

/**
 * The class under ECCN 4A090 of a computer, board or component, by the accelerators in it: each is tested on its
 * own, never their sum. `tpp` is the highest of one accelerator. In the text of October 2022 an accelerator must
 * exceed the limit of 3A090.a; since 2023-11-17 meeting it is enough, and 4A090.b exists since 2024-04-04.
 *
 * @throws {NoValueYet} before 2022-10-21.
 */
export function classifyComputer(
  name: string,
  contained: readonly Accelerator[],
  asOf: CalendarDate,
): Classification {
  const classes = contained.map((accelerator) => classify(accelerator, asOf))
  const text = valueOn(computerParagraphs, asOf)
  const limit = valueOn(controlledThroughput, asOf)
  const counts = (one: Classification) => text.a === 'meets' || (one.tpp !== null && one.tpp > limit)
  const controlled = classes.filter((one) => one.outcome === 'controlled')
  const a = controlled.filter((one) => isParagraphA(one) && counts(one))
  const b = text.b ? controlled.filter((one) => !isParagraphA(one)) : []
  const open = classes.filter((one) => one.outcome === 'needs-officer')
  const paragraphs = a.length > 0 ? ['4A090.a'] : open.length === 0 && b.length > 0 ? ['4A090.b'] : []
  const undecided = paragraphs.length === 0 && (open.length > 0 || contained.length === 0)
  const outcome = undecided ? 'needs-officer' : paragraphs.length > 0 ? 'controlled' : 'not-controlled'
  const tpps = classes.flatMap((one) => (one.tpp === null ? [] : [one.tpp]))
  const arithmetic = classes.map((one) => `${one.name}: ${one.paragraphs.join(' and ') || one.outcome}`)
  const findings = {
    controlled: `${name} contains an accelerator that puts it in ${paragraphs.join(' and ')}.`,
    'not-controlled': `${name} contains no accelerator that puts it in 4A090.`,
    'needs-officer': `Which accelerators ${name} contains, or what class they have, is open.`,
  }
  const reasonOutcome = undecided ? 'needs-officer' : 'no-requirement-found'
  return {
    name,
    tpp: isNonEmpty(tpps) ? Math.max(...tpps) : null,
    pd: null,
    paragraphs,
    outcome,
    reasons: [
      classReason(
        'us-ear.4a090',
        reasonOutcome,
        findings[outcome],
        arithmetic,
        citationOn(computerParagraphs, asOf),
      ),
      ...classes.flatMap((one) => one.reasons),
    ],
    missing: undecided ? [...new Set(open.flatMap((one) => one.missing))] : [],
  }
}
