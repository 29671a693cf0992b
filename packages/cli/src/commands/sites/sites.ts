import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { routes } from '@allmende/wire'
import { createClient } from '@allmende/wire/client'
import {
  exit,
  printJson,
  table,
  text,
  UsageError,
  type Command,
  type Io,
  type Values,
} from '../../command.ts'

const standingOf: Readonly<Partial<Record<string, 'active' | 'paused' | 'ended'>>> = {
  pause: 'paused',
  resume: 'active',
  end: 'ended',
}

async function setStanding(
  io: Io,
  values: Values,
  id: string,
  standing: 'active' | 'paused' | 'ended',
): Promise<number> {
  const reason = text(values, 'reason')
  if (!reason) throw new UsageError('Expected: allmende sites pause|resume|end SITE --reason TEXT')
  const client = await io.client()
  const site = await client.call(routes.setSiteStanding, { params: { id }, body: { standing, reason } })
  if (values.json) printJson(io, site)
  else io.out(`${site.name} is ${site.standing}.\n`)
  return exit.done
}

export const sites: Command = {
  name: 'sites',
  summary: 'Sites of the alliance; for an operator, a code with which an agent joins, or pause and resume',
  usage: '[enrol SITE | pause SITE | resume SITE | end SITE --reason TEXT]',
  examples: [
    'allmende sites',
    'allmende sites enrol jena',
    'allmende sites pause jena --reason "New cooling."',
  ],
  options: { reason: { type: 'string' } },
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
              s.standing === 'active' ? s.state : s.standing,
              `${s.accelerators} × ${s.acceleratorModel}`,
              String(s.running),
              s.operator,
            ]),
          ]),
        )
      return exit.done
    }
    const standing = standingOf[verb]
    if (standing && site) return setStanding(io, values, site, standing)
    if (verb !== 'enrol' || !site)
      throw new UsageError(
        `"${words.join(' ')}" is nothing that sites does; expected: allmende sites enrol|pause|resume|end SITE.`,
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
