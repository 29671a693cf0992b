import { describeVerdict, verdicts, type Verdict } from '@allmende/domain/broker'
import { estimate, stepCodes } from '@allmende/domain/planner'
import { asks, findAccelerator } from '@allmende/domain/rules'
import { factorSentences } from '@allmende/domain/screening'
import { describe, expect, test } from 'vitest'
import { problems } from '../packages/server/src/http/problems.ts'
import { askIn, sayIn } from '../packages/web/src/messages/index.ts'
import { said } from '../packages/web/src/messages/said/index.ts'

const questionCodes = Object.keys(asks).map((fact) => `ask.${fact}`)
const verdict = (code: Verdict['verdict']): Verdict => ({
  site: 'jena',
  verdict: code,
  params: {
    site: 'Jena',
    only: 'Jena',
    outcome: 'needs-officer',
    accelerators: 8,
    cpus: 64,
    memoryMiB: 65536,
    needMs: 7_200_000,
    leftMs: 3_600_000,
  },
  expectedStartAt: null,
})

describe('what the API says in English', () => {
  test('has a German sentence for every verdict, step of a plan, threshold, question, piece of evidence and refusal, and no other', () => {
    const changes = verdicts.filter((code) => describeVerdict(verdict(code)).whatWouldChangeIt !== null)
    const wanted = [
      ...verdicts.map((code) => `broker.${code}`),
      ...changes.map((code) => `broker.${code}.change`),
      ...stepCodes.map((code) => `plan.${code}`),
      'plan.eu-ai-act-systemic',
      'plan.us-ear-4e091',
      ...questionCodes,
      ...Object.keys(factorSentences).map((code) => `screening.${code}`),
      ...Object.keys(problems).map((code) => `problem.${code}`),
    ]
    expect(Object.keys(said.de).toSorted()).toEqual(wanted.toSorted())
  })

  test('has every question of the rules in Arabic, since the application asks them', () => {
    expect(Object.keys(said.ar).toSorted()).toEqual(questionCodes.toSorted())
  })

  test('brings its figures along, in the manner of the language', () => {
    const accelerator = findAccelerator('NVIDIA H100 SXM5')
    if (!accelerator) throw new Error('The register lacks the accelerator.')
    const { arithmetic, assumptions } = estimate({
      parameters: 7e9,
      tokens: 140e9,
      sequenceLength: 4096,
      precisionBits: 4,
      accelerator,
      accelerators: 16,
      memoryGiB: 80,
      powerWatts: 700,
    })
    const german = [...arithmetic, ...assumptions].map(
      ({ step, sentence, values }) => sayIn('de', [`plan.${step}`], sentence, values).text,
    )
    expect(german).toHaveLength(stepCodes.length)
    expect(german[0]).toBe('Gewichte: 6 × 7E9 Parameter × 1,4E11 Token = 5,88E21 FLOP')
    expect(german.join()).not.toMatch(/[{}]|undefined/)
    const codes = verdicts.map((code) => sayIn('de', [`broker.${code}`], '', verdict(code).params).text)
    expect(codes.join()).not.toMatch(/[{}]|undefined/)
    expect(codes.join()).toContain('kann bis zu 2\u00A0h verbrauchen; dem Projekt bleiben 1\u00A0h')
  })

  test('stays English where a language has no sentence, and says so', () => {
    expect(askIn('ar', { fact: 'site.accelerator.nonplanar', ask: 'Non-planar?' }).lang).toBe('ar')
    expect(askIn('de', { fact: 'nowhere.known', ask: 'What?' })).toEqual({ text: 'What?', lang: 'en' })
    expect(sayIn('en', ['broker.full'], 'Full.')).toEqual({ text: 'Full.', lang: 'en' })
  })
})
