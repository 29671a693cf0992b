import type { MessageKey, Translator } from '../../messages/index.ts'

/** The API says who has an application in English; anybody it does not know by role is a person, by name. */
const keys: Readonly<Record<string, MessageKey>> = {
  you: 'apply.with.you',
  'the rules': 'apply.with.rules',
  'a compliance officer': 'apply.with.officer',
  reviewers: 'apply.with.reviewers',
  'the panel chair': 'apply.with.chair',
  'the project': 'apply.with.project',
}

export function whoHas(t: Translator, who: string): string {
  const key = keys[who]
  return key ? t(key) : who
}
