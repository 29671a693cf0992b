import { cite } from '../cite.ts'

const regulation = 'Regulation (EU) 2021/821'
const memory = 'from memory, text not read'
const secondary = 'known from secondary sources'
const status = 'unverified'

export const scope = cite(regulation, 'Articles 2 and 3, Annex I', secondary, { status })
export const transmission = cite(regulation, 'Article 2(2)(d)', memory, { status })
export const catchAll = cite(regulation, 'Article 4', secondary, { status })
export const surveillance = cite(regulation, 'Article 5', secondary, { status })
export const nationalLists = cite(regulation, 'Articles 9 and 10', memory, { status })
export const computers = cite(regulation, 'Annex I, 4A003', memory, { status })
export const series500 = cite(
  regulation,
  'Annex I, 500-series',
  'Delegated Regulation (EU) 2025/2003, known from secondary sources',
  { from: '2025-11-15', status },
)
export const update2026 = cite(
  regulation,
  'Annex I, update of 2026',
  'C(2026)6323, adopted 2026-09-14, known from secondary sources',
  { from: '2026-09-14', status: 'announced' },
)
