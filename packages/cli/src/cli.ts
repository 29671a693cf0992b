import { parseArgs } from 'node:util'
import { UnpackableFolder } from '@allmende/wire/bundle'
import { ProblemError } from '@allmende/wire/client'
import { exit, SignInError, UsageError, type Command, type Io } from './command.ts'
import { account } from './commands/account/account.ts'
import { login, logout } from './commands/account/login.ts'
import { calls } from './commands/alliance/calls.ts'
import { init } from './commands/alliance/init.ts'
import { members } from './commands/alliance/members.ts'
import { rulebook } from './commands/alliance/rulebook.ts'
import { answer, projects, status } from './commands/apply/apply.ts'
import { apply } from './commands/apply/draft.ts'
import { plan } from './commands/apply/plan.ts'
import { team } from './commands/apply/team.ts'
import { classify } from './commands/clear/classify.ts'
import { determine } from './commands/clear/determine.ts'
import { lists } from './commands/clear/lists.ts'
import { registers } from './commands/clear/registers.ts'
import { rules } from './commands/clear/rules.ts'
import { screen } from './commands/clear/screen.ts'
import { cancel, explain, fetchOutputs, jobs, logs } from './commands/jobs/jobs.ts'
import { run } from './commands/jobs/run.ts'
import { verify } from './commands/record/verify.ts'
import { completion } from './commands/shell/completion.ts'
import { agent, sites } from './commands/sites/sites.ts'

/** Every command, in the order of the chain. */
export const commands: readonly Command[] = [
  login,
  logout,
  account,
  plan,
  apply,
  team,
  status,
  answer,
  projects,
  run,
  jobs,
  logs,
  cancel,
  fetchOutputs,
  explain,
  classify,
  determine,
  rules,
  screen,
  lists,
  members,
  rulebook,
  registers,
  sites,
  calls,
  verify,
  agent,
  init,
  completion(() => commands),
]

function overview(): string {
  const width = Math.max(...commands.map((c) => c.name.length))
  return `allmende: pool scarce AI compute and share it lawfully, fairly and verifiably

Usage: allmende COMMAND [OPTIONS]

${commands.map((c) => `  ${c.name.padEnd(width)}  ${c.summary}`).join('\n')}

Everywhere: --json for programs, --server URL for another server, --help for examples.
Exit codes: 0 done, 1 no (a refusal, a failed job, a log that does not verify), 2 wrong use, 3 sign in first, 4 no connection, 70 a fault of ours.
`
}

function help(command: Command): string {
  return `${command.summary}\n\nUsage: allmende ${command.name} ${command.usage}\n\nExamples:\n${command.examples.map((e) => `  ${e}`).join('\n')}\n`
}

function nearest(name: string): string {
  const close = commands.find((c) => c.name.startsWith(name.slice(0, 3)) && name.length > 1)
  return close ? ` Did you mean "${close.name}"?` : ''
}

async function runCommand(io: Io, command: Command, argv: readonly string[]): Promise<number> {
  const cut = argv.indexOf('--')
  const own = cut === -1 ? [...argv] : argv.slice(0, cut)
  const rest = cut === -1 ? [] : argv.slice(cut + 1)
  let parsed
  try {
    parsed = parseArgs({
      args: own,
      allowPositionals: true,
      options: {
        ...command.options,
        json: { type: 'boolean' },
        server: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    })
  } catch (error) {
    throw new UsageError((error as Error).message)
  }
  if (parsed.values.help) {
    io.out(help(command))
    return exit.done
  }
  const [least, most] = command.words ?? [0, -1]
  const count = parsed.positionals.length
  if (count < least || (most >= 0 && count > most))
    throw new UsageError(`Expected: allmende ${command.name} ${command.usage}`)
  return command.run(io, { values: parsed.values as never, words: parsed.positionals, rest })
}

function explainProblem(io: Io, { problem }: ProblemError): number {
  io.err(`${problem.detail ?? problem.title}\n`)
  const said = problem.detail ?? problem.title
  for (const field of problem.fields ?? [])
    if (!said.includes(field.message)) io.err(`  ${field.field}: ${field.message}\n`)
  if (problem.remedy) io.err(`${problem.remedy}\n`)
  io.err(`(${problem.code}${problem.requestId ? `, request ${problem.requestId}` : ''})\n`)
  return problem.status === 401 ? exit.signIn : exit.no
}

/** Runs one command line. Never throws: whatever happens becomes words and an exit code. */
export async function runCli(io: Io, argv: readonly string[]): Promise<number> {
  const [name, ...more] = argv
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    io.out(overview())
    return name === undefined ? exit.usage : exit.done
  }
  const command = commands.find((c) => c.name === name)
  if (!command) {
    io.err(`There is no command "${name}".${nearest(name)} See: allmende --help\n`)
    return exit.usage
  }
  try {
    return await runCommand(io, command, more)
  } catch (error) {
    io.progress('')
    if (error instanceof UsageError) {
      io.err(`${error.message}\nSee: allmende ${name} --help\n`)
      return exit.usage
    }
    if (error instanceof SignInError) {
      io.err(`${error.message}\n`)
      return exit.signIn
    }
    if (error instanceof ProblemError) return explainProblem(io, error)
    if (error instanceof UnpackableFolder) {
      io.err(`${error.message}\n`)
      return exit.no
    }
    if (io.signal.aborted) return 130
    const cause = (error as { cause?: { code?: string } }).cause?.code
    if (error instanceof TypeError && (cause === 'ECONNREFUSED' || error.message === 'fetch failed')) {
      io.err(`No connection to ${await io.server()}. Is it running? Start it with: npm start\n`)
      return exit.network
    }
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      io.err(`There is no file ${(error as NodeJS.ErrnoException).path ?? ''}.\n`)
      return exit.usage
    }
    io.err(`A fault of ours: ${(error as Error).stack ?? String(error)}\n`)
    return exit.fault
  }
}
