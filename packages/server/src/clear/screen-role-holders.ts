import type { Rulebook } from '../alliance/index.ts'
import { hasStated } from '../apply/index.ts'
import type { Context } from '../context.ts'
import { holdLock } from '../db/locks.ts'
import { newId } from '../http/ids.ts'
import { ownStatementPage } from '../http/policy.ts'
import { queueMail } from '../people/index.ts'
import { append } from '../record/index.ts'
import { isBinding } from './owners.ts'
import { isScreened, screenParties, thresholdsOf, type Pending } from './screen-parties.ts'
import { nameProblem } from './screener.ts'
import {
  insertRoleHolder,
  loadRoleHolders,
  lockParties,
  saveRoleHolder,
  setHeld,
  type RoleHolder,
} from './store-role-holders.ts'
import { loadHits, loadLastScreenings, type HitRow, type ListRow, type ScreeningRow } from './store.ts'

type Held = RoleHolder['person']['held']

/** Who has stated nothing yet is screened by the name of their account. */
const nameOf = ({ person, party }: RoleHolder) => (party && hasStated(party) ? party.name : person.name)

const isInLine = (holder: RoleHolder): boolean =>
  holder.party !== null &&
  holder.party.name === nameOf(holder) &&
  (holder.party.leftAt === null) === holder.holdsRole

function heldBy(holder: RoleHolder, hits: readonly HitRow[]): Held {
  if (!holder.holdsRole) return null
  const own = hits.filter((hit) => hit.party === holder.party?.id && isBinding(hit))
  if (own.some((hit) => hit.state === 'confirmed')) return 'confirmed-hit'
  return holder.restsWhileOpen && own.some((hit) => hit.state === 'open') ? 'open-hit' : null
}

type Standing = {
  readonly holders: readonly RoleHolder[]
  readonly hits: readonly HitRow[]
  readonly last: ReadonlyMap<string, ScreeningRow>
}

async function loadStanding(ctx: Context): Promise<Standing> {
  const holders = await loadRoleHolders(ctx)
  const parties = holders.flatMap(({ party }) => party ?? [])
  const hits = await loadHits(
    ctx,
    parties.map(({ id }) => id),
  )
  return { holders, hits, last: await loadLastScreenings(ctx, parties) }
}

/** Brings the parties of role holders in line with who holds a role now, and under which name. */
async function sync(ctx: Context, holders: readonly RoleHolder[]): Promise<void> {
  for (const holder of holders.filter((one) => !isInLine(one))) {
    const { person, party, holdsRole } = holder
    if (!party) await insertRoleHolder(ctx, newId(ctx.now()), person.id, person.name)
    else
      await saveRoleHolder(ctx, party.id, {
        leftAt: holdsRole ? null : (party.leftAt ?? ctx.now()),
        ...(party.name === nameOf(holder)
          ? {}
          : { name: nameOf(holder), version: party.version + 1, erasedAt: null }),
      })
  }
}

const words: Readonly<Record<'open-hit' | 'confirmed-hit' | 'released', { subject: string; text: string }>> =
  {
    'open-hit': {
      subject: 'A role of yours rests',
      text: 'A screening list names somebody who may resemble you, which happens to many. Until a compliance officer has looked, roles at a site or of a member rest; you need do nothing. What you state for yourself tells you apart:',
    },
    'confirmed-hit': {
      subject: 'Your roles rest',
      text: 'A compliance officer decided that a screening list names you; your roles rest. If that is a mistake, write to the secretariat, and look at what you stated:',
    },
    released: {
      subject: 'Your roles hold again',
      text: 'Nothing on a screening list is in the way of your roles any more. What you stated:',
    },
  }

/** Keeps roles from holding, or lets them hold again, where hits say something else than before; the person is told. */
async function settle(ctx: Context, { holders, hits }: Standing): Promise<Pending[]> {
  const pending: Pending[] = []
  for (const holder of holders) {
    const { person } = holder
    const held = heldBy(holder, hits)
    if (held === person.held) continue
    await setHeld(ctx, person.id, held)
    const { subject, text } = words[held ?? 'released']
    // Whoever holds no role any more has nothing to be told.
    if (holder.holdsRole)
      await queueMail(ctx, {
        to: person.email,
        subject,
        text: `${text}\n\n${ctx.settings.publicUrl}${ownStatementPage}\n`,
      })
    pending.push(() =>
      held === null
        ? append(ctx, 'roles.released', [], (hide) => ({ person: hide('person', person.id) }))
        : append(ctx, 'roles.held', [], (hide) => ({ person: hide('person', person.id), why: held })),
    )
  }
  return pending
}

function isDue(
  { holders, hits, last }: Standing,
  lists: readonly ListRow[] | null,
  rulebook: Rulebook,
): boolean {
  return holders.some(
    (holder) =>
      !isInLine(holder) ||
      heldBy(holder, hits) !== holder.person.held ||
      (lists !== null &&
        holder.holdsRole &&
        holder.party !== null &&
        nameProblem(holder.party.name) === null &&
        !isScreened(holder.party, last.get(holder.party.id), lists, thresholdsOf(rulebook))),
  )
}

/**
 * Screens everybody who holds a role outside of teams, as they join and again on every change, and keeps their roles
 * from holding while a hit says so. Whoever holds no role any more is screened no longer.
 * @param lists null where they are missing or too old: then nobody is screened, and what stood stands
 * @returns entries to append at the end
 */
export async function screenRoleHolders(
  ctx: Context,
  lists: readonly ListRow[] | null,
  rulebook: Rulebook,
): Promise<Pending[]> {
  if (!isDue(await loadStanding(ctx), lists, rulebook)) return []
  await holdLock(ctx, 'role-holders')
  await sync(ctx, await loadRoleHolders(ctx))
  const present = (await loadRoleHolders(ctx)).flatMap(({ party, holdsRole }) =>
    party && holdsRole ? [party] : [],
  )
  await lockParties(
    ctx,
    present.map(({ id }) => id),
  )
  const screened =
    lists === null
      ? []
      : (await screenParties(ctx, { application: null, site: null }, present, lists, rulebook)).pending
  return [...screened, ...(await settle(ctx, await loadStanding(ctx)))]
}
