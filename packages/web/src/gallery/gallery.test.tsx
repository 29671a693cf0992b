import { describe, expect, it } from 'vitest'
import { languages, translator } from '../messages/index.ts'
import { Gallery } from './gallery.tsx'

const html = (element: { toString(): string }): string => element.toString()

describe('the gallery', () => {
  for (const lang of languages) {
    const page = html(<Gallery t={translator(lang)} assets={{ css: '/a.css' }} />)

    it(`uses each id once and points only at ids that are there (${lang})`, () => {
      const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
      expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
      const pointed = [
        ...page.matchAll(/ (?:for|aria-labelledby|aria-describedby|list|data-slides)="([^"]+)"/g),
      ]
      const missing = pointed
        .flatMap(([, targets]) => (targets ?? '').split(' '))
        .filter((id) => !ids.includes(id))
      expect(missing).toEqual([])
    })

    it(`carries no inline style or script (${lang})`, () => {
      expect(page).not.toMatch(/ style=|<style| on\w+="|<script(?! type="module" src)/)
    })
  }
})
