import { routes, type RouteContract } from '@allmende/wire'
import { html, raw } from 'hono/html'
import { z } from 'zod'
import { problems } from './problems.ts'
import { typeText } from './type-text.ts'

function shapeOf(schema: z.ZodType | undefined, io: 'input' | 'output', binary: string | undefined) {
  if (binary) return `bytes, ${binary}`
  return schema ? typeText(z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as object) : null
}

/** What a call brings and what it gets. */
function shapesOf(route: RouteContract): [string, string][] {
  const shapes: [string, string | null][] = [
    ['query', shapeOf(route.query, 'input', undefined)],
    ['body', shapeOf(route.body, 'input', route.bodyType)],
    [`${route.status}`, shapeOf(route.reply, 'output', route.replyType)],
  ]
  return shapes.filter((shape): shape is [string, string] => shape[1] !== null)
}

function operationRow(route: RouteContract) {
  return html`<tr id="${route.operation}">
    <td><code>${route.method.toUpperCase()}</code></td>
    <td>
      <code>/api/v1${route.path}</code>
      <details>
        <summary>${route.summary}</summary>
        <dl>
          ${shapesOf(route).map(
            ([name, shape]) =>
              html`<dt>${name}</dt>
                <dd><code>${shape}</code></dd>`,
          )}
        </dl>
      </details>
    </td>
    <td>${route.who === 'public' ? 'anyone' : `${route.who}, scope ${route.scope}`}</td>
  </tr>`
}

/** Every code that a refusal can carry; the `type` of a problem leads here. */
function problemTable() {
  return html`<section>
    <h2 id="problems">Refusals</h2>
    <div class="scroll" tabindex="0" role="region" aria-labelledby="problems">
      <table>
        <thead>
          <tr>
            <th scope="col">Code</th>
            <th scope="col">Status</th>
            <th scope="col">What it says</th>
          </tr>
        </thead>
        <tbody>
          ${Object.entries(problems).map(
            ([code, [status, title]]) =>
              html`<tr id="${code}">
                <td><code>${code}</code></td>
                <td>${status}</td>
                <td>${title}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </section>`
}

/** The API on one readable page, from the contract; no script, no third party. */
export function apiDocsPage(version: string) {
  const byRoom = Map.groupBy(Object.values(routes) as RouteContract[], (route) => route.room)
  const sections = [...byRoom].map(
    ([room, list]) =>
      html`<section>
        <h2 id="${room}">${room}</h2>
        <div class="scroll" tabindex="0" role="region" aria-labelledby="${room}">
          <table>
            <thead>
              <tr>
                <th scope="col">Method</th>
                <th scope="col">Path, and what it does</th>
                <th scope="col">Who</th>
              </tr>
            </thead>
            <tbody>
              ${list.map(operationRow)}
            </tbody>
          </table>
        </div>
      </section>`,
  )
  return html`${raw('<!doctype html>')}
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <title>API · Allmende ${version}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/assets/allmende.css" />
      </head>
      <body>
        <div class="frame">
          <main id="content">
            <h1>API of Allmende ${version}</h1>
            <p>
              Everything the pages and the command line do goes through these operations. The same, for
              programs: <a href="/api/v1/openapi.json">OpenAPI 3.1</a>.
            </p>
            <p>
              Send <code>authorization: Bearer &lt;token&gt;</code>; every POST carries an
              <code>Idempotency-Key</code>; lists page with <code>after</code>; refusals are problem details
              (RFC 9457) with a stable <code>code</code>, <a href="#problems">listed below</a>. A name with a
              question mark may be left out.
            </p>
            <p><a href="/">Back to the alliance</a></p>
            ${sections} ${problemTable()}
          </main>
        </div>
      </body>
    </html>`
}
