import { sql, type SQL } from 'drizzle-orm'
import type { Context } from '../context.ts'
import { isCurrent, isLive, type Edition } from './store-rescreen.ts'
import { isWaitingHit } from './store.ts'

/** What changes with the day, the program and the lists rather than with an application. */
export type Today = {
  /** Date, editions of rules and engine, why nobody can be screened. */
  readonly text: string
  /** With what whoever takes part was screened, where that was today; and the operators of sites. */
  readonly team: Edition
  readonly operators: Edition
}

const seconds = (column: unknown) => sql`coalesce(extract(epoch from ${column})::text, '')`

/**
 * A fingerprint of all that an evaluation reads: the application, its parties, hits and whether everybody is screened,
 * every site, and what is today. A list that changed is no part of it, but what it gave is. MD5 tells states apart;
 * nothing relies on it being hard to forge.
 */
function inputsOf(today: Today) {
  const hitsOf = (parties: SQL) =>
    sql`(select string_agg(h.id || ':' || h.state || ':' || h.effect || ':' || h.opened || ':' || ${seconds(sql`h.gone_at`)}, ',' order by h.id) from hits h join parties p on p.id = h.party where ${parties})`
  const partiesOf = (parties: SQL, edition: Edition) =>
    sql`(select string_agg(p.id || ':' || p.version || ':' || ${seconds(sql`p.left_at`)} || ':' || case when p.left_at is null then coalesce(${isCurrent(edition)}, false)::text else '' end, ',' order by p.id) from parties p left join screenings s on s.party = p.id where ${parties})`
  return sql`md5(concat_ws('|', ${today.text}::text, a.content::text, a.answers::text, a.member,
    ${partiesOf(sql`p.application = a.id`, today.team)},
    ${hitsOf(sql`p.application = a.id`)},
    (select string_agg(s.id || ':' || s.name || ':' || s.country || ':' || s.operator || ':' || s.accelerator_model || ':' || m.country || ':' || s.policy::text, ',' order by s.id) from sites s join members m on m.id = s.member where s.standing <> 'ended'),
    ${partiesOf(sql`p.site in (select id from sites where standing <> 'ended')`, today.operators)},
    ${hitsOf(sql`p.site is not null`)},
    (select string_agg(o.name || ':' || o.sha256, ',' order by o.name) from ownership_sources o)))`
}

/** Remembers what the application was evaluated on, as it stands now. */
export async function saveEvaluation(ctx: Context, application: string, today: Today): Promise<void> {
  await ctx.db.rows(sql`
    insert into evaluations (application, inputs, at)
    select a.id, ${inputsOf(today)}, ${ctx.now().toISOString()}::timestamptz from applications a where a.id = ${application}::uuid
    on conflict (application) do update set inputs = excluded.inputs, at = excluded.at`)
}

/**
 * Applications in which something may move, in the order they were submitted: submitted ones; live ones whose
 * inputs changed; clearing ones that a site is cleared for with no hit open; and undecided ones refused everywhere.
 */
export async function listDue(ctx: Context, today: Today): Promise<string[]> {
  const rows = await ctx.db.rows<{ id: string }>(sql`
    select a.id from applications a left join evaluations e on e.application = a.id
    where a.state = 'submitted'
      or (${isLive} and e.inputs is distinct from ${inputsOf(today)})
      or (a.state = 'clearing' and exists (select 1 from clearances c where c.application = a.id and c.standing = 'cleared')
        and not exists (select 1 from hits h join parties p on p.id = h.party where p.application = a.id and p.left_at is null and ${isWaitingHit(sql`h`)}))
      or (a.state in ('clearing', 'review', 'panel') and exists (select 1 from clearances c where c.application = a.id)
        and not exists (select 1 from clearances c where c.application = a.id and c.standing <> 'refused'))
    order by a.submitted_at, a.id`)
  return rows.map((row) => row.id)
}
