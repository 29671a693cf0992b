import { z } from 'zod'
import { route } from './contract.ts'
import {
  acceleratorMs,
  calendarDate,
  country,
  instant,
  line,
  prose,
  sessionShape,
  slug,
  slugParams,
} from './shapes.ts'

const room = 'alliance'

export const allianceShape = z.object({
  founded: z.boolean(),
  name: z.string(),
  demo: z.boolean(),
  foundedAt: instant.nullable(),
  logOrigin: z.string(),
  /** Where mail goes: by SMTP; on a page, in a demo; or into the operator's folder, where no SMTP is configured. */
  mail: z.enum(['smtp', 'page', 'folder']),
  /** The version of Allmende that serves this. */
  version: z.string(),
})

export const memberShape = z.object({
  id: slug,
  name: z.string(),
  kind: z.enum(['state', 'institution']),
  country,
  /** Voted share of the pool in basis points: 1,500 is 15 %. */
  shareBp: z.int().min(0).max(10_000),
  /** Pledged accelerator time per month. */
  pledgedAcceleratorMs: acceleratorMs,
  from: calendarDate,
  until: calendarDate.nullable(),
})

/** Whether somebody is a member on a day: from the day of admission, up to but not on the day it ends. */
export function isMemberOn(
  member: { readonly from: string; readonly until: string | null },
  day: string,
): boolean {
  return member.from <= day && (member.until === null || day < member.until)
}

export const lane = z.enum(['trial', 'standard'])
export const callShape = z.object({
  id: slug,
  title: z.string(),
  lane,
  summary: z.string(),
  opensAt: instant,
  closesAt: instant.nullable(),
  open: z.boolean(),
  maxAcceleratorMs: acceleratorMs,
  /** By when an application is decided, in hours from submission: the clock the applicant sees. */
  decideWithinHours: z.int(),
})

export const allianceRoutes = {
  getAlliance: route({
    operation: 'getAlliance',
    room,
    method: 'get',
    path: '/alliance',
    summary: 'The alliance that runs this installation',
    who: 'public',
    scope: 'read',
    reply: allianceShape,
    status: 200,
  }),
  foundAlliance: route({
    operation: 'foundAlliance',
    room,
    method: 'post',
    path: '/alliance',
    who: 'public',
    scope: 'manage',
    status: 201,
    summary: 'Found the alliance of an empty installation; needs the set-up code that the server printed',
    body: z.object({
      name: line(120),
      setupCode: line(100),
      secretariatName: line(200),
      secretariatEmail: z.email().max(254),
    }),
    reply: allianceShape.extend({ session: sessionShape }),
  }),
  listMembers: route({
    operation: 'listMembers',
    room,
    method: 'get',
    path: '/members',
    summary: 'Members, with share and pledge',
    who: 'public',
    scope: 'read',
    reply: z.object({ items: z.array(memberShape) }),
    status: 200,
  }),
  getMember: route({
    operation: 'getMember',
    room,
    method: 'get',
    path: '/members/{id}',
    summary: 'One member',
    who: 'public',
    scope: 'read',
    params: slugParams,
    reply: memberShape,
    status: 200,
  }),
  createMember: route({
    operation: 'createMember',
    room,
    method: 'post',
    path: '/members',
    summary: 'Admit a member',
    who: 'person',
    scope: 'manage',
    body: memberShape.omit({ until: true }),
    reply: memberShape,
    status: 201,
  }),
  listCalls: route({
    operation: 'listCalls',
    room,
    method: 'get',
    path: '/calls',
    summary: 'Calls, open and closed',
    who: 'public',
    scope: 'read',
    reply: z.object({ items: z.array(callShape) }),
    status: 200,
  }),
  getCall: route({
    operation: 'getCall',
    room,
    method: 'get',
    path: '/calls/{id}',
    summary: 'One call',
    who: 'public',
    scope: 'read',
    params: slugParams,
    reply: callShape,
    status: 200,
  }),
  createCall: route({
    operation: 'createCall',
    room,
    method: 'post',
    path: '/calls',
    summary: 'Open a call',
    who: 'person',
    scope: 'manage',
    status: 201,
    reply: callShape,
    body: z.object({
      id: slug,
      title: line(160),
      lane,
      summary: prose(2000),
      opensAt: instant,
      closesAt: instant.nullable(),
      maxAcceleratorMs: acceleratorMs,
      decideWithinHours: z.int().min(1).max(8760),
    }),
  }),
  changeMember: route({
    operation: 'changeMember',
    room,
    method: 'patch',
    path: '/members/{id}',
    summary: 'Change share or pledge of a member, or end its membership on a day',
    who: 'person',
    scope: 'manage',
    params: slugParams,
    body: memberShape.pick({ shareBp: true, pledgedAcceleratorMs: true, until: true }).partial(),
    reply: memberShape,
    status: 200,
  }),
  changeCall: route({
    operation: 'changeCall',
    room,
    method: 'patch',
    path: '/calls/{id}',
    summary: 'Change the texts of a call or when it closes; a closing time of now closes it',
    who: 'person',
    scope: 'manage',
    params: slugParams,
    body: z.object({ title: line(160), summary: prose(2000), closesAt: instant.nullable() }).partial(),
    reply: callShape,
    status: 200,
  }),
}
