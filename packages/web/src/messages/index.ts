import enBook from './en/book.json' with { type: 'json' }
import deBook from './de/book.json' with { type: 'json' }
import arBook from './ar/book.json' with { type: 'json' }
import enClear from './en/clear.json' with { type: 'json' }
import enHeld from './en/held.json' with { type: 'json' }
import enReview from './en/review.json' with { type: 'json' }
import enAward from './en/award.json' with { type: 'json' }
import enJobs from './en/jobs.json' with { type: 'json' }
import enSites from './en/sites.json' with { type: 'json' }
import deClear from './de/clear.json' with { type: 'json' }
import deHeld from './de/held.json' with { type: 'json' }
import deReview from './de/review.json' with { type: 'json' }
import deAward from './de/award.json' with { type: 'json' }
import deJobs from './de/jobs.json' with { type: 'json' }
import deSites from './de/sites.json' with { type: 'json' }
import arClear from './ar/clear.json' with { type: 'json' }
import arReview from './ar/review.json' with { type: 'json' }
import arAward from './ar/award.json' with { type: 'json' }
import arJobs from './ar/jobs.json' with { type: 'json' }
import arSites from './ar/sites.json' with { type: 'json' }
import arChain from './ar/chain.json' with { type: 'json' }
import arError from './ar/error.json' with { type: 'json' }
import arForm from './ar/form.json' with { type: 'json' }
import arReason from './ar/reason.json' with { type: 'json' }
import arShell from './ar/shell.json' with { type: 'json' }
import arSignIn from './ar/signIn.json' with { type: 'json' }
import arAccount from './ar/account.json' with { type: 'json' }
import arPlan from './ar/plan.json' with { type: 'json' }
import arRecord from './ar/record.json' with { type: 'json' }
import arAlliance from './ar/alliance.json' with { type: 'json' }
import arAbout from './ar/about.json' with { type: 'json' }
import arFront from './ar/front.json' with { type: 'json' }
import arApply from './ar/apply.json' with { type: 'json' }
import arTable from './ar/table.json' with { type: 'json' }
import deChain from './de/chain.json' with { type: 'json' }
import deError from './de/error.json' with { type: 'json' }
import deForm from './de/form.json' with { type: 'json' }
import deReason from './de/reason.json' with { type: 'json' }
import deShell from './de/shell.json' with { type: 'json' }
import deSignIn from './de/signIn.json' with { type: 'json' }
import deAccount from './de/account.json' with { type: 'json' }
import dePlan from './de/plan.json' with { type: 'json' }
import deRecord from './de/record.json' with { type: 'json' }
import deAlliance from './de/alliance.json' with { type: 'json' }
import deAbout from './de/about.json' with { type: 'json' }
import deFront from './de/front.json' with { type: 'json' }
import deApply from './de/apply.json' with { type: 'json' }
import deTable from './de/table.json' with { type: 'json' }
import enChain from './en/chain.json' with { type: 'json' }
import enError from './en/error.json' with { type: 'json' }
import enForm from './en/form.json' with { type: 'json' }
import enReason from './en/reason.json' with { type: 'json' }
import enShell from './en/shell.json' with { type: 'json' }
import enSignIn from './en/signIn.json' with { type: 'json' }
import enAccount from './en/account.json' with { type: 'json' }
import enPlan from './en/plan.json' with { type: 'json' }
import enRecord from './en/record.json' with { type: 'json' }
import enAlliance from './en/alliance.json' with { type: 'json' }
import enAbout from './en/about.json' with { type: 'json' }
import enFront from './en/front.json' with { type: 'json' }
import enApply from './en/apply.json' with { type: 'json' }
import enTable from './en/table.json' with { type: 'json' }
import { createTranslators } from './translator.ts'

// A room adds three files (en, de, ar) and one import and one spread for each. Keys are `room.key`.
const en = {
  ...enShell,
  ...enChain,
  ...enReason,
  ...enForm,
  ...enTable,
  ...enError,
  ...enSignIn,
  ...enAccount,
  ...enPlan,
  ...enRecord,
  ...enAlliance,
  ...enAbout,
  ...enFront,
  ...enApply,
  ...enSites,
  ...enJobs,
  ...enAward,
  ...enReview,
  ...enClear,
  ...enHeld,
  ...enBook,
}
const de = {
  ...deShell,
  ...deChain,
  ...deReason,
  ...deForm,
  ...deTable,
  ...deError,
  ...deSignIn,
  ...deAccount,
  ...dePlan,
  ...deRecord,
  ...deAlliance,
  ...deAbout,
  ...deFront,
  ...deApply,
  ...deSites,
  ...deJobs,
  ...deAward,
  ...deReview,
  ...deClear,
  ...deHeld,
  ...deBook,
}
const ar = {
  ...arShell,
  ...arChain,
  ...arReason,
  ...arForm,
  ...arTable,
  ...arError,
  ...arSignIn,
  ...arAccount,
  ...arPlan,
  ...arRecord,
  ...arAlliance,
  ...arAbout,
  ...arFront,
  ...arApply,
  ...arSites,
  ...arJobs,
  ...arAward,
  ...arReview,
  ...arClear,
  ...arBook,
}

/** Rooms that have every key in Arabic. Elsewhere a missing Arabic key shows the English text. */
export const roomsCompleteInArabic = [
  'shell',
  'nav',
  'chain',
  'clock',
  'outcome',
  'law',
  'reason',
  'settles',
  'evidence',
  'proof',
  'form',
  'steps',
  'confirm',
  'table',
  'pager',
  'chart',
  'map',
  'log',
  'code',
  'progress',
  'tag',
  'error',
  'front',
  'apply',
] as const

export type MessageKey = keyof typeof en
type ArabicKey = Extract<MessageKey, `${(typeof roomsCompleteInArabic)[number]}.${string}`>
type Catalogues = {
  readonly en: Readonly<Record<MessageKey, string>>
  readonly de: Readonly<Record<MessageKey, string>>
  readonly ar: Readonly<Record<ArabicKey, string> & Partial<Record<MessageKey, string>>>
}

/** Every text on screen, by language. The compiler refuses a German or a promised Arabic key that is missing. */
export const catalogues: Catalogues = { en, de, ar }

/** `t(key, values)` for a language; built once and shared. See `Translator`. */
export const translator = createTranslators<MessageKey>(catalogues)

export type Translator = ReturnType<typeof translator>

export * from './format.ts'
export { askIn, sayIn, type Said } from './said/index.ts'
export { refusalIn } from './said/refusals/index.ts'
export { lawIn, letterIn } from './said/law/index.ts'
export { directionOf, isLanguage, languages, languageNames } from './languages.ts'
export type { Language } from './languages.ts'
export type { MessageValue } from './translator.ts'
