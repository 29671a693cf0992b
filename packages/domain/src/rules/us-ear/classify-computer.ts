import {
  type Accelerator,
  type CalendarDate,
  citationOn,
  type Dated,
  isNonEmpty,
  valueOn,
} from '@allmende/domain/terms'
import { isParagraphA } from './chips.ts'
import { type Classification, classReason } from './classification.ts'
import { classify } from './classify.ts'
import {
  computerParagraphs,
  controlledThroughput,
  type HostEntry,
  lowerComputers,
  lowerTier,
  zParagraphs,
} from './parameters.ts'

type Half = 'a' | 'b'
/** A paragraph, or the parent of those that it may be, with what decides between them. */
type Named = { readonly paragraph: string; readonly note: string; readonly cite: Dated<unknown> }

/** The .z paragraph of an entry as far as the facts go; null on days without such a paragraph. */
function zParagraphOf(host: HostEntry, half: Half, asOf: CalendarDate): Named | null {
  const division = valueOn(zParagraphs, asOf)?.[host]
  if (division === undefined) return null
  const parent = `${host}.z`
  const one = (paragraph: string, note = '') => ({ paragraph, note, cite: zParagraphs })
  if (division === 'undivided') return one(parent)
  if (division === 'halves') return one(`${parent}.${half === 'a' ? 1 : 2}`)
  const count = 'numbers' in division ? division.numbers : division.numbersWithHalves
  const ending = 'numbers' in division ? '' : `.${half}`
  const numbers = Array.from({ length: count }, (_, index) => `${parent}.${index + 1}${ending}`)
  return one(
    parent,
    `Which of ${numbers.join(', ')} depends on the paragraph of ${host} that it meets, and that is not stated.`,
  )
}

function paragraphOf(host: HostEntry | null, half: Half, asOf: CalendarDate): Named {
  const z = host === null ? null : zParagraphOf(host, half, asOf)
  return z ?? { paragraph: `4A090.${half}`, note: '', cite: computerParagraphs }
}

/** Whether a contained chip puts a computer in 4A994.l, which the text of 2022 said of those above a limit alone. */
function isLowerComputer(contained: readonly Accelerator[], asOf: CalendarDate): boolean {
  const { tops, ioGBps } = valueOn(lowerTier, asOf)
  const meets = valueOn(lowerComputers, asOf) === 'meets'
  const over = (value: number, limit: number) => (meets ? value >= limit : value > limit)
  return contained.some(
    (one) =>
      over(Math.max(...Object.values(one.denseTopsByBits)), tops) ||
      (one.ioGBps !== null && over(one.ioGBps, ioGBps)),
  )
}

type Contents = { readonly a: boolean; readonly b: boolean; readonly open: boolean }

/** Which halves of 3A090 the chips in it meet, as far as the text of the day counts them for this entry. */
function contentsOf(
  classes: readonly Classification[],
  host: HostEntry | null,
  asOf: CalendarDate,
): Contents {
  const text = valueOn(computerParagraphs, asOf)
  const limit = valueOn(controlledThroughput, asOf)
  const counts = (one: Classification) => text.a === 'meets' || (one.tpp !== null && one.tpp > limit)
  const controlled = classes.filter((one) => one.outcome === 'controlled')
  // Entries of categories 3 and 5 refer to 3A090 itself, so .b counted there before 4A090.b was filled.
  const refersTo3A090 = host !== null && !host.startsWith('4') && valueOn(zParagraphs, asOf) !== null
  return {
    a: controlled.some((one) => isParagraphA(one) && counts(one)),
    b: (text.b || refersTo3A090) && controlled.some((one) => !isParagraphA(one)),
    open: classes.length === 0 || classes.some((one) => one.outcome === 'needs-officer'),
  }
}

/**
 * The class of a computer, board or component by the accelerators in it: each is tested on its own, never their sum.
 * `tpp` is the highest of one accelerator. `host` is the entry that describes the item without them; its .z paragraph
 * is then given as precisely as the facts allow, and 4A090 where it has none on the day. In the text of October 2022
 * an accelerator must exceed the limit of 3A090.a; since 2023-11-17 meeting it is enough, and 4A090.b exists since
 * 2024-04-04. Memory of 3A090.c never counts. Below all this stands 4A994.l.
 *
 * @throws {NoValueYet} before 2022-10-21.
 */
export function classifyComputer(
  name: string,
  contained: readonly Accelerator[],
  asOf: CalendarDate,
  host: HostEntry | null = null,
): Classification {
  const classes = contained.map((accelerator) => classify(accelerator, asOf))
  const { a, b, open } = contentsOf(classes, host, asOf)
  const met = a ? paragraphOf(host, 'a', asOf) : b && !open ? paragraphOf(host, 'b', asOf) : null
  const lower = met === null && !open && isLowerComputer(contained, asOf)
  const outcome = met !== null ? 'controlled' : open ? 'needs-officer' : 'not-controlled'
  const tpps = classes.flatMap((one) => (one.tpp === null ? [] : [one.tpp]))
  const findings = {
    controlled:
      `${name} contains an accelerator that puts it in ${met?.paragraph}. ${met?.note ?? ''}`.trim(),
    'not-controlled': lower
      ? `${name} contains no accelerator that puts it in 4A090 or a .z paragraph; 4A994.l remains, controlled for anti-terrorism reasons only.`
      : `${name} contains no accelerator that puts it in 4A090 or a .z paragraph.`,
    'needs-officer': `Which accelerators ${name} contains, or what class they have, is open.`,
  }
  const cite = met?.cite ?? (lower ? lowerComputers : computerParagraphs)
  return {
    name,
    tpp: isNonEmpty(tpps) ? Math.max(...tpps) : null,
    pd: null,
    paragraphs: met !== null ? [met.paragraph] : lower ? ['4A994.l'] : [],
    outcome,
    reasons: [
      classReason(
        'us-ear.4a090',
        outcome === 'needs-officer' ? 'needs-officer' : 'no-requirement-found',
        findings[outcome],
        classes.map((one) => `${one.name}: ${one.paragraphs.join(' and ') || one.outcome}`),
        citationOn(cite, asOf),
      ),
      ...classes.flatMap((one) => one.reasons),
    ],
    missing:
      outcome === 'needs-officer'
        ? [...new Set(classes.flatMap((one) => (one.outcome === 'needs-officer' ? one.missing : [])))]
        : [],
  }
}
