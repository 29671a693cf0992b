import { raw } from 'hono/html'
import { formatCountry } from '../messages/index.ts'
import { ChartFigure, Swatch } from './chart-figure.tsx'
import type { ChartBase } from './chart-figure.tsx'
import { land, mapHeight, mapWidth } from './land.ts'

export type MapSite = {
  readonly country: string
  readonly name: string
  /** Degrees; without them the site is marked in the middle of its country. */
  readonly longitude?: number | undefined
  readonly latitude?: number | undefined
}

export type WorldMapProps = ChartBase & {
  readonly members: readonly { readonly country: string; readonly name: string }[]
  readonly sites: readonly MapSite[]
}

type Row = { readonly country: string; readonly name: string; readonly kind: 'member' | 'site' }

/** Drawings by the countries of members: the land changes only when membership does. */
const drawings = new Map<string, string>()
const drawingsMax = 20

/** The land with some countries marked, as SVG text. Codes that are not of the map never reach the text. */
function landWith(countries: readonly string[]): string {
  const key = [...new Set(countries)].sort().join(' ')
  const known = drawings.get(key)
  if (known !== undefined) return known
  const { shapes, specks } = land()
  const marked = new Set(countries.filter((code) => code !== ''))
  const others = shapes.filter((shape) => !marked.has(shape.country)).map((shape) => shape.path)
  const own = shapes
    .filter((shape) => marked.has(shape.country))
    .map((shape) => `<path class="member c-${shape.country}" d="${shape.path}"/>`)
  const dots = [...specks]
    .filter(([code]) => marked.has(code))
    .map(([code, [x, y]]) => `<circle class="speck c-${code}" cx="${x}" cy="${y}" r="4"/>`)
  const drawing = `<path d="${others.join('')}"/>${own.join('')}${dots.join('')}`
  if (drawings.size >= drawingsMax) drawings.clear()
  drawings.set(key, drawing)
  return drawing
}

/** Where each site is marked; several in one place stand side by side. */
function siteMarks(sites: readonly MapSite[]): { x: number; y: number }[] {
  const { shapes, specks, place } = land()
  const taken = new Map<string, number>()
  return sites.flatMap((site) => {
    const { longitude, latitude, country } = site
    const middle = shapes.find((shape) => shape.country === country)?.middle ?? specks.get(country)
    const point = longitude === undefined || latitude === undefined ? middle : place(longitude, latitude)
    if (!point) return []
    const key = point.join(' ')
    const before = taken.get(key) ?? 0
    taken.set(key, before + 1)
    return [{ x: point[0] + before * 9, y: point[1] }]
  })
}

/** Members and sites on the world. North is up in every language; the table says the same in words. */
export function WorldMap(props: WorldMapProps) {
  const { t, id, title, members, sites, note } = props
  const rows: Row[] = [
    ...members.map(({ country, name }) => ({ country, name, kind: 'member' as const })),
    ...sites.map(({ country, name }) => ({ country, name, kind: 'site' as const })),
  ]
  const counts = {
    members: t('map.members', { count: members.length }),
    sites: t('map.sites', { count: sites.length }),
  }
  const columns = [
    {
      key: 'name',
      head: `${t('map.member')} / ${t('map.site')}`,
      cell: (row: Row) => row.name,
      rowHead: true,
    },
    { key: 'kind', head: t('map.kind'), cell: (row: Row) => t(`map.${row.kind}`) },
    { key: 'country', head: t('map.country'), cell: (row: Row) => formatCountry(t.lang, row.country) },
  ]
  return (
    <ChartFigure {...props} note={note} columns={columns} rows={rows}>
      <svg
        class="plot map"
        // oxlint-disable-next-line prefer-tag-over-role -- a drawing in the page follows its colours; an img could not
        role="img"
        viewBox={`0 0 ${mapWidth} ${mapHeight}`}
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-desc`}
      >
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-desc`}>{t('map.desc', counts)}</desc>
        {raw(landWith(members.map((member) => member.country)))}
        {siteMarks(sites).map(({ x, y }) => (
          <rect class="site" x={x - 4} y={y - 4} width="8" height="8" transform={`rotate(45 ${x} ${y})`} />
        ))}
      </svg>
      <ul class="key">
        <li>
          <Swatch kind="given" /> {counts.members}
        </li>
        <li>
          <svg viewBox="0 0 14 14" class="map" aria-hidden="true">
            <rect class="site" x="3" y="3" width="8" height="8" transform="rotate(45 7 7)" />
          </svg>{' '}
          {counts.sites}
        </li>
        <li>{t('map.note')}</li>
      </ul>
    </ChartFigure>
  )
}
