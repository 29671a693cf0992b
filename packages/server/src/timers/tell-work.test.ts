import { routes } from '@allmende/wire'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { applications } from '../apply/tables.ts'
import { awardRoom } from '../award/index.ts'
import { clearRoom } from '../clear/index.ts'
import { reviewRoom } from '../review/index.ts'
import { sites } from '../sites/tables.ts'
import { databases, fillers, startChainRig, type ChainRig } from '../testing/chain-rig.ts'
import { advanceChain } from './chain.ts'
import { tellWork } from './tell-work.ts'

const at = { scopeKind: 'alliance', scopeId: 'alliance' } as const

describe.each(databases)('work that waits, on %s', (database) => {
  let rig: ChainRig
  let lead: string
  let officer: string
  let inTheTeam: string
  let chair: string

  beforeAll(async () => {
    rig = await startChainRig([clearRoom, reviewRoom, awardRoom], database)
    lead = await rig.person('Wanjiru Kamande')
    officer = await rig.person('Ilse Brandt', [{ role: 'officer', ...at }])
    // Their account has another name than their passport: a role by itself gives no hit here.
    inTheTeam = await rig.person('Ngozi Adeyemi', [{ role: 'officer', ...at }])
    chair = await rig.person('Rui Tavares', [{ role: 'panel-chair', ...at }])
    await rig.importNames(officer, [...fillers, 'Lokuro Petumwe'])
  })
  afterAll(() => rig.close())

  const mailTo = (person: string) =>
    rig.ctx.db.rows<{ subject: string; text: string }>(
      sql`select m.subject, m.text from mails m join people p on p.email = m."to" where p.id = ${person}::uuid order by m.created_at, m.id`,
    )
  const caseOf = (person: string, id: string) => rig.client(person).call(routes.getCase, { params: { id } })
  const rowOf = async (id: string) =>
    (await rig.ctx.db.sql.select().from(applications).where(eq(applications.id, id)))[0]

  test('officers hear once of a case and once that it is late, the officer in its team never, and of nobody by name', async () => {
    const id = await rig.submit({ lead, names: ['Amina Otieno', 'Petumwe Lokuro'], team: [inTheTeam] })
    await advanceChain(rig.ctx)
    expect(await rig.stateOf(id)).toBe('clearing')
    expect(await tellWork(rig.ctx)).toBe(true)
    expect(await tellWork(rig.ctx), 'what was told is not told again').toBe(false)
    const number = (await rowOf(id))?.number ?? ''
    const [first, ...more] = await mailTo(officer)
    expect(more).toEqual([])
    expect(first?.subject).toBe('1 case waits for an officer')
    expect(first?.text).toContain(number)
    expect(first?.text).toContain(`/clear/${id}`)
    expect(`${first?.subject} ${first?.text}`).not.toMatch(/Petumwe|Lokuro|Kamande/)
    expect(await mailTo(inTheTeam)).toEqual([])

    rig.clock.set((await rowOf(id))?.decideBy?.toISOString() ?? '')
    expect(await tellWork(rig.ctx)).toBe(true)
    expect(await tellWork(rig.ctx)).toBe(false)
    expect((await mailTo(officer)).at(-1)?.subject).toBe('1 case waits for an officer, 1 late')
  })

  test('a case that was decided and waits again is told again', async () => {
    const id = await rig.submit({ lead, names: ['Lokuro Petumwe'] })
    await advanceChain(rig.ctx)
    await tellWork(rig.ctx)
    const before = (await mailTo(officer)).length
    const hit = (await caseOf(officer, id)).parties.flatMap((p) => p.hits)[0]?.id ?? ''
    const decide = (verdict: 'cleared' | 'confirmed' | 'reopened') =>
      rig.client(officer).call(routes.decideHit, { params: { id: hit }, body: { verdict, reason: 'Seen.' } })
    await decide('cleared')
    await advanceChain(rig.ctx)
    expect(await rig.stateOf(id)).toBe('awarded')
    await tellWork(rig.ctx)
    expect((await mailTo(officer)).length).toBe(before)
    await rig.ctx.db.rows(sql`update hits set state = 'open', opened = opened + 1 where id = ${hit}::uuid`)
    await tellWork(rig.ctx)
    expect((await mailTo(officer)).length).toBe(before + 1)

    // A hit that was confirmed by mistake: opened again it waits for a decision of its own, and both are kept.
    await decide('confirmed')
    await expect(decide('cleared')).rejects.toThrow('Another officer decided')
    expect((await decide('reopened')).state).toBe('open')
    await expect(decide('reopened')).rejects.toThrow('Another officer decided')
    expect((await caseOf(officer, id)).sites.every((site) => site.standing === 'open')).toBe(true)
    expect((await decide('cleared')).state).toBe('cleared')
    expect((await caseOf(officer, id)).sites.every((site) => site.standing === 'cleared')).toBe(true)
    const verdicts = await rig.ctx.db.rows<{ verdict: string }>(
      sql`select body::json -> 'data' ->> 'verdict' as verdict from log_entries where kind = 'decision.made' order by index desc limit 3`,
    )
    expect(verdicts.map((v) => v.verdict)).toEqual(['cleared', 'reopened', 'confirmed'])
  })

  test('the chair hears once of an application that waits for the panel', async () => {
    const id = await rig.submit({ lead, names: ['Salma Idrissi'] })
    await rig.ctx.db.sql.update(applications).set({ state: 'panel' }).where(eq(applications.id, id))
    await tellWork(rig.ctx)
    await tellWork(rig.ctx)
    const mails = await mailTo(chair)
    expect(mails.map((m) => m.subject)).toEqual(["1 application waits for the panel's decision"])
    expect(mails[0]?.text).toContain(`/panel/${id}`)
  })

  test('officers hear once of a hit of the operator of a site, which has no case and no term', async () => {
    await rig.ctx.db.sql.update(sites).set({ operator: 'Lokuro Petumwe' }).where(eq(sites.id, 'jena'))
    await rig.submit({ lead, endUse: { purpose: 'other' } })
    await advanceChain(rig.ctx)
    expect(await tellWork(rig.ctx)).toBe(true)
    expect(await tellWork(rig.ctx)).toBe(false)
    const mail = (await mailTo(officer)).find(({ subject }) => subject.includes('operator'))
    expect(mail?.subject).toBe('1 hit of the operator of a site waits for an officer')
    expect(mail?.text).toMatch(/^jena\nhttp\S+\/hits\n/)
    expect(mail?.text).not.toMatch(/Petumwe|Lokuro/)
    await rig.ctx.db.sql.update(sites).set({ operator: 'Jena' }).where(eq(sites.id, 'jena'))
    await rig.ctx.db.rows(
      sql`update hits set gone_at = now() where party in (select id from parties where site = 'jena')`,
    )
  })
})
