import { createWeb } from '@allmende/web'
import { Hono } from 'hono'
import type { Context } from '../context.ts'
import { createApi, type Env } from '../http/api.ts'
import { createApp } from '../http/app.ts'
import { createLimits } from '../http/limits.ts'
import { createMetrics } from '../http/metrics.ts'
import { authenticate } from '../people/index.ts'
import { rooms } from '../server.ts'

/** The whole server of a rig, pages included, as one app to send requests to; people sign in with a token's cookie. */
export function pagesOf(ctx: Context) {
  const metrics = createMetrics()
  const web: Hono[] = []
  const app = createApp(ctx, {
    api: createApi(ctx, {
      authenticate,
      limits: createLimits(1_000_000, () => 0),
      rooms,
      checkReplies: true,
      partial: false,
    }),
    log: new Hono<Env>(),
    pages: (clientFor) => {
      const pages = createWeb({
        clientFor,
        assets: { folder: '.', manifest: {} },
        secure: false,
        publicUrl: 'http://test.invalid',
      })
      web.push(pages)
      return pages
    },
    metrics,
    accepting: () => true,
  })
  return { app, metrics, routes: web.flatMap((pages) => pages.routes) }
}
