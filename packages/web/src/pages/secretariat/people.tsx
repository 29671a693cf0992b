import { routes, type ReplyOf } from '@allmende/wire'
import {
  ConfirmBox,
  DataTable,
  type FormError,
  Notice,
  Pager,
  Select,
  Sheet,
  SubmitBar,
  Tag,
  TextInput,
} from '../../components/index.ts'
import { formatDate, type Translator } from '../../messages/index.ts'
import { pathPatterns, pathTo } from '../../paths.ts'
import type { Form, Shown, Visit } from '../../web.ts'
import { isMemberNow } from '../members-now.ts'
import { formErrors } from '../refused.ts'
import { deskPage, fieldsOf, OnceKey, type Refused } from './desk.tsx'

const roles = ['secretariat', 'officer', 'panel-chair', 'reviewer', 'site-operator', 'delegate'] as const
type GivenRole = (typeof roles)[number]

/** Where a role holds: the alliance, a member or a site, by what the role is. */
function scopeOf(
  role: GivenRole,
  place: string,
): { scopeKind: 'alliance' | 'member' | 'site'; scopeId: string } {
  if (role === 'site-operator') return { scopeKind: 'site', scopeId: place }
  if (role === 'delegate' || (role === 'reviewer' && place)) return { scopeKind: 'member', scopeId: place }
  return { scopeKind: 'alliance', scopeId: 'alliance' }
}

type Named = { readonly id: string; readonly name: string }

/** What a role holds for, by its name; the alliance itself is named as that. */
function scopeName(
  grant: { readonly scopeKind: string; readonly scopeId: string },
  places: readonly Named[],
  t: Translator,
): string {
  if (grant.scopeKind === 'alliance') return t('secretariat.wholeAlliance')
  return places.find(({ id }) => id === grant.scopeId)?.name ?? grant.scopeId
}

type Listed = ReplyOf<typeof routes.listPeople>['items'][number]
type Held = { readonly person: Listed; readonly grant: Listed['grants'][number] }

/** Whether somebody stated who they are, for a role outside of teams: in a team nobody works without. */
function StatedOn({ t, row: { person, grant } }: { readonly t: Translator; readonly row: Held }) {
  if (grant.scopeKind === 'project') return <>–</>
  return person.statedAt === null ? (
    <Tag tone="wait">{t('secretariat.notStated')}</Tag>
  ) : (
    <>{t('secretariat.statedOn', { date: formatDate(t.lang, person.statedAt) })}</>
  )
}

export async function showPeople(visit: Visit, refused: Refused = null): Promise<Shown> {
  const { t } = visit
  const after = visit.query('after')
  const [page, { items: members }, { items: sites }] = await Promise.all([
    visit.api.call(routes.listPeople, { query: after ? { after } : {} }),
    visit.api.call(routes.listMembers, {}),
    visit.api.call(routes.listSites, {}),
  ])
  const field = fieldsOf(visit, refused)
  const rows = page.items.flatMap((person) => person.grants.map((grant): Held => ({ person, grant })))
  return deskPage(
    visit,
    'secretariatPeople',
    <>
      <p>{t('secretariat.statedLead')}</p>
      {rows.some(({ grant }) => grant.rests) ? <p>{t('secretariat.restsHint')}</p> : null}
      <DataTable
        t={t}
        id="people"
        caption={t('secretariat.people')}
        rows={rows}
        empty={<p>{t('secretariat.nobody')}</p>}
        columns={[
          {
            key: 'name',
            head: t('secretariat.personName'),
            rowHead: true,
            cell: (row) => <bdi>{row.person.name}</bdi>,
          },
          {
            key: 'role',
            head: t('secretariat.role'),
            cell: (row) => (
              <>
                {t(`role.${row.grant.role}`)}{' '}
                {row.grant.rests ? <Tag tone="wait">{t('role.rests')}</Tag> : null}
              </>
            ),
          },
          {
            key: 'scope',
            head: t('secretariat.scope'),
            cell: (row) => <bdi>{scopeName(row.grant, [...members, ...sites], t)}</bdi>,
          },
          {
            key: 'stated',
            head: t('secretariat.stated'),
            cell: (row) => <StatedOn t={t} row={row} />,
          },
          {
            key: 'end',
            head: t('secretariat.end'),
            cell: (row) => (
              <a href={pathTo('secretariatGrant', { id: row.grant.id }, { after })}>
                {t('secretariat.endRole')}
                <span class="hear">: {row.person.name}</span>
              </a>
            ),
          },
        ]}
      />
      <Pager
        t={t}
        shown={page.items.length}
        firstHref={after ? pathPatterns.secretariatPeople : null}
        nextHref={page.next ? pathTo('secretariatPeople', {}, { after: page.next }) : null}
      />
      <Sheet title={t('secretariat.role')}>
        <form method="post" action={pathPatterns.secretariatPeople}>
          <OnceKey refused={refused} />
          <TextInput {...field('name', 'secretariat.personName')} maxlength={200} />
          <TextInput {...field('email', 'secretariat.email')} type="email" maxlength={254} />
          <Select
            {...field('role', 'secretariat.role')}
            value={refused ? refused.form.text('role') : (visit.query('role') ?? '')}
            options={roles.map((role) => ({ value: role, label: t(`role.${role}`) }))}
          />
          <Select
            {...field('scopeId', 'secretariat.scope', 'secretariat.scopeHint')}
            options={[...members.filter((m) => isMemberNow(visit, m)), ...sites].map(({ id, name }) => ({
              value: id,
              label: name,
            }))}
            optional
          />
          <SubmitBar t={t} label={t('secretariat.grant')} />
        </form>
      </Sheet>
    </>,
    refused,
  )
}

/** A place that is missing is named by what the role needs. */
function placeError({ t }: Visit, role: GivenRole, error: FormError): FormError {
  if (error.name !== 'scopeId' && error.name !== 'scopeKind') return error
  return {
    name: 'scopeId',
    message: t(role === 'site-operator' ? 'secretariat.needsSite' : 'secretariat.needsMember'),
  }
}

export async function giveRole(visit: Visit, form: Form): Promise<Shown | Response> {
  const role = form.text('role') as GivenRole
  try {
    await visit.api.call(routes.grantRole, {
      body: {
        name: form.text('name'),
        email: form.text('email'),
        role,
        ...scopeOf(role, form.text('scopeId')),
      },
      idempotencyKey: form.text('key') || crypto.randomUUID(),
    })
  } catch (error) {
    return showPeople(visit, {
      form,
      errors: formErrors(visit.t, error).map((e) => placeError(visit, role, e)),
    })
  }
  return visit.c.redirect(pathPatterns.secretariatPeople, 303)
}

/** The person and the role that a grant is, from the page of people that led here. */
async function grantOf(visit: Visit) {
  const after = visit.query('after')
  const { items } = await visit.api.call(routes.listPeople, { query: after ? { after } : {} })
  for (const person of items)
    for (const grant of person.grants) if (grant.id === visit.param('id')) return { person, grant }
  return null
}

export async function confirmEnd(visit: Visit): Promise<Shown> {
  const { t } = visit
  const after = visit.query('after')
  const found = await grantOf(visit)
  const cancelHref = pathTo('secretariatPeople', {}, { after })
  if (!found)
    return deskPage(
      visit,
      'secretariatPeople',
      <Notice tone="info" title={t('secretariat.endedAlready')}>
        <p>
          <a href={pathPatterns.secretariatPeople}>{t('secretariat.people')}</a>
        </p>
      </Notice>,
    )
  const { person, grant } = found
  const where = grant.scopeKind === 'alliance' ? t('secretariat.wholeAlliance') : grant.scopeId
  return deskPage(
    visit,
    'secretariatPeople',
    <ConfirmBox
      t={t}
      title={t('secretariat.endRole')}
      effects={[
        t('secretariat.endWhose', { person: person.name, role: t(`role.${grant.role}`), where }),
        t('secretariat.endEffect'),
      ]}
      action={pathTo('secretariatGrant', { id: grant.id })}
      label={t('secretariat.endRole')}
      cancelHref={cancelHref}
      undoable
    />,
  )
}

export async function endRole(visit: Visit): Promise<Response> {
  await visit.api.call(routes.revokeRole, { params: { id: visit.param('id') } })
  return visit.c.redirect(pathPatterns.secretariatPeople, 303)
}
