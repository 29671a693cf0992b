import { randomBytes } from 'node:crypto'
import type { applicationInput } from '@allmende/wire'
import { routes } from '@allmende/wire'
import { and, eq, sql } from 'drizzle-orm'
import { Client } from 'pg'
import type { z } from 'zod'
import { alliance, calls, members, rulebooks } from '../alliance/tables.ts'
import { insertOwners, sealIdentifiers } from '../apply/index.ts'
import { applications, parties, teamMembers } from '../apply/tables.ts'
import { screenings } from '../clear/tables.ts'
import type { Context } from '../context.ts'
import type { Room } from '../http/api.ts'
import type { Actor, Grant } from '../http/actor.ts'
import { newId } from '../http/ids.ts'
import { holdsNow, restsNow } from '../people/holds-now.ts'
import { grants, people } from '../people/tables.ts'
import { startLog } from '../record/index.ts'
import { sites } from '../sites/tables.ts'
import type { Settings } from '../settings.ts'
import { startRig, type Rig } from './rig.ts'

const hour = 3_600_000
type Content = z.output<typeof applicationInput>
type Owner = NonNullable<Content['organisation']>['owners'][number]

/** An alliance as the middle of the chain finds it: everybody and everything in it is invented. */
export type ChainRig = Rig & {
  /** Adds a person, with roles; returns the id, which is also the token. */
  person(name: string, roles?: readonly Grant[]): Promise<string>
  /** Imports a list of these names as somebody with the role. */
  importNames(officer: string, names: readonly string[], publishedOn?: string): Promise<void>
  /** A submitted application, led by the person. */
  submit(ask: Ask): Promise<string>
  stateOf(application: string): Promise<string>
}

export type Ask = {
  readonly lead: string
  readonly call?: 'trial' | 'standard'
  readonly member?: string
  readonly hours?: number
  readonly endUse?: Partial<Content['endUse']>
  readonly answers?: Record<string, 'yes' | 'no'>
  /** Passport names of the team's people; the first is the lead's. */
  readonly names?: readonly string[]
  readonly birthDate?: string
  readonly organisation?: string
  readonly country?: string
  /** LEI of the organisation. */
  readonly registration?: string
  readonly owners?: readonly (Partial<Owner> & { readonly name: string })[]
  readonly team?: readonly string[]
  /** Its people were screened, and no list names them: for tests of what comes after clearing. */
  readonly screened?: boolean
}

export const rulebook = {
  listMaxAgeDays: 7,
  joiningThreshold: 0.76,
  batchThreshold: 0.76,
  trialMaxAcceleratorMs: 50 * hour,
  reviewersPerApplication: 2,
  siteOfflineAfterMs: 60_000,
  maxAttemptsPerJob: 3,
  shareHalfLifeDays: 30,
  enforcement: 'stricter',
}

/** Columns of the US Consolidated Screening List (CSV), as published. */
const header =
  '_id,source,entity_number,type,programs,name,title,addresses,federal_register_notice,start_date,end_date,standard_order,license_requirement,license_policy,call_sign,vessel_type,gross_tonnage,gross_registered_tonnage,vessel_flag,vessel_owner,remarks,source_list_url,alt_names,citizenships,dates_of_birth,nationalities,places_of_birth,source_information_url,ids'

/** A list in that layout, of invented people. */
export function listOf(names: readonly string[]): string {
  const width = header.split(',').length
  const rows = names.map((name, index) => {
    const fields = Array.from({ length: width }, () => '')
    fields[0] = `invented-${index}`
    fields[1] = 'Specially Designated Nationals (SDN) - Treasury Department'
    fields[2] = String(90_000 + index)
    fields[3] = 'Individual'
    fields[4] = 'INVENTED'
    fields[5] = `"${name}"`
    return fields.join(',')
  })
  return `${[header, ...rows].join('\n')}\n`
}

/** Invented names that resemble nobody in a test, to give a list its size. */
export const fillers = [
  'Zzyzx Qworl',
  'Bxtrel Vhoum',
  'Jqixt Omwuz',
  'Kplort Ewnix',
  'Dvorsk Uhjam',
  'Fnerg Ixolpt',
  'Gwuzt Yrobk',
  'Hlomx Ceqatz',
  'Mpfrit Oxuvel',
  'Nsjolb Atwyk',
  'Rwexu Pkombl',
  'Sghivt Lurqen',
]

async function found(ctx: Context): Promise<void> {
  const now = ctx.now()
  const policy = { refusedMembers: [], refusedCountries: [], licenceConditions: '', conditionsKnown: true }
  await ctx.db.transaction(async () => {
    await startLog(ctx)
    await ctx.db.sql.insert(alliance).values({
      id: 1,
      name: 'Riverbend Alliance',
      demo: true,
      logOrigin: 'riverbend.example/log',
      foundedAt: now,
    })
    await ctx.db.sql.insert(rulebooks).values({ version: 1, params: rulebook, adoptedAt: now })
    const member = { shareBp: 3000, pledgedAcceleratorMs: 0, from: '2025-01-01', until: null }
    await ctx.db.sql.insert(members).values([
      { ...member, id: 'ke', name: 'Rift Lakes Computing Trust', kind: 'institution', country: 'KE' },
      { ...member, id: 'de', name: 'Rechenzentrum Saaletal', kind: 'institution', country: 'DE' },
      { ...member, id: 'br', name: 'Instituto Maré de Computação', kind: 'institution', country: 'BR' },
    ])
    const call = { summary: '', opensAt: now, closesAt: null, decideWithinHours: 24 }
    await ctx.db.sql.insert(calls).values([
      { ...call, id: 'trial', title: 'Trial lane', lane: 'trial', maxAcceleratorMs: 50 * hour },
      {
        ...call,
        id: 'standard',
        title: 'Languages of the South',
        lane: 'standard',
        maxAcceleratorMs: 20_000 * hour,
      },
    ])
    const site = { engine: 'local', accelerators: 8, cpus: 8, memoryMiB: 8192, policy, createdAt: now }
    await ctx.db.sql.insert(sites).values([
      {
        ...site,
        id: 'jena',
        name: 'Jena',
        member: 'de',
        country: 'DE',
        operator: 'Rechenzentrum Saaletal',
        acceleratorModel: 'NVIDIA H100 SXM5',
      },
      {
        ...site,
        id: 'recife',
        name: 'Recife',
        member: 'br',
        country: 'BR',
        operator: 'Instituto Maré de Computação',
        acceleratorModel: 'NVIDIA H100 SXM5',
      },
    ])
  })
}

/** A person's id is their token here; signing in is tested where it lives. */
async function authenticate(ctx: Context, authorization: string | undefined): Promise<Actor> {
  const id = authorization?.replace(/^Bearer /, '')
  if (!id) return { kind: 'nobody' }
  const [row] = await ctx.db.sql.select().from(people).where(eq(people.id, id))
  if (!row) return { kind: 'nobody' }
  const grantsThat = async (are: typeof holdsNow) => {
    const rows = await ctx.db.sql
      .select()
      .from(grants)
      .where(and(eq(grants.person, id), are(sql`${grants}`, ctx.now().toISOString())))
    return rows.map(
      (g) => ({ role: g.role, scopeKind: g.scopeKind, scopeId: g.scopeId, standsFor: g.standsFor }) as Grant,
    )
  }
  const resting = row.held === null ? [] : await grantsThat(restsNow)
  return {
    kind: 'person',
    person: row.id,
    name: row.name,
    email: 'somebody@test.example',
    language: 'en',
    session: null,
    scopes: ['read', 'apply', 'jobs', 'decide', 'manage'],
    grants: await grantsThat(holdsNow),
    resting: row.held && resting.length > 0 ? { why: row.held, grants: resting } : null,
  }
}

function contentOf(ask: Ask): Content {
  const organisation = {
    name: ask.organisation ?? 'Rift Lakes Computing Trust',
    country: ask.country ?? 'KE',
    headquartersCountry: ask.country ?? 'KE',
    ultimateParentCountry: ask.country ?? 'KE',
    registration: ask.registration ?? null,
    owners: (ask.owners ?? []).map((owner) => ({
      kind: 'organisation' as const,
      country: null,
      share: null,
      controls: false,
      of: null,
      ...owner,
    })),
  }
  return {
    title: 'A model of six languages',
    summary: 'Small language models from public text.',
    askedAcceleratorMs: (ask.hours ?? 10) * hour,
    plan: null,
    organisation,
    endUse: {
      purpose: 'civil-research',
      description: 'Open research.',
      militaryOrIntelligence: 'no',
      weaponsOfMassDestruction: 'no',
      forOtherOrganisation: null,
      ...ask.endUse,
    },
  }
}

async function insertScreened(ctx: Context, party: string): Promise<void> {
  const found = { lists: [], engineVersion: 'test', hits: 0 }
  await ctx.db.sql.insert(screenings).values({ party, partyVersion: 1, ...found, at: ctx.now() })
}

async function insertAsked(ctx: Context, ask: Ask, number: string): Promise<string> {
  const id = newId(ctx.now())
  const content = contentOf(ask)
  const now = ctx.now()
  await ctx.db.sql.insert(applications).values({
    id,
    number,
    call: ask.call ?? 'trial',
    member: ask.member ?? 'ke',
    lead: ask.lead,
    state: 'submitted',
    version: 1,
    title: content.title,
    askedAcceleratorMs: content.askedAcceleratorMs,
    content,
    answers: ask.answers ?? { 'endUse.trainsModelForD5Entity': 'no' },
    refusal: null,
    createdAt: now,
    updatedAt: now,
    stateSince: now,
    submittedAt: now,
    decideBy: new Date(now.getTime() + 24 * hour),
    decidedAt: null,
  })
  const country = ask.country ?? 'KE'
  const party = { application: id, aliases: [], version: 1, leftAt: null }
  for (const [index, name] of (ask.names ?? ['Wanjiru Kamande']).entries()) {
    const person = index === 0 ? ask.lead : (ask.team?.[index - 1] ?? null)
    const partyId = newId(now)
    await ctx.db.sql.insert(parties).values({
      ...party,
      id: partyId,
      kind: 'person',
      person,
      name,
      birthDate: ask.birthDate ?? '1991-03-14',
      statedAt: now,
      nationalities: [country],
      residence: country,
      affiliation: content.organisation?.name ?? null,
      usPerson: 'no',
    })
    if (ask.screened) await insertScreened(ctx, partyId)
    if (person)
      await ctx.db.sql
        .insert(teamMembers)
        .values({ id: newId(now), application: id, person, party: partyId, invitedAt: now, leftAt: null })
  }
  const organisationParty = newId(now)
  await ctx.db.sql.insert(parties).values({
    ...party,
    id: organisationParty,
    identifiers: sealIdentifiers(ctx, organisationParty, ask.registration ? [ask.registration] : []),
    kind: 'organisation',
    person: null,
    name: content.organisation?.name ?? '',
    birthDate: null,
    nationalities: [country],
    residence: country,
    affiliation: null,
    usPerson: null,
    headquartersCountry: country,
    ultimateParentCountry: country,
  })
  if (content.organisation) await insertOwners(ctx, id, organisationParty, content.organisation)
  return id
}

type DatabaseKind = 'PGlite' | 'PostgreSQL'
const postgres = process.env.ALLMENDE_TEST_POSTGRES
/** The same tests run on each; PostgreSQL where the test line started one. */
export const databases: readonly DatabaseKind[] = postgres ? ['PGlite', 'PostgreSQL'] : ['PGlite']

/** A database of its own on the server at `url`, and how to drop it. */
async function freshDatabase(url: string): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `chain_${randomBytes(6).toString('hex')}`
  const asAdmin = async (statement: string) => {
    const client = new Client({ connectionString: url })
    await client.connect()
    await client.query(statement)
    await client.end()
  }
  await asAdmin(`create database ${name}`)
  const own = new URL(url)
  own.pathname = `/${name}`
  return { url: own.href, drop: () => asAdmin(`drop database ${name} with (force)`) }
}

/** A PostgreSQL database for one suite; null where the suite runs on PGlite. */
export async function freshPostgres(
  database: DatabaseKind,
): Promise<{ url: string; drop(): Promise<void> } | null> {
  return database === 'PostgreSQL' && postgres ? freshDatabase(postgres) : null
}

export async function startChainRig(
  rooms: readonly Room[],
  database: DatabaseKind = 'PGlite',
  settings: Partial<Settings> = {},
): Promise<ChainRig> {
  const fresh = await freshPostgres(database)
  const rig = await startRig({
    rooms,
    authenticate,
    partial: true,
    settings,
    ...(fresh ? { postgresUrl: fresh.url } : {}),
  })
  const { ctx } = rig
  await found(ctx)
  let numbers = 0
  let persons = 0
  return {
    ...rig,
    async close() {
      await rig.close()
      await fresh?.drop()
    },
    async person(name, roles = []) {
      const id = newId(ctx.now())
      persons += 1
      await ctx.db.sql.insert(people).values({
        id,
        name,
        email: `person${persons}@riverbend.example`,
        language: 'en',
        createdAt: ctx.now(),
      })
      if (roles.length > 0)
        await ctx.db.sql
          .insert(grants)
          .values(
            roles.map((g) => ({ id: newId(ctx.now()), person: id, ...g, from: ctx.now(), until: null })),
          )
      return id
    },
    async importNames(officer, names, publishedOn = ctx.now().toISOString().slice(0, 10)) {
      await rig.client(officer).call(routes.importList, {
        params: { id: 'us-csl' },
        query: { publishedOn, source: 'invented' },
        raw: listOf(names),
      })
    },
    submit(ask) {
      numbers += 1
      return insertAsked(ctx, ask, `A-2026-${String(numbers).padStart(4, '0')}`)
    },
    async stateOf(application) {
      const [row] = await ctx.db.sql
        .select({ state: applications.state })
        .from(applications)
        .where(eq(applications.id, application))
      return row?.state ?? 'none'
    },
  }
}
