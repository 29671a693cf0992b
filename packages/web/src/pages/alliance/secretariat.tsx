import { routes } from '@allmende/wire'
import {
  DataTable,
  EmptyState,
  errorAt,
  ErrorSummary,
  type FormError,
  Select,
  Sheet,
  SubmitBar,
  TextInput,
} from '../../components/index.ts'
import { pathPatterns, pathTo } from '../../paths.ts'
import type { Form, Pages, Shown, Visit } from '../../web.ts'
import { formErrors } from '../refused.ts'

const hour = 3_600_000
const roles = ['secretariat', 'officer', 'panel-chair', 'reviewer', 'site-operator', 'delegate'] as const

type Refused = { readonly which: string; readonly form: Form; readonly errors: readonly FormError[] } | null

/** Where a role holds: the alliance, a member or a site, by what the role is. */
function scopeOf(
  role: string,
  place: string,
): { scopeKind: 'alliance' | 'member' | 'site'; scopeId: string } {
  if (role === 'site-operator') return { scopeKind: 'site', scopeId: place }
  if (role === 'delegate' || (role === 'reviewer' && place)) return { scopeKind: 'member', scopeId: place }
  return { scopeKind: 'alliance', scopeId: 'alliance' }
}

function fieldsOf(visit: Visit, which: string, refused: Refused) {
  const mine = refused?.which === which ? refused : null
  return (name: string, label: string, hint?: string) => ({
    t: visit.t,
    name,
    label,
    ...(hint ? { hint } : {}),
    value: mine?.form.text(name) ?? '',
    error: mine ? errorAt(mine.errors, name) : undefined,
  })
}

function MemberForm({ visit, refused }: { readonly visit: Visit; readonly refused: Refused }) {
  const { t } = visit
  const field = fieldsOf(visit, 'member', refused)
  return (
    <Sheet title={t('secretariat.member')}>
      <form method="post" action={pathPatterns.secretariat}>
        <input type="hidden" name="which" value="member" />
        <input type="hidden" name="key" value={crypto.randomUUID()} />
        <TextInput {...field('id', t('secretariat.id'), t('secretariat.idHint'))} maxlength={63} dir="ltr" />
        <TextInput {...field('name', t('secretariat.name'))} maxlength={200} />
        <TextInput
          {...field('country', t('secretariat.country'), t('secretariat.countryHint'))}
          maxlength={2}
          short
          dir="ltr"
        />
        <TextInput
          {...field('share', t('secretariat.share'))}
          type="number"
          min={0}
          max={100}
          step="any"
          short
        />
        <TextInput {...field('pledge', t('secretariat.pledge'))} type="number" min={0} step="any" short />
        <SubmitBar t={t} label={t('secretariat.admit')} />
      </form>
    </Sheet>
  )
}

function RoleForm({ visit, refused }: { readonly visit: Visit; readonly refused: Refused }) {
  const { t } = visit
  const field = fieldsOf(visit, 'role', refused)
  return (
    <Sheet title={t('secretariat.role')}>
      <form method="post" action={pathPatterns.secretariat}>
        <input type="hidden" name="which" value="role" />
        <input type="hidden" name="key" value={crypto.randomUUID()} />
        <TextInput {...field('name', t('secretariat.personName'))} maxlength={200} />
        <TextInput {...field('email', t('secretariat.email'))} type="email" maxlength={254} />
        <Select
          {...field('role', t('secretariat.role'))}
          options={roles.map((role) => ({ value: role, label: t(`role.${role}`) }))}
        />
        <TextInput
          {...field('scopeId', t('secretariat.scope'), t('secretariat.scopeHint'))}
          maxlength={63}
          dir="ltr"
          optional
        />
        <SubmitBar t={t} label={t('secretariat.grant')} />
      </form>
    </Sheet>
  )
}

async function showSecretariat(visit: Visit, refused: Refused = null): Promise<Shown> {
  const { t } = visit
  const { items: people } = await visit.api.call(routes.listPeople, { query: {} })
  const { items: members } = await visit.api.call(routes.listMembers, {})
  return {
    title: t('nav.secretariat'),
    at: 'secretariat',
    failed: refused !== null,
    status: refused ? 422 : 200,
    body: (
      <>
        <h1>{t('nav.secretariat')}</h1>
        <ErrorSummary t={t} errors={refused?.errors ?? []} />
        {members.length === 0 ? (
          <EmptyState title={t('secretariat.start')}>{t('secretariat.startHint')}</EmptyState>
        ) : null}
        <DataTable
          t={t}
          id="people"
          caption={t('secretariat.people')}
          rows={people.flatMap((person) => person.grants.map((grant) => ({ person, grant })))}
          empty={<p>{t('secretariat.nobody')}</p>}
          columns={[
            {
              key: 'name',
              head: t('secretariat.personName'),
              rowHead: true,
              cell: (row) => <bdi>{row.person.name}</bdi>,
            },
            { key: 'role', head: t('secretariat.role'), cell: (row) => t(`role.${row.grant.role}`) },
            { key: 'scope', head: t('secretariat.scope'), cell: (row) => <bdi>{row.grant.scopeId}</bdi> },
          ]}
        />
        <MemberForm visit={visit} refused={refused} />
        <RoleForm visit={visit} refused={refused} />
        <p>
          <a href={pathPatterns.panel}>{t('nav.panel')}</a> ·{' '}
          <a href={pathPatterns.sites}>{t('nav.sites')}</a> · <a href={pathTo('rules')}>{t('nav.rules')}</a>
        </p>
      </>
    ),
  }
}

async function act(visit: Visit, form: Form): Promise<Shown | Response> {
  const which = form.text('which')
  const idempotencyKey = form.text('key') || crypto.randomUUID()
  try {
    if (which === 'member') {
      await visit.api.call(routes.createMember, {
        body: {
          id: form.text('id'),
          name: form.text('name'),
          kind: 'institution',
          country: form.text('country').toUpperCase(),
          shareBp: Math.round(Number(form.text('share') || Number.NaN) * 100),
          pledgedAcceleratorMs: Math.round(Number(form.text('pledge') || 0) * hour),
          from: new Date(visit.now).toISOString().slice(0, 10),
        },
        idempotencyKey,
      })
    } else {
      const role = form.text('role') as (typeof roles)[number]
      await visit.api.call(routes.grantRole, {
        body: {
          name: form.text('name'),
          email: form.text('email'),
          role,
          ...scopeOf(role, form.text('scopeId')),
        },
        idempotencyKey,
      })
    }
  } catch (error) {
    const names: Record<string, string> = { shareBp: 'share', pledgedAcceleratorMs: 'pledge' }
    return showSecretariat(visit, {
      which,
      form,
      errors: formErrors(error, (field) => names[field] ?? field),
    })
  }
  return visit.c.redirect(pathPatterns.secretariat, 303)
}

export const secretariatPages: Pages = (pages) => {
  pages.get('secretariat', (visit) => showSecretariat(visit))
  pages.post('secretariat', act)
}
