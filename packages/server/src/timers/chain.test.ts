import { routes } from '@allmende/wire'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { applications, parties } from '../apply/tables.ts'
import { announceProject, awardRoom, projectsAwaitingCanary } from '../award/index.ts'
import { clearRoom } from '../clear/index.ts'
import { reviewRoom } from '../review/index.ts'
import { sites } from '../sites/tables.ts'
import { databases, fillers, startChainRig, type Ask, type ChainRig } from '../testing/chain-rig.ts'
import { advanceChain } from './chain.ts'
import { codeOf } from '../testing/problem-of.ts'

describe.each(databases)('on %s', (database) => {
  let rig: ChainRig
  let lead: string
  let officer: string
  let chair: string
  const day = 86_400_000

  beforeAll(async () => {
    rig = await startChainRig([clearRoom, reviewRoom, awardRoom], database)
    lead = await rig.person('Wanjiru Kamande')
    officer = await rig.person('Ilse Brandt', [
      { role: 'officer', scopeKind: 'alliance', scopeId: 'alliance' },
    ])
    chair = await rig.person('Rui Tavares', [
      { role: 'panel-chair', scopeKind: 'alliance', scopeId: 'alliance' },
    ])
    await rig.importNames(officer, [...fillers, 'Lokuro Petumwe'])
  })
  afterAll(() => rig.close())

  const advance = () => advanceChain(rig.ctx)
  const logSize = async () =>
    Number((await rig.ctx.db.rows<{ n: number }>(sql`select count(*)::int as n from log_entries`))[0]?.n)
  const kindsOf = async (id: string) =>
    (
      await rig.ctx.db.rows<{ kind: string }>(
        sql`select e.kind from log_entries e join log_subjects s on s.entry = e.index where s.subject = ${id} order by e.index`,
      )
    ).map((r) => r.kind)

  async function check(ask: Omit<Ask, 'lead'>, expected: string): Promise<string> {
    const id = await rig.submit({ lead, ...ask })
    await advance()
    expect(await rig.stateOf(id)).toBe(expected)
    return id
  }

  test('the trial lane awards by rule, and nobody is told before a canary ran', async () => {
    const id = await check({}, 'awarded')
    const kinds = await kindsOf(id)
    expect(kinds.slice(0, 2)).toEqual(['party.screened', 'party.screened'])
    expect(kinds).toContain('award.made')
    expect(kinds).not.toContain('award.announced')
    const project = (await projectsAwaitingCanary(rig.ctx)).find((p) =>
      p.id.startsWith('a-model-of-six-languages'),
    )
    expect(project).toMatchObject({ lead, clearedSites: ['jena', 'recife'], canaries: [] })
    const shown = await rig.client(lead).call(routes.getProject, { params: { id: project?.id ?? '' } })
    expect(shown).toMatchObject({
      state: 'canary',
      awardedAcceleratorMs: 36_000_000,
      sites: [
        { site: 'jena', canary: 'none' },
        { site: 'recife', canary: 'none' },
      ],
    })
    await rig.ctx.db.transaction(() =>
      announceProject(rig.ctx, shown.id, [{ site: 'jena', job: 'canary-1' }]),
    )
    await rig.ctx.db.transaction(() =>
      announceProject(rig.ctx, shown.id, [{ site: 'jena', job: 'canary-1' }]),
    )
    expect((await kindsOf(shown.id)).filter((k) => k === 'award.announced')).toHaveLength(1)
    const mails = await rig.ctx.db.rows<{ to: string }>(
      sql`select "to" from mails where subject like ${`%${shown.id}%`}`,
    )
    expect(mails).toHaveLength(1)
  })

  test('a second run after any first changes nothing, not even the log', async () => {
    await check({ call: 'standard' }, 'review')
    while (await advance()) {
      // Until everything that can move has moved.
    }
    const before = await logSize()
    expect(await advance()).toBe(false)
    expect(await logSize()).toBe(before)
  })

  test('a run that is killed half-way leaves the application where it was, and the next one carries on', async () => {
    const id = await rig.submit({ lead })
    const before = await logSize()
    const broken = {
      ...rig.ctx,
      nudge: (topic: string) => {
        if (topic === 'canary') throw new Error('killed')
      },
    }
    await advanceChain(broken)
    expect(await rig.stateOf(id)).toBe('submitted')
    expect(await logSize()).toBe(before)
    await advance()
    expect(await rig.stateOf(id)).toBe('awarded')
  })

  test('an unstated military end use is a question; answered no it clears, answered yes it is for an officer', async () => {
    const open = { endUse: { militaryOrIntelligence: null } }
    const asked = await check(open, 'clearing')
    const found = await rig.client(officer).call(routes.getCase, { params: { id: asked } })
    expect(found.sites[0]?.result.outcome).toBe('needs-officer')
    expect(found.sites[0]?.result.questions.map((q) => q.fact)).toContain('endUse.militaryOrIntelligence')
    const answer = (id: string, value: string) =>
      rig.ctx.db.sql
        .update(applications)
        .set({ answers: { 'endUse.trainsModelForD5Entity': 'no', 'endUse.militaryOrIntelligence': value } })
        .where(eq(applications.id, id))
    await answer(asked, 'no')
    await advance()
    expect(await rig.stateOf(asked)).toBe('awarded')
    const yes = await check(open, 'clearing')
    await answer(yes, 'yes')
    await advance()
    expect(await rig.stateOf(yes)).toBe('clearing')
    for (const site of (await rig.client(officer).call(routes.getCase, { params: { id: yes } })).sites) {
      const body = { verdict: 'refused' as const, reason: 'Built for an army.' }
      await rig.client(officer).call(routes.decideDetermination, { params: { id: site.determination }, body })
    }
    await advance()
    expect(await rig.stateOf(yes)).toBe('refused')
    const [row] = await rig.ctx.db.sql.select().from(applications).where(eq(applications.id, yes))
    expect(row?.refusal).toContain('An officer refused: Built for an army.')
  })

  test('weapons of mass destruction are refused, with the rule and what would change it', async () => {
    const id = await check({ endUse: { weaponsOfMassDestruction: 'yes' } }, 'refused')
    const [row] = await rig.ctx.db.sql.select().from(applications).where(eq(applications.id, id))
    expect(row?.refusal).toContain('us-ear.wmd-end-use')
    expect(row?.refusal).toContain('would change this')
    expect(await kindsOf(id)).toContain('application.refused')
    const mails = await rig.ctx.db.rows<{ text: string }>(
      sql`select text from mails where subject = ${`Application ${row?.number} was refused`}`,
    )
    expect(mails).toHaveLength(1)
    expect(mails[0]?.text).toContain('us-ear.wmd-end-use')
  })

  test('a hit holds an application until an officer clears it, and then it goes on by itself', async () => {
    const id = await check({ names: ['Petumwe Lokuro'] }, 'clearing')
    const client = rig.client(officer)
    const queue = await client.call(routes.listCases, { query: {} })
    expect(queue.items.find((c) => c.application === id)?.openHits).toBe(1)
    const found = await client.call(routes.getCase, { params: { id } })
    const hit = found.parties.flatMap((p) => p.hits)[0]
    expect(hit?.state).toBe('open')
    expect(found.sites.every((s) => s.standing === 'open')).toBe(true)
    const determination = found.sites[0]?.determination ?? ''
    expect(
      await codeOf(
        client.call(routes.decideDetermination, {
          params: { id: determination },
          body: { verdict: 'cleared', reason: 'I know them.' },
        }),
      ),
    ).toBe('clear.no-override')
    await client.call(routes.decideHit, {
      params: { id: hit?.id ?? '' },
      body: { verdict: 'cleared', reason: 'Born 20 years apart.' },
    })
    await advance()
    expect(await rig.stateOf(id)).toBe('awarded')
  })

  test('a confirmed hit refuses the application everywhere', async () => {
    const id = await check({ names: ['Lokuro Petumwe'] }, 'clearing')
    const client = rig.client(officer)
    const hit = (await client.call(routes.getCase, { params: { id } })).parties.flatMap((p) => p.hits)[0]
    await client.call(routes.decideHit, {
      params: { id: hit?.id ?? '' },
      body: { verdict: 'confirmed', reason: 'Same passport.' },
    })
    await advance()
    expect(await rig.stateOf(id)).toBe('refused')
    const { items } = await rig.client(lead).call(routes.listClearances, { params: { id } })
    expect(items.map((c) => c.standing)).toEqual(['refused', 'refused'])
  })

  test("a site that refuses a member is refused for that member's applications alone", async () => {
    const policy = {
      refusedMembers: ['ke'],
      refusedCountries: [],
      licenceConditions: '',
      conditionsKnown: true,
    }
    await rig.ctx.db.sql.update(sites).set({ policy }).where(eq(sites.id, 'jena'))
    const id = await check({}, 'awarded')
    const { items } = await rig.client(lead).call(routes.listClearances, { params: { id } })
    expect(items).toMatchObject([
      { site: 'jena', standing: 'refused', findings: ['Jena serves nobody from the member "ke".'] },
      { site: 'recife', standing: 'cleared' },
    ])
    await rig.ctx.db.sql
      .update(sites)
      .set({ policy: { ...policy, refusedMembers: [] } })
      .where(eq(sites.id, 'jena'))
    await advance()
    expect((await rig.client(lead).call(routes.listClearances, { params: { id } })).items[0]?.standing).toBe(
      'cleared',
    )
  })

  test('a list that is too old clears nobody: the case stays open and says why, and goes on once the list is new', async () => {
    rig.clock.advance(9 * day)
    const id = await check({}, 'clearing')
    const found = await rig.client(officer).call(routes.getCase, { params: { id } })
    expect(found.waitsFor).toEqual(['List `us-csl` is 9 days old; screening allows 7.'])
    expect(found.sites.every((s) => s.standing === 'open')).toBe(true)
    expect(
      await codeOf(
        rig.client(officer).call(routes.decideDetermination, {
          params: { id: found.sites[0]?.determination ?? '' },
          body: { verdict: 'cleared', reason: 'It is urgent.' },
        }),
      ),
    ).toBe('screening.list-stale')
    expect(await advance()).toBe(false)
    await rig.importNames(officer, [...fillers, 'Lokuro Petumwe'])
    await advance()
    expect(await rig.stateOf(id)).toBe('awarded')
  })

  test('an awarded project loses its clearance when somebody in it is listed', async () => {
    const id = await check({ names: ['Tamsin Okwuedo'] }, 'awarded')
    await rig.importNames(officer, [...fillers, 'Lokuro Petumwe', 'Tamsin Okwuedo'])
    await advance()
    const { items } = await rig.client(lead).call(routes.listClearances, { params: { id } })
    expect(items.map((c) => c.standing)).toEqual(['open', 'open'])
  })

  test('somebody who joins is screened before anything goes on', async () => {
    const id = await check({ endUse: { purpose: null } }, 'clearing')
    await rig.ctx.db.sql.insert(parties).values({
      id: crypto.randomUUID(),
      application: id,
      kind: 'person',
      person: null,
      name: 'Lokuro Petumwe',
      aliases: [],
      birthDate: null,
      nationalities: ['KE'],
      residence: 'KE',
      affiliation: null,
      usPerson: 'no',
      version: 1,
      leftAt: null,
    })
    expect(await advance()).toBe(true)
    const found = await rig.client(officer).call(routes.getCase, { params: { id } })
    expect(found.parties.flatMap((p) => p.hits).map((h) => h.state)).toEqual(['open'])
  })

  test('the standard lane: two reviewers without a conflict, a panel, an award', async () => {
    const reviewer = (member: string) => [{ role: 'reviewer', scopeKind: 'member', scopeId: member }] as const
    const same = await rig.person('Njeri Wafula', reviewer('ke'))
    const one = await rig.person('Salma Idrissi', reviewer('de'))
    const two = await rig.person('Davi Prado', reviewer('br'))
    const three = await rig.person('Livia Moura', reviewer('br'))
    const id = await check({ call: 'standard', hours: 900 }, 'review')
    await advance()
    const assigned = async () =>
      (await rig.client(chair).call(routes.listCandidates, { params: { id } })).items
    expect((await assigned()).find((c) => c.person === same)).toMatchObject({
      assigned: false,
      conflicts: [{ kind: 'same-institution' }],
    })
    expect((await assigned()).filter((c) => c.assigned)).toHaveLength(2)
    const reviewOf = async (person: string) =>
      (await rig.client(person).call(routes.listReviews, {})).items.find(
        (r) => r.application === id && r.state === 'assigned',
      )
    const [first, second] = (await assigned()).filter((c) => c.assigned).map((c) => c.person)
    const declined = await reviewOf(first ?? '')
    expect(
      await codeOf(rig.client(lead).call(routes.getReview, { params: { id: declined?.id ?? '' } })),
    ).toBe('policy.denied')
    await rig.client(first).call(routes.declineReview, {
      params: { id: declined?.id ?? '' },
      body: { reason: 'We publish together.' },
    })
    await advance()
    const third = [one, two, three].find((p) => p !== first && p !== second) ?? ''
    for (const person of [second ?? '', third]) {
      const review = await reviewOf(person)
      await rig.client(person).call(routes.submitReview, {
        params: { id: review?.id ?? '' },
        body: { score: 4, comment: 'Worth it.' },
      })
    }
    await advance()
    expect(await rig.stateOf(id)).toBe('panel')
    const panel = await rig.client(chair).call(routes.listPanel, {})
    expect(panel.items.find((p) => p.application === id)).toMatchObject({ scores: [4, 4], clearedSites: 2 })
    const award = (acceleratorMs: number, by = chair) =>
      rig.client(by).call(routes.awardApplication, {
        params: { id },
        body: {
          acceleratorMs,
          days: 90,
          conditions: ['Publish the weights.'],
          reason: 'Two good reviews.',
        },
      })
    expect(await codeOf(award(20_001 * 3_600_000))).toBe('award.too-much')
    expect(await codeOf(award(1, lead))).toBe('policy.denied')
    const project = await award(800 * 3_600_000)
    expect(project).toMatchObject({
      state: 'canary',
      awardedAcceleratorMs: 800 * 3_600_000,
      conditions: ['Publish the weights.'],
      lead: { id: lead },
    })
    expect(await rig.stateOf(id)).toBe('awarded')
    expect(
      (await rig.client(lead).call(routes.listProjects, { query: {} })).items.map((p) => p.id),
    ).toContain(project.id)
  })

  test('the panel refuses with a reason, and the chair never decides on their own team', async () => {
    const id = await rig.submit({
      lead,
      call: 'standard',
      names: ['Wanjiru Kamande', 'Rui Tavares'],
      team: [chair],
    })
    await rig.ctx.db.sql.update(applications).set({ state: 'panel' }).where(eq(applications.id, id))
    const refuse = (by: string) =>
      rig.client(by).call(routes.refuseApplication, {
        params: { id },
        body: { reason: 'The corpus is not described; describe it and apply again.' },
      })
    expect(await codeOf(refuse(chair))).toBe('policy.denied')
    const other = await rig.person('Mirjam Falk', [
      { role: 'panel-chair', scopeKind: 'alliance', scopeId: 'alliance' },
    ])
    expect(await refuse(other)).toEqual({ refused: true })
    expect(await rig.stateOf(id)).toBe('refused')
    expect(await codeOf(refuse(other))).toBe('apply.state')
  })
})
