import { routes, type ReplyOf } from '@allmende/wire'
import { DateInput, FileInput, Notice, Said, Sheet, SubmitBar, TextInput } from '../../components/index.ts'
import { formatDate, formatNumber, refusalIn } from '../../messages/index.ts'
import { pathPatterns, pathTo } from '../../paths.ts'
import type { Form, Shown, Visit } from '../../web.ts'
import { ListsTable } from '../alliance/lists-table.tsx'
import { formErrors } from '../refused.ts'
import { deskPage, fieldsOf, type Refused } from './desk.tsx'

const bytesMax = 60 * 1024 * 1024
type Imported = ReplyOf<typeof routes.importList>

export async function showLists(
  visit: Visit,
  refused: Refused = null,
  imported: Imported | null = null,
): Promise<Shown> {
  const { t } = visit
  const { items } = await visit.api.call(routes.listLists, {})
  const field = fieldsOf(visit, refused)
  return deskPage(
    visit,
    'secretariatLists',
    <>
      {imported ? (
        <Notice tone="ok" title={t('secretariat.imported', { name: imported.name })}>
          <p>
            {t('secretariat.importedRows', {
              entries: formatNumber(t.lang, imported.entries),
              rejected: formatNumber(t.lang, imported.rejectedRows),
            })}
          </p>
        </Notice>
      ) : null}
      <ListsTable t={t} lists={items} />
      <Refresh visit={visit} lists={items} />
      <Sheet title={t('secretariat.list')}>
        <p>{t('secretariat.listLead')}</p>
        <form method="post" action={pathPatterns.secretariatLists} enctype="multipart/form-data">
          <TextInput {...field('id', 'secretariat.id', 'secretariat.listIdHint')} maxlength={63} dir="ltr" />
          <TextInput {...field('source', 'alliance.source', 'secretariat.sourceHint')} maxlength={500} />
          <DateInput {...field('publishedOn', 'alliance.published', 'secretariat.publishedHint')} />
          <FileInput
            {...field('file', 'secretariat.file')}
            accept={['.csv', '.xml', '.json']}
            maxBytes={bytesMax}
          />
          <SubmitBar t={t} label={t('secretariat.import')} />
        </form>
      </Sheet>
    </>,
    refused,
  )
}

type Listed = ReplyOf<typeof routes.listLists>['items']

/** One button for each list that has an official address; under it why the last look brought nothing. */
function Refresh({ visit: { t }, lists }: { readonly visit: Visit; readonly lists: Listed }) {
  const known = lists.filter((list) => list.refreshable)
  if (known.length === 0) return null
  return (
    <Sheet title={t('secretariat.refresh')}>
      <p>{t('secretariat.refreshLead')}</p>
      {known.map((list) => (
        <form method="post" action={pathTo('secretariatListRefresh', { id: list.name })}>
          <p>
            <button class="btn" type="submit">
              {t('secretariat.refreshOne', { name: list.name })}
            </button>{' '}
            {list.confirmedOn
              ? t('secretariat.confirmed', { date: formatDate(t.lang, list.confirmedOn) })
              : null}
          </p>
          {list.check?.problem ? (
            <p>
              <Said t={t} said={refusalIn(t.lang, list.check.problem)} />
            </p>
          ) : null}
        </form>
      ))}
    </Sheet>
  )
}

export async function refreshList(visit: Visit, form: Form): Promise<Shown | Response> {
  try {
    await visit.api.call(routes.refreshList, { params: { id: visit.param('id') } })
    return visit.c.redirect(pathPatterns.secretariatLists, 303)
  } catch (error) {
    return showLists(visit, { form, errors: formErrors(visit.t, error) })
  }
}

export async function importList(visit: Visit, form: Form): Promise<Shown> {
  const { t } = visit
  const [file] = form.files('file')
  if (!file)
    return showLists(visit, { form, errors: [{ name: 'file', message: t('secretariat.fileMissing') }] })
  try {
    return await showLists(
      visit,
      null,
      await visit.api.call(routes.importList, {
        params: { id: form.text('id') },
        query: { publishedOn: form.text('publishedOn'), source: form.text('source') },
        raw: new Uint8Array(await file.arrayBuffer()),
      }),
    )
  } catch (error) {
    return showLists(visit, { form, errors: formErrors(visit.t, error) })
  }
}
