import { routes } from '@allmende/wire'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { applyRoom } from '../apply/index.ts'
import { parties } from '../apply/tables.ts'
import { databases, fillers, startChainRig, type ChainRig } from '../testing/chain-rig.ts'
import { advanceChain } from '../timers/chain.ts'
import { clearRoom } from './index.ts'

describe.each(databases)('what a team reads of a site, on %s', (database) => {
  let rig: ChainRig
  let lead: string
  let mate: string
  let officer: string
  beforeAll(async () => {
    rig = await startChainRig([applyRoom, clearRoom], database)
    lead = await rig.person('Wanjiru Kamande')
    mate = await rig.person('Juma Mwangi')
    officer = await rig.person('Ilse Brandt', [
      { role: 'officer', scopeKind: 'alliance', scopeId: 'alliance' },
    ])
    await rig.importNames(officer, fillers)
  })
  afterAll(() => rig.close())

  /** An application whose second person resides in a country that nobody else has stated. */
  async function submitWith(residence: string): Promise<string> {
    const id = await rig.submit({ lead, team: [mate], names: ['Wanjiru Kamande', 'Juma Mwangi'] })
    await rig.ctx.db.sql.update(parties).set({ residence }).where(eq(parties.name, 'Juma Mwangi'))
    while (await advanceChain(rig.ctx));
    return id
  }
  const read = async (who: string, id: string) => ({
    findings: (await rig.client(who).call(routes.listClearances, { params: { id } })).items.flatMap(
      (site) => site.findings,
    ),
    application: await rig.client(who).call(routes.getApplication, { params: { id } }),
  })

  test('the lead learns that a statement leads there, and not which country a teammate stated', async () => {
    const id = await submitWith('IR')
    const seen = JSON.stringify(await read(lead, id))
    expect(seen).toContain('a statement of a team member')
    expect(seen).not.toMatch(/Iran|\bIR\b/)
    expect((await read(lead, id)).application.refusal, 'nor does the letter').toContain('No site can serve')
    expect((await read(mate, id)).findings.join(' '), 'the person concerned').toContain('Iran')
    expect((await read(officer, id)).findings.join(' '), 'an officer').toContain('Iran')
  })

  test('a rule whose name tells the country is told by its regime, and its question is left to officers', async () => {
    const russia = JSON.stringify(await read(lead, await submitWith('RU')))
    expect(russia).not.toMatch(/russia|833\/2014/i)
    const id = await submitWith('UA')
    const ukraine = await read(lead, id)
    expect(JSON.stringify(ukraine)).not.toMatch(/Ukrain(?!eOccupied)/)
    expect(ukraine.application.questions.map((q) => q.fact)).not.toContain('ukraineOccupiedRegion')
    const all = await read(officer, id)
    expect(all.application.questions.map((q) => q.fact)).toContain('ukraineOccupiedRegion')
  })

  test('an answer to a question that nobody asked is refused, with those that are open', async () => {
    const id = await rig.submit({ lead, answers: {} })
    while (await advanceChain(rig.ctx));
    const answer = (answers: Record<string, 'yes' | 'no'>) =>
      rig.client(lead).call(routes.answerQuestions, { params: { id }, body: { answers } })
    const error = await answer({ foo: 'no' }).catch((e: unknown) => e)
    expect(error).toMatchObject({
      problem: {
        code: 'request.invalid',
        detail: 'Nobody asked: foo.',
        remedy: expect.stringContaining('endUse.trainsModelForD5Entity'),
      },
    })
    await answer({ 'endUse.trainsModelForD5Entity': 'yes' })
    await answer({ 'endUse.trainsModelForD5Entity': 'no' })
  })

  test('what the organisation states, and what the lead stated alone, is told to the lead', async () => {
    const id = await rig.submit({ lead, country: 'IR' })
    while (await advanceChain(rig.ctx));
    const { findings, application } = await read(lead, id)
    expect(findings.join(' ')).toContain('Iran')
    expect(application.refusal).toContain('Iran')
  })
})
