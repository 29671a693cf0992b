import { expect, test } from 'vitest'
import { doorOf, hrefOf, signInThen } from './doors.ts'

const holding = (role: 'officer' | 'reviewer') => ({ grants: [{ role }], resting: null })

test('a form that only some can send asks others to sign in, or names the role', () => {
  expect(doorOf('screen', null)).toEqual({ open: false, why: 'signed-out' })
  expect(doorOf('secretariatCalls', null)).toEqual({ open: false, why: 'signed-out' })
  expect(doorOf('sitePolicy', null)).toEqual({ open: false, why: 'signed-out' })
  expect(doorOf('screen', holding('reviewer'))).toEqual({ open: false, why: 'role', roles: ['officer'] })
  expect(doorOf('secretariatLists', holding('officer'))).toEqual({ open: true })
  expect(doorOf('secretariatPeople', holding('officer'))).toMatchObject({ why: 'role' })
})

test('whose role rests is told that, where it would have opened the page', () => {
  const me = { grants: [], resting: { why: 'open-hit', grants: [{ role: 'site-operator' }] } } as const
  expect(doorOf('sitePolicy', me)).toEqual({ open: false, why: 'open-hit' })
  expect(doorOf('screen', me)).toMatchObject({ why: 'role' })
  expect(doorOf('newJob', me)).toEqual({ open: true })
})

test('pages to read are open to everybody', () => {
  for (const page of ['home', 'calls', 'members', 'rules', 'log'] as const)
    expect(doorOf(page, null)).toEqual({ open: true })
})

test('the way back from the sign-in keeps the query of a page, and never repeats a form', () => {
  expect(hrefOf({ method: 'GET', url: 'http://a.example/calls?plan=%7B%7D' })).toBe('/calls?plan=%7B%7D')
  expect(hrefOf({ method: 'POST', url: 'http://a.example/calls/x' })).toBe('/')
  expect(signInThen('/calls/x?plan=%7B%7D')).toBe('/sign-in?next=%2Fcalls%2Fx%3Fplan%3D%257B%257D')
})
