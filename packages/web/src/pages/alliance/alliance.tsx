import { routes } from '@allmende/wire'
import {
  Law,
  DataTable,
  DefinitionList,
  EmptyState,
  errorAt,
  ErrorSummary,
  type FormError,
  Sheet,
  SubmitBar,
  TextInput,
} from '../../components/index.ts'
import { formatCountry, formatDate, formatHours, formatNumber, formatShare } from '../../messages/index.ts'
import { pathPatterns } from '../../paths.ts'
import { startSession, type Form, type Pages, type Shown, type Visit, type WebOptions } from '../../web.ts'
import { formErrors } from '../refused.ts'
import { callPages } from './calls.tsx'
import { ListsTable } from './lists-table.tsx'
import { rulebookItems } from './rulebook-items.ts'

async function showMembers(visit: Visit): Promise<Shown> {
  const { t } = visit
  const { members } = await visit.api.call(routes.getSummary, {})
  return {
    title: t('nav.members'),
    at: 'members',
    body: (
      <>
        <h1>{t('nav.members')}</h1>
        <p>{t('alliance.membersLead')}</p>
        <DataTable
          t={t}
          id="members"
          caption={t('alliance.membersCaption')}
          rows={members}
          csvHref={pathPatterns.usageCsv}
          empty={<EmptyState title={t('alliance.noMembers')}>{t('alliance.noMembersHint')}</EmptyState>}
          columns={[
            { key: 'name', head: t('alliance.member'), rowHead: true, cell: (m) => <bdi>{m.name}</bdi> },
            { key: 'country', head: t('alliance.country'), cell: (m) => formatCountry(t.lang, m.country) },
            {
              key: 'share',
              head: t('alliance.share'),
              numeric: true,
              cell: (m) => formatShare(t.lang, m.shareBp),
            },
            {
              key: 'pledged',
              head: t('alliance.pledged'),
              numeric: true,
              cell: (m) => formatHours(t.lang, m.pledgedAcceleratorMs),
            },
            {
              key: 'given',
              head: t('alliance.given'),
              numeric: true,
              cell: (m) => formatHours(t.lang, m.givenAcceleratorMs),
            },
            {
              key: 'used',
              head: t('alliance.used'),
              numeric: true,
              cell: (m) => formatHours(t.lang, m.usedAcceleratorMs),
            },
          ]}
        />
      </>
    ),
  }
}

async function showRules(visit: Visit): Promise<Shown> {
  const { t } = visit
  const book = await visit.api.call(routes.getRulebook, {})
  const { items: lists } = await visit.api.call(routes.listLists, {})
  const { items: chips } = await visit.api.call(routes.listAccelerators, {})
  return {
    title: t('nav.rules'),
    at: 'rules',
    body: (
      <>
        <h1>{t('nav.rules')}</h1>
        <Sheet title={t('alliance.rulebook', { version: book.version })}>
          <p class="soft">{t('alliance.adopted', { date: formatDate(t.lang, book.adoptedAt) })}</p>
          <DefinitionList items={rulebookItems(t, book)} />
        </Sheet>
        <p>
          <a href={pathPatterns.rulesBook}>{t('book.link')}</a>
        </p>
        <ListsTable t={t} lists={lists} />
        <DataTable
          t={t}
          id="chips"
          caption={t('alliance.chips')}
          rows={chips}
          empty={<p>{t('alliance.chips')}</p>}
          columns={[
            { key: 'name', head: t('alliance.chip'), rowHead: true, cell: (chip) => <bdi>{chip.name}</bdi> },
            {
              key: 'tpp',
              head: 'TPP',
              numeric: true,
              cell: (chip) => (chip.tpp === null ? '–' : formatNumber(t.lang, chip.tpp)),
            },
            {
              key: 'pd',
              head: t('alliance.density'),
              numeric: true,
              cell: (chip) =>
                chip.performanceDensity === null ? '–' : formatNumber(t.lang, chip.performanceDensity, 2),
            },
            {
              key: 'paragraphs',
              head: t('alliance.paragraphs'),
              cell: (chip) => chip.paragraphs.join(', ') || '–',
            },
            {
              key: 'confidence',
              head: t('alliance.confidence'),
              cell: (chip) => <Law t={t} text={chip.confidence} />,
            },
          ]}
        />
      </>
    ),
  }
}

function showFound(visit: Visit, form: Form | null, errors: readonly FormError[]): Shown | Response {
  const { t } = visit
  if (visit.alliance.founded) return visit.c.redirect(pathPatterns.home, 303)
  const field = (name: string) => ({
    t,
    name,
    label: t(`found.${name as 'name'}`),
    hint: t(`found.${name as 'name'}Hint`),
    value: form?.text(name) ?? '',
    error: errorAt(errors, name),
  })
  return {
    title: t('found.title'),
    failed: errors.length > 0,
    status: errors.length > 0 ? 422 : 200,
    body: (
      <>
        <h1>{t('found.title')}</h1>
        <p>{t('found.lead')}</p>
        <ErrorSummary t={t} errors={errors} />
        <form method="post" action={pathPatterns.found}>
          <TextInput {...field('name')} maxlength={120} />
          <TextInput {...field('secretariatName')} autocomplete="name" maxlength={200} />
          <TextInput {...field('secretariatEmail')} type="email" autocomplete="email" maxlength={254} />
          <TextInput {...field('setupCode')} autocomplete="off" maxlength={100} dir="ltr" />
          <SubmitBar t={t} label={t('found.submit')} />
        </form>
      </>
    ),
  }
}

async function found(visit: Visit, form: Form, options: WebOptions): Promise<Shown | Response> {
  try {
    const { session } = await visit.api.call(routes.foundAlliance, {
      body: {
        name: form.text('name'),
        secretariatName: form.text('secretariatName'),
        secretariatEmail: form.text('secretariatEmail'),
        setupCode: form.text('setupCode'),
      },
    })
    startSession(visit, options, session.token)
  } catch (error) {
    return showFound(
      visit,
      form,
      formErrors(visit.t, error).map((e) => ({ ...e, message: e.name ? visit.t('found.wrong') : e.message })),
    )
  }
  return visit.c.redirect(pathPatterns.secretariat, 303)
}

export const alliancePages: Pages = (pages, options) => {
  callPages(pages, options)
  pages.get('members', showMembers)
  pages.get('rules', showRules)
  pages.get('found', async (visit) => showFound(visit, null, []))
  pages.post('found', (visit, form) => found(visit, form, options))
}
