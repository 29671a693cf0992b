import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import type { Settings } from '../settings.ts'

/** Sends one mail; throws where the mail server does not take it. */
export type Mailer = { send(mail: { to: string; subject: string; text: string }): Promise<void> }

/** Each mail as a file that only the operator can read, for an installation that has no mail server yet. */
function folderMailer(folder: string): Mailer {
  let count = 0
  return {
    async send({ to, subject, text }) {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      count += 1
      const name = `${new Date().toISOString().replaceAll(/[:.]/g, '')}-${process.pid}-${count}.txt`
      writeFileSync(join(folder, name), `To: ${to}\nSubject: ${subject}\n\n${text}`, {
        mode: 0o600,
        flag: 'wx',
      })
    },
  }
}

/** Mail through SMTP, or into the folder `mail` of the data folder where no server is configured. */
export function createMailer(settings: Pick<Settings, 'smtpUrl' | 'mailFrom' | 'dataDir'>): Mailer {
  if (!settings.smtpUrl) return folderMailer(join(settings.dataDir, 'mail'))
  const transport = createTransport(settings.smtpUrl, {
    connectionTimeout: 10_000,
    socketTimeout: 20_000,
  } as never)
  return {
    async send(mail) {
      await transport.sendMail({ from: settings.mailFrom, ...mail })
    },
  }
}
