// People in projects against a list of which a hundredth changed, as a server meets it: through its database, with
// what it records, and what follows for projects.
import { createRequire } from 'node:module'
import { cpuMs, signIn } from './world.mjs'

const require = createRequire(new URL('../packages/server/package.json', import.meta.url))
const pg = require('pg')

const perProject = 25

/** Awarded projects, each with 25 people that were screened as they stand against the lists as they stand. */
const projects = `
with model as (select a.*, p.member as owner from applications a join projects p on p.application = a.id where p.state = 'active' limit 1),
  numbers as (select n, gen_random_uuid() as id from generate_series(1, $1::int) n),
  made as (
    insert into applications (id, number, call, member, lead, state, version, title, asked_accelerator_ms, content, answers,
      created_at, updated_at, state_since, submitted_at, decided_at)
    select numbers.id, 'C-' || n, call, member, lead, 'awarded', 1, 'Project ' || n, asked_accelerator_ms, content, answers,
      now(), now(), now(), now(), now() from numbers, model returning id, number),
  projects_made as (
    insert into projects (id, name, member, application, state, created_at, announced_at)
    select 'people-' || substr(made.number, 3), 'Project ' || substr(made.number, 3), model.owner, made.id, 'active', now(), now() from made, model)
insert into parties (id, application, kind, person, name, aliases, birth_date, nationalities, residence, affiliation, us_person, version)
select gen_random_uuid(), made.id, 'person', model.lead,
  initcap(($3::text[])[(substr(made.number, 3)::int * 7 + k * 13) % cardinality($3::text[]) + 1]) || ' ' ||
    initcap(($3::text[])[(substr(made.number, 3)::int * 11 + k * 17 + 5) % cardinality($3::text[]) + 1]),
  '[]', '19' || (60 + k % 40) || '-0' || (1 + k % 9) || '-11', '["KE"]', 'KE', 'Invented', 'no', 1
from made, model, generate_series(1, $2::int) k`

const screened = `
insert into screenings (party, party_version, lists, engine_version, hits, at)
select p.id, p.version, (select s.lists from screenings s where s.engine_version <> 'none' order by s.at desc limit 1),
  (select s.engine_version from screenings s order by s.at desc limit 1), 0, now()
from parties p join applications a on a.id = p.application where a.number like 'C-%'`

/** Words of invented names: so many that few people resemble anybody. */
function wordsOf(seed, count) {
  const [onset, nucleus] = ['bdfgklmnprstvz', 'aeiou']
  let state = seed
  const next = (below) => {
    state = (state * 1103515245 + 12345) % 2147483648
    return Math.floor((state / 2147483648) * below)
  }
  const syllable = () => onset[next(onset.length)] + nucleus[next(nucleus.length)]
  return Array.from({ length: count }, () => Array.from({ length: 3 + next(2) }, syllable).join(''))
}

function listOf(entries, changed) {
  const given = wordsOf(7, 5000)
  const rows = Array.from({ length: entries }, (_, n) => {
    const name = `${given[(n * 31) % given.length]} ${given[(n * 17 + 1000) % given.length]}`
    return `c-${n},person,${name},,19${50 + (n % 50)}-01-01,XX,,invented,${n < changed ? 'edited' : ''},`
  })
  const columns = 'id,type,name,aliases,birth_dates,countries,identifiers,programmes,remarks,source_url'
  return `${[columns, ...rows].join('\n')}\n`
}

async function importList(server, token, text, publishedOn) {
  const answer = await fetch(
    `${server.url}/api/v1/lists/bench?${new URLSearchParams({ publishedOn, source: 'invented', format: 'own-csv' })}`,
    {
      method: 'PUT',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/octet-stream' },
      body: text,
    },
  )
  if (!answer.ok) throw new Error(`The list was not imported: ${await answer.text()}`)
}

/** Waits for as long as a count in the database is not what it should be. @returns seconds */
async function until(client, query, wanted, most = 600) {
  const begun = performance.now()
  for (;;) {
    const { rows } = await client.query(query)
    const seconds = (performance.now() - begun) / 1000
    if (rows[0].count === wanted) return seconds
    if (seconds > most) throw new Error(`After ${most} s: ${rows[0].count} instead of ${wanted}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

const day = (offset) => new Date(Date.now() - offset * 86_400_000).toISOString().slice(0, 10)

/**
 * @returns seconds until everybody is screened against the changed list, processor seconds of the server for it, and
 * how many projects of how many were looked at again
 */
export async function measureChangedList(server, url, people) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const count = Math.round(people / perProject)
    const officer = await signIn(server.url, 'officer@riverbend.example')
    await importList(server, officer.token, listOf(20_000, 0), day(2))
    const behind =
      "select count(*)::int from parties p join applications a on a.id = p.application left join screenings s on s.party = p.id where p.left_at is null and a.state = 'awarded' and not (coalesce(s.lists, '[]'::jsonb) @> (select jsonb_agg(jsonb_build_object('list', l.name, 'sha256', l.sha256)) from lists l))"
    await until(client, behind, 0)
    await client.query("set session_replication_role = 'replica'")
    await client.query(projects, [count, perProject, wordsOf(99, 3000)])
    await client.query(screened)
    await client.query("set session_replication_role = 'origin'")
    await client.query('vacuum analyze')
    const first = await until(
      client,
      "select count(*)::int from evaluations e join applications a on a.id = e.application where a.number like 'C-%'",
      count,
    )
    const begun = new Date().toISOString()
    await new Promise((resolve) => setTimeout(resolve, 15_000))
    const spent = cpuMs(server.pid)
    const clock = performance.now()
    await importList(server, officer.token, listOf(20_000, 200), day(1))
    await until(client, behind, 0)
    const seconds = (performance.now() - clock) / 1000
    const cpu = (cpuMs(server.pid) - spent) / 1000
    await new Promise((resolve) => setTimeout(resolve, 10_000))
    const { rows } = await client.query('select count(*)::int from evaluations where at > $1', [begun])
    return { projects: count, first, seconds, cpu, evaluated: rows[0].count, people: count * perProject }
  } finally {
    await client.end()
  }
}
