import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runCli } from '../packages/cli/src/cli.ts'
import { SignInError, type Io } from '../packages/cli/src/command.ts'
import { applyRoom } from '../packages/server/src/apply/index.ts'
import { awardRoom } from '../packages/server/src/award/index.ts'
import { clearRoom } from '../packages/server/src/clear/index.ts'
import { jobsRoom } from '../packages/server/src/jobs/index.ts'
import { peopleRoom } from '../packages/server/src/people/index.ts'
import { audit } from '../packages/server/src/people/tables.ts'
import { sitesRoom } from '../packages/server/src/sites/index.ts'
import { fillers, startChainRig, type ChainRig } from '../packages/server/src/testing/chain-rig.ts'
import { advanceChain } from '../packages/server/src/timers/chain.ts'

const root = new URL('..', import.meta.url).pathname
let rig: ChainRig
let folder: string
let lead: string

beforeAll(async () => {
  rig = await startChainRig([applyRoom, awardRoom, clearRoom, jobsRoom, peopleRoom, sitesRoom])
  lead = await rig.person('Amina Otieno')
  folder = mkdtempSync(join(tmpdir(), 'allmende-command-'))
})
afterAll(async () => {
  await rig.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Runs a command as somebody, or as nobody who is signed in. */
async function as(who: string | null, ...words: string[]) {
  let out = ''
  let err = ''
  const io: Io = {
    out: (text) => void (out += text),
    err: (text) => void (err += text),
    progress: () => undefined,
    ask: async () => null,
    env: {},
    cwd: folder,
    stdin: async () => '',
    signal: new AbortController().signal,
    client: async () => {
      if (who === null) throw new SignInError('http://test.invalid')
      return rig.client(who)
    },
    server: async () => 'http://test.invalid',
    saveLogin: async () => undefined,
    forgetLogin: async () => undefined,
  }
  const code = await runCli(io, words)
  return { code, out, err }
}

describe('an application, by command', () => {
  const content = {
    title: 'Tides',
    summary: 'Levels of a lake.',
    askedAcceleratorMs: 7_200_000,
    organisation: {
      name: 'Rift Lakes Computing Trust',
      country: 'KE',
      headquartersCountry: 'KE',
      ultimateParentCountry: 'KE',
    },
    endUse: {
      purpose: 'civil-research',
      description: 'Open research.',
      militaryOrIntelligence: 'no',
      weaponsOfMassDestruction: 'no',
      forOtherOrganisation: 'no',
    },
  }
  const statement = {
    passportName: 'Amina Otieno',
    birthDate: '1990-02-03',
    nationalities: ['KE'],
    residence: 'KE',
    affiliation: 'Rift Lakes Computing Trust',
    usPerson: 'no',
  }
  const write = (change = {}) =>
    writeFileSync(
      join(folder, 'application.yaml'),
      JSON.stringify({ call: 'trial', member: 'ke', content, statement, ...change }),
    )
  const list = async () =>
    JSON.parse((await as(lead, 'status', '--json')).out) as { id: string; state: string }[]

  test('with a team it says whom it waits for, keeps the draft and goes on with it; who never states can be left out', async () => {
    write({ team: [{ name: 'Juma Mwangi', email: 'juma@riftlakes.example' }] })
    const first = await as(lead, 'apply', 'application.yaml', '--submit')
    expect(first.code).toBe(1)
    expect(first.err).toContain('Juma Mwangi: was sent an invitation')
    const [draft] = await list()
    const id = draft?.id ?? ''
    expect(first.err).toContain(`allmende apply --submit ${id}`)
    const again = await as(lead, 'apply', 'application.yaml', '--submit')
    expect(again.err).toContain('no second draft is made')
    expect(await list()).toHaveLength(1)
    expect((await as(lead, 'team', id, '--remove', 'Nobody')).code).toBe(2)
    const left = await as(lead, 'team', id, '--remove', 'Juma Mwangi')
    expect(left).toMatchObject({ code: 0, err: '' })
    expect(left.out).not.toContain('Juma')
    const done = await as(lead, 'apply', '--submit', id)
    expect(done.out).toContain(`(${id}) is submitted`)
    const withdrawn = await as(lead, 'apply', '--withdraw', id)
    expect(withdrawn.out).toContain(`(${id}) is withdrawn`)
  })

  test('a draft is gone on with by its id, also under another title; a new file begins a new one', async () => {
    write({ content: { ...content, title: 'Waves' } })
    const id = /\((.+)\)/.exec((await as(lead, 'apply', 'application.yaml')).out)?.[1] ?? ''
    write({ content: { ...content, title: 'Waves and winds' } })
    const other = await as(lead, 'apply', 'application.yaml', '--continue', id)
    expect(other.out).toContain(`(${id}) is draft`)
    expect((await as(lead, 'apply', '--continue', id)).out).toContain(`(${id}) is draft`)
    expect((await list()).filter((a) => a.state === 'draft')).toHaveLength(1)
    write({ content: { ...content, title: 'Winds' } })
    expect((await as(lead, 'apply', 'application.yaml')).out).not.toContain(id)
  })

  test('a member that there is not is told by its field', async () => {
    write({ member: 'xx', content: { ...content, title: 'Elsewhere' } })
    const refused = await as(lead, 'apply', 'application.yaml')
    expect(refused.code).toBe(1)
    expect(refused.err).toContain('There is no member "xx"')
  })
})

describe('what one states for a role', () => {
  const said =
    '--born 1987-05-14 --nationality ke --nationality DE --residence KE --us-person no --id passport:ZX4711'
      .split(' ')
      .concat('--name', 'Lokuro Petumwe', '--other-name', 'Loku Petumwe', '--other-name', 'L. Petumwe')
      .concat('--affiliation', 'Rechenzentrum Saaletal')
  const set = (who: string, ...words: string[]) => as(who, 'account', 'statement', 'set', ...words)
  let operator: string
  beforeAll(async () => {
    operator = await rig.person('Lokuro Petumwe', [
      { role: 'site-operator', scopeKind: 'site', scopeId: 'jena' },
    ])
  })

  test('is shown as not stated yet, and asks for what is missing by its option', async () => {
    const asked = await as(operator, 'account', 'statement')
    expect(asked).toMatchObject({ code: 0, err: '' })
    expect(asked.out).toContain('You have not stated who you are')
    const some = await set(operator, '--name', 'Lokuro Petumwe', '--born', '1987-05-14')
    expect(some.code).toBe(2)
    expect(some.err).toContain('Still missing: --nationality, --residence, --affiliation')
    expect((await set(operator, ...said, '--us-person', 'maybe')).code).toBe(2)
    expect((await as(operator, 'account', 'statement', 'erase')).code).toBe(2)
    expect((await as(operator, 'account', 'passkeys')).code).toBe(2)
  })

  test('is stated with options; one that is not given leaves what was stated', async () => {
    const stated = await set(operator, ...said)
    expect(stated).toMatchObject({ code: 0, err: '' })
    expect(stated.out).toContain('born           1987-05-14')
    expect(stated.out).toContain('other names    Loku Petumwe; L. Petumwe')
    expect(stated.out).toContain('identifiers    passport:ZX4711')
    const moved = await set(operator, '--residence', 'DE', '--json')
    expect(JSON.parse(moved.out)).toEqual({
      holdsRole: true,
      held: null,
      statement: {
        passportName: 'Lokuro Petumwe',
        otherNames: ['Loku Petumwe', 'L. Petumwe'],
        birthDate: '1987-05-14',
        nationalities: ['KE', 'DE'],
        residence: 'DE',
        affiliation: 'Rechenzentrum Saaletal',
        usPerson: 'no',
        identifiers: ['passport:ZX4711'],
      },
    })
    expect(await as(operator, 'account', 'statement', '--json')).toMatchObject({ code: 0, out: moved.out })
  })

  test('is stated from a file too, as in the file of an application: numbers need not stand on a command line', async () => {
    const file = join(folder, 'statement.yaml')
    writeFileSync(file, 'statement: { identifiers: ["passport:ZX4712"], birthDate: "1987-05-15" }\n')
    expect((await set(operator, file)).out).toContain('identifiers    passport:ZX4712')
    writeFileSync(file, 'birthdate: "1987-05-15"\n')
    const misspelt = await set(operator, 'statement.yaml')
    expect(misspelt.code).toBe(2)
    expect(misspelt.err).toContain('birthdate')
  })

  test('is refused in the words of the server, for a date that is none and for whoever holds no role', async () => {
    const late = await set(operator, '--born', '14.5.1987')
    expect(late.code).toBe(1)
    expect(late.err).toContain('birthDate')
    expect(late.err).toContain('(request.invalid')
    const none = await as(lead, 'account', 'statement')
    expect(none).toMatchObject({
      code: 0,
      out: 'You hold no role outside of teams: nothing is asked of you here.\n',
    })
    const refused = await set(lead, ...said)
    expect(refused.code).toBe(1)
    expect(refused.err).toContain('In a team you state it in its application.')
    expect(refused.err).toContain('(apply.no-role')
  })

  test('comes with what keeps a role from holding, and a refusal for that names the command', async () => {
    const secretariat = await rig.person('Mirjam Falk', [
      { role: 'secretariat', scopeKind: 'alliance', scopeId: 'alliance' },
    ])
    await rig.importNames(secretariat, [...fillers, 'Lokuro Petumwe'])
    while (await advanceChain(rig.ctx));
    const shown = await as(operator, 'account', 'statement')
    expect(shown.out).toContain('Until a compliance officer has looked, roles at a site or of a member rest.')
    const refused = await as(operator, 'sites', 'enrol', 'jena')
    expect(refused.code).toBe(1)
    expect(refused.err).toContain('Your role for this rests')
    expect(refused.err).toContain('allmende account statement set')
    expect(refused.err).toContain('(policy.role-rests')
  })
})

test('a link among the files of a job is refused by its path, and is no fault of ours', async () => {
  symlinkSync('/etc/hostname', join(folder, 'elsewhere'))
  const refused = await as(lead, 'run', '--project', 'p', '--', 'true')
  expect(refused.code).toBe(1)
  expect(refused.err).toContain(join(folder, 'elsewhere'))
  expect(refused.err).not.toContain('fault of ours')
})

describe('determine', () => {
  const facts = join(root, 'examples/determine/facts.json')

  test('without a server this program answers, and says that nobody logs it', async () => {
    const alone = await as(null, 'determine', facts, '--json')
    expect(alone.code).toBe(0)
    expect(alone.err).toContain('no alliance logs this query')
    expect(JSON.parse(alone.out)).toHaveProperty('outcome')
  })

  test('signed in, the server answers the same and keeps who asked', async () => {
    const officer = await rig.person('Ilse Brandt', [
      { role: 'officer', scopeKind: 'alliance', scopeId: 'alliance' },
    ])
    const asked = await as(officer, 'determine', facts, '--json', '--as-of', '2026-11-20')
    expect(asked).toMatchObject({ code: 0, err: '' })
    const alone = await as(null, 'determine', facts, '--json', '--as-of', '2026-11-20')
    expect(JSON.parse(asked.out)).toEqual(JSON.parse(alone.out))
    const notes = await rig.ctx.db.sql.select().from(audit)
    expect(notes).toMatchObject([{ person: officer, action: 'rules.query' }])
  })

  test('whoever may not ask the server is told that, and that nobody logs it', async () => {
    const local = await as(lead, 'determine', facts)
    expect(local.code).toBe(0)
    expect(local.err).toContain('does not answer you')
    expect(local.err).toContain('no alliance logs this query')
  })
})
