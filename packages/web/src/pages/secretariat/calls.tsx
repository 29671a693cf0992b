import { routes } from '@allmende/wire'
import {
  Checkbox,
  DataTable,
  DateInput,
  EmptyState,
  Radios,
  Sheet,
  SubmitBar,
  TextArea,
  TextInput,
} from '../../components/index.ts'
import { formatHours } from '../../messages/index.ts'
import { pathPatterns, pathTo } from '../../paths.ts'
import type { Form, Shown, Visit } from '../../web.ts'
import { CallTag, termOf } from '../alliance/calls.tsx'
import { formErrors } from '../refused.ts'
import { deskPage, fieldsOf, numberIn, OnceKey, type Refused } from './desk.tsx'

const hour = 3_600_000
const inForm: Readonly<Record<string, string>> = {
  maxAcceleratorMs: 'hours',
  decideWithinHours: 'within',
  opensAt: 'opens',
  closesAt: 'closes',
}

/** The moment at which a last day ends (UTC); null without one. */
const endOf = (day: string) => (day ? `${day}T23:59:59.000Z` : null)

function CallTexts({ field }: { readonly field: ReturnType<typeof fieldsOf> }) {
  return (
    <>
      <TextInput {...field('title', 'apply.title')} maxlength={160} />
      <TextArea {...field('summary', 'secretariat.summary')} rows={4} maxlength={2000} />
    </>
  )
}

export async function showCallDesk(visit: Visit, refused: Refused = null): Promise<Shown> {
  const { t } = visit
  const { items } = await visit.api.call(routes.listCalls, {})
  const field = fieldsOf(visit, refused)
  return deskPage(
    visit,
    'secretariatCalls',
    <>
      <DataTable
        t={t}
        id="calls"
        caption={t('nav.calls')}
        rows={items}
        empty={<EmptyState title={t('alliance.noCalls')}>{t('secretariat.callHint')}</EmptyState>}
        columns={[
          {
            key: 'title',
            head: t('apply.title'),
            rowHead: true,
            cell: (c) => (
              <a href={pathTo('secretariatCall', { id: c.id })}>
                <bdi>{c.title}</bdi>
              </a>
            ),
          },
          {
            key: 'open',
            head: t('apply.state'),
            cell: (c) => <CallTag t={t} call={c} now={visit.now} />,
          },
          { key: 'lane', head: t('secretariat.lane'), cell: (c) => t(`alliance.lane.${c.lane}`) },
          {
            key: 'max',
            head: t('secretariat.hours'),
            numeric: true,
            cell: (c) => formatHours(t.lang, c.maxAcceleratorMs),
          },
          {
            key: 'term',
            head: t('secretariat.term'),
            cell: (c) => termOf(t, c, visit.now),
          },
        ]}
      />
      <Sheet title={t('secretariat.call')}>
        <form method="post" action={pathPatterns.secretariatCalls}>
          <OnceKey refused={refused} />
          <TextInput {...field('id', 'secretariat.id', 'secretariat.idHint')} maxlength={63} dir="ltr" />
          <CallTexts field={field} />
          <Radios
            {...field('lane', 'secretariat.lane')}
            options={(['trial', 'standard'] as const).map((lane) => ({
              value: lane,
              label: t(`alliance.lane.${lane}`),
            }))}
          />
          <DateInput {...field('opens', 'secretariat.opens')} />
          <DateInput {...field('closes', 'secretariat.closes', 'secretariat.closesHint')} optional />
          <TextInput {...field('hours', 'secretariat.hours')} inputmode="decimal" short dir="ltr" unit="h" />
          <TextInput
            {...field('within', 'secretariat.within')}
            inputmode="numeric"
            short
            dir="ltr"
            unit="h"
          />
          <SubmitBar t={t} label={t('secretariat.openCall')} />
        </form>
      </Sheet>
    </>,
    refused,
  )
}

export async function openCall(visit: Visit, form: Form): Promise<Shown | Response> {
  const closes = form.text('closes')
  try {
    await visit.api.call(routes.createCall, {
      body: {
        id: form.text('id'),
        title: form.text('title'),
        summary: form.text('summary'),
        lane: form.text('lane') as 'trial',
        opensAt: `${form.text('opens')}T00:00:00.000Z`,
        closesAt: endOf(closes),
        maxAcceleratorMs: numberIn(form, 'hours', hour),
        decideWithinHours: numberIn(form, 'within'),
      },
      idempotencyKey: form.text('key') || crypto.randomUUID(),
    })
  } catch (error) {
    return showCallDesk(visit, { form, errors: formErrors(visit.t, error, (name) => inForm[name] ?? name) })
  }
  return visit.c.redirect(pathPatterns.secretariatCalls, 303)
}

/** One call: its texts and its last day. Lane, hours and term stay as those who applied read them. */
export async function showCallChange(visit: Visit, refused: Refused = null): Promise<Shown> {
  const { t } = visit
  const call = await visit.api.call(routes.getCall, { params: { id: visit.param('id') } })
  const closed = call.closesAt !== null && Date.parse(call.closesAt) <= visit.now
  const field = fieldsOf(visit, refused, {
    title: call.title,
    summary: call.summary,
    closes: call.closesAt?.slice(0, 10) ?? '',
  })
  return deskPage(
    visit,
    'secretariatCalls',
    <form method="post" action={pathTo('secretariatCall', { id: call.id })}>
      <CallTexts field={field} />
      {closed ? (
        <p>{t('secretariat.closedStays')}</p>
      ) : (
        <>
          <DateInput {...field('closes', 'secretariat.closes', 'secretariat.closesHint')} optional />
          <Checkbox t={t} name="now" label={t('secretariat.closeNow')} />
        </>
      )}
      <SubmitBar t={t} label={t('secretariat.save')} cancelHref={pathPatterns.secretariatCalls} />
    </form>,
    refused,
    call.title,
  )
}

export async function changeCall(visit: Visit, form: Form): Promise<Shown | Response> {
  const id = visit.param('id')
  const [day, now] = [form.text('closes'), form.has('now')]
  try {
    const call = await visit.api.call(routes.getCall, { params: { id } })
    // A call that has closed shows no field for its last day; a day that was left alone keeps its hour.
    const moved = now || (form.has('closes') && day !== (call.closesAt?.slice(0, 10) ?? ''))
    await visit.api.call(routes.changeCall, {
      params: { id },
      body: {
        title: form.text('title'),
        summary: form.text('summary'),
        ...(moved ? { closesAt: now ? new Date(visit.now).toISOString() : endOf(day) } : {}),
      },
    })
  } catch (error) {
    return showCallChange(visit, { form, errors: formErrors(visit.t, error, (name) => inForm[name] ?? name) })
  }
  return visit.c.redirect(pathPatterns.secretariatCalls, 303)
}
