import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createMailer } from '../outside/mail.ts'
import { authenticate, queueMail } from '../people/index.ts'
import { startRig, type Rig } from '../testing/rig.ts'
import { sendDueMail } from './mail.ts'

let rig: Rig
let server: SMTPServer
let refuse = false
const received: string[] = []
let port = 0

beforeAll(async () => {
  rig = await startRig({ rooms: [], authenticate, partial: true })
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      let text = ''
      stream.on('data', (chunk: Buffer) => (text += chunk.toString()))
      stream.on('end', () => {
        if (refuse) return done(Object.assign(new Error('try later'), { responseCode: 451 }))
        received.push(text)
        done()
      })
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  port = (server.server.address() as { port: number }).port
})
afterAll(async () => {
  await new Promise<void>((resolve) => server.close(() => resolve()))
  await rig.close()
})

test('mail in the outbox reaches a real mail server, once, and a refused one is tried again later', async () => {
  const mailer = createMailer({
    smtpUrl: `smtp://127.0.0.1:${port}`,
    mailFrom: 'office@lakes.example',
    dataDir: rig.ctx.settings.dataDir,
  })
  await queueMail(rig.ctx, { to: 'lead@lakes.example', subject: 'Sign in', text: 'Open this link.' })
  refuse = true
  expect(await sendDueMail(rig.ctx, mailer)).toBe(true)
  expect(received).toHaveLength(0)
  refuse = false
  expect(await sendDueMail(rig.ctx, mailer)).toBe(false)
  rig.clock.advance(3_600_000)
  expect(await sendDueMail(rig.ctx, mailer)).toBe(true)
  expect(received).toHaveLength(1)
  expect(received[0]).toContain('To: lead@lakes.example')
  rig.clock.advance(3_600_000)
  expect(await sendDueMail(rig.ctx, mailer)).toBe(false)
})

test('without a mail server each mail is a file that its operator alone can read, once', async () => {
  const { dataDir } = rig.ctx.settings
  const mailer = createMailer({ smtpUrl: null, mailFrom: 'office@lakes.example', dataDir })
  await queueMail(rig.ctx, { to: 'lead@lakes.example', subject: 'Sign in', text: 'Open this link.' })
  expect(await sendDueMail(rig.ctx, mailer)).toBe(true)
  expect(await sendDueMail(rig.ctx, mailer)).toBe(false)
  const [file, ...others] = readdirSync(join(dataDir, 'mail'))
  expect(others).toEqual([])
  const path = join(dataDir, 'mail', file ?? '')
  expect(readFileSync(path, 'utf8')).toBe('To: lead@lakes.example\nSubject: Sign in\n\nOpen this link.')
  expect(statSync(path).mode & 0o777).toBe(0o600)
})
