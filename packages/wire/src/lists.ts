import { z } from 'zod'
import { route } from './contract.ts'
import { calendarDate, instant, line, slug } from './shapes.ts'

const room = 'clear'

export const listShape = z.object({
  name: slug,
  source: z.string(),
  publishedOn: calendarDate,
  importedAt: instant,
  sha256: z.string(),
  entries: z.int(),
  ageDays: z.int(),
  stale: z.boolean(),
  /** The last day on which its publisher said that it is still in force; null where nobody asked. */
  confirmedOn: calendarDate.nullable(),
  /** Whether an official address is known from which it can be fetched again. */
  refreshable: z.boolean(),
  /** The last look at that address, and why it brought nothing. */
  check: z.object({ at: instant, problem: z.string().nullable() }).nullable(),
})

export const registerShape = z.object({
  name: slug,
  source: z.string(),
  publishedOn: calendarDate,
  importedAt: instant,
  sha256: z.string(),
  holdings: z.int(),
})

/** Screening lists: which are loaded, and how they come in. */
export const listRoutes = {
  listLists: route({
    operation: 'listLists',
    room,
    method: 'get',
    path: '/lists',
    summary: 'Screening lists with source, date and age',
    who: 'public',
    scope: 'read',
    reply: z.object({ items: z.array(listShape) }),
    status: 200,
  }),
  importList: route({
    operation: 'importList',
    room,
    method: 'put',
    path: '/lists/{id}',
    summary:
      'Import a list as its publisher lays it out (CSV, XML or JSON); swapped in at once or refused whole',
    who: 'person',
    scope: 'manage',
    params: z.object({ id: slug }),
    /** `format`: one of the known layouts; told by how the file begins where it is left out. */
    query: z.object({ publishedOn: calendarDate, source: line(500), format: slug.optional() }),
    bodyType: 'application/octet-stream',
    reply: listShape.extend({
      format: z.string(),
      unknownColumns: z.array(z.string()),
      rejectedRows: z.int(),
    }),
    status: 200,
    transaction: false,
  }),
  listRegisters: route({
    operation: 'listRegisters',
    room,
    method: 'get',
    path: '/registers',
    summary: 'Registers of who owns whom that are loaded',
    who: 'public',
    scope: 'read',
    reply: z.object({ items: z.array(registerShape) }),
    status: 200,
  }),
  importRegister: route({
    operation: 'importRegister',
    room,
    method: 'put',
    path: '/registers/{id}',
    summary: 'Import relationship records of GLEIF (level 2, CSV); swapped in at once or refused whole',
    who: 'person',
    scope: 'manage',
    params: z.object({ id: slug }),
    query: z.object({ publishedOn: calendarDate, source: line(500) }),
    bodyType: 'application/octet-stream',
    reply: registerShape.extend({
      unknownColumns: z.array(z.string()),
      /** Records that say nothing of who owns whom, by reason. */
      leftOut: z.record(z.string(), z.int()),
    }),
    status: 200,
    transaction: false,
  }),
  refreshList: route({
    operation: 'refreshList',
    room,
    method: 'post',
    path: '/lists/{id}/refresh',
    summary:
      'Fetch a list from its official address, if it is another one than before; refused whole where it is broken',
    who: 'person',
    scope: 'manage',
    params: z.object({ id: slug }),
    reply: z.object({
      outcome: z.enum(['unchanged', 'imported']),
      list: listShape,
      unknownColumns: z.array(z.string()),
      rejectedRows: z.int(),
    }),
    status: 200,
    transaction: false,
  }),
}
