import { sql, type SQL } from 'drizzle-orm'
import { applications, teamMembers } from '../apply/tables.ts'
import { projects } from '../award/tables.ts'
import { jobs } from '../jobs/tables.ts'
import { hasRole, principalsOf, type Actor, type Resting } from './actor.ts'
import { Refusal } from './problems.ts'

/** What somebody wants to do, to what. Facts about the thing are loaded by the operation and stated here. */
export type Wish =
  | { readonly action: 'alliance.manage' }
  | { readonly action: 'people.manage' }
  | { readonly action: 'application.create' }
  | { readonly action: 'application.read'; readonly lead: string; readonly team: readonly string[] }
  | { readonly action: 'application.edit'; readonly lead: string }
  | { readonly action: 'application.state-own'; readonly team: readonly string[] }
  | { readonly action: 'case.read' | 'case.decide'; readonly team: readonly string[] }
  | { readonly action: 'case.second'; readonly team: readonly string[]; readonly first: First }
  | { readonly action: 'queries.read' | 'delegations.read' | 'role.delegate' }
  | { readonly action: 'delegation.end'; readonly officer: string; readonly deputy: string }
  | { readonly action: 'list.import' }
  | { readonly action: 'screening.query' }
  | { readonly action: 'review.read' | 'review.write'; readonly reviewer: string }
  | { readonly action: 'award.decide'; readonly team: readonly string[] }
  | { readonly action: 'panel.read' }
  | { readonly action: 'site.manage'; readonly site: string; readonly member: string }
  | { readonly action: 'project.read'; readonly project: string; readonly member: string }
  | { readonly action: 'job.submit' | 'job.cancel'; readonly project: string }
  | { readonly action: 'job.read'; readonly project: string; readonly member: string }

/** The officer who proposed first, and the one they stood in for. */
export type First = { readonly officer: string; readonly standsFor: string | null }

export type Verdict =
  | { readonly may: true }
  | { readonly may: false; readonly because: string; readonly remedy: string }

const yes: Verdict = { may: true }
const no = (because: string, remedy: string): Verdict => ({ may: false, because, remedy })

function roleOrNo(actor: Actor, allowed: boolean, role: string, remedy?: string): Verdict {
  if (allowed) return yes
  const ask = remedy ?? `Ask the secretariat for the role of ${role}.`
  return no(`This is for the ${role}.`, actor.kind === 'nobody' ? 'Sign in as one of them.' : ask)
}

/** Nobody is given these roles: they come with leading an application, being invited, or being asked to review. */
const askTheLead = "Ask the project's lead to invite you."
const leadsOnly = 'Ask its lead.'
const assignedOnly = 'Whoever was asked writes it. The panel chair sees who that is.'

/** Nobody decides about an application of a team that they, or somebody they stand in for, belong to. */
function notOwnTeam(actor: Actor, team: readonly string[]): Verdict {
  if (actor.kind !== 'person') return yes
  if (team.includes(actor.person)) return no('You belong to this team.', 'Another officer must decide.')
  return principalsOf(actor, 'officer').some((person) => team.includes(person))
    ? no('The officer you stand in for belongs to this team.', 'Another officer must decide.')
    : yes
}

/** Two officers are two people: whoever proposed, whom they stood in for, and deputies of either are one. */
function notTheFirst(actor: Actor, first: First): Verdict {
  if (actor.kind !== 'person') return yes
  const one: readonly (string | null)[] = [first.officer, first.standsFor]
  return [actor.person, ...principalsOf(actor, 'officer')].some((person) => one.includes(person))
    ? no(
        'You proposed this, or one of you two stands in for the other.',
        'A second officer, independent of the first, must look at it.',
      )
    : yes
}

/** Who may do what: the one place. Anything not named here is refused. */
export function can(actor: Actor, wish: Wish): Verdict {
  const secretariat = hasRole(actor, 'secretariat')
  const officer = hasRole(actor, 'officer')
  const chair = hasRole(actor, 'panel-chair')
  const is = (person: string) => actor.kind === 'person' && actor.person === person
  switch (wish.action) {
    case 'alliance.manage':
    case 'people.manage':
      return roleOrNo(actor, secretariat, 'secretariat')
    case 'list.import':
      return roleOrNo(actor, secretariat || officer, 'officer or secretariat')
    case 'screening.query':
      return roleOrNo(actor, officer, 'officer')
    case 'application.create':
      return actor.kind === 'person' ? yes : no('An application needs somebody who leads it.', 'Sign in.')
    case 'application.read':
      return roleOrNo(
        actor,
        is(wish.lead) || wish.team.some(is) || officer || chair || secretariat,
        'team or an officer',
        "Ask the application's lead to invite you.",
      )
    case 'application.edit':
      return roleOrNo(actor, is(wish.lead), 'lead of this application', leadsOnly)
    case 'application.state-own':
      return roleOrNo(actor, wish.team.some(is), 'team', "Ask the application's lead to invite you.")
    case 'case.read':
      return roleOrNo(actor, officer, 'officer')
    case 'case.decide':
      return officer ? notOwnTeam(actor, wish.team) : roleOrNo(actor, false, 'officer')
    case 'case.second': {
      const decide = can(actor, { action: 'case.decide', team: wish.team })
      return decide.may ? notTheFirst(actor, wish.first) : decide
    }
    case 'queries.read':
    case 'delegations.read':
      return roleOrNo(actor, officer || secretariat, 'officer or secretariat')
    case 'role.delegate':
      return mayDelegate(actor)
    case 'delegation.end':
      return roleOrNo(
        actor,
        secretariat || is(wish.officer) || is(wish.deputy),
        'officer who delegated, their deputy or the secretariat',
      )
    case 'review.read':
    case 'review.write':
      return roleOrNo(actor, is(wish.reviewer), 'reviewer it was assigned to', assignedOnly)
    case 'panel.read':
      return roleOrNo(actor, chair || secretariat, 'panel chair')
    case 'award.decide':
      return chair ? notOwnTeam(actor, wish.team) : roleOrNo(actor, false, 'panel chair')
    case 'site.manage':
      return roleOrNo(
        actor,
        secretariat || hasRole(actor, 'site-operator', wish.site),
        'operator of this site',
      )
    case 'project.read':
    case 'job.read':
      return roleOrNo(actor, readsAlong(actor, wish), 'people of this project', askTheLead)
    case 'job.submit':
    case 'job.cancel':
      return roleOrNo(actor, onProject(actor, wish.project), 'people of this project', askTheLead)
  }
}

/** Only a role that is one's own can be delegated: a deputy passes it on to nobody. */
function mayDelegate(actor: Actor): Verdict {
  const own = actor.kind === 'person' && actor.grants.some((g) => g.role === 'officer' && !g.standsFor)
  if (own || !hasRole(actor, 'officer')) return roleOrNo(actor, own, 'officer')
  return no('You hold this role for somebody else.', 'Only they can delegate it.')
}

/** Who works on all projects or speaks for the project's member reads along; who is on it does, of course. */
function readsAlong(actor: Actor, on: { readonly project: string; readonly member: string }): boolean {
  return (
    (['officer', 'secretariat', 'panel-chair'] as const).some((role) => hasRole(actor, role)) ||
    hasRole(actor, 'delegate', on.member) ||
    onProject(actor, on.project)
  )
}

function onProject(actor: Actor, project: string): boolean {
  return hasRole(actor, 'project-lead', project) || hasRole(actor, 'project-member', project)
}

/** Where somebody states who they are, and reads why a role of theirs rests; mails lead there too. */
export const ownStatementPage = '/account/statement'

/** The roles that rest, where with them somebody might: only then are those the reason, and told to whose they are. */
function restingFor(actor: Actor, wish: Wish): Resting | null {
  if (actor.kind !== 'person' || actor.resting === null) return null
  const awake = { ...actor, grants: [...actor.grants, ...actor.resting.grants] }
  return can(awake, wish).may ? actor.resting : null
}

function refusalOf({ why }: Resting): Refusal {
  switch (why) {
    case 'open-hit':
      return new Refusal(
        'policy.role-rests',
        'Your role for this rests: screening found somebody on a list who may resemble you, and a compliance officer has yet to decide.',
        {
          remedy:
            'State who you are, so that you are told apart: in Your account, or with `allmende account statement set`.',
          see: ownStatementPage,
        },
      )
    case 'confirmed-hit':
      return new Refusal(
        'policy.role-rests',
        'Your roles rest: a compliance officer decided that a screening list names you.',
        {
          remedy:
            'If that is a mistake, write to the secretariat, and look at what you stated in Your account.',
          see: ownStatementPage,
        },
      )
  }
}

/** The same, as a refusal. */
export function demand(actor: Actor, wish: Wish): void {
  const verdict = can(actor, wish)
  if (verdict.may) return
  const resting = restingFor(actor, wish)
  if (resting) throw refusalOf(resting)
  if (actor.kind === 'nobody')
    throw new Refusal('sign-in.needed', verdict.because, { remedy: verdict.remedy })
  throw new Refusal('policy.denied', verdict.because, { remedy: verdict.remedy })
}

const nothing = sql`false`
const everything = sql`true`

/** The rows of `applications` for which `application.read` says yes. */
export function readableApplications(actor: Actor): SQL {
  if (actor.kind !== 'person') return nothing
  if (hasRole(actor, 'officer') || hasRole(actor, 'panel-chair') || hasRole(actor, 'secretariat'))
    return everything
  return sql`(${applications.lead} = ${actor.person} or exists (select 1 from ${teamMembers} where ${teamMembers.application} = ${applications.id} and ${teamMembers.person} = ${actor.person} and ${teamMembers.leftAt} is null))`
}

function scopeIds(actor: Actor, roles: readonly string[]): string[] {
  return actor.kind === 'person'
    ? actor.grants.filter((g) => roles.includes(g.role)).map((g) => g.scopeId)
    : []
}

function inList(column: SQL, values: readonly string[]): SQL {
  return values.length === 0
    ? nothing
    : sql`${column} in (${sql.join(
        values.map((v) => sql`${v}`),
        sql`, `,
      )})`
}

/** The rows of `projects` for which `project.read` says yes. */
export function readableProjects(actor: Actor): SQL {
  if (actor.kind !== 'person') return nothing
  if (hasRole(actor, 'officer') || hasRole(actor, 'panel-chair') || hasRole(actor, 'secretariat'))
    return everything
  return sql`(${inList(sql`${projects.id}`, scopeIds(actor, ['project-lead', 'project-member']))} or ${inList(sql`${projects.member}`, scopeIds(actor, ['delegate']))})`
}

/** The rows of `jobs` for which `job.read` says yes. */
export function readableJobs(actor: Actor): SQL {
  if (actor.kind !== 'person') return nothing
  if (hasRole(actor, 'officer') || hasRole(actor, 'panel-chair') || hasRole(actor, 'secretariat'))
    return everything
  return sql`exists (select 1 from ${projects} where ${projects.id} = ${jobs.project} and ${readableProjects(actor)})`
}
