import { type CalendarDate, type CountryCode, countryNames } from '@allmende/domain/terms'
import type { ReleaseFacts } from '../../facts.ts'
import type { Finding, Rule } from '../../rule.ts'
import { earCountry } from '../country-groups.ts'
import { type ReleaseEntry, releaseEntry } from './entries.ts'

/** What a release is in law (734.13, 734.14, 734.16), and the country it counts for. */
export type Route = {
  readonly kind: 'export' | 'reexport' | 'in-country' | 'deemed-export' | 'deemed-reexport'
  readonly to: CountryCode
}

/** A yes, a no, or open with the facts that would settle it. */
type Answer = { readonly answer: boolean | null; readonly missing: readonly string[] }

/** A fact that could add a route: this one, or any where null. */
type OpenRoute = { readonly path: string; readonly route: Route | null }

/** A release as the rules read it. */
export type Release = {
  readonly facts: ReleaseFacts
  /** Whether the EAR reach it. */
  readonly scope: Answer
  /** Null where the entry is not stated or not encoded. */
  readonly entry: ReleaseEntry | null
  readonly routes: readonly Route[]
  readonly openRoutes: readonly OpenRoute[]
}

/** 734.7 and 734.8 take what is published out of scope; encryption software of 5D002 stays (734.7(b)). */
function publishedOut(facts: ReleaseFacts): Answer {
  const perhapsSoftware = facts.what !== 'technology' && facts.what !== 'model-weights'
  if (facts.published === false || (perhapsSoftware && facts.eccn === '5D002'))
    return { answer: false, missing: [] }
  if (facts.published === null) return { answer: null, missing: ['published'] }
  return perhapsSoftware && facts.eccn === null
    ? { answer: null, missing: ['eccn'] }
    : { answer: true, missing: [] }
}

/** 734.3: everything in the United States is subject to the EAR; elsewhere it depends on origin and content. */
function subjectToEar(facts: ReleaseFacts): Answer {
  if (facts.releasedFrom === 'US' || facts.subjectToEar === true) return { answer: true, missing: [] }
  if (facts.subjectToEar === false)
    return facts.releasedFrom === null
      ? { answer: null, missing: ['releasedFrom'] }
      : { answer: false, missing: [] }
  return { answer: null, missing: ['subjectToEar'] }
}

function scopeOf(facts: ReleaseFacts): Answer {
  const out = publishedOut(facts)
  const subject = subjectToEar(facts)
  if (out.answer === true || subject.answer === false) return { answer: false, missing: [] }
  const missing = [...out.missing, ...subject.missing]
  return { answer: missing.length > 0 ? null : true, missing }
}

type Found = { readonly routes: Map<string, Route>; readonly open: OpenRoute[] }

function add(found: Found, kind: Route['kind'], to: CountryCode): void {
  found.routes.set(`${kind} ${to}`, { kind, to })
}

/** A place where it is received: over a border, or within a country. Bringing it into the United States is neither. */
function addPlace(found: Found, from: CountryCode | null, path: string, to: CountryCode | null): void {
  if (to === null) found.open.push({ path, route: null })
  else if (to !== 'US') {
    if (from === null) found.open.push({ path: 'releasedFrom', route: { kind: 'reexport', to } })
    const within = from === null || earCountry(from) === earCountry(to)
    add(found, within ? 'in-country' : from === 'US' ? 'export' : 'reexport', to)
  }
}

/** A person of another country than the place: deemed to go to that country. US citizens and residents are none. */
function addStatus(found: Found, facts: ReleaseFacts, place: CountryCode, status: CountryCode): void {
  if (status === 'US' || earCountry(place) === earCountry(status)) return
  const kind = place === 'US' ? 'deemed-export' : 'deemed-reexport'
  // Where nobody has said what is released, it could be object code, which is never deemed.
  if (facts.what === null) found.open.push({ path: 'what', route: { kind, to: status } })
  else add(found, kind, status)
}

function routesOf(facts: ReleaseFacts): Found {
  const found: Found = { routes: new Map(), open: [] }
  const { releasedFrom: from, receivedIn } = facts
  addPlace(found, from, 'receivedIn', receivedIn)
  // Object code is no deemed export or reexport: 734.13(a)(2) and 734.14(a)(2) name technology and source code.
  const reachesStatus = facts.what !== 'object-code'
  if (facts.people.length === 0) found.open.push({ path: 'people', route: null })
  facts.people.forEach(({ locationCountry, latestStatusCountry = null }, index) => {
    addPlace(found, from, `people.${index}.locationCountry`, locationCountry)
    if (!reachesStatus) return
    if (latestStatusCountry === null)
      found.open.push({ path: `people.${index}.latestStatusCountry`, route: null })
    else
      for (const place of [receivedIn, locationCountry])
        if (place !== null) addStatus(found, facts, place, latestStatusCountry)
  })
  return found
}

function read(facts: ReleaseFacts): Release {
  const { routes, open } = routesOf(facts)
  return {
    facts,
    scope: scopeOf(facts),
    entry: releaseEntry(facts.eccn),
    routes: [...routes.values()],
    openRoutes: open,
  }
}

/** Each rule reads the same release, one after the other: the last one is kept. */
let last: Release | null = null

function readRelease(facts: ReleaseFacts): Release {
  if (last?.facts !== facts) last = read(facts)
  return last
}

const kinds: Readonly<Record<Route['kind'], string>> = {
  export: 'export to',
  reexport: 'reexport to',
  'in-country': 'transfer within',
  'deemed-export': 'deemed export to',
  'deemed-reexport': 'deemed reexport to',
}

/** Routes in words: "reexport to Kenya, deemed reexport to India". */
export function routesInWords(routes: readonly Route[]): string {
  return routes.map(({ kind, to }) => `${kinds[kind]} ${countryNames[to] ?? to}`).join(', ')
}

export const isDeemed = ({ kind }: Route) => kind === 'deemed-export' || kind === 'deemed-reexport'

/** A rule that reads releases only. */
export function releaseRule(
  head: Pick<Rule, 'code' | 'logic' | 'cite'> & Partial<Pick<Rule, 'layer'>>,
  find: (release: Release, asOf: CalendarDate) => readonly Finding[],
): Rule {
  return {
    ...head,
    only: 'release',
    find: ({ facts, asOf }) => (facts.transaction === 'release' ? find(readRelease(facts), asOf) : []),
  }
}

/**
 * A licence for the routes that a requirement reaches; an officer while scope, class or a route is open; nothing
 * outside the EAR, or where no route is reached and none could be.
 */
export function licenceFor(
  release: Release,
  requirement: string,
  citations: NonNullable<Finding['citations']>,
  reaches: (route: Route) => boolean,
  openClass: readonly string[] = [],
): readonly Finding[] {
  const { scope } = release
  if (scope.answer === false) return []
  const reached = release.routes.filter(reaches)
  const openRoutes = release.openRoutes.filter(({ route }) => route === null || reaches(route))
  if (reached.length === 0 && openRoutes.length === 0) return []
  const open = [...scope.missing, ...openClass]
  const where = reached.length > 0 ? `: ${routesInWords(reached)}` : ''
  if (where !== '' && open.length === 0)
    return [{ outcome: 'licence-required', finding: `${requirement} needs a licence${where}.`, citations }]
  const missing = where === '' ? [...open, ...openRoutes.map(({ path }) => path)] : open
  const finding = `${requirement} may need a licence${where}; what decides it is not stated.`
  return [{ outcome: 'needs-officer', finding, citations, missing }]
}
