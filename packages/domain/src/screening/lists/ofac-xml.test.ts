import { expect, test } from 'vitest'
import { element, readRecords as read, type Tree } from './read-records.ts'

test('OFAC, advanced XML: what stands apart is brought together', () => {
  const ref = (name: string, id: string, text: string, more = {}): Tree => [name, text, { ID: id, ...more }]
  const point = (year: string, month: string, day: string): Tree[] => [
    ['Year', year],
    ['Month', month],
    ['Day', day],
  ]
  const records: Tree[] = [
    ref('FeatureType', '8', 'Birthdate'),
    ref('FeatureType', '25', 'Location'),
    ref('IDRegDocType', '1571', 'Passport'),
    ref('PartySubType', '4', 'Individual'),
    ref('Country', '11', 'Russia', { ISO2: 'RU' }),
    [
      'Location',
      [
        ['LocationCountry', '', { CountryID: '11' }],
        ['LocationPart', [['LocationPartValue', [['Value', 'Tver']]]]],
      ],
      { ID: '70' },
    ],
    ['IDRegDocument', [['IDRegistrationNo', 'QX1234567']], { IDRegDocTypeID: '1571', IdentityID: '500' }],
    [
      'DistinctParty',
      [
        [
          'Profile',
          [
            [
              'Identity',
              [
                [
                  'Alias',
                  [
                    [
                      'DocumentedName',
                      [
                        ['DocumentedNamePart', [['NamePartValue', 'TOLMANOV']]],
                        ['DocumentedNamePart', [['NamePartValue', 'Borislav']]],
                      ],
                    ],
                  ],
                  { Primary: 'true', LowQuality: 'false' },
                ],
                [
                  'Alias',
                  [['DocumentedName', [['DocumentedNamePart', [['NamePartValue', 'THE TAILOR']]]]]],
                  { Primary: 'false', LowQuality: 'true' },
                ],
              ],
              { ID: '500' },
            ],
            [
              'Feature',
              [
                [
                  'FeatureVersion',
                  [
                    [
                      'DatePeriod',
                      [
                        ['Start', [['From', point('1961', '2', '3')]]],
                        ['End', [['To', point('1961', '2', '3')]]],
                      ],
                    ],
                  ],
                ],
              ],
              { FeatureTypeID: '8' },
            ],
            [
              'Feature',
              [['FeatureVersion', [['VersionLocation', '', { LocationID: '70' }]]]],
              { FeatureTypeID: '25' },
            ],
          ],
          { ID: '900', PartySubTypeID: '4' },
        ],
      ],
      { FixedRef: '900' },
    ],
    ['SanctionsEntry', [['SanctionsMeasure', [['Comment', 'SDGT']]]], { ProfileID: '900' }],
  ]
  expect(read('ofac-xml', records.map(element)).entries).toMatchObject([
    {
      id: '900',
      kind: 'person',
      names: [
        { text: 'TOLMANOV Borislav', kind: 'primary' },
        { text: 'THE TAILOR', kind: 'weak' },
      ],
      birthDates: ['1961-02-03'],
      countries: ['RU'],
      identifiers: ['Passport QX1234567'],
      programmes: ['SDGT'],
      addresses: ['Tver, Russia'],
    },
  ])
})
