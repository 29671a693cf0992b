import { mkdir } from 'node:fs/promises'
import { resolve } from 'node:path'
import { Readable } from 'node:stream'
import { routes } from '@allmende/wire'
import { unpackBundle } from '@allmende/wire/bundle'
import { exit, printJson, table, text, type Command } from '../../command.ts'
import { printLog } from './follow.ts'
import { holdLines, ruleLines } from './hold.ts'

export const jobs: Command = {
  name: 'jobs',
  summary: 'Jobs of your projects, newest first',
  usage: '[--project P]',
  examples: ['allmende jobs'],
  options: { project: { type: 'string' } },
  words: [0, 0],
  async run(io, { values }) {
    const project = text(values, 'project')
    const { items } = await (await io.client()).call(routes.listJobs, { query: project ? { project } : {} })
    if (values.json) printJson(io, items)
    else if (items.length === 0) io.out('No jobs yet. Run one: allmende run -- node train.mjs\n')
    else
      io.out(
        table([
          ['ID', 'STATE', 'SITE', 'SUBMITTED', 'NAME'],
          ...items.map((j) => [j.id, j.result ?? j.state, j.site ?? '–', j.submittedAt.slice(0, 16), j.name]),
        ]),
      )
    return exit.done
  },
}

export const logs: Command = {
  name: 'logs',
  summary: "A job's output",
  usage: 'JOB [--follow]',
  examples: ['allmende logs 019…', 'allmende logs -f 019…'],
  options: { follow: { type: 'boolean', short: 'f' } },
  words: [1, 1],
  async run(io, { values, words }) {
    await printLog(io, await io.client(), words[0] ?? '', values.follow === true)
    io.progress('')
    return exit.done
  },
}

export const cancel: Command = {
  name: 'cancel',
  summary: 'Cancel a job; a running one is stopped at its site',
  usage: 'JOB',
  examples: ['allmende cancel 019…'],
  words: [1, 1],
  async run(io, { values, words }) {
    const job = await (await io.client()).call(routes.cancelJob, { params: { id: words[0] ?? '' }, body: {} })
    if (values.json) printJson(io, job)
    else io.out(job.state === 'ended' ? 'Cancelled.\n' : `Asked ${job.siteName ?? 'its site'} to stop it.\n`)
    return exit.done
  },
}

export const fetchOutputs: Command = {
  name: 'fetch',
  summary: 'Get the files a job left in its output folder',
  usage: 'JOB [--to DIR]',
  examples: ['allmende fetch 019… --to results'],
  options: { to: { type: 'string' } },
  words: [1, 1],
  async run(io, { values, words }) {
    const id = words[0] ?? ''
    const response = await (await io.client()).send(routes.getOutputs, { params: { id } })
    const folder = resolve(io.cwd, text(values, 'to') ?? `allmende-${id.slice(0, 13)}`)
    await mkdir(folder, { recursive: true })
    const unpacked = await unpackBundle(
      Readable.fromWeb(response.body as Parameters<typeof Readable.fromWeb>[0]),
      folder,
    )
    if (!unpacked.ok) {
      io.err(`The files were refused: ${unpacked.problem.message}\n`)
      return exit.no
    }
    if (values.json) printJson(io, { folder, files: unpacked.files })
    else io.out(`${unpacked.files} ${unpacked.files === 1 ? 'file' : 'files'} in ${folder}\n`)
    return exit.done
  },
}

export const explain: Command = {
  name: 'explain',
  summary: 'Why a job waits, or runs where it does, for every site',
  usage: 'JOB',
  examples: ['allmende explain 019…'],
  words: [1, 1],
  async run(io, { values, words }) {
    const explanation = await (await io.client()).call(routes.explainJob, { params: { id: words[0] ?? '' } })
    if (values.json) printJson(io, explanation)
    else {
      io.out(
        `The job is ${explanation.state}${explanation.rank === null ? '' : `, number ${explanation.rank + 1} in line`}${explanation.expectedStartAt ? `, expected to start at ${explanation.expectedStartAt.slice(0, 16)} UTC` : ''}.\n`,
      )
      if (explanation.hold) io.out(holdLines(explanation.hold))
      for (const site of explanation.sites) {
        io.out(
          `  ${site.site}: ${site.sentence}${site.whatWouldChangeIt ? ` ${site.whatWouldChangeIt}` : ''}\n`,
        )
        io.out(ruleLines(site.rules))
      }
    }
    return exit.done
  },
}
