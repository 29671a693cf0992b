import { routes, type ReplyOf } from '@allmende/wire'
import { ProblemError } from '@allmende/wire/client'
import { SignInError, type Io } from '../../command.ts'

const localNotice = 'The rules of this program answer, and no alliance logs this query.'

/**
 * The answer of the server where somebody is signed in, which keeps who asked; null where this program must answer
 * by itself, and then it says that nobody logs it.
 */
export async function askServer(
  io: Io,
  facts: unknown,
  asOf: string | undefined,
): Promise<ReplyOf<typeof routes.determineFacts> | null> {
  const here = (why: string) => {
    io.err(`${why} ${localNotice}\n`)
    return null
  }
  try {
    const client = await io.client()
    return await client.call(routes.determineFacts, {
      body: { facts: facts as Record<string, unknown>, asOf },
    })
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
