/** A training run → what it needs, with the arithmetic. */
export { estimate } from './estimate.ts'
export {
  checkTrainingRun,
  type Estimate,
  type Interval,
  type Problem,
  stepCodes,
  type Step,
  type Threshold,
  type TrainingRun,
} from './training-run.ts'
