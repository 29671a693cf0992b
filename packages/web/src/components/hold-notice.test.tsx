import { expect, test } from 'vitest'
import { hold } from '../gallery/fixtures.ts'
import { translator } from '../messages/index.ts'
import { HoldNotice } from './hold-notice.tsx'

const html = (element: { toString(): string }): string => element.toString()

test.each([
  ['en', 'Clearance lost at Jena', 'prohibition'],
  ['de', 'Freigabe entfallen: Jena', 'Verbot'],
] as const)('a hold says where, which rule, since when and until when (%s)', (lang, title, word) => {
  const page = html(<HoldNotice t={translator(lang)} site="Jena" hold={hold} />)
  for (const said of [title, word, hold.rules[0]?.code, hold.rules[0]?.instrument, '00:00', '01:00'])
    expect(page).toContain(said)
})
