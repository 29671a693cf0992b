import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { routes } from '@allmende/wire'
import { loadAlliance } from '../alliance/index.ts'
import type { Context } from '../context.ts'
import { findOrCreatePerson, foundWithSecretariat } from '../people/index.ts'
import { demoAlliance, demoCalls, demoMembers, demoPeople, demoRoles, demoSites } from './cast.ts'
import { signIn } from './visitor.ts'

/**
 * Founds the demo alliance, through the public API but for the founding itself. Every request carries a fixed
 * Idempotency-Key, so that a start that was killed half-way is simply repeated.
 * @returns false where an alliance stands already that is no demo
 */
export async function foundDemo(ctx: Context, baseUrl: string, examples: string): Promise<boolean> {
  const existing = await loadAlliance(ctx)
  if (existing && !existing.demo) return false
  if (!existing) {
    await foundWithSecretariat(ctx, {
      name: demoAlliance.name,
      demo: true,
      secretariatName: demoPeople.secretariat.name,
      secretariatEmail: demoPeople.secretariat.email,
    })
  }
  const { lead, mate, reefLead, forestLead } = demoPeople
  for (const { name, email } of [lead, mate, reefLead, forestLead]) await findOrCreatePerson(ctx, name, email)
  const secretariat = await signIn(baseUrl, demoPeople.secretariat.email)
  const { items: lists } = await secretariat.call(routes.listLists, {})
  const known = new Set((await secretariat.call(routes.listSites, {})).items.map((s) => s.id))
  if (known.size === demoSites.length && lists.length > 0) return true
  for (const member of demoMembers)
    await secretariat.call(routes.createMember, { body: member, idempotencyKey: `demo:member:${member.id}` })
  for (const call of demoCalls)
    await secretariat.call(routes.createCall, { body: call, idempotencyKey: `demo:call:${call.id}` })
  for (const site of demoSites) {
    await secretariat.call(routes.createSite, {
      body: { ...site, policy: { ...site.policy, refusedMembers: [], refusedCountries: [] } },
      idempotencyKey: `demo:site:${site.id}`,
    })
  }
  for (const { who, ...grant } of demoRoles) {
    await secretariat.call(routes.grantRole, {
      body: { name: demoPeople[who].name, email: demoPeople[who].email, ...grant },
      idempotencyKey: `demo:role:${who}`,
    })
  }
  await secretariat.call(routes.importList, {
    params: { id: 'us-csl' },
    query: {
      publishedOn: '2022-04-21',
      source:
        'US Consolidated Screening List, a sample of public-domain entries as of April 2022; for demonstration only',
    },
    raw: readFileSync(join(examples, 'lists/us-csl-sample.csv')),
  })
  return true
}
