import { routes } from '@allmende/wire'
import { exit, number, printJson, text, UsageError, type Command, type Values } from '../../command.ts'
import { screenFile } from './screen-file.ts'

const kinds = ['person', 'organisation', 'vessel'] as const

/** From 0 to 1, as scores are. */
function thresholdOf(values: Values): number | undefined {
  const given = number(values, 'threshold')
  if (given !== undefined && (given < 0 || given > 1))
    throw new UsageError(`--threshold is ${given}; expected a number from 0 to 1.`)
  return given
}

export const screen: Command = {
  name: 'screen',
  summary: 'Screen one name against the loaded lists, for officers; logged with who asked',
  usage:
    '"NAME" [--dob DATE] [--country CODE] [--id KIND:VALUE] [--type person|organisation|vessel] | --list LIST.jsonl --queries QUERIES.jsonl [--threshold N] [--latin-only]',
  examples: [
    'allmende screen "Example Trading Ltd" --country KE --type organisation',
    'allmende screen --list LIST.jsonl --queries QUERIES.jsonl --json > OUT.jsonl',
  ],
  options: {
    dob: { type: 'string' },
    country: { type: 'string' },
    id: { type: 'string' },
    type: { type: 'string' },
    list: { type: 'string' },
    queries: { type: 'string' },
    threshold: { type: 'string' },
    'latin-only': { type: 'boolean' },
  },
  words: [0, 1],
  async run(io, { values, words }) {
    const queries = text(values, 'queries')
    if (queries !== undefined)
      return screenFile(io, {
        list: text(values, 'list'),
        queries,
        threshold: thresholdOf(values),
        latinOnly: values['latin-only'] === true,
        json: values.json === true,
      })
    if (words[0] === undefined) throw new UsageError('Expected a name, or --list and --queries.')
    const type = text(values, 'type')
    const kind = kinds.find((k) => k === (type === 'organization' ? 'organisation' : type)) ?? null
    if (type !== undefined && kind === null)
      throw new UsageError(`--type is "${type}"; expected ${kinds.join(', ')}.`)
    const [country, id] = [text(values, 'country'), text(values, 'id')]
    const result = await (
      await io.client()
    ).call(routes.screenName, {
      body: {
        name: words[0],
        kind,
        birthDate: text(values, 'dob') ?? null,
        countries: country ? [country.toUpperCase()] : [],
        identifiers: id ? [id] : [],
      },
    })
    if (values.json) printJson(io, result)
    else {
      io.out(
        `${result.hits.length === 0 ? 'No entry at or above 0.50' : result.hits.length === 1 ? '1 entry' : `${result.hits.length} entries`} in ${result.lists.map((l) => `${l.name} of ${l.publishedOn}`).join(', ')} (engine ${result.engineVersion})\n`,
      )
      for (const hit of result.hits) {
        io.out(`${hit.match ? '!' : ' '} ${hit.score.toFixed(2)} ${hit.entryName} [${hit.list}]\n`)
        for (const factor of hit.factors)
          io.out(
            `    ${factor.side === 'for' ? '+' : '−'} ${factor.what}: ${factor.queryPart} / ${factor.entryPart}\n`,
          )
      }
    }
    return result.hits.some((hit) => hit.match) ? exit.no : exit.done
  },
}
