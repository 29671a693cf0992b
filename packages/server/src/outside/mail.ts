import { createTransport } from 'nodemailer'
import type { Settings } from '../settings.ts'

/** Sends one mail; throws where the mail server does not take it. */
export type Mailer = { send(mail: { to: string; subject: string; text: string }): Promise<void> }

/** Mail through SMTP; null where no server is configured, and mail then waits in the outbox. */
export function createMailer(settings: Pick<Settings, 'smtpUrl' | 'mailFrom'>): Mailer | null {
  if (!settings.smtpUrl) return null
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
