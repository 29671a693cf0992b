import { describe, expect, test } from 'vitest'
import { readListedDate } from './format.ts'
import { element, readRecords as read } from './read-records.ts'

// Invented people, organisations and numbers, in the layouts of the publishers.
describe('what lists say', () => {
  test('US Consolidated Screening List, CSV and JSON alike', () => {
    const row = {
      _id: 'x1',
      source: 'Entity List (EL) - Bureau of Industry and Security',
      type: 'Entity',
      name: 'Orvantex Ltd',
      alt_names: 'Орвантекс; OVX',
      addresses: '1 Quay, Panama City, PA; 2 Road, KE',
      dates_of_birth: '10 Dec 1948; Dec 1950; circa 1961; nonsense',
      ids: 'PA, 2014-08-30, 123-45, Tax ID No.; Male, Gender; section 1(b), Executive Order sanctions',
      programs: 'EAR',
    }
    const wanted = {
      id: 'x1',
      list: 'el',
      kind: 'organisation',
      names: [
        { text: 'Orvantex Ltd', kind: 'primary' },
        { text: 'Орвантекс', kind: 'original-script' },
        { text: 'OVX', kind: 'aka' },
      ],
      countries: ['PA', 'KE'],
      birthDates: ['1948-12-10', '1950-12', 'circa 1961'],
      identifiers: ['Tax ID No.: 123-45'],
      programmes: ['EAR'],
    }
    expect(read('us-csl-csv', [row]).entries).toMatchObject([wanted])
    const json = {
      id: 'x1',
      source: row.source,
      type: 'Entity',
      name: 'Orvantex Ltd',
      alt_names: ['Орвантекс', 'OVX'],
      addresses: [
        { address: '1 Quay', city: 'Panama City', state: null, postal_code: null, country: 'PA' },
        { address: '2 Road', country: 'KE' },
      ],
      dates_of_birth: ['10 Dec 1948', 'Dec 1950', 'circa 1961', 'nonsense'],
      ids: [{ type: 'Tax ID No.', number: '123-45', country: 'PA' }],
      programs: ['EAR'],
    }
    expect(read('us-csl-json', [json]).entries).toMatchObject([wanted])
    expect(
      read('us-csl-csv', [
        { ...row, name: '', alt_names: '' },
        { ...row, source: 'Some List' },
      ]).problems,
    ).toHaveLength(2)
  })

  test('OFAC: an entry, its aliases and addresses come in rows of their own, in any order, and remarks hold the rest', () => {
    const nothing = '-0- '
    const entity = (id: string, name: string, type: string, remarks: string) => [
      id,
      name,
      type,
      'SDGT] [IRAN',
      nothing,
      nothing,
      nothing,
      nothing,
      nothing,
      nothing,
      nothing,
      remarks,
    ]
    const { entries, problems } = read('ofac-csv', [
      ['ID', 'Name', 'Type', 'Country', 'Title', 'F', 'G', 'H', 'I', 'J', 'K', 'Details'],
      ['7', '2', 'aka', 'TOLMANOFF, Boris', nothing],
      entity(
        '7',
        'TOLMANOV, Borislav',
        'individual',
        "DOB 03 Feb 1961; alt. DOB 1962; POB Tver, Russia; nationality Russia; Gender Male; Passport QX1234567 (Russia); a.k.a. 'THE TAILOR'; Linked To: ORVANTEX 2000.",
      ),
      ['7', '9', '1 Quay', 'Tver', 'Russia', nothing],
      entity('8', 'ORVANTEX', nothing, nothing),
      ['x', 'what'],
      ['9', 'only', 'three'],
      ['\u001A'],
    ])
    expect(entries).toMatchObject([
      {
        id: '7',
        kind: 'person',
        names: [
          { text: 'TOLMANOV, Borislav', kind: 'primary' },
          { text: 'TOLMANOFF, Boris', kind: 'aka' },
          { text: 'THE TAILOR', kind: 'weak' },
        ],
        birthDates: ['1961-02-03', '1962'],
        birthPlaces: ['Tver, Russia'],
        countries: ['RU'],
        identifiers: ['Passport QX1234567 (Russia)'],
        programmes: ['SDGT', 'IRAN'],
        addresses: ['1 Quay, Tver, Russia'],
      },
      { id: '8', kind: 'organisation', names: [{ text: 'ORVANTEX' }], identifiers: [] },
    ])
    expect(problems).toHaveLength(2)
  })

  test('United Nations: parts of names, good and low aliases, dates exact, approximate and between', () => {
    const person = element([
      'INDIVIDUAL',
      [
        ['DATAID', '11'],
        ['FIRST_NAME', 'MURAD'],
        ['SECOND_NAME', 'AL-ZANTULI'],
        ['NAME_ORIGINAL_SCRIPT', 'مراد الزنتولي'],
        ['UN_LIST_TYPE', 'Libya'],
        ['REFERENCE_NUMBER', 'LYi.999'],
        ['NATIONALITY', [['VALUE', 'Libya']]],
        [
          'INDIVIDUAL_ALIAS',
          [
            ['QUALITY', 'Good'],
            ['ALIAS_NAME', 'Mourad Zantouli'],
          ],
        ],
        [
          'INDIVIDUAL_ALIAS',
          [
            ['QUALITY', 'Low'],
            ['ALIAS_NAME', 'The Tailor'],
          ],
        ],
        ['INDIVIDUAL_ALIAS', [['QUALITY'], ['ALIAS_NAME']]],
        [
          'INDIVIDUAL_DATE_OF_BIRTH',
          [
            ['TYPE_OF_DATE', 'EXACT'],
            ['DATE', '1961-02-03'],
          ],
        ],
        [
          'INDIVIDUAL_DATE_OF_BIRTH',
          [
            ['TYPE_OF_DATE', 'APPROXIMATELY'],
            ['YEAR', '1963'],
          ],
        ],
        [
          'INDIVIDUAL_DATE_OF_BIRTH',
          [
            ['TYPE_OF_DATE', 'BETWEEN'],
            ['FROM_YEAR', '1960'],
            ['TO_YEAR', '1964'],
          ],
        ],
        [
          'INDIVIDUAL_DOCUMENT',
          [
            ['TYPE_OF_DOCUMENT', 'Passport'],
            ['NUMBER', 'QX1234567'],
            ['ISSUING_COUNTRY', 'Libya'],
          ],
        ],
        ['INDIVIDUAL_DOCUMENT'],
      ],
    ])
    expect(
      read('un-xml', [
        person,
        element([
          'ENTITY',
          [
            ['DATAID', '12'],
            ['FIRST_NAME', 'ORVANTEX'],
          ],
        ]),
      ]).entries,
    ).toMatchObject([
      {
        id: '11',
        kind: 'person',
        names: [
          { text: 'MURAD AL-ZANTULI', kind: 'primary' },
          { text: 'مراد الزنتولي', kind: 'original-script' },
          { text: 'Mourad Zantouli', kind: 'aka' },
          { text: 'The Tailor', kind: 'weak' },
        ],
        birthDates: ['1961-02-03', 'circa 1963', '1960 to 1964'],
        countries: ['LY'],
        identifiers: ['Passport QX1234567 (Libya)'],
        programmes: ['Libya'],
      },
      { id: '12', kind: 'organisation' },
    ])
    expect(read('un-xml', [element(['ENTITY', [['FIRST_NAME', 'X']]])]).problems).toEqual([
      'the record has no DATAID',
    ])
  })

  test('European Union: everything stands in attributes', () => {
    const entity = element([
      'sanctionEntity',
      [
        ['regulation', [], { programme: 'LBY' }],
        ['subjectType', [], { code: 'person' }],
        ['nameAlias', [], { wholeName: 'Borislav TOLMANOV', strong: 'true' }],
        ['nameAlias', [], { firstName: 'Boris', lastName: 'Tolmanoff', wholeName: '', strong: 'false' }],
        ['citizenship', [], { countryIso2Code: 'RU' }],
        [
          'birthdate',
          [],
          {
            circa: 'false',
            year: '1961',
            monthOfYear: '2',
            dayOfMonth: '3',
            city: 'Tver',
            countryDescription: 'RUSSIA',
          },
        ],
        ['birthdate', [], { circa: 'true', year: '1962' }],
        ['identification', [], { identificationTypeCode: 'passport', number: 'QX1234567' }],
        ['address', [], { city: 'Tver', countryIso2Code: '00' }],
      ],
      { logicalId: '21', euReferenceNumber: 'EU.9.9' },
    ])
    expect(read('eu-xml', [entity]).entries).toMatchObject([
      {
        id: '21',
        list: 'eu',
        kind: 'person',
        names: [
          { text: 'Borislav TOLMANOV', kind: 'primary' },
          { text: 'Boris Tolmanoff', kind: 'weak' },
        ],
        birthDates: ['1961-02-03', 'circa 1962'],
        countries: ['RU'],
        identifiers: ['passport: QX1234567'],
        programmes: ['LBY'],
      },
    ])
  })

  test('United Kingdom: an entry has a row for each of its names', () => {
    const row = (change: Record<string, string>) => ({
      'Unique ID': 'RUS9999',
      'Name 1': 'Borislav',
      'Name 6': 'TOLMANOV',
      'Name type': 'Primary Name',
      'Designation Type': 'Individual',
      'Regime Name': 'Invented Regime',
      'D.O.B': '03/02/1961',
      'Nationality(/ies)': 'Russia',
      'Passport number': 'QX1234567',
      ...change,
    })
    const { entries, problems } = read('uk-csv', [
      row({
        'Name 1': 'Boris',
        'Name type': 'Alias',
        'Alias strength': 'Good quality a.k.a',
        'D.O.B': 'dd/mm/1962',
      }),
      row({ 'Name non-latin script': 'Борислав ТОЛМАНОВ' }),
      row({ 'Unique ID': '' }),
    ])
    expect(entries).toMatchObject([
      {
        id: 'RUS9999',
        kind: 'person',
        names: [
          { text: 'Borislav TOLMANOV', kind: 'primary' },
          { text: 'Boris TOLMANOV', kind: 'aka' },
          { text: 'Борислав ТОЛМАНОВ', kind: 'original-script' },
        ],
        birthDates: ['1962', '1961-02-03'],
        countries: ['RU'],
        identifiers: ['passport: QX1234567'],
        programmes: ['Invented Regime'],
      },
    ])
    expect(problems).toEqual(['the row has no Unique ID'])
  })

  test('OpenSanctions and a list of one’s own', () => {
    const entity = {
      id: 'Q-invented',
      schema: 'Person',
      caption: 'Borislav Tolmanov',
      datasets: ['invented'],
      properties: {
        name: ['Borislav Tolmanov', 'Борислав Толманов'],
        weakAlias: ['The Tailor'],
        birthDate: ['1961-02-03'],
        nationality: ['ru'],
        passportNumber: ['QX1234567'],
        addressEntity: [{ id: 'a', caption: '1 Quay, Tver' }],
      },
    }
    const wanted = {
      kind: 'person',
      names: [{ kind: 'primary' }, { kind: 'original-script' }, { kind: 'weak' }],
      birthDates: ['1961-02-03'],
      countries: ['RU'],
      identifiers: ['passport: QX1234567'],
    }
    expect(read('opensanctions', [entity]).entries).toMatchObject([
      { ...wanted, addresses: ['1 Quay, Tver'] },
    ])
    const row = {
      id: '1',
      type: 'person',
      name: 'Borislav Tolmanov',
      aliases: 'Борислав Толманов; "The Tailor"',
      birth_dates: '1961-02-03',
      countries: 'Russian Federation',
      identifiers: 'passport: QX1234567',
    }
    expect(read('own-csv', [row]).entries).toMatchObject([wanted])
    expect(read('own-csv', [{ ...row, birth_dates: '1961-02-31' }]).problems[0]).toContain('1961-02-31')
    expect(read('opensanctions', [{ id: 'x' }, {}]).problems).toHaveLength(2)
  })

  test.each([
    ['10 Dec 1948', '1948-12-10'],
    ['Dec 1948', '1948-12'],
    ['circa 1948', 'circa 1948'],
    ['1948 to 1950', '1948 to 1950'],
    ['between 1948 and 1950', '1948 to 1950'],
    ['31/12/1948', '1948-12-31'],
    ['00/00/1948', '1948'],
    ['00/12/1948', '1948-12'],
    ['31 Feb 1948', null],
    ['1950 to 1948', null],
    ['yesterday', null],
  ])('the birth date %s is %s', (text, expected) => {
    expect(readListedDate(text)).toBe(expected)
  })
})
