import { routes } from '@allmende/wire'
import { DataTable, DateInput, EmptyState, Sheet, SubmitBar, TextInput } from '../../components/index.ts'
import { formatCountry, formatDate, formatHours, formatNumber } from '../../messages/index.ts'
import { pathPatterns, pathTo } from '../../paths.ts'
import type { Form, Shown, Visit } from '../../web.ts'
import { formErrors } from '../refused.ts'
import { deskPage, fieldsOf, numberIn, OnceKey, type Refused } from './desk.tsx'

const hour = 3_600_000
const inForm: Readonly<Record<string, string>> = { shareBp: 'share', pledgedAcceleratorMs: 'pledge' }

/** What a member is given and gives: its voted share and its pledge. */
function Contribution({ field }: { readonly field: ReturnType<typeof fieldsOf> }) {
  return (
    <>
      <TextInput {...field('share', 'secretariat.share')} inputmode="decimal" short dir="ltr" unit="%" />
      <TextInput {...field('pledge', 'secretariat.pledge')} inputmode="decimal" short dir="ltr" unit="h" />
    </>
  )
}

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
          {
            key: 'name',
            head: t('alliance.member'),
            rowHead: true,
            cell: (m) => (
              <a href={pathTo('secretariatMember', { id: m.id })}>
                <bdi>{m.name}</bdi>
              </a>
            ),
          },
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
          {
            key: 'until',
            head: t('secretariat.ends'),
            cell: (m) => (m.until === null ? '–' : formatDate(t.lang, m.until)),
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
          <Contribution field={field} />
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

/** One member: its share, its pledge, and the day on which its membership ends. */
export async function showMember(visit: Visit, refused: Refused = null): Promise<Shown> {
  const { t } = visit
  const member = await visit.api.call(routes.getMember, { params: { id: visit.param('id') } })
  const field = fieldsOf(visit, refused, {
    share: String(member.shareBp / 100),
    pledge: String(member.pledgedAcceleratorMs / hour),
    until: member.until ?? '',
  })
  return deskPage(
    visit,
    'secretariatMembers',
    <form method="post" action={pathTo('secretariatMember', { id: member.id })}>
      <Contribution field={field} />
      <DateInput {...field('until', 'secretariat.ends', 'secretariat.endsHint')} optional />
      <SubmitBar t={t} label={t('secretariat.save')} cancelHref={pathPatterns.secretariatMembers} />
    </form>,
    refused,
    member.name,
  )
}

export async function changeMember(visit: Visit, form: Form): Promise<Shown | Response> {
  try {
    await visit.api.call(routes.changeMember, {
      params: { id: visit.param('id') },
      body: {
        shareBp: numberIn(form, 'share', 100),
        pledgedAcceleratorMs: numberIn(form, 'pledge', hour),
        until: form.text('until') || null,
      },
    })
  } catch (error) {
    return showMember(visit, { form, errors: formErrors(visit.t, error, (field) => inForm[field] ?? field) })
  }
  return visit.c.redirect(pathPatterns.secretariatMembers, 303)
}
