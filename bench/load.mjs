// One generator of load, in a process of its own so that the server keeps its core. Reads a plan from its arguments,
// prints what came of it as JSON: requests, failures, seconds, latencies in milliseconds, bytes of one answer.
import { Agent, request } from 'node:http'

const plan = JSON.parse(process.argv[2])
const agent = new Agent({ keepAlive: true, maxSockets: plan.connections })

function once() {
  const headers = { ...plan.headers }
  if (plan.method === 'POST') headers['idempotency-key'] = crypto.randomUUID()
  const started = performance.now()
  return new Promise((resolve) => {
    const sent = request(plan.url, { agent, method: plan.method ?? 'GET', headers }, (response) => {
      let bytes = 0
      response.on('data', (chunk) => (bytes += chunk.length))
      response.on('end', () =>
        resolve({ ok: response.statusCode < 400, bytes, ms: performance.now() - started }),
      )
    })
    sent.on('error', () => resolve({ ok: false, bytes: 0, ms: performance.now() - started }))
    sent.end(plan.body)
  })
}

const times = []
let failed = 0
let bytes = 0
let left = plan.requests ?? Number.POSITIVE_INFINITY
const begun = performance.now()
const until = begun + (plan.seconds ?? 3600) * 1000
await Promise.all(
  Array.from({ length: plan.connections }, async () => {
    while (left > 0 && performance.now() < until) {
      left -= 1
      const answer = await once()
      if (answer.ok) times.push(answer.ms)
      else failed += 1
      bytes = answer.bytes
    }
  }),
)
const seconds = (performance.now() - begun) / 1000
times.sort((a, b) => a - b)
const at = (q) => times[Math.min(times.length - 1, Math.floor(times.length * q))] ?? 0
console.log(JSON.stringify({ requests: times.length, failed, seconds, p50: at(0.5), p99: at(0.99), bytes }))
process.exit(0)
