import { routes } from '@allmende/wire'
import { pathPatterns, safeNext } from '../../paths.ts'
import { startSession, type Pages } from '../../web.ts'

type Body = { attempt?: string; response?: Record<string, unknown>; next?: string }

/** The few addresses that the passkey script talks to: JSON from this site only, passed on to the API. */
export const passkeyEndpoints: Pages = (pages, options) => {
  pages.json('passkeyOptions', async ({ api, c }) =>
    c.json(await api.call(routes.passkeySignInOptions, { body: {} })),
  )
  pages.json('passkeySignIn', async (visit) => {
    const body = (await visit.c.req.json()) as Body
    const session = await visit.api.call(routes.passkeySignIn, {
      body: { attempt: body.attempt ?? '', response: body.response ?? {} },
    })
    startSession(visit, options, session.token)
    return visit.c.json({ next: safeNext(body.next) })
  })
  pages.json('passkeyAddOptions', async ({ api, c }) =>
    c.json(await api.call(routes.passkeyOptions, { body: {} })),
  )
  pages.json('passkeyAdd', async (visit) => {
    const body = (await visit.c.req.json()) as Body
    const name = new Date(visit.now).toISOString().slice(0, 10)
    await visit.api.call(routes.addPasskey, {
      body: { attempt: body.attempt ?? '', name, response: body.response ?? {} },
    })
    return visit.c.json({ next: pathPatterns.account })
  })
}
