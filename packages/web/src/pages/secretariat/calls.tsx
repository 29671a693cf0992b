import { routes } from '@allmende/wire'
import {
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
import { pathPatterns } from '../../paths.ts'
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
          { key: 'title', head: t('apply.title'), rowHead: true, cell: (c) => <bdi>{c.title}</bdi> },
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
          <TextInput {...field('title', 'apply.title')} maxlength={160} />
          <TextArea {...field('summary', 'secretariat.summary')} rows={4} maxlength={2000} />
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
        closesAt: closes ? `${closes}T23:59:59.000Z` : null,
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
