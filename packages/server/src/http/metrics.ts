import { Counter, Gauge, Histogram, Registry } from 'prom-client'

/** Prometheus metrics. Labels never hold an id or a name. */
export type Metrics = {
  readonly registry: Registry
  readonly requests: Histogram<'method' | 'route' | 'status'>
  readonly queries: Histogram<'route'>
  readonly timerRuns: Counter<'timer' | 'outcome'>
  readonly logSize: Gauge
  readonly queuedJobs: Gauge
}

export function createMetrics(): Metrics {
  const registry = new Registry()
  const registers = [registry]
  return {
    registry,
    requests: new Histogram({
      name: 'allmende_http_request_seconds',
      help: 'Duration of requests',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.005, 0.02, 0.1, 0.5, 2, 20],
      registers,
    }),
    queries: new Histogram({
      name: 'allmende_http_request_queries',
      help: 'Database statements of one request',
      labelNames: ['route'],
      buckets: [0, 2, 4, 6, 10, 20, 50],
      registers,
    }),
    timerRuns: new Counter({
      name: 'allmende_timer_runs_total',
      help: 'Runs of timers',
      labelNames: ['timer', 'outcome'],
      registers,
    }),
    logSize: new Gauge({ name: 'allmende_log_entries', help: 'Entries in the public log', registers }),
    queuedJobs: new Gauge({ name: 'allmende_jobs_queued', help: 'Jobs that wait for a place', registers }),
  }
}
