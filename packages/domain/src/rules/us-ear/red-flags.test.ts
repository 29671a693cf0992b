import { day } from '@allmende/domain/terms'
import { expect, test } from 'vitest'
import { chip, clearRemoteUse, clearTransfer, inCountry } from '../cases/clear-facts.ts'
import { determine } from '../determine.ts'
import type { Facts } from '../facts.ts'

/** Codes of reasons that two people decide. */
const check = (facts: Facts, asOf = '2026-11-24') =>
  determine(facts, day(asOf))
    .reasons.filter((reason) => reason.fourEyes)
    .map((reason) => reason.code)

/** What a rule said, put together. */
const said = (facts: Facts, code: string, asOf: string) =>
  determine(facts, day(asOf))
    .reasons.filter((reason) => reason.code === code)
    .map((reason) => reason.finding)
    .join(' ')

test('what BIS calls a red flag is decided by two', () => {
  const ascend = { ...clearTransfer, accelerators: [chip(800, { name: 'Huawei Ascend 910C' })] }
  expect(check(ascend)).toEqual(['us-ear.gp10-ascend'])
  const inVietnam = { country: inCountry('VN'), headquartersCountry: inCountry('VN') }
  const site = { ...clearRemoteUse.site, country: inCountry('VN'), operator: inVietnam }
  expect(check({ ...clearRemoteUse, site })).toEqual(['us-ear.hardware-origin'])
  const endUse = { ...clearRemoteUse.endUse, trainsModelForD5Entity: true }
  expect(check({ ...clearRemoteUse, endUse })).toEqual(['us-ear.training-for-d5'])
})

test('a case without a red flag is decided by one', () => {
  expect(check({ ...clearRemoteUse, site: { ...clearRemoteUse.site, nationalPolicy: null } })).toEqual([])
})

test('the date of authorized designers moved on 2026-04-07', () => {
  const transfer = { ...clearTransfer, accelerators: [chip(2400)] }
  const before = said(transfer, 'us-ear.foundry-presumption', '2026-04-06')
  expect(before).toContain('until 2026-04-13')
  expect(before).toContain('It is not applied')
  expect(said(transfer, 'us-ear.foundry-presumption-2026', '2026-04-07')).toContain('until 2026-12-31')
})

test('a review that cannot be told names what is not stated', () => {
  const open = {
    ...clearTransfer,
    accelerators: [chip(16_000, { dramBandwidthGBps: null })],
    destinationCountry: inCountry('CN'),
    exportedFrom: null,
  }
  expect(said(open, 'us-ear.review-open', '2026-11-24')).toContain(
    'not stated: total DRAM bandwidth and where it is exported from.',
  )
})

test('an exception from the worldwide text belongs to the text, so enforcement finds nothing', () => {
  const transfer = { ...clearTransfer, accelerators: [chip(16_000)] }
  const { byText, asEnforced, reasons } = determine(transfer, day('2026-11-24'))
  expect([byText, asEnforced]).toEqual(['licence-required', 'no-requirement-found'])
  expect(reasons.map((reason) => reason.code)).toContain('us-ear.exception-lpp')
})
