import { planInput, routes, type ReplyOf } from '@allmende/wire'
import {
  Columns,
  errorAt,
  ErrorSummary,
  Figures,
  type FormError,
  Radios,
  Range,
  Said,
  Select,
  Sheet,
  SubmitBar,
  Tag,
  TextInput,
} from '../../components/index.ts'
import { formatNumber, sayIn } from '../../messages/index.ts'
import { pathPatterns, pathTo } from '../../paths.ts'
import type { Pages, Shown, Visit } from '../../web.ts'
import { formErrors } from '../refused.ts'

type Estimate = ReplyOf<typeof routes.estimate>
type Texts = Record<
  'parameters' | 'tokens' | 'sequenceLength' | 'precisionBits' | 'accelerator' | 'accelerators',
  string
>

/** Billions in the form, because that is how people say it. */
const billion = 1e9

function textsOf(visit: Visit): Texts {
  return {
    parameters: visit.query('parameters') ?? '7',
    tokens: visit.query('tokens') ?? '140',
    sequenceLength: visit.query('sequenceLength') ?? '4096',
    precisionBits: visit.query('precisionBits') ?? '16',
    accelerator: visit.query('accelerator') ?? 'NVIDIA H100 SXM5',
    accelerators: visit.query('accelerators') ?? '16',
  }
}

function inputOf(texts: Texts) {
  return {
    parameters: Number(texts.parameters) * billion,
    tokens: Number(texts.tokens) * billion,
    sequenceLength: Number(texts.sequenceLength),
    precisionBits: Number(texts.precisionBits) as 16,
    accelerator: texts.accelerator,
    accelerators: Number(texts.accelerators),
  }
}

const figure = (visit: Visit, value: number) =>
  value >= 100 ? formatNumber(visit.t.lang, value) : formatNumber(visit.t.lang, value, value >= 1 ? 1 : 3)

function Result({
  visit,
  estimate,
  texts,
}: {
  readonly visit: Visit
  readonly estimate: Estimate
  readonly texts: Texts
}) {
  const { t } = visit
  const span = (interval: { low: number; high: number }) =>
    t('plan.between', { low: figure(visit, interval.low), high: figure(visit, interval.high) })
  return (
    <>
      <h2>{t('plan.result')}</h2>
      <Figures
        items={[
          {
            label: t('plan.hours'),
            value: figure(visit, estimate.acceleratorHours.likely),
            unit: 'h',
            basis: span(estimate.acceleratorHours),
          },
          {
            label: t('plan.time'),
            value: figure(visit, estimate.wallHours.likely),
            unit: 'h',
            basis: span(estimate.wallHours),
          },
          {
            label: t('plan.memory'),
            value: figure(visit, estimate.memoryGiB.likely),
            unit: 'GiB',
            basis:
              estimate.minimumAccelerators === null
                ? span(estimate.memoryGiB)
                : t('plan.atLeast', { count: estimate.minimumAccelerators }),
          },
          estimate.energyKWh
            ? {
                label: t('plan.energy'),
                value: figure(visit, estimate.energyKWh.likely),
                unit: 'kWh',
                basis: span(estimate.energyKWh),
              }
            : { label: t('plan.energy'), value: '–', basis: t('plan.energyUnknown') },
        ]}
      />
      <p>
        <a class="btn" href={pathTo('calls', {}, { plan: JSON.stringify(inputOf(texts)) })}>
          {t('plan.apply')}
        </a>
      </p>
      <Sheet title={t('plan.thresholds')}>
        <ul>
          {estimate.thresholds.map((threshold) => (
            <li>
              <Tag tone={threshold.met ? 'wait' : 'ok'}>
                {threshold.met ? t('plan.met') : t('plan.notMet')}
              </Tag>{' '}
              <Said t={t} said={sayIn(t.lang, [`plan.${threshold.code}`], threshold.name)} />:{' '}
              {threshold.flop.toExponential(0)} FLOP (<cite lang="en">{threshold.citation}</cite>;{' '}
              {t(`law.${threshold.status}`)})
            </li>
          ))}
        </ul>
      </Sheet>
      <details open>
        <summary>{t('reason.arithmetic')}</summary>
        <ol class="arithmetic">
          {estimate.arithmetic.map((line) => (
            <li>
              <Said t={t} said={sayIn(t.lang, [`plan.${line.step}`], line.sentence, line.values)} />
            </li>
          ))}
        </ol>
        {estimate.assumptions.length > 0 ? <h3>{t('plan.assumed')}</h3> : null}
        <ul>
          {estimate.assumptions.map((line) => (
            <li>
              <Said t={t} said={sayIn(t.lang, [`plan.${line.step}`], line.sentence, line.values)} />
            </li>
          ))}
        </ul>
      </details>
    </>
  )
}

function PlanForm({
  visit,
  texts,
  names,
  errors,
}: {
  readonly visit: Visit
  readonly texts: Texts
  readonly names: readonly string[]
  readonly errors: readonly FormError[]
}) {
  const { t } = visit
  const common = (name: keyof Texts) => ({
    t,
    name,
    label: t(`plan.${name}`),
    hint: t(`plan.${name}Hint`),
    error: errorAt(errors, name),
  })
  return (
    <form method="get" action={pathPatterns.plan}>
      <Range {...common('parameters')} min={0.1} max={1000} step={0.1} value={Number(texts.parameters)} />
      <Range {...common('tokens')} min={1} max={20000} step={1} value={Number(texts.tokens)} />
      <TextInput
        {...common('sequenceLength')}
        type="number"
        min={1}
        max={10_000_000}
        value={texts.sequenceLength}
        short
      />
      <Radios
        {...common('precisionBits')}
        value={texts.precisionBits}
        options={['4', '8', '16', '32'].map((bits) => ({
          value: bits,
          label: t('plan.bits', { bits: Number(bits) }),
        }))}
      />
      <Select
        {...common('accelerator')}
        value={texts.accelerator}
        options={names.map((name) => ({ value: name, label: name }))}
      />
      <Range {...common('accelerators')} min={1} max={4096} step={1} value={Number(texts.accelerators)} />
      <SubmitBar t={t} label={t('plan.estimate')} />
    </form>
  )
}

async function showPlan(visit: Visit): Promise<Shown> {
  const { t } = visit
  const texts = textsOf(visit)
  const { items } = await visit.api.call(routes.listAccelerators, {})
  let errors: FormError[] = []
  let estimate: Estimate | null = null
  const parsed = planInput.safeParse(inputOf(texts))
  if (parsed.success) {
    try {
      estimate = await visit.api.call(routes.estimate, { body: parsed.data })
    } catch (error) {
      errors = formErrors(visit.t, error)
    }
  } else {
    errors = [...new Set(parsed.error.issues.map((issue) => String(issue.path[0])))].map((name) => ({
      name,
      message: t('plan.wrong', { field: t(`plan.${name as keyof Texts}`) }),
    }))
  }
  return {
    title: t('plan.title'),
    at: 'plan',
    failed: errors.length > 0,
    status: errors.length > 0 ? 422 : 200,
    body: (
      <>
        <h1>{t('plan.title')}</h1>
        <p>{t('plan.lead')}</p>
        <ErrorSummary t={t} errors={errors} />
        <Columns
          main={
            estimate ? <Result visit={visit} estimate={estimate} texts={texts} /> : <p>{t('plan.mend')}</p>
          }
          aside={
            <PlanForm visit={visit} texts={texts} names={items.map((item) => item.name)} errors={errors} />
          }
        />
      </>
    ),
  }
}

export const planPages: Pages = (pages) => {
  pages.get('plan', showPlan)
}
