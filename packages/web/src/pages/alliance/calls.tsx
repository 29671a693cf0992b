import { planInput, routes, type ReplyOf } from '@allmende/wire'
import { ProblemError } from '@allmende/wire/client'
import { DefinitionList, EmptyState, Tag } from '../../components/index.ts'
import { formatDate, formatHours, type Translator } from '../../messages/index.ts'
import { signInThen } from '../../doors.ts'
import { pathPatterns, pathTo } from '../../paths.ts'
import type { Form, Pages, Shown, Visit } from '../../web.ts'
import { planItems } from '../plan/plan-items.ts'

type Call = ReplyOf<typeof routes.getCall>

const hour = 3_600_000
/** A sign-in leads back to addresses of this length; a longer plan is asked for again. */
const nextLengthMax = 500

/** Whether a call takes applications: it is open, will open, or has closed. */
export function callState(call: Call, now: number): 'open' | 'future' | 'closed' {
  if (call.open) return 'open'
  return Date.parse(call.opensAt) > now ? 'future' : 'closed'
}

export function CallTag({
  t,
  call,
  now,
}: {
  readonly t: Translator
  readonly call: Call
  readonly now: number
}) {
  const state = callState(call, now)
  const tone = { open: 'ok', future: 'wait', closed: 'stop' } as const
  return <Tag tone={tone[state]}>{t(`alliance.${state}`)}</Tag>
}

/** Until when a call takes applications, or from when, or when it stopped. */
export function termOf(t: Translator, call: Call, now: number): string {
  const on = (instant: string) => ({ date: formatDate(t.lang, instant) })
  const state = callState(call, now)
  if (state === 'future') return t('alliance.opens', on(call.opensAt))
  if (call.closesAt === null) return t('alliance.neverCloses')
  return t(state === 'open' ? 'alliance.closes' : 'alliance.closedOn', on(call.closesAt))
}

function CallFacts({ visit, call }: { readonly visit: Visit; readonly call: Call }) {
  const { t, now } = visit
  return (
    <>
      <p>{call.summary}</p>
      <p class="soft">
        {t(`alliance.lane.${call.lane}`)} ·{' '}
        {t('alliance.upTo', { hours: formatHours(t.lang, call.maxAcceleratorMs) })} · {termOf(t, call, now)} ·{' '}
        {t('alliance.decided', { hours: call.decideWithinHours })}
      </p>
    </>
  )
}

function ApplyForm({ visit, call }: { readonly visit: Visit; readonly call: Call }) {
  const { t } = visit
  const plan = visit.query('plan')
  if (!call.open) return null
  return (
    <form method="post" action={pathTo('call', { id: call.id })}>
      <input type="hidden" name="key" value={crypto.randomUUID()} />
      {plan ? <input type="hidden" name="plan" value={plan} /> : null}
      <button class="btn">{t('alliance.apply')}</button>
    </form>
  )
}

async function showCalls(visit: Visit): Promise<Shown> {
  const { t } = visit
  const { items } = await visit.api.call(routes.listCalls, {})
  return {
    title: t('nav.calls'),
    at: 'calls',
    body: (
      <>
        <h1>{t('nav.calls')}</h1>
        <p>{t('alliance.callsLead')}</p>
        {items.length === 0 ? (
          <EmptyState title={t('alliance.noCalls')}>{t('alliance.noCallsHint')}</EmptyState>
        ) : null}
        {items.map((call) => (
          <article class="sheet">
            <h2>
              <bdi>{call.title}</bdi> <CallTag t={t} call={call} now={visit.now} />
            </h2>
            <CallFacts visit={visit} call={call} />
            <ApplyForm visit={visit} call={call} />
          </article>
        ))}
      </>
    ),
  }
}

/** One call, and the plan that somebody came with: where a sign-in leads back to. */
async function showCall(visit: Visit): Promise<Shown> {
  const { t } = visit
  const call = await visit.api.call(routes.getCall, { params: { id: visit.param('id') } })
  const plan = planItems(visit, planOf(visit.query('plan') ?? ''))
  return {
    title: call.title,
    at: 'calls',
    breadcrumb: [{ label: t('nav.calls'), href: pathPatterns.calls }, { label: call.title }],
    body: (
      <>
        <h1>
          <bdi>{call.title}</bdi> <CallTag t={t} call={call} now={visit.now} />
        </h1>
        <CallFacts visit={visit} call={call} />
        {plan.length > 0 ? (
          <>
            <h2>{t('alliance.yourPlan')}</h2>
            <DefinitionList items={plan} />
          </>
        ) : null}
        <ApplyForm visit={visit} call={call} />
      </>
    ),
  }
}

function planOf(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null
  } catch {
    return null
  }
}

/** The accelerator time that a plan asks for: what is likely, in whole hours; null where it cannot be estimated. */
async function askedByPlan(visit: Visit, plan: Record<string, unknown>): Promise<number | null> {
  const parsed = planInput.safeParse(plan)
  if (!parsed.success) return null
  try {
    const { acceleratorHours } = await visit.api.call(routes.estimate, { body: parsed.data })
    return Math.ceil(acceleratorHours.likely) * hour
  } catch (error) {
    if (error instanceof ProblemError && error.problem.status < 500) return null
    throw error
  }
}

async function startApplication(visit: Visit, form: Form): Promise<Response> {
  const id = visit.param('id')
  if (!visit.me) {
    const whole = pathTo('call', { id }, { plan: form.text('plan') })
    return visit.c.redirect(signInThen(whole.length > nextLengthMax ? pathTo('call', { id }) : whole), 303)
  }
  const plan = planOf(form.text('plan'))
  const asked = plan ? await askedByPlan(visit, plan) : null
  const application = await visit.api.call(routes.createApplication, {
    body: {
      call: id,
      content: { ...(plan ? { plan } : {}), ...(asked === null ? {} : { askedAcceleratorMs: asked }) },
    },
    idempotencyKey: form.text('key') || crypto.randomUUID(),
  })
  return visit.c.redirect(pathTo('applicationStep', { id: application.id, step: 'project' }), 303)
}

export const callPages: Pages = (pages) => {
  pages.get('calls', showCalls)
  pages.get('call', showCall)
  pages.post('call', startApplication)
}
