import { routes } from '@allmende/wire'
import { createClient } from '@allmende/wire/client'
import { exit, text, UsageError, type Command } from '../../command.ts'

const tokenIn = (words: string) => /(?:token=)?(link_[\w-]{20,})/.exec(words)?.[1]

export const login: Command = {
  name: 'login',
  summary: 'Sign in to a server, by e-mail link or with an API token',
  usage: '[--server URL] [--email ADDRESS] [--token TOKEN]',
  examples: [
    'allmende login --server http://127.0.0.1:8080 --email lead@riftlakes.example',
    'allmende login --server https://pool.example --token alm_…',
  ],
  options: { email: { type: 'string' }, token: { type: 'string' } },
  words: [0, 0],
  async run(io, { values }) {
    const server = await io.server()
    const given = text(values, 'token')
    if (given) {
      const me = await createClient({ baseUrl: server, token: given }).call(routes.getMe, {})
      await io.saveLogin({ server, token: given })
      io.out(`Signed in at ${server} as ${me.name}.\n`)
      return exit.done
    }
    const anyone = createClient({ baseUrl: server })
    const alliance = await anyone.call(routes.getAlliance, {})
    const people = alliance.demo ? (await anyone.call(routes.demoPeople, {})).items : []
    for (const person of people) io.err(`  ${person.role.padEnd(14)} ${person.email}\n`)
    const email =
      text(values, 'email') ??
      (await io.ask('Your e-mail address: ')) ??
      people.find((p) => p.role === 'applicant')?.email
    if (!email) throw new UsageError('Say who you are: --email ADDRESS.')
    await anyone.call(routes.requestLink, { body: { email, next: '/' } })
    let token: string | undefined
    if (alliance.demo) {
      const { items } = await anyone.call(routes.demoMail, {})
      token = tokenIn(items.find((mail) => mail.to === email && mail.text.includes('token='))?.text ?? '')
      io.err('This is a demo alliance: the sign-in link was taken from its mail page.\n')
    } else {
      token = tokenIn((await io.ask('A link was sent to you. Paste it here: ')) ?? '')
    }
    if (!token) throw new UsageError('That is no sign-in link. Ask for a new one and paste it whole.')
    const session = await anyone.call(routes.redeemLink, { body: { token } })
    await io.saveLogin({ server, token: session.token })
    const me = await createClient({ baseUrl: server, token: session.token }).call(routes.getMe, {})
    io.out(`Signed in at ${server} as ${me.name}, until ${session.expiresAt.slice(0, 10)}.\n`)
    return exit.done
  },
}

export const logout: Command = {
  name: 'logout',
  summary: 'End the session and forget it',
  usage: '',
  examples: ['allmende logout'],
  words: [0, 0],
  async run(io) {
    await (await io.client()).call(routes.signOut, {})
    await io.forgetLogin()
    io.out('Signed out.\n')
    return exit.done
  },
}
