/** What script adds to pages that work without it. Strings come from the page, in its language. */

const all = (selector: string): NodeListOf<HTMLElement> => document.querySelectorAll<HTMLElement>(selector)

function field(id: string | undefined): HTMLInputElement | null {
  const found = document.getElementById(id ?? '')
  return found instanceof HTMLInputElement ? found : null
}

/** Sliders move the number field that is posted, and follow it. */
function tieSliders(): void {
  for (const slider of all('[data-slides]')) {
    const number = field(slider.dataset['slides'])
    if (!number || !(slider instanceof HTMLInputElement)) continue
    slider.hidden = false
    slider.addEventListener('input', () => {
      number.value = slider.value
      number.dispatchEvent(new Event('change', { bubbles: true }))
    })
    number.addEventListener('input', () => {
      slider.value = number.value
    })
  }
}

/** "1 day 16 hrs": the two largest units, as the server writes them. */
function words(spanMs: number): string {
  const { lang } = document.documentElement
  const locale = lang === 'ar' ? 'ar-u-nu-latn' : lang === 'en' ? 'en-GB' : lang
  const seconds = Math.floor(Math.abs(spanMs) / 1000)
  const minutes = Math.floor(seconds / 60)
  const hours = Math.floor(minutes / 60)
  const days = Math.floor(hours / 24)
  const parts: [number, string][] = [
    [days, 'day'],
    [hours % 24, 'hour'],
    [days ? 0 : minutes % 60, 'minute'],
    [hours || minutes ? 0 : seconds, 'second'],
  ]
  const said = parts
    .filter(([count]) => count)
    .slice(0, 2)
    .map(([count, unit]) =>
      new Intl.NumberFormat(locale, {
        style: 'unit',
        unit,
        unitDisplay: lang === 'ar' ? 'long' : 'short',
      }).format(count),
    )
  return new Intl.ListFormat(locale, { type: 'unit', style: 'narrow' }).format(said)
}

/** Clocks go on by themselves from the server's time of the page, so that a wrong clock at the reader's does no harm. */
function runClocks(): void {
  const tick = () => {
    for (const clock of all('[data-until],[data-since]')) {
      const { until, since, left, late } = clock.dataset
      const now = Number(clock.dataset['now']) + performance.now()
      const span = until ? Date.parse(until) - now : now - Date.parse(since ?? '')
      const text = (span < 0 && until ? late : left)?.replace('{}', words(span))
      if (text && clock.textContent !== text) clock.textContent = text
    }
  }
  if (all('[data-until],[data-since]').length) setInterval(tick, 30_000)
}

/** Asks before a form with changes is left. */
function guardForms(): void {
  let changed = false
  for (const form of all('form[data-unsaved]')) {
    form.addEventListener('change', () => {
      changed = true
    })
    form.addEventListener('submit', () => {
      changed = false
    })
  }
  addEventListener('beforeunload', (event) => {
    if (changed) event.preventDefault()
  })
}

/** The offset to go on from, or null when nothing more can come. */
async function readMore(log: HTMLElement, offset: string): Promise<string | null> {
  const address = new URL(log.dataset['tail'] ?? '', location.href)
  address.searchParams.set('offset', offset)
  address.searchParams.set('waitMs', '15000')
  const reply = await fetch(address)
  if (!reply.ok) throw new Error(String(reply.status))
  const atEnd = log.scrollTop + log.clientHeight > log.scrollHeight - 40
  // oxlint-disable-next-line no-control-regex -- terminal colours say nothing on a page
  log.append((await reply.text()).replaceAll(/\u001B\[[0-?]*[ -/]*[@-~]/g, ''))
  if (atEnd) log.scrollTop = log.scrollHeight
  return reply.headers.get('allmende-end') === 'yes' ? null : (reply.headers.get('allmende-next') ?? offset)
}

/** Output grows as the job writes; a failed fetch waits longer each time, up to a minute. */
async function follow(log: HTMLElement): Promise<void> {
  let offset: string | null = log.dataset['offset'] ?? '0'
  let pauseMs = 1000
  while (offset !== null) {
    try {
      offset = await readMore(log, offset)
      pauseMs = 1000
    } catch {
      pauseMs = Math.min(pauseMs * 2, 60_000)
    }
    const wait = pauseMs
    await new Promise((resolve) => setTimeout(resolve, wait))
  }
  const under = log.nextElementSibling
  if (under) under.textContent = log.dataset['ended'] ?? ''
}

/** Copy buttons appear where the clipboard can be written. */
function offerCopies(): void {
  if (!navigator.clipboard) return
  for (const button of all('[data-copy]')) {
    const text = button.parentElement?.querySelector('pre')?.textContent ?? ''
    const before = button.textContent
    button.hidden = false
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(text)
      button.textContent = button.dataset['copy'] ?? before
      setTimeout(() => {
        button.textContent = before
      }, 2000)
    })
  }
}

tieSliders()
runClocks()
guardForms()
offerCopies()
for (const log of all('[data-tail]')) void follow(log)
document.getElementById('errors')?.focus()
