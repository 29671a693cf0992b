import { routes } from '@allmende/wire'
import { eq } from 'drizzle-orm'
import { describeAlliance, foundAlliance, isSetupCode, loadAlliance } from '../alliance/index.ts'
import type { Context } from '../context.ts'
import type { Grant } from '../http/actor.ts'
import type { Room, Serve } from '../http/api.ts'
import { afterId, pageOf } from '../http/page.ts'
import { demand, ownStatementPage } from '../http/policy.ts'
import { Refusal } from '../http/problems.ts'
import { addPasskey, passkeyAddOptions, passkeySignInOptions, signInWithPasskey } from './passkeys.ts'
import { finishOidc, startOidc } from './providers.ts'
import { demandGrantable, endRole, grantRole } from './roles.ts'
import { makeToken, openSession, redeemLink, requestLink } from './sessions.ts'
import {
  findOrCreatePerson,
  listDemoMail,
  listPasskeys,
  listSessions,
  listTokens,
  loadPerson,
  noteAudit,
  pageOfPeople,
  queueMail,
  revokeSession,
  revokeToken,
} from './store.ts'
import { people } from './tables.ts'

const iso = (at: Date | null) => at?.toISOString() ?? null
const ownGrant = ({ role, scopeKind, scopeId }: Grant) => ({ role, scopeKind, scopeId })

async function demandPerson(ctx: Context, id: string) {
  const person = await loadPerson(ctx, id)
  if (!person) throw new Error('Invariant broken: a session belongs to a person')
  return person
}

function signInRoutes(serve: Serve, ctx: Context): void {
  serve(routes.requestLink, async ({ body }) => {
    const alliance = await loadAlliance(ctx)
    await requestLink(ctx, body.email, body.next, alliance?.name ?? 'Allmende')
    return { body: { sent: true as const } }
  })
  serve(routes.redeemLink, async ({ body }) => ({ body: await redeemLink(ctx, body.token) }))
  serve(routes.passkeySignInOptions, async () => ({ body: await passkeySignInOptions(ctx) }))
  serve(routes.passkeySignIn, async ({ body }) => ({ body: await signInWithPasskey(ctx, body) }))
  serve(routes.listProviders, async () => ({
    body: { items: ctx.settings.oidc.map(({ id, name }) => ({ id, name })) },
  }))
  serve(routes.startOidc, async ({ params, body }) => ({ body: await startOidc(ctx, params.id, body.next) }))
  serve(routes.finishOidc, async ({ params, body }) => ({ body: await finishOidc(ctx, params.id, body) }))
}

function ownRoutes(serve: Serve, ctx: Context): void {
  serve(routes.getMe, async ({ actor }) => ({
    body: {
      id: actor.person,
      name: actor.name,
      email: actor.email,
      language: actor.language,
      grants: actor.grants.map(ownGrant),
      resting: actor.resting && {
        why: actor.resting.why,
        grants: actor.resting.grants.map(ownGrant),
      },
    },
  }))
  serve(routes.listPasskeys, async ({ actor }) => ({
    body: {
      items: (await listPasskeys(ctx, actor.person)).map((key) => ({
        id: key.id,
        name: key.name,
        createdAt: key.createdAt.toISOString(),
      })),
    },
  }))
  serve(routes.signOut, async ({ actor }) => {
    if (actor.session) await revokeSession(ctx, actor.person, actor.session)
    return {}
  })
  serve(routes.listSessions, async ({ actor }) => {
    const rows = await listSessions(ctx, actor.person)
    return {
      body: {
        items: rows.map((s) => ({
          id: s.id,
          createdAt: s.createdAt.toISOString(),
          lastSeenAt: s.lastSeenAt.toISOString(),
          expiresAt: s.expiresAt.toISOString(),
          method: s.method,
          current: s.id === actor.session,
        })),
      },
    }
  })
  serve(routes.revokeSession, async ({ actor, params }) => {
    if (!(await revokeSession(ctx, actor.person, params.id)))
      throw new Refusal('request.not-found', 'You have no such session, or it has ended.')
    return {}
  })
  serve(routes.listTokens, async ({ actor }) => {
    const rows = await listTokens(ctx, actor.person)
    return {
      body: {
        items: rows.map((t) => ({
          id: t.id,
          name: t.name,
          prefix: t.prefix,
          scopes: t.scopes as string[],
          createdAt: t.createdAt.toISOString(),
          expiresAt: t.expiresAt.toISOString(),
          lastUsedAt: iso(t.lastUsedAt),
        })),
      },
    }
  })
  serve(routes.createToken, async ({ actor, body }) => {
    const beyond = body.scopes.filter((scope) => !actor.scopes.includes(scope))
    if (beyond.length > 0)
      throw new Refusal(
        'policy.scope',
        `A token cannot make one with more than its own scopes (${beyond.join(', ')}).`,
      )
    const { token, row } = await makeToken(ctx, actor.person, body)
    return {
      body: {
        token,
        id: row.id,
        name: row.name,
        prefix: row.prefix,
        scopes: row.scopes,
        createdAt: row.createdAt.toISOString(),
        expiresAt: row.expiresAt.toISOString(),
        lastUsedAt: null,
      },
    }
  })
  serve(routes.revokeToken, async ({ actor, params }) => {
    if (!(await revokeToken(ctx, actor.person, params.id)))
      throw new Refusal('request.not-found', 'You have no such token, or it was revoked.')
    return {}
  })
  serve(routes.passkeyOptions, async ({ actor }) => ({
    body: await passkeyAddOptions(ctx, await demandPerson(ctx, actor.person)),
  }))
  serve(routes.addPasskey, async ({ actor, body }) => ({ body: await addPasskey(ctx, actor.person, body) }))
  serve(routes.setName, async ({ actor, body }) => {
    await ctx.db.sql.update(people).set({ name: body.name }).where(eq(people.id, actor.person))
    return {}
  })
  serve(routes.setLanguage, async ({ actor, body }) => {
    await ctx.db.sql.update(people).set({ language: body.language }).where(eq(people.id, actor.person))
    return {}
  })
}

function rolesRoutes(serve: Serve, ctx: Context): void {
  serve(routes.listPeople, async ({ actor, query }) => {
    demand(actor, { action: 'people.manage' })
    const found = await pageOfPeople(ctx, afterId(query.after), query.limit + 1)
    const { rows, next } = pageOf(found, query.limit, (last) => last.person.id)
    const items = rows.map(({ person, statedAt, grants }) => ({
      id: person.id,
      name: person.name,
      email: person.email,
      statedAt: iso(statedAt),
      grants: grants.map((g) => ({
        id: g.id,
        person: g.person,
        role: g.role as never,
        scopeKind: g.scopeKind as never,
        scopeId: g.scopeId,
        from: g.from.toISOString(),
        until: iso(g.until),
        rests: g.rests,
      })),
    }))
    return { body: { items, next } }
  })
  serve(routes.grantRole, async ({ actor, body, requestId }) => {
    demand(actor, { action: 'people.manage' })
    const until = body.until ? new Date(body.until) : null
    await demandGrantable(ctx, { ...body, until })
    const person = await findOrCreatePerson(ctx, body.name, body.email)
    const grant = await grantRole(ctx, {
      person: person.id,
      role: body.role,
      scopeKind: body.scopeKind,
      scopeId: body.scopeId,
      until,
    })
    await queueMail(ctx, {
      to: person.email,
      subject: 'You have a new role',
      text: `You now hold the role "${body.role}". Please sign in and state for yourself what law asks of whoever holds one; only compliance officers see it.\n\n${ctx.settings.publicUrl}${ownStatementPage}\n`,
    })
    await noteAudit(ctx, {
      person: actor.person,
      action: 'role.grant',
      resource: grant.id,
      outcome: body.role,
      requestId,
    })
    ctx.nudge('chain')
    return {
      body: {
        id: grant.id,
        person: person.id,
        role: body.role,
        scopeKind: body.scopeKind,
        scopeId: body.scopeId,
        from: grant.from.toISOString(),
        until: iso(grant.until),
      },
    }
  })
  serve(routes.revokeRole, async ({ actor, params, requestId }) => {
    demand(actor, { action: 'people.manage' })
    await endRole(ctx, params.id)
    await noteAudit(ctx, {
      person: actor.person,
      action: 'role.revoke',
      resource: params.id,
      outcome: 'ended',
      requestId,
    })
    return {}
  })
}

async function demandDemo(ctx: Context): Promise<void> {
  if (!(await loadAlliance(ctx))?.demo)
    throw new Refusal('request.not-found', 'Only a demo alliance shows this.')
}

function demoRoutes(serve: Serve, ctx: Context): void {
  serve(routes.demoMail, async () => {
    await demandDemo(ctx)
    return {
      body: {
        items: (await listDemoMail(ctx)).map((m) => ({
          id: m.id,
          to: m.to,
          subject: m.subject,
          text: m.text,
          at: m.createdAt.toISOString(),
        })),
      },
    }
  })
  serve(routes.demoPeople, async () => {
    await demandDemo(ctx)
    const order = [
      'applicant',
      'officer',
      'reviewer',
      'panel-chair',
      'site-operator',
      'delegate',
      'secretariat',
    ]
    const rows = await ctx.db.sql.select().from(people).limit(50)
    const held = new Map(
      (await pageOfPeople(ctx, undefined, 50)).map(({ person, grants }) => [
        person.id,
        grants.map((g) => g.role).find((role) => order.includes(role)) ?? 'applicant',
      ]),
    )
    const items = rows.map((p) => ({ email: p.email, name: p.name, role: held.get(p.id) ?? 'applicant' }))
    return { body: { items: items.toSorted((a, b) => order.indexOf(a.role) - order.indexOf(b.role)) } }
  })
}

/** Founding makes the first person, so it is served here; the set-up code proves who runs the server. */
export async function foundWithSecretariat(
  ctx: Context,
  request: { name: string; demo: boolean; secretariatName: string; secretariatEmail: string },
): Promise<string> {
  return ctx.db.transaction(async () => {
    await foundAlliance(ctx, request)
    const person = await findOrCreatePerson(ctx, request.secretariatName, request.secretariatEmail)
    await grantRole(ctx, {
      person: person.id,
      role: 'secretariat',
      scopeKind: 'alliance',
      scopeId: 'alliance',
      until: null,
    })
    return person.id
  })
}

export const peopleRoom: Room = (serve, ctx) => {
  signInRoutes(serve, ctx)
  ownRoutes(serve, ctx)
  rolesRoutes(serve, ctx)
  demoRoutes(serve, ctx)
  serve(routes.foundAlliance, async ({ body }) => {
    if (!(await isSetupCode(ctx, body.setupCode)))
      throw new Refusal('request.invalid', 'This is not the set-up code.', {
        remedy: 'The server printed it when it started; it also lies in the data folder.',
        fields: [{ field: 'setupCode', message: 'not the code that the server printed' }],
      })
    const person = await foundWithSecretariat(ctx, {
      name: body.name,
      demo: false,
      secretariatName: body.secretariatName,
      secretariatEmail: body.secretariatEmail,
    })
    // Whoever holds the code runs the server: they are signed in, before any mail can be sent.
    const session = await openSession(ctx, person, 'set-up code')
    return { body: { ...(await describeAlliance(ctx)), session } }
  })
}
