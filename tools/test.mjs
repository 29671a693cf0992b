// The whole suite behind `npm test`: checks, a PostgreSQL of our own, the build, then every test.
// What a machine lacks is named and counted as skipped; with CI=true a skip is a failure.
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPostgres } from './postgres.mjs'

const root = new URL('..', import.meta.url).pathname
const ci = process.env.CI === 'true'
const bin = (name) => join(root, 'node_modules/.bin', name)

if (Number(process.versions.node.split('.')[0]) < 24) {
  console.error(`The tests need Node 24 and run on ${process.version}. Start them through npm: npm test.`)
  process.exit(70)
}

let passed = 0
let failed = 0
let skipped = 0

function check(name, command, args) {
  const started = performance.now()
  const result = spawnSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, FORCE_COLOR: '0' },
  })
  const ok = result.status === 0
  console.log(`${ok ? '✓' : '✕'} ${name} (${((performance.now() - started) / 1000).toFixed(1)} s)`)
  if (!ok) console.log(`${result.stdout ?? ''}${result.stderr ?? ''}`.slice(-8000))
  if (ok) passed += 1
  else failed += 1
}

check('types: every project compiles', bin('tsc'), ['-b'])
check('lint: rules and boundaries hold', bin('oxlint'), ['--type-aware'])
check('format: every file is in the house style', bin('oxfmt'), ['--check'])
check('unused: no export, file or dependency stands idle', bin('knip'), [])
check('build: server, command, agent and assets', process.execPath, ['tools/build.mjs'])

const postgres = await startPostgres()
if (postgres.url) console.log(`✓ PostgreSQL ${postgres.version} runs for the tests`)
else {
  console.log(`- skipped: tests on PostgreSQL, since ${postgres.missing}`)
  skipped += 1
}

const folder = mkdtempSync(join(tmpdir(), 'allmende-results-'))
const results = join(folder, 'results.json')
const code = await new Promise((resolve) => {
  const child = spawn(
    bin('vitest'),
    [
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${results}`,
      ...process.argv.slice(2),
    ],
    {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...(postgres.url ? { ALLMENDE_TEST_POSTGRES: postgres.url } : {}) },
    },
  )
  child.once('exit', (status) => resolve(status ?? 1))
})
await postgres.stop()

try {
  const report = JSON.parse(readFileSync(results, 'utf8'))
  passed += report.numPassedTests
  failed += report.numFailedTests
  skipped += report.numPendingTests + report.numTodoTests
  // A file that could not be loaded has no test to count, and is a failure all the same.
  failed += report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  ).length
} catch (error) {
  console.log(`✕ the tests left no readable result: ${error.message}`)
  failed += 1
}
if (code !== 0 && failed === 0) failed += 1
rmSync(folder, { recursive: true, force: true })

if (ci && skipped > 0)
  console.log(`With CI=true nothing may be skipped, and ${skipped} ${skipped === 1 ? 'was' : 'were'}.`)
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
process.exit(failed > 0 || (ci && skipped > 0) ? 1 : 0)
