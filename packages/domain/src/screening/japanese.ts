import anyAscii from 'any-ascii'
import { familyNames, givenCharacters, givenNames } from './japanese-names.ts'

/**
 * Japanese names of people in Han, read as a whole: a family name that is known and a given name that is known, or that
 * is made of characters with readings that are common in given names. A character is read in many ways, by the name it
 * stands in: read one by one they would be mostly wrong, and alike by chance. Source: `japanese-names.ts`.
 */

/** A name is read in no more ways than this, the likeliest. */
const readingsMax = 6

type Table = ReadonlyMap<string, string>

const firstOf = (text: string) => String.fromCodePoint(text.codePointAt(0) ?? 0)

const readTable = (text: string): Table =>
  new Map(text.split(/\s+/).flatMap((group) => (group === '' ? [] : [[firstOf(group), group]])))

let tables: { readonly families: Table; readonly given: Table; readonly characters: Table } | null = null

/** The tables, by the first characters of names; made when a name first needs them, since most names need none. */
const tablesRead = () =>
  (tables ??= {
    families: readTable(familyNames()),
    given: readTable(givenNames()),
    characters: readTable(givenCharacters()),
  })

const oneName = /([^a-z,]*)([a-z,]+)/g

/** How a table reads a name, the likeliest reading first; empty where it has none. */
function readingsIn(table: Table, name: string): readonly string[] {
  const first = firstOf(name)
  const group = table.get(first)?.slice(first.length) ?? ''
  const rest = name.slice(first.length)
  for (const [, own, readings = ''] of group.matchAll(oneName)) if (own === rest) return readings.split(',')
  return []
}

/**
 * The form of a character that most names of the tables have, then how Japan wrote it before 1946, in registers of
 * families, or how China writes it. None of them stands in more names of the tables than the first.
 */
const forms =
  '高髙 崎﨑 徳德 瀬瀨濑 浜濵濱滨 辺邉邊边 沢澤泽 広廣广 国國 桜櫻樱 島嶋岛 斎齋斋 斉齊齐 真眞 恵惠 栄榮荣 実實实 与與 寿壽 蔵藏 黒黑 浅淺 増增 関關关 竜龙 円圓圆 弥彌 条條 豊豐丰 滝瀧泷 亜亞亚 礼禮 荘莊 鉄鐵铁 万萬 塩鹽盐 来來 静靜 寛寬宽 橋桥 東东 岡冈 長长 馬马 見见 貝贝 須须 顕顯显 貴贵 義义 飯饭 陽阳 賢贤 輝辉 紀纪 純纯 結结 綾绫 織织 絵繪绘 緒绪 誠诚 剛刚 則则 優优 倉仓 児兒儿 門门 間间 鳥鸟 鶴鹤 鷹鹰 魚鱼 鈴铃 錦锦 鎌镰 満滿满 園园 場场 総總总 継繼继 徹彻 達达 進进 遠远 蓮莲 華华 郷鄉乡 郎郞 順顺 頼賴赖 頭头 飛飞 駒驹 勝胜 喜憙 伝傳传 悦悅 慶庆 憲宪 戸戶户 暁曉晓 時时 桑桒 楽樂乐 歩步 淵渊 湯汤 為爲为 禎祯 稲稻 穂穗 節节 緑綠绿 羅罗 聖圣 脇胁 興兴 蘭兰 親亲 観觀观 記记 諸诸 謙谦 貞贞 貫贯 賀贺 資资 開开 青靑 風风 館舘馆 麗丽 恒恆 愛爱 村邨 横橫 沖冲 爾尔 秋秌 種种 積积 窪洼 紅红 細细 綱纲'
const usualForms = new Map(
  forms
    .split(' ')
    .flatMap(([usual = '', ...others]) => others.map((other): [string, string] => [other, usual])),
)
const inUsualForms = (name: string) =>
  Array.from(name, (character) => usualForms.get(character) ?? character).join('')

/** A reading, and how unlikely it is beside the others: the sum of the places that its pieces have in their tables. */
type Reading = { readonly text: string; readonly rank: number }

const byRank = (readings: readonly Reading[]) => readings.toSorted((a, b) => a.rank - b.rank)

/** Every reading of a piece after every reading of what is before it. */
const followed = (before: readonly Reading[], after: readonly string[], between = ''): Reading[] =>
  before.flatMap(({ text, rank }) =>
    after.map((one, place) => ({ text: text + between + one, rank: rank + place })),
  )

const kanaOnly = /^[\u3041-\u3096\u30A1-\u30FA\u30FC]+$/
const hanOnly = /^\p{Script=Han}+$/u

/** Kana in Latin, without what makes a vowel long. */
const spelledOut = (kana: string) =>
  anyAscii(kana)
    .toLowerCase()
    .replace(/[^a-z]/g, '')
    .replace(/ou|oo/g, 'o')
    .replace(/uu/g, 'u')

/** A given name of two or three characters, as they are read in the given names of others. */
function composed(name: string): readonly string[] {
  const characters = [...name]
  if (characters.length < 2 || characters.length > 3) return []
  const { characters: table } = tablesRead()
  let readings: Reading[] = [{ text: '', rank: 0 }]
  for (const character of characters) readings = followed(readings, readingsIn(table, character))
  return byRank(readings)
    .slice(0, readingsMax)
    .map(({ text }) => text)
}

/** `sure`: the name is hardly a Chinese one, so that the characters may be read one by one. */
function givenReadings(name: string, sure: boolean): readonly string[] {
  if (kanaOnly.test(name)) return [spelledOut(name)]
  if (!hanOnly.test(name)) return []
  const { given } = tablesRead()
  const known = readingsIn(given, name)
  if (known.length > 0 || !sure) return known
  const usual = inUsualForms(name)
  const other = readingsIn(given, usual)
  return other.length > 0 ? other : composed(usual)
}

function familyReadings(name: string): readonly string[] {
  const { families } = tablesRead()
  const known = readingsIn(families, name)
  // China has most family names of one character too, in forms of its own.
  return known.length > 0 || name.length === 1 ? known : readingsIn(families, inUsualForms(name))
}

/** Family names of one character that China has too (those of the tables that are in the Hundred Family Surnames). */
const alsoChinese = new Set(
  '上丘中仲伴冠南原司吉向呉和団墨姫宗宮寿尺左巴平幸弓慎戎新星東松林柏柳柴桂梅武池燕牛牧盛祝秋秦竜米紀艾茅萬蒲蒼薄藍谷越郷都門関陶青鳳',
)

/** How given names end that are hardly anybody's in China. */
const japaneseEnding = /[郎郞介輔彦]$/

const whole =
  /^\p{Script=Han}[\p{Script=Han}ヶケノ]*(?:[\s・][\p{Script=Han}ヶケノ]+|[\s・]?[\u3041-\u3096\u30A1-\u30FA\u30FC]+)?$/u
const charactersMax = 8
const familyMax = 4
/** What it adds to the rank of a reading that the family name has a character less than it might. */
const shorterFamily = 2

/** Where a name may be cut into family and given name: where it has a space, or anywhere, longer families first. */
function cutsOf(name: string): [family: string, given: string, spaced: boolean][] {
  const [first = '', second] = name.split(/[\s・]/)
  if (second !== undefined) return [[first, second, true]]
  const all = [...first]
  const most = Math.min(familyMax, all.length - 1)
  return Array.from({ length: most }, (_, at) => {
    const family = all.slice(0, most - at)
    return [family.join(''), all.slice(family.length).join(''), false]
  })
}

/** A name in Han as Japanese read it, in Latin, the likeliest reading first; empty where it can be no Japanese one. */
export function japaneseReadings(text: string): string[] {
  const name = text.normalize('NFKC').trim().replace(/\s+/g, ' ')
  if (name.length > charactersMax || !whole.test(name)) return []
  const readings = cutsOf(name).flatMap(([family, given, spaced], at) => {
    const families = familyReadings(family)
    if (families.length === 0) return []
    const before = followed([{ text: '', rank: at * shorterFamily }], families)
    const sure = spaced || !alsoChinese.has(family) || japaneseEnding.test(given)
    return followed(before, givenReadings(given, sure), ' ')
  })
  return [...new Set(byRank(readings).map((reading) => reading.text))].slice(0, readingsMax)
}
