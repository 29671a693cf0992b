import { Refusal } from './problems.ts'

/** Requests of one caller over time. Kept in the process: several servers each keep their own. */
export type Limits = { take(caller: string, operation: string): void }

type Bucket = { tokens: number; at: number }

/** Operations that guess, or send mail to others, get less a minute than the rest. */
const tighter: Readonly<Record<string, number>> = {
  requestLink: 30,
  redeemLink: 30,
  passkeySignIn: 30,
  inviteTeamMember: 60,
  foundAlliance: 10,
  enrolAgent: 30,
}
const bucketsMax = 50_000

/** A token bucket per caller, and a smaller one for each tighter operation. `now` in milliseconds. */
export function createLimits(requestsPerMinute: number, now: () => number): Limits {
  const buckets = new Map<string, Bucket>()
  function takeFrom(key: string, perMinute: number): number {
    const at = now()
    const bucket = buckets.get(key) ?? { tokens: perMinute, at }
    const tokens = Math.min(perMinute, bucket.tokens + ((at - bucket.at) / 60_000) * perMinute)
    buckets.delete(key)
    buckets.set(key, { tokens: Math.max(0, tokens - 1), at })
    if (buckets.size > bucketsMax) buckets.delete(buckets.keys().next().value ?? key)
    return tokens >= 1 ? 0 : Math.ceil(((1 - tokens) / perMinute) * 60)
  }
  return {
    take(caller, operation) {
      const own = tighter[operation]
      const waitSeconds = own ? takeFrom(`${caller} ${operation}`, own) : takeFrom(caller, requestsPerMinute)
      if (waitSeconds > 0) {
        throw new Refusal(
          'request.too-many',
          `Too many requests in a short time. Try again in ${waitSeconds} s.`,
          { headers: { 'retry-after': String(waitSeconds) } },
        )
      }
    },
  }
}
