import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { allmende, freePort, startProgram, type Program } from './program.ts'

let folder: string
let program: Program
/** Each person's own configuration, as on a machine of their own. */
const home = (who: string) => join(folder, who)
const lead = (...words: string[]) => allmende(home('lead'), words)
const json = <T>(result: { out: string }) => JSON.parse(result.out) as T

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'allmende-cli-'))
  program = startProgram(join(folder, 'data'), await freePort())
  await program.until(/Stop with Ctrl-C/, 150)
  for (const [who, email] of [
    ['lead', 'lead@riftlakes.example'],
    ['officer', 'officer@riverbend.example'],
    ['secretariat', 'secretariat@riverbend.example'],
    ['operator', 'operator@saaletal.example'],
  ] as const)
    expect(allmende(home(who), ['login', '--server', program.url, '--email', email]).code).toBe(0)
}, 180_000)
afterAll(async () => {
  await program.kill('SIGTERM')
  rmSync(folder, { recursive: true, force: true })
}, 30_000)

describe('the command line', () => {
  test('help names every command, and so does its page in the docs; each has an example', () => {
    const { out } = allmende(folder, ['--help'])
    const commands = [...out.matchAll(/^ {2}([a-z]+) {2,}/gm)].map(([, name]) => name ?? '')
    expect(commands.length).toBeGreaterThan(20)
    const page = readFileSync('docs/command.md', 'utf8')
    for (const name of commands) {
      expect(page, name).toContain(`allmende ${name}`)
      const help = allmende(folder, [name, '--help'])
      expect(help.code, name).toBe(0)
      expect(help.out, name).toContain('Examples:')
    }
  })

  test('a word that is no command, an unknown option, no server and nobody signed in: each its exit code', async () => {
    expect(allmende(folder, ['statsu'])).toMatchObject({ code: 2 })
    expect(allmende(folder, ['statsu']).err).toContain('Did you mean "status"?')
    expect(lead('jobs', '--frob').code).toBe(2)
    expect(allmende(folder, ['jobs', '--server', program.url]).code).toBe(3)
    const gone = allmende(folder, ['sites', '--server', `http://127.0.0.1:${await freePort()}`])
    expect(gone).toMatchObject({ code: 4 })
    expect(gone.err).toContain('No connection')
  })

  test.each(['bash', 'zsh'])('completion for %s is a script that the shell takes', (shell) => {
    const script = allmende(folder, ['completion', shell])
    expect(script.code).toBe(0)
    expect(script.out).toContain('status')
    // zsh is seldom installed; bash reads what both understand.
    if (shell === 'bash') expect(spawnSync('bash', ['-n'], { input: script.out }).status).toBe(0)
  })

  test('plan, classify and determine answer at the terminal, with the arithmetic and the paragraph', () => {
    const plan = allmende(folder, ['plan', '--parameters', '1b', '--tokens', '20b', '--server', program.url])
    expect(plan.out).toContain('6 × 1.00e+9 parameters × 2.00e+10 tokens = 1.20e+20 FLOP')
    expect(plan.out).not.toMatch(/\d\.\d{9,}/)
    const classified = allmende(folder, ['classify', 'NVIDIA H100 SXM5']).out
    expect(classified).toMatch(/3A090\.a/)
    expect(classified, 'figures are round for people').toMatch(/PD \d+(?:\.\d{1,3})?;/)
    const near = allmende(folder, ['classify', 'H100'])
    expect(near).toMatchObject({ code: 2 })
    expect(near.err).toContain('Did you mean: NVIDIA H100 SXM5')
    const answer = allmende(folder, ['determine', 'examples/determine/facts.json'])
    expect(answer.code).toBe(0)
    expect(answer.out).toMatch(/15 CFR/)
    const broken = join(folder, 'broken.json')
    writeFileSync(broken, '{')
    expect(allmende(folder, ['determine', broken])).toMatchObject({ code: 2 })
    expect(allmende(folder, ['determine', join(folder, 'none.json')]).err).toContain('There is no file')
  })

  test('an application goes from a file to an award: apply, status, answer', async () => {
    const begun = lead('apply', 'examples/apply/application.yaml', '--submit', '--json')
    expect(begun).toMatchObject({ code: 0 })
    const { id } = json<{ id: string }>(begun)
    type Status = { state: string; questions: { fact: string }[] }
    const look = () => json<Status>(lead('status', id, '--json'))
    const until = async (seen: (s: Status) => boolean) => {
      const deadline = performance.now() + 30_000
      while (!seen(look())) {
        if (performance.now() > deadline) throw new Error(`still ${JSON.stringify(look())}`)
        await new Promise((resolve) => setTimeout(resolve, 300))
      }
    }
    await until((s) => s.questions.length > 0)
    expect(lead('status', id).out).toContain(look().questions[0]?.fact)
    const facts = look().questions.map((q) => `${q.fact}=no`)
    expect(lead('answer', id, ...facts)).toMatchObject({ code: 0 })
    expect(lead('answer', id, 'nonsense').code).toBe(2)
    await until((s) => s.questions.length === 0)
    expect(lead('status').out).toContain('Tides of Lake Victoria')
  }, 60_000)

  test('an officer screens a name; a lead may not', () => {
    const found = allmende(home('officer'), ['screen', 'Alliance EG', '--json'])
    // A name that matches is a "no" for whoever asks in a script.
    expect(found.code).toBe(1)
    expect(allmende(home('officer'), ['screen', 'Qworl Zzyzx']).code).toBe(0)
    expect(json<{ hits: unknown[] }>(found).hits.length).toBeGreaterThan(0)
    expect(lead('screen', 'Alliance EG').code).toBe(1)
  })

  test('an officer asks what the rules of a day would change, and nothing changes; a lead may not', () => {
    const asked = allmende(home('officer'), ['rules', 'affected', '--as-of', '2027-06-01', '--json'])
    expect(asked.code).toBe(0)
    const found = json<{ asOf: string; examined: number; items: unknown[] }>(asked)
    expect(found.asOf).toBe('2027-06-01')
    expect(found.examined).toBeGreaterThan(0)
    const words = allmende(home('officer'), ['rules', 'affected'])
    expect(words.out).toContain(`${found.examined} live applications and projects looked at`)
    expect(words.out).toContain('Nothing was changed')
    expect(allmende(home('officer'), ['rules', 'affected', '--as-of', '2027-02-30']).code).toBe(2)
    expect(lead('rules', 'affected').code).toBe(1)
  })

  test('lists are shown, and imported by those who may', () => {
    expect(lead('lists').out).toContain('us-csl')
    const words = [
      'lists',
      'import',
      'examples/lists/us-csl-sample.csv',
      '--name',
      'again',
      '--published',
      '2026-11-23',
    ]
    expect(lead(...words).code).toBe(1)
    expect(
      allmende(home('officer'), words).code + (allmende(home('secretariat'), words).code ?? 1),
    ).toBeLessThan(2)
    expect(lead('lists').out).toContain('again')
  })

  test('members and calls are shown, and the secretariat alone changes them', () => {
    expect(lead('members').out).toMatch(/ke +KE +\S+ %/)
    expect(lead('calls').out).toMatch(/trial +yes +trial/)
    expect(lead('members', 'change', 'ke', '--share', '1').code).toBe(1)
    const office = (...words: string[]) => allmende(home('secretariat'), words)
    expect(office('members', 'change', 'ke', '--share', '1.5').out).toMatch(/: 1\.5 %/)
    expect(office('members', 'change', 'ke', '--share', 'much').code).toBe(2)
    expect(office('members', 'change', 'ke').code).toBe(2)
    expect(office('calls', 'change', 'languages', '--closes', '2030-01-31').out).toMatch(
      /open, closes 2030-01-31T23:59 UTC/,
    )
    expect(lead('rulebook').out).toMatch(/joiningThreshold +0\.76 +shows 0\.40 % of people on no list/)
    expect(lead('rulebook', 'set', 'maxAttemptsPerJob=4').code).toBe(1)
    expect(office('rulebook', 'set', 'maxAttemptsPerJob=many').code).toBe(2)
    expect(office('rulebook', 'set', 'noSuch=4').code).toBe(2)
    const book = office(
      'rulebook',
      'set',
      'maxAttemptsPerJob=4',
      'listEffects=programme:A:B:inform',
      '--json',
    )
    expect(JSON.parse(book.out)).toMatchObject({
      version: 2,
      params: { maxAttemptsPerJob: 4, listEffects: { 'programme:A:B': 'inform' } },
    })
    expect(office('rules', 'affected', '--binds', 'text').code).toBe(0)
    expect(office('rules', 'affected', '--binds', 'laxest').code).toBe(2)
    const added = office('members', 'add', 'tg', '--name', 'Lomé', '--country', 'TG', '--json')
    expect(JSON.parse(added.out)).toMatchObject({ id: 'tg', shareBp: 0, until: null })
    expect(office('members', 'change', 'tg', '--until', '2099-01-01').out).toContain('until 2099-01-01')
  })

  test('sites are shown, and an operator gets a code with which an agent joins', () => {
    expect(lead('sites').out).toMatch(/jena +online/)
    expect(allmende(home('operator'), ['sites', 'enrol', 'jena']).out).toMatch(/allmende agent .*--enrol \S+/)
    expect(lead('sites', 'enrol', 'jena').code).toBe(1)
    const operator = (...words: string[]) => allmende(home('operator'), words)
    expect(operator('sites', 'pause', 'jena').code).toBe(2)
    expect(operator('sites', 'pause', 'jena', '--reason', 'New cooling.').out).toBe('Jena is paused.\n')
    expect(lead('sites').out).toMatch(/jena +paused/)
    expect(operator('sites', 'end', 'jena', '--reason', 'Gone.').code).toBe(1)
    expect(operator('sites', 'resume', 'jena', '--reason', 'It is cool.').out).toBe('Jena is active.\n')
  })

  test('a running job is followed, and cancelled at its site', async () => {
    const projects = json<{ id: string; name: string }[]>(lead('projects', '--json'))
    const project = projects.find((p) => p.name.startsWith('A character model'))?.id ?? ''
    const code = "console.log('begun'); setInterval(() => {}, 1000)"
    const words = ['run', '--project', project, '--', 'node', '-e', code]
    const child = spawn(process.execPath, [join(process.cwd(), 'dist/cli/main.js'), ...words], {
      cwd: join(process.cwd(), 'examples/csv-quantiles'),
      env: { ...process.env, XDG_CONFIG_HOME: home('lead') },
    })
    let out = ''
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
    const deadline = performance.now() + 30_000
    while (!out.includes('begun') && performance.now() < deadline)
      await new Promise((resolve) => setTimeout(resolve, 100))
    expect(out).toContain('begun')
    const [job] = json<{ id: string }[]>(lead('jobs', '--json'))
    expect(lead('logs', job?.id ?? '').out).toContain('begun')
    expect(lead('cancel', job?.id ?? '').code).toBe(0)
    expect(await ended).toBe(1)
    expect(json<{ result: string }[]>(lead('jobs', '--json'))[0]?.result).toBe('cancelled')
    expect(lead('logs', '00000000-0000-7000-8000-000000000000')).toMatchObject({ code: 1 })
    expect(lead('logs', 'nosuch').err).toContain('This must be an id')
  }, 60_000)

  test('after logout nobody is signed in', () => {
    allmende(home('gone'), ['login', '--server', program.url, '--email', 'mate@riftlakes.example'])
    expect(allmende(home('gone'), ['logout']).code).toBe(0)
    expect(allmende(home('gone'), ['jobs', '--server', program.url]).code).toBe(3)
  })
})

describe('an alliance of one’s own, from an empty installation', () => {
  test('init founds it with the code that the server printed, once; then its secretariat signs in and sets up', async () => {
    const empty = startProgram(join(folder, 'empty'), await freePort(), ['--empty'])
    try {
      await empty.until(/npx allmende init/, 60)
      const code = /^ {2}(\S{8,})$/m.exec(empty.output())?.[1] ?? ''
      const words = [
        'init',
        '--server',
        empty.url,
        '--name',
        'Lakes Alliance',
        '--secretariat',
        'Mirjam Falk',
        '--email',
        'office@lakes.example',
      ]
      expect(allmende(home('new'), [...words, '--code', 'wrong']).code).toBe(1)
      expect(allmende(home('new'), [...words, '--code', code])).toMatchObject({ code: 0 })
      expect(allmende(home('new'), ['sites', '--json'])).toMatchObject({ code: 0 })
      // Nobody else can sign in without mail; the operator finds it in the data folder.
      const asked = await fetch(`${empty.url}/api/v1/sign-in/links`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
        body: JSON.stringify({ email: 'officer@lakes.example', next: '/' }),
      })
      expect(asked.status).toBe(202)
      const mail = join(folder, 'empty/mail')
      await expect.poll(() => (existsSync(mail) ? readdirSync(mail).length : 0), { timeout: 10_000 }).toBe(1)
      expect(readFileSync(join(mail, readdirSync(mail)[0] ?? ''), 'utf8')).toContain('/sign-in/link?token=')
      expect(allmende(home('new'), [...words, '--code', code]).code).toBe(1)
      const front = await (await fetch(empty.url)).text()
      expect(front).toContain('Lakes Alliance')
      expect(front).not.toContain('Demo alliance')
      expect(await (await fetch(`${empty.url}/api/v1/demo/mail`)).json()).toMatchObject({ status: 404 })
    } finally {
      await empty.kill('SIGTERM')
    }
  }, 90_000)
})
