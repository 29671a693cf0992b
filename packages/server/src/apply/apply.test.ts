import { routes } from '@allmende/wire'
import { ProblemError } from '@allmende/wire/client'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { calls } from '../alliance/tables.ts'
import { databases, startChainRig, type ChainRig } from '../testing/chain-rig.ts'
import { applyRoom } from './index.ts'

const hour = 3_600_000

async function problemOf(work: Promise<unknown>): Promise<ProblemError['problem']> {
  const error = await work.then(
    () => null,
    (e: unknown) => e,
  )
  if (error instanceof ProblemError) return error.problem
  throw new Error(`no problem came: ${String(error)}`)
}

const content = {
  title: 'Tides',
  summary: 'Levels of a lake, a week ahead.',
  askedAcceleratorMs: 2 * hour,
  organisation: {
    name: 'Rift Lakes Computing Trust',
    country: 'KE',
    headquartersCountry: 'KE',
    ultimateParentCountry: 'KE',
  },
  endUse: {
    purpose: 'civil-research' as const,
    description: 'Open research.',
    militaryOrIntelligence: 'no' as const,
    weaponsOfMassDestruction: 'no' as const,
    forOtherOrganisation: 'no' as const,
  },
}
const statement = {
  passportName: 'Amina Otieno',
  birthDate: '1990-02-03',
  nationalities: ['KE'],
  residence: 'KE',
  affiliation: 'Rift Lakes Computing Trust',
  usPerson: 'no' as const,
}

describe.each(databases)('an application, on %s', (database) => {
  let rig: ChainRig
  let lead: string
  let mate: string
  let stranger: string
  let officer: string
  beforeAll(async () => {
    rig = await startChainRig([applyRoom], database)
    lead = await rig.person('Amina Otieno')
    mate = await rig.person('Juma Mwangi')
    stranger = await rig.person('Some Body')
    officer = await rig.person('Ilse Brandt', [
      { role: 'officer', scopeKind: 'alliance', scopeId: 'alliance' },
    ])
  })
  afterAll(() => rig.close())

  const begin = async (call = 'trial') =>
    (await rig.client(lead).call(routes.createApplication, { body: { call, member: 'ke', content } })).id
  const state = (id: string, who: string) =>
    rig.client(who).call(routes.saveStatement, { params: { id }, body: statement })
  const submit = (id: string) => rig.client(lead).call(routes.submitApplication, { params: { id }, body: {} })
  const get = (id: string, who = lead) => rig.client(who).call(routes.getApplication, { params: { id } })

  test('is not submitted before everybody stated what law needs, and every missing field is named', async () => {
    const { id } = await rig
      .client(lead)
      .call(routes.createApplication, { body: { call: 'trial', content: {} } })
    const problem = await problemOf(submit(id))
    expect(problem.code).toBe('apply.incomplete')
    const named = (problem.fields ?? []).map((f) => f.field)
    for (const field of ['title', 'member', 'organisation']) expect(named.join(' ')).toContain(field)
    const whole = await begin()
    expect((await problemOf(submit(whole))).code).toBe('apply.incomplete')
    await state(whole, lead)
    expect((await submit(whole)).state).toBe('submitted')
  })

  test('submitted twice at once, it is submitted once', async () => {
    const id = await begin()
    await state(id, lead)
    const both = await Promise.allSettled([submit(id), submit(id)])
    expect(both.filter((r) => r.status === 'fulfilled').length).toBeGreaterThanOrEqual(1)
    expect((await get(id)).state).toBe('submitted')
  })

  test('written in a call that closes meanwhile, it is kept, and cannot be submitted', async () => {
    const now = rig.clock.now().getTime()
    await rig.ctx.db.sql
      .update(calls)
      .set({ closesAt: new Date(now + hour) })
      .where(eq(calls.id, 'standard'))
    const id = await begin('standard')
    await state(id, lead)
    rig.clock.advance(2 * hour)
    const saved = await rig
      .client(lead)
      .call(routes.saveApplication, { params: { id }, body: { title: 'Written after the end' } })
      .catch(() => null)
    const problem = await problemOf(submit(id))
    expect(problem.code).toBe('apply.call-closed')
    const kept = await get(id)
    expect(kept.state).toBe('draft')
    expect(kept.content.title).toBe(saved ? 'Written after the end' : content.title)
    expect((await problemOf(begin('standard'))).code).toBe('apply.call-closed')
  })

  test('saved from two devices, the second is told and the first stays', async () => {
    const id = await begin()
    const { version } = await get(id)
    const save = (title: string) =>
      rig
        .client(lead)
        .call(routes.saveApplication, { params: { id }, body: { title }, ifMatch: `"v${version}"` })
    await save('From the laptop')
    expect([409, 412]).toContain((await problemOf(save('From the phone'))).status)
    expect((await get(id)).content.title).toBe('From the laptop')
  })

  test('is seen by its team and by officers, changed by its lead alone, and unknown to others', async () => {
    const id = await begin()
    await rig.client(lead).call(routes.inviteTeamMember, {
      params: { id },
      body: { name: 'Juma Mwangi', email: 'person2@riverbend.example' },
    })
    expect((await get(id, mate)).id).toBe(id)
    expect((await get(id, officer)).id).toBe(id)
    expect([403, 404]).toContain((await problemOf(get(id, stranger))).status)
    const change = (who: string) =>
      rig.client(who).call(routes.saveApplication, { params: { id }, body: { title: 'Mine now' } })
    for (const who of [mate, officer, stranger])
      expect([403, 404]).toContain((await problemOf(change(who))).status)
  })

  test('an invitation that got lost is sent again, not at once, and no more once the person has stated', async () => {
    const id = await begin()
    const invite = () =>
      rig.client(lead).call(routes.inviteTeamMember, {
        params: { id },
        body: { name: 'Juma Mwangi', email: 'person2@riverbend.example' },
      })
    const mails = async () =>
      Number(
        (
          await rig.ctx.db.rows<{ n: number }>(
            sql`select count(*)::int as n from mails where text like ${`%/applications/${id}/statement%`}`,
          )
        )[0]?.n,
      )
    await invite()
    await invite()
    expect(await mails()).toBe(1)
    rig.clock.advance(10 * 60_000)
    await invite()
    expect(await mails()).toBe(2)
    await state(id, mate)
    rig.clock.advance(10 * 60_000)
    await invite()
    expect(await mails()).toBe(2)
    const entry = (await get(id)).team.find((member) => !member.you)?.id ?? ''
    await rig.client(lead).call(routes.removeTeamMember, { params: { id, entry } })
    await invite()
    expect(await mails(), 'removed and invited anew').toBe(3)
  })

  test('what somebody states for themselves is shown to nobody else in the team', async () => {
    const id = await begin()
    await rig.client(lead).call(routes.inviteTeamMember, {
      params: { id },
      body: { name: 'Juma Mwangi', email: 'person2@riverbend.example' },
    })
    await state(id, lead)
    const own = await rig.client(lead).call(routes.getStatement, { params: { id } })
    expect(own.statement?.birthDate).toBe('1990-02-03')
    const theirs = await rig.client(mate).call(routes.getStatement, { params: { id } })
    expect(theirs.statement).toBeNull()
    expect(JSON.stringify(await get(id, mate))).not.toContain('1990-02-03')
    expect([403, 404]).toContain((await problemOf(state(id, stranger))).status)
  })

  test('no application names a member that there is not', async () => {
    const id = await begin()
    const works = [
      () =>
        rig.client(lead).call(routes.createApplication, { body: { call: 'trial', member: 'xx', content } }),
      () => rig.client(lead).call(routes.saveApplication, { params: { id }, body: { member: 'xx' } }),
    ]
    for (const work of works) {
      const problem = await problemOf(work())
      expect(problem.code).toBe('request.invalid')
      const message = expect.stringContaining('br, de, ke')
      expect(problem.fields).toEqual([{ field: 'member', fault: 'choice', message }])
    }
  })

  test('no country comes in that ISO 3166-1 does not know, and the field that names one is told', async () => {
    const id = await begin()
    const organisation = { ...content.organisation, country: 'ZZ' }
    const form = await problemOf(
      rig.client(lead).call(routes.saveApplication, { params: { id }, body: { organisation } }),
    )
    const country = { fault: 'country', message: expect.stringContaining('ISO 3166-1') }
    expect(form.fields).toEqual([{ field: 'organisation.country', ...country }])
    const stated = await problemOf(
      rig.client(lead).call(routes.saveStatement, {
        params: { id },
        body: { ...statement, nationalities: ['KE', 'UK'], residence: 'ke' },
      }),
    )
    expect(stated.fields).toEqual([
      { field: 'nationalities.1', ...country },
      { field: 'residence', ...country },
    ])
  })
})
