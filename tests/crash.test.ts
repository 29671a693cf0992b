import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { allmende, freePort, startProgram } from './program.ts'

/** How often everything is killed at a random moment while the chain plays; `npm run test:crash` asks for more. */
const kills = Number(process.env.ALLMENDE_KILLS ?? 4)
const folder = mkdtempSync(join(tmpdir(), 'allmende-crash-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The agent of a data folder: the process whose command line names its configuration. */
function agentsOf(dataDir: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const line = readFileSync(`/proc/${name}/cmdline`, 'utf8').split('\0')
        return line.includes(join(dataDir, 'agent/config.json')) ? [Number(name)] : []
      } catch {
        return []
      }
    })
}

type Round = { readonly kills: number; readonly seen: number }

/** Kills server, agent or both at random moments until the chain was played once, or no kill is left. */
async function killWhilePlaying(dataDir: string, port: number, killsMax: number): Promise<Round> {
  let seen = 0
  for (let kill = 0; kill < killsMax; kill += 1) {
    const program = startProgram(dataDir, port)
    await program.until(/is ready/, 60)
    // Most kills fall early, where many things happen at once; some wait until the job of 15 s has run.
    const longest = Math.random() < 0.3 ? 30_000 : 8000
    const deadline = performance.now() + 300 + Math.random() * longest
    while (performance.now() < deadline && !/Stop with Ctrl-C/.test(program.output()))
      await new Promise((resolve) => setTimeout(resolve, 20))
    const played = /Stop with Ctrl-C/.test(program.output())
    const size = await fetch(`${program.url}/log/checkpoint`).then(
      async (r) => (r.ok ? Number((await r.text()).split('\n')[1]) : 0),
      () => 0,
    )
    seen = Math.max(seen, size)
    const which = Math.floor(Math.random() * 3)
    if (which !== 0) for (const pid of agentsOf(dataDir)) execFileSync('kill', ['-9', String(pid)])
    if (which === 1) await new Promise((resolve) => setTimeout(resolve, 2000))
    await program.kill('SIGKILL')
    if (played) return { kills: kill + 1, seen }
  }
  return { kills: killsMax, seen }
}

/** Starts once more, lets the chain end, and looks whether anything is missing or stands twice. */
async function checkAfterKills(dataDir: string, port: number, seen: number): Promise<void> {
  const program = startProgram(dataDir, port)
  await program.until(/Stop with Ctrl-C/, 180)
  const report = allmende(folder, ['verify', program.url])
  expect(report.out).toContain('Everything checks.')
  const size = Number((await (await fetch(`${program.url}/log/checkpoint`)).text()).split('\n')[1])
  expect(size).toBeGreaterThanOrEqual(seen)
  allmende(folder, ['login', '--server', program.url, '--email', 'lead@riftlakes.example'])
  const jobs = JSON.parse(allmende(folder, ['jobs', '--json']).out) as { name: string; result: string }[]
  expect(jobs.filter((job) => job.name === 'train-char-lm')).toMatchObject([{ result: 'finished' }])
  expect(await program.kill('SIGTERM')).toBe(0)
}

test(
  `after ${kills} kills of server, agent or both while the chain plays, nothing acknowledged is missing and nothing is counted twice`,
  async () => {
    let left = kills
    // A chain that was played out stands idle; the next kills are for a new one.
    for (let round = 0; left > 0; round += 1) {
      const dataDir = join(folder, `data-${round}`)
      const port = await freePort()
      const { kills: done, seen } = await killWhilePlaying(dataDir, port, left)
      left -= done
      await checkAfterKills(dataDir, port, seen)
      process.stdout.write(`round ${round + 1}: ${done} kills, the log had at least ${seen} entries before\n`)
      rmSync(dataDir, { recursive: true, force: true })
    }
  },
  60_000 + kills * 150_000,
)
