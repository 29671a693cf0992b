// `npm run bench`: measures what the house promises and prints one table, each figure beside its limit and their ratio.
// `npm run bench -- pages` (or start, memory, api, clone, rules, screening, changed-list) measures a part; `--json` prints the same for programs;
// `--small` fills 1,000 projects and 20,000 jobs, for a quick look.
import { execFileSync, spawn } from 'node:child_process'
import { cpus, tmpdir, totalmem } from 'node:os'
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { startPostgres } from '../tools/postgres.mjs'
import { measureChangedList } from './changed-list.mjs'
import { fill, makeRoom, waiting } from './fill.mjs'
import {
  cpuMs,
  forgetMost,
  load,
  memoryMiB,
  onCore,
  processesBelow,
  root,
  signIn,
  startServer,
} from './world.mjs'

const words = process.argv.slice(2)
const asked = words.filter((word) => !word.startsWith('--'))
const wants = (part) => asked.length === 0 || asked.includes(part)
const size = words.includes('--small')
  ? { projects: 1000, jobs: 20_000, people: 5000 }
  : { projects: 10_000, jobs: 1_000_000, people: 100_000 }
const results = []
const folder = mkdtempSync(join(tmpdir(), 'allmende-bench-'))
const say = (text) => process.stderr.write(`${text}\n`)

/** `better` says on which side of the limit a figure should be; the ratio is above 1 where it is. */
function note(what, value, unit, limit = null, better = 'less') {
  const ratio = limit === null ? null : better === 'less' ? limit / value : value / limit
  results.push({ what, value, unit, limit, better, ratio })
  say(`  ${what}: ${value.toFixed(value < 10 ? 2 : 0)} ${unit}`)
}

async function queriesSoFar(url) {
  const text = await (await fetch(`${url}/metrics`)).text()
  return Number(/allmende_http_request_queries_sum\{route="page"\} (\d+)/.exec(text)?.[1] ?? 0)
}

const publicPages = ['/', '/calls', '/plan', '/members', '/sites', '/rules', '/log-book', '/log-book/3']

/** The first link on a page that begins so and leads further. */
async function linkOn(url, path, begins, cookie) {
  const html = await (await fetch(url + path, { headers: { cookie } })).text()
  return [...html.matchAll(/href="([^"#?]+)"/g)]
    .map(([, href]) => href)
    .find((href) => href.startsWith(begins) && href !== '/jobs/new')
}

async function pagesToMeasure(url) {
  const lead = await signIn(url, 'lead@riftlakes.example')
  const officer = await signIn(url, 'officer@riverbend.example')
  const chair = await signIn(url, 'chair@riverbend.example')
  return [
    ...publicPages.map((path) => ({ name: path.replace('/3', '/:n'), path, cookie: '' })),
    { name: '/applications', path: '/applications', cookie: lead.cookie },
    {
      name: '/applications/:id',
      path: await linkOn(url, '/applications', '/applications/', lead.cookie),
      cookie: lead.cookie,
    },
    { name: '/projects (officer)', path: '/projects', cookie: officer.cookie },
    {
      name: '/projects/:id',
      path: await linkOn(url, '/projects', '/projects/', lead.cookie),
      cookie: lead.cookie,
    },
    { name: '/jobs (officer)', path: '/jobs', cookie: officer.cookie },
    { name: '/jobs/:id', path: await linkOn(url, '/jobs', '/jobs/', lead.cookie), cookie: lead.cookie },
    { name: '/clear', path: '/clear', cookie: officer.cookie },
    { name: '/panel', path: '/panel', cookie: chair.cookie },
  ]
}

async function measurePage(server, page, seconds) {
  const headers = { cookie: page.cookie, 'accept-encoding': 'identity' }
  const before = await queriesSoFar(server.url)
  const html = await (await fetch(server.url + page.path, { headers })).text()
  const queries = (await queriesSoFar(server.url)) - before
  const spent = cpuMs(server.pid)
  const run = await load({ url: server.url + page.path, headers, connections: 8, seconds })
  return {
    ...run,
    queries,
    compressed: gzipSync(html).byteLength,
    cpu: (cpuMs(server.pid) - spent) / Math.max(1, run.requests),
  }
}

async function measurePages(server, url) {
  const pages = await pagesToMeasure(server.url)
  const few = new Map()
  say('pages with the demo as it is')
  for (const page of pages) few.set(page.name, await measurePage(server, page, 1))
  say(`filling ${size.projects} projects and ${size.jobs} jobs`)
  await fill(url, size.projects, size.jobs)
  say('pages with them')
  for (const page of pages) {
    const many = await measurePage(server, page, 2)
    const small = few.get(page.name)
    note(`page ${page.name}: queries`, many.queries, '', 6)
    note(`page ${page.name}: compressed`, many.compressed / 1000, 'kB', 30)
    note(`page ${page.name}: processor`, many.cpu, 'ms')
    note(`page ${page.name}: one core`, many.requests / many.seconds, 'requests/s')
    note(`page ${page.name}: p99 of 8 at once`, many.p99, 'ms')
    note(`page ${page.name}: processor, to that with a small database`, many.cpu / small.cpu, '×')
    if (many.failed > 0) note(`page ${page.name}: failed`, many.failed, 'requests', 0)
  }
}

async function measureApi(server, url) {
  const lead = await signIn(server.url, 'lead@riftlakes.example')
  const headers = { authorization: `Bearer ${lead.token}`, 'content-type': 'application/json' }
  const api = `${server.url}/api/v1`
  const { items } = await (await fetch(`${api}/jobs`, { headers })).json()
  const { items: projects } = await (await fetch(`${api}/projects`, { headers })).json()
  for (const [what, path] of [
    ['one job', `/jobs/${items[0].id}`],
    ['a page of jobs', '/jobs?limit=20'],
    ['calls, as anybody', '/calls'],
  ]) {
    const spent = cpuMs(server.pid)
    const run = await load({ url: api + path, headers, connections: 16, seconds: 4 })
    const cpu = (cpuMs(server.pid) - spent) / Math.max(1, run.requests)
    note(`API reads, ${what}: beside database and load on 2 cores`, run.requests / run.seconds, 'requests/s')
    note(
      `API reads, ${what}: what one core of the server does (1000 / ${cpu.toFixed(2)} ms)`,
      1000 / cpu,
      'requests/s',
      2000,
      'more',
    )
    note(`API reads, ${what}: p99 of 16 at once`, run.p99, 'ms')
  }
  await makeRoom(url)
  // The sites stay online for a minute without their agent, and run nothing meanwhile.
  const agents = processesBelow(server.pid).filter((pid) => pid !== server.pid)
  for (const pid of agents) process.kill(pid, 'SIGSTOP')
  try {
    const name = `bench-${Date.now()}`
    const count = 1000
    const begun = performance.now()
    const spent = cpuMs(server.pid)
    const run = await load({
      url: `${api}/jobs`,
      method: 'POST',
      headers,
      connections: 16,
      requests: count,
      body: JSON.stringify({ project: projects[0].id, name, command: ['true'], accelerators: 1, minutes: 1 }),
    })
    let left = { all: 0, queued: 1 }
    while (left.queued > 0 && performance.now() - begun < 50_000) {
      left = await waiting(url, name)
      if (left.queued > 0) await new Promise((resolve) => setTimeout(resolve, 20))
    }
    const seconds = (performance.now() - begun) / 1000
    const cpu = (cpuMs(server.pid) - spent) / Math.max(1, left.all)
    note('API: submitted, beside database and load on 2 cores', run.requests / run.seconds, 'jobs/s')
    note('API: submitted and placed, the same', (left.all - left.queued) / seconds, 'jobs/s')
    note(
      `API: submitted and placed, what one core of the server does (1000 / ${cpu.toFixed(2)} ms)`,
      1000 / cpu,
      'jobs/s',
      200,
      'more',
    )
    if (run.failed + left.queued > 0)
      note('API: refused or still waiting', run.failed + left.queued, 'jobs', 0)
  } finally {
    for (const pid of agents) process.kill(pid, 'SIGCONT')
  }
}

async function onPostgres() {
  const postgres = await startPostgres()
  if (!postgres.url) {
    say(`not measured on PostgreSQL: ${postgres.missing}`)
    return
  }
  say(`PostgreSQL ${postgres.version}`)
  const server = await startServer(join(folder, 'postgres'), { ALLMENDE_DATABASE_URL: postgres.url })
  try {
    await server.until(/Stop with Ctrl-C/, 180)
    if (wants('pages')) await measurePages(server, postgres.url)
    if (wants('api')) await measureApi(server, postgres.url)
    if (wants('memory') && !wants('pages'))
      await load({ url: server.url, headers: {}, connections: 32, seconds: 10 })
    note('memory of the server under load, PostgreSQL', memoryMiB(server.pid).most, 'MiB', 300)
  } finally {
    await server.stop()
    await postgres.stop()
  }
}

/** A database of its own: people in projects against a list that changed. */
async function measureList() {
  const postgres = await startPostgres()
  if (!postgres.url) {
    say(`changed list: not measured: ${postgres.missing}`)
    return
  }
  say('changed list')
  const server = await startServer(join(folder, 'changed-list'), { ALLMENDE_DATABASE_URL: postgres.url })
  try {
    await server.until(/Stop with Ctrl-C/, 180)
    const found = await measureChangedList(server, postgres.url, size.people)
    const what = `changed list: ${found.people} people through the database`
    note(`${what}, until everybody is screened`, found.seconds, 's', 60)
    note(`${what}, processor of the server`, found.cpu, 's')
    note(`${what}, projects looked at again`, found.evaluated, '')
    note(`changed list: to look at ${found.projects} projects for the first time`, found.first, 's')
    note('changed list: memory of the server, at its most', memoryMiB(server.pid).most, 'MiB')
  } finally {
    await server.stop()
    await postgres.stop()
  }
}

async function onPglite() {
  const data = join(folder, 'pglite')
  const first = await startServer(data)
  await first.until(/Stop with Ctrl-C/, 180)
  await first.stop()
  const begun = performance.now()
  const second = await startServer(data)
  try {
    while (
      !(await fetch(second.url).then(
        (r) => r.ok,
        () => false,
      ))
    )
      await new Promise((r) => setTimeout(r, 10))
    if (wants('start'))
      note('warm start to the first page, PGlite', (performance.now() - begun) / 1000, 's', 5)
    if (wants('memory')) {
      note('memory while PGlite is compiled, at its most', memoryMiB(second.pid).most, 'MiB')
      forgetMost(second.pid)
      await load({ url: second.url, headers: {}, connections: 32, seconds: 10 })
      note('memory of the server under load, PGlite', memoryMiB(second.pid).most, 'MiB', 800)
    }
  } finally {
    await second.stop()
  }
}

/** The rules alone, in a process of their own on one core. */
function measureRules() {
  say('rules')
  const [command, args] = onCore(0, process.execPath, [join(root, 'bench/rules.ts')])
  const found = JSON.parse(execFileSync(command, args, { encoding: 'utf8', timeout: 300_000 }))
  note('rules: determinations with reasons, one core', found.single, '/s', 200_000, 'more')
  note('rules: a million project × site pairs', found.million, 's', 10)
  note('rules: memory for that', found.memoryMiB, 'MiB', 1024)
  note('rules: transfers of chips by destination, all regimes', found.ours, '/s')
  note('rules: three of their rules alone in json-rules-engine', found.peerPerSecond, '/s')
  note('rules: ours to json-rules-engine', found.ours / found.peerPerSecond, '×', 1, 'more')
  note('rules: mutants of dates and thresholds that break a case', found.killed * 100, '%', 100, 'more')
}

/** Both halves of the labelled data: the one thresholds were chosen on, and the one that is only measured. */
function noteHalf(name, found) {
  note(`screening, ${name}: pairs, F1`, found.pairF1, '', 0.83, 'more')
  note(`screening, ${name}: false positives worldwide at the default`, found.falsePositives * 100, '%', 0.5)
  for (const { threshold, share } of found.falsePositivesAt.filter((one) => one.threshold >= 0.7))
    note(
      `screening, ${name}: false positives worldwide at a threshold of ${threshold.toFixed(2)}`,
      share * 100,
      '%',
    )
  note(`screening, ${name}: false positives in US names`, found.falsePositivesUs * 100, '%')
  const limits = {
    'UN names with typos': 99.5,
    'Cyrillic persons': 96,
    'Arabic persons': 80,
    'Hangul persons': 80,
    '81 spellings of one name': 85,
  }
  for (const { name: group, count, atHalfPercent, atTenthPercent, atDefault } of found.recall) {
    const what = `screening, ${name}: ${group} (${count}), recall`
    note(`${what} at 0.5 % false positives`, atHalfPercent * 100, '%', limits[group] ?? null, 'more')
    note(`${what} at 0.1 %`, atTenthPercent * 100, '%')
    note(`${what} at the default`, atDefault * 100, '%')
  }
}

/** Screening alone, in a process of its own on one core; the labelled data is no part of the project. */
function measureScreening() {
  if (!process.env.ALLMENDE_SCREENING_DATA) {
    say('screening: not measured, ALLMENDE_SCREENING_DATA names no folder with the labelled data')
    return
  }
  say('screening')
  const [command, args] = onCore(0, process.execPath, [join(root, 'bench/screening.ts')])
  const found = JSON.parse(execFileSync(command, args, { encoding: 'utf8', timeout: 900_000 }))
  noteHalf('tuned', found.tuned)
  noteHalf('unseen', found.unseen)
  note('screening: identifiers found whatever the name', found.identifiers * 100, '%', 100, 'more')
  note('screening: explained searches, one core', found.perSecond, '/s', 2000, 'more')
  note('screening: a search, median', found.p50, 'ms')
  note('screening: a search, 95 of 100', found.p95, 'ms', 2)
  note('screening: a search, 99 of 100', found.p99, 'ms')
  note('screening: index of the whole list', found.buildMs, 'ms')
  note('screening: memory of list and index', found.indexMiB, 'MiB', 1024)
  note('screening: 100,000 people against one changed list', found.manyAgainstOne, 's', 60)
  for (const [peer, perSecond] of Object.entries(found.peers)) {
    note(`screening: searches of ${peer}`, perSecond, '/s')
    note(`screening: ours to ${peer}`, found.perSecond / perSecond, '×', 1, 'more')
  }
  // Not run here: what they say of themselves, or what others measured of them; sources in bench/README.md.
  note('screening: quoted, searches of moov-io/watchman', 34, '/s')
  note('screening: quoted, searches of OpenSanctions logic-v2', 4, '/s')
  note('screening: quoted, pairs of OpenSanctions logic-v2, F1', 0.794, '')
}

/** As a newcomer: clone, the README's first line, and the clock stops when the example job has run. */
async function fromClone() {
  const clone = join(folder, 'clone')
  const begun = performance.now()
  execFileSync('git', ['clone', '-q', root, clone])
  const child = spawn('sh', ['-c', 'npm ci --no-audit --no-fund >/dev/null && exec npm start'], {
    cwd: clone,
    env: {
      ...process.env,
      ALLMENDE_PORT: '0',
      PATH: process.env.PATH.split(':')
        .filter((p) => !p.includes('node_modules'))
        .join(':'),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let text = ''
  child.stdout.on('data', (chunk) => (text += chunk))
  while (!/✓ run /.test(text)) {
    if (child.exitCode !== null) throw new Error(`npm start ended:\n${text}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  note('clone to the first finished job, npm ci included', (performance.now() - begun) / 1000, 's', 180)
  const ours = processesBelow(child.pid).filter((pid) => {
    const line = execFileSync('cat', [`/proc/${pid}/cmdline`], { encoding: 'utf8' })
    return line.includes('dist/')
  })
  note('processes then', ours.length, '', 3)
  for (const pid of processesBelow(child.pid)) if (ours.includes(pid)) process.kill(pid, 'SIGTERM')
  await new Promise((resolve) => (child.exitCode === null ? child.once('exit', resolve) : resolve()))
}

function print() {
  if (words.includes('--json')) return console.log(JSON.stringify(results, null, 2))
  console.log(
    `\n${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}\n`,
  )
  console.log('| measured | value | limit | limit held by |\n| --- | ---: | ---: | ---: |')
  for (const { what, value, unit, limit, better, ratio } of results) {
    const shown = `${value >= 100 ? value.toFixed(0) : value.toFixed(2)} ${unit}`
    const bound = limit === null ? '' : `${better === 'less' ? '≤' : '≥'} ${limit}`
    console.log(
      `| ${what} | ${shown} | ${bound} | ${ratio === null || !Number.isFinite(ratio) ? '' : `${ratio.toFixed(2)} ×`} |`,
    )
  }
}

try {
  if (wants('rules')) measureRules()
  if (wants('screening')) measureScreening()
  if (wants('changed-list')) await measureList()
  if (wants('clone')) await fromClone()
  if (wants('start') || wants('memory')) await onPglite()
  if (wants('pages') || wants('api') || wants('memory')) await onPostgres()
} finally {
  rmSync(folder, { recursive: true, force: true })
}
print()
