import { type Books, enter, openBooks, type Totals, totalsOf } from './books.ts'
import { parseEntry } from './entry.ts'
import { leafHash, rootOf, tilesAbove } from './merkle.ts'
import { type Checkpoint, type NoteKey, openCheckpoint, parseKey } from './note.ts'
import { directorySource, httpSource, LogUnreadable, type LogSource } from './source.ts'
import { readTile, splitBundle, tilePath, tileWidth, widthOf } from './tiles.ts'
import { differences, parseTotals } from './totals.ts'

export type CheckName =
  | 'key'
  | 'checkpoint'
  | 'entries'
  | 'root'
  | 'tiles'
  | 'form'
  | 'order'
  | 'pinned'
  | 'usage'
  | 'counted-once'
  | 'totals'

/** One thing checked; `detail` is a sentence with the figures, or the first problems found. */
export type Check = { readonly name: CheckName; readonly ok: boolean; readonly detail: string }

export type VerifyReport = {
  /** Whether every check held. */
  readonly ok: boolean
  readonly checks: readonly Check[]
  /** Of the signed checkpoint; null where none could be read. */
  readonly origin: string | null
  readonly size: number | null
  /** 64 hex digits, as signed. */
  readonly root: string | null
  /** The signed note itself: keep it, and pin it at the next verification. */
  readonly checkpoint: string | null
  /** What the entries add up to, as of the size the totals are published for. */
  readonly totals: Totals | null
}

export type VerifyOptions = {
  readonly onProgress?: (progress: { readonly entries: number; readonly size: number }) => void
  /** The log's verifier key, "name+id+base64", as known from elsewhere. Without it the log vouches for itself. */
  readonly trustedKey?: string
  /** A checkpoint kept from before, as a signed note: the log must still begin with what it signed. */
  readonly pinnedCheckpoint?: string
}

/** Checks the log of a running installation, such as "https://commons.example". Never throws for what the log does. */
export async function verifyLog(
  baseUrl: string,
  options: VerifyOptions & { readonly fetch?: typeof fetch } = {},
): Promise<VerifyReport> {
  return verify(httpSource(baseUrl, options.fetch ?? fetch), options)
}

/** Checks a copy made by `saveLog`, without any network. */
export async function verifyDirectory(directory: string, options: VerifyOptions = {}): Promise<VerifyReport> {
  return verify(directorySource(directory), options)
}

async function verify(source: LogSource, options: VerifyOptions): Promise<VerifyReport> {
  const { key, check: keyCheck } = await checkKey(source, options.trustedKey)
  const note = await readText(source, 'log/checkpoint')
  const { checkpoint, problem } =
    note.text === null ? { checkpoint: null, problem: note.problem } : openCheckpoint(note.text, key)
  const signed = judge('checkpoint', problem === null ? [] : [problem], `signed: ${describe(checkpoint)}`)
  if (!checkpoint) return report([keyCheck, signed], null, note.text, null)
  const published = await readText(source, `api/v1/report/totals?size=${checkpoint.size}`)
  const stated = published.text === null ? null : parseTotals(published.text)
  const walked = await walk(source, checkpoint.size, stated?.size ?? null, options.onProgress)
  const checks = [
    keyCheck,
    signed,
    judge('entries', walked.bundleProblems, `${walked.leaves.length} entries read`),
    checkRoot(walked, checkpoint),
    await checkTiles(source, walked.leaves),
    judge('form', walked.formProblems, 'every entry is canonical JSON with v, kind, at and data'),
    judge('order', walked.orderProblems, 'no entry is earlier than the one before it'),
    ...(options.pinnedCheckpoint === undefined
      ? []
      : [checkPinned(options.pinnedCheckpoint, key, checkpoint, walked)]),
    judge(
      'usage',
      walked.books.usageProblems,
      `${walked.books.counted.size} usage records, each signed by its site`,
    ),
    judge('counted-once', walked.books.doubleProblems, 'no placement is counted twice'),
    checkTotals(published.problem, stated, checkpoint.size, walked.totals),
  ]
  return report(checks, checkpoint, note.text, walked.totals)
}

function report(
  checks: readonly Check[],
  checkpoint: Checkpoint | null,
  note: string | null,
  totals: Totals | null,
): VerifyReport {
  return {
    ok: checks.every((check) => check.ok),
    checks,
    origin: checkpoint?.origin ?? null,
    size: checkpoint?.size ?? null,
    root: checkpoint?.root.toString('hex') ?? null,
    checkpoint: note,
    totals,
  }
}

const problemsShown = 3

function judge(name: CheckName, problems: readonly string[], good: string): Check {
  if (problems.length === 0) return { name, ok: true, detail: good }
  const more = problems.length - problemsShown
  const shown = problems.slice(0, problemsShown).join('; ')
  return { name, ok: false, detail: more > 0 ? `${shown}; and ${more} more` : shown }
}

function describe(checkpoint: Checkpoint | null): string {
  return checkpoint
    ? `${checkpoint.origin}, ${checkpoint.size} entries, root ${checkpoint.root.toString('hex')}`
    : ''
}

type Text =
  | { readonly text: string; readonly problem: null }
  | { readonly text: null; readonly problem: string }

async function readText(source: LogSource, path: string): Promise<Text> {
  const { data, problem } = await attempt(source.read(path), path)
  return data ? { text: Buffer.from(data).toString('utf8'), problem: null } : { text: null, problem }
}

type Attempt =
  | { readonly data: Uint8Array; readonly problem: null }
  | { readonly data: null; readonly problem: string }

async function attempt(reading: Promise<Uint8Array | null>, path: string): Promise<Attempt> {
  try {
    const data = await reading
    return data === null ? { data, problem: `${path} is missing` } : { data, problem: null }
  } catch (error) {
    if (error instanceof LogUnreadable) return { data: null, problem: error.message }
    throw error
  }
}

async function checkKey(
  source: LogSource,
  trusted: string | undefined,
): Promise<{ key: NoteKey | null; check: Check }> {
  const served = await readText(source, 'log/key')
  const servedKey = served.text === null ? null : parseKey(served.text)
  if (trusted === undefined) {
    const problem = served.problem ?? 'log/key is no Ed25519 verifier key'
    const detail = `${servedKey?.text ?? ''}, taken from the log itself: compare it with one you got elsewhere`
    return { key: servedKey, check: judge('key', servedKey ? [] : [problem], detail) }
  }
  const key = parseKey(trusted)
  if (!key) return { key, check: judge('key', ['the trusted key is no Ed25519 verifier key'], '') }
  const problems = servedKey?.text === key.text ? [] : ['the log serves another key than the trusted one']
  return { key, check: judge('key', problems, `${key.text}, as trusted`) }
}

type Walk = {
  readonly leaves: Buffer[]
  readonly books: Books
  readonly bundleProblems: string[]
  readonly formProblems: string[]
  readonly orderProblems: string[]
  /** As of the size asked for; null where the log ends before it. */
  totals: Totals | null
  lastAt: string
}

/** Reads every entry once, in order; stops at the first bundle that is not whole. */
async function walk(
  source: LogSource,
  size: number,
  totalsSize: number | null,
  onProgress: VerifyOptions['onProgress'],
): Promise<Walk> {
  const books = openBooks()
  const walked: Walk = {
    leaves: [],
    books,
    bundleProblems: [],
    formProblems: [],
    orderProblems: [],
    totals: null,
    lastAt: '',
  }
  if (totalsSize === 0) walked.totals = totalsOf(books)
  for (let index = 0; index * tileWidth < size; index += 1) {
    const width = widthOf(index, size)
    const path = tilePath('entries', index, width)
    const { data, problem } = await attempt(readTile(source, 'entries', index, width), path)
    const entries = data && splitBundle(data)
    if (entries?.length !== width) {
      const found = entries ? `holds ${entries.length} entries, not ${width}` : 'is cut inside an entry'
      walked.bundleProblems.push(problem ?? `${path} ${found}`)
      break
    }
    for (const bytes of entries) take(walked, bytes, totalsSize)
    onProgress?.({ entries: walked.leaves.length, size })
  }
  return walked
}

function take(walked: Walk, bytes: Buffer, totalsSize: number | null): void {
  const index = walked.leaves.length
  walked.leaves.push(leafHash(bytes))
  const entry = parseEntry(bytes)
  if ('problem' in entry) {
    walked.formProblems.push(`entry ${index} ${entry.problem}`)
  } else {
    if (entry.at < walked.lastAt) {
      walked.orderProblems.push(
        `entry ${index} is of ${entry.at}, before entry ${index - 1} of ${walked.lastAt}`,
      )
    }
    walked.lastAt = entry.at
    enter(walked.books, entry)
  }
  walked.books.size += 1
  if (walked.books.size === totalsSize) walked.totals = totalsOf(walked.books)
}

function checkRoot(walked: Walk, checkpoint: Checkpoint): Check {
  const root = rootOf(walked.leaves)
  const same = walked.leaves.length === checkpoint.size && root.equals(checkpoint.root)
  const problem = `the entries read make root ${root.toString('hex')}, the checkpoint signs ${checkpoint.root.toString('hex')}`
  return judge('root', same ? [] : [problem], `the entries make the signed root ${root.toString('hex')}`)
}

async function checkTiles(source: LogSource, leaves: readonly Buffer[]): Promise<Check> {
  const problems: string[] = []
  let tiles = 0
  for (let level = 0, hashes = leaves; hashes.length > 0; level += 1, hashes = tilesAbove(hashes)) {
    for (let index = 0; index * tileWidth < hashes.length; index += 1) {
      const width = widthOf(index, hashes.length)
      const path = tilePath(String(level), index, width)
      const { data, problem } = await attempt(readTile(source, String(level), index, width), path)
      const expected = Buffer.concat(hashes.slice(index * tileWidth, index * tileWidth + width))
      if (!data || !expected.equals(data)) problems.push(problem ?? `${path} does not fit the entries`)
      tiles += 1
    }
  }
  return judge('tiles', problems, `${tiles} tiles fit the entries`)
}

function checkPinned(note: string, key: NoteKey | null, now: Checkpoint, walked: Walk): Check {
  const { checkpoint: pinned, problem } = openCheckpoint(note, key)
  if (!pinned || problem !== null)
    return judge('pinned', [`the pinned checkpoint is unusable: ${problem}`], '')
  if (pinned.origin !== now.origin)
    return judge('pinned', [`the pinned checkpoint is of ${pinned.origin}`], '')
  if (pinned.size > now.size) {
    return judge(
      'pinned',
      [`the log shrank from ${pinned.size} entries, which it signed, to ${now.size}`],
      '',
    )
  }
  const same =
    walked.leaves.length >= pinned.size && rootOf(walked.leaves.slice(0, pinned.size)).equals(pinned.root)
  const problems = same ? [] : [`the first ${pinned.size} entries are no longer those the log signed before`]
  return judge('pinned', problems, `the first ${pinned.size} entries are those signed before`)
}

function checkTotals(
  unread: string | null,
  stated: ReturnType<typeof parseTotals>,
  size: number,
  recomputed: Totals | null,
): Check {
  if (unread !== null) return judge('totals', [unread], '')
  if (!stated) return judge('totals', ['the published totals are not JSON of the known shape'], '')
  if (stated.size > size) {
    return judge(
      'totals',
      [`totals are published for ${stated.size} entries, the checkpoint signs ${size}`],
      '',
    )
  }
  if (!recomputed) return judge('totals', [`the log could not be read up to entry ${stated.size}`], '')
  return judge('totals', differences(stated.published, recomputed), `as published for ${stated.size} entries`)
}
