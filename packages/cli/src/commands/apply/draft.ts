import { resolve } from 'node:path'
import { applicationInput, routes, statementInput, type ReplyOf } from '@allmende/wire'
import { ProblemError, type Client } from '@allmende/wire/client'
import { parse } from 'yaml'
import { z } from 'zod'
import { exit, printJson, readFileAs, text, UsageError, type Command, type Io } from '../../command.ts'

/** An application as a file: the same fields as the form; examples/apply/application.yaml is one. */
const applicationFile = z.object({
  call: z.string(),
  member: z.string().nullable().default(null),
  content: applicationInput.partial(),
  team: z.array(z.object({ name: z.string(), email: z.email() })).default([]),
  statement: statementInput.optional(),
})
type ApplicationFile = z.output<typeof applicationFile>
type Application = ReplyOf<typeof routes.getApplication>

const isId = (word: string) => z.uuid().safeParse(word).success

async function readApplication(path: string): Promise<ApplicationFile> {
  const parsed = applicationFile.safeParse(await readFileAs(path, parse))
  if (!parsed.success)
    throw new UsageError(
      `${path}: ${parsed.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`).join('; ')}`,
    )
  return parsed.data
}

/** My own draft with the same title in the same call: the file was given before, here or on another machine. */
async function findDraft(client: Client, file: ApplicationFile): Promise<string | null> {
  const { title } = file.content
  if (!title) return null
  const me = await client.call(routes.getMe, {})
  const { items } = await client.call(routes.listApplications, { query: { state: 'draft', limit: 200 } })
  for (const { id } of items.filter((a) => a.call === file.call && a.title === title)) {
    const { lead } = await client.call(routes.getApplication, { params: { id } })
    if (lead.id === me.id) return id
  }
  return null
}

/** Writes a file into a draft, an old one or a new one. @returns its id */
async function writeDraft(
  io: Io,
  client: Client,
  file: ApplicationFile,
  into: string | null,
): Promise<string> {
  const { call, member, content } = file
  let id = into ?? (await findDraft(client, file))
  if (id === null) ({ id } = await client.call(routes.createApplication, { body: { call, member, content } }))
  else {
    const { number } = await client.call(routes.saveApplication, {
      params: { id },
      body: { ...content, member },
    })
    io.err(`${number} was begun before and goes on; no second draft is made.\n`)
  }
  for (const mate of file.team) await client.call(routes.inviteTeamMember, { params: { id }, body: mate })
  if (file.statement) await client.call(routes.saveStatement, { params: { id }, body: file.statement })
  return id
}

/** Whom a draft waits for, and what to do about it; empty where everybody has stated what law needs. */
function waitsFor({ id, team }: Application): string {
  const open = team.filter((t) => t.state === 'invited')
  if (open.length === 0) return ''
  const lines = open.map((t) =>
    t.you
      ? `  you: state for yourself what law needs, as "statement" in the file or on the application's page\n`
      : `  ${t.name}: was sent an invitation by e-mail; or leave them out: allmende team ${id} --remove ${JSON.stringify(t.name)}\n`,
  )
  return `It waits for what law needs of:\n${lines.join('')}`
}

async function submit(io: Io, client: Client, id: string): Promise<Application | null> {
  try {
    return await client.call(routes.submitApplication, { params: { id }, body: {} })
  } catch (error) {
    if (!(error instanceof ProblemError) || error.problem.code !== 'apply.incomplete') throw error
    const draft = await client.call(routes.getApplication, { params: { id } })
    io.err(`${error.problem.detail ?? error.problem.title}\n${waitsFor(draft)}`)
    io.err(`${draft.number} is kept as a draft. When that is done: allmende apply --submit ${id}\n`)
    return null
  }
}

export const apply: Command = {
  name: 'apply',
  summary: 'Start an application from a file or go on with one, submit it, or withdraw it',
  usage: '(FILE.yaml [--continue ID] | ID) [--submit | --withdraw]',
  examples: [
    'allmende apply application.yaml',
    'allmende apply application.yaml --submit',
    'allmende apply --submit 019…',
    'allmende apply application.yaml --continue 019…',
    'allmende apply --withdraw 019…',
  ],
  options: { submit: { type: 'boolean' }, withdraw: { type: 'boolean' }, continue: { type: 'string' } },
  words: [0, 1],
  async run(io, { values, words }) {
    const goesOn = text(values, 'continue') ?? null
    const word = words[0] ?? goesOn
    if (word === null) throw new UsageError('Say which application: a file, or the id of one.')
    if (values.submit && values.withdraw) throw new UsageError('Say --submit or --withdraw, not both.')
    if (values.withdraw && !isId(word)) throw new UsageError('Say the id of the application: allmende status')
    const file = isId(word) ? null : await readApplication(resolve(io.cwd, word))
    const client = await io.client()
    const id = file ? await writeDraft(io, client, file, goesOn) : word
    if (values.withdraw) await client.call(routes.withdrawApplication, { params: { id }, body: {} })
    const application = values.submit
      ? await submit(io, client, id)
      : await client.call(routes.getApplication, { params: { id } })
    if (application === null) return exit.no
    if (values.json) printJson(io, application)
    else {
      io.out(`${application.number} (${id}) is ${application.state}. Follow it: allmende status ${id}\n`)
      if (application.state === 'draft') io.out(waitsFor(application))
    }
    return exit.done
  },
}
