import { routes, type ReplyOf } from '@allmende/wire'
import { ProblemError, type Client } from '@allmende/wire/client'
import { SignInError, type Io } from '../../command.ts'

const localNotice = 'The rules of this program answer, and no alliance logs this query.'

/**
 * The answer of the server where somebody is signed in, which keeps who asked; null where this program must answer
 * by itself, and then it says that nobody logs it.
 */
async function orHere<T>(io: Io, ask: (client: Client) => Promise<T>): Promise<T | null> {
  const here = (why: string) => {
    io.err(`${why} ${localNotice}\n`)
    return null
  }
  try {
    return await ask(await io.client())
  } catch (error) {
    if (error instanceof SignInError) return here('You are signed in nowhere.')
    if (error instanceof ProblemError) {
      const { status, detail, title } = error.problem
      if (status !== 401 && status !== 403) throw error
      return here(`${await io.server()} does not answer you: ${detail ?? title}`)
    }
    if (error instanceof TypeError) return here(`No connection to ${await io.server()}.`)
    throw error
  }
}

type Facts = Readonly<Record<string, unknown>>

/** What the rules say of one use or transfer; see `orHere`. */
export const askServer = (
  io: Io,
  facts: unknown,
  asOf: string | undefined,
): Promise<ReplyOf<typeof routes.determineFacts> | null> =>
  orHere(io, (client) => client.call(routes.determineFacts, { body: { facts: facts as Facts, asOf } }))

/** The same facts on two days; see `orHere`. */
export const askServerToCompare = (
  io: Io,
  facts: unknown,
  days: { readonly since: string; readonly asOf: string | undefined },
): Promise<ReplyOf<typeof routes.compareFacts> | null> =>
  orHere(io, (client) => client.call(routes.compareFacts, { body: { facts: facts as Facts, ...days } }))
