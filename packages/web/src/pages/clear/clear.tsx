import { routes } from '@allmende/wire'
import type { Pages } from '../../web.ts'
import { ask } from './ask.tsx'
import { decide, showCase } from './case.tsx'
import { delegate, endDelegation, showDelegations, showQueries } from './officers.tsx'
import { clearHits, decideApartHit, showHits } from './hits.tsx'
import { showQueue } from './queue.tsx'
import { showScreen } from './screen.tsx'

export const clearPages: Pages = (pages) => {
  pages.get('cases', showQueue)
  pages.get('hits', (visit) => showHits(visit))
  pages.post('hits', clearHits)
  pages.post('decideApartHit', decideApartHit)
  pages.get('case', (visit) => showCase(visit))
  pages.post('decideHit', (visit, form) =>
    decide(visit, form, visit.param('hit'), (verdict, reason) =>
      visit.api.call(routes.decideHit, {
        params: { id: visit.param('hit') },
        body: {
          verdict: verdict as 'cleared',
          reason,
          seen: form.text('seen') === 'proposal' ? 'proposal' : 'no-proposal',
        },
      }),
    ),
  )
  pages.post('decideSite', (visit, form) =>
    decide(visit, form, visit.param('determination'), (verdict, reason) =>
      visit.api.call(routes.decideDetermination, {
        params: { id: visit.param('determination') },
        body: {
          verdict: verdict as 'cleared',
          reason,
          seen: form.text('seen') === 'proposal' ? 'proposal' : 'no-proposal',
        },
      }),
    ),
  )
  pages.post('askApplicant', (visit, form) => ask(visit, form, (errors) => showCase(visit, errors)))
  pages.get('delegations', (visit) => showDelegations(visit))
  pages.post('delegations', delegate)
  pages.post('endDelegation', endDelegation)
  pages.get('queries', showQueries)
  pages.get('screen', (visit) => showScreen(visit))
  pages.post('screen', (visit, form) => showScreen(visit, form))
}
