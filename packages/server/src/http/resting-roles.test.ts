import { routes, scopes } from '@allmende/wire'
import { pathPatterns, type PageName } from '@allmende/web'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rooms } from '../server.ts'
import { databases, fillers, startChainRig, type ChainRig } from '../testing/chain-rig.ts'
import { pagesOf } from '../testing/pages-of.ts'
import { advanceChain } from '../timers/chain.ts'
import type { Grant } from './actor.ts'
import { ownStatementPage } from './policy.ts'

const statement = {
  passportName: 'Zumbrota Qandil',
  otherNames: ['Zum Qandil'],
  birthDate: '1987-05-14',
  nationalities: ['KE'],
  residence: 'KE',
  affiliation: 'Rift Lakes Computing Trust',
  usPerson: 'no' as const,
  identifiers: ['passport:ZX4711'],
}
const operatorRole: Grant = { role: 'site-operator', scopeKind: 'site', scopeId: 'jena' }
const stands = (role: Grant['role']): Grant => ({ role, scopeKind: 'alliance', scopeId: 'alliance' })

let rig: ChainRig
let server: ReturnType<typeof pagesOf>
const tokens: Record<string, string> = {}

/** A page as somebody reads it, in their language: its status, its markup and its words. */
async function read(who: string, page: PageName, lang: 'en' | 'de' = 'en') {
  const answer = await server.app.request(`${pathPatterns[page].replace(':id', 'jena')}?lang=${lang}`, {
    headers: { cookie: `allmende=${tokens[who]}` },
  })
  const html = await answer.text()
  return { status: answer.status, html, words: html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ') }
}

describe.each(databases)('a role that rests, on the pages, on %s', (database) => {
  beforeAll(async () => {
    rig = await startChainRig(rooms, database)
    const people = {
      keeper: await rig.person('Mirjam Falk', [stands('secretariat')]),
      officer: await rig.person('Ilse Brandt', [stands('officer')]),
      operator: await rig.person('Lokuro Petumwe', [operatorRole]),
      chair: await rig.person('Zumbrota Qandil', [stands('panel-chair')]),
    }
    for (const [name, person] of Object.entries(people))
      tokens[name] = (
        await rig.client(person).call(routes.createToken, { body: { name: 'test', scopes: [...scopes] } })
      ).token
    await rig.client(people.chair).call(routes.saveOwnStatement, { body: statement })
    await rig.importNames(people.officer, [...fillers, 'Lokuro Petumwe'])
    while (await advanceChain(rig.ctx));
    server = pagesOf(rig.ctx)
  }, 60_000)
  afterAll(() => rig.close())

  test('the secretariat reads who has stated who they are and whose role rests, and nothing of what they stated', async () => {
    const { html, words } = await read('keeper', 'secretariatPeople')
    const rows = [...html.matchAll(/<tr>[^]*?<\/tr>/g)].map(([row]) =>
      row.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' '),
    )
    const row = (name: string) => rows.find((one) => one.includes(name))
    expect(row('Lokuro Petumwe')).toMatch(/Site operator rests .*not stated yet/)
    expect(row('Zumbrota Qandil')).toMatch(/Panel chair (?!rests).*stated on 24 Nov(ember)? 2026/)
    expect(row('Ilse Brandt')).toMatch(/Compliance officer (?!rests).*not stated yet/)
    expect(words).not.toMatch(/1987|ZX4711|Zum Qandil|KE\b|list names|resemble/)
    const german = await read('keeper', 'secretariatPeople', 'de')
    expect(german.words).toMatch(/ruht .*noch nicht angegeben/)
    expect(german.words).toMatch(/angegeben am 24\. ?\S+ 2026/)
  })

  test.each([
    ['en', 'has yet to decide', 'Until a compliance officer has looked'],
    ['de', 'noch nicht entschieden', 'Bis eine Compliance-Beauftragte es angesehen hat'],
  ] as const)(
    'whose role rests reads why on the page that is closed to them, with the way on: %s',
    async (lang, refused, why) => {
      const { status, html, words } = await read('operator', 'sitePolicy', lang)
      expect(status).toBe(403)
      expect(words).toContain(refused)
      expect(html).toContain(`href="${ownStatementPage}"`)
      expect((await read('operator', 'ownStatement', lang)).words).toContain(why)
      const account = await read('operator', 'account', lang)
      expect(account.words).toMatch(
        lang === 'en' ? /Site operator \(jena\) rests/ : /Standortbetrieb \(jena\) ruht/,
      )
    },
  )

  test('everybody else is refused as before, and hears of nobody', async () => {
    const { status, words } = await read('officer', 'sitePolicy')
    expect(status).toBe(403)
    expect(words).toContain('Only these roles can use it')
    expect(words).not.toContain('rest')
  })

  test('a refusal of the API that a page shows is said in the language of the reader, with the way on', async () => {
    await rig.ctx.db.rows(sql`update people set held = 'confirmed-hit' where name = 'Zumbrota Qandil'`)
    const { status, html, words } = await read('chair', 'panel', 'de')
    expect(status).toBe(403)
    expect(words).toContain('Ihre Rollen ruhen: Eine Compliance-Beauftragte hat entschieden')
    expect(html).toMatch(new RegExp(`<a href="${ownStatementPage}"><span>Ist das ein Irrtum`))
  })

  test('the way on leads to the page where it stands', () => {
    expect(ownStatementPage).toBe(pathPatterns.ownStatement)
  })
})
