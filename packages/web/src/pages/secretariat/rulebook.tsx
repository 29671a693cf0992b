import { binding, isThresholdKey, listEffect, routes, type ReplyOf, type RulebookKey } from '@allmende/wire'
import {
  DataTable,
  DefinitionList,
  errorAt,
  Radios,
  Sheet,
  SubmitBar,
  TextArea,
  TextInput,
} from '../../components/index.ts'
import { formatDate, type MessageKey, type Translator } from '../../messages/index.ts'
import { pathPatterns } from '../../paths.ts'
import type { Form, Shown, Visit } from '../../web.ts'
import { rulebookDetail, rulebookItems } from '../alliance/rulebook-items.ts'
import { formErrors } from '../refused.ts'
import { deskPage, fieldsOf, numberIn, OnceKey, type Refused } from './desk.tsx'

type Book = ReplyOf<typeof routes.getRulebook>
type Params = Book['params']
type Versions = ReplyOf<typeof routes.listRulebooks>['items']

/** Parameters that are one number, in the unit of the form, which is so many times that of the API. */
const numbers = [
  ['listMaxAgeDays', 'days', 1],
  ['joiningThreshold', null, 1],
  ['batchThreshold', null, 1],
  ['siteThreshold', null, 1],
  ['clearanceGraceMinutes', 'min', 1],
  ['hitGraceMinutes', 'min', 1],
  ['retentionDays', 'days', 1],
  ['trialMaxAcceleratorMs', 'h', 3_600_000],
  ['reviewersPerApplication', null, 1],
  ['maxAttemptsPerJob', null, 1],
  ['siteOfflineAfterMs', 's', 1000],
  ['shareHalfLifeDays', 'days', 1],
] as const satisfies readonly (readonly [RulebookKey, 'days' | 'min' | 'h' | 's' | null, number])[]

function standsIn(params: Params): Record<string, string> {
  return {
    ...Object.fromEntries(numbers.map(([key, , times]) => [key, String(params[key] / times)])),
    enforcement: params.enforcement,
    listEffects: Object.entries(params.listEffects)
      .map(([list, effect]) => `${list}: ${effect}`)
      .join('\n'),
    hitFourEyes: params.hitFourEyes.join('\n'),
  }
}

function Fields({ visit, book, refused }: { visit: Visit; book: Book; refused: Refused }) {
  const { t } = visit
  const stands = standsIn(book.params)
  const field = fieldsOf(visit, refused, stands)
  const value = (name: string) => (refused ? refused.form.text(name) : stands[name])
  return (
    <>
      {numbers.map(([key, unit]) => (
        <TextInput
          {...field(key, `rulebook.${key}`)}
          inputmode="decimal"
          short
          dir="ltr"
          {...(unit ? { unit: unit === 'days' ? t('rulebook.inDays') : unit } : {})}
        />
      ))}
      <Radios
        t={t}
        name="enforcement"
        label={t('rulebook.enforcement')}
        value={value('enforcement')}
        error={errorAt(refused?.errors ?? [], 'enforcement')}
        options={binding.options.map((one) => ({
          value: one,
          label: t(`rulebook.enforcement.${one}`),
        }))}
      />
      <TextArea
        {...field('listEffects', 'rulebook.listEffects', 'rulebook.listEffectsHint')}
        rows={4}
        optional
      />
      <TextArea
        {...field('hitFourEyes', 'rulebook.hitFourEyes', 'rulebook.hitFourEyesHint')}
        rows={3}
        optional
      />
    </>
  )
}

/** What each version set otherwise than the one before it. */
function History({ t, versions }: { readonly t: Translator; readonly versions: Versions }) {
  const told = (key: string, value: unknown) =>
    rulebookDetail(t, { [key]: value } as unknown as Params, key as RulebookKey)
  return (
    <DataTable
      t={t}
      id="versions"
      caption={t('rulebook.versions')}
      rows={versions}
      empty={<p>{t('rulebook.versions')}</p>}
      columns={[
        { key: 'version', head: t('rulebook.version'), rowHead: true, cell: (one) => String(one.version) },
        { key: 'at', head: t('rulebook.inForceFrom'), cell: (one) => formatDate(t.lang, one.adoptedAt) },
        {
          key: 'changed',
          head: t('rulebook.changed'),
          cell: (one) =>
            one.changed.length === 0 ? (
              '–'
            ) : (
              <ul class="plain">
                {one.changed.map(({ key, before, after }) => (
                  <li>
                    {t(`rulebook.${key}` as MessageKey)}:{' '}
                    {t('rulebook.fromTo', { before: told(key, before), after: told(key, after) })}
                  </li>
                ))}
              </ul>
            ),
        },
      ]}
    />
  )
}

/** The rulebook in force, as a form that adopts the next version, and what earlier ones said. */
export async function showRulebook(visit: Visit, refused: Refused = null): Promise<Shown> {
  const { t } = visit
  const book = await visit.api.call(routes.getRulebook, {})
  const { items } = await visit.api.call(routes.listRulebooks, {})
  return deskPage(
    visit,
    'secretariatRulebook',
    <>
      <Sheet title={t('alliance.rulebook', { version: book.version })}>
        <p class="soft">{t('alliance.adopted', { date: formatDate(t.lang, book.adoptedAt) })}</p>
        <DefinitionList items={rulebookItems(t, book)} />
      </Sheet>
      <Sheet title={t('rulebook.change')}>
        <p>{t('rulebook.changeLead')}</p>
        <p>
          <a href={pathPatterns.affected}>{t('rulebook.dryRun')}</a>
        </p>
        <form method="post" action={pathPatterns.secretariatRulebook}>
          <OnceKey refused={refused} />
          <input
            type="hidden"
            name="replaces"
            value={refused?.form.text('replaces') || String(book.version)}
          />
          <Fields visit={visit} book={book} refused={refused} />
          <SubmitBar t={t} label={t('rulebook.adopt')} />
        </form>
      </Sheet>
      <History t={t} versions={items} />
    </>,
    refused,
  )
}

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** "us-csl/sdn: block" and the like; what is none of the three stays as written, and is refused in words. */
function effectsIn(text: string): Params['listEffects'] {
  return Object.fromEntries(
    linesOf(text).map((line) => {
      const at = line.lastIndexOf(':')
      const effect = line.slice(at + 1).trim()
      const known = listEffect.safeParse(effect)
      return at < 1 || !known.success ? [line, effect as 'hold'] : [line.slice(0, at).trim(), known.data]
    }),
  )
}

/** Sends what differs from what stands; the rest is left as it is. */
export async function adoptRulebook(visit: Visit, form: Form): Promise<Shown | Response> {
  try {
    await visit.api.call(routes.adoptRulebook, {
      body: {
        replaces: Number(form.text('replaces')),
        params: {
          ...Object.fromEntries(
            numbers.map(([key, , times]) => [
              key,
              isThresholdKey(key)
                ? form.text(key) === ''
                  ? Number.NaN
                  : Number(form.text(key))
                : numberIn(form, key, times),
            ]),
          ),
          enforcement: form.text('enforcement') as Params['enforcement'],
          listEffects: effectsIn(form.text('listEffects')),
          hitFourEyes: linesOf(form.text('hitFourEyes')),
        },
      },
      idempotencyKey: form.text('key') || crypto.randomUUID(),
    })
  } catch (error) {
    const nameOf = (field: string) => field.split('.')[1] ?? field
    return showRulebook(visit, { form, errors: formErrors(visit.t, error, nameOf) })
  }
  return visit.c.redirect(pathPatterns.secretariatRulebook, 303)
}
