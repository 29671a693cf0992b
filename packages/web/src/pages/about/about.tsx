import { routes } from '@allmende/wire'
import { Gallery } from '../../gallery/gallery.tsx'
import { pathPatterns } from '../../paths.ts'
import type { Pages } from '../../web.ts'

export const aboutPages: Pages = (pages) => {
  pages.get('openData', async ({ t }) => ({
    title: t('nav.openData'),
    body: (
      <>
        <h1>{t('nav.openData')}</h1>
        <p>{t('about.openDataLead')}</p>
        <ul>
          <li>
            <a href={pathPatterns.usageCsv}>{t('about.usageCsv')}</a>
          </li>
          <li>
            <a href="/api/v1/report/totals">{t('about.totals')}</a>
          </li>
          <li>
            <a href="/api/v1/report/summary">{t('about.summary')}</a>
          </li>
          <li>
            <a href="/log/checkpoint">{t('record.checkpoint')}</a>
          </li>
          <li>
            <a href="/api/v1/openapi.json">{t('about.openApi')}</a>
          </li>
        </ul>
      </>
    ),
  }))
  pages.get('usageCsv', async ({ api }) => api.send(routes.getUsageCsv, {}))
  // A page of its own, for those who build pages: its text is English, its components speak the reader's language.
  pages.get('gallery', async ({ c, t, assets }) =>
    c.html(
      <Gallery
        t={t}
        assets={{
          css: `/assets/${assets['allmende.css'] ?? 'allmende.css'}`,
          js: `/assets/${assets['enhance.js'] ?? 'enhance.js'}`,
        }}
      />,
    ),
  )
  pages.get('accessibility', async ({ t }) => ({
    title: t('nav.accessibility'),
    body: (
      <>
        <h1>{t('nav.accessibility')}</h1>
        <p>{t('about.accessibilityOne')}</p>
        <p>{t('about.accessibilityTwo')}</p>
        <p>{t('about.accessibilityThree')}</p>
      </>
    ),
  }))
}
