import { checkedRegimes } from './check-regimes.ts'
import { chinaExport } from './china/index.ts'
import { deniedPersons } from './denied-persons/index.ts'
import { embargoes } from './embargoes/index.ts'
import { euDualUse } from './eu-dual-use/index.ts'
import { euSanctions } from './eu-sanctions/index.ts'
import { japanExport } from './japan/index.ts'
import { koreaExport } from './korea/index.ts'
import { malaysiaTrade } from './malaysia/index.ts'
import type { Regime } from './rule.ts'
import { sitePolicy } from './site-policy/index.ts'
import { taiwanExport } from './taiwan/index.ts'
import { ukExport } from './uk/index.ts'
import { unSanctions } from './un-sanctions/index.ts'
import { usEar } from './us-ear/index.ts'
import { usSanctions } from './us-sanctions/index.ts'

/** Every regime that runs, a folder each. None knows of another, and their order here changes nothing. */
export const regimes: readonly Regime[] = checkedRegimes([
  usEar,
  embargoes,
  deniedPersons,
  sitePolicy,
  malaysiaTrade,
  euSanctions,
  unSanctions,
  euDualUse,
  chinaExport,
  usSanctions,
  ukExport,
  japanExport,
  koreaExport,
  taiwanExport,
])
