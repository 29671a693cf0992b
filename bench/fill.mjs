// Fills a played demo with many projects and jobs, in the shape that a few years of use would leave. The log is not
// extended: a database that was filled is for measuring and does not verify.
import { createRequire } from 'node:module'

const require = createRequire(new URL('../packages/server/package.json', import.meta.url))
const pg = require('pg')

/** Copies of the demo's own project, spread over members, each with its application and allocation; one in twenty still runs. */
const projects = `
with model as (select a.*, p.id as project, p.member as owner from applications a join projects p on p.application = a.id where p.state = 'active' limit 1),
  numbers as (select n, gen_random_uuid() as id from generate_series(1, $1::int) n),
  made as (
    insert into applications (id, number, call, member, lead, state, version, title, asked_accelerator_ms, content, answers,
      created_at, updated_at, state_since, submitted_at, decided_at)
    select numbers.id, 'B-' || n, call, member, lead, 'awarded', 1, 'Filled project ' || n, asked_accelerator_ms, content, answers,
      now() - n * interval '1 minute', now(), now(), now() - n * interval '1 minute', now()
    from numbers, model returning id, number),
  projects_made as (
    insert into projects (id, name, member, application, state, created_at, announced_at)
    select 'filled-' || substr(made.number, 3), 'Filled project ' || substr(made.number, 3),
      (select id from members order by id offset (substr(made.number, 3)::int % (select count(*) from members)) limit 1),
      made.id, case when substr(made.number, 3)::int % 20 = 0 then 'active' else 'ended' end, now() - substr(made.number, 3)::int * interval '1 minute', now()
    from made returning id)
insert into allocations (id, project, accelerator_ms, used_ms, reserved_ms, "from", until)
select gen_random_uuid(), id, 144000000, 3600000, 0, now() - interval '1 day', now() + interval '30 days' from projects_made`

/** Jobs that ended, each with its placement and its usage. */
const jobs = `
with model as (select * from jobs where not canary and state = 'ended' limit 1),
  log as (select size from log_head where id = 1),
  numbers as (select n, gen_random_uuid() as job, gen_random_uuid() as placement, 'filled-' || (1 + n % $2::int) as project,
    (array['jena','recife','rabat'])[1 + n % 3] as site from generate_series($3::int, $4::int) n),
  made as (
    insert into jobs (id, project, person, name, command, env, bundle, accelerators, cpus, memory_mib, disk_mib, output_mib,
      time_limit_ms, canary, state, result, exit_code, attempt, submitted_at, started_at, ended_at)
    select numbers.job, numbers.project, person, 'filled-' || n, command, env, bundle, accelerators, cpus, memory_mib, disk_mib, output_mib,
      time_limit_ms, false, 'ended', 'finished', 0, 1, now() - (1000 + $1::int - n) * interval '1 second',
      now() - (990 + $1::int - n) * interval '1 second', now() - (900 + $1::int - n) * interval '1 second'
    from numbers, model returning id),
  placed as (
    insert into placements (id, job, site, attempt, state, reserved_ms, placed_at, started_at, ended_at, log_bytes, forgotten_at)
    select numbers.placement, numbers.job, numbers.site, 1, 'ended', 0, now(), now(), now(), 0, now() from numbers returning id)
insert into usage_records (placement, job, project, member, site, site_member, accelerator_ms, cpu_ms, record, signature, at, log_index)
select numbers.placement, numbers.job, numbers.project, 'ke', numbers.site, (array['de','br','ma'])[1 + n % 3], 90000, 90000, '{}', '', now(), n % log.size
from numbers, log`

/** Brings the database to so many projects and jobs. */
export async function fill(url, projectsWanted, jobsWanted) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    // One statement fills tables that refer to each other; the order of its parts is not given, so the checks wait.
    await client.query("set session_replication_role = 'replica'")
    await client.query(projects, [projectsWanted])
    const step = 50_000
    for (let from = 1; from <= jobsWanted; from += step) {
      await client.query(jobs, [jobsWanted, projectsWanted, from, Math.min(jobsWanted, from + step - 1)])
    }
    await client.query("set session_replication_role = 'origin'")
    await client.query('vacuum analyze')
  } finally {
    await client.end()
  }
}

/** Room for as many jobs as a benchmark submits, so that the broker's work is measured and not the wait for room. */
export async function makeRoom(url) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query('update sites set accelerators = 1000000, cpus = 1000000, memory_mib = 2000000000')
  await client.query('update allocations set accelerator_ms = 9000000000000')
  await client.end()
}

/** How many jobs wait, of those with this name. */
export async function waiting(url, name) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query(
    "select count(*)::int as all, count(*) filter (where state = 'queued')::int as queued from jobs where name = $1",
    [name],
  )
  await client.end()
  return rows[0]
}
