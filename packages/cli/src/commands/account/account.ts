import { resolve } from 'node:path'
import { routes, statementInput, type BodyOf, type ReplyOf } from '@allmende/wire'
import type { Client } from '@allmende/wire/client'
import { parse } from 'yaml'
import {
  exit,
  printJson,
  readFileAs,
  table,
  text,
  texts,
  UsageError,
  type Command,
  type Io,
  type Values,
} from '../../command.ts'

type Statement = BodyOf<typeof routes.saveOwnStatement>
type Standing = ReplyOf<typeof routes.getOwnStatement>

/** What has to be stated, with the option for it. */
const needed = {
  passportName: '--name',
  birthDate: '--born',
  nationalities: '--nationality',
  residence: '--residence',
  affiliation: '--affiliation',
} as const satisfies Partial<Record<keyof Statement, string>>

const usage =
  'statement [set [FILE.yaml] [--name NAME] [--other-name NAME …] [--born DATE] [--nationality CODE …] [--residence CODE] [--affiliation NAME] [--us-person yes|no] [--id KIND:NUMBER …]]'

/** The options that were given, as the fields that they are. */
function statedBy(values: Values): Partial<Statement> {
  const usPerson = text(values, 'us-person')
  if (usPerson !== undefined && usPerson !== 'yes' && usPerson !== 'no')
    throw new UsageError(`--us-person is "${usPerson}"; expected yes or no.`)
  const all = {
    passportName: text(values, 'name'),
    otherNames: texts(values, 'other-name'),
    birthDate: text(values, 'born'),
    nationalities: texts(values, 'nationality')?.map((code) => code.toUpperCase()),
    residence: text(values, 'residence')?.toUpperCase(),
    affiliation: text(values, 'affiliation'),
    usPerson,
    identifiers: texts(values, 'id'),
  }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined))
}

/** The fields that a file has, under "statement" as in the file of an application or alone; the server reads what they say. */
async function statedIn(path: string): Promise<Partial<Statement>> {
  const read = await readFileAs(path, parse)
  const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null
  const fields = isObject(read) && 'statement' in read ? read.statement : read
  if (!isObject(fields)) throw new UsageError(`${path} holds no statement.`)
  const known = Object.keys(statementInput.shape)
  const strange = Object.keys(fields).filter((name) => !known.includes(name))
  if (strange.length > 0)
    throw new UsageError(`${path}: ${strange.join(', ')} is not known; expected ${known.join(', ')}.`)
  return fields
}

/** States what is given; what is not stays as it was stated before. */
async function state(client: Client, given: Partial<Statement>): Promise<void> {
  const { statement } = await client.call(routes.getOwnStatement, {})
  const body = { otherNames: [], usPerson: null, identifiers: [], ...statement, ...given }
  const missing = Object.entries(needed).flatMap(([name, option]) => (name in body ? [] : option))
  if (missing.length > 0) throw new UsageError(`Still missing: ${missing.join(', ')}`)
  await client.call(routes.saveOwnStatement, { body: body as Statement })
}

const held = {
  'open-hit':
    'A role of yours rests: a screening list names somebody who may resemble you. Until a compliance officer has looked, roles at a site or of a member rest.\n',
  'confirmed-hit':
    'Your roles rest: a compliance officer decided that a screening list names you. If that is a mistake, write to the secretariat.\n',
} as const

function print(io: Io, { holdsRole, held: why, statement }: Standing): void {
  if (!holdsRole && statement === null) {
    io.out('You hold no role outside of teams: nothing is asked of you here.\n')
    return
  }
  io.out(why === null ? 'Nothing that screening found is in the way of your roles.\n' : held[why])
  if (statement === null) {
    io.out('You have not stated who you are, and are screened by the name of your account.\n')
    io.out('State it: allmende account statement set --help\n')
    return
  }
  const list = (values: readonly string[]) => values.join('; ') || '–'
  io.out(
    table([
      ['name', statement.passportName],
      ['other names', list(statement.otherNames)],
      ['born', statement.birthDate],
      ['nationalities', list(statement.nationalities)],
      ['residence', statement.residence],
      ['affiliation', statement.affiliation],
      ['US person', statement.usPerson ?? '–'],
      ['identifiers', list(statement.identifiers)],
    ]),
  )
}

export const account: Command = {
  name: 'account',
  summary: 'What you state of yourself for your roles, and whether screening keeps one from holding',
  usage,
  examples: [
    'allmende account statement',
    'allmende account statement set --name "Juma Mwangi" --born 1987-05-14 --nationality KE --residence KE --affiliation "Rift Lakes Computing Trust"',
    'allmende account statement set statement.yaml',
  ],
  options: {
    name: { type: 'string' },
    'other-name': { type: 'string', multiple: true },
    born: { type: 'string' },
    nationality: { type: 'string', multiple: true },
    residence: { type: 'string' },
    affiliation: { type: 'string' },
    'us-person': { type: 'string' },
    id: { type: 'string', multiple: true },
  },
  words: [1, 3],
  async run(io, { values, words }) {
    const [noun, verb, file] = words
    if (noun !== 'statement' || (verb !== undefined && verb !== 'set'))
      throw new UsageError(`Expected: allmende account ${usage}`)
    const options = statedBy(values)
    const fromFile = file === undefined ? {} : await statedIn(resolve(io.cwd, file))
    const given = { ...fromFile, ...options }
    const isGiven = Object.keys(given).length > 0
    if (verb === 'set' && !isGiven) throw new UsageError('Say what you state: with options, or with a file.')
    if (verb === undefined && isGiven) throw new UsageError('To state it: allmende account statement set …')
    const client = await io.client()
    if (verb === 'set') await state(client, given)
    const standing = await client.call(routes.getOwnStatement, {})
    if (values.json) printJson(io, standing)
    else print(io, standing)
    return exit.done
  },
}
