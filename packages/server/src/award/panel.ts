import type { ReplyIn, routes } from '@allmende/wire'
import { sql } from 'drizzle-orm'
import { listWaiting, type Waiting } from '../apply/index.ts'
import type { Context } from '../context.ts'
import type { Actor } from '../http/actor.ts'
import { demand } from '../http/policy.ts'
import { Refusal } from '../http/problems.ts'

type Shape = ReplyIn<typeof routes.getPanelCase>
type Row = Omit<Shape, 'askedAcceleratorMs' | 'maxAcceleratorMs' | 'clock'> & {
  readonly askedAcceleratorMs: string | number
  readonly maxAcceleratorMs: string | number
  readonly since: string | Date
  readonly by: string | Date | null
  readonly people: string[]
}

/** Everything that the panel decides by, in one statement. */
async function loadPanelCase(ctx: Context, id: string): Promise<Row | null> {
  const [row] = await ctx.db.rows<Row>(sql`
    select a.id as application, a.number, a.title, a.state, a.content ->> 'summary' as summary, a.content -> 'plan' as plan,
      a.content -> 'organisation' ->> 'name' as organisation, m.name as member, c.title as "callTitle",
      a.asked_accelerator_ms as "askedAcceleratorMs", c.max_accelerator_ms as "maxAcceleratorMs",
      a.state_since as since, a.decide_by as by,
      array(select a.lead::text union select t.person::text from team_members t where t.application = a.id and t.left_at is null) as people,
      (select coalesce(json_agg(json_build_object('name', pe.name, 'affiliation', pa.affiliation, 'lead', pe.id = a.lead) order by pe.id = a.lead desc, t.id), '[]'::json)
        from team_members t join people pe on pe.id = t.person left join parties pa on pa.id = t.party
        where t.application = a.id and t.left_at is null) as team,
      (select coalesce(json_agg(json_build_object('reviewer', pe.name, 'state', r.state, 'score', r.score, 'comment', case when r.state = 'submitted' then r.comment end) order by r.assigned_at, r.id), '[]'::json)
        from reviews r join people pe on pe.id = r.reviewer where r.application = a.id and r.state <> 'declined') as reviews,
      (select coalesce(json_agg(json_build_object('site', cl.site, 'siteName', s.name, 'standing', cl.standing) order by s.name), '[]'::json)
        from clearances cl join sites s on s.id = cl.site where cl.application = a.id) as sites
    from applications a join calls c on c.id = a.call left join members m on m.id = a.member
    where a.id = ${id}::uuid and a.state <> 'draft'`)
  return row ?? null
}

/** Applications that wait for the panel's chair, whoever may read them. */
export async function listAtPanel(ctx: Context): Promise<Waiting[]> {
  return listWaiting(ctx, sql`a.state = 'panel'`)
}

/** One application as the panel sees it. Nobody sees who reviews the application of their own team. */
export async function describePanelCase(ctx: Context, actor: Actor, id: string): Promise<Shape> {
  demand(actor, { action: 'panel.read' })
  const row = await loadPanelCase(ctx, id)
  if (!row) throw new Refusal('request.not-found', 'There is no such application.')
  const { people, since, by, askedAcceleratorMs, maxAcceleratorMs, ...rest } = row
  if (actor.kind === 'person' && people.includes(actor.person))
    throw new Refusal('policy.denied', 'You belong to this team.', {
      remedy: 'Another member of the panel decides about it.',
    })
  return {
    ...rest,
    askedAcceleratorMs: Number(askedAcceleratorMs),
    maxAcceleratorMs: Number(maxAcceleratorMs),
    clock: {
      since: new Date(since).toISOString(),
      by: by === null ? null : new Date(by).toISOString(),
    },
  }
}
