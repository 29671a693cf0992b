// Builds what runs: server (with the pages in it), command, agent, browser scripts and the style sheet.
import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { rolldown } from 'rolldown'

const root = new URL('..', import.meta.url).pathname
const dist = `${root}dist`
const major = Number(process.versions.node.split('.')[0])
if (major < 24) {
  console.error(
    `This needs Node 24 or later and runs on ${process.version}. Run it through npm: npm run build.`,
  )
  process.exit(70)
}

// Wasm and worker files beside these packages' own code: they stay packages.
const external = [/^node:/, '@electric-sql/pglite', 'pino', 'pg-native', 'cloudflare:sockets']

/**
 * The Korean readings of Han are 27,000 properties, 8 MiB once they are there: in what is built they are read when a
 * name first asks for one.
 */
const readingsWhenAsked = {
  name: 'readings-when-asked',
  load(id) {
    if (!id.endsWith('/hanja/lib/data/hanjaeum.json')) return null
    const text = JSON.stringify(JSON.stringify(JSON.parse(readFileSync(id, 'utf8'))))
    const code = `let table
const read = () => (table ??= JSON.parse(${text}))
module.exports = new Proxy({}, { has: (_, key) => Object.hasOwn(read(), key), get: (_, key) => read()[key] })`
    return { code, moduleType: 'js' }
  },
}

async function bundle(name, input, options = {}) {
  const build = await rolldown({
    input,
    platform: 'node',
    tsconfig: false,
    external,
    transform: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' }, target: 'node24' },
    logLevel: 'warn',
    plugins: [readingsWhenAsked],
    ...options.input,
  })
  await build.write({
    file: `${dist}/${name}/main.js`,
    format: 'esm',
    sourcemap: true,
    codeSplitting: false,
    ...options.output,
  })
  await build.close()
}

async function browserScript(entry) {
  const build = await rolldown({
    input: `${root}packages/web/src/browser/${entry}.ts`,
    platform: 'browser',
    logLevel: 'warn',
  })
  const { output } = await build.generate({ format: 'esm', minify: true })
  await build.close()
  return Buffer.from(output[0].code)
}

/** Files with their hash in the name, beside their compressed forms; the manifest tells the server. */
async function assets() {
  const folder = `${root}packages/web/src/styles`
  const sheet = readdirSync(folder)
    .filter((f) => f.endsWith('.css'))
    .toSorted()
    .map((f) => readFileSync(`${folder}/${f}`, 'utf8'))
    .join('\n')
  const css = Buffer.from(
    sheet
      .replace(/\/\*[\s\S]*?\*\//g, '')
      .replace(/\s+/g, ' ')
      .replace(/\s*([{};,>])\s*/g, '$1')
      .replace(/:\s+/g, ':')
      .trim(),
  )
  const scripts = readdirSync(`${root}packages/web/src/browser`)
    .filter((f) => f.endsWith('.ts') && !f.endsWith('.test.ts'))
    .map((f) => f.slice(0, -3))
  const files = { 'allmende.css': css }
  for (const script of scripts) files[`${script}.js`] = await browserScript(script)
  mkdirSync(`${dist}/assets`, { recursive: true })
  const manifest = {}
  for (const [name, data] of Object.entries(files)) {
    const hash = createHash('sha256').update(data).digest('hex').slice(0, 10)
    const hashed = name.replace(/(\.\w+)$/, `-${hash}$1`)
    manifest[name] = hashed
    writeFileSync(`${dist}/assets/${hashed}`, data)
    writeFileSync(`${dist}/assets/${hashed}.gz`, gzipSync(data, { level: 9 }))
    writeFileSync(
      `${dist}/assets/${hashed}.br`,
      brotliCompressSync(data, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
    )
  }
  writeFileSync(`${dist}/assets/manifest.json`, JSON.stringify(manifest, null, 2))
}

rmSync(dist, { recursive: true, force: true })
const started = performance.now()
await Promise.all([
  bundle('server', `${root}packages/server/src/main.ts`),
  bundle('backup', `${root}packages/server/src/backup/main.ts`),
  bundle('cli', `${root}packages/cli/src/main.ts`),
  bundle('agent', `${root}packages/agent/src/main.ts`),
  assets(),
])
cpSync(`${root}packages/server/src/db/migrations`, `${dist}/server/migrations`, { recursive: true })
cpSync(`${root}examples`, `${dist}/examples`, { recursive: true })
console.error(`built in ${((performance.now() - started) / 1000).toFixed(1)} s`)
