import { routes } from '@allmende/wire'
import { createClient } from '@allmende/wire/client'
import { exit, printJson, text, UsageError, type Command } from '../../command.ts'

export const init: Command = {
  name: 'init',
  summary: 'Found your own alliance on an empty installation (started with --empty)',
  usage: '[--server URL] --name NAME --secretariat NAME --email ADDRESS --code CODE',
  examples: [
    'allmende init --name "Lakes Alliance" --secretariat "Mirjam Falk" --email office@lakes.example --code setup_…',
  ],
  options: {
    name: { type: 'string' },
    secretariat: { type: 'string' },
    email: { type: 'string' },
    code: { type: 'string' },
  },
  words: [0, 0],
  async run(io, { values }) {
    const want = async (option: string, question: string) => {
      const value = text(values, option) ?? (await io.ask(question))
      if (!value) throw new UsageError(`--${option} is missing.`)
      return value
    }
    const body = {
      name: await want('name', 'Name of the alliance: '),
      secretariatName: await want('secretariat', 'Name of the person who runs the secretariat: '),
      secretariatEmail: await want('email', 'Their e-mail address: '),
      setupCode: await want('code', 'Set-up code that the server printed: '),
    }
    const server = await io.server()
    const { session, ...alliance } = await createClient({ baseUrl: server }).call(routes.foundAlliance, {
      body,
    })
    await io.saveLogin({ server, token: session.token })
    if (values.json) printJson(io, alliance)
    else
      io.out(
        `${alliance.name} is founded, and you are signed in as its secretariat. Next, in the browser: ${server}/secretariat\n`,
      )
    if (alliance.mail === 'folder')
      io.err(
        'No mail server is configured (ALLMENDE_SMTP_URL): sign-in links lie in the folder "mail" of the data folder.\n',
      )
    return exit.done
  },
}
