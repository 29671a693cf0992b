import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { saveLog, verifyDirectory, verifyLog, type VerifyReport } from '@allmende/verifier'
import { exit, printJson, text, UsageError, type Command } from '../../command.ts'

export const verify: Command = {
  name: 'verify',
  summary:
    'Rebuild the public log and recompute the published totals, by a program that shares no code with the server',
  usage: '(URL | DIR) [--save DIR] [--key KEY]',
  examples: [
    'allmende verify http://127.0.0.1:8080',
    'allmende verify http://127.0.0.1:8080 --save log && allmende verify log',
  ],
  options: { save: { type: 'string' }, key: { type: 'string' } },
  words: [0, 1],
  async run(io, { values, words }) {
    const what = words[0] ?? (await io.server())
    const folder = text(values, 'save')
    const trustedKey = text(values, 'key')
    const options = {
      onProgress: ({ entries, size }: { readonly entries: number; readonly size: number }) =>
        io.progress(`read ${entries} of ${size} entries`),
      ...(trustedKey ? { trustedKey } : {}),
    }
    let report: VerifyReport
    if (/^https?:\/\//.test(what)) {
      if (folder) {
        await saveLog(what, resolve(io.cwd, folder))
        io.err(`The log was saved in ${resolve(io.cwd, folder)}.\n`)
      }
      report = await verifyLog(what, options)
    } else {
      const dir = resolve(io.cwd, what)
      if (!existsSync(dir))
        throw new UsageError(
          `${dir} is neither an address that begins with http:// or https:// nor a folder.`,
        )
      report = await verifyDirectory(dir, options)
    }
    io.progress('')
    if (values.json) printJson(io, report)
    else {
      for (const check of report.checks) io.out(`${check.ok ? '✓' : '✕'} ${check.name}: ${check.detail}\n`)
      io.out(report.ok ? 'Everything checks.\n' : 'This log does NOT verify.\n')
    }
    return report.ok ? exit.done : exit.no
  },
}
