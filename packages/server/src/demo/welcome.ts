import { setupCode, loadAlliance } from '../alliance/index.ts'
import type { RunningServer } from '../server.ts'
import { demoPeople } from './cast.ts'

/** The first lines: where it runs, and for an empty installation how to begin. */
export async function printWelcome(server: RunningServer, empty: boolean): Promise<void> {
  const { dataDir, databaseUrl, version } = server.ctx.settings
  const where = databaseUrl ? 'PostgreSQL' : `${dataDir} (PGlite: for evaluation; PostgreSQL for production)`
  process.stdout.write(`Allmende ${version} is ready: ${server.url}\nData: ${where}\n`)
  if (empty && !(await loadAlliance(server.ctx))) {
    process.stdout.write(
      `\nNothing is founded yet. Open ${server.url}/found and enter this set-up code:\n\n  ${await setupCode(server.ctx)}\n\nOr in a terminal: npx allmende init --server ${server.url}\n`,
    )
  }
}

/** What to try next. */
export function printDone(url: string): void {
  const rows = [
    ['applicant', demoPeople.lead.email],
    ['officer', demoPeople.officer.email],
    ['reviewer', demoPeople.reviewerOne.email],
    ['panel chair', demoPeople.chair.email],
    ['site operator', demoPeople.operator.email],
    ['delegate', demoPeople.delegate.email],
    ['secretariat', demoPeople.secretariat.email],
  ]
  process.stdout.write(`
Open ${url}

Sign in as anybody at ${url}/sign-in: choose a person, and the link stands on ${url}/demo/mail
${rows.map(([role, email]) => `  ${String(role).padEnd(14)} ${email}`).join('\n')}

Try next, in another terminal:
  npx allmende login --server ${url}
  npx allmende run examples/csv-quantiles/job.yaml
  npx allmende verify ${url}

Stop with Ctrl-C.
`)
}
