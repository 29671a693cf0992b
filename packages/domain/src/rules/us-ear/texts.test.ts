import { citationOn, day, type Dated } from '@allmende/domain/terms'
import { expect, test } from 'vitest'
import {
  computerParagraphs,
  controlledThroughput,
  denseChip,
  interconnectGate,
  lowerComputers,
  lowerTier,
  memoryDensity,
  middleDensity,
  middleThroughput,
  nonDatacenterNote,
  zParagraphs,
} from './parameters.ts'

/** The words cited on a day; empty where none are held. */
const words = (value: Dated<unknown>, asOf: string) => citationOn(value, day(asOf)).text ?? ''

test.each([
  ['3A090.a, 2022', interconnectGate, '2022-10-21', '600 Gbyte/s or more'],
  ['3A090.a.1, 2022', controlledThroughput, '2023-11-16', 'machine instructions'],
  ['3A090.a.1', controlledThroughput, '2023-11-17', "'total processing performance' of 4800 or more"],
  ['3A090.a.2', denseChip, '2023-11-17', "'performance density' of 5.92 or more"],
  ['3A090.b.1', middleThroughput, '2023-11-17', '2400 or more and less than 4800'],
  ['3A090.b.2', middleDensity, '2023-11-17', '3.2 or more and less than 5.92'],
  ['the note until December 2024', nonDatacenterNote, '2024-12-01', '3A090 does not apply'],
  ['the note since', nonDatacenterNote, '2024-12-02', '3A090.a and 3A090.b do not apply'],
  ['3A090.c', memoryDensity, '2024-12-02', 'greater than 2 gigabytes per second'],
  ['3A991.p', lowerTier, '2022-10-21', '8 TOPS or more'],
  ['4A090, 2022', computerParagraphs, '2023-11-16', 'exceeds the limit in 3A090.a'],
  ['4A090.a', computerParagraphs, '2023-11-17', 'meets or exceeds the limit in 3A090.a'],
  ['4A090.b', computerParagraphs, '2024-04-04', 'meets or exceeds the limits in 3A090.b'],
  ['4A994.l, 2022', lowerComputers, '2023-11-16', 'any of which exceeds the limit of ECCN 3A991.p'],
  ['4A994.l', lowerComputers, '2023-11-17', 'any of which meets or exceeds the limit of ECCN 3A991.p'],
  ['.z', zParagraphs, '2024-04-03', '4A003.z: Commodities specified in 4A003'],
  ['.z in numbers', zParagraphs, '2024-04-04', '4A003.z.1: '],
  ['.z in halves', zParagraphs, '2025-01-16', '4A003.z.1.a: '],
] as const)('the words of %s are cited', (_name, value, asOf, part) => {
  expect(words(value, asOf)).toContain(part)
})

test('where there was no paragraph, no words are cited', () => {
  expect(words(memoryDensity, '2024-12-01')).toBe('')
  expect(words(zParagraphs, '2023-11-16')).toBe('')
  expect(words(interconnectGate, '2023-11-17')).toBe('')
})
