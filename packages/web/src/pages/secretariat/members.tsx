import { routes } from '@allmende/wire'
import { DataTable, EmptyState, Sheet, SubmitBar, TextInput } from '../../components/index.ts'
import { formatCountry, formatHours, formatNumber } from '../../messages/index.ts'
import { pathPatterns } from '../../paths.ts'
import type { Form, Shown, Visit } from '../../web.ts'
import { formErrors } from '../refused.ts'
import { deskPage, fieldsOf, numberIn, OnceKey, type Refused } from './desk.tsx'

const hour = 3_600_000
const inForm: Readonly<Record<string, string>> = { shareBp: 'share', pledgedAcceleratorMs: 'pledge' }

export async function showMembers(visit: Visit, refused: Refused = null): Promise<Shown> {
  const { t } = visit
  const { items } = await visit.api.call(routes.listMembers, {})
  const field = fieldsOf(visit, refused)
  return deskPage(
    visit,
    'secretariatMembers',
    <>
      <DataTable
        t={t}
        id="members"
        caption={t('alliance.membersCaption')}
        rows={items}
        empty={<EmptyState title={t('alliance.noMembers')}>{t('secretariat.memberHint')}</EmptyState>}
        columns={[
          { key: 'name', head: t('alliance.member'), rowHead: true, cell: (m) => <bdi>{m.name}</bdi> },
          { key: 'id', head: t('secretariat.id'), cell: (m) => <bdi>{m.id}</bdi> },
          { key: 'country', head: t('alliance.country'), cell: (m) => formatCountry(t.lang, m.country) },
          {
            key: 'share',
            head: t('alliance.share'),
            numeric: true,
            cell: (m) => `${formatNumber(t.lang, m.shareBp / 100, 2)} %`,
          },
          {
            key: 'pledge',
            head: t('alliance.pledged'),
            numeric: true,
            cell: (m) => formatHours(t.lang, m.pledgedAcceleratorMs),
          },
        ]}
      />
      <Sheet title={t('secretariat.member')}>
        <form method="post" action={pathPatterns.secretariatMembers}>
          <OnceKey refused={refused} />
          <TextInput {...field('id', 'secretariat.id', 'secretariat.idHint')} maxlength={63} dir="ltr" />
          <TextInput {...field('name', 'secretariat.name')} maxlength={200} />
          <TextInput
            {...field('country', 'secretariat.country', 'secretariat.countryHint')}
            maxlength={2}
            short
            dir="ltr"
          />
          <TextInput {...field('share', 'secretariat.share')} inputmode="decimal" short dir="ltr" unit="%" />
          <TextInput
            {...field('pledge', 'secretariat.pledge')}
            inputmode="decimal"
            short
            dir="ltr"
            unit="h"
          />
          <SubmitBar t={t} label={t('secretariat.admit')} />
        </form>
      </Sheet>
    </>,
    refused,
  )
}

export async function admitMember(visit: Visit, form: Form): Promise<Shown | Response> {
  try {
    await visit.api.call(routes.createMember, {
      body: {
        id: form.text('id'),
        name: form.text('name'),
        kind: 'institution',
        country: form.text('country').toUpperCase(),
        shareBp: numberIn(form, 'share', 100),
        pledgedAcceleratorMs: numberIn(form, 'pledge', hour),
        from: new Date(visit.now).toISOString().slice(0, 10),
      },
      idempotencyKey: form.text('key') || crypto.randomUUID(),
    })
  } catch (error) {
    return showMembers(visit, { form, errors: formErrors(visit.t, error, (field) => inForm[field] ?? field) })
  }
  return visit.c.redirect(pathPatterns.secretariatMembers, 303)
}
