import type { BodyOf, routes } from '@allmende/wire'
import { isOpen, loadCall, loadMembersNow } from '../alliance/index.ts'
import type { Context } from '../context.ts'
import type { PersonActor } from '../http/actor.ts'
import { newId } from '../http/ids.ts'
import { Refusal } from '../http/problems.ts'
import { append } from '../record/index.ts'
import { sealIdentifiers } from './identifiers.ts'
import { insertOwners, isOwner } from './owners.ts'
import { emptyContent, mergeContent, missingFields, type Content, type ContentChange } from './content.ts'
import {
  insertApplication,
  insertParty,
  insertTeamMember,
  loadApplication,
  loadTeam,
  nextNumber,
  partiesOf,
  saveApplication,
  saveParty,
  setApplicationState,
  type ApplicationRow,
} from './store.ts'

async function demandOpenCall(ctx: Context, id: string) {
  const call = await loadCall(ctx, id)
  if (!call) throw new Refusal('request.not-found', `There is no call "${id}".`)
  if (!isOpen(call, ctx.now())) {
    const when =
      call.closesAt && call.closesAt <= ctx.now()
        ? `It closed on ${call.closesAt.toISOString().slice(0, 16).replace('T', ' ')} UTC.`
        : `It opens on ${call.opensAt.toISOString().slice(0, 10)}.`
    throw new Refusal('apply.call-closed', `The call "${call.title}" is closed. ${when}`, {
      remedy: 'Your draft is kept. Look for another call.',
    })
  }
  return call
}

/** An application counts on the share of a member that there is, now. */
async function demandMember(ctx: Context, id: string | null | undefined): Promise<void> {
  if (id === null || id === undefined) return
  const present = (await loadMembersNow(ctx)).map((m) => m.id)
  if (present.includes(id)) return
  const known = present.length > 0 ? ` Members: ${present.join(', ')}.` : ''
  throw new Refusal('request.invalid', `There is no member "${id}".`, {
    remedy: `Name the member through which you apply.${known}`,
    fields: [{ field: 'member', fault: 'choice', message: `There is no member "${id}".${known}` }],
  })
}

async function demandDraft(ctx: Context, id: string): Promise<ApplicationRow> {
  const application = await loadApplication(ctx, id, true)
  if (!application) throw new Refusal('request.not-found', 'There is no such application.')
  if (application.state !== 'draft')
    throw new Refusal('apply.state', `The application is ${application.state}; only a draft can be changed.`)
  return application
}

/** Starts a draft; its lead is the first of the team. @returns its id */
export async function createApplication(
  ctx: Context,
  actor: PersonActor,
  request: BodyOf<typeof routes.createApplication>,
): Promise<string> {
  await demandOpenCall(ctx, request.call)
  await demandMember(ctx, request.member)
  const id = newId(ctx.now())
  const content = mergeContent(emptyContent, request.content)
  await insertApplication(ctx, {
    id,
    number: await nextNumber(ctx, ctx.now().getUTCFullYear()),
    call: request.call,
    member: request.member,
    lead: actor.person,
    state: 'draft',
    version: 1,
    title: content.title,
    askedAcceleratorMs: content.askedAcceleratorMs,
    content,
    answers: {},
    createdAt: ctx.now(),
    updatedAt: ctx.now(),
    stateSince: ctx.now(),
  })
  await insertTeamMember(ctx, {
    id: newId(ctx.now()),
    application: id,
    person: actor.person,
    invitedAt: ctx.now(),
  })
  return id
}

/** Saves what was written. With `version`, only over that one: two devices do not overwrite each other unseen. */
export async function changeApplication(
  ctx: Context,
  id: string,
  change: ContentChange & { member?: string | null | undefined },
  version: number | null,
): Promise<void> {
  const application = await demandDraft(ctx, id)
  await demandOpenCall(ctx, application.call)
  const { member, ...rest } = change
  await demandMember(ctx, member)
  const content = mergeContent(application.content as Content, rest)
  if (version !== null && version !== application.version) {
    throw new Refusal(
      'apply.changed',
      'Somebody changed this application meanwhile, perhaps you on another device.',
      { remedy: 'Look at what stands there now, and write again what is missing.' },
    )
  }
  await saveApplication(ctx, id, application.version, {
    content,
    title: content.title,
    askedAcceleratorMs: content.askedAcceleratorMs,
    ...(member === undefined ? {} : { member }),
  })
}

/** The organisation becomes a party of its own, which is screened like a person; so does each of its owners. */
async function saveOrganisation(ctx: Context, application: ApplicationRow): Promise<void> {
  const { organisation } = application.content as Content
  if (!organisation) return
  const [known] = (await partiesOf(ctx, application.id)).filter(
    (party) => party.kind === 'organisation' && !isOwner(party),
  )
  const facts = {
    name: organisation.name,
    residence: organisation.country,
    headquartersCountry: organisation.headquartersCountry,
    ultimateParentCountry: organisation.ultimateParentCountry,
  }
  const id = known?.id ?? newId(ctx.now())
  const { registration } = organisation
  const identifiers = sealIdentifiers(ctx, id, registration === null ? [] : [registration])
  if (known) await saveParty(ctx, id, { ...facts, identifiers, version: known.version + 1 })
  else
    await insertParty(ctx, {
      id,
      application: application.id,
      kind: 'organisation',
      aliases: [],
      nationalities: [],
      version: 1,
      identifiers,
      ...facts,
    })
  await insertOwners(ctx, application.id, id, organisation)
}

/** Submits a draft: from here on it has a number in the log and a clock. */
export async function submitApplication(ctx: Context, id: string): Promise<void> {
  const application = await demandDraft(ctx, id)
  const call = await demandOpenCall(ctx, application.call)
  const team = await loadTeam(ctx, id)
  const content = application.content as Content
  const missing = missingFields({
    content,
    member: application.member,
    maxAcceleratorMs: call.maxAcceleratorMs,
    team: team.map((t) => ({ name: t.name, stated: t.party !== null })),
  })
  if (missing.length > 0)
    throw new Refusal(
      'apply.incomplete',
      `${missing.length === 1 ? 'One thing is' : `${missing.length} things are`} missing: ${missing.map((m) => m.message).join(' ')}`,
      { fields: missing },
    )
  await saveOrganisation(ctx, application)
  const decideBy = new Date(ctx.now().getTime() + call.decideWithinHours * 3_600_000)
  await saveApplication(ctx, id, application.version, { submittedAt: ctx.now(), decideBy })
  await setApplicationState(ctx, id, ['draft'], 'submitted', ctx.now())
  await append(ctx, 'application.submitted', [id], (hide) => ({
    application: id,
    number: application.number,
    call: call.id,
    member: application.member ?? '',
    askedAcceleratorMs: content.askedAcceleratorMs,
    content: hide('content', content),
    team: team.map((t) => hide('team', t.entry.person)),
  }))
}

export async function withdrawApplication(ctx: Context, id: string): Promise<void> {
  const application = await loadApplication(ctx, id, true)
  const moved =
    application &&
    (await setApplicationState(
      ctx,
      id,
      ['draft', 'submitted', 'clearing', 'review', 'panel'],
      'withdrawn',
      ctx.now(),
    ))
  if (!moved)
    throw new Refusal(
      'apply.state',
      `The application is ${application?.state ?? 'gone'} and can no longer be withdrawn.`,
    )
  if (application.submittedAt) await append(ctx, 'application.withdrawn', [id], () => ({ application: id }))
}

/** Adds answers to questions of the rules; what was cleared so far is determined again with them. */
export async function answerQuestions(
  ctx: Context,
  id: string,
  answers: Readonly<Record<string, 'yes' | 'no'>>,
): Promise<void> {
  const application = await loadApplication(ctx, id, true)
  if (!application || !['submitted', 'clearing'].includes(application.state))
    throw new Refusal('apply.state', 'There is nothing to answer now.')
  await saveApplication(ctx, id, application.version, {
    answers: { ...(application.answers as Record<string, string>), ...answers },
  })
  ctx.nudge('chain')
}
