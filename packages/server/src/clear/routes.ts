import { routes } from '@allmende/wire'
import { loadRulebook } from '../alliance/index.ts'
import { loadReadersAndTies, privateCountries } from '../apply/index.ts'
import type { Context } from '../context.ts'
import type { Room } from '../http/api.ts'
import { afterId, noSuchPlace, pageOf } from '../http/page.ts'
import { principalsOf, type Actor, type PersonActor } from '../http/actor.ts'
import { can, demand } from '../http/policy.ts'
import { Refusal } from '../http/problems.ts'
import { loadPerson } from '../people/index.ts'
import { proofsOf } from '../record/index.ts'
import { affectedRoom } from './affected-routes.ts'
import { bindingRules } from './binding-rules.ts'
import { decideDetermination } from './decide-determination.ts'
import { decideHit } from './decide-hit.ts'
import {
  bindingFindings,
  describeCase,
  describeClearance,
  describeDecision,
  describeComparison,
  describeDetermination,
  describeHit,
  describeList,
  describeProposal,
} from './describe-case.ts'
import { forTheTeam } from './for-the-team.ts'
import { loadHitStatistics } from './hit-statistics.ts'
import { importRegister } from './import-register.ts'
import { importList } from './import-list.ts'
import { screeningHolds } from './list-age.ts'
import { classifyAll, compareFacts, determineFacts, screenName } from './queries.ts'
import { refreshList } from './refresh-list.ts'
import { clearHits, evidenceOf, listOpenHits, type OpenHit } from './open-hits.ts'
import { loadOwnershipSources, type OwnershipSource } from './store-owners.ts'
import { countriesOf, nameHolds } from './screen-parties.ts'
import { currentEngineVersion, describeEntry, describeFactors, nameOf } from './screener.ts'
import { officersRoom } from './routes-officers.ts'
import { standsFor } from './stands-for.ts'
import { loadListsAndAge } from './store.ts'
import {
  listOpenCases,
  loadCaseParties,
  loadCaseSites,
  readCase,
  type CaseCursor,
  type CaseRow,
} from './store-cases.ts'

const farAway = '9999-12-31T00:00:00.000Z'

function parseCursor(after: string | undefined): CaseCursor | null {
  if (after === undefined) return null
  const [, by = '', id] = /^([1-9]\d{3}-[\dT:.-]+Z)_(.+)$/.exec(after) ?? []
  if (Number.isNaN(Date.parse(by)) || id === undefined) throw noSuchPlace(after)
  // Written anew: what a Date reads, such as the 31st of February, the database may not.
  return { by: new Date(by).toISOString(), id: afterId(id) ?? '' }
}

const cursorOf = (row: CaseRow) => `${row.by?.toISOString() ?? farAway}_${row.application}`

/** The name of the officer whose deputy asks. */
async function principalName(ctx: Context, actor: PersonActor): Promise<string | null> {
  const principal = standsFor(actor)
  return principal === null ? null : ((await loadPerson(ctx, principal))?.name ?? null)
}

/** One case for an officer, in six queries whatever the number of parties, hits and sites. */
async function openCase(ctx: Context, actor: Actor, id: string) {
  const file = await readCase(ctx, id)
  if (!file) throw new Refusal('request.not-found', 'There is no such application.')
  if (file.application.erasedAt !== null)
    throw new Refusal('request.not-found', 'What was stated in this application was erased.')
  const parties = await loadCaseParties(ctx, id)
  const atSites = await loadCaseSites(ctx, id)
  const { lists, listMaxAgeDays } = await loadListsAndAge(ctx)
  const holds = screeningHolds(lists, ctx.now(), listMaxAgeDays)
  const present = [...new Map(parties.map((row) => [row.party.id, row.party])).values()]
  return describeCase(
    ctx,
    {
      ...file,
      parties,
      atSites,
      holds: [...holds.map((h) => h.text), ...nameHolds(present)],
      proofs: await proofsOf(ctx, id),
    },
    actor,
  )
}

const casesRoom: Room = (serve, ctx) => {
  serve(routes.listCases, async ({ actor, query }) => {
    demand(actor, { action: 'case.read', team: [] })
    const own = query.mine === 'true' ? [actor.person, ...principalsOf(actor, 'officer')] : null
    const found = await listOpenCases(ctx, {
      after: parseCursor(query.after),
      limit: query.limit + 1,
      of: own,
    })
    const { rows, next } = pageOf(found, query.limit, cursorOf)
    const items = rows.map((row) => ({
      ...row,
      since: row.since.toISOString(),
      by: row.by?.toISOString() ?? null,
      late: row.by !== null && row.by < ctx.now(),
      who: row.openEnquiries > 0 ? ('applicant' as const) : ('officer' as const),
    }))
    return { body: { items, next } }
  })
  serve(routes.getCase, async ({ actor, params }) => {
    demand(actor, { action: 'case.read', team: [] })
    return { body: await openCase(ctx, actor, params.id) }
  })
  serve(routes.decideHit, async ({ actor, params, body }) => {
    demand(actor, { action: 'case.read', team: [] })
    const { hit, decision, proposal } = await decideHit(ctx, actor, params.id, body)
    const own = { officerName: actor.name, deputyOf: await principalName(ctx, actor) }
    return { body: describeHit(hit, decision && { decision, ...own }, proposal && { proposal, ...own }) }
  })
  serve(routes.decideDetermination, async ({ actor, params, body }) => {
    demand(actor, { action: 'case.read', team: [] })
    const { decision, proposal, clearance } = await decideDetermination(ctx, actor, params.id, body)
    const deputyOf = await principalName(ctx, actor)
    return {
      body: {
        decision: decision && describeDecision(decision, actor.name, deputyOf),
        proposal: proposal && !decision ? describeProposal(proposal, actor.name, deputyOf) : null,
        clearance: describeClearance(clearance),
      },
    }
  })
  serve(routes.listClearances, async ({ actor, params }) => {
    const found = await loadReadersAndTies(ctx, params.id)
    if (!found) throw new Refusal('request.not-found', 'There is no such application.')
    demand(actor, { action: 'application.read', lead: found.lead, team: found.team })
    const rows = await loadCaseSites(ctx, params.id)
    const hidden = can(actor, { action: 'case.read', team: [] }).may
      ? []
      : privateCountries(found.ties, actor.person)
    return {
      body: {
        items: rows.map((row) => {
          const told = forTheTeam(row.determination.result, hidden)
          const refused = row.decision?.verdict === 'refused'
          return {
            ...describeClearance(row.clearance),
            siteName: row.siteName,
            findings: bindingFindings(told),
            rules: row.clearance.standing === 'cleared' ? [] : bindingRules(told, refused),
            officerReason: row.decision?.verdict === 'refused' ? row.decision.reason : null,
            questions: describeDetermination(told).questions,
          }
        }),
      },
    }
  })
}

function describeOpenHit(ctx: Context, actor: PersonActor, open: OpenHit) {
  const { hit, party, by } = open
  return {
    id: hit.id,
    application: open.application,
    number: open.number,
    site: open.site,
    roles: [...open.roles],
    state: hit.state === 'confirmed' ? ('confirmed' as const) : ('open' as const),
    party: {
      name: party.name,
      aliases: [...party.aliases],
      kind: party.kind,
      birthDate: party.birthDate,
      countries: countriesOf(party),
    },
    entry: describeEntry(hit.list, hit.entry),
    score: hit.score,
    factors: describeFactors(hit.factors),
    evidence: evidenceOf(hit),
    since: hit.createdAt.toISOString(),
    by: by?.toISOString() ?? null,
    late: by !== null && by < ctx.now(),
    ownTeam: open.team.includes(actor.person),
    effect: hit.effect,
    fourEyes: hit.fourEyes,
    proposal: open.proposal
      ? describeProposal(open.proposal, open.proposerName ?? '', open.proposerFor)
      : null,
  }
}

const hitsRoom: Room = (serve, ctx) => {
  serve(routes.listOpenHits, async ({ actor, query }) => {
    demand(actor, { action: 'case.read', team: [] })
    const found = await listOpenHits(ctx, {
      list: query.list,
      after: afterId(query.after) ?? undefined,
      limit: query.limit + 1,
    })
    const { rows, next } = pageOf(found, query.limit, (last) => last.hit.id)
    return { body: { items: rows.map((row) => describeOpenHit(ctx, actor, row)), next } }
  })
  serve(routes.hitStatistics, async ({ actor }) => {
    demand(actor, { action: 'case.read', team: [] })
    const items = (await loadHitStatistics(ctx)).map((one) => {
      const decided = one.cleared + one.confirmed
      return { ...one, falsePositives: decided === 0 ? null : one.cleared / decided }
    })
    return { body: { items } }
  })
  serve(routes.clearHits, async ({ actor, body }) => {
    demand(actor, { action: 'case.read', team: [] })
    const { cleared, left } = await clearHits(ctx, actor, body.hits, body.reason)
    return { body: { cleared: [...cleared], left: left.map((one) => ({ ...one })) } }
  })
}

const listTypes =
  /^(?:application\/octet-stream|text\/(?:csv|xml|plain)|application\/(?:xml|json|x-ndjson))\b/

const listsRoom: Room = (serve, ctx) => {
  serve(routes.listLists, async () => {
    const { lists, listMaxAgeDays } = await loadListsAndAge(ctx)
    return { body: { items: lists.map((list) => describeList(ctx, list, listMaxAgeDays)) } }
  })
  serve(routes.importList, async ({ actor, params, query, request }) => {
    demand(actor, { action: 'list.import' })
    const type = request.headers.get('content-type') ?? ''
    if (!listTypes.test(type))
      throw new Refusal(
        'request.wrong-type',
        `The content type is "${type}"; expected application/octet-stream, or that of CSV, XML or JSON.`,
      )
    const body = (request.body ?? []) as AsyncIterable<Uint8Array>
    const { list, format, unknownColumns, rejectedRows } = await importList(
      ctx,
      { name: params.id, source: query.source, publishedOn: query.publishedOn },
      body,
      query.format,
    )
    const { listMaxAgeDays } = await loadRulebook(ctx)
    return {
      body: { ...describeList(ctx, list, listMaxAgeDays), format, unknownColumns, rejectedRows },
    }
  })
}

const describeRegister = (register: OwnershipSource) => ({
  ...register,
  importedAt: register.importedAt.toISOString(),
})

const registersRoom: Room = (serve, ctx) => {
  serve(routes.listRegisters, async () => ({
    body: { items: (await loadOwnershipSources(ctx)).map(describeRegister) },
  }))
  serve(routes.importRegister, async ({ actor, params, query, request }) => {
    demand(actor, { action: 'list.import' })
    const { register, unknownColumns, leftOut } = await importRegister(
      ctx,
      { name: params.id, source: query.source, publishedOn: query.publishedOn },
      (request.body ?? []) as AsyncIterable<Uint8Array>,
    )
    return {
      body: { ...describeRegister(register), unknownColumns: [...unknownColumns], leftOut: { ...leftOut } },
    }
  })
}

const refreshRoom: Room = (serve, ctx) => {
  serve(routes.refreshList, async ({ actor, params }) => {
    demand(actor, { action: 'list.import' })
    const refreshed = await refreshList(ctx, params.id)
    const { lists, listMaxAgeDays } = await loadListsAndAge(ctx)
    const list = lists.find(({ name }) => name === params.id)
    if (!list) throw new Error('Invariant broken: a list that was refreshed is loaded')
    const { unknownColumns, rejectedRows } =
      refreshed.outcome === 'imported' ? refreshed.imported : { unknownColumns: [], rejectedRows: 0 }
    return {
      body: {
        outcome: refreshed.outcome,
        list: describeList(ctx, list, listMaxAgeDays),
        unknownColumns,
        rejectedRows,
      },
    }
  })
}

const queriesRoom: Room = (serve, ctx) => {
  serve(routes.screenName, async ({ actor, body, requestId }) => {
    demand(actor, { action: 'screening.query' })
    const { lists, maxAgeDays, hits } = await screenName(
      ctx,
      { person: actor.person, requestId },
      { ...body, aliases: [] },
    )
    const found = hits.map((hit) => ({
      listEntityId: hit.entryId,
      list: `${hit.list}/${hit.entry.list}`,
      entryName: nameOf(hit.entry),
      score: hit.score,
      match: hit.match,
      factors: describeFactors(hit.factors),
    }))
    return {
      body: {
        engineVersion: currentEngineVersion,
        lists: lists.map((l) => describeList(ctx, l, maxAgeDays)),
        hits: found,
      },
    }
  })
  serve(routes.classifyAccelerator, async ({ body }) => ({
    body: classifyAll(body.chips, body.asOf, ctx.now()).map((c) => ({
      ...c,
      paragraphs: [...c.paragraphs],
      reasons: [...c.reasons],
      missing: [...c.missing],
    })),
  }))
  serve(routes.determineFacts, async ({ actor, body, requestId }) => {
    demand(actor, { action: 'screening.query' })
    return {
      body: describeDetermination(
        await determineFacts(ctx, { person: actor.person, requestId }, body.facts, body.asOf),
      ),
    }
  })
  serve(routes.compareFacts, async ({ actor, body, requestId }) => {
    demand(actor, { action: 'screening.query' })
    const { since, asOf, facts } = body
    const asker = { person: actor.person, requestId }
    return { body: describeComparison(await compareFacts(ctx, asker, facts, { since, asOf })) }
  })
}

export const clearRoom: Room = (serve, ctx) => {
  casesRoom(serve, ctx)
  hitsRoom(serve, ctx)
  listsRoom(serve, ctx)
  refreshRoom(serve, ctx)
  registersRoom(serve, ctx)
  queriesRoom(serve, ctx)
  officersRoom(serve, ctx)
  affectedRoom(serve, ctx)
}
