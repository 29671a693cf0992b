import { routes, type RouteContract } from '@allmende/wire'
import { html, raw } from 'hono/html'

/** The API on one readable page, from the contract; no script, no third party. */
export function apiDocsPage(version: string) {
  const byRoom = Map.groupBy(Object.values(routes) as RouteContract[], (route) => route.room)
  const row = (route: RouteContract) =>
    html`<tr>
      <td><code>${route.method.toUpperCase()}</code></td>
      <td><code>/api/v1${route.path}</code></td>
      <td>${route.summary}</td>
      <td>${route.who === 'public' ? 'anyone' : `${route.who}, scope ${route.scope}`}</td>
    </tr>`
  const sections = [...byRoom].map(
    ([room, list]) =>
      html`<section>
        <h2 id="${room}">${room}</h2>
        <div class="scroll" tabindex="0" role="region" aria-labelledby="${room}">
          <table>
            <thead>
              <tr>
                <th scope="col">Method</th>
                <th scope="col">Path</th>
                <th scope="col">What it does</th>
                <th scope="col">Who</th>
              </tr>
            </thead>
            <tbody>
              ${list.map(row)}
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
        <main id="content">
          <h1>API of Allmende ${version}</h1>
          <p>
            Everything the pages and the command line do goes through these operations. The same, for
            programs: <a href="/api/v1/openapi.json">OpenAPI 3.1</a>.
          </p>
          <p>
            Send <code>authorization: Bearer &lt;token&gt;</code>; every POST carries an
            <code>Idempotency-Key</code>; lists page with <code>after</code>; refusals are problem details
            (RFC 9457) with a stable <code>code</code>.
          </p>
          ${sections}
        </main>
      </body>
    </html>`
}
