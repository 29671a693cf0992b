import { checkTrainingRun, estimate, type TrainingRun, type Step } from '@allmende/domain/planner'
import { accelerators, classify, findAccelerator } from '@allmende/domain/rules'
import { parseCalendarDate } from '@allmende/domain/terms'
import { routes, type BodyOf } from '@allmende/wire'
import type { Room } from '../http/api.ts'
import { Refusal } from '../http/problems.ts'
import { boardOf } from './boards.ts'

const slugOf = (name: string) =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')

/** Registered accelerators, classified as of a day (UTC), by id. */
function listAccelerators(now: Date) {
  const today = parseCalendarDate(now.toISOString().slice(0, 10))
  if (!today) throw new Error('Invariant broken: a moment has a calendar date')
  return accelerators
    .map((accelerator) => {
      const { tpp, pd, paragraphs, outcome } = classify(accelerator, today)
      const { name, confidence } = accelerator
      return {
        id: slugOf(name),
        name,
        tpp,
        performanceDensity: pd,
        paragraphs: [...paragraphs],
        outcome,
        confidence,
      }
    })
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

/** The accelerator by its name or id. @throws {Refusal} request.invalid naming the fields that cannot be used */
function parseRun(body: BodyOf<typeof routes.estimate>): TrainingRun {
  const byId = accelerators.find((a) => slugOf(a.name) === body.accelerator)
  const accelerator = findAccelerator(body.accelerator) ?? byId
  if (!accelerator) {
    const detail = `No figures are registered for "${body.accelerator}".`
    throw new Refusal('request.invalid', detail, {
      remedy: 'Choose one of GET /api/v1/accelerators.',
      fields: [{ field: 'accelerator', message: 'the name of a registered accelerator' }],
    })
  }
  const run = { ...body, accelerator, ...boardOf(accelerator.name) }
  const fields = checkTrainingRun(run).map((p) => ({ field: p.field, message: `expected ${p.expected}` }))
  if (fields.length > 0) {
    throw new Refusal('request.invalid', fields.map((f) => `${f.field}: ${f.message}`).join('; '), { fields })
  }
  return run
}

const stepOf = (line: Step) => ({ ...line, values: { ...line.values } })

function estimateRun(body: BodyOf<typeof routes.estimate>) {
  const found = estimate(parseRun(body))
  return {
    ...found,
    thresholds: found.thresholds.map((t) => ({ ...t })),
    arithmetic: found.arithmetic.map(stepOf),
    assumptions: found.assumptions.map(stepOf),
  }
}

export const planRoom: Room = (serve, ctx) => {
  serve(routes.estimate, async ({ body }) => ({ body: estimateRun(body) }))
  serve(routes.listAccelerators, async () => ({ body: { items: listAccelerators(ctx.now()) } }))
}
