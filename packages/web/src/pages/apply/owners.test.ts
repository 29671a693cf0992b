import { expect, test } from 'vitest'
import { ownersAsText, ownersIn } from './owners.ts'

test('owners are read line by line; what is not stated is not known', () => {
  expect(
    ownersIn(
      'Lake Holding; organisation; ke; 60 %\n\n Zhang Wei ; Person; CN; controls 12,5; Lake Holding\nFund',
    ),
  ).toEqual([
    { name: 'Lake Holding', kind: 'organisation', country: 'KE', share: 60, controls: false, of: null },
    { name: 'Zhang Wei', kind: 'person', country: 'CN', share: 12.5, controls: true, of: 'Lake Holding' },
    { name: 'Fund', kind: 'organisation', country: null, share: null, controls: false, of: null },
  ])
  expect(ownersIn(' \n;;;\n')).toEqual([])
})

test('lines that were written come back as they are read', () => {
  const owners = ownersIn(
    'A; person; KE; controls; B\nB; organisation; ; 40\nC; organisation; DE; controls 60.25; A',
  )
  expect(ownersIn(ownersAsText(owners))).toEqual(owners)
})
