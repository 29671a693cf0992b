import { isThresholdKey, routes, rulebookKeys, type ReplyOf, type RulebookKey } from '@allmende/wire'
import { createClient } from '@allmende/wire/client'
import { exit, printJson, table, UsageError, type Command, type Io } from '../../command.ts'

type Book = ReplyOf<typeof routes.getRulebook>
type Params = Book['params']

function show(value: Params[RulebookKey]): string {
  if (typeof value !== 'object') return String(value)
  const parts = Array.isArray(value)
    ? value
    : Object.entries(value).map(([list, effect]) => `${list}:${effect}`)
  return parts.join(',') || '–'
}

function print(io: Io, book: Book): void {
  io.out(`Rulebook, version ${book.version}, in force since ${book.adoptedAt.slice(0, 10)}.\n\n`)
  const expected = (key: RulebookKey) => {
    const share = isThresholdKey(key) ? book.expectedFalsePositives[key] : null
    return share === null ? '' : `shows ${(share * 100).toFixed(2)} % of people on no list`
  }
  io.out(
    table([
      ['PARAMETER', 'VALUE', 'EXPECTED'],
      ...rulebookKeys.map((key) => [key, show(book.params[key]), expected(key)]),
    ]),
  )
}

/** "us-csl/sdn:block,un:hold" as what each list does; the last colon parts the two, as programmes have one too. */
function effectsIn(text: string): Record<string, 'hold'> {
  return Object.fromEntries(
    text
      .split(',')
      .filter(Boolean)
      .map((pair) => {
        const at = pair.lastIndexOf(':')
        return [pair.slice(0, Math.max(0, at)), pair.slice(at + 1) as 'hold']
      }),
  )
}

/** One "PARAMETER=VALUE"; what the value must be is said by the API. */
function valueIn(pair: string): [RulebookKey, unknown] {
  const at = pair.indexOf('=')
  const [name, text] = [pair.slice(0, Math.max(0, at)), pair.slice(at + 1)]
  const key = rulebookKeys.find((one) => one === name)
  if (key === undefined)
    throw new UsageError(
      `Expected PARAMETER=VALUE, got "${pair}"; PARAMETER is one of ${rulebookKeys.join(', ')}`,
    )
  if (key === 'listEffects') return [key, effectsIn(text)]
  if (key === 'hitFourEyes') return [key, text.split(',').filter(Boolean)]
  if (key === 'enforcement') return [key, text]
  const value = text === '' ? Number.NaN : Number(text)
  if (!Number.isFinite(value)) throw new UsageError(`${key} is a number, got "${text}"`)
  return [key, value]
}

export const rulebook: Command = {
  name: 'rulebook',
  summary: 'The voted parameters in force; for the secretariat, adopt a new version',
  usage: '[set PARAMETER=VALUE …]',
  examples: [
    'allmende rulebook',
    'allmende rulebook set batchThreshold=0.8 hitGraceMinutes=2880',
    'allmende rulebook set listEffects=us-csl/sdn:block,programme:CMIC-EO13959:inform hitFourEyes=us-csl/sdn',
  ],
  options: {},
  words: [0, 20],
  async run(io, { values, words }) {
    const [verb, ...pairs] = words
    if (verb !== undefined && (verb !== 'set' || pairs.length === 0))
      throw new UsageError('Expected: allmende rulebook [set PARAMETER=VALUE …]')
    if (verb === undefined) {
      const book = await createClient({ baseUrl: await io.server() }).call(routes.getRulebook, {})
      if (values.json) printJson(io, book)
      else print(io, book)
      return exit.done
    }
    const params = Object.fromEntries(pairs.map(valueIn)) as Partial<Params>
    const client = await io.client()
    const { version } = await client.call(routes.getRulebook, {})
    const book = await client.call(routes.adoptRulebook, { body: { replaces: version, params } })
    if (values.json) printJson(io, book)
    else print(io, book)
    return exit.done
  },
}
