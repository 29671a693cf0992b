import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  accessibilityFaults,
  complaintsOf,
  openBrowser,
  overflowOf,
  signInAs,
  slipsIn,
  type Browser,
  type Page,
} from './browser.ts'
import { freePort, startProgram, type Program } from './program.ts'

let folder: string
let program: Program
let browser: Browser
/** Where screenshots go, when somebody wants to look: ALLMENDE_SHOTS=folder. */
const shots = process.env.ALLMENDE_SHOTS

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'allmende-browser-'))
  if (shots) mkdirSync(shots, { recursive: true })
  program = startProgram(join(folder, 'data'), await freePort())
  ;[browser] = await Promise.all([openBrowser(), program.until(/Stop with Ctrl-C/, 150)])
}, 180_000)
afterAll(async () => {
  await browser.close()
  await program.kill('SIGTERM')
  rmSync(folder, { recursive: true, force: true })
}, 30_000)

/** One page of each kind: ids in addresses do not make a page another. */
function kindOf(path: string): string {
  return path
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')
    .replace(/\/(projects|sites|members|log-book|calls)\/[^/?]+/, '/$1/:id')
    .replace(/\?.*/, '')
}

async function lookAt(page: Page, name: string): Promise<void> {
  if (!shots) return
  for (const scheme of ['light', 'dark'] as const)
    for (const width of [1280, 320]) {
      await page.emulateMedia({ colorScheme: scheme })
      await page.setViewportSize({ width, height: 800 })
      await page.screenshot({ path: join(shots, `${name}-${scheme}-${width}.png`), fullPage: true })
    }
}

/** Everything that is wrong with the page that is open, in both schemes and at both widths. */
async function faultsOf(page: Page, complaints: () => string[]): Promise<string[]> {
  const faults = [...complaints(), ...(await slipsIn(page)), ...(await accessibilityFaults(page))]
  await page.emulateMedia({ colorScheme: 'dark' })
  faults.push(...(await accessibilityFaults(page)).map((fault) => `dark: ${fault}`))
  await page.setViewportSize({ width: 320, height: 800 })
  const over = await overflowOf(page)
  if (over > 0) faults.push(`${over} px wider than a window of 320 px`)
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.emulateMedia({ colorScheme: 'light' })
  return faults
}

const roles: readonly (readonly [string, string | null, readonly string[], number])[] = [
  [
    'a guest',
    null,
    [
      '/',
      '/calls',
      '/plan',
      '/members',
      '/sites',
      '/rules',
      '/log-book',
      '/log-book/3',
      '/sign-in',
      '/demo/mail',
      '/open-data',
      '/accessibility',
      '/gallery',
      '/api/v1/docs',
    ],
    13,
  ],
  [
    'an applicant',
    'lead@riftlakes.example',
    ['/applications', '/calls', '/projects', '/jobs', '/jobs/new', '/account'],
    9,
  ],
  [
    'an officer',
    'officer@riverbend.example',
    ['/clear', '/rules/affected?asOf=2027-06-01', '/screen', '/applications'],
    5,
  ],
  ['a reviewer', 'reviewer.one@riverbend.example', ['/reviews'], 2],
  ['a panel chair', 'chair@riverbend.example', ['/panel', '/projects'], 3],
  [
    'a site operator',
    'operator@saaletal.example',
    ['/sites/jena', '/sites/jena/policy', '/sites/jena/standing', '/account/statement'],
    4,
  ],
  [
    'the secretariat',
    'secretariat@riverbend.example',
    [
      '/secretariat',
      '/secretariat/members',
      '/secretariat/members/ke',
      '/secretariat/people',
      '/secretariat/sites',
      '/secretariat/lists',
      '/secretariat/calls',
      '/secretariat/calls/languages',
      '/secretariat/rulebook',
    ],
    6,
  ],
]

describe('every page in a real browser: no fault of accessibility, no complaint, no overflow at 320 px', () => {
  test.each(roles)(
    'as %s',
    async (who, email, starts, atLeast) => {
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' })
      const page = await context.newPage()
      const complaints = complaintsOf(page)
      if (email) await signInAs(page, program.url, email)
      const queue = [...starts]
      const seen = new Set<string>()
      const faults: string[] = []
      for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
        const kind = kindOf(path)
        if (seen.has(kind)) continue
        seen.add(kind)
        complaints()
        const response = await page.goto(program.url + path)
        if (response?.status() !== 200) faults.push(`${kind}: answered ${response?.status()}`)
        faults.push(...(await faultsOf(page, complaints)).map((fault) => `${kind}: ${fault}`))
        await lookAt(page, `${who}${kind}`.replaceAll(/[^\w]+/g, '-'))
        const links = await page
          .locator('main a[href^="/"]')
          .evaluateAll((all) => all.map((a) => a.getAttribute('href') ?? ''))
        queue.push(
          ...links
            .map((l) => l.split('#')[0] ?? '')
            .filter((l) => l && !/\/outputs|\.csv|^\/account\/data|^\/log\/|^\/api\/|^\/language/.test(l)),
        )
      }
      expect(faults).toEqual([])
      expect(seen.size).toBeGreaterThanOrEqual(atLeast)
      await context.close()
    },
    240_000,
  )

  test('in Arabic the front page and the application read from right to left, without a fault', async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'ar' })
    const page = await context.newPage()
    const complaints = complaintsOf(page)
    const faults: string[] = []
    for (const path of ['/', '/calls', '/plan', '/sign-in']) {
      await page.goto(program.url + path)
      expect(await page.locator('html').getAttribute('dir')).toBe('rtl')
      faults.push(...(await faultsOf(page, complaints)).map((fault) => `${path}: ${fault}`))
      await lookAt(page, `arabic${path.replaceAll('/', '-')}`)
    }
    expect(faults).toEqual([])
    await context.close()
  }, 120_000)
})

describe('with the keyboard alone', () => {
  test('"skip to content" comes first, is seen when it has focus, and leads to the content', async () => {
    const page = await browser.newPage()
    await page.goto(program.url)
    await page.keyboard.press('Tab')
    const first = page.locator(':focus')
    expect(await first.textContent()).toBe('Skip to content')
    expect((await first.boundingBox())?.y).toBeGreaterThanOrEqual(0)
    await page.keyboard.press('Tab')
    expect(await page.locator(':focus').textContent()).toBe('Skip to navigation')
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('content')
    await page.close()
  })

  test('a plan is estimated and taken to a call, and focus is always to be seen', async () => {
    const page = await browser.newPage()
    await page.goto(`${program.url}/plan`)
    const reached = new Set<string>()
    for (let step = 0; step < 60; step += 1) {
      await page.keyboard.press('Tab')
      const focused = await page.evaluate(() => {
        const element = document.activeElement
        if (!element || element === document.body) return null
        const style = getComputedStyle(element)
        return {
          name: element.getAttribute('name') ?? element.textContent?.trim() ?? '',
          seen: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
        }
      })
      if (!focused) break
      reached.add(focused.name)
      expect(focused.seen, focused.name).toBe(true)
    }
    for (const name of ['parameters', 'tokens', 'accelerator', 'accelerators'])
      expect([...reached]).toContain(name)
    await page.close()
  })
})
