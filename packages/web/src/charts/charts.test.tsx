import { brotliCompressSync } from 'node:zlib'
import { array, assert, integer, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { translator } from '../messages/index.ts'
import { BarChart, LineChart, marked, sharesOf, WorldMap } from './index.ts'
import { land } from './land.ts'

const t = translator('en')
const html = (element: { toString(): string }): string => element.toString()
const hours = (value: number) => `${value} h`

describe('a bar chart', () => {
  const rows = [
    { label: 'Kenya', given: 25, used: 50, share: 100 },
    { label: 'Brazil', given: 0, used: 10, share: null },
  ]

  it('draws lengths in proportion and writes every value at its mark', () => {
    const chart = html(<BarChart t={t} id="b" title="Given and used" rows={rows} format={hours} />)
    expect(chart).toMatch(/class="given"[^>]*x="0%" width="16.5%"/)
    expect(chart).toMatch(/class="used"[^>]*x="0%" width="33%"/)
    expect(chart).toMatch(/class="share" x1="66%"/)
    expect(chart).toContain('>25 h</text>')
    expect(chart).toContain('>0 h</text>')
  })

  it('grows from the right where reading does', () => {
    const chart = html(<BarChart t={translator('ar')} id="b" title="x" rows={rows} format={hours} />)
    expect(chart).toMatch(/class="given"[^>]*x="83.5%" width="16.5%"/)
  })

  it('has a title, a description, and the same figures in a table', () => {
    const chart = html(<BarChart t={t} id="b" title="Given & used" rows={rows} format={hours} />)
    expect(chart).toContain('role="img"')
    expect(chart).toContain('<title id="b-title">Given &amp; used</title>')
    expect(chart).toMatch(/<th scope="row">Kenya<\/th><td class="n">25 h<\/td>/)
  })

  it('says so when there is nothing to draw', () => {
    const chart = html(<BarChart t={t} id="b" title="x" rows={[]} format={hours} />)
    expect(chart).toContain('There are no figures for this period yet.')
    expect(chart).not.toContain('<svg')
  })
})

describe('a line chart', () => {
  it('writes the first and the last value, and no two figures on top of each other', () => {
    assert(
      property(array(integer(), { minLength: 5, maxLength: 60 }), (values) => {
        const places = [...marked(values)].sort((a, b) => a - b)
        const room = Math.ceil(values.length / 5)
        return (
          places[0] === 0 &&
          places.at(-1) === values.length - 1 &&
          places.every((place, index) => index === 0 || place - (places[index - 1] ?? 0) >= room)
        )
      }),
    )
  })

  it('draws a level line without dividing by nothing', () => {
    const rows = [1, 1, 1].map((value, index) => ({ label: `${index}`, value }))
    expect(html(<LineChart t={t} id="l" title="x" rows={rows} format={hours} fitted />)).not.toContain('NaN')
  })
})

describe('shares of a whole', () => {
  it('add up to 100 % whatever the parts', () => {
    assert(
      property(array(integer({ min: 0, max: 1e12 }), { minLength: 1, maxLength: 6 }), (values) => {
        const sum = sharesOf(values).reduce((total, share) => total + share.basisPoints, 0)
        return sum === (values.some((value) => value > 0) ? 10_000 : 0)
      }),
    )
  })
})

describe('the map', () => {
  const map = html(
    <WorldMap
      t={t}
      id="m"
      title="Members"
      members={[
        { country: 'KE', name: 'Kenya' },
        { country: 'SG', name: 'Singapore' },
      ]}
      sites={[
        { country: 'KE', name: 'Nairobi' },
        { country: 'KE', name: 'Mombasa' },
      ]}
    />,
  )

  it('marks members, also those too small for the scale, and every site', () => {
    expect(map.match(/class="member c-KE"/g)).toHaveLength(1)
    expect(map.match(/class="speck c-SG"/g)).toHaveLength(1)
    expect(map.match(/class="site"/g)).toHaveLength(3) // two on the map, one in the key
    expect(map).toContain('World map with 2 members and 2 sites marked.')
  })

  it('stays under 14 kB compressed', () => {
    expect(brotliCompressSync(map).length).toBeLessThan(14_000)
  })

  it('draws in whole units, and knows each country by its ISO code', () => {
    const { shapes } = land()
    expect(shapes.length).toBeGreaterThan(170)
    expect(shapes.every(({ path }) => /^[MlZz\d -]+$/.test(path))).toBe(true)
    const codes = shapes.map(({ country }) => country).filter((code) => code !== '')
    expect(codes.every((code) => /^[A-Z]{2}$/.test(code))).toBe(true)
    expect(new Set(codes).size).toBe(codes.length)
    expect(codes).toEqual(expect.arrayContaining(['BR', 'CN', 'DE', 'ID', 'MA', 'US', 'ZA']))
  })

  it('puts France in Europe and not in the Atlantic', () => {
    const { shapes, place } = land()
    const [x, y] = shapes.find(({ country }) => country === 'FR')?.middle ?? [0, 0]
    const [parisX, parisY] = place(2.35, 48.86)
    expect(Math.hypot(x - parisX, y - parisY)).toBeLessThan(15)
  })

  it('ignores what is not a country', () => {
    const odd = html(
      <WorldMap
        t={t}
        id="m"
        title="x"
        members={[{ country: '"><script>', name: 'x' }]}
        sites={[{ country: '??', name: 'y' }]}
      />,
    )
    expect(odd).not.toContain('<script>')
  })
})
