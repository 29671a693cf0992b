import { binding, describeAllAffected, routes, type Affected } from '@allmende/wire'
import { exit, printJson, text, UsageError, type Io, type Values } from '../../command.ts'
import { dayOf } from './classify.ts'

/**
 * Prints the projects and applications whose answer would be another one by the rules of a day, or by another word of
 * the rulebook; changes nothing.
 */
export async function printAffected(io: Io, values: Values): Promise<number> {
  const binds = binding.options.find((one) => one === text(values, 'binds'))
  if (binds === undefined && text(values, 'binds') !== undefined)
    throw new UsageError(`--binds is one of ${binding.options.join(', ')}.`)
  const rules = {
    ...(text(values, 'as-of') === undefined ? {} : { asOf: dayOf(values) }),
    ...(binds ? { enforcement: binds } : {}),
  }
  const client = await io.client()
  const items: Affected[] = []
  let [examined, after] = [0, undefined as string | undefined]
  for (;;) {
    const page = await client.call(routes.listAffected, {
      query: { ...rules, limit: 200, ...(after ? { after } : {}) },
    })
    items.push(...page.items)
    examined += page.examined
    io.progress(`${examined} looked at`)
    if (page.next !== null) {
      after = page.next
      continue
    }
    io.progress('')
    const head = { asOf: page.asOf, rulesVersion: page.rulesVersion, examined }
    if (values.json) printJson(io, { ...head, items })
    else io.out(describeAllAffected({ ...head, items }))
    return exit.done
  }
}
