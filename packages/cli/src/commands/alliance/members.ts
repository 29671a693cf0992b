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

/** Share in percent and pledge in hours a month, as the API counts them; what was not given is left out. */
function contributionIn(values: Values) {
  const [share, pledge] = [number(values, 'share'), number(values, 'pledge')]
  return {
    ...(share === undefined ? {} : { shareBp: Math.round(share * 100) }),
    ...(pledge === undefined ? {} : { pledgedAcceleratorMs: Math.round(pledge * hour) }),
  }
}

async function admit(io: Io, values: Values, id: string) {
  const [name, country] = [text(values, 'name'), text(values, 'country')]
  if (!name || !country)
    throw new UsageError(
      'Expected: allmende members add MEMBER --name NAME --country CODE [--share PERCENT] [--pledge HOURS]',
    )
  return (await io.client()).call(routes.createMember, {
    body: {
      id,
      name,
      kind: 'institution',
      country,
      from: new Date().toISOString().slice(0, 10),
      shareBp: 0,
      pledgedAcceleratorMs: 0,
      ...contributionIn(values),
    },
  })
}

async function change(io: Io, values: Values, id: string) {
  const until = text(values, 'until')
  const body = {
    ...contributionIn(values),
    ...(until === undefined ? {} : { until: until === 'none' ? null : until }),
  }
  if (Object.keys(body).length === 0)
    throw new UsageError('Say what changes: --share PERCENT, --pledge HOURS or --until DATE|none')
  return (await io.client()).call(routes.changeMember, { params: { id }, body })
}

export const members: Command = {
  name: 'members',
  summary: 'Members of the alliance with share and pledge; for the secretariat, add, change or end one',
  usage:
    '[add MEMBER --name NAME --country CODE | change MEMBER] [--share PERCENT] [--pledge HOURS] [--until DATE|none]',
  examples: ['allmende members', 'allmende members change ke --share 12.5 --until 2027-07-01'],
  options: {
    name: { type: 'string' },
    country: { type: 'string' },
    share: { type: 'string' },
    pledge: { type: 'string' },
    until: { type: 'string' },
  },
  words: [0, 2],
  async run(io, { values, words }) {
    const [verb, id] = words
    if (verb !== undefined) {
      if ((verb !== 'add' && verb !== 'change') || !id)
        throw new UsageError('Expected: allmende members [add MEMBER … | change MEMBER …]')
      const member = await (verb === 'add' ? admit : change)(io, values, id)
      if (values.json) printJson(io, member)
      else
        io.out(
          `${member.name}: ${member.shareBp / 100} %, ${hours(member.pledgedAcceleratorMs)} a month${member.until ? `, until ${member.until}` : ''}.\n`,
        )
      return exit.done
    }
    const { items } = await createClient({ baseUrl: await io.server() }).call(routes.listMembers, {})
    if (values.json) printJson(io, items)
    else
      io.out(
        table([
          ['MEMBER', 'COUNTRY', 'SHARE', 'PLEDGE', 'FROM', 'UNTIL', 'NAME'],
          ...items.map((m) => [
            m.id,
            m.country,
            `${m.shareBp / 100} %`,
            hours(m.pledgedAcceleratorMs),
            m.from,
            m.until ?? '–',
            m.name,
          ]),
        ]),
      )
    return exit.done
  },
}
