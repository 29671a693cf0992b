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

test(
  `after ${kills} kills of server, agent or both, nothing acknowledged is missing and nothing is counted twice`,
  async () => {
    const dataDir = join(folder, 'data')
    const port = await freePort()
    const seen: number[] = []
    for (let kill = 0; kill < kills; kill += 1) {
      const program = startProgram(dataDir, port)
      await program.until(/is ready/, 60)
      const deadline = performance.now() + 300 + Math.random() * 9000
      while (performance.now() < deadline && !/Stop with Ctrl-C/.test(program.output()))
        await new Promise((resolve) => setTimeout(resolve, 20))
      const size = await fetch(`${program.url}/log/checkpoint`).then(
        async (r) => (r.ok ? Number((await r.text()).split('\n')[1]) : 0),
        () => 0,
      )
      seen.push(size)
      if (kill % 3 !== 0) for (const pid of agentsOf(dataDir)) execFileSync('kill', ['-9', String(pid)])
      if (kill % 3 !== 1) await program.kill('SIGKILL')
      else {
        await new Promise((resolve) => setTimeout(resolve, 2000))
        await program.kill('SIGKILL')
      }
    }
    const program = startProgram(dataDir, port)
    await program.until(/Stop with Ctrl-C/, 180)
    const report = allmende(folder, ['verify', program.url])
    expect(report.out).toContain('Everything checks.')
    const size = Number((await (await fetch(`${program.url}/log/checkpoint`)).text()).split('\n')[1])
    expect(size).toBeGreaterThanOrEqual(Math.max(0, ...seen))
    allmende(folder, ['login', '--server', program.url, '--email', 'lead@riftlakes.example'])
    const jobs = JSON.parse(allmende(folder, ['jobs', '--json']).out) as { name: string; result: string }[]
    expect(jobs.filter((job) => job.name === 'train-char-lm')).toMatchObject([{ result: 'finished' }])
    expect(await program.kill('SIGTERM')).toBe(0)
  },
  60_000 + kills * 150_000,
)
