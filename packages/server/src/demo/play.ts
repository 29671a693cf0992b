import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { routes, type ReplyOf } from '@allmende/wire'
import { packBundle } from '@allmende/wire/bundle'
import { verifyLog } from '@allmende/verifier'
import { demoApplication, demoPeople, demoStatements } from './cast.ts'
import { leaveOpenWork } from './open-work.ts'
import type { Steps } from './steps.ts'
import { signIn, type Visitor } from './visitor.ts'

type Application = ReplyOf<typeof routes.getApplication>
const hour = 3_600_000

async function until<T>(what: string, seconds: number, look: () => Promise<T | null>): Promise<T> {
  const deadline = performance.now() + seconds * 1000
  for (;;) {
    const found = await look()
    if (found !== null) return found
    if (performance.now() > deadline)
      throw new Error(
        `Waited ${seconds} s for ${what}, in vain. The pages show what it waits for; the next start goes on from here.`,
      )
    await pause(200)
  }
}

async function plan(lead: Visitor, steps: Steps): Promise<void> {
  await steps.link('plan', 'how much compute does it need?', async (say) => {
    const estimate = await lead.call(routes.estimate, {
      body: { ...demoApplication.plan, precisionBits: 16 },
    })
    say(
      `${estimate.trainingFlop.toExponential(2)} FLOP on ${estimate.accelerator}: ${estimate.acceleratorHours.likely.toPrecision(2)} accelerator-hours (${estimate.acceleratorHours.low.toPrecision(2)} to ${estimate.acceleratorHours.high.toPrecision(2)})`,
    )
  })
}

/** Starts, or takes up again, the example application and submits it. */
async function apply(baseUrl: string, lead: Visitor, steps: Steps): Promise<Application> {
  return steps.link('apply', 'the lead writes, a colleague joins', async (say) => {
    const begun = await lead.call(routes.createApplication, {
      body: {
        call: 'languages',
        member: 'ke',
        content: { ...demoApplication, plan: { ...demoApplication.plan } },
      },
      idempotencyKey: 'demo:application',
    })
    let application = await lead.call(routes.getApplication, { params: { id: begun.id } })
    if (application.state === 'draft') {
      await lead.call(routes.inviteTeamMember, {
        params: { id: begun.id },
        body: { name: demoPeople.mate.name, email: demoPeople.mate.email },
        idempotencyKey: 'demo:invite',
      })
      await lead.call(routes.saveStatement, {
        params: { id: begun.id },
        body: { ...demoStatements.lead, otherNames: [], nationalities: ['KE'] },
      })
      const mate = await signIn(baseUrl, demoPeople.mate.email)
      await mate.call(routes.saveStatement, {
        params: { id: begun.id },
        body: { ...demoStatements.mate, otherNames: [], nationalities: ['KE'] },
      })
      application = await lead.call(routes.submitApplication, { params: { id: begun.id }, body: {} })
    }
    say(`${application.number} "${application.content.title}", team of ${application.team.length}, submitted`)
    return application
  })
}

/** The officer decides what the rules leave open; the lead answers what they ask. */
async function clear(baseUrl: string, lead: Visitor, id: string, steps: Steps): Promise<void> {
  await steps.link('clear', 'people are screened, each site is determined', async (say) => {
    const officer = await signIn(baseUrl, demoPeople.officer.email)
    let asked = 0
    await until('clearance', 60, async () => {
      const application = await lead.call(routes.getApplication, { params: { id } })
      if (!['submitted', 'clearing'].includes(application.state)) return application
      if (application.state !== 'clearing') return null
      if (application.questions.length > 0) {
        asked += application.questions.length
        await lead.call(routes.answerQuestions, {
          params: { id },
          body: { answers: Object.fromEntries(application.questions.map((q) => [q.fact, 'no' as const])) },
        })
        return null
      }
      const file = await officer.call(routes.getCase, { params: { id } })
      for (const hit of file.parties.flatMap((p) => p.hits).filter((h) => h.state === 'open')) {
        await officer.call(routes.decideHit, {
          params: { id: hit.id },
          body: {
            verdict: 'cleared',
            reason:
              'Demo: another name, birth date and country; an invented person cannot be on a real list.',
          },
        })
      }
      for (const site of file.sites.filter((s) => s.standing === 'open' && s.result.questions.length === 0)) {
        await officer.call(routes.decideDetermination, {
          params: { id: site.determination },
          body: {
            verdict: 'cleared',
            reason:
              'Demo: civil research by a trust in Kenya, no open question left; the conditions of the site are met.',
          },
        })
      }
      return null
    })
    const { items } = await lead.call(routes.listClearances, { params: { id } })
    const cleared = items.filter((c) => c.standing === 'cleared').map((c) => c.siteName)
    say(
      `${asked} questions answered; cleared at ${cleared.join(', ') || 'no site'}, of ${items.length} sites`,
    )
  })
}

async function review(baseUrl: string, lead: Visitor, id: string, steps: Steps): Promise<void> {
  await steps.link('review', 'two people without a conflict read it', async (say) => {
    const scores: number[] = []
    for (const [at, who] of ([demoPeople.reviewerOne, demoPeople.reviewerTwo] as const).entries()) {
      const reviewer = await signIn(baseUrl, who.email)
      const { items } = await reviewer.call(routes.listReviews, {})
      const mine = items.find((r) => r.application === id)
      if (mine?.state === 'assigned') {
        await reviewer.call(routes.submitReview, {
          params: { id: mine.id },
          body: {
            score: 5 - at,
            comment:
              'Small, open and useful: it shows every team how much a first model of its language needs.',
          },
        })
        scores.push(5 - at)
      } else if (mine?.score) scores.push(mine.score)
    }
    await until('the panel', 30, async () => {
      const { state } = await lead.call(routes.getApplication, { params: { id } })
      return state === 'review' ? null : state
    })
    say(`scores ${scores.join(' and ')} of 5`)
  })
}

async function award(baseUrl: string, lead: Visitor, id: string, steps: Steps): Promise<string> {
  return steps.link('award', 'the panel chair decides; a canary job proves that it runs', async (say) => {
    let application = await lead.call(routes.getApplication, { params: { id } })
    if (application.state === 'panel') {
      const chair = await signIn(baseUrl, demoPeople.chair.email)
      await chair.call(routes.awardApplication, {
        params: { id },
        body: {
          acceleratorMs: 40 * hour,
          days: 30,
          conditions: ['Publish text, code, weights and the usage record.'],
          reason: 'Both reviewers recommend it; it costs little and helps every member.',
        },
      })
      application = await lead.call(routes.getApplication, { params: { id } })
    }
    const slug = application.project
    if (!slug)
      throw new Error(
        `The application ended as "${application.state}": ${application.refusal ?? 'no reason given'}`,
      )
    say('awarded; the canary runs at each cleared site')
    const project = await until('the canary', 120, async () => {
      const found = await lead.call(routes.getProject, { params: { id: slug } })
      return found.state === 'active' ? found : null
    })
    say(
      `40 accelerator-hours for 30 days, proven at ${project.sites
        .filter((s) => s.canary === 'ran')
        .map((s) => s.siteName)
        .join(', ')}`,
    )
    return slug
  })
}

async function run(lead: Visitor, project: string, examples: string, steps: Steps): Promise<string> {
  const job = await steps.link('submit', 'the example job: examples/train-char-lm', async (say) => {
    const bundle = await packBundle(join(examples, 'train-char-lm'))
    await lead.call(routes.uploadBundle, { params: { sha256: bundle.sha256 }, raw: bundle.data })
    const submitted = await lead.call(routes.submitJob, {
      body: {
        project,
        name: 'train-char-lm',
        command: ['node', 'train.mjs'],
        bundle: bundle.sha256,
        accelerators: 1,
        cpus: 1,
        memoryMiB: 1024,
        diskMiB: 64,
        outputMiB: 4,
        minutes: 5,
      },
      idempotencyKey: `demo:job:${bundle.sha256.slice(0, 16)}`,
    })
    say(`job ${submitted.id}, ${(bundle.data.byteLength / 1024).toFixed(0)} KiB of files`)
    return submitted.id
  })
  await steps.link('place', 'which lawful site has room?', async (say) => {
    const placed = await until('a place', 60, async () => {
      const found = await lead.call(routes.getJob, { params: { id: job } })
      return found.state === 'queued' ? null : found
    })
    const explained = await lead.call(routes.explainJob, { params: { id: job } })
    say(`at ${placed.siteName}; ${explained.sites.length} sites explained`)
  })
  await steps.link('run', 'training on the Universal Declaration of Human Rights', (say) =>
    follow(lead, job, say),
  )
  return job
}

/** Follows the job's own output; the last line stands on the screen. */
async function follow(lead: Visitor, job: string, say: (text: string) => void): Promise<void> {
  let offset = 0
  for (;;) {
    const part = await lead.send(routes.readLog, { params: { id: job }, query: { offset, waitMs: 5000 } })
    const text = await part.text()
    offset = Number(part.headers.get('allmende-next'))
    const line = text.trimEnd().split('\n').at(-1)
    if (line) say(line)
    if (part.headers.get('allmende-end') === 'yes') break
  }
  const ended = await lead.call(routes.getJob, { params: { id: job } })
  if (ended.result !== 'finished')
    throw new Error(
      `The job ended as "${ended.result}", exit code ${ended.exitCode}. Its log: allmende logs ${job}`,
    )
  say(
    `finished at ${ended.siteName} (${ended.sandbox === 'none' ? 'no sandbox on this machine' : ended.sandbox})`,
  )
}

async function account(baseUrl: string, lead: Visitor, job: string, steps: Steps): Promise<void> {
  await steps.link('meter', 'usage signed by the site, counted once', async (say) => {
    const metered = await until('the usage record', 30, async () => {
      const found = await lead.call(routes.getJob, { params: { id: job } })
      return found.usedAcceleratorMs === null ? null : found.usedAcceleratorMs
    })
    say(`${(metered / 1000).toFixed(1)} accelerator-seconds`)
  })
  await steps.link('record', 'the log is rebuilt and checked by a program of its own', async (say) => {
    const report = await verifyLog(baseUrl)
    const failed = report.checks.filter((c) => !c.ok)
    if (failed.length > 0)
      throw new Error(`The log does not verify: ${failed.map((c) => `${c.name}: ${c.detail}`).join('; ')}`)
    say(`${report.checks.length} checks, all good`)
  })
  await steps.link('report', 'what each member gave and got', async (say) => {
    const summary = await lead.call(routes.getSummary, {})
    const gave = summary.members
      .filter((m) => m.givenAcceleratorMs > 0)
      .map((m) => `${m.name} gave ${(m.givenAcceleratorMs / 1000).toFixed(1)} s`)
    say(`${gave.join(', ')}: ${baseUrl}`)
  })
}

/** Waits until the rules have looked at an application: its sites are determined, whatever came of it. */
function settled(baseUrl: string): (id: string) => Promise<void> {
  return async (id) => {
    const officer = await signIn(baseUrl, demoPeople.officer.email)
    await until('the rules', 60, async () => {
      const file = await officer.call(routes.getCase, { params: { id } })
      return file.sites.length > 0 ? true : null
    })
  }
}

/**
 * Plays the chain once through the public API, as its people would. Every step asks what stands already and
 * carries a fixed key, so a play that was killed is taken up where it was. @returns the example job's id
 */
export async function playChain(baseUrl: string, examples: string, steps: Steps): Promise<string> {
  const lead = await signIn(baseUrl, demoPeople.lead.email)
  await plan(lead, steps)
  const { id } = await apply(baseUrl, lead, steps)
  await clear(baseUrl, lead, id, steps)
  await review(baseUrl, lead, id, steps)
  const project = await award(baseUrl, lead, id, steps)
  const job = await run(lead, project, examples, steps)
  await account(baseUrl, lead, job, steps)
  await steps.link('then', 'two more applications, left for you', async (say) => {
    const { toClear, toReview } = await leaveOpenWork(baseUrl, settled(baseUrl))
    say(`"${toClear}" waits for the officer, "${toReview}" for reviewers`)
  })
  return job
}
