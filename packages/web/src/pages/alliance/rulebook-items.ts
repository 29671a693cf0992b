import type { ReplyOf, routes } from '@allmende/wire'
import { formatHours, formatNumber, formatSpan, type Translator } from '../../messages/index.ts'

type Params = ReplyOf<typeof routes.getRulebook>['params']

const [minute, day] = [60_000, 86_400_000]

/** What a parameter of the rulebook is set to, in words and units. */
function detailOf(t: Translator, params: Params, key: keyof Params): string {
  switch (key) {
    case 'trialMaxAcceleratorMs':
      return formatHours(t.lang, params[key])
    case 'siteOfflineAfterMs':
      return formatSpan(t.lang, params[key])
    case 'clearanceGraceMinutes':
    case 'hitGraceMinutes':
      return formatSpan(t.lang, params[key] * minute)
    case 'listMaxAgeDays':
    case 'shareHalfLifeDays':
      return formatSpan(t.lang, params[key] * day)
    case 'screeningThreshold':
      return formatNumber(t.lang, params[key], 2)
    case 'reviewersPerApplication':
    case 'maxAttemptsPerJob':
      return formatNumber(t.lang, params[key])
    case 'enforcement':
      return t(`rulebook.enforcement.${params[key]}`)
  }
}

/** The rulebook for people: each parameter by its meaning, with its value. */
export function rulebookItems(
  t: Translator,
  params: Params,
): { readonly term: string; readonly detail: string }[] {
  return (Object.keys(params) as (keyof Params)[]).map((key) => ({
    term: t(`rulebook.${key}`),
    detail: detailOf(t, params, key),
  }))
}
