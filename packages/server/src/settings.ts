import { resolve } from 'node:path'

/** Configuration from the environment; documented in docs/operate.md. Only main.ts calls this with process.env. */
export type OidcProvider = {
  readonly id: string
  readonly name: string
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string | null
}

export type Settings = {
  readonly dataDir: string
  readonly databaseUrl: string | null
  readonly host: string
  readonly port: number
  /** How people reach this server; links in mail and cookies depend on it. */
  readonly publicUrl: string
  readonly smtpUrl: string | null
  readonly mailFrom: string
  readonly oidc: readonly OidcProvider[]
  readonly logLevel: string
  readonly version: string
  /** Behind a proxy that sets X-Forwarded-For, trust its last hop for rate limits. */
  readonly trustProxy: boolean
  /** Lists that are fetched from their official addresses every day, by name. */
  readonly lists: readonly string[]
  /** Addresses of lists in the place of the official ones, by name. */
  readonly listUrls: Readonly<Record<string, readonly string[]>>
  /** Requests a minute for one caller before answers turn to 429; sign-in links have a tighter limit of their own. */
  readonly requestsPerMinute: number
}

export const version = '0.1.0'

function port(text: string | undefined): number {
  const value = Number(text ?? 8080)
  if (!Number.isInteger(value) || value < 0 || value > 65_535)
    throw new Error(`ALLMENDE_PORT is ${text}; expected a whole number from 0 to 65535.`)
  return value
}

function providers(text: string | undefined): OidcProvider[] {
  if (!text) return []
  const parsed = JSON.parse(text) as Partial<OidcProvider>[]
  return parsed.map((p) => {
    if (!p.id || !p.name || !p.issuer || !p.clientId)
      throw new Error('ALLMENDE_OIDC: each provider needs id, name, issuer and clientId.')
    return {
      id: p.id,
      name: p.name,
      issuer: p.issuer,
      clientId: p.clientId,
      clientSecret: p.clientSecret ?? null,
    }
  })
}

/** What follows the prefix is the list's name, `US_CSL` for `us-csl`; several addresses are parted by spaces. */
function listUrls(env: Readonly<Record<string, string | undefined>>): Record<string, string[]> {
  const prefix = 'ALLMENDE_LIST_URL_'
  return Object.fromEntries(
    Object.entries(env)
      .filter(([name]) => name.startsWith(prefix))
      .map(([name, value]) => [
        name.slice(prefix.length).toLowerCase().replaceAll('_', '-'),
        (value ?? '').split(/\s+/).filter(Boolean),
      ]),
  )
}

/** An empty value is none: what a compose file passes on without a value arrives as "". */
export function readSettings(given: Readonly<Record<string, string | undefined>>): Settings {
  const env = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''))
  const listenPort = port(env.ALLMENDE_PORT)
  const host = env.ALLMENDE_HOST ?? '127.0.0.1'
  return {
    // Absolute: jobs run in folders of their own, where a relative path would lead elsewhere.
    dataDir: resolve(env.ALLMENDE_DATA ?? './data'),
    databaseUrl: env.ALLMENDE_DATABASE_URL ?? null,
    host,
    port: listenPort,
    publicUrl: (
      env.ALLMENDE_URL ?? `http://${host === '0.0.0.0' ? 'localhost' : host}:${listenPort}`
    ).replace(/\/$/, ''),
    smtpUrl: env.ALLMENDE_SMTP_URL ?? null,
    mailFrom: env.ALLMENDE_MAIL_FROM ?? 'allmende@localhost',
    oidc: providers(env.ALLMENDE_OIDC),
    logLevel: env.ALLMENDE_LOG_LEVEL ?? 'info',
    version,
    trustProxy: env.ALLMENDE_TRUST_PROXY === '1',
    lists: (env.ALLMENDE_LISTS ?? '')
      .split(',')
      .map((name) => name.trim())
      .filter(Boolean),
    listUrls: listUrls(env),
    requestsPerMinute: Number(env.ALLMENDE_REQUESTS_PER_MINUTE ?? 1200),
  }
}
