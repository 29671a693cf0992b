import { readFile } from 'node:fs/promises'
import { basename, dirname, resolve } from 'node:path'
import { jobFileSchema, routes, type BodyIn } from '@allmende/wire'
import { packBundle } from '@allmende/wire/bundle'
import { parse } from 'yaml'
import { exit, printJson, text, UsageError, whole, type Args, type Command, type Io } from '../../command.ts'
import { chooseProject } from '../apply/apply.ts'
import { followJob } from './follow.ts'

type JobBody = BodyIn<typeof routes.submitJob>

async function fromFile(path: string): Promise<{ folder: string; job: Omit<JobBody, 'project'> }> {
  const parsed = jobFileSchema.safeParse(parse(await readFile(path, 'utf8')))
  if (!parsed.success)
    throw new UsageError(
      `${path}: ${parsed.error.issues.map((i) => `${i.path.join('.') || 'file'}: ${i.message}`).join('; ')}`,
    )
  const { name, command, needs, env } = parsed.data
  return { folder: dirname(path), job: { name, command: [...command], env: { ...env }, ...needs } }
}

function fromWords(io: Io, { values, rest }: Args): { folder: string; job: Omit<JobBody, 'project'> } {
  const command = [...rest]
  if (command.length === 0)
    throw new UsageError('Say what to run: allmende run job.yaml, or allmende run -- node train.mjs')
  return {
    folder: io.cwd,
    job: {
      name: text(values, 'name') ?? `${basename(io.cwd)}: ${command.join(' ')}`.slice(0, 120),
      command,
      accelerators: whole(values, 'accelerators', 1, 0, 100_000),
      cpus: whole(values, 'cpus', 1, 1, 4096),
      memoryMiB: whole(values, 'memory', 1024, 16, 16_777_216),
      minutes: whole(values, 'minutes', 10, 1, 43_200),
    },
  }
}

export const run: Command = {
  name: 'run',
  summary: 'Run a job: the files of this folder, at a lawful site with room; follows its output',
  usage:
    '(JOB.yaml | [--accelerators N] [--cpus N] [--memory MiB] [--minutes N] -- COMMAND …) [--project P] [--detach]',
  examples: [
    'allmende run -- node train.mjs',
    'allmende run examples/csv-quantiles/job.yaml',
    'allmende run --detach --minutes 60 -- node sweep.mjs',
  ],
  options: {
    project: { type: 'string' },
    name: { type: 'string' },
    accelerators: { type: 'string' },
    cpus: { type: 'string' },
    memory: { type: 'string' },
    minutes: { type: 'string' },
    detach: { type: 'boolean' },
  },
  words: [0, 1],
  async run(io, args) {
    const file = args.words[0]
    const { folder, job } = file ? await fromFile(resolve(io.cwd, file)) : fromWords(io, args)
    const client = await io.client()
    const project = await chooseProject(client, args.values)
    io.progress('packing the files of this folder')
    const bundle = await packBundle(folder)
    io.progress(`sending ${(bundle.data.byteLength / 1024).toFixed(0)} KiB`)
    await client.call(routes.uploadBundle, { params: { sha256: bundle.sha256 }, raw: bundle.data })
    const submitted = await client.call(routes.submitJob, {
      body: { ...job, project, bundle: bundle.sha256 },
    })
    io.progress('')
    if (args.values.detach) {
      if (args.values.json) printJson(io, submitted)
      else io.out(`${submitted.id}\n`)
      return exit.done
    }
    io.err(
      `Job ${submitted.id} is queued. Ctrl-C leaves it running; stop it with: allmende cancel ${submitted.id}\n`,
    )
    return followJob(io, client, submitted.id, args.values.json === true)
  },
}
