import { routes } from '@allmende/wire'
import { DataTable, EmptyState, Select, Sheet, SubmitBar, Tag, TextInput } from '../../components/index.ts'
import { formatNumber } from '../../messages/index.ts'
import { pathPatterns, pathTo } from '../../paths.ts'
import type { Form, Shown, Visit } from '../../web.ts'
import { membersNow } from '../members-now.ts'
import { formErrors } from '../refused.ts'
import { siteTones } from '../sites/sites.tsx'
import { deskPage, fieldsOf, numberIn, OnceKey, type Refused } from './desk.tsx'

export async function showSiteDesk(visit: Visit, refused: Refused = null): Promise<Shown> {
  const { t } = visit
  const [{ items }, members, { items: models }] = await Promise.all([
    visit.api.call(routes.listSites, {}),
    membersNow(visit),
    visit.api.call(routes.listAccelerators, {}),
  ])
  const field = fieldsOf(visit, refused)
  return deskPage(
    visit,
    'secretariatSites',
    <>
      <DataTable
        t={t}
        id="sites"
        caption={t('sites.caption')}
        rows={items}
        empty={<EmptyState title={t('sites.none')}>{t('secretariat.siteHint')}</EmptyState>}
        columns={[
          {
            key: 'name',
            head: t('sites.site'),
            rowHead: true,
            cell: (s) => (
              <a href={pathTo('site', { id: s.id })}>
                <bdi>{s.name}</bdi>
              </a>
            ),
          },
          {
            key: 'state',
            head: t('sites.state'),
            cell: (s) => <Tag tone={siteTones[s.state]}>{t(`sites.state.${s.state}`)}</Tag>,
          },
          {
            key: 'model',
            head: t('sites.accelerators'),
            cell: (s) => <bdi>{`${formatNumber(t.lang, s.accelerators)} × ${s.acceleratorModel}`}</bdi>,
          },
        ]}
      />
      <Sheet title={t('secretariat.site')}>
        <form method="post" action={pathPatterns.secretariatSites}>
          <OnceKey refused={refused} />
          <TextInput {...field('id', 'secretariat.id', 'secretariat.idHint')} maxlength={63} dir="ltr" />
          <TextInput {...field('name', 'secretariat.name')} maxlength={200} />
          <Select
            {...field('member', 'alliance.member')}
            options={members.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <TextInput
            {...field('country', 'secretariat.country', 'secretariat.siteCountryHint')}
            maxlength={2}
            short
            dir="ltr"
          />
          <TextInput {...field('operator', 'sites.operator', 'secretariat.operatorHint')} maxlength={200} />
          <TextInput
            {...field('acceleratorModel', 'alliance.chip', 'secretariat.modelHint')}
            maxlength={120}
            dir="ltr"
            suggestions={models.map((model) => model.name)}
          />
          {(['accelerators', 'cpus', 'memoryMiB'] as const).map((name) => (
            <TextInput
              {...field(name, `secretariat.${name}`)}
              inputmode="numeric"
              short
              dir="ltr"
              {...(name === 'memoryMiB' ? { unit: 'MiB' } : {})}
            />
          ))}
          <p class="soft">{t('secretariat.policyLater')}</p>
          <SubmitBar t={t} label={t('secretariat.addSite')} />
        </form>
      </Sheet>
    </>,
    refused,
  )
}

export async function addSite(visit: Visit, form: Form): Promise<Shown | Response> {
  const id = form.text('id')
  try {
    await visit.api.call(routes.createSite, {
      body: {
        id,
        name: form.text('name'),
        member: form.text('member'),
        country: form.text('country').toUpperCase(),
        operator: form.text('operator'),
        acceleratorModel: form.text('acceleratorModel'),
        accelerators: numberIn(form, 'accelerators'),
        cpus: numberIn(form, 'cpus'),
        memoryMiB: numberIn(form, 'memoryMiB'),
        // What the operator's own licences say is a question until the operator answers it on the site's page.
        policy: { refusedMembers: [], refusedCountries: [], licenceConditions: '', conditionsKnown: false },
      },
      idempotencyKey: form.text('key') || crypto.randomUUID(),
    })
  } catch (error) {
    return showSiteDesk(visit, { form, errors: formErrors(visit.t, error) })
  }
  return visit.c.redirect(pathTo('site', { id }), 303)
}
