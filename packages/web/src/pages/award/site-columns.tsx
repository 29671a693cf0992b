import { Tag, type Column } from '../../components/index.ts'
import type { Translator } from '../../messages/index.ts'

type SiteRow = { readonly siteName: string; readonly standing: 'open' | 'cleared' | 'refused' }

const standingTone = { open: 'wait', cleared: 'ok', refused: 'stop' } as const

/** A site and what stands for the project there: the columns with which every table of sites begins. */
export function siteColumns<Row extends SiteRow>(t: Translator): readonly Column<Row>[] {
  return [
    { key: 'site', head: t('sites.site'), rowHead: true, cell: (s) => <bdi>{s.siteName}</bdi> },
    {
      key: 'standing',
      head: t('award.standing'),
      cell: (s) => <Tag tone={standingTone[s.standing]}>{t(`apply.standing.${s.standing}`)}</Tag>,
    },
  ]
}
