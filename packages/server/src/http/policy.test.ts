import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { calls, members } from '../alliance/tables.ts'
import { applications, teamMembers } from '../apply/tables.ts'
import { projects } from '../award/tables.ts'
import { authenticate } from '../people/index.ts'
import { people } from '../people/tables.ts'
import { startRig, type Rig } from '../testing/rig.ts'
import type { Actor, Grant } from './actor.ts'
import { can, demand, readableApplications, readableProjects, type Wish } from './policy.ts'
import { Refusal } from './problems.ts'

const uuid = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`
const persons = [1, 2, 3, 4].map(uuid)
let rig: Rig

/** Four people, four applications led by each, the next person in the team, and one who left it; two members. */
beforeAll(async () => {
  rig = await startRig({ rooms: [], authenticate, partial: true })
  const { sql } = rig.ctx.db
  const now = rig.ctx.now()
  await sql.insert(members).values(
    ['ke', 'de'].map((id) => ({
      id,
      name: id,
      kind: 'state' as const,
      country: 'KE',
      shareBp: 0,
      pledgedAcceleratorMs: 0,
      from: '2026-01-01',
    })),
  )
  await sql.insert(calls).values({
    id: 'c',
    title: 'c',
    lane: 'trial',
    summary: '',
    opensAt: now,
    maxAcceleratorMs: 1,
    decideWithinHours: 1,
  })
  await sql.insert(people).values(
    persons.map((id, at) => ({
      id,
      name: `Person ${at}`,
      email: `p${at}@lakes.example`,
      language: 'en',
      createdAt: now,
    })),
  )
  for (const [at, lead] of persons.entries()) {
    const id = uuid(100 + at)
    await sql.insert(applications).values({
      id,
      number: `A-${at}`,
      call: 'c',
      lead,
      state: 'awarded',
      version: 1,
      title: '',
      askedAcceleratorMs: 0,
      content: {},
      answers: {},
      createdAt: now,
      updatedAt: now,
      stateSince: now,
    })
    const [mate, gone] = [persons[(at + 1) % 4] ?? '', persons[(at + 2) % 4] ?? '']
    await sql.insert(teamMembers).values([
      { id: uuid(200 + at), application: id, person: mate, invitedAt: now },
      { id: uuid(300 + at), application: id, person: gone, invitedAt: now, leftAt: now },
    ])
    await sql.insert(projects).values({
      id: `project-${at}`,
      name: '',
      member: at % 2 ? 'ke' : 'de',
      application: id,
      state: 'active',
      createdAt: now,
    })
  }
})
afterAll(() => rig.close())

const grant = fc.constantFrom<Grant>(
  { role: 'officer', scopeKind: 'alliance', scopeId: 'alliance' },
  { role: 'officer', scopeKind: 'alliance', scopeId: 'alliance', standsFor: persons[0] ?? '' },
  { role: 'secretariat', scopeKind: 'alliance', scopeId: 'alliance' },
  { role: 'panel-chair', scopeKind: 'alliance', scopeId: 'alliance' },
  { role: 'reviewer', scopeKind: 'member', scopeId: 'ke' },
  { role: 'delegate', scopeKind: 'member', scopeId: 'ke' },
  { role: 'site-operator', scopeKind: 'site', scopeId: 'jena' },
  { role: 'project-lead', scopeKind: 'project', scopeId: 'project-0' },
  { role: 'project-member', scopeKind: 'project', scopeId: 'project-1' },
)
const actor: fc.Arbitrary<Actor> = fc.oneof(
  fc.constant<Actor>({ kind: 'nobody' }),
  fc.constant<Actor>({ kind: 'site', site: 'jena', member: 'de' }),
  fc.record({
    kind: fc.constant('person' as const),
    person: fc.constantFrom(...persons, uuid(9)),
    name: fc.constant('x'),
    email: fc.constant('x@test.example'),
    language: fc.constant('en'),
    session: fc.constant(null),
    scopes: fc.constant([]),
    grants: fc.array(grant, { maxLength: 3 }),
    resting: fc.option(
      fc.record({ why: fc.constantFrom('open-hit', 'confirmed-hit'), grants: fc.array(grant) }),
    ),
  }),
)

test('a list shows exactly what the policy lets somebody read, whoever asks', async () => {
  await fc.assert(
    fc.asyncProperty(actor, async (who) => {
      const { sql } = rig.ctx.db
      const shown = (
        await sql.select({ id: applications.id }).from(applications).where(readableApplications(who))
      )
        .map((r) => r.id)
        .toSorted()
      const may = persons.flatMap((lead, at) =>
        can(who, { action: 'application.read', lead, team: [persons[(at + 1) % 4] ?? ''] }).may
          ? [uuid(100 + at)]
          : [],
      )
      expect(shown).toEqual(may)
      const listed = (await sql.select({ id: projects.id }).from(projects).where(readableProjects(who)))
        .map((r) => r.id)
        .toSorted()
      expect(listed).toEqual(
        persons.flatMap((_, at) =>
          can(who, { action: 'project.read', project: `project-${at}`, member: at % 2 ? 'ke' : 'de' }).may
            ? [`project-${at}`]
            : [],
        ),
      )
    }),
    { numRuns: 150 },
  )
})

test('nobody decides about an application of their own team, whatever roles they hold', () => {
  fc.assert(
    fc.property(actor, (who) => {
      if (who.kind !== 'person') return
      for (const action of ['case.decide', 'award.decide'] as const)
        expect(can(who, { action, team: [who.person] }).may).toBe(false)
    }),
  )
})

test('nobody is sent to the secretariat for a role that it does not give', () => {
  const reader: Actor = {
    kind: 'person',
    person: uuid(9),
    name: 'x',
    email: 'x@test.example',
    language: 'en',
    session: null,
    scopes: [],
    grants: [],
    resting: null,
  }
  const wishes = [
    { action: 'job.submit', project: 'project-0' },
    { action: 'job.read', project: 'project-0', member: 'ke' },
    { action: 'application.read', lead: uuid(1), team: [] },
    { action: 'application.edit', lead: uuid(1) },
    { action: 'application.state-own', team: [] },
    { action: 'review.write', reviewer: uuid(1) },
  ] as const
  for (const wish of wishes) {
    const verdict = can(reader, wish)
    expect(verdict.may ? '' : verdict.remedy, wish.action).not.toMatch(/secretariat|role/)
  }
  expect(can(reader, wishes[0])).toMatchObject({ remedy: "Ask the project's lead to invite you." })
})

test('a role that rests lets nobody do more, and is named only where it would have', () => {
  const wish = fc.constantFrom<Wish>(
    { action: 'people.manage' },
    { action: 'case.decide', team: [persons[0] ?? ''] },
    { action: 'site.manage', site: 'jena', member: 'de' },
    { action: 'job.submit', project: 'project-1' },
    { action: 'review.write', reviewer: persons[1] ?? '' },
  )
  fc.assert(
    fc.property(actor, wish, (who, what) => {
      const verdict = can(who, what)
      if (who.kind !== 'person') return
      const alone = { ...who, resting: null }
      expect(can(alone, what)).toEqual(verdict)
      const awake = { ...alone, grants: [...who.grants, ...(who.resting?.grants ?? [])] }
      const code = verdict.may ? null : can(awake, what).may ? 'policy.role-rests' : 'policy.denied'
      let said: string | null = null
      try {
        demand(who, what)
      } catch (error) {
        said = error instanceof Refusal ? error.code : 'no refusal'
      }
      expect(said).toBe(code)
    }),
  )
})

test('two officers who are one person, or stand in for each other, never decide as two', () => {
  fc.assert(
    fc.property(
      actor,
      fc.constantFrom(...persons),
      fc.constantFrom(null, ...persons),
      (who, officer, standsFor) => {
        if (who.kind !== 'person') return
        const selves = [who.person, ...who.grants.flatMap((g) => g.standsFor ?? [])]
        if (selves.some((one) => one === officer || one === standsFor))
          expect(can(who, { action: 'case.second', team: [], first: { officer, standsFor } }).may).toBe(false)
      },
    ),
  )
})
