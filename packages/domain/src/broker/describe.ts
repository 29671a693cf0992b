import type { Verdict } from './types.ts'

const hours = (ms: unknown) => `${(Number(ms) / 3_600_000).toFixed(2)} accelerator-hours`

/** A verdict in English: what is the case, and what would change it. */
export function describeVerdict({ verdict, params }: Verdict): {
  sentence: string
  whatWouldChangeIt: string | null
} {
  switch (verdict) {
    case 'placed':
      return { sentence: 'Runs here: cleared, and there is room now.', whatWouldChangeIt: null }
    case 'another-site':
      return {
        sentence: `Cleared and able, but ${params.site} was chosen: it keeps more accelerators free.`,
        whatWouldChangeIt: null,
      }
    case 'full':
      return {
        sentence: 'Cleared, but full: not enough is free for this job.',
        whatWouldChangeIt:
          'It starts when running jobs end; fewer accelerators or less memory may fit sooner.',
      }
    case 'reserved':
      return {
        sentence: 'Cleared, with something free, but a job that was here first would be delayed.',
        whatWouldChangeIt: 'A shorter time limit may fit before that job starts.',
      }
    case 'too-small':
      return {
        sentence: `Cleared, but too small: it has ${params.accelerators} accelerators, ${params.cpus} processors and ${params.memoryMiB} MiB.`,
        whatWouldChangeIt: 'Ask for less, or use a larger site.',
      }
    case 'offline':
      return {
        sentence: 'Cleared, but its agent has fallen silent.',
        whatWouldChangeIt: 'It is tried again as soon as the site speaks.',
      }
    case 'refused-by-site':
      return {
        sentence: 'The operator of this site serves no jobs of this member.',
        whatWouldChangeIt: 'Only the operator can change this.',
      }
    case 'not-cleared':
      return {
        sentence: `Not cleared here for this project (${params.outcome}).`,
        whatWouldChangeIt: 'See the findings on the application; a change of facts is determined anew.',
      }
    case 'clearance-open':
      return {
        sentence: `Clearance here is still open (${params.outcome}).`,
        whatWouldChangeIt: 'An officer decides, or the open questions are answered.',
      }
    case 'no-allocation':
      return {
        sentence: `The job may use up to ${hours(params.needMs)}; the project has ${hours(params.leftMs)} left.`,
        whatWouldChangeIt: 'A shorter time limit, fewer accelerators, or a new award.',
      }
    case 'other-site-only':
      return {
        sentence: `This job is to prove ${params.only}, and runs nowhere else.`,
        whatWouldChangeIt: null,
      }
    case 'site-paused':
      return {
        sentence: 'Cleared, but the site is paused: nothing starts there.',
        whatWouldChangeIt: 'It is tried again once its operator or the secretariat resumes the site.',
      }
    case 'project-suspended':
      return {
        sentence: 'The project is suspended: nothing of it starts.',
        whatWouldChangeIt: 'It is looked at again once the secretariat resumes the project.',
      }
  }
}
