import { createServer, type Server } from 'node:http'
// The certified implementation has no types of its own.
// @ts-expect-error -- no declarations
import OidcProvider from 'oidc-provider'

/** A real OpenID Connect provider on loopback, with invented accounts: whoever types a name is that account. */
export type TestProvider = {
  readonly issuer: string
  readonly clientSecret: string
  stop(): Promise<void>
}
export type Account = { readonly email: string; readonly name: string; readonly verified: boolean }

type Constructor = new (
  issuer: string,
  configuration: object,
) => { callback(): Parameters<typeof createServer>[1] }

export async function startProvider(
  redirectUri: string,
  accounts: Readonly<Record<string, Account>>,
  port = 0,
): Promise<TestProvider> {
  const server: Server = createServer()
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as { port: number }).port}`
  const clientSecret = 'a-secret-of-the-test'
  const provider = new (OidcProvider as unknown as Constructor)(issuer, {
    clients: [{ client_id: 'allmende', client_secret: clientSecret, redirect_uris: [redirectUri] }],
    claims: { openid: ['sub', 'acr'], email: ['email', 'email_verified'], profile: ['name'] },
    cookies: { keys: ['a key of the test'] },
    pkce: { required: () => true },
    findAccount: (_: unknown, sub: string) => ({
      accountId: sub,
      claims: () => ({
        sub,
        email: accounts[sub]?.email,
        email_verified: accounts[sub]?.verified,
        name: accounts[sub]?.name,
      }),
    }),
  })
  server.on('request', provider.callback() as never)
  return {
    issuer,
    clientSecret,
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/**
 * Signs in at the provider as a browser without script would: follows redirects, keeps cookies, posts its two forms.
 * @returns the address that the provider sends back to, which is not opened
 */
export async function signInAtProvider(start: string, account: string): Promise<string> {
  const jar = new Map<string, string>()
  const { origin } = new URL(start)
  let url = start
  let form: URLSearchParams | null = null
  for (let step = 0; step < 12; step += 1) {
    const response = await fetch(url, {
      redirect: 'manual',
      ...(form ? { method: 'POST', body: form } : {}),
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
    })
    for (const cookie of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      if (name) jar.set(name, value ?? '')
    }
    const location = response.headers.get('location')
    if (location) {
      url = new URL(location, url).href
      form = null
      if (!url.startsWith(origin)) return url
      continue
    }
    const html = await response.text()
    const action = /action="([^"]+)"/.exec(html)?.[1]
    const prompt = /name="prompt" value="([^"]+)"/.exec(html)?.[1]
    if (!action || !prompt) throw new Error(`The provider answered ${response.status}: ${html.slice(0, 400)}`)
    url = new URL(action, url).href
    form = new URLSearchParams({ prompt, login: account, password: 'any' })
  }
  throw new Error('The provider led in a circle.')
}
