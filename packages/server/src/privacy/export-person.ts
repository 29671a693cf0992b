import type { ReplyIn, routes } from '@allmende/wire'
import { sql, type SQL } from 'drizzle-orm'
import { openIdentifiers } from '../apply/index.ts'
import type { Context } from '../context.ts'

type Row = Record<string, unknown>

/** What there is of a person, by table: whose rows are theirs, and what no copy may hold. */
function sources(
  person: string,
): readonly (readonly [table: string, condition: SQL, without: readonly string[]])[] {
  const own = sql`t.person = ${person}::uuid`
  const stated = sql`t.party in (select id from parties where person = ${person}::uuid)`
  return [
    ['people', sql`t.id = ${person}::uuid`, []],
    ['identities', own, []],
    ['passkeys', own, ['public_key']],
    ['sessions', own, ['token_hash']],
    ['api_tokens', own, ['token_hash']],
    ['grants', own, []],
    ['parties', own, []],
    ['screenings', stated, []],
    ['hits', stated, []],
    ['applications', sql`t.lead = ${person}::uuid`, []],
    ['jobs', own, []],
    ['reviews', sql`t.reviewer = ${person}::uuid`, []],
    ['mails', sql`t."to" = (select email from people where id = ${person}::uuid)`, ['last_error']],
    ['audit', own, []],
  ]
}

/** Every row of a person, in one statement: a copy of one moment. */
async function loadRows(ctx: Context, person: string): Promise<(table: string) => Row[]> {
  const parts = sources(person).map(([table, condition, without]) => {
    const bare = without.reduce((row, name) => sql`${row} - ${name}::text`, sql`to_jsonb(t)`)
    return sql`select ${table}::text as what, ${bare} as row from ${sql.identifier(table)} t where ${condition}`
  })
  const rows = await ctx.db.rows<{ what: string; row: Row }>(sql.join(parts, sql` union all `))
  const byTable = Map.groupBy(rows, ({ what }) => what)
  return (table) => (byTable.get(table) ?? []).map(({ row }) => row)
}

/** Everything that is stored about one person: for themselves, since it holds what only officers see beside them. */
export async function exportPerson(
  ctx: Context,
  person: string,
): Promise<ReplyIn<typeof routes.exportMyData>> {
  const of = await loadRows(ctx, person)
  const about = (table: string, party: unknown) => of(table).filter((row) => row.party === party)
  return {
    exportedAt: ctx.now().toISOString(),
    person: of('people')[0] ?? {},
    signIn: {
      identities: of('identities'),
      passkeys: of('passkeys'),
      sessions: of('sessions'),
      tokens: of('api_tokens'),
    },
    roles: of('grants'),
    statements: of('parties').map((statement) => ({
      ...statement,
      identifiers: openIdentifiers(ctx, {
        id: statement.id as string,
        identifiers: (statement.identifiers as string | null) ?? null,
      }),
      screenings: about('screenings', statement.id),
      hits: about('hits', statement.id),
    })),
    applications: of('applications'),
    jobs: of('jobs'),
    reviews: of('reviews'),
    mails: of('mails'),
    requests: of('audit'),
  }
}
