import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import type { Desired } from '../packages/wire/src/agent-protocol.ts'
import { createLocalEngine } from '../packages/agent/src/engines/local/local-engine.ts'
import type { JobSpec, Seen } from '../packages/agent/src/engines/engine.ts'
import { reconcile } from '../packages/agent/src/reconcile.ts'

const state = mkdtempSync(join(tmpdir(), 'allmende-engine-'))
const agent = fileURLToPath(new URL('../dist/agent/main.js', import.meta.url))
const engine = createLocalEngine(state, [process.execPath, agent, '--keeper'])
afterAll(() => rmSync(state, { recursive: true, force: true }))

const spec = (command: string[], change: Partial<JobSpec> = {}): JobSpec => ({
  placement: crypto.randomUUID(),
  job: crypto.randomUUID(),
  project: 'p',
  member: 'ke',
  command,
  env: {},
  accelerators: 1,
  cpus: 1,
  memoryMiB: 256,
  diskMiB: 16,
  outputMiB: 1,
  timeLimitMs: 20_000,
  ...change,
})
const seenOf = async (placement: string) =>
  (await engine.observe()).find((s) => s.spec.placement === placement)

async function ended(job: JobSpec, bundle: string | null = null): Promise<Seen> {
  await engine.start(job, bundle)
  for (let tries = 0; tries < 300; tries += 1) {
    const seen = await seenOf(job.placement)
    if (seen?.state === 'ended' || seen?.state === 'lost') return seen
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('the job did not end in 30 s')
}
/** Processes whose command line names a placement: its keeper, and everything in its sandbox. */
function processesOf(placement: string): string[] {
  return readdirSync('/proc').filter((name) => {
    try {
      return /^\d+$/.test(name) && readFileSync(`/proc/${name}/cmdline`, 'utf8').includes(placement)
    } catch {
      return false
    }
  })
}
const logOf = async (job: JobSpec) =>
  new TextDecoder().decode(await engine.readLog(job.placement, 0, 4_000_000))

test('these tests run in bubblewrap, so that what they say of isolation holds', () => {
  expect(engine.sandbox).toBe('bubblewrap')
})

test('a job prints, leaves files, and ends with its own exit code', async () => {
  const job = spec([
    'node',
    '-e',
    'console.log("hello"); require("fs").writeFileSync("out/a.txt", "1"); process.exit(3)',
  ])
  expect(await ended(job)).toMatchObject({ state: 'ended', exit: { code: 3, reason: 'finished' } })
  expect(await logOf(job)).toBe('hello\n')
  expect((await engine.outputs(job.placement))?.byteLength).toBeGreaterThan(50)
})

test('it sees no network, no file of the host and nothing of its environment', async () => {
  const probe =
    'const r={};try{r.passwd=require("fs").readFileSync("/etc/passwd","utf8").length}catch(e){r.passwd=e.code}r.home=require("fs").existsSync("/root");r.secret=process.env.ALLMENDE_SECRET??null;require("net").connect(80,"1.1.1.1").on("error",e=>{r.net=e.code;console.log(JSON.stringify(r))}).on("connect",()=>{console.log("connected");process.exit(9)})'
  process.env.ALLMENDE_SECRET = 'must not be seen'
  const job = spec(['node', '-e', probe])
  await ended(job)
  expect(JSON.parse(await logOf(job))).toEqual({
    passwd: 'ENOENT',
    home: false,
    secret: null,
    net: 'ENETUNREACH',
  })
})

test('no job is root: under an agent that is, each is a user of its own, else the agent’s user', async () => {
  const show = ['sh', '-c', 'id -u; touch out/mine /tmp/mine && echo wrote']
  const jobs = [spec(show), spec(show)]
  await Promise.all(jobs.map((job) => ended(job)))
  const logs = await Promise.all(jobs.map(logOf))
  const users = logs.map((log) => Number(log.split('\n')[0]))
  expect(logs.map((log) => log.split('\n')[1])).toEqual(['wrote', 'wrote'])
  expect(users).not.toContain(0)
  if (process.getuid?.() === 0) expect(users[0]).not.toBe(users[1])
  else expect(new Set(users)).toEqual(new Set([process.getuid?.()]))
})

test.each([
  [
    'runs beyond its time and ignores the signal',
    ['node', '-e', 'process.on("SIGTERM",()=>{});setInterval(()=>{},1000)'],
    { timeLimitMs: 1000 },
    'time-limit',
  ],
  [
    'prints without end',
    ['node', '-e', 'for(;;)require("fs").writeSync(1,"x".repeat(65536))'],
    {},
    'output-limit',
  ],
  [
    'fills its disk',
    [
      'node',
      '-e',
      'const f=require("fs").openSync("big","w");for(;;)require("fs").writeSync(f,Buffer.alloc(1048576))',
    ],
    { diskMiB: 8, memoryMiB: 4096 },
    'disk-limit',
  ],
  [
    'takes more memory than it asked for',
    ['node', '-e', 'const a=[];setInterval(()=>a.push(Buffer.alloc(33554432,1)),20)'],
    { memoryMiB: 200 },
    'memory-limit',
  ],
  [
    'forks without end',
    ['sh', '-c', 'f() { sleep 20 & f & f; }; f; sleep 20'],
    { memoryMiB: 4096 },
    'memory-limit',
  ],
])('a job that %s is ended, and nothing of it stays', async (_, command, change, reason) => {
  const job = spec(command, change)
  expect(await ended(job)).toMatchObject({ state: 'ended', exit: { reason } })
  await expect.poll(() => processesOf(job.placement), { timeout: 5000 }).toEqual([])
  expect((await engine.readLog(job.placement, 0, 4_000_000)).byteLength).toBeLessThan(1_100_000)
})

test('a cancelled job ends as cancelled; one whose keeper is killed is lost, and neither starts a second time', async () => {
  const cancelled = spec(['sleep', '60'])
  const going = ended(cancelled)
  await new Promise((resolve) => setTimeout(resolve, 800))
  await engine.cancel(cancelled.placement)
  expect(await going).toMatchObject({ exit: { reason: 'cancelled' } })

  const killed = spec(['sh', '-c', 'echo started >> out/count; sleep 60'])
  const lost = ended(killed)
  for (let tries = 0; tries < 50 && (await seenOf(killed.placement))?.state !== 'running'; tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 100))
  const running = JSON.parse(
    readFileSync(join(state, 'placements', killed.placement, 'running.json'), 'utf8'),
  ) as { pid: number }
  process.kill(running.pid, 'SIGKILL')
  expect((await lost).state).toBe('lost')
  await engine.start(killed, null)
  await new Promise((resolve) => setTimeout(resolve, 500))
  expect((await seenOf(killed.placement))?.state).toBe('lost')
})

test('files that lead outside of the folder are refused, and the job does not run', async () => {
  const path = join(state, 'evil.tar.gz')
  writeFileSync(path, 'this is no archive')
  const job = spec(['node', '-e', 'console.log("ran")'])
  expect(await ended(job, path)).toMatchObject({ exit: { reason: 'bundle-refused' } })
  expect(await logOf(job)).not.toContain('ran\n')
})

const wish = fc.record({
  action: fc.constantFrom('run' as const, 'cancel' as const, 'forget' as const),
  at: fc.integer({ min: 0, max: 5 }),
})
const sight = fc.record({
  state: fc.constantFrom('accepted' as const, 'running' as const, 'ended' as const, 'lost' as const),
  delivered: fc.boolean(),
  at: fc.integer({ min: 0, max: 5 }),
})

test('the reconciler never starts what is seen, never forgets what is not handed over, and heeds the veto', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(wish, { selector: (w) => w.at }),
      fc.uniqueArray(sight, { selector: (s) => s.at }),
      fc.boolean(),
      (wishes, sights, vetoed) => {
        const desired = wishes.map((w) => ({
          ...spec([]),
          placement: `p${w.at}`,
          bundle: null,
          network: false as const,
          action: w.action,
        })) satisfies Desired[]
        const seen = sights.map((s): Seen => ({
          spec: { ...spec([]), placement: `p${s.at}` },
          state: s.state,
          delivered: s.delivered,
          startedAt: null,
          endedAt: null,
          exit: null,
          logBytes: 0,
          cpuMs: 0,
          maxRssMiB: 0,
        }))
        const known = new Map(seen.map((s) => [s.spec.placement, s]))
        for (const step of reconcile(desired, seen, {
          refuseProjects: vetoed ? ['p'] : [],
          refuseMembers: [],
        })) {
          if (step.do === 'start') expect([known.has(step.desired.placement), vetoed]).toEqual([false, false])
          if (step.do === 'forget')
            expect(known.get(step.placement)?.delivered || known.get(step.placement)?.state === 'lost').toBe(
              true,
            )
          if (step.do === 'deliver')
            expect(known.get(step.placement)).toMatchObject({ state: 'ended', delivered: false })
        }
      },
    ),
  )
})
