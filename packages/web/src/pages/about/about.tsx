import { routes } from '@allmende/wire'
import { Gallery } from '../../gallery/gallery.tsx'
import { otherPaths, pathPatterns, pathToAsset } from '../../paths.ts'
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
            <a href={otherPaths.totals}>{t('about.totals')}</a>
          </li>
          <li>
            <a href={otherPaths.summary}>{t('about.summary')}</a>
          </li>
          <li>
            <a href={otherPaths.checkpoint}>{t('record.checkpoint')}</a>
          </li>
          <li>
            <a href={otherPaths.openApi}>{t('about.openApi')}</a>
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
        assets={{ css: pathToAsset(assets, 'allmende.css'), js: pathToAsset(assets, 'enhance.js') }}
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
