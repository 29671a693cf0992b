import { routes } from '@allmende/wire'
import { exit, printJson, text, UsageError, type Command } from '../../command.ts'

const kinds = ['person', 'organisation', 'vessel'] as const

export const screen: Command = {
  name: 'screen',
  summary: 'Screen one name against the loaded lists, for officers; logged with who asked',
  usage: '"NAME" [--dob DATE] [--country CODE] [--id KIND:VALUE] [--type person|organisation|vessel]',
  examples: ['allmende screen "Example Trading Ltd" --country KE --type organisation'],
  options: {
    dob: { type: 'string' },
    country: { type: 'string' },
    id: { type: 'string' },
    type: { type: 'string' },
  },
  words: [1, 1],
  async run(io, { values, words }) {
    const type = text(values, 'type')
    const kind = kinds.find((k) => k === type) ?? null
    if (type !== undefined && kind === null)
      throw new UsageError(`--type is "${type}"; expected ${kinds.join(', ')}.`)
    const [country, id] = [text(values, 'country'), text(values, 'id')]
    const result = await (
      await io.client()
    ).call(routes.screenName, {
      body: {
        name: words[0] ?? '',
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
