import { geoEqualEarth, geoPath } from 'd3-geo'
import type { ExtendedFeatureCollection, GeoProjection } from 'd3-geo'
import { feature } from 'topojson-client'
import countries from 'world-atlas/countries-110m.json' with { type: 'json' }

type Point = readonly [number, number]
/** A country as drawn: whole units on a sheet `mapWidth` wide. */
export type Shape = { readonly country: string; readonly path: string; readonly middle: Point }

export const mapWidth = 720
export const mapHeight = 330

const antarctica = '010'
/** Rings smaller than this, in square units, are left out unless they are all a country has. */
const ringAreaMin = 3

/** Middles of the states that the 1:110m shapes leave out, from Natural Earth 1:50m: code, longitude, latitude. */
const specks =
  'AD 2 43,AG -62 17,AI -63 18,AS -171 -14,AW -70 13,AX 20 60,BB -60 13,BH 51 26,BM -65 32,CK -160 -21,CV -24 15,' +
  'CW -69 12,DM -61 15,FM 158 7,FO -7 62,GD -62 12,GG -3 49,GU 145 13,HK 114 22,IM -5 54,JE -2 49,KI -157 2,KM 43 -12,' +
  'KN -63 17,KY -81 19,LC -61 14,LI 10 47,MC 7 44,MH 171 7,MO 114 22,MS -62 17,MT 14 36,MU 58 -20,MV 74 4,NR 167 -1,' +
  'NU -170 -19,PF -149 -18,PW 135 8,SC 55 -5,SG 104 1,SM 12 44,ST 7 0,SX -63 18,TC -72 22,TO -175 -21,TV 179 -8,' +
  'VA 12 42,VC -61 13,VG -65 18,VI -65 18,WS -172 -14,XK 21 43'

/** ISO 3166-1 numeric to alpha-2, by the region aliases of Unicode; empty where the shape has no code. */
function countryOf(numeric: string | number | undefined): string {
  if (numeric === undefined) return ''
  const [tag] = Intl.getCanonicalLocales(`und-${String(numeric).padStart(3, '0')}`)
  return new Intl.Locale(tag ?? 'und').region ?? ''
}

function ringsOf(path: string): Point[][] {
  return path
    .split('M')
    .filter((ring) => ring !== '')
    .map((ring) =>
      ring
        .replace('Z', '')
        .split('L')
        .map((pair): Point => {
          const [x, y] = pair.split(',').map(Number)
          return [x ?? 0, y ?? 0]
        })
        .filter(([x, y], index, all) => x !== all[index - 1]?.[0] || y !== all[index - 1]?.[1]),
    )
}

/** Twice the signed area is enough to compare; this halves it to speak of square units. */
function areaOf(ring: readonly Point[]): number {
  const twice = ring.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = ring[(index + 1) % ring.length] ?? [x, y]
    return sum + x * nextY - nextX * y
  }, 0)
  return Math.abs(twice) / 2
}

/** Steps from point to point are small numbers and compress to a third of the places themselves. */
function drawn(ring: readonly Point[]): string {
  const [first = [0, 0]] = ring
  const steps = ring.slice(1).map(([x, y], index) => {
    const [fromX, fromY] = ring[index] ?? first
    return `${x - fromX} ${y - fromY}`
  })
  return `M${first.join(' ')}l${steps.join(' ').replaceAll(' -', '-')}z`
}

function projectionOf(land: ExtendedFeatureCollection): GeoProjection {
  return geoEqualEarth().fitExtent(
    [
      [1, 1],
      [mapWidth - 1, mapHeight - 1],
    ],
    land,
  )
}

function shapesOf(land: ExtendedFeatureCollection, projection: GeoProjection): Shape[] {
  const path = geoPath(projection).digits(0)
  return land.features.map((country) => {
    const rings = ringsOf(path(country) ?? '')
      .map((ring) => ({ ring, area: areaOf(ring) }))
      .sort((a, b) => b.area - a.area)
    const kept = rings.filter(({ area }, index) => index === 0 || area >= ringAreaMin)
    // The middle of the largest ring, so that France is marked in Europe.
    const points = rings[0]?.ring ?? []
    const mean = (axis: 0 | 1) =>
      Math.round(points.reduce((sum, point) => sum + point[axis], 0) / (points.length || 1))
    return {
      country: countryOf(country.id),
      path: kept.map(({ ring }) => drawn(ring)).join(''),
      middle: [mean(0), mean(1)],
    }
  })
}

export type Land = {
  readonly shapes: readonly Shape[]
  /** Where a country is marked that has no shape at this scale. */
  readonly specks: ReadonlyMap<string, Point>
  /** Longitude and latitude to the sheet. */
  readonly place: (longitude: number, latitude: number) => Point
}

function surveyLand(): Land {
  const topology = countries as unknown as Parameters<typeof feature>[0]
  const all = feature(topology, 'countries') as unknown as ExtendedFeatureCollection
  const land = { ...all, features: all.features.filter((country) => country.id !== antarctica) }
  const projection = projectionOf(land)
  const place = (longitude: number, latitude: number): Point => {
    const [x, y] = projection([longitude, latitude]) ?? [0, 0]
    return [Math.round(x), Math.round(y)]
  }
  const marks = specks.split(',').map((entry): [string, Point] => {
    const [code = '', longitude, latitude] = entry.split(' ')
    return [code, place(Number(longitude), Number(latitude))]
  })
  return { shapes: shapesOf(land, projection), specks: new Map(marks), place }
}

let surveyed: Land | undefined

/** The countries of the world without Antarctica, drawn once per process on first use. Source: Natural Earth 1:110m. */
export function land(): Land {
  surveyed ??= surveyLand()
  return surveyed
}
