import type { Pages } from '../web.ts'
import { aboutPages } from './about/about.tsx'
import { passkeyEndpoints } from './account/passkeys.ts'
import { accountPages } from './account/account.tsx'
import { alliancePages } from './alliance/alliance.tsx'
import { applyPages } from './apply/apply.tsx'
import { affectedPages } from './clear/affected.tsx'
import { clearPages } from './clear/clear.tsx'
import { jobPages } from './jobs/jobs.tsx'
import { projectPages } from './award/award.tsx'
import { panelPages } from './award/panel.tsx'
import { planPages } from './plan/plan.tsx'
import { recordPages } from './record/record.tsx'
import { reportPages } from './report/report.tsx'
import { reviewPages } from './review/review.tsx'
import { rulesPages } from './rules/book.tsx'
import { secretariatPages } from './secretariat/secretariat.tsx'
import { signInPages } from './people/sign-in.tsx'
import { sitePages } from './sites/sites.tsx'

/** Pages by link of the chain. */
export const allRooms: readonly Pages[] = [
  reportPages,
  planPages,
  applyPages,
  clearPages,
  affectedPages,
  reviewPages,
  projectPages,
  panelPages,
  jobPages,
  sitePages,
  recordPages,
  alliancePages,
  rulesPages,
  secretariatPages,
  signInPages,
  accountPages,
  passkeyEndpoints,
  aboutPages,
]
