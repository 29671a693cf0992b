import { routes } from '@allmende/wire'
import { ConfirmBox, ErrorSummary, type FormError, Notice, Sheet } from '../../components/index.ts'
import { formatDate, type Translator } from '../../messages/index.ts'
import { pathPatterns, pathTo } from '../../paths.ts'
import { endSession, type Form, type Pages, type Shown, type Visit, type WebOptions } from '../../web.ts'
import { formErrors } from '../refused.ts'

/** What somebody can do with what is stored about them. */
export function OwnData({ t }: { readonly t: Translator }) {
  return (
    <Sheet title={t('account.data')} id="data">
      <p>{t('account.dataLead')}</p>
      <p>
        <a href={pathPatterns.accountData}>{t('account.dataCopy')}</a>
      </p>
      <p>
        <a href={pathPatterns.accountErase}>{t('account.erase')}</a>
      </p>
    </Sheet>
  )
}

/** Everything as a file, as the API gives it. */
async function copyData(visit: Visit): Promise<Response> {
  if (!visit.me) return visit.c.redirect(pathTo('signIn', {}, { next: pathPatterns.accountData }), 303)
  const data = await visit.api.call(routes.exportMyData, {})
  return new Response(`${JSON.stringify(data, null, 2)}\n`, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': 'attachment; filename="my-data.json"',
      'cache-control': 'no-store',
    },
  })
}

function confirmErasure(visit: Visit, errors: readonly FormError[] = []): Shown | Response {
  const { t, me } = visit
  if (!me) return visit.c.redirect(pathTo('signIn', {}, { next: pathPatterns.accountErase }), 303)
  return {
    title: t('account.erase'),
    failed: errors.length > 0,
    status: errors.length > 0 ? 422 : 200,
    breadcrumb: [{ label: t('shell.account'), href: pathPatterns.account }, { label: t('account.erase') }],
    body: (
      <>
        <h1>{t('account.erase')}</h1>
        <ErrorSummary t={t} errors={errors} />
        <ConfirmBox
          t={t}
          title={t('account.erase')}
          effects={[t('account.eraseAccount'), t('account.eraseStatements'), t('account.eraseRecord')]}
          action={pathPatterns.accountErase}
          label={t('account.eraseNow')}
          cancelHref={pathPatterns.account}
          undoable={false}
        />
      </>
    ),
  }
}

async function erase(visit: Visit, form: Form, options: WebOptions): Promise<Shown | Response> {
  const { t } = visit
  if (form.text('understood') === '')
    return confirmErasure(visit, [{ name: 'understood', message: t('account.eraseTick') }])
  try {
    const { kept } = await visit.api.call(routes.eraseMyData, { body: { confirm: 'erase' } })
    endSession(visit, options)
    return {
      title: t('account.erased'),
      body: (
        <>
          <h1>{t('account.erased')}</h1>
          <Notice tone="ok" title={t('account.erasedLead')}>
            {kept.length === 0 ? null : (
              <ul>
                {kept.map(({ application, until }) => (
                  <li>
                    {application === null
                      ? t('account.keptForRole', { until: formatDate(t.lang, until) })
                      : t('account.kept', { application, until: formatDate(t.lang, until) })}
                  </li>
                ))}
              </ul>
            )}
          </Notice>
        </>
      ),
    }
  } catch (error) {
    return confirmErasure(visit, formErrors(t, error))
  }
}

export const ownDataPages: Pages = (pages, options) => {
  pages.get('accountData', copyData)
  pages.get('accountErase', async (visit) => confirmErasure(visit))
  pages.post('accountErase', (visit, form) => erase(visit, form, options))
}
