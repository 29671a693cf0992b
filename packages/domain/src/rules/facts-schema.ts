import { countryNames } from '@allmende/domain/terms'
import { purposes, releasedFor, releasedKinds, screeningStatuses } from './facts.ts'
import { bitLengths } from './parse-accelerators.ts'
import { eccnPattern } from './parse-facts.ts'
import { hostEntries } from './us-ear/parameters.ts'

const orNull = (schema: object) => ({ anyOf: [schema, { type: 'null' }] })
const countryCode = { type: 'string', enum: Object.keys(countryNames) }
const country = orNull(countryCode)
const truth = { type: ['boolean', 'null'] }
const figureOrNull = { type: ['number', 'null'], exclusiveMinimum: 0 }
const text = { type: 'string', pattern: '\\S' }
const date = { type: 'string', format: 'date', pattern: '^\\d{4}-\\d{2}-\\d{2}$' }
const listOf = (items: object) => ({ type: ['array', 'null'], items })
const record = (properties: object, required: readonly string[] = []) => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
})

const accelerator = {
  type: 'object',
  properties: {
    name: text,
    denseTopsByBits: {
      type: 'object',
      description: 'Dense tera-operations per second by bit length of the multiply inputs.',
      propertyNames: { enum: bitLengths.map(String) },
      additionalProperties: { type: 'number', exclusiveMinimum: 0 },
      minProperties: 1,
    },
    applicableDieAreaMm2: { type: ['number', 'null'], exclusiveMinimum: 0, description: 'mm²' },
    nonplanar: truth,
    ioGBps: { type: ['number', 'null'], minimum: 0, description: 'GB/s' },
    dramBandwidthGBps: { type: ['number', 'null'], minimum: 0, description: 'GB/s' },
    datacenterMarketed: truth,
  },
  required: ['name', 'denseTopsByBits'],
}

const common = {
  organisations: listOf(record({ country, headquartersCountry: country, ultimateParentCountry: country })),
  people: listOf(
    record({
      locationCountry: country,
      latestStatusCountry: country,
      nationalities: listOf(countryCode),
      residenceCountry: country,
      usPerson: truth,
    }),
  ),
  endUse: orNull(
    record({
      purpose: orNull({ type: 'string', enum: purposes }),
      militaryOrIntelligence: truth,
      wmd: truth,
      trainsModelForD5Entity: truth,
      supercomputer: truth,
      rocketsOrUnmannedAircraft: truth,
      rocketRangeKm: figureOrNull,
    }),
  ),
  screening: orNull({ type: 'string', enum: screeningStatuses }),
  ukraineOccupiedRegion: truth,
}

const codes = { type: 'array', items: countryCode }
const declared = (schema: object) => ({ anyOf: [schema, { const: 'none' }, { type: 'null' }] })

const site = record({
  country,
  operator: orNull(record({ country, headquartersCountry: country })),
  licenceConditions: declared(
    record({ excludedCountries: codes, otherConditions: { type: 'array', items: text }, source: text }, [
      'excludedCountries',
      'otherConditions',
      'source',
    ]),
  ),
  nationalPolicy: declared(
    record({ excludedCountries: codes, rule: text, from: date }, ['excludedCountries', 'rule', 'from']),
  ),
})

/** JSON Schema (2020-12) of what `parseFacts` reads. A fact that is absent or null is not known. */
export const factsSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Facts of one use or transfer',
  oneOf: [
    record({ transaction: { const: 'remote-use' }, ...common, accelerators: listOf(accelerator), site }, [
      'transaction',
      'site',
    ]),
    record(
      {
        transaction: { const: 'hardware-transfer' },
        ...common,
        accelerators: listOf(accelerator),
        computers: listOf(
          record(
            {
              name: text,
              contains: listOf(text),
              entry: orNull({ type: 'string', enum: [...hostEntries, 'none'] }),
            },
            ['name', 'contains'],
          ),
        ),
        hbm: listOf(
          record(
            {
              name: text,
              bandwidthGBps: figureOrNull,
              areaMm2: figureOrNull,
              coPackagedForProcessing: truth,
            },
            ['name'],
          ),
        ),
        destinationCountry: country,
        exportedFrom: country,
        approvedUaeEntities: truth,
      },
      ['transaction'],
    ),
    record(
      {
        transaction: { const: 'release' },
        ...common,
        what: orNull({ type: 'string', enum: releasedKinds }),
        eccn: orNull({ type: 'string', pattern: eccnPattern.source }),
        published: truth,
        releasedFrom: country,
        receivedIn: country,
        trainingFlop: figureOrNull,
        subjectToEar: truth,
        releasedFor: orNull({ type: 'string', enum: releasedFor }),
      },
      ['transaction'],
    ),
  ],
} as const
