import { isDeepStrictEqual } from 'node:util'
import { expectedFalsePositives, mayHave } from '@allmende/domain/screening'
import { rulebookKeys, type BodyOf, type routes } from '@allmende/wire'
import type { Context } from '../context.ts'
import { Refusal } from '../http/problems.ts'
import { append } from '../record/index.ts'
import { insertRulebook, loadRulebook, type Rulebook } from './store.ts'

export function describeRulebook({ version, adoptedAt, ...params }: Rulebook) {
  return {
    version,
    adoptedAt: adoptedAt.toISOString(),
    params,
    expectedFalsePositives: {
      joiningThreshold: expectedFalsePositives(params.joiningThreshold),
      batchThreshold: expectedFalsePositives(params.batchThreshold),
      siteThreshold: expectedFalsePositives(params.siteThreshold),
    },
  }
}

/** Each version with what it set otherwise than the one before it; they come with the newest first. */
export function describeVersions(books: readonly Rulebook[]) {
  return books.map((book, at) => {
    const before = books[at + 1]
    return {
      version: book.version,
      adoptedAt: book.adoptedAt.toISOString(),
      changed: rulebookKeys.flatMap((key) =>
        before === undefined || isDeepStrictEqual(before[key], book[key])
          ? []
          : [{ key, before: before[key], after: book[key] }],
      ),
    }
  })
}

type Ask = BodyOf<typeof routes.adoptRulebook>

/** A list that binds by law cannot be made to inform only. */
function demandBinding(effects: Ask['params']['listEffects']): void {
  for (const [key, effect] of Object.entries(effects ?? {})) {
    if (!mayHave(key, effect))
      throw new Refusal(
        'alliance.rulebook',
        `The list "${key}" binds by law, so a hit on it is at least held.`,
        {
          remedy: 'Let it hold or block.',
          fields: [{ field: 'params.listEffects', message: `"${key}" binds by law: let it hold or block.` }],
        },
      )
  }
}

/**
 * Puts a new version of the rulebook in force; what it does not name stays as it was. Everything that it decides is
 * looked at again: cases, projects and what runs. Of two who adopt at once the second is told.
 *
 * @throws {Refusal} alliance.rulebook, alliance.rulebook-changed
 */
export async function adoptRulebook(ctx: Context, { replaces, params }: Ask): Promise<Rulebook> {
  const { version, adoptedAt: _, ...stands } = await loadRulebook(ctx)
  demandBinding(params.listEffects)
  const written = Object.fromEntries(Object.entries(params).filter(([, value]) => value !== undefined))
  const next = { ...stands, ...written }
  const changed = () =>
    new Refusal('alliance.rulebook-changed', `Version ${version} of the rulebook is in force by now.`, {
      remedy: 'Read it, and adopt your change on it.',
    })
  if (version !== replaces) throw changed()
  if (isDeepStrictEqual(next, stands))
    throw new Refusal('alliance.rulebook', 'This says what the rulebook says already.', {
      remedy: 'Change a value first.',
    })
  const adoptedAt = ctx.now()
  if (!(await insertRulebook(ctx, { version: version + 1, params: next, adoptedAt }))) throw changed()
  await append(ctx, 'rulebook.adopted', ['alliance'], () => ({ version: version + 1, params: { ...next } }))
  for (const timer of ['chain', 'place', 'law'] as const) ctx.nudge(timer)
  return { ...next, version: version + 1, adoptedAt }
}
