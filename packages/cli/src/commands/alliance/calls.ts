import { routes } from '@allmende/wire'
import { createClient } from '@allmende/wire/client'
import {
  exit,
  hours,
  number,
  printJson,
  table,
  text,
  UsageError,
  type Command,
  type Io,
  type Values,
} from '../../command.ts'

const hour = 3_600_000

/** The moment at which a call closes: the end of a day (UTC), now, or none. */
function closingIn(values: Values): { closesAt?: string | null } {
  const closes = text(values, 'closes')
  if (closes === undefined) return {}
  if (closes === 'none') return { closesAt: null }
  return { closesAt: closes === 'now' ? new Date().toISOString() : `${closes}T23:59:59.000Z` }
}

async function open(io: Io, values: Values, id: string) {
  const [title, summary, lane] = [text(values, 'title'), text(values, 'summary'), text(values, 'lane')]
  const [most, within] = [number(values, 'hours'), number(values, 'within')]
  if (
    !title ||
    !summary ||
    (lane !== 'trial' && lane !== 'standard') ||
    most === undefined ||
    within === undefined
  )
    throw new UsageError(
      'Expected: allmende calls open CALL --title TEXT --summary TEXT --lane trial|standard --hours MOST --within HOURS [--opens DATE] [--closes DATE]',
    )
  const opens = text(values, 'opens')
  return (await io.client()).call(routes.createCall, {
    body: {
      id,
      title,
      summary,
      lane,
      opensAt: opens ? `${opens}T00:00:00.000Z` : new Date().toISOString(),
      closesAt: null,
      ...closingIn(values),
      maxAcceleratorMs: Math.round(most * hour),
      decideWithinHours: within,
    },
  })
}

async function change(io: Io, values: Values, id: string) {
  const [title, summary] = [text(values, 'title'), text(values, 'summary')]
  const body = { ...(title ? { title } : {}), ...(summary ? { summary } : {}), ...closingIn(values) }
  if (Object.keys(body).length === 0)
    throw new UsageError('Say what changes: --title TEXT, --summary TEXT or --closes DATE|now|none')
  return (await io.client()).call(routes.changeCall, { params: { id }, body })
}

export const calls: Command = {
  name: 'calls',
  summary: 'Calls for applications; for the secretariat, open, change or close one',
  usage:
    '[open CALL --title TEXT --summary TEXT --lane LANE --hours MOST --within HOURS | change CALL] [--closes DATE|now|none]',
  examples: ['allmende calls', 'allmende calls change languages --closes 2027-03-31'],
  options: {
    title: { type: 'string' },
    summary: { type: 'string' },
    lane: { type: 'string' },
    hours: { type: 'string' },
    within: { type: 'string' },
    opens: { type: 'string' },
    closes: { type: 'string' },
  },
  words: [0, 2],
  async run(io, { values, words }) {
    const [verb, id] = words
    if (verb !== undefined) {
      if ((verb !== 'open' && verb !== 'change') || !id)
        throw new UsageError('Expected: allmende calls [open CALL … | change CALL …]')
      const call = await (verb === 'open' ? open : change)(io, values, id)
      if (values.json) printJson(io, call)
      else
        io.out(
          `${call.title}: ${call.open ? 'open' : 'not open'}${call.closesAt ? `, closes ${call.closesAt.slice(0, 16)} UTC` : ''}.\n`,
        )
      return exit.done
    }
    const { items } = await createClient({ baseUrl: await io.server() }).call(routes.listCalls, {})
    if (values.json) printJson(io, items)
    else
      io.out(
        table([
          ['CALL', 'OPEN', 'LANE', 'AT MOST', 'CLOSES', 'TITLE'],
          ...items.map((c) => [
            c.id,
            c.open ? 'yes' : 'no',
            c.lane,
            hours(c.maxAcceleratorMs),
            c.closesAt?.slice(0, 10) ?? '–',
            c.title,
          ]),
        ]),
      )
    return exit.done
  },
}
