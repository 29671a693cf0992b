import { routes, type ReplyOf } from '@allmende/wire'
import { ProblemError } from '@allmende/wire/client'
import {
  Chain,
  type ChainLink,
  Clock,
  Columns,
  ConfirmBox,
  DataTable,
  DefinitionList,
  EndedClock,
  ErrorSummary,
  type FormError,
  Notice,
  Proof,
  Said,
  Settles,
  Sheet,
  Tag,
} from '../../components/index.ts'
import { askIn, formatHours, letterIn, type Translator } from '../../messages/index.ts'
import { pathPatterns, pathTo } from '../../paths.ts'
import type { Form, Pages, Shown, Visit } from '../../web.ts'
import { showApplications, stateTones } from './applications.tsx'
import { answerEnquiry, Enquiries } from './enquiries.tsx'
import { missingIn } from './missing.ts'
import { isStep, saveStep, showStep, stepNames } from './steps.tsx'
import { whoHas } from './who-has.ts'
import { WhySite } from './why-site.tsx'
import { saveStatement, showStatement } from './statement.tsx'

type Application = ReplyOf<typeof routes.getApplication>
type State = Application['state']

const linkOf: Record<State, ChainLink> = {
  draft: 'apply',
  submitted: 'clear',
  clearing: 'clear',
  review: 'review',
  panel: 'award',
  awarded: 'submit',
  // Where one ended without an award, its `stoppedAt` says; this is for those whom that does not name.
  refused: 'clear',
  withdrawn: 'apply',
}
function Draft({ visit, application }: { readonly visit: Visit; readonly application: Application }) {
  const { t } = visit
  return (
    <Sheet title={t('apply.continueTitle')}>
      <p>{t('apply.savedAsYouGo')}</p>
      <ul>
        {stepNames.map((step) => (
          <li>
            <a href={pathTo('applicationStep', { id: application.id, step })}>{t(`apply.step.${step}`)}</a>
          </li>
        ))}
        <li>
          <a href={pathTo('statement', { id: application.id })}>{t('apply.yourStatement')}</a>
        </li>
      </ul>
      <form method="post" action={pathTo('applicationSubmit', { id: application.id })}>
        <button class="btn">{t('apply.submit')}</button>
      </form>
    </Sheet>
  )
}

/** Whether a question can be answered here; what takes more than yes or no, an officer settles with the applicant. */
function isYesNo(question: Application['questions'][number]): boolean {
  return question.answers.length > 0 && question.answers.every((a) => a.answer === 'yes' || a.answer === 'no')
}

function Questions({ visit, application }: { readonly visit: Visit; readonly application: Application }) {
  const { t } = visit
  if (application.questions.length === 0) return null
  return (
    <Sheet title={t('apply.questions')} id="questions">
      <p>{t('apply.questionsLead')}</p>
      <Settles t={t} questions={application.questions} />
      {application.questions.every(isYesNo) ? null : <p>{t('apply.questionsInWords')}</p>}
      {application.questions.some(isYesNo) ? (
        <form method="post" action={pathTo('applicationAnswers', { id: application.id })}>
          {application.questions.filter(isYesNo).map((question) => (
            <fieldset>
              <legend>
                <Said t={t} said={askIn(t.lang, question)} />
              </legend>
              {(['no', 'yes'] as const).map((value) => (
                <label class="choice">
                  <input type="radio" name={`answer:${question.fact}`} value={value} /> {t(`apply.${value}`)}
                </label>
              ))}
            </fieldset>
          ))}
          <button class="btn">{t('apply.sendAnswers')}</button>
        </form>
      ) : null}
    </Sheet>
  )
}

async function Sites({ visit, application }: { readonly visit: Visit; readonly application: Application }) {
  const { t } = visit
  if (application.submittedAt === null) return null
  const { items } = await visit.api.call(routes.listClearances, { params: { id: application.id } })
  const tone = { open: 'wait', cleared: 'ok', refused: 'stop' } as const
  return (
    <DataTable
      t={t}
      id="sites"
      caption={t('apply.sites')}
      rows={items}
      empty={<p>{t('apply.sitesPending')}</p>}
      columns={[
        { key: 'site', head: t('apply.site'), rowHead: true, cell: (row) => <bdi>{row.siteName}</bdi> },
        {
          key: 'standing',
          head: t('apply.state'),
          cell: (row) => <Tag tone={tone[row.standing]}>{t(`apply.standing.${row.standing}`)}</Tag>,
        },
        {
          key: 'why',
          head: t('apply.why'),
          cell: (row) => <WhySite t={t} row={row} />,
        },
      ]}
    />
  )
}

function Content({ t, application }: { readonly t: Translator; readonly application: Application }) {
  const { content } = application
  return (
    <Sheet title={t('apply.content')}>
      <p class="letter">{content.summary}</p>
      <DefinitionList
        items={[
          { term: t('apply.hours'), detail: formatHours(t.lang, content.askedAcceleratorMs) },
          {
            term: t('apply.organisationName'),
            detail: <bdi>{content.organisation?.name ?? '–'}</bdi>,
          },
          {
            term: t('apply.purpose'),
            detail: content.endUse.purpose ? t(`apply.purpose.${content.endUse.purpose}`) : '–',
          },
          {
            term: t('apply.useDescription'),
            detail: <bdi>{content.endUse.description || '–'}</bdi>,
          },
          {
            term: t('apply.step.team'),
            detail: <bdi>{application.team.map((m) => m.name).join(', ') || '–'}</bdi>,
          },
        ]}
      />
    </Sheet>
  )
}

const ends = ['awarded', 'refused', 'withdrawn'] as const

function hasEnded(state: State): state is (typeof ends)[number] {
  return ends.some((end) => end === state)
}

async function showApplication(visit: Visit, errors: readonly FormError[] = []): Promise<Shown> {
  const { t } = visit
  const application = await visit.api.call(routes.getApplication, { params: { id: visit.param('id') } })
  const { content, state } = application
  const title = content.title || application.number
  return {
    title,
    at: 'applications',
    failed: errors.length > 0,
    status: errors.length > 0 ? 422 : 200,
    breadcrumb: [
      { label: t('nav.applications'), href: pathPatterns.applications },
      { label: application.number },
    ],
    body: (
      <>
        <h1>
          <bdi>{title}</bdi> <Tag tone={stateTones[state]}>{t(`apply.state.${state}`)}</Tag>
        </h1>
        <Chain t={t} at={application.stoppedAt ?? linkOf[state]} stopped={application.stoppedAt !== null} />
        <ErrorSummary t={t} errors={errors} />
        {application.refusal ? (
          <Notice tone="stop" title={t('apply.refusedTitle')}>
            <p class="letter">
              <Said t={t} said={letterIn(t.lang, application.refusal)} />
            </p>
          </Notice>
        ) : null}
        {application.project ? (
          <Notice tone="ok" title={t('apply.awardedTitle')}>
            <p>
              <a class="btn" href={pathTo('project', { id: application.project })}>
                {t('apply.toProject')}
              </a>
            </p>
          </Notice>
        ) : null}
        <Columns
          main={
            <>
              {application.can.edit ? <Draft visit={visit} application={application} /> : null}
              <Enquiries visit={visit} application={application} errors={errors} />
              <Questions visit={visit} application={application} />
              {await Sites({ visit, application })}
              <Content t={t} application={application} />
              <Proof
                t={t}
                entries={application.proofs}
                verifyHref={pathTo('logEntry', { index: application.proofs.at(-1)?.index ?? 0 })}
              />
            </>
          }
          aside={
            <>
              {hasEnded(state) ? (
                <EndedClock t={t} how={state} at={application.clock.since} />
              ) : (
                <Clock
                  t={t}
                  since={application.clock.since}
                  by={application.clock.by}
                  who={whoHas(t, application.clock.who)}
                  now={visit.now}
                />
              )}
              {application.can.withdraw ? (
                <p>
                  <a href={pathTo('applicationWithdraw', { id: application.id })}>{t('apply.withdraw')}</a>
                </p>
              ) : null}
            </>
          }
        />
      </>
    ),
  }
}

async function submit(visit: Visit): Promise<Shown | Response> {
  const id = visit.param('id')
  try {
    await visit.api.call(routes.submitApplication, { params: { id }, body: {} })
  } catch (error) {
    if (
      !(error instanceof ProblemError) ||
      !['apply.incomplete', 'apply.call-closed', 'apply.state', 'award.too-much'].includes(error.problem.code)
    )
      throw error
    return showApplication(visit, await missingIn(visit, id, error.problem))
  }
  return visit.c.redirect(pathTo('application', { id }), 303)
}

async function answer(visit: Visit, form: Form): Promise<Response> {
  const id = visit.param('id')
  const { questions } = await visit.api.call(routes.getApplication, { params: { id } })
  const answers = Object.fromEntries(
    questions.flatMap(({ fact }) =>
      form.text(`answer:${fact}`) ? [[fact, form.text(`answer:${fact}`) as 'yes']] : [],
    ),
  )
  if (Object.keys(answers).length > 0)
    await visit.api.call(routes.answerQuestions, { params: { id }, body: { answers } })
  return visit.c.redirect(pathTo('application', { id }), 303)
}

function showWithdraw(visit: Visit): Shown {
  const { t } = visit
  const id = visit.param('id')
  return {
    title: t('apply.withdraw'),
    at: 'applications',
    body: (
      <>
        <h1>{t('apply.withdraw')}</h1>
        <ConfirmBox
          t={t}
          title={t('apply.withdraw')}
          effects={[t('apply.withdrawEffect')]}
          action={pathTo('applicationWithdraw', { id })}
          label={t('apply.withdraw')}
          cancelHref={pathTo('application', { id })}
          undoable={false}
        />
      </>
    ),
  }
}

export const applyPages: Pages = (pages) => {
  pages.get('applications', showApplications)
  pages.get('application', (visit) => showApplication(visit))
  pages.get('applicationStep', async (visit) => {
    const step = visit.param('step')
    return isStep(step)
      ? showStep(visit, step)
      : visit.c.redirect(pathTo('application', { id: visit.param('id') }), 303)
  })
  pages.post('applicationStep', async (visit, form) => {
    const step = visit.param('step')
    return isStep(step)
      ? saveStep(visit, step, form)
      : visit.c.redirect(pathTo('application', { id: visit.param('id') }), 303)
  })
  pages.post('applicationSubmit', submit)
  pages.post('applicationAnswers', answer)
  pages.post('applicationEnquiry', (visit, form) =>
    answerEnquiry(visit, form, (errors) => showApplication(visit, errors)),
  )
  pages.get('applicationWithdraw', async (visit) => showWithdraw(visit))
  pages.post('applicationWithdraw', async (visit) => {
    await visit.api.call(routes.withdrawApplication, { params: { id: visit.param('id') }, body: {} })
    return visit.c.redirect(pathTo('application', { id: visit.param('id') }), 303)
  })
  pages.get('statement', (visit) => showStatement(visit))
  pages.post('statement', saveStatement)
}
