import { readdirSync, readFileSync } from 'node:fs'
import { brotliCompressSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'

const files = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith('.css'))
  .sort()
const css = files.map((name) => readFileSync(`${import.meta.dirname}/${name}`, 'utf8')).join('\n')

type Scheme = 'light' | 'dark'

/** A token's colour as `#rrggbb`, read from the file that is served. */
function token(name: string, scheme: Scheme): string {
  const found = new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(css)
  const colour = found?.[scheme === 'light' ? 1 : 2]
  if (!colour) throw new Error(`No token --${name}`)
  return colour
}

/** Relative luminance by WCAG 2.2, 0 to 1. */
function luminance(colour: string): number {
  const channel = (start: number) => {
    const value = Number.parseInt(colour.slice(start, start + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

const grounds = ['paper', 'sheet']
const tones = ['field', 'wait', 'stop', 'info']
const textPairs = [
  ...['ink', 'soft', ...tones].flatMap((text) => grounds.map((ground) => [text, ground] as const)),
  ...tones.map((tone) => [tone, `${tone}-soft`] as const),
  ...tones.map((tone) => ['ink', `${tone}-soft`] as const),
  // Words on filled buttons.
  ...['field', 'stop'].map((ground) => ['paper', ground] as const),
]

describe('colours', () => {
  for (const scheme of ['light', 'dark'] as const) {
    it(`give every text a contrast of 4.5 to 1 or more in the ${scheme} scheme`, () => {
      for (const [text, ground] of textPairs) {
        const ratio = contrast(token(text, scheme), token(ground, scheme))
        expect(ratio, `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5)
      }
    })

    it(`set edges of fields off by 3 to 1 or more in the ${scheme} scheme`, () => {
      for (const ground of grounds) {
        expect(contrast(token('edge', scheme), token(ground, scheme)), ground).toBeGreaterThanOrEqual(3)
      }
    })
  }

  it('are computed as WCAG does: black on white is 21 to 1', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
  })

  it('are written only as tokens', () => {
    const others = files
      .filter((name) => !name.startsWith('10-'))
      .map((name) => readFileSync(`${import.meta.dirname}/${name}`, 'utf8'))
    // Print is black on white paper, and #0000 holds the place of a border.
    const literal = others.join('\n').match(/#[0-9a-f]{3,8}\b|rgba?\(|hsla?\(/gi) ?? []
    expect(literal.filter((colour) => colour !== '#0000' && colour !== '#fff')).toEqual([])
  })
})

describe('the style sheet', () => {
  it('mirrors by itself: it names no left or right', () => {
    expect(css.match(/\b(?:left|right)\b/g)).toBeNull()
  })

  it('downloads nothing further', () => {
    expect(css).not.toMatch(/url\(|@import|@font-face/)
  })

  it('stays under 6 kB compressed', () => {
    expect(brotliCompressSync(css).length).toBeLessThan(6000)
  })
})
