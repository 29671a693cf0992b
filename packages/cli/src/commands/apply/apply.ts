import { routes } from '@allmende/wire'
import {
  exit,
  hours,
  printJson,
  table,
  text,
  UsageError,
  type Command,
  type Io,
  type Values,
} from '../../command.ts'

export const status: Command = {
  name: 'status',
  summary: 'Where your applications stand, since when, and what they wait for',
  usage: '[APPLICATION]',
  examples: ['allmende status', 'allmende status 019…'],
  words: [0, 1],
  async run(io, { values, words }) {
    const client = await io.client()
    const id = words[0]
    if (!id) {
      const { items } = await client.call(routes.listApplications, { query: {} })
      if (values.json) printJson(io, items)
      else if (items.length === 0)
        io.out('You have no applications yet. Start one: allmende apply FILE.yaml\n')
      else
        io.out(
          table([
            ['NUMBER', 'STATE', 'ASKED', 'DECIDED BY', 'ID', 'TITLE'],
            ...items.map((a) => [
              a.number,
              a.state,
              hours(a.askedAcceleratorMs),
              a.by?.slice(0, 16) ?? '–',
              a.id,
              a.title,
            ]),
          ]),
        )
      return exit.done
    }
    const application = await client.call(routes.getApplication, { params: { id } })
    const { items: sites } = await client.call(routes.listClearances, { params: { id } })
    if (values.json) printJson(io, { ...application, clearances: sites })
    else {
      io.out(
        `${application.number} ${application.content.title}\nState: ${application.state}, since ${application.clock.since.slice(0, 16)}, with ${application.clock.who}${application.clock.by ? `, decided by ${application.clock.by.slice(0, 16)}` : ''}\n`,
      )
      if (application.refusal) io.out(`Refused: ${application.refusal}\n`)
      if (application.project) io.out(`Project: ${application.project}\n`)
      for (const site of sites)
        io.out(
          `  ${site.siteName}: ${site.standing}${site.findings.length > 0 ? `. ${site.findings.join(' ')}` : ''}\n`,
        )
      for (const { id: enquiry, text, answer: given } of application.enquiries)
        if (given === null)
          io.out(`? An officer asks: ${text}\n  Answer: allmende answer ${id} ${enquiry} "YOUR ANSWER"\n`)
      for (const q of application.questions)
        io.out(`? ${q.ask}\n  ${q.whyAsked}\n  Answer: allmende answer ${id} ${q.fact}=yes or =no\n`)
    }
    return exit.done
  },
}

/** What an officer asked is named by its id; a fact never looks like one. */
const isUuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/

export const answer: Command = {
  name: 'answer',
  summary: 'Answer open questions of the rules, or what an officer asked, for an application',
  usage: 'APPLICATION FACT=yes|no … | APPLICATION QUESTION TEXT',
  examples: [
    'allmende answer 019… endUse.militaryOrIntelligence=no',
    'allmende answer 019… 019… "The library of the trust holds the weights."',
  ],
  words: [2, -1],
  async run(io, { values, words }) {
    const [id = '', ...pairs] = words
    const [enquiry = '', ...said] = pairs
    if (isUuid.test(enquiry)) {
      if (said.length === 0) throw new UsageError('The answer is missing; write it behind the question.')
      const answered = await (
        await io.client()
      ).call(routes.answerEnquiry, { params: { id, enquiry }, body: { answer: said.join(' ') } })
      if (values.json) printJson(io, answered)
      else io.out(`Answered. The officer has your answer to: ${answered.text}\n`)
      return exit.done
    }
    const answers: Record<string, 'yes' | 'no'> = {}
    for (const pair of pairs) {
      const [fact, said] = pair.split('=')
      if (!fact || (said !== 'yes' && said !== 'no'))
        throw new UsageError(`"${pair}" is no answer; expected FACT=yes or FACT=no.`)
      answers[fact] = said
    }
    const application = await (
      await io.client()
    ).call(routes.answerQuestions, { params: { id }, body: { answers } })
    if (values.json) printJson(io, application)
    else io.out(`Answered. ${application.number} is ${application.state}.\n`)
    return exit.done
  },
}

const stateOf: Readonly<Partial<Record<string, 'active' | 'suspended' | 'ended'>>> = {
  suspend: 'suspended',
  resume: 'active',
  end: 'ended',
}

async function setProjectState(io: Io, values: Values, verb: string, id = ''): Promise<number> {
  const [state, reason] = [stateOf[verb], text(values, 'reason')]
  if (!state || !id || !reason)
    throw new UsageError('Expected: allmende projects suspend|resume|end PROJECT --reason TEXT')
  const set = await (
    await io.client()
  ).call(routes.setProjectState, { params: { id }, body: { state, reason } })
  if (values.json) printJson(io, set)
  else io.out(`${set.project} is ${set.state}.\n`)
  return exit.done
}

export const projects: Command = {
  name: 'projects',
  summary: 'Your projects, what is left of each award; or, for the secretariat, suspend, resume or end one',
  usage: '[suspend PROJECT | resume PROJECT | end PROJECT --reason TEXT]',
  examples: ['allmende projects', 'allmende projects suspend tides-2026-0001 --reason "An enquiry."'],
  options: { reason: { type: 'string' } },
  words: [0, 2],
  async run(io, { values, words }) {
    const [verb, project] = words
    if (verb !== undefined) return setProjectState(io, values, verb, project)
    const { items } = await (await io.client()).call(routes.listProjects, { query: {} })
    if (values.json) printJson(io, items)
    else if (items.length === 0)
      io.out('You have no project yet. It comes with an award: allmende apply FILE.yaml\n')
    else
      io.out(
        table([
          ['PROJECT', 'STATE', 'LEFT', 'UNTIL', 'NAME'],
          ...items.map((p) => [
            p.id,
            p.state,
            hours(p.awardedAcceleratorMs - p.usedAcceleratorMs - p.reservedAcceleratorMs),
            p.until.slice(0, 10),
            p.name,
          ]),
        ]),
      )
    return exit.done
  },
}

/** The project named by --project, or the only active one. */
export async function chooseProject(
  client: Awaited<ReturnType<Parameters<Command['run']>[0]['client']>>,
  values: Parameters<Command['run']>[1]['values'],
): Promise<string> {
  const named = text(values, 'project')
  if (named) return named
  const { items } = await client.call(routes.listProjects, { query: {} })
  const active = items.filter((p) => p.state === 'active')
  const [only] = active
  if (!only || active.length > 1) {
    throw new UsageError(
      active.length === 0
        ? 'You have no active project to run this in. See: allmende projects'
        : `You have several projects; say which: --project ${active.map((p) => p.id).join(' | ')}`,
    )
  }
  return only.id
}
