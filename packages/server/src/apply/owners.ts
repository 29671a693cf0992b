import type { Context } from '../context.ts'
import { newId } from '../http/ids.ts'
import type { Content } from './content.ts'
import { insertParty, type PartyRow } from './store.ts'

/** What an owner holds of another party of its application, as stated or as a register has it. */
export type StatedHolding = {
  /** The party that is owned. */
  readonly of: string
  /** Percent; null where it is not known. */
  readonly share: number | null
  readonly controls: boolean
  readonly source: string
}

/** Whether a party only owns part of one that takes part. */
export const isOwner = (party: Pick<PartyRow, 'holding'>): boolean => party.holding !== null

type Organisation = NonNullable<Content['organisation']>

/** Owners whose `of` names nobody, as the form shows them: by their place in the list. */
export function danglingOwners({ owners }: Organisation): number[] {
  return owners.flatMap(({ of }, at) =>
    of === null || owners.some((owner, other) => other !== at && owner.name === of) ? [] : [at],
  )
}

/** Every owner becomes a party that is screened; what it holds is kept with it. */
export async function insertOwners(
  ctx: Context,
  application: string,
  organisationParty: string,
  organisation: Organisation,
): Promise<void> {
  const rows = organisation.owners.map((owner) => ({ owner, id: newId(ctx.now()) }))
  for (const { owner, id } of rows) {
    const target = rows.find((one) => one.id !== id && one.owner.name === owner.of)
    const holding: StatedHolding = {
      of: target?.id ?? organisationParty,
      share: owner.share,
      controls: owner.controls,
      source: 'stated by the applicant',
    }
    await insertParty(ctx, {
      id,
      application,
      kind: owner.kind,
      name: owner.name,
      aliases: [],
      nationalities: [],
      residence: owner.country,
      version: 1,
      holding: [holding],
    })
  }
}
