import { isThresholdKey, rulebookKeys, type ReplyOf, type RulebookKey, type routes } from '@allmende/wire'
import { formatHours, formatNumber, formatSpan, type Translator } from '../../messages/index.ts'

type Book = ReplyOf<typeof routes.getRulebook>
type Params = Book['params']

const [minute, day] = [60_000, 86_400_000]

/** What a parameter of the rulebook is set to, in words and units. */
export function rulebookDetail(t: Translator, params: Params, key: RulebookKey): string {
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
    case 'retentionDays':
      return formatSpan(t.lang, params[key] * day)
    case 'joiningThreshold':
    case 'batchThreshold':
    case 'siteThreshold':
      return formatNumber(t.lang, params[key], 2)
    case 'reviewersPerApplication':
    case 'maxAttemptsPerJob':
      return formatNumber(t.lang, params[key])
    case 'enforcement':
      return t(`rulebook.enforcement.${params[key]}`)
    case 'listEffects':
      return (
        Object.entries(params[key])
          .map(([list, effect]) => `${list}: ${t(`rulebook.effect.${effect}`)}`)
          .join('; ') || t('rulebook.asByDefault')
      )
    case 'hitFourEyes':
      return params[key].join('; ') || t('rulebook.noList')
  }
}

/** Beside a threshold: how many who are on no list it is expected to show. */
function withExpected(t: Translator, book: Book, key: RulebookKey, detail: string): string {
  if (!isThresholdKey(key)) return detail
  const share = book.expectedFalsePositives[key]
  return share === null
    ? detail
    : `${detail} · ${t('rulebook.expected', { share: formatNumber(t.lang, share * 100, 2) })}`
}

/** The rulebook for people: each parameter by its meaning, with its value. */
export function rulebookItems(
  t: Translator,
  book: Book,
): { readonly term: string; readonly detail: string }[] {
  return rulebookKeys.map((key) => ({
    term: t(`rulebook.${key}`),
    detail: withExpected(t, book, key, rulebookDetail(t, book.params, key)),
  }))
}
