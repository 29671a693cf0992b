import { danglingOwners } from './owners.ts'
import type { applicationInput, BodyOf, routes } from '@allmende/wire'
import type { z } from 'zod'

export type Content = z.infer<typeof applicationInput>
export type ContentChange = BodyOf<typeof routes.createApplication>['content']

/** Lays what was written over what stood there; what was not written stays. */
export function mergeContent(content: Content, change: ContentChange): Content {
  const written = Object.fromEntries(
    Object.entries(change).filter(([, value]) => value !== undefined),
  ) as Partial<Content>
  return { ...content, ...written }
}

/** An application with nothing in it: what is not stated is null, never "no". */
export const emptyContent = {
  title: '',
  summary: '',
  askedAcceleratorMs: 0,
  plan: null,
  organisation: null,
  endUse: {
    purpose: null,
    description: '',
    militaryOrIntelligence: null,
    weaponsOfMassDestruction: null,
    forOtherOrganisation: null,
  },
} satisfies Content

type Missing = { readonly field: string; readonly message: string }

/** Every field that is still missing before an application can be submitted, in the order of the form. */
export function missingFields(facts: {
  content: Content
  member: string | null
  maxAcceleratorMs: number
  team: readonly { name: string; stated: boolean }[]
}): Missing[] {
  const { content, member, maxAcceleratorMs, team } = facts
  const missing: Missing[] = []
  const need = (ok: boolean, field: string, message: string) => {
    if (!ok) missing.push({ field, message })
  }
  const hours = (ms: number) => (ms / 3_600_000).toLocaleString('en', { maximumFractionDigits: 1 })
  need(content.title !== '', 'title', 'The title is missing.')
  need(content.summary !== '', 'summary', 'What you will do is missing.')
  need(member !== null, 'member', 'The member through which you apply is missing.')
  need(
    content.askedAcceleratorMs > 0,
    'askedAcceleratorMs',
    'How many accelerator-hours you ask for is missing.',
  )
  need(
    content.askedAcceleratorMs <= maxAcceleratorMs,
    'askedAcceleratorMs',
    `You ask for ${hours(content.askedAcceleratorMs)} accelerator-hours; this call gives ${hours(maxAcceleratorMs)} at most.`,
  )
  need(content.organisation !== null, 'organisation', 'Your organisation is missing.')
  need(
    content.organisation === null || danglingOwners(content.organisation).length === 0,
    'organisation.owners',
    'An owner is said to own part of somebody who is not named as an owner.',
  )
  need(content.endUse.purpose !== null, 'endUse.purpose', 'The purpose is missing.')
  need(content.endUse.description !== '', 'endUse.description', 'How the results will be used is missing.')
  for (const person of team) need(person.stated, 'team', `${person.name} has not yet stated what law needs.`)
  return missing
}
