import type { Waiting } from '../apply/index.ts'
import { listAtPanel } from '../award/index.ts'
import { listWaitingCases, listWaitingOperators, listWaitingRoleHolders } from '../clear/index.ts'
import type { Context } from '../context.ts'
import { keepNotices, loadHolders, queueMail } from '../people/index.ts'

/** Work that waits for whoever holds a role: where it is done, and how a mail calls it. */
type Desk = {
  readonly topic: string
  readonly role: 'officer' | 'panel-chair'
  readonly path: string
  /** Whether the path is a page of all of them: none has a page of its own. */
  readonly together?: true
  readonly one: string
  readonly many: string
  readonly list: (ctx: Context) => Promise<Waiting[]>
}

const desks: readonly Desk[] = [
  {
    topic: 'case',
    role: 'officer',
    path: 'clear',
    one: 'case waits for an officer',
    many: 'cases wait for an officer',
    list: listWaitingCases,
  },
  {
    topic: 'site-hit',
    role: 'officer',
    path: 'hits',
    together: true,
    one: 'hit of the operator of a site waits for an officer',
    many: 'hits of operators of sites wait for an officer',
    list: listWaitingOperators,
  },
  {
    topic: 'role-hit',
    role: 'officer',
    path: 'hits',
    together: true,
    one: 'hit of somebody who holds a role waits for an officer',
    many: 'hits of people who hold roles wait for an officer',
    list: listWaitingRoleHolders,
  },
  {
    topic: 'panel',
    role: 'panel-chair',
    path: 'panel',
    one: "application waits for the panel's decision",
    many: "applications wait for the panel's decision",
    list: listAtPanel,
  },
]

/** One mail names so many; the rest are counted. */
const namedMax = 50

const minuteOf = (at: Date) => `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`

function lineOf(ctx: Context, desk: Desk, work: Waiting): string {
  const late = work.by !== null && work.by <= ctx.now()
  const by = work.by === null ? '' : late ? `, late since ${minuteOf(work.by)}` : `, by ${minuteOf(work.by)}`
  return `${work.number}${by}\n${ctx.settings.publicUrl}/${desk.path}${desk.together ? '' : `/${work.application}`}`
}

async function tell(
  ctx: Context,
  desk: Desk,
  to: string,
  fresh: readonly Waiting[],
  late: readonly Waiting[],
): Promise<void> {
  const about = [...new Set([...late, ...fresh])]
  if (about.length === 0) return
  const count = (works: readonly Waiting[]) => `${works.length} ${works.length === 1 ? desk.one : desk.many}`
  const more = about.length > namedMax ? [`And ${about.length - namedMax} more.`] : []
  await queueMail(ctx, {
    to,
    subject: late.length > 0 ? `${count(about)}, ${late.length} late` : count(about),
    text: `${[...about.slice(0, namedMax).map((work) => lineOf(ctx, desk, work)), ...more].join('\n\n')}\n`,
  })
}

/**
 * Tells officers of cases and the panel's chair of applications that wait for them: once when each begins to wait,
 * and once when its term has passed; what waits again later is told again. One mail for all that is new, to nobody
 * about their own team, and with nobody's name in it. What is told is noted in the same transaction, so a crash
 * leaves it to the next run. @returns whether anybody was told
 */
export async function tellWork(ctx: Context): Promise<boolean> {
  let told = false
  for (const desk of desks) {
    told =
      (await ctx.db.transaction(async () => {
        const waiting = await desk.list(ctx)
        const late = waiting.filter(({ by }) => by !== null && by <= ctx.now())
        const newOf = async (topic: string, works: readonly Waiting[]) => {
          const ids = await keepNotices(
            ctx,
            topic,
            works.map((work) => work.application),
          )
          return works.filter((work) => ids.has(work.application))
        }
        const [fresh, overdue] = [await newOf(desk.topic, waiting), await newOf(`${desk.topic}-late`, late)]
        if (fresh.length + overdue.length === 0) return false
        for (const { person, email } of await loadHolders(ctx, desk.role)) {
          const theirs = (works: readonly Waiting[]) => works.filter(({ team }) => !team.includes(person))
          await tell(ctx, desk, email, theirs(fresh), theirs(overdue))
        }
        return true
      })) || told
  }
  return told
}
