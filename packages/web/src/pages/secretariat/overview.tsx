import { routes } from '@allmende/wire'
import { Sheet, Sign } from '../../components/index.ts'
import { pathPatterns, type PageName } from '../../paths.ts'
import type { MessageKey } from '../../messages/index.ts'
import type { Shown, Visit } from '../../web.ts'
import { deskPage } from './desk.tsx'

type Step = {
  readonly page: PageName
  readonly label: MessageKey
  readonly hint: MessageKey
  readonly count: number
}

/** What stands already, in the order in which an alliance is set up. */
async function stepsOf({ api }: Visit): Promise<readonly Step[]> {
  const [members, people, sites, lists, calls] = await Promise.all([
    api.call(routes.listMembers, {}),
    api.call(routes.listPeople, { query: {} }),
    api.call(routes.listSites, {}),
    api.call(routes.listLists, {}),
    api.call(routes.listCalls, {}),
  ])
  const officers = people.items.filter((p) => p.grants.some((g) => g.role === 'officer')).length
  const online = sites.items.filter((s) => s.state === 'online').length
  const current = lists.items.filter((l) => !l.stale).length
  return [
    {
      page: 'secretariatMembers',
      label: 'secretariat.member',
      hint: 'secretariat.memberHint',
      count: members.items.length,
    },
    {
      page: 'secretariatPeople',
      label: 'secretariat.grant',
      hint: 'secretariat.officerHint',
      count: officers,
    },
    {
      page: 'secretariatSites',
      label: 'secretariat.site',
      hint: 'secretariat.siteHint',
      count: online,
    },
    {
      page: 'secretariatLists',
      label: 'secretariat.list',
      hint: 'secretariat.listHint',
      count: current,
    },
    {
      page: 'secretariatCalls',
      label: 'secretariat.call',
      hint: 'secretariat.callHint',
      count: calls.items.filter((c) => c.open).length,
    },
  ]
}

export async function showOverview(visit: Visit): Promise<Shown> {
  const { t } = visit
  const steps = await stepsOf(visit)
  return deskPage(
    visit,
    'secretariat',
    <Sheet title={t('secretariat.start')}>
      <p>{t('secretariat.startHint')}</p>
      <ol>
        {steps.map((step) => (
          <li>
            <Sign tone={step.count > 0 ? 'ok' : 'wait'} />{' '}
            <a href={pathPatterns[step.page]}>{t(step.label)}</a>{' '}
            <small>
              {step.count > 0 ? t('secretariat.have', { count: step.count }) : t('secretariat.missing')}
            </small>
            <p class="soft">{t(step.hint)}</p>
          </li>
        ))}
      </ol>
    </Sheet>,
  )
}
