import type { Determination } from '@allmende/domain/terms'
import { loadReaders, teamPersons } from '../apply/index.ts'
import type { Context } from '../context.ts'
import type { PersonActor } from '../http/actor.ts'
import { newId } from '../http/ids.ts'
import { demand } from '../http/policy.ts'
import { Refusal } from '../http/problems.ts'
import { loadPerson, queueMail } from '../people/index.ts'
import { append } from '../record/index.ts'
import { liveStates } from './evaluate.ts'
import { hideStandsFor, standsFor } from './stands-for.ts'
import { askedFacts, findEnquiry, insertEnquiry, saveAnswer, type EnquiryRow } from './store-officers.ts'
import { loadDeterminations, lockApplication, type ApplicationRow } from './store.ts'

type Ask = { readonly text: string; readonly fact: string | null }

function isYesNo(question: Determination['questions'][number]): boolean {
  return question.answers.length > 0 && question.answers.every(({ answer }) => ['yes', 'no'].includes(answer))
}

/** The words of an open question of the rules. One that is answered, or takes more than yes or no, is asked in words. */
async function questionFor(ctx: Context, application: ApplicationRow, fact: string): Promise<string> {
  const open = (await loadDeterminations(ctx, application.id)).flatMap(
    ({ determination }) => determination.result.questions,
  )
  const question = open.find((one) => one.fact === fact)
  if (application.state !== 'clearing' || !question || !isYesNo(question) || application.answers[fact])
    throw new Refusal(
      'clear.enquiry',
      `The rules have no open question about "${fact}" that takes yes or no.`,
      {
        remedy: 'Ask in your own words.',
        fields: [{ field: 'fact', message: 'names no open question' }],
      },
    )
  if ((await askedFacts(ctx, application.id)).includes(fact))
    throw new Refusal('clear.enquiry', 'An officer has asked this already; the answer is still to come.')
  return question.ask
}

/** Asks whoever leads an application. While a question is open, the applicant has the clock. */
export async function askApplicant(
  ctx: Context,
  officer: PersonActor,
  id: string,
  ask: Ask,
): Promise<EnquiryRow> {
  demand(officer, { action: 'case.decide', team: await teamPersons(ctx, id) })
  const application = await lockApplication(ctx, id)
  if (!application) throw new Refusal('request.not-found', 'There is no such application.')
  if (!liveStates.includes(application.state))
    throw new Refusal('clear.enquiry', `The application is ${application.state}; nobody would answer.`)
  const text = ask.fact === null ? ask.text : await questionFor(ctx, application, ask.fact)
  if (text === '')
    throw new Refusal('clear.enquiry', 'The question is empty.', {
      remedy: 'Write what you want to know, or choose an open question of the rules.',
      fields: [{ field: 'text', message: 'is missing' }],
    })
  const enquiry: EnquiryRow = {
    id: newId(ctx.now()),
    application: id,
    officer: officer.person,
    standsFor: standsFor(officer),
    fact: ask.fact,
    text,
    askedAt: ctx.now(),
    answer: null,
    answeredBy: null,
    answeredAt: null,
  }
  await insertEnquiry(ctx, enquiry)
  const lead = await loadPerson(ctx, application.lead)
  if (lead)
    await queueMail(ctx, {
      to: lead.email,
      subject: `A question about ${application.number}`,
      text: `A compliance officer has a question about your application ${application.number}. It waits for your answer:\n\n${ctx.settings.publicUrl}/applications/${id}\n`,
    })
  await append(ctx, 'enquiry.asked', [id], (hide) => ({
    application: id,
    enquiry: enquiry.id,
    officer: hide('officer', officer.person),
    ...hideStandsFor(hide, enquiry.standsFor),
    text: hide('text', text),
  }))
  return enquiry
}

/** The lead answers in their own words. What the rules ask for is answered among the facts, so that they are asked again. */
export async function answerEnquiry(
  ctx: Context,
  actor: PersonActor,
  application: string,
  id: string,
  answer: string,
): Promise<{ enquiry: EnquiryRow; officerName: string }> {
  const readers = await loadReaders(ctx, application)
  if (!readers) throw new Refusal('request.not-found', 'There is no such application.')
  demand(actor, { action: 'application.edit', lead: readers.lead })
  const row = await lockApplication(ctx, application)
  const found = await findEnquiry(ctx, application, id)
  if (!row || !found) throw new Refusal('request.not-found', 'There is no such question.')
  if (!liveStates.includes(row.state))
    throw new Refusal('clear.enquiry', `The application is ${row.state}; nothing is left to answer.`)
  if (found.enquiry.fact !== null)
    throw new Refusal('clear.enquiry', 'The rules ask this; it takes yes or no.', {
      remedy: `Answer it among the questions of the rules, as "${found.enquiry.fact}".`,
    })
  const given = { answer, answeredBy: actor.person, answeredAt: ctx.now() }
  if (!(await saveAnswer(ctx, id, given)))
    throw new Refusal('clear.enquiry', 'This question was answered already.', {
      remedy: 'The officer sees that answer. If it is wrong, wait until they ask again.',
    })
  await append(ctx, 'enquiry.answered', [application], (hide) => ({
    application,
    enquiry: id,
    by: hide('by', actor.person),
    answer: hide('answer', answer),
  }))
  return { ...found, enquiry: { ...found.enquiry, ...given } }
}
