import type { Desired, Exit } from '@allmende/wire'

/** What an engine is given to run. */
export type JobSpec = Pick<
  Desired,
  | 'placement'
  | 'job'
  | 'project'
  | 'member'
  | 'command'
  | 'env'
  | 'accelerators'
  | 'cpus'
  | 'memoryMiB'
  | 'diskMiB'
  | 'outputMiB'
  | 'timeLimitMs'
>

export type Seen = {
  readonly spec: JobSpec
  readonly state: 'accepted' | 'running' | 'ended' | 'lost'
  readonly startedAt: string | null
  readonly endedAt: string | null
  readonly exit: Exit | null
  readonly logBytes: number
  /** CPU time and largest memory, once known. */
  readonly cpuMs: number
  readonly maxRssMiB: number
  /** The server has log, files, usage and end. */
  readonly delivered: boolean
}

/**
 * What runs jobs at a site. Every call may be repeated; a placement is started once in its life, whatever happens to
 * the agent in between.
 */
export type Engine = {
  readonly kind: string
  readonly sandbox: 'bubblewrap' | 'none'
  /** Everything this engine knows of, from disk: it survives the agent. */
  observe(): Promise<Seen[]>
  /** Takes a placement over and starts it; `bundle` is the path of its files, or null. */
  start(spec: JobSpec, bundle: string | null): Promise<void>
  /** Asks a running placement to stop; it then ends as "cancelled". */
  cancel(placement: string): Promise<void>
  readLog(placement: string, offset: number, bytesMax: number): Promise<Uint8Array>
  /** The packed output folder; null where the job left nothing in it. */
  outputs(placement: string): Promise<Uint8Array | null>
  markDelivered(placement: string): Promise<void>
  forget(placement: string): Promise<void>
  /** Notes that a placement ends without having run: a veto, or files that were refused. */
  refuse(spec: JobSpec, exit: Exit): Promise<void>
}
