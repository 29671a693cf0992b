import { formatInstant } from '../messages/index.ts'
import type { Translator } from '../messages/index.ts'
import { Sign } from './tag.tsx'

export type ProofProps = {
  readonly t: Translator
  /** Entries of the log that stand behind this page. */
  readonly entries: readonly { readonly index: number }[]
  /** Where the entries and their proofs can be read and checked; works without script. */
  readonly verifyHref: string
  readonly checkpoint?: { readonly size: number; readonly at: string } | null | undefined
}

/**
 * Entry numbers as ranges: [7, 3, 4, 5] → "3–5, 7". Digits are not grouped, so that they can be typed into the
 * verifier as they stand.
 */
export function rangesOf(indices: readonly number[]): string {
  const sorted = [...new Set(indices)].sort((a, b) => a - b)
  const ranges: { from: number; to: number }[] = []
  for (const index of sorted) {
    const last = ranges.at(-1)
    if (last && index === last.to + 1) last.to = index
    else ranges.push({ from: index, to: index })
  }
  return ranges.map(({ from, to }) => (from === to ? `${from}` : `${from}–${to}`)).join(', ')
}

/** Which entries of the log stand behind this page, and the way to verify them. */
export function Proof({ t, entries, verifyHref, checkpoint }: ProofProps) {
  const indices = [...new Set(entries.map((entry) => entry.index))]
  if (indices.length === 0) {
    return (
      <p class="proof">
        <Sign tone="wait" />
        <span>{t('proof.none')}</span>
      </p>
    )
  }
  return (
    <p class="proof">
      <Sign tone="ok" />
      <span>
        {t('proof.entries', { count: indices.length, ranges: rangesOf(indices) })}{' '}
        {checkpoint
          ? t('proof.checkpoint', { size: checkpoint.size, at: formatInstant(t.lang, checkpoint.at) })
          : null}{' '}
        <a href={verifyHref}>{t('proof.verify')}</a>
      </span>
    </p>
  )
}

export type ProofCheckProps = {
  readonly t: Translator
  /** One entry with its inclusion proof, as the API gives it. */
  readonly proof: {
    readonly index: number
    readonly size: number
    readonly entryB64: string
    readonly proof: readonly string[]
    readonly checkpoint: string
    readonly verifierKey: string
  }
}

/** A button that checks one entry in the reader's own browser (`browser/verify-proof.ts`, which shows the button). */
export function ProofCheck({ t, proof }: ProofCheckProps) {
  const { index, size, entryB64, proof: path, checkpoint, verifierKey } = proof
  return (
    <div
      class="check"
      data-proof={JSON.stringify({ index, size, entryB64, proof: path, checkpoint, verifierKey })}
      data-ok={t('proof.ok')}
      data-bad={t('proof.bad')}
      data-nosig={t('proof.nosig')}
    >
      <button type="button" class="btn quiet small" hidden>
        {t('proof.verifyHere')}
      </button>
      <output></output>
    </div>
  )
}
