import { timingSafeEqual } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Context } from '../context.ts'
import { hashSecret, newSecret } from '../http/ids.ts'

const pathOf = (ctx: Context) => join(ctx.settings.dataDir, 'setup-code')

/** The code that proves who runs this server; the same until the alliance is founded. */
export async function setupCode(ctx: Context): Promise<string> {
  const path = pathOf(ctx)
  if (!existsSync(path)) {
    mkdirSync(ctx.settings.dataDir, { recursive: true, mode: 0o700 })
    writeFileSync(path, newSecret('setup'), { mode: 0o600, flag: 'wx' })
  }
  return readFileSync(path, 'utf8').trim()
}

export async function isSetupCode(ctx: Context, given: string): Promise<boolean> {
  const expected = hashSecret(await setupCode(ctx))
  return timingSafeEqual(Buffer.from(expected), Buffer.from(hashSecret(given.trim())))
}

export function dropSetupCode(ctx: Context): void {
  rmSync(pathOf(ctx), { force: true })
}
