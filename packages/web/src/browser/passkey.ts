import { startAuthentication, startRegistration } from '@simplewebauthn/browser'

/** Passkeys need script: the boxes stay hidden without it, and the e-mail link does the same. */
type Box = {
  /** Where the browser's options come from, and where its answer goes. */
  readonly begin: string
  readonly finish: string
  readonly next?: string
  readonly failed: string
  readonly add?: boolean
}

async function post(path: string, body: unknown): Promise<Response> {
  return fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
}

async function use(box: Box): Promise<string> {
  const started = (await (await post(box.begin, {})).json()) as { attempt: string; options: never }
  const response = box.add
    ? await startRegistration({ optionsJSON: started.options })
    : await startAuthentication({ optionsJSON: started.options })
  const finished = await post(box.finish, { attempt: started.attempt, response, next: box.next })
  if (!finished.ok) throw new Error(`HTTP ${finished.status}`)
  return ((await finished.json()) as { next: string }).next
}

/** A passkey belongs to a name; browsers make none for a bare address (Web Authentication, level 3, §5.1.3). */
const isNamed = !/^[\d.]+$|^\[/.test(location.hostname)

if (typeof PublicKeyCredential === 'function' && isNamed) {
  for (const element of document.querySelectorAll<HTMLElement>('[data-passkey]')) {
    const box = JSON.parse(element.dataset.passkey ?? '{}') as Box
    element.hidden = false
    element.querySelector('button')?.addEventListener('click', () => {
      use(box).then(
        (next) => location.assign(next),
        () => {
          const output = element.querySelector('output')
          if (output) output.textContent = box.failed
        },
      )
    })
  }
}
