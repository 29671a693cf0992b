import { agentRoutes } from './agent.ts'
import { allianceRoutes } from './alliance.ts'
import { applyRoutes } from './apply.ts'
import { awardRoutes } from './award.ts'
import { clearRoutes } from './clear.ts'
import { jobRoutes } from './jobs.ts'
import { lawRoutes } from './law.ts'
import { peopleRoutes } from './people.ts'
import { planRoutes } from './plan.ts'
import { privacyRoutes } from './privacy.ts'
import { recordRoutes, reportRoutes } from './record.ts'
import { reviewRoutes } from './review.ts'
import { rulebookRoutes } from './rulebook.ts'
import { rulesBookRoutes } from './rules-book.ts'
import { siteRoutes } from './sites.ts'

/** Every operation of the API, by name. */
export const routes = {
  ...allianceRoutes,
  ...rulebookRoutes,
  ...peopleRoutes,
  ...planRoutes,
  ...applyRoutes,
  ...clearRoutes,
  ...lawRoutes,
  ...rulesBookRoutes,
  ...reviewRoutes,
  ...awardRoutes,
  ...siteRoutes,
  ...agentRoutes,
  ...jobRoutes,
  ...recordRoutes,
  ...reportRoutes,
  ...privacyRoutes,
}

export * from './contract.ts'
export * from './problem.ts'
export * from './shapes.ts'
export * from './alliance.ts'
export * from './rulebook.ts'
export * from './people.ts'
export * from './plan.ts'
export * from './apply.ts'
export * from './clear.ts'
export * from './hits.ts'
export * from './law.ts'
export * from './describe-affected.ts'
export * from './rules-book.ts'
export * from './review.ts'
export * from './award.ts'
export * from './sites.ts'
export * from './agent.ts'
export * from './agent-protocol.ts'
export * from './job-file.ts'
export * from './jobs.ts'
export * from './record.ts'
export * from './privacy.ts'
export * from './log-entries.ts'
