import { routes } from '@allmende/wire'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { applyRoom } from '../apply/index.ts'
import { databases, fillers, startChainRig, type ChainRig } from '../testing/chain-rig.ts'
import { evaluate, clearRoom } from './index.ts'
import { lockApplication } from './store.ts'
import { codeOf } from '../testing/problem-of.ts'

const officerRole = { role: 'officer', scopeKind: 'alliance', scopeId: 'alliance' } as const
const hourMs = 3_600_000

describe.each(databases)('questions to the applicant, on %s', (database) => {
  let rig: ChainRig
  let lead: string
  let officer: string
  let colleague: string
  let secretary: string

  beforeAll(async () => {
    rig = await startChainRig([applyRoom, clearRoom], database)
    lead = await rig.person('Wanjiru Kamande')
    officer = await rig.person('Ilse Brandt', [officerRole])
    colleague = await rig.person('Oona Lahti', [officerRole])
    secretary = await rig.person('Juma Mwangi', [
      { role: 'secretariat', scopeKind: 'alliance', scopeId: 'alliance' },
    ])
    await rig.importNames(officer, fillers)
  })
  afterAll(() => rig.close())

  async function evaluateNow(id: string) {
    await rig.ctx.db.transaction(async () => {
      const application = await lockApplication(rig.ctx, id)
      if (!application) throw new Error('no such application')
      await evaluate(rig.ctx, application)
    })
  }

  /** A case in clearing, which waits for what it is trained for unless that is answered. */
  async function openCase(answers: Record<string, 'yes' | 'no'> = {}) {
    const id = await rig.submit({ lead, endUse: { purpose: 'other' }, answers })
    await rig.ctx.db.rows(sql`update applications set state = 'clearing' where id = ${id}::uuid`)
    await evaluateNow(id)
    return id
  }
  const ask = (who: string, id: string, body: { text?: string; fact?: string }) =>
    rig.client(who).call(routes.askApplicant, { params: { id }, body: { text: '', fact: null, ...body } })
  const answer = (who: string, id: string, enquiry: string, text: string) =>
    rig.client(who).call(routes.answerEnquiry, { params: { id, enquiry }, body: { answer: text } })
  const caseOf = (id: string) => rig.client(officer).call(routes.getCase, { params: { id } })
  const applicationOf = (id: string) => rig.client(lead).call(routes.getApplication, { params: { id } })

  test('an officer asks in their own words: the clock passes to the applicant, and back with the answer', async () => {
    const id = await openCase({ 'endUse.trainsModelForD5Entity': 'no' })
    rig.clock.advance(hourMs)
    const enquiry = await ask(officer, id, { text: 'Who will hold the trained weights?' })
    rig.clock.advance(hourMs)
    expect((await caseOf(id)).clock).toMatchObject({ who: 'applicant', since: enquiry.askedAt })
    const seen = await applicationOf(id)
    expect(seen.clock).toMatchObject({ who: 'you', since: enquiry.askedAt })
    expect(seen.enquiries).toMatchObject([{ text: 'Who will hold the trained weights?', answer: null }])
    await answer(lead, id, enquiry.id, 'The library of the trust.')
    const file = await caseOf(id)
    expect(file.clock.who).toBe('officer')
    expect(file.enquiries).toMatchObject([
      {
        officer: 'Ilse Brandt',
        text: 'Who will hold the trained weights?',
        answer: 'The library of the trust.',
      },
    ])
    expect((await applicationOf(id)).clock.since).not.toBe(enquiry.askedAt)
    expect(await codeOf(answer(lead, id, enquiry.id, 'Somebody else.'))).toBe('clear.enquiry')
    const entries = await rig.ctx.db.rows<{ kind: string; body: string }>(
      sql`select kind, body from log_entries where kind like 'enquiry.%' order by index`,
    )
    expect(entries.map((e) => e.kind)).toEqual(['enquiry.asked', 'enquiry.answered'])
    expect(entries.map((e) => e.body).join(' ')).not.toMatch(/weights|library|Brandt/)
  })

  test('a question of the rules is asked by its fact, once, and answered among the facts', async () => {
    const id = await openCase()
    const fact = 'endUse.trainsModelForD5Entity'
    const enquiry = await ask(officer, id, { fact })
    expect(enquiry.text).toContain('model trained')
    expect(await codeOf(ask(colleague, id, { fact }))).toBe('clear.enquiry')
    expect(await codeOf(answer(lead, id, enquiry.id, 'no'))).toBe('clear.enquiry')
    expect((await applicationOf(id)).questions.map((q) => q.fact)).toContain(fact)
    await rig
      .client(lead)
      .call(routes.answerQuestions, { params: { id }, body: { answers: { [fact]: 'no' } } })
    await evaluateNow(id)
    const file = await caseOf(id)
    expect(file.enquiries).toMatchObject([{ fact, answer: 'no' }])
    expect(file.clock.who).toBe('officer')
    expect(file.facts.find((f) => f.fact === fact)).toMatchObject({ value: 'no', statedBy: 'lead' })
    expect(await codeOf(ask(officer, id, { fact })), 'answered').toBe('clear.enquiry')
  })

  test.each([
    ['nothing', { text: '  ' }, 'clear.enquiry'],
    ['a fact that no rule asks for', { fact: 'endUse.horoscope' }, 'clear.enquiry'],
  ])('asking %s is refused', async (_, body, code) => {
    expect(await codeOf(ask(officer, await openCase(), body))).toBe(code)
  })

  test('only an officer who is not of the team asks, and only the lead answers', async () => {
    const id = await rig.submit({
      lead,
      endUse: { purpose: 'other' },
      names: ['A B', 'C D'],
      team: [colleague],
    })
    await evaluateNow(id)
    expect(await codeOf(ask(lead, id, { text: 'Why?' }))).toBe('policy.denied')
    expect(await codeOf(ask(colleague, id, { text: 'Why?' }))).toBe('policy.denied')
    const enquiry = await ask(officer, id, { text: 'Why?' })
    expect(await codeOf(answer(colleague, id, enquiry.id, 'Because.'))).toBe('policy.denied')
    expect(await codeOf(answer(officer, id, enquiry.id, 'Because.'))).toBe('policy.denied')
    const other = await openCase()
    expect(await codeOf(answer(lead, other, enquiry.id, 'Because.'))).toBe('request.not-found')
    await rig.ctx.db.rows(sql`update applications set state = 'withdrawn' where id = ${id}::uuid`)
    expect(await codeOf(answer(lead, id, enquiry.id, 'Because.'))).toBe('clear.enquiry')
    expect(await codeOf(ask(officer, id, { text: 'Why?' }))).toBe('clear.enquiry')
  })

  test('the queue says what waits, for whom, since when, and what is late; "mine" is what I asked or decided', async () => {
    const id = await openCase({ 'endUse.trainsModelForD5Entity': 'no' })
    await ask(colleague, id, { text: 'For whom?' })
    const listed = async (who: string, mine?: 'true') =>
      (await rig.client(who).call(routes.listCases, { query: mine ? { mine } : {} })).items
    expect((await listed(officer)).find((c) => c.application === id)).toMatchObject({
      openEnquiries: 1,
      openSites: 2,
      proposals: 0,
      who: 'applicant',
      late: false,
    })
    expect((await listed(colleague, 'true')).map((c) => c.application)).toEqual([id])
    expect((await listed(officer, 'true')).map((c) => c.application)).not.toContain(id)
    rig.clock.advance(30 * hourMs)
    expect((await listed(officer)).find((c) => c.application === id)?.late).toBe(true)
  })

  test('a refused site tells the team the rule, the reason of the officer and what would change it', async () => {
    const id = await openCase()
    const [site] = (await caseOf(id)).sites
    await rig.client(officer).call(routes.decideDetermination, {
      params: { id: site?.determination ?? '' },
      body: { verdict: 'refused', reason: 'Nobody says who holds the weights.' },
    })
    const { items } = await rig.client(lead).call(routes.listClearances, { params: { id } })
    const refused = items.find((item) => item.site === site?.site)
    expect(refused).toMatchObject({
      standing: 'refused',
      officerReason: 'Nobody says who holds the weights.',
    })
    expect(refused?.rules.map((rule) => rule.code)).toContain('officer.refused')
    expect(refused?.questions.length).toBeGreaterThan(0)
  })

  test('officers and the secretariat see who asked the rules and the lists, and never what about', async () => {
    await rig.client(colleague).call(routes.screenName, { body: { name: 'Unmentioned Person' } })
    for (const who of [officer, secretary]) {
      const { items } = await rig.client(who).call(routes.listQueries, { query: {} })
      expect(items[0]).toMatchObject({ who: 'Oona Lahti', kind: 'screening', outcome: '0 hits' })
      expect(JSON.stringify(items)).not.toContain('Unmentioned')
    }
    expect(await codeOf(rig.client(lead).call(routes.listQueries, { query: {} }))).toBe('policy.denied')
    expect(await codeOf(rig.client(lead).call(routes.listDelegations, {}))).toBe('policy.denied')
  })
})
