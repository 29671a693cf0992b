import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  accessibilityFaults,
  complaintsOf,
  openBrowser,
  overflowOf,
  signInAs,
  type Browser,
  type Page,
} from './browser.ts'
import { allmende, freePort, startProgram, type Program } from './program.ts'

let folder: string
let program: Program
let browser: Browser

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'allmende-journeys-'))
  const port = await freePort()
  // Passkeys need a name: browsers give none to a bare address.
  program = startProgram(join(folder, 'data'), port, [], { ALLMENDE_URL: `http://localhost:${port}` })
  ;[browser] = await Promise.all([openBrowser(), program.until(/Stop with Ctrl-C/, 150)])
}, 180_000)
afterAll(async () => {
  await browser.close()
  await program.kill('SIGTERM')
  rmSync(folder, { recursive: true, force: true })
}, 30_000)

/** Somebody at a browser of their own; with or without script. */
async function as(email: string, script: boolean): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled: script, locale: 'en-GB' })
  const page = await context.newPage()
  await signInAs(page, program.url, email)
  return page
}

async function until(page: Page, what: string, seen: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 60_000
  while (!(await seen())) {
    if (performance.now() > deadline)
      throw new Error(`"${what}" did not come:\n${await page.locator('main').innerText()}`)
    await new Promise((resolve) => setTimeout(resolve, 300))
    await page.reload()
  }
}

/** From an empty form to a job that ran, by forms alone. */
async function journey(script: boolean): Promise<void> {
  const title = `A trial ${script ? 'with' : 'without'} script`
  const lead = await as('mate@riftlakes.example', script)
  const complaints = complaintsOf(lead)
  const go = (path: string) => lead.goto(program.url + path)
  const send = (name: string | RegExp) =>
    lead.locator('main').getByRole('button', { name, exact: true }).first().click()

  // Plan, and apply with the plan to the trial lane.
  await go('/calls')
  await lead.locator('article', { hasText: 'Trial lane' }).getByRole('button', { name: 'Apply' }).click()
  await lead.getByLabel('Title').fill(title)
  await lead.locator('[name=summary]').fill('We sort a public table, to see whether it works.')
  await lead.locator('[name=member]').selectOption('ke')
  await lead.locator('[name=hours]').fill('2')
  await send('Continue')
  await lead.locator('[name="organisation.name"]').fill('Rift Lakes Computing Trust')
  for (const field of ['country', 'headquartersCountry', 'ultimateParentCountry'])
    await lead.locator(`[name="organisation.${field}"]`).fill('KE')
  await send('Continue')
  await lead.locator('[name="endUse.purpose"][value=civil-research]').check()
  await lead.locator('[name="endUse.description"]').fill('Open research on public data.')
  for (const fact of ['militaryOrIntelligence', 'weaponsOfMassDestruction', 'forOtherOrganisation'])
    await lead.locator(`[name="endUse.${fact}"][value=no]`).check()
  await send('Continue')

  // The lead states what law needs.
  const id = /applications\/([\w-]{36})/.exec(lead.url())?.[1] ?? ''
  await go(`/applications/${id}/statement`)
  await lead.locator('[name=passportName]').fill('Baraka Odhiambo')
  await lead.locator('[name=birthDate]').fill('1994-08-02')
  await lead.locator('[name=nationalities]').fill('KE')
  await lead.locator('[name=residence]').fill('KE')
  await lead.locator('[name=affiliation]').fill('Rift Lakes Computing Trust')
  await lead.locator('[name=usPerson][value=no]').check()
  await send(/save|send|state/i)
  await go(`/applications/${id}`)
  await send(/submit/i)

  // The officer decides what the rules leave open, at one site.
  const officer = await as('officer@riverbend.example', script)
  const asked = lead.locator('#questions input[value=no]')
  await until(
    lead,
    'questions or a case',
    async () => (await asked.count()) > 0 || /cleared|open/.test(await lead.locator('main').innerText()),
  )
  if ((await asked.count()) > 0) {
    for (const box of await asked.all()) await box.check()
    await send(/answers/i)
  }
  await officer.goto(`${program.url}/clear/${id}`)
  await until(
    officer,
    'a decision to take',
    async () =>
      (await officer.locator('button[value=cleared]').count()) > 0 ||
      /cleared/.test(await officer.locator('main').innerText()),
  )
  const decisions = officer.locator('form:has(button[value=cleared])')
  while ((await decisions.count()) > 0) {
    await decisions.first().locator('textarea').fill('Civil research in Kenya; every question is answered.')
    await decisions.first().locator('button[value=cleared]').click()
  }

  // The trial lane awards by rule, and a canary proves that it runs.
  await until(
    lead,
    'the award',
    async () => (await lead.getByRole('link', { name: 'Open the project' }).count()) > 0,
  )
  await lead.getByRole('link', { name: 'Open the project' }).click()
  await until(lead, 'an active project', async () => /active/.test(await lead.locator('main').innerText()))

  // A job, with a file, by the form.
  const file = join(folder, 'hello.mjs')
  writeFileSync(file, "console.log('fourteen is', 2 * 7)\n")
  await go('/jobs/new')
  await lead.locator('[name=project]').selectOption({ label: title })
  await lead.locator('[name=name]').fill('hello')
  await lead.locator('[name=command]').fill('node hello.mjs')
  await lead.locator('[name=files]').setInputFiles(file)
  await send('Submit')
  await until(lead, 'the end of the job', async () => /finished/.test(await lead.locator('main').innerText()))
  expect(await lead.locator('main').innerText()).toContain('fourteen is 14')
  expect(complaints()).toEqual([])
  await lead.context().close()
  await officer.context().close()
}

test(
  'without script: an application is written, cleared, awarded by rule, and its job runs',
  () => journey(false),
  240_000,
)
test('with script: the same', () => journey(true), 240_000)

test('without script at 320 px: an officer asks, the applicant answers, and a deputy is named and ended', async () => {
  const narrow = async (email: string, script = false) => {
    const context = await browser.newContext({
      javaScriptEnabled: script,
      locale: 'en-GB',
      viewport: { width: 320, height: 800 },
    })
    const page = await context.newPage()
    await signInAs(page, program.url, email)
    return page
  }
  const shown = (page: Page) => page.locator('main').innerText()
  const officer = await narrow('officer@riverbend.example')
  await officer.goto(`${program.url}/clear`)
  expect(await shown(officer)).toMatch(/left|late/)
  await officer.getByRole('link', { name: 'Maps of the reefs of the Coral Triangle' }).click()
  const id = officer.url().split('/').at(-1) ?? ''
  await officer.locator('[name=text]').fill('Who will publish the maps?')
  await officer.getByRole('button', { name: 'Send the question' }).click()
  expect(await shown(officer)).toContain('waits for the applicant')
  expect(await officer.locator('dl.clock').innerText()).toContain('the applicant')

  const lead = await narrow('lead@nusantara.example')
  await lead.goto(`${program.url}/applications/${id}`)
  expect(await lead.locator('dl.clock').innerText()).toContain('you')
  await lead.locator('#enquiries textarea').fill('The ministry, as open data.')
  await lead.locator('#enquiries button').click()
  expect(await shown(lead)).toContain('The ministry, as open data.')
  await officer.reload()
  expect(await shown(officer)).toContain('The ministry, as open data.')
  expect(await officer.locator('dl.clock').innerText()).toContain('a compliance officer')

  await officer.goto(`${program.url}/delegations`)
  await officer.locator('[name=name]').fill('Amina Saidi')
  await officer.locator('[name=email]').fill('amina@riverbend.example')
  await officer.locator('[name=reason]').fill('Parental leave.')
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
  await officer.locator('[name=until]').fill(inDays(200))
  await officer.getByRole('button', { name: 'Name a deputy' }).click()
  expect(await shown(officer)).toContain('at most 90 days')
  await officer.locator('[name=until]').fill(inDays(20))
  await officer.getByRole('button', { name: 'Name a deputy' }).click()
  const deputy = await narrow('amina@riverbend.example')
  await deputy.goto(`${program.url}/clear/${id}`)
  expect(await shown(deputy)).toContain('Who will publish the maps?')
  await officer.getByRole('button', { name: /End it now/ }).click()
  expect(await shown(officer)).toContain('ended')
  await deputy.reload()
  expect(await shown(deputy)).toContain('This is for the officer.')
  // What checks a page needs script; what it checks is the same page.
  const checker = await narrow('officer@riverbend.example', true)
  for (const path of ['/clear', `/clear/${id}`, '/delegations', '/queries', `/applications/${id}`]) {
    await checker.goto(program.url + path)
    expect(await accessibilityFaults(checker), path).toEqual([])
    expect(await overflowOf(checker), path).toBe(0)
  }
  for (const page of [officer, lead, deputy, checker]) await page.context().close()
}, 120_000)

test('officer, reviewers and chair take what the demo left for them to an award', async () => {
  const officer = await as('officer@riverbend.example', true)
  const complaints = complaintsOf(officer)
  await officer.goto(`${program.url}/clear`)
  await officer.getByRole('link', { name: 'Maps of the reefs of the Coral Triangle' }).click()
  await officer
    .locator('form:has(button[value=confirmed]) textarea')
    .fill('Another organisation: other country, no address in common.')
  await officer.locator('form:has(button[value=confirmed]) button[value=cleared]').click()
  expect(await officer.locator('main').innerText()).toContain('Another organisation')

  for (const [who, score] of [
    ['reviewer.one@riverbend.example', '5'],
    ['reviewer.two@riverbend.example', '4'],
  ] as const) {
    const reviewer = await as(who, true)
    await reviewer.goto(`${program.url}/reviews`)
    await reviewer.getByRole('link', { name: 'Speech for three languages of the Amazon' }).click()
    await reviewer.locator(`[name=score][value="${score}"]`).check()
    await reviewer.locator('[name=comment]').fill('Asked for by the communities, small and well planned.')
    await reviewer.locator('form:has([name=score]) button.btn').first().click()
    await reviewer.context().close()
  }
  const chair = await as('chair@riverbend.example', true)
  await chair.goto(`${program.url}/panel`)
  const row = chair.getByRole('link', { name: 'Speech for three languages of the Amazon' })
  await until(chair, 'the case at the panel', async () => (await row.count()) > 0)
  await row.click()
  await chair.locator('[name=hours]').fill('500')
  await chair.locator('[name=days]').fill('90')
  await chair.locator('form:has([name=hours]) [name=reason]').fill('Both reviewers recommend it.')
  await chair.locator('form:has([name=hours]) button.btn').first().click()
  await chair.goto(`${program.url}/projects`)
  await until(
    chair,
    'the project',
    async () => (await chair.getByRole('link', { name: 'Speech for three languages' }).count()) > 0,
  )
  expect(complaints()).toEqual([])
}, 120_000)

test('a passkey is added and signs its holder in', async () => {
  const page = await as('delegate@nusantara.example', true)
  const client = await page.context().newCDPSession(page)
  await client.send('WebAuthn.enable')
  await client.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  const base = program.url.replace('127.0.0.1', 'localhost')
  await signInAs(page, base, 'delegate@nusantara.example')
  await page.goto(`${base}/account`)
  await page.locator('[data-passkey] button').click()
  // The page is shown anew with the passkey on it.
  await page.getByText('You have none yet.').waitFor({ state: 'detached', timeout: 15_000 })
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.goto(`${base}/sign-in`)
  await page.locator('[data-passkey] button').click()
  await page.getByRole('button', { name: 'Sign out' }).waitFor({ timeout: 15_000 })
  expect(await page.locator('header').innerText()).toContain('Putri Ayuningtyas')
}, 60_000)

test('"verify" on the page of an entry checks its proof in the browser, and a changed entry fails', async () => {
  const page = await browser.newPage()
  await page.goto(`${program.url}/log-book/5`)
  await page.getByRole('button', { name: 'Verify' }).click()
  const said = page.locator('[data-proof] output')
  await expect
    .poll(() => said.textContent(), { timeout: 10_000 })
    .toBe(await page.locator('[data-proof]').getAttribute('data-ok'))
  await page.reload()
  await page.evaluate(() => {
    const box = document.querySelector('[data-proof]')
    const proof = JSON.parse(box?.getAttribute('data-proof') ?? '{}') as { entryB64: string }
    box?.setAttribute('data-proof', JSON.stringify({ ...proof, entryB64: btoa(`${atob(proof.entryB64)} `) }))
  })
  await page.getByRole('button', { name: 'Verify' }).click()
  await expect
    .poll(() => said.textContent(), { timeout: 10_000 })
    .toBe(await page.locator('[data-proof]').getAttribute('data-bad'))
  await page.close()
}, 60_000)

test('the newcomer of the README: sign in at the terminal, run the second example, verify offline', () => {
  expect(allmende(folder, ['login', '--server', program.url, '--email', 'lead@riftlakes.example']).code).toBe(
    0,
  )
  expect(allmende(folder, ['run', 'examples/csv-quantiles/job.yaml']).code).toBe(0)
  expect(allmende(folder, ['verify', program.url, '--save', join(folder, 'copy')]).code).toBe(0)
  expect(allmende(folder, ['verify', join(folder, 'copy')]).code).toBe(0)
})
