import { routes } from '@allmende/wire'
import { exit, printJson, table, text, UsageError, type Command } from '../../command.ts'

/** "Juma Mwangi <juma@riftlakes.example>", as in a letter. */
function parsePerson(said: string): { name: string; email: string } {
  const [, name, email] = /^(.+?)\s*<([^<>\s]+)>$/.exec(said.trim()) ?? []
  if (!name || !email) throw new UsageError(`"${said}" is nobody; expected "NAME <EMAIL>".`)
  return { name, email }
}

export const team: Command = {
  name: 'team',
  summary: 'The team of an application or project: who has stated what law needs; invite, or remove',
  usage: 'APPLICATION [--invite "NAME <EMAIL>"] [--remove NAME]',
  examples: [
    'allmende team 019…',
    'allmende team 019… --invite "Juma Mwangi <juma@riftlakes.example>"',
    'allmende team 019… --remove "Juma Mwangi"',
  ],
  options: { invite: { type: 'string' }, remove: { type: 'string' } },
  words: [1, 1],
  async run(io, { values, words }) {
    const id = words[0] ?? ''
    const invited = text(values, 'invite')
    const removed = text(values, 'remove')
    const body = invited === undefined ? null : parsePerson(invited)
    const client = await io.client()
    const read = async () => (await client.call(routes.getApplication, { params: { id } })).team
    if (body) await client.call(routes.inviteTeamMember, { params: { id }, body })
    if (removed !== undefined) {
      const found = (await read()).filter((t) => t.name === removed || t.id === removed)
      const [only] = found
      if (!only || found.length > 1)
        throw new UsageError(
          only
            ? `Several people of the team are called "${removed}"; name one by the id that --json shows.`
            : `Nobody in this team is called "${removed}".`,
        )
      await client.call(routes.removeTeamMember, { params: { id, entry: only.id } })
    }
    const now = await read()
    if (values.json) printJson(io, now)
    else io.out(table([['NAME', 'STATE'], ...now.map((t) => [t.name + (t.you ? ' (you)' : ''), t.state])]))
    return exit.done
  },
}
