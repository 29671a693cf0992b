import type { Context } from '../context.ts'
import { Refusal } from '../http/problems.ts'
import { append, startLog } from '../record/index.ts'
import { dropSetupCode } from './setup-code.ts'
import { defaultRulebook, insertFounding } from './store.ts'

/** The demo ships an old sample of a list, and says so; anywhere else a list that old makes screening fail closed. */
const demoListMaxAgeDays = 36_500

/** Founds the alliance of an empty installation and starts its log. Only one caller can. */
export async function foundAlliance(ctx: Context, request: { name: string; demo: boolean }): Promise<void> {
  await ctx.db.transaction(async () => {
    const params = request.demo ? { ...defaultRulebook, listMaxAgeDays: demoListMaxAgeDays } : defaultRulebook
    const { host } = new URL(ctx.settings.publicUrl)
    // Every checkpoint, and so every proof of an entry, names the origin: records of a demo say that they are of one.
    const logOrigin = request.demo ? `demo.${host}/log` : `${host}/log`
    const founded = await insertFounding(
      ctx,
      { id: 1, name: request.name, demo: request.demo, logOrigin, foundedAt: ctx.now() },
      params,
    )
    if (!founded)
      throw new Refusal('alliance.already-founded', 'This installation has an alliance already.', {
        remedy: 'Start another installation with another data folder.',
      })
    await startLog(ctx)
    await append(ctx, 'alliance.founded', ['alliance'], () => ({ name: request.name, demo: request.demo }))
    await append(ctx, 'rulebook.adopted', ['alliance'], () => ({ version: 1, params: { ...params } }))
    ctx.db.afterCommit(() => dropSetupCode(ctx))
  })
}
