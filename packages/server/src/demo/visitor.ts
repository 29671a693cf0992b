import { routes } from '@allmende/wire'
import { createClient, type Client } from '@allmende/wire/client'

/** Somebody who uses the demo through its public API, as any program could. */
export type Visitor = Client

/** Signs in by the e-mail link that the demo shows instead of sending. */
export async function signIn(baseUrl: string, email: string): Promise<Visitor> {
  const anyone = createClient({ baseUrl })
  await anyone.call(routes.requestLink, { body: { email } })
  const { items } = await anyone.call(routes.demoMail, {})
  const mail = items.find((m) => m.to === email && m.text.includes('token='))
  const token = mail && /token=([\w-]+)/.exec(mail.text)?.[1]
  if (!token) throw new Error(`No sign-in link for ${email} came to the demo's mail page.`)
  const session = await anyone.call(routes.redeemLink, { body: { token } })
  return createClient({ baseUrl, token: session.token })
}
