import { existsSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'

/** Chromium from the system where there is one, else the one from npm (x64). */
export async function openBrowser(): Promise<Browser> {
  const args = ['--no-sandbox', '--headless=shell', '--disable-gpu']
  const system = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
    existsSync(path),
  )
  if (system) return chromium.launch({ executablePath: system, args })
  // The package unpacks its own libraries only where it believes to run in a function of that service.
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs22.x'
  const { default: packaged } = await import('@sparticuz/chromium')
  return chromium.launch({ executablePath: await packaged.executablePath(), args })
}

type Mail = { readonly to: string; readonly text: string }

async function linkFor(base: string, email: string): Promise<string> {
  const { items } = (await (await fetch(`${base}/api/v1/demo/mail`)).json()) as { items: Mail[] }
  const mail = items.find((m) => m.to === email && m.text.includes('token='))
  const link = /https?:\/\/[^/\s]+(\/\S+token=[\w-]+)/.exec(mail?.text ?? '')?.[1]
  if (!link) throw new Error(`No sign-in link for ${email} on the mail page of the demo.`)
  return link
}

/** Signs in as a person would: form, mail, button. */
export async function signInAs(page: Page, base: string, email: string): Promise<void> {
  await page.goto(`${base}/sign-in`)
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('E-mail address').press('Enter')
  await page.locator('main .notice').waitFor()
  await page.goto(`${base}${await linkFor(base, email)}`)
  await page.locator('main form button').click()
  await page.getByRole('button', { name: 'Sign out' }).waitFor()
}

/** What the browser complained about, since the page was opened or last asked. */
export function complaintsOf(page: Page): () => string[] {
  let complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  // A page that is left ends the requests it had under way.
  page.on('requestfailed', (request) => {
    if (request.failure()?.errorText !== 'net::ERR_ABORTED')
      complaints.push(`${request.url()} ${request.failure()?.errorText}`)
  })
  return () => {
    const said = complaints
    complaints = []
    return said
  }
}

/** Rules of WCAG 2.2 AA and of good practice that the page breaks, with the first element of each. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  return violations.map((v) => `${v.id} (${v.nodes.length}): ${v.nodes[0]?.html.slice(0, 200)}`)
}

/** Pixels of width the page needs beyond the window. */
export function overflowOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
}

/** Texts that show a fault of ours: a message key, or a value that is none. */
export async function slipsIn(page: Page): Promise<string[]> {
  // Logs and preformatted text are other people's words.
  const text = await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const parts: string[] = []
    while (walker.nextNode())
      if (!walker.currentNode.parentElement?.closest('pre, code, script, style'))
        parts.push(walker.currentNode.textContent ?? '')
    return parts.join(' ')
  })
  return [
    ...(text.match(
      /\b(?:about|account|alliance|apply|award|chain|clear|error|form|found|front|jobs|nav|plan|record|review|secretariat|shell|signIn|sites|table)\.[a-z]\w*/g,
    ) ?? []),
    ...(text.match(/\bundefined\b|\bNaN\b|\[object |Invalid Date/g) ?? []),
  ]
}

export type { Browser, BrowserContext, Page }
