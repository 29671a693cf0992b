import { routes } from '@allmende/wire'
import { demoPeople, openApplications, type DemoApplicant } from './cast.ts'
import { signIn } from './visitor.ts'

/** Somebody else's application, submitted in full. Every step asks what stands already. */
async function submitFor(baseUrl: string, who: DemoApplicant): Promise<string> {
  const lead = await signIn(baseUrl, who.email)
  const { id } = await lead.call(routes.createApplication, {
    body: { call: 'languages', member: who.member, content: who.content },
    idempotencyKey: `demo:application:${who.member}`,
  })
  const application = await lead.call(routes.getApplication, { params: { id } })
  if (application.state !== 'draft') return id
  await lead.call(routes.saveStatement, {
    params: { id },
    body: { ...who.statement, otherNames: [], nationalities: [...who.statement.nationalities] },
  })
  await lead.call(routes.submitApplication, { params: { id }, body: {} })
  return id
}

/** The officer clears what is open, so that the application waits for reviewers. */
async function passToReview(baseUrl: string, id: string): Promise<void> {
  const officer = await signIn(baseUrl, demoPeople.officer.email)
  const file = await officer.call(routes.getCase, { params: { id } })
  for (const site of file.sites.filter((s) => s.standing === 'open')) {
    await officer.call(routes.decideDetermination, {
      params: { id: site.determination },
      body: { verdict: 'cleared', reason: 'Demo: civil research, every question answered, no hit.' },
    })
  }
}

/**
 * Leaves two applications under way, so that whoever tries the demo as officer or reviewer has something to decide:
 * one with a name that resembles a listed one, one that waits for reviews.
 * @param settled resolves once the rules have looked at the application
 */
export async function leaveOpenWork(
  baseUrl: string,
  settled: (id: string) => Promise<void>,
): Promise<{ toClear: string; toReview: string }> {
  const toClear = await submitFor(baseUrl, openApplications.toClear)
  const toReview = await submitFor(baseUrl, openApplications.toReview)
  await settled(toReview)
  await passToReview(baseUrl, toReview)
  await settled(toClear)
  return {
    toClear: openApplications.toClear.content.title,
    toReview: openApplications.toReview.content.title,
  }
}
