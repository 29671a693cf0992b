import { routes, type ReplyOf } from '@allmende/wire'
import { Sheet, Sign } from '../../components/index.ts'
import { pathPatterns, type PageName } from '../../paths.ts'
import type { MessageKey } from '../../messages/index.ts'
import type { Shown, Visit } from '../../web.ts'
import { ShortTable } from '../award/panel.tsx'
import { deskPage } from './desk.tsx'

type Step = {
  readonly page: PageName
  readonly label: MessageKey
  readonly hint: MessageKey
  readonly count: number
  /** Done only with all of these; without, one is enough. */
  readonly lacks?: readonly string[]
}

/** Who must be there before an application can be decided: how many of each role. */
const needed = [
  ['officer', 1],
  ['panel-chair', 1],
  ['reviewer', 2],
] as const

type SetUp = ReplyOf<typeof routes.getSetUp>

const holdersOf = (setUp: SetUp, role: string) =>
  setUp.holders.find((holder) => holder.role === role)?.people ?? 0

function lackingRoles({ t }: Visit, setUp: SetUp): string[] {
  return needed.flatMap(([role, want]) => {
    const have = holdersOf(setUp, role)
    return have >= want ? [] : [t('secretariat.lacks', { role: t(`role.${role}`), count: want - have })]
  })
}

/** What stands already, in the order in which an alliance is set up; and what waits for somebody to be named. */
async function overviewOf(visit: Visit) {
  const { api } = visit
  const [setUp, sites, lists] = await Promise.all([
    api.call(routes.getSetUp, {}),
    api.call(routes.listSites, {}),
    api.call(routes.listLists, {}),
  ])
  const steps: readonly Step[] = [
    {
      page: 'secretariatMembers',
      label: 'secretariat.member',
      hint: 'secretariat.memberHint',
      count: setUp.members,
    },
    {
      page: 'secretariatPeople',
      label: 'secretariat.grant',
      hint: 'secretariat.officerHint',
      count: needed.reduce((sum, [role]) => sum + holdersOf(setUp, role), 0),
      lacks: lackingRoles(visit, setUp),
    },
    {
      page: 'secretariatSites',
      label: 'secretariat.site',
      hint: 'secretariat.siteHint',
      count: sites.items.filter((s) => s.state === 'online').length,
    },
    {
      page: 'secretariatLists',
      label: 'secretariat.list',
      hint: 'secretariat.listHint',
      count: lists.items.filter((l) => !l.stale).length,
    },
    {
      page: 'secretariatCalls',
      label: 'secretariat.call',
      hint: 'secretariat.callHint',
      count: setUp.callsOpen,
    },
  ]
  return { steps, short: setUp.short }
}

function StepLine({ visit, step }: { readonly visit: Visit; readonly step: Step }) {
  const { t } = visit
  const lacks = step.lacks ?? []
  const done = step.count > 0 && lacks.length === 0
  return (
    <li>
      <Sign tone={done ? 'ok' : 'wait'} /> <a href={pathPatterns[step.page]}>{t(step.label)}</a>{' '}
      <small>
        {done
          ? t('secretariat.have', { count: step.count })
          : [t('secretariat.missing'), ...lacks].join(' · ')}
      </small>
      <p class="soft">{t(step.hint)}</p>
    </li>
  )
}

export async function showOverview(visit: Visit): Promise<Shown> {
  const { t } = visit
  const { steps, short } = await overviewOf(visit)
  return deskPage(
    visit,
    'secretariat',
    <>
      {short.length > 0 ? <ShortTable visit={visit} rows={short} /> : null}
      <Sheet title={t('secretariat.start')}>
        <p>{t('secretariat.startHint')}</p>
        <ol>
          {steps.map((step) => (
            <StepLine visit={visit} step={step} />
          ))}
        </ol>
      </Sheet>
    </>,
  )
}
