import { book } from '@allmende/domain/rules/book'
import { routes } from '@allmende/wire'
import type { Room } from '../http/api.ts'
import { Refusal } from '../http/problems.ts'

/** The rules as a book. It is that of the program, and the same for everybody. */
export const rulesBookRoom: Room = (serve) => {
  const { rulesVersion, regimes } = book()
  serve(routes.getRulesBook, async () => ({
    body: {
      rulesVersion,
      regimes: regimes.map(({ name, reach, rules, values }) => ({
        name,
        reach,
        rules: rules.length,
        cases: rules.reduce((sum, rule) => sum + rule.cases.length, 0),
        values: values.length,
      })),
    },
  }))
  serve(routes.getRegimeBook, async ({ params }) => {
    const found = regimes.find((regime) => regime.name === params.regime)
    if (!found) {
      const names = regimes.map((regime) => regime.name).join(', ')
      throw new Refusal(
        'request.not-found',
        `There is no regime "${params.regime}". The book holds: ${names}.`,
      )
    }
    return {
      body: {
        rulesVersion,
        name: found.name,
        reach: found.reach,
        scope: { ...found.scope },
        rules: found.rules.map((rule) => ({ ...rule, cite: { ...rule.cite }, cases: [...rule.cases] })),
        values: found.values.map((value) => ({ ...value, versions: [...value.versions] })),
      },
    }
  })
}
