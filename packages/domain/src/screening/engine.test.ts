import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareBirthDates, readBirthDate } from './birth-date.ts'
import { compareNames } from './compare-names.ts'
import { readCountries } from './countries.ts'
import { readIdentifier, sameIdentifier } from './identifiers.ts'
import { buildIndex, screen, screenPair } from './index.ts'
import { parseListLine, parseQueryLine } from './lines.ts'
import { readNames } from './list-index.ts'
import { partsOf } from './parts.ts'
import { inventedEntry as entry, queryFor as query } from './testing/invented.ts'

const pair = (a: string, b: string) => screenPair(query(a), entry('x', [b]))

describe('two names of one, each pair invented', () => {
  test.each([
    ['order', 'KRANTOMIROV, Borislav', 'Borislav Krantomirov'],
    ['a patronymic left out', 'Sergey Tolmanov', 'Sergey Viktorovich TOLMANOV'],
    ['a patronymic left out, spelled in another language', 'Wiktor Tolmanow', 'Viktor Nikolayevich TOLMANOV'],
    ['a patronymic made of the given name', 'Vladimyr Tolmanov', 'Vladimir Vladimirovich TOLMANOV'],
    ['a given name in Dutch and in Polish', 'Jevgeni Krantozjin', 'Jewgienij Krantozhin'],
    ['a foreign name in Hangul', '블라디미르 톨마노프', 'Vladimir Tolmanov'],
    ['Cyrillic', 'Любовь Шчеглованова', 'Lyubov Shcheglovanova'],
    ['Belarusian and Russian', 'Сяргей Каладзенка', 'Siarhei KALADZENKA'],
    ['letters of two scripts in a word', 'Bоrislav Krаntomirov', 'Borislav Krantomirov'],
    ['Arabic', 'مراد الزنتولي', 'Murad al-Zantuli'],
    ['an article that became a letter', 'نور الدين فرحاوي', 'Nuruddin Farhawi'],
    ['Persian', 'کاوه پرندوست', 'Kaveh PARANDOUST'],
    ['Hebrew', 'אברהם לוינטל', 'Avraham LEVINTAL'],
    ['Hangul', '김철웅', 'KIM Chol Ung'],
    ['Hangul, another romanisation', '최영식', 'CHOI Young-shik'],
    ['Han', '周大创', 'ZHOU Dachuang'],
    ['Han in Wade-Giles', '張志強', 'CHANG Chih-chiang'],
    ['Korean in Han', '崔龍仁', 'CHOE Ryong In'],
    ['Korean in Han as China writes it', '张仁泽', 'JANG In Thaek'],
    ['a family name read in its own way', '金鐵雄', 'KIM Chol Ung'],
    ['Korean in Han and in Hangul', '盧仁淑', '노인숙'],
    ['Kana', 'タナカ・ケンジ', 'Tanaka Kenji'],
    ['Kana with long vowels', 'タナカ タロウ', 'Tanaka Taro'],
    ['Japanese in Han', '田中太郎', 'TANAKA Taro'],
    ['Japanese in Han with a space', '田中 太郎', 'Tanaka Tarou'],
    ['Japanese in Han, long vowels written', '大野雄一', 'OHNO Yuuichi'],
    ['Japanese in Han, a family name of three characters', '長谷川洋子', 'Yoko Hasegawa'],
    ['Japanese in Han, a family name of one character', '森 浩二', 'MORI Koji'],
    ['Japanese in Han, a family name that China has too', '林太郎', 'HAYASHI Taro'],
    ['Japanese in Han, not the likeliest reading', '上田光', 'UEDA Akira'],
    ['Japanese in Han, a given name in no table', '渡辺結菜', 'WATANABE Yuna'],
    ['Japanese in Han, characters as they once were', '髙橋眞一', 'TAKAHASHI Shinichi'],
    ['Japanese in Han as China writes it', '高桥健一', 'TAKAHASHI Kenichi'],
    ['Japanese in Han and Kana', '山田みどり', 'YAMADA Midori'],
    ['Japanese in Han and in Kana', '佐藤健一', 'サトウ ケンイチ'],
    ['Greek', 'Νικόλαος Παπαδημητρούλης', 'Nikolaos Papadimitroulis'],
    ['Devanagari', 'रमेश ठाकुरदास', 'Ramesh Thakurdas'],
    ['Devanagari with a vowel nobody speaks', 'अजय प्रकाशवाला', 'Ajay Prakashwala'],
    ['Devanagari with dots', 'ज़ुबैर फ़रीदगंजी', 'Zubair Faridganji'],
    ['Marathi', 'सचिन कुलकर्णीकर', 'Sachin Kulkarnikar'],
    ['Bengali', 'মোহন চৌধুরীপাল', 'Mohan Chowdhuripal'],
    ['Gujarati', 'જયેશ પટેલવાલા', 'Jayesh Patelwala'],
    ['Gurmukhi', 'ਹਰਪ੍ਰੀਤ ਢਿੱਲੋਂਵਾਲ', 'Harpreet Dhillonwal'],
    ['Tamil', 'முருகன் செல்வராசன்', 'Murugan Selvarasan'],
    ['Telugu', 'వెంకట రామలింగం', 'Venkata Ramalingam'],
    ['Kannada', 'ಮಂಜುನಾಥ ಹೆಗ್ಡೆಕರ್', 'Manjunatha Hegdekar'],
    ['Malayalam', 'രാജൻ നമ്പൂതിരിപ്പാടൻ', 'Rajan Nampoothirippadan'],
    ['Thai', 'สมชาย วงศ์ไพศาล', 'Somchai Wongphaisan'],
    ['Thai, vowels that are not written', 'ธนพล สุรพลชัย', 'Thanaphon Surapholchai'],
    ['a foreign name in Thai', 'มูราด อัล-ซันตูลี', 'Murad al-Zantuli'],
    ['a foreign name in Devanagari', 'मुराद अल-ज़ंतूली', 'Murad al-Zantuli'],
    ['Georgian', 'გიორგი წერეთელაშვილი', 'Giorgi Tseretelashvili'],
    ['words run together', 'BorislavKrantomirov', 'Borislav Krantomirov'],
    ['a word cut in two', 'Borislav Kranto mirov', 'Borislav Krantomirov'],
    ['digits for letters', 'B0rislav Krant0mirov', 'Borislav Krantomirov'],
    ['a title', 'Dr. Amina Wekesa-Tarimo', 'Amina Wekesa-Tarimo'],
    ['a short form', 'Bill Ashgrove', 'William Ashgrove'],
    ['first letters', 'A. W. Ashgrovington', 'Alfred William Ashgrovington'],
    ['a legal form', 'Orvantex Joint Stock Company', 'OAO Orvantex'],
    ['legal form in Russian', 'Общество с ограниченной ответственностью «Орвантекс»', 'Orvantex LLC'],
    ['a word in two languages', 'Orvantexskiy zavod', 'Orvantex Plant'],
    [
      'a legal form with a letter of another script',
      'Общество C ограниченной ответственностью Орвантекс',
      'Orvantex',
    ],
    ['a legal form in Belarusian', 'Адкрытае акцыянернае таварыства «Орвантэкс»', 'OAO Orvantex'],
    ['a legal form in Ukrainian', 'Товариство з обмеженою відповідальністю Орвантекс', 'Orvantex LLC'],
    ['a legal form in Polish', 'Orvantex spółka z ograniczoną odpowiedzialnością', 'Orvantex LLC'],
    ['an adjective in Russian', 'Орвантекс судостроительный завод', 'Orvantex Shipbuilding Plant'],
    ['everyday words in Arabic', 'شركة النفط الوطنية', 'National Oil Company'],
    ['a number in words', 'Brigade Forty-Four Orvantex', 'Orvantex Brigade 44'],
  ])('%s: %s is %s', (_, a, b) => {
    expect(pair(a, b)).toMatchObject({ match: true })
    expect(pair(b, a)).toMatchObject({ match: true })
  })
})

describe('one invented name in ten scripts', () => {
  const written = {
    Latin: 'Karim Barodani',
    Cyrillic: 'Карим Бародани',
    Greek: 'Καρίμ Μπαροντάνι',
    Arabic: 'كريم باروداني',
    Persian: 'کریم بارودانی',
    Hebrew: 'כרים ברודני',
    Devanagari: 'करीम बरोदानी',
    Thai: 'คาริม บาโรดานี',
    Kana: 'カリム バロダニ',
    Hangul: '카림 바로다니',
  }
  // Thai writes the k of other languages as kh, which no letter of Arabic is read as.
  const apart = new Set(['Arabic Thai', 'Persian Thai', 'Thai Arabic', 'Thai Persian'])
  const pairs = Object.keys(written).flatMap((asked) => Object.keys(written).map((listed) => [asked, listed]))

  test.each(pairs as [keyof typeof written, keyof typeof written][])('%s finds %s', (asked, listed) => {
    const found = screen(buildIndex([entry('x', [written[listed]])]), query(written[asked]))
    expect(found.map(({ match }) => match)).toEqual(apart.has(`${asked} ${listed}`) ? [] : [true])
  })
})

describe('two names of two, each pair invented', () => {
  test.each([
    ['another given name', 'Rami Krantomirov', 'Hafez Krantomirov'],
    ['another patronymic', 'Ruslan Ibragimovich Tolmanov', 'Ruslan Magomedovich Tolmanov'],
    ['a father and the child named after him', 'Viktor Tolmanov', 'Ruslan Viktorovich Tolmanov'],
    ['father and son', 'Salman bin Daoud al-Zantuli', 'Daoud bin Salman al-Zantuli'],
    ['another syllable', '김철웅', '김철민'],
    ['another given name in Hebrew and in Arabic', 'כרים ברודני', 'سليم باروداني'],
    ['another family name in Hebrew and in Arabic', 'כרים ברודני', 'كريم زنتولي'],
    ['another syllable in Han', '崔龍仁', 'CHOE Ryong Min'],
    ['another given name in Japanese', '田中太郎', 'TANAKA Kenji'],
    ['another family name in Japanese', '田中太郎', 'TAKANO Taro'],
    ['Chinese with characters of a Japanese name', '田中华', 'TANAKA Taro'],
    ['Chinese with a family name that Japan has too', '林志强', 'HAYASHI Takeshi'],
    ['Chinese with a given name that Japan has too', '王健', 'O Takeshi'],
    ['Chinese with a family name that Japan has too, in Latin', '高明', 'TAKAHASHI Akira'],
    ['another first letter of a name', 'Orlan, William G.', 'William W. Orland-Price'],
    ['a common word only', 'Orvantex Trading Ltd', 'Belmorin Trading Ltd'],
    ['a given name and its like', 'Michael Tolmanov', 'Michaela Sandberg'],
    [
      'everyday words beside one that differs',
      'China National Pipeline Corporation',
      'China National Orchard Corporation',
    ],
  ])('%s: %s is not %s', (_, a, b) => {
    expect(pair(a, b)).toMatchObject({ match: false })
    expect(pair(b, a)).toMatchObject({ match: false })
  })
})

const syllable = fc.constantFrom(
  'bo',
  'ris',
  'lav',
  'kran',
  'to',
  'mir',
  'zan',
  'tul',
  'fer',
  'nok',
  'ady',
  'shel',
)
const word = fc.array(syllable, { minLength: 2, maxLength: 4 }).map((parts) => parts.join(''))
const name = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '))

describe('whatever the names', () => {
  test('a name on the list is found under its own name, with the best score there is', () => {
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 20 }), fc.nat(), (names, pick) => {
        const index = buildIndex(names.map((text, at) => entry(String(at), [text])))
        const wanted = names[pick % names.length] ?? ''
        const [first] = screen(index, query(wanted))
        expect(first).toMatchObject({ score: 1, match: true })
      }),
      { numRuns: 200 },
    )
  })

  test('the order of words does not matter, nor which of two is asked for', () => {
    fc.assert(
      fc.property(name, name, fc.nat(), (a, b, seed) => {
        const words = a.split(' ')
        const turned = [...words.slice(seed % words.length), ...words.slice(0, seed % words.length)].join(' ')
        const score = pair(a, b).score
        expect(pair(b, a).score).toBeCloseTo(score, 2)
        expect(pair(turned, a).score).toBe(1)
      }),
    )
  })

  test('evidence adds up to the score', () => {
    fc.assert(
      fc.property(name, name, fc.constantFrom('1961', '1961-02-03', null), (a, b, birthDate) => {
        const listed = entry('x', [b], { birthDates: ['1961-02-04'], countries: ['Russia'] })
        const { score, factors } = screenPair(query(a, { birthDate, countries: ['KE'] }), listed)
        const sum = factors.reduce((total, factor) => total + factor.weight, 0)
        expect(Math.max(0, Math.min(1, sum))).toBeCloseTo(score, 1)
        expect(factors.every((factor) => (factor.weight < 0 ? factor.side === 'against' : true))).toBe(true)
      }),
    )
  })

  test('what was asked before changes no answer', () => {
    fc.assert(
      fc.property(
        fc.array(name, { minLength: 2, maxLength: 12 }),
        fc.array(name, { maxLength: 12 }),
        (names, before) => {
          const entries = names.map((text, at) => entry(String(at), [text]))
          const [fresh, used] = [buildIndex(entries), buildIndex(entries)]
          for (const other of before) screen(used, query(other))
          for (const text of names) expect(screen(used, query(text))).toEqual(screen(fresh, query(text)))
        },
      ),
      { numRuns: 60 },
    )
  })

  test('an identifier is found whatever the name, and more of them never take a hit away', () => {
    const index = buildIndex([
      entry('1', ['Borislav Krantomirov'], { identifiers: ['Passport QX 1234567 (Iran) issued 2010'] }),
    ])
    fc.assert(
      fc.property(name, fc.array(fc.string({ maxLength: 20 }), { maxLength: 4 }), (text, others) => {
        const [first] = screen(index, query(text, { identifiers: [...others, 'passport:1234567'] }))
        expect(first).toMatchObject({ entry: { id: '1' }, score: 1, match: true })
      }),
    )
  })
})

describe('dates, countries and identifiers', () => {
  test.each([
    ['1961-02-03', '1961-02-03', 'same'],
    ['1961', '1961', 'same'],
    ['1961', '1961-02-03', 'partial'],
    ['1961-03-02', '1961-02-03', 'partial'],
    ['1961-02-03', '1971-02-03', 'partial'],
    ['1961-02-13', '1961-02-03', 'partial'],
    ['1962-07-09', '1961-02-03', 'near'],
    ['1964', '1961', 'near'],
    ['1966', 'circa 1961', 'near'],
    ['1963', '1960 to 1965', 'same'],
    ['1990-05-05', '1961-02-03', 'other'],
    ['1990', '1961', 'other'],
  ])('%s against %s is %s', (a, b, expected) => {
    const [one, other] = [readBirthDate(a), readBirthDate(b)]
    if (!one || !other) throw new Error('both are dates')
    expect(compareBirthDates(one, other)).toBe(expected)
    expect(compareBirthDates(other, one)).toBe(expected)
  })

  test.each(['1961-02-31', '1961-13-01', '1961-00-10', 'soon', '', '1965 to 1960', '19610203'])(
    '%j is no date',
    (text) => {
      expect(readBirthDate(text)).toBeNull()
    },
  )

  test.each([
    ['Korea, North', ['KP']],
    ["Democratic People's Republic of Korea", ['KP']],
    ['(a) Russian, (b) USSR (until 1991)', ['RU']],
    ['Ukrainian, Russian', ['UA', 'RU']],
    ['ke', ['KE']],
    ['UK', ['GB']],
    ['Côte d’Ivoire', ['CI']],
    ['nowhere', []],
  ])('%s is %j', (text, codes) => {
    expect(readCountries(text)).toEqual(codes)
  })

  test.each([
    ['passport:QX1234567', 'Passport QX1234567 (Iran) issued 2010', true],
    ['QX-1234567', 'passport: qx 1234567', true],
    ['passport:7706772795', '7706772795 (Tax ID/INN)', true],
    ['passport:7706772795', 'tax:7706772795', false],
    ['265216', 'Passport 265 216 (Egypt)', true],
    ['registration:837', 'Registration ID 837 (Iran)', true],
    ['837', 'Registration ID 837 (Iran)', false],
    ['2010', 'Passport QX1234567 (Iran) issued 2010', false],
  ])('%s and %s: %s', (a, b, same) => {
    expect(sameIdentifier(readIdentifier(a), readIdentifier(b))).toBe(same)
  })

  test('a text of a list may hold several names', () => {
    expect(readNames('Iury SIVAKOVICH (Yuri Leanidavich SIVAKOVICH)')).toEqual([
      'Iury SIVAKOVICH',
      'Yuri Leanidavich SIVAKOVICH',
    ])
    expect(readNames('TOLMANOV ROSEN, Borislav Ivan')).toEqual(['TOLMANOV ROSEN, Borislav Ivan'])
    expect(readNames('Orvantex (France) SARL')).toEqual(['Orvantex (France) SARL'])
  })
})

describe('bad input', () => {
  const odd = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc
      .array(
        fc.constantFrom(
          '\u202E',
          '\u200B',
          '\uD800',
          '<b>',
          'а',
          'o',
          'ال',
          '김',
          '周',
          'Ltd',
          '1',
          '\u0301',
          ' ',
          '\u0000',
        ),
        {
          maxLength: 60,
        },
      )
      .map((parts) => parts.join('')),
  )
  const index = buildIndex([
    entry('1', ['Borislav Krantomirov', 'Борислав', '김철웅', 'مراد الزنتولي']),
    entry('2', ['Orvantex Ltd']),
  ])

  test('is answered or refused, never with a crash, and the same every time', () => {
    fc.assert(
      fc.property(odd, odd, (a, b) => {
        const asked = query(a, { aliases: [b], birthDate: b, countries: [b], identifiers: [a] })
        expect(screen(index, asked)).toEqual(screen(index, asked))
        const match = compareNames(partsOf(a), partsOf(b), true)
        expect(match.score).toBeGreaterThanOrEqual(0)
        expect(match.score).toBeLessThanOrEqual(1)
      }),
      { numRuns: 400 },
    )
  })

  test('names that are built to take long are answered all the same', () => {
    const worst = [
      'a '.repeat(500),
      'ab'.repeat(500),
      'ال'.repeat(500),
      '김'.repeat(1000),
      'Ltd '.repeat(250),
      'وثجخ'.repeat(250),
    ]
    for (const text of worst) expect(screen(index, query(text)).length).toBeLessThanOrEqual(20)
  })

  test('a line that is no entity or query says what it lacks', () => {
    expect(parseListLine('{')).toEqual({ ok: false, problem: 'it is no JSON' })
    expect(parseListLine('[]')).toEqual({ ok: false, problem: 'it is no object' })
    expect(parseListLine('{"names": []}')).toEqual({ ok: false, problem: 'it has no "id"' })
    expect(parseListLine('{"id": "1"}')).toEqual({ ok: false, problem: 'it has no "names"' })
    expect(parseQueryLine('{"id": "1"}')).toEqual({ ok: false, problem: 'it has no "query"' })
    expect(parseQueryLine('{"id": "1", "kind": "pair", "query": {}}')).toMatchObject({ ok: false })
    fc.assert(
      fc.property(
        fc.jsonValue(),
        (value) => void [parseListLine, parseQueryLine].map((read) => read(JSON.stringify(value))),
      ),
    )
  })
})
