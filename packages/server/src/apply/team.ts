import { loadAlliance } from '../alliance/index.ts'
import type { Context } from '../context.ts'
import { newId } from '../http/ids.ts'
import { Refusal } from '../http/problems.ts'
import { endProjectRoles, findOrCreatePerson, grantRole, queueMail } from '../people/index.ts'
import { append } from '../record/index.ts'
import { statedFacts, type Statement } from './statement.ts'
import {
  insertParty,
  insertTeamMember,
  loadApplication,
  loadProjectOf,
  loadTeam,
  saveParty,
  saveTeamMember,
  type ApplicationRow,
} from './store.ts'

/** A team changes while its application is written, and again while its project runs; never under those who decide. */
async function demandChangeable(ctx: Context, id: string): Promise<ApplicationRow> {
  const application = await loadApplication(ctx, id, true)
  if (!application) throw new Refusal('request.not-found', 'There is no such application.')
  if (application.state === 'draft') return application
  if (application.state !== 'awarded')
    throw new Refusal(
      'apply.state',
      `The application is ${application.state}; a team is changed in a draft, or in an awarded project.`,
    )
  if ((await loadProjectOf(ctx, id))?.state === 'ended')
    throw new Refusal('apply.state', 'The project has ended, so nobody joins or leaves it.')
  return application
}

function invitation(ctx: Context, application: ApplicationRow, alliance: string): string {
  const joins =
    application.state === 'awarded'
      ? ' You can run jobs in its project once you have stated it and are screened.'
      : ''
  return `You are invited into the team of "${application.title || application.number}" at ${alliance}. Please sign in and state for yourself what law needs; only compliance officers see it.${joins}\n\n${ctx.settings.publicUrl}/applications/${application.id}/statement\n`
}

/** A mail that got lost is sent again when the same address is invited again, but not sooner. */
const inviteAgainMs = 10 * 60_000

/**
 * Invites somebody. Inviting the same person again sends the mail again while they have stated nothing, and changes
 * nothing else. @returns the person's id
 */
export async function inviteTeamMember(
  ctx: Context,
  id: string,
  invited: { name: string; email: string },
): Promise<string> {
  const application = await demandChangeable(ctx, id)
  const person = await findOrCreatePerson(ctx, invited.name, invited.email)
  const invitedAt = ctx.now()
  const known = (await loadTeam(ctx, id)).find((t) => t.entry.person === person.id)?.entry
  if (known) {
    const soon = invitedAt.getTime() - known.invitedAt.getTime() < inviteAgainMs
    if (known.party !== null || soon) return person.id
    await saveTeamMember(ctx, known.id, { invitedAt })
  } else await insertTeamMember(ctx, { id: newId(invitedAt), application: id, person: person.id, invitedAt })
  const alliance = await loadAlliance(ctx)
  await queueMail(ctx, {
    to: person.email,
    subject: `You are invited into the team of ${application.number}`,
    text: invitation(ctx, application, alliance?.name ?? 'the alliance'),
  })
  return person.id
}

export async function removeTeamMember(ctx: Context, id: string, entry: string): Promise<void> {
  const application = await demandChangeable(ctx, id)
  const found = (await loadTeam(ctx, id)).find((t) => t.entry.id === entry)
  if (!found) throw new Refusal('request.not-found', 'There is nobody like that in this team.')
  if (found.entry.person === application.lead)
    throw new Refusal('apply.state', 'The lead cannot leave the team; withdraw the application instead.')
  await saveTeamMember(ctx, entry, { leftAt: ctx.now() })
  if (found.party) await saveParty(ctx, found.party.id, { leftAt: ctx.now() })
  const project = await loadProjectOf(ctx, id)
  if (!project) return
  await endProjectRoles(ctx, found.entry.person, project.id)
  if (found.party)
    await append(ctx, 'team.left', [id, project.id], (hide) => ({
      application: id,
      project: project.id,
      person: hide('person', found.entry.person),
    }))
  ctx.nudge('chain')
}

/** Whoever joins a team that has its project already reads it from here on; jobs wait for the screening. */
async function joinProject(ctx: Context, application: string, person: string): Promise<void> {
  const project = await loadProjectOf(ctx, application)
  if (!project) return
  await grantRole(ctx, {
    person,
    role: 'project-member',
    scopeKind: 'project',
    scopeId: project.id,
    until: null,
  })
  await append(ctx, 'team.joined', [application, project.id], (hide) => ({
    application,
    project: project.id,
    person: hide('person', person),
  }))
}

/** What a person states for themselves. A change makes a new version, which is screened again. */
export async function saveStatement(
  ctx: Context,
  id: string,
  person: string,
  statement: Statement,
): Promise<void> {
  const application = await loadApplication(ctx, id)
  if (!application || ['refused', 'withdrawn'].includes(application.state))
    throw new Refusal('apply.state', 'This application has ended.')
  const own = (await loadTeam(ctx, id)).find((t) => t.entry.person === person)
  if (!own) throw new Refusal('policy.denied', 'You are not in this team.')
  if (own.party)
    await saveParty(ctx, own.party.id, {
      ...statedFacts(ctx, own.party.id, statement),
      version: own.party.version + 1,
    })
  else {
    const party = newId(ctx.now())
    await insertParty(ctx, {
      id: party,
      application: id,
      kind: 'person',
      person,
      version: 1,
      ...statedFacts(ctx, party, statement),
    })
    await saveTeamMember(ctx, own.entry.id, { party })
    await joinProject(ctx, id, person)
  }
  ctx.nudge('chain')
}
