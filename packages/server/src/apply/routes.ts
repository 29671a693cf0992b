import { createHash } from 'node:crypto'
import { routes, type ReplyIn } from '@allmende/wire'
import type { Context } from '../context.ts'
import type { Room } from '../http/api.ts'
import type { Actor } from '../http/actor.ts'
import { afterId, pageOf } from '../http/page.ts'
import { can, demand, readableApplications } from '../http/policy.ts'
import { Refusal } from '../http/problems.ts'
import { proofsOf } from '../record/index.ts'
import type { Content } from './content.ts'
import { loadPrivateCountries, questionsForTheTeam } from './private-countries.ts'
import {
  answerQuestions,
  changeApplication,
  createApplication,
  submitApplication,
  withdrawApplication,
} from './operations.ts'
import { describeStatement, loadOwnStanding, saveOwnStatement } from './statement.ts'
import { inviteTeamMember, removeTeamMember, saveStatement } from './team.ts'
import { loadTeam, loadView, pageOfApplications, type ApplicationView, type TeamRow } from './store.ts'

type Shape = ReplyIn<typeof routes.getApplication>
type Question = Shape['questions'][number]

const iso = (at: Date | null) => at?.toISOString() ?? null

const decided: ReadonlySet<string> = new Set(['awarded', 'refused', 'withdrawn'])

/** Who has it now, in words: the clock names somebody in every state. */
const holder: Record<ApplicationView['application']['state'], string> = {
  draft: 'the lead',
  submitted: 'the rules',
  clearing: 'a compliance officer',
  review: 'reviewers',
  panel: 'the panel chair',
  awarded: 'the project',
  refused: 'nobody',
  withdrawn: 'nobody',
}

/** The lead is "you" to themselves, and has a name to everybody else. */
function holderOf({ application, leadName }: ApplicationView, asked: boolean, actor: Actor): string {
  if (!asked && application.state !== 'draft') return holder[application.state]
  return actor.kind === 'person' && actor.person === application.lead ? 'you' : leadName
}

/** How far an application came that ended without an award. */
function stoppedAt(view: ApplicationView): Shape['stoppedAt'] {
  const { state, submittedAt } = view.application
  if (state === 'refused') return view.notRefusedSites > 0 ? 'award' : 'clear'
  if (state !== 'withdrawn') return null
  if (submittedAt === null) return 'apply'
  if (view.reviewsAsked === 0) return 'clear'
  return view.reviewsWanted !== null && view.reviewsIn >= view.reviewsWanted ? 'award' : 'review'
}

function openQuestions(view: ApplicationView): Question[] {
  if (view.application.state !== 'clearing') return []
  const answered = new Set(Object.keys(view.application.answers as Record<string, string>))
  const byFact = new Map<string, Question>()
  for (const questions of view.questions) {
    for (const question of questions as Question[])
      if (!answered.has(question.fact)) byFact.set(question.fact, question)
  }
  return [...byFact.values()]
}

function describeEnquiries({ enquiries }: ApplicationView): Shape['enquiries'] {
  return enquiries.map((enquiry) => ({
    ...enquiry,
    askedAt: new Date(enquiry.askedAt).toISOString(),
    answeredAt: enquiry.answeredAt === null ? null : new Date(enquiry.answeredAt).toISOString(),
  }))
}

/** Since when it waits: while the lead is asked, since the first question that is open. */
function waitsSince({ application }: ApplicationView, enquiries: Shape['enquiries']): string {
  const open = enquiries.find((enquiry) => enquiry.answer === null)
  return open?.askedAt ?? application.stateSince.toISOString()
}

function describeTeam(team: readonly TeamRow[], actor: Actor) {
  return team.map((t) => ({
    id: t.entry.id,
    name: t.name,
    state: t.party ? ('stated' as const) : ('invited' as const),
    you: actor.kind === 'person' && actor.person === t.entry.person,
  }))
}

async function demandView(
  ctx: Context,
  actor: Actor,
  id: string,
): Promise<{ view: ApplicationView; team: TeamRow[] }> {
  const view = await loadView(ctx, id)
  if (!view) throw new Refusal('request.not-found', 'There is no such application.')
  const team = await loadTeam(ctx, id)
  demand(actor, {
    action: 'application.read',
    lead: view.application.lead,
    team: team.map((t) => t.entry.person),
  })
  return { view, team }
}

/** Officers read all; the lead nothing that would tell where somebody else of the team has ties. */
async function readableQuestions(ctx: Context, actor: Actor, view: ApplicationView): Promise<Question[]> {
  const questions = openQuestions(view)
  if (questions.length === 0 || can(actor, { action: 'case.read', team: [] }).may) return questions
  const reader = actor.kind === 'person' ? actor.person : null
  return questionsForTheTeam(questions, await loadPrivateCountries(ctx, view.application.id, reader))
}

/** An answer is to a question that is open, or corrects one that was given. */
async function demandAsked(ctx: Context, actor: Actor, id: string, facts: readonly string[]): Promise<void> {
  const { view } = await demandView(ctx, actor, id)
  if (view.application.state !== 'clearing') return
  const open = (await readableQuestions(ctx, actor, view)).map((q) => q.fact)
  const known = [...open, ...Object.keys(view.application.answers as Record<string, string>)]
  const unknown = facts.filter((fact) => !known.includes(fact))
  if (unknown.length === 0) return
  throw new Refusal('request.invalid', `Nobody asked: ${unknown.join(', ')}.`, {
    remedy:
      open.length > 0
        ? `Questions that are open: ${open.join(', ')}.`
        : 'No question of the rules is open now.',
    fields: unknown.map((fact) => ({ field: `answers.${fact}`, message: 'no open question' })),
  })
}

async function show(ctx: Context, actor: Actor, id: string): Promise<{ body: Shape; etag: string }> {
  const { view, team } = await demandView(ctx, actor, id)
  const { application, call } = view
  const questions = await readableQuestions(ctx, actor, view)
  const enquiries =
    decided.has(application.state) && application.state !== 'awarded' ? [] : describeEnquiries(view)
  const asked = questions.length > 0 || enquiries.some((enquiry) => enquiry.answer === null)
  const lead = can(actor, { action: 'application.edit', lead: application.lead }).may
  const edit = application.state === 'draft' && lead
  const withdraw = ['draft', 'submitted', 'clearing', 'review', 'panel'].includes(application.state) && lead
  const invite = application.state === 'awarded' && lead
  const body = {
    id,
    number: application.number,
    call: call.id,
    callTitle: call.title,
    callMaxAcceleratorMs: call.maxAcceleratorMs,
    lane: call.lane,
    member: application.member,
    lead: { id: application.lead, name: view.leadName },
    state: application.state,
    version: application.version,
    content: application.content as Content,
    team: describeTeam(team, actor),
    questions,
    enquiries,
    clock: {
      since: waitsSince(view, enquiries),
      // What is decided has no term any more.
      by: decided.has(application.state) ? null : iso(application.decideBy),
      who: holderOf(view, asked, actor),
    },
    stoppedAt: stoppedAt(view),
    refusal: application.refusal,
    project: view.project,
    createdAt: application.createdAt.toISOString(),
    submittedAt: iso(application.submittedAt),
    proofs: await proofsOf(ctx, id),
    can: { edit, submit: edit, withdraw, invite: edit || invite },
  }
  return { body, etag: etagOf(application.version, body) }
}

/** Names the version, for saves, and everything that is shown with it: a state or a team changes without a version. */
function etagOf(version: number, body: Shape): string {
  const shown = createHash('sha256').update(JSON.stringify(body)).digest('base64url').slice(0, 22)
  return `"v${version}.${shown}"`
}

/** The version that If-Match names; null where any will do, and one that never stood where it names none of ours. */
function versionOf(request: Request): number | null {
  const given = request.headers.get('if-match')
  if (given === null || given === '*') return null
  return Number(/^(?:W\/)?"v(\d+)(?:\.[\w-]+)?"$/.exec(given)?.[1] ?? -1)
}

export const applyRoom: Room = (serve, ctx) => {
  const demandLead = async (actor: Actor, id: string) => {
    const { view } = await demandView(ctx, actor, id)
    demand(actor, { action: 'application.edit', lead: view.application.lead })
  }
  serve(routes.createApplication, async ({ actor, body }) => {
    demand(actor, { action: 'application.create' })
    return show(ctx, actor, await createApplication(ctx, actor, body))
  })
  serve(routes.listApplications, async ({ actor, query }) => {
    const found = await pageOfApplications(ctx, {
      readable: readableApplications(actor),
      after: afterId(query.after),
      limit: query.limit + 1,
      state: query.state,
    })
    const { rows, next } = pageOf(found, query.limit, (last) => last.id)
    const items = rows.map((a) => ({
      id: a.id,
      number: a.number,
      title: a.title,
      call: a.call,
      state: a.state,
      member: a.member,
      askedAcceleratorMs: a.askedAcceleratorMs,
      submittedAt: iso(a.submittedAt),
      by: decided.has(a.state) ? null : iso(a.decideBy),
    }))
    return { body: { items, next } }
  })
  serve(routes.getApplication, async ({ actor, params }) => show(ctx, actor, params.id))
  serve(routes.saveApplication, async ({ actor, params, body, request }) => {
    await demandLead(actor, params.id)
    await changeApplication(ctx, params.id, body, versionOf(request))
    return show(ctx, actor, params.id)
  })
  serve(routes.submitApplication, async ({ actor, params }) => {
    await demandLead(actor, params.id)
    await submitApplication(ctx, params.id)
    return show(ctx, actor, params.id)
  })
  serve(routes.withdrawApplication, async ({ actor, params }) => {
    await demandLead(actor, params.id)
    await withdrawApplication(ctx, params.id)
    return show(ctx, actor, params.id)
  })
  serve(routes.answerQuestions, async ({ actor, params, body }) => {
    await demandLead(actor, params.id)
    await demandAsked(ctx, actor, params.id, Object.keys(body.answers))
    await answerQuestions(ctx, params.id, body.answers)
    return show(ctx, actor, params.id)
  })
  serve(routes.inviteTeamMember, async ({ actor, params, body }) => {
    await demandLead(actor, params.id)
    const person = await inviteTeamMember(ctx, params.id, body)
    const [member] = describeTeam(
      (await loadTeam(ctx, params.id)).filter((t) => t.entry.person === person),
      actor,
    )
    if (!member) throw new Error('Invariant broken: an invited person is in the team')
    return { body: member }
  })
  serve(routes.removeTeamMember, async ({ actor, params }) => {
    await demandLead(actor, params.id)
    await removeTeamMember(ctx, params.id, params.entry)
    return {}
  })
  serve(routes.getStatement, async ({ actor, params }) => {
    const { team } = await demandView(ctx, actor, params.id)
    const own = team.find((t) => t.entry.person === actor.person)
    return { body: { statement: describeStatement(ctx, own?.party) } }
  })
  serve(routes.saveStatement, async ({ actor, params, body }) => {
    const { team } = await demandView(ctx, actor, params.id)
    demand(actor, { action: 'application.state-own', team: team.map((t) => t.entry.person) })
    await saveStatement(ctx, params.id, actor.person, body)
    return {}
  })
  serve(routes.getOwnStatement, async ({ actor }) => {
    const { party, ...standing } = await loadOwnStanding(ctx, actor.person)
    return { body: { ...standing, statement: describeStatement(ctx, party) } }
  })
  serve(routes.saveOwnStatement, async ({ actor, body }) => {
    await saveOwnStatement(ctx, actor.person, body)
    return {}
  })
}
