import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { routes } from '@allmende/wire'
import { createClient } from '@allmende/wire/client'
import { exit, printJson, table, UsageError, type Command } from '../../command.ts'

export const sites: Command = {
  name: 'sites',
  summary: 'Sites of the alliance; or, for an operator, a one-time code with which an agent joins',
  usage: '[enrol SITE]',
  examples: ['allmende sites', 'allmende sites enrol jena'],
  words: [0, 2],
  async run(io, { values, words }) {
    const [verb, site] = words
    if (verb === undefined) {
      const { items } = await createClient({ baseUrl: await io.server() }).call(routes.listSites, {})
      if (values.json) printJson(io, items)
      else
        io.out(
          table([
            ['SITE', 'STATE', 'ACCELERATORS', 'RUNNING', 'OPERATOR'],
            ...items.map((s) => [
              s.id,
              s.state,
              `${s.accelerators} × ${s.acceleratorModel}`,
              String(s.running),
              s.operator,
            ]),
          ]),
        )
      return exit.done
    }
    if (verb !== 'enrol' || !site)
      throw new UsageError(
        `"${words.join(' ')}" is nothing that sites does; expected: allmende sites enrol SITE.`,
      )
    const enrolment = await (await io.client()).call(routes.enrolSite, { params: { id: site }, body: {} })
    if (values.json) printJson(io, enrolment)
    else
      io.out(
        `At the site, until ${enrolment.expiresAt.slice(0, 16)} UTC:\n\n  allmende agent --server ${await io.server()} --state ./site --enrol ${enrolment.enrolmentToken}\n`,
      )
    return exit.done
  },
}

export const agent: Command = {
  name: 'agent',
  summary: "Run a site's agent: outbound connections only, the site's own key and veto",
  usage: '--server URL --state DIR [--enrol CODE] | --config FILE',
  examples: ['allmende agent --server https://pool.example --state ./site --enrol join_…'],
  options: { state: { type: 'string' }, enrol: { type: 'string' }, config: { type: 'string' } },
  words: [0, 0],
  async run(io, { values }) {
    const words = ['server', 'state', 'enrol', 'config'].flatMap((name) =>
      typeof values[name] === 'string' ? [`--${name}`, values[name]] : [],
    )
    const program = fileURLToPath(new URL('../agent/main.js', import.meta.url))
    const child = spawn(process.execPath, [program, ...words], { stdio: 'inherit' })
    io.signal.addEventListener('abort', () => child.kill('SIGTERM'))
    return new Promise((resolve) => child.once('exit', (code) => resolve(code ?? exit.fault)))
  },
}
