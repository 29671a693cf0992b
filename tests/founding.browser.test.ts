import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { complaintsOf, openBrowser, type Browser } from './browser.ts'
import { allmende, freePort, startProgram, type Program } from './program.ts'

let folder: string
let program: Program
let browser: Browser

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'allmende-founding-'))
  program = startProgram(join(folder, 'data'), await freePort(), ['--empty'])
  ;[browser] = await Promise.all([openBrowser(), program.until(/npx allmende init/, 60)])
}, 90_000)
afterAll(async () => {
  await browser.close()
  await program.kill('SIGTERM')
  rmSync(folder, { recursive: true, force: true })
}, 30_000)

test('without script a secretariat founds its own alliance, sets it up step by step, and a site joins it', async () => {
  const today = new Date().toISOString().slice(0, 10)
  const page = await (
    await browser.newContext({
      javaScriptEnabled: false,
      locale: 'en-GB',
      viewport: { width: 320, height: 800 },
    })
  ).newPage()
  const complaints = complaintsOf(page)
  const fill = async (fields: Record<string, string>) => {
    for (const [name, value] of Object.entries(fields))
      await page.locator(`main [name="${name}"]`).fill(value)
  }
  const choose = async (name: string, value: string) => {
    const field = page.locator(`main [name="${name}"]`)
    if ((await field.first().getAttribute('type')) === 'radio')
      await page.locator(`main [name="${name}"][value="${value}"]`).check()
    else await field.selectOption(value)
  }
  const send = async () => {
    await page.locator('main form button[type="submit"], main form button:not([type])').last().click()
    expect(await page.locator('main [role="alert"]').count(), await page.locator('main').innerText()).toBe(0)
  }
  const step = async (link: string) => {
    await page.goto(`${program.url}/secretariat`)
    await page.locator('main').getByRole('link', { name: link }).click()
  }

  await page.goto(program.url)
  const setupCode = /setup_[\w-]+/.exec(program.output())?.[0] ?? ''
  await fill({
    name: 'Lakes Alliance',
    secretariatName: 'Mirjam Falk',
    secretariatEmail: 'office@lakes.example',
    setupCode,
  })
  await send()
  expect(new URL(page.url()).pathname).toBe('/secretariat')

  await step('Admit a member')
  await fill({ id: 'fi', name: 'Lakes University', country: 'FI', share: '40', pledge: '1000' })
  await send()
  for (const [name, role] of [
    ['Oona Lahti', 'officer'],
    ['Mikko Saari', 'panel-chair'],
    ['Ines Duarte', 'reviewer'],
    ['Peter Achieng', 'reviewer'],
  ] as const) {
    await step('Give the role')
    await fill({ name, email: `${name.split(' ')[0]?.toLowerCase()}@lakes.example` })
    await choose('role', role)
    await send()
  }
  await step('Add a site')
  await fill({
    id: 'north',
    name: 'North Hall',
    country: 'FI',
    operator: 'Lakes University',
    acceleratorModel: 'NVIDIA A10',
    accelerators: '2',
    cpus: '4',
    memoryMiB: '8192',
  })
  await choose('member', 'fi')
  await send()
  await step('Load a screening list')
  await fill({ id: 'us-csl', source: 'US Consolidated Screening List, sample', publishedOn: today })
  await page.locator('main input[type="file"]').setInputFiles('examples/lists/us-csl-sample.csv')
  await send()
  await step('Open a call')
  await fill({
    id: 'first',
    title: 'First call',
    summary: 'For everybody in a member country.',
    opens: today,
    hours: '20',
    within: '24',
  })
  await choose('lane', 'trial')
  await send()

  // The site's operator is handed the line that joins it; the agent needs no inbound port.
  await page.goto(`${program.url}/sites/north`)
  await page.locator('main form button').last().click()
  const code = /--enrol (\S+)/.exec(await page.locator('main').innerText())?.[1] ?? ''
  expect(code).toMatch(/^join_/)
  const agent = spawn(
    process.execPath,
    ['dist/agent/main.js', '--server', program.url, '--state', join(folder, 'site'), '--enrol', code],
    { stdio: 'ignore' },
  )
  try {
    await expect
      .poll(async () => (await (await fetch(`${program.url}/sites/north`)).text()).includes('online'), {
        timeout: 20_000,
      })
      .toBe(true)
  } finally {
    agent.kill('SIGTERM')
  }
  await page.goto(`${program.url}/secretariat`)
  expect((await page.locator('main').innerText()).match(/\d done/g), 'each of the five steps').toEqual([
    '1 done',
    '4 done',
    '1 done',
    '1 done',
    '1 done',
  ])
  expect(await (await fetch(`${program.url}/calls`)).text()).toContain('First call')
  expect(complaints()).toEqual([])
  expect(allmende(folder, ['verify', program.url])).toMatchObject({ code: 0 })
}, 120_000)
