import { routes } from '@allmende/wire'
import { ProblemError } from '@allmende/wire/client'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { applyRoom } from '../apply/index.ts'
import { applications } from '../apply/tables.ts'
import { awardRoom } from '../award/index.ts'
import { clearances, determinations } from '../clear/tables.ts'
import { newId } from '../http/ids.ts'
import { reportRoom } from '../report/index.ts'
import { databases, startChainRig, type ChainRig } from '../testing/chain-rig.ts'
import { reviewRoom } from './index.ts'
import { reviews } from './tables.ts'

type State = 'draft' | 'clearing' | 'review' | 'panel' | 'refused'

describe.each(databases)('review and panel, on %s', (database) => {
  let rig: ChainRig
  let lead: string
  let mate: string
  let reviewer: string
  let chair: string
  beforeAll(async () => {
    rig = await startChainRig([applyRoom, reviewRoom, awardRoom, reportRoom], database)
    lead = await rig.person('Amina Otieno')
    mate = await rig.person('Juma Mwangi')
    reviewer = await rig.person('Beatriz Prado', [{ role: 'reviewer', scopeKind: 'member', scopeId: 'br' }])
    chair = await rig.person('Ilse Brandt', [
      { role: 'panel-chair', scopeKind: 'alliance', scopeId: 'alliance' },
    ])
  })
  afterAll(() => rig.close())

  /** An application that has come this far, with one review that was asked for. */
  async function asked(state: State, review: 'assigned' | 'submitted' | null = 'assigned') {
    const names = ['Amina W. Otieno', 'Juma K. Mwangi']
    const application = await rig.submit({ lead, call: 'standard', names, team: [mate] })
    await rig.ctx.db.sql.update(applications).set({ state }).where(eq(applications.id, application))
    const id = newId(rig.ctx.now())
    const score = review === 'submitted' ? 4 : null
    if (review)
      await rig.ctx.db.sql
        .insert(reviews)
        .values({ id, application, reviewer, state: review, score, assignedAt: rig.ctx.now() })
    return { application, id }
  }
  async function clear(application: string, standing: 'cleared' | 'refused') {
    const now = rig.ctx.now()
    const [determination, pair] = [newId(now), { application, site: 'jena', outcome: 'needs-officer' }]
    const facts = { factsHash: 'x', facts: {}, result: { questions: [] } }
    await rig.ctx.db.sql
      .insert(determinations)
      .values({ id: determination, ...pair, ...facts, createdAt: now })
    await rig.ctx.db.sql.insert(clearances).values({ ...pair, determination, standing, at: now })
  }
  const reviewOf = (id: string) => rig.client(reviewer).call(routes.getReview, { params: { id } })
  const withdraw = (id: string) =>
    rig.client(lead).call(routes.withdrawApplication, { params: { id }, body: {} })
  const read = (id: string, who = lead) => rig.client(who).call(routes.getApplication, { params: { id } })

  test('a reviewer sees who applies, by name and institution and nothing else, and by when', async () => {
    const { id } = await asked('review')
    const seen = await reviewOf(id)
    expect(seen.organisation).toBe('Rift Lakes Computing Trust')
    const affiliation = 'Rift Lakes Computing Trust'
    expect(seen.team).toEqual([
      { name: 'Amina Otieno', affiliation, lead: true },
      { name: 'Juma Mwangi', affiliation, lead: false },
    ])
    expect(seen.by).not.toBeNull()
    expect(JSON.stringify(seen)).not.toMatch(/1991-03-14|Amina W\.|nationalit/)
  })

  test('what was withdrawn is no longer to be reviewed', async () => {
    const { application, id } = await asked('review')
    expect((await reviewOf(id)).state).toBe('assigned')
    await withdraw(application)
    expect((await reviewOf(id)).state).toBe('closed')
    const late = rig
      .client(reviewer)
      .call(routes.submitReview, { params: { id }, body: { score: 4, comment: 'Sound.' } })
    await expect(late).rejects.toThrow(/withdrawn/)
  })

  test('an application that ended says at which link, and waits for nobody', async () => {
    const early = await asked('clearing', null)
    const late = await asked('panel')
    await withdraw(early.application)
    await withdraw(late.application)
    expect((await read(early.application)).stoppedAt).toBe('clear')
    expect((await read(late.application)).stoppedAt).toBe('review')
    const [byPanel, byRule] = [await asked('refused', 'submitted'), await asked('refused', null)]
    await clear(byPanel.application, 'cleared')
    await clear(byRule.application, 'refused')
    expect((await read(byPanel.application)).stoppedAt).toBe('award')
    expect((await read(byRule.application)).stoppedAt).toBe('clear')
    expect((await read((await asked('review')).application)).stoppedAt).toBeNull()
  })

  test('a draft is with "you" for its lead, and with the lead by name for everybody else', async () => {
    const { application: id } = await asked('draft', null)
    expect((await read(id)).clock.who).toBe('you')
    expect((await read(id, chair)).clock.who).toBe('Amina Otieno')
  })

  test('an application short of a reviewer stands on the panel, with how many are missing', async () => {
    const { application } = await asked('review')
    const { short, items } = await rig.client(chair).call(routes.listPanel, {})
    expect(short.find((row) => row.application === application)?.missing).toBe(1)
    expect(items.map((row) => row.application)).not.toContain(application)
    const secretariat = await rig.person('Mirjam Falk', [
      { role: 'secretariat', scopeKind: 'alliance', scopeId: 'alliance' },
    ])
    const setUp = await rig.client(secretariat).call(routes.getSetUp, {})
    expect(setUp.short).toEqual(short)
    expect(setUp.holders).toContainEqual({ role: 'reviewer', people: 1 })
    await expect(rig.client(reviewer).call(routes.getSetUp, {})).rejects.toThrow(/secretariat/)
  })

  test('the panel sees team, member, sites, reviews and the limit of the call; its own team does not', async () => {
    const { application } = await asked('panel', 'submitted')
    await clear(application, 'cleared')
    const file = await rig.client(chair).call(routes.getPanelCase, { params: { id: application } })
    expect(file.member).toBe('Rift Lakes Computing Trust')
    expect(file.team.map((one) => one.name)).toEqual(['Amina Otieno', 'Juma Mwangi'])
    expect(file.sites).toEqual([{ site: 'jena', siteName: 'Jena', standing: 'cleared' }])
    expect(file.reviews).toEqual([{ reviewer: 'Beatriz Prado', state: 'submitted', score: 4, comment: null }])
    expect(file.maxAcceleratorMs).toBe(20_000 * 3_600_000)
    const inside = await rig.person('Ana Sol', [
      { role: 'panel-chair', scopeKind: 'alliance', scopeId: 'alliance' },
    ])
    const own = await rig.submit({ lead: inside, call: 'standard' })
    const refusal = await rig
      .client(inside)
      .call(routes.getPanelCase, { params: { id: own } })
      .catch((error: unknown) => error)
    expect(refusal instanceof ProblemError && refusal.problem.code).toBe('policy.denied')
  })
})
