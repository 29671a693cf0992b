import type { Child } from 'hono/jsx'
import { errorAt, ErrorSummary, type FormError, Tabs } from '../../components/index.ts'
import type { MessageKey } from '../../messages/index.ts'
import { pathPatterns, type PageName } from '../../paths.ts'
import type { Form, Shown, Visit } from '../../web.ts'

/** A form that was not accepted: what was written, and why not. */
export type Refused = { readonly form: Form; readonly errors: readonly FormError[] } | null

const parts = [
  ['secretariat', 'secretariat.overview'],
  ['secretariatMembers', 'nav.members'],
  ['secretariatPeople', 'secretariat.people'],
  ['secretariatSites', 'nav.sites'],
  ['secretariatLists', 'alliance.lists'],
  ['secretariatCalls', 'nav.calls'],
  ['secretariatRulebook', 'rulebook.title'],
] as const satisfies readonly (readonly [PageName, MessageKey])[]

export type DeskPart = (typeof parts)[number][0]

/** Officers come here to load lists, and have no other business. */
function partsFor({ me }: Visit) {
  const secretariat = me?.grants.some((grant) => grant.role === 'secretariat') ?? false
  return secretariat ? parts : parts.filter(([name]) => name === 'secretariatLists')
}

/** One page of the secretariat's desk, under the tabs that lead to the others; `of` names the one thing it is about. */
export function deskPage(
  visit: Visit,
  part: DeskPart,
  body: Child,
  refused: Refused = null,
  of: string | null = null,
): Shown {
  const { t } = visit
  const label = t(parts.find(([name]) => name === part)?.[1] ?? 'nav.secretariat')
  return {
    title: of ?? (part === 'secretariat' ? t('nav.secretariat') : label),
    at: partsFor(visit).length > 1 ? 'secretariat' : part,
    failed: refused !== null,
    status: refused ? 422 : 200,
    ...(part === 'secretariat'
      ? {}
      : {
          breadcrumb: [
            ...(partsFor(visit).length > 1
              ? [{ label: t('nav.secretariat'), href: pathPatterns.secretariat }]
              : []),
            of === null ? { label } : { label, href: pathPatterns[part] },
            ...(of === null ? [] : [{ label: of }]),
          ],
        }),
    body: (
      <>
        <h1>{of === null ? part === 'secretariat' ? t('nav.secretariat') : label : <bdi>{of}</bdi>}</h1>
        <Tabs
          label={t('secretariat.parts')}
          items={partsFor(visit).map(([name, key]) => ({
            href: pathPatterns[name],
            label: t(key),
            current: name === part,
          }))}
        />
        <ErrorSummary t={t} errors={refused?.errors ?? []} />
        {body}
      </>
    ),
  }
}

/** What every field of a desk's form shares: name, label, hint, and what was written and refused. */
export function fieldsOf(visit: Visit, refused: Refused, stands: Readonly<Record<string, string>> = {}) {
  return (name: string, label: MessageKey, hint?: MessageKey) => ({
    t: visit.t,
    name,
    label: visit.t(label),
    ...(hint ? { hint: visit.t(hint) } : {}),
    value: refused ? refused.form.text(name) : (stands[name] ?? ''),
    error: errorAt(refused?.errors ?? [], name),
  })
}

/** So that a form that is sent twice does its work once. */
export function OnceKey({ refused }: { readonly refused: Refused }) {
  return <input type="hidden" name="key" value={refused?.form.text('key') || crypto.randomUUID()} />
}

/** A number as typed; what is none stays none, and is refused by the API in words. */
export function numberIn(form: Form, name: string, times = 1): number {
  return form.text(name) === '' ? Number.NaN : Math.round(Number(form.text(name)) * times)
}
