import type { Hono } from 'hono'
import { allRooms } from './pages/index.ts'
import { createPages, type WebOptions } from './web.ts'

export { pathPatterns, type PageName } from './paths.ts'
export type { WebOptions } from './web.ts'

/** The pages of Allmende: server-rendered, complete without script, a client of the API like any other. */
export function createWeb(options: WebOptions): Hono {
  return createPages(options, allRooms)
}
