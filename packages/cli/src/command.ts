import { readFile } from 'node:fs/promises'
import type { ParseArgsOptionsConfig } from 'node:util'
import type { Client } from '@allmende/wire/client'

/** Exit codes, the same for every command; documented in docs/command.md. */
export const exit = { done: 0, no: 1, usage: 2, signIn: 3, network: 4, fault: 70 } as const

/** What a command works with; tests hand in their own. */
export type Io = {
  out(text: string): void
  /** Progress and problems: standard error, so that output can be piped. */
  err(text: string): void
  /** A line that replaces the last one while something runs; nothing where standard error is no terminal. */
  progress(text: string): void
  ask(question: string): Promise<string | null>
  readonly env: Readonly<Record<string, string | undefined>>
  readonly cwd: string
  readonly stdin: () => Promise<string>
  readonly signal: AbortSignal
  /** A client of the server signed in to; refuses where nobody is. */
  client(): Promise<Client>
  /** The server's address, from --server, ALLMENDE_SERVER or the last login. */
  server(): Promise<string>
  saveLogin(login: { server: string; token: string }): Promise<void>
  forgetLogin(): Promise<void>
}

export type Values = Readonly<Record<string, string | boolean | readonly string[] | undefined>>
export type Args = {
  readonly values: Values
  readonly words: readonly string[]
  /** What stands behind "--". */ readonly rest: readonly string[]
}

export type Command = {
  readonly name: string
  readonly summary: string
  /** Behind the name: "JOB [--follow]". */
  readonly usage: string
  readonly examples: readonly string[]
  readonly options?: ParseArgsOptionsConfig
  /** Fewest and most words; -1 for any number. */
  readonly words?: readonly [number, number]
  run(io: Io, args: Args): Promise<number>
}

/** A mistake in how the command was called. */
/** What a file holds, read as JSON or YAML; what cannot be read is told with its place. @throws UsageError */
export async function readFileAs(path: string, read: (text: string) => unknown): Promise<unknown> {
  const text = await readFile(path, 'utf8')
  try {
    return read(text)
  } catch (error) {
    throw new UsageError(`${path} cannot be read: ${(error as Error).message}`)
  }
}

export class UsageError extends Error {}

/** Nobody is signed in at the server. */
export class SignInError extends Error {
  constructor(server: string) {
    super(`You are not signed in at ${server}. Sign in first: allmende login --server ${server}`)
  }
}

export function text(values: Values, name: string): string | undefined {
  const value = values[name]
  return typeof value === 'string' ? value : undefined
}

/** An option that may be given several times, without empty ones; undefined where it was not given. */
export function texts(values: Values, name: string): string[] | undefined {
  const value = values[name]
  return Array.isArray(value) ? value.map((one: string) => one.trim()).filter(Boolean) : undefined
}

/** A whole number from an option, with its limits named when it is none. */
export function whole(values: Values, name: string, fallback: number, min: number, max: number): number {
  const given = text(values, name)
  if (given === undefined) return fallback
  const value = Number(given)
  if (!Number.isInteger(value) || value < min || value > max)
    throw new UsageError(`--${name} is "${given}"; expected a whole number from ${min} to ${max}.`)
  return value
}

/** A number from an option; undefined where it was not given. */
export function number(values: Values, name: string): number | undefined {
  const given = text(values, name)
  if (given === undefined) return undefined
  const value = Number(given)
  if (given.trim() === '' || !Number.isFinite(value))
    throw new UsageError(`--${name} is "${given}"; expected a number.`)
  return value
}

/** Prints a value as JSON, two spaces deep, as every command does under --json. */
export function printJson(io: Io, value: unknown): void {
  io.out(`${JSON.stringify(value, null, 2)}\n`)
}

/** A plain table; the last column may be as long as it likes. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]?.map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0))) ?? []
  return rows
    .map(
      (row) =>
        `${row
          .map((cell, at) => (at === row.length - 1 ? cell : cell.padEnd(widths[at] ?? 0)))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('')
}

export function hours(ms: number): string {
  return `${(ms / 3_600_000).toLocaleString('en', { maximumFractionDigits: 2 })} h`
}
