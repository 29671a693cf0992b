import anyAscii from 'any-ascii'
import { translate } from 'hanja/lib/translate.js'
import { japaneseReadings } from './japanese.ts'
import { readCharacters } from './tables.ts'

/**
 * Korean and Chinese names, one syllable per character, in the spellings that lists use: Revised, McCune-Reischauer
 * and northern romanisation; Pinyin, Wade-Giles and what is common in Hong Kong and Taiwan.
 */

const initials = [
  ['g', 'k'],
  ['kk', 'gg'],
  ['n'],
  ['d', 't'],
  ['tt', 'dd'],
  ['r', 'l'],
  ['m'],
  ['b', 'p'],
  ['pp', 'bb'],
  ['s', 'sh'],
  ['ss', 's'],
  [''],
  ['j', 'ch', 'dj'],
  ['jj', 'tch'],
  ['ch', 'tch'],
  ['k', 'kh'],
  ['t', 'th'],
  ['p', 'ph'],
  ['h'],
] as const
const vowels = [
  ['a', 'ah'],
  ['ae', 'ai'],
  ['ya'],
  ['yae'],
  ['eo', 'o', 'u', 'eu'],
  ['e'],
  ['yeo', 'yo', 'you'],
  ['ye'],
  ['o', 'oh'],
  ['wa'],
  ['wae'],
  ['oe', 'oi'],
  ['yo'],
  ['u', 'oo', 'ou'],
  ['wo', 'weo'],
  ['we'],
  ['wi'],
  ['yu', 'you'],
  ['eu', 'u'],
  ['ui', 'i', 'hy'],
  ['i', 'ee', 'y'],
] as const
const finals = [
  [''],
  ['k', 'g'],
  ['k'],
  ['k'],
  ['n'],
  ['n'],
  ['n'],
  ['t'],
  ['l', 'r'],
  ['k'],
  ['m'],
  ['p'],
  ['l'],
  ['l'],
  ['p'],
  ['l'],
  ['m'],
  ['p', 'b'],
  ['p'],
  ['t', 's'],
  ['t'],
  ['ng'],
  ['t'],
  ['t'],
  ['k'],
  ['t'],
  ['p'],
  ['t'],
] as const
/** Family names whose common spelling follows no system. */
const families: Readonly<Record<string, readonly string[]>> = {
  이: ['lee', 'yi', 'ri', 'rhee', 'li'],
  리: ['ri', 'lee', 'li', 'rhee'],
  박: ['park', 'pak', 'bak'],
  최: ['choe', 'choi'],
  임: ['im', 'lim', 'rim', 'yim'],
  림: ['rim', 'lim'],
  노: ['no', 'roh', 'noh', 'ro'],
  로: ['ro', 'roh'],
  유: ['yu', 'yoo', 'ryu'],
  류: ['ryu', 'yu'],
  김: ['kim', 'gim'],
  조: ['cho', 'jo'],
  정: ['jung', 'chong', 'jong', 'jeong', 'chung'],
  강: ['kang', 'gang'],
  오: ['o', 'oh'],
  우: ['u', 'woo'],
  신: ['shin', 'sin'],
  심: ['sim', 'shim'],
  현: ['hyon', 'hyun', 'hyeon'],
  여: ['yo', 'yeo', 'ryo'],
  량: ['ryang'],
  양: ['yang', 'ryang'],
  백: ['paek', 'baek', 'paik'],
  배: ['pae', 'bae'],
  권: ['kwon', 'gwon'],
  곽: ['kwak', 'gwak'],
}

function koreanSyllable(character: string): readonly string[] {
  const code = character.charCodeAt(0) - 0xac00
  if (code < 0 || code > 11171) return [character]
  const [first, vowel, last] = [Math.floor(code / 588), Math.floor((code % 588) / 28), code % 28]
  const found = [...(families[character] ?? [])]
  for (const a of initials[first] ?? [''])
    for (const b of vowels[vowel] ?? ['']) for (const c of finals[last] ?? ['']) found.push(a + b + c)
  return [...new Set(found)]
}

const surnames: Readonly<Record<string, readonly string[]>> = {
  陈: ['chen', 'chan', 'tan'],
  陳: ['chen', 'chan', 'tan'],
  林: ['lin', 'lam', 'lim'],
  黄: ['huang', 'wong', 'ng'],
  黃: ['huang', 'wong', 'ng'],
  王: ['wang', 'wong', 'ong'],
  李: ['li', 'lee'],
  张: ['zhang', 'chang', 'cheung', 'teo'],
  張: ['zhang', 'chang', 'cheung', 'teo'],
  刘: ['liu', 'lau', 'low'],
  劉: ['liu', 'lau', 'low'],
  吴: ['wu', 'ng', 'goh'],
  吳: ['wu', 'ng', 'goh'],
  郑: ['zheng', 'cheng', 'cheang'],
  鄭: ['zheng', 'cheng'],
  梁: ['liang', 'leung', 'neo'],
  何: ['he', 'ho'],
  曾: ['zeng', 'tsang', 'chan'],
  杨: ['yang', 'yeung'],
  楊: ['yang', 'yeung'],
  周: ['zhou', 'chow', 'chou'],
  许: ['xu', 'hui', 'koh'],
  許: ['xu', 'hui', 'koh'],
  蔡: ['cai', 'choi', 'tsai', 'chua'],
  叶: ['ye', 'yip'],
  葉: ['ye', 'yip'],
  单: ['shan'],
  解: ['xie'],
  仇: ['qiu'],
  查: ['zha'],
  曲: ['qu'],
  盖: ['ge'],
  金: ['jin', 'kim'],
  朴: ['piao', 'park', 'pak'],
  郭: ['guo', 'kwok', 'kuo'],
  谢: ['xie', 'tse', 'hsieh'],
  謝: ['xie', 'tse', 'hsieh'],
  罗: ['luo', 'law', 'lo'],
  羅: ['luo', 'law', 'lo'],
  邓: ['deng', 'tang'],
  鄧: ['deng', 'tang'],
  冯: ['feng', 'fung'],
  馮: ['feng', 'fung'],
  马: ['ma'],
  馬: ['ma'],
}

/** Pinyin in Wade-Giles without its apostrophes, where they differ. */
function wadeGiles(pinyin: string): string {
  return pinyin
    .replace(/^zhi$/, 'chih')
    .replace(/^chi$/, 'chih')
    .replace(/^shi$/, 'shih')
    .replace(/^ri$/, 'jih')
    .replace(/^zi$|^ci$/, 'tzu')
    .replace(/^si$/, 'ssu')
    .replace(/^zh/, 'ch')
    .replace(/^z|^c(?!h)/, 'ts')
    .replace(/^q/, 'ch')
    .replace(/^x/, 'hs')
    .replace(/^j/, 'ch')
    .replace(/^g/, 'k')
    .replace(/^d/, 't')
    .replace(/^b/, 'p')
    .replace(/^r/, 'j')
    .replace(/ong$/, 'ung')
    .replace(/ian$/, 'ien')
    .replace(/ie$/, 'ieh')
    .replace(/ue$/, 'ueh')
}

/** Characters that are read in another way too, in names of places and people. */
const otherReadings = readCharacters(
  '重chong 长chang 長chang 厦xia 廈xia 拓tuo 行hang 都du 藏zang 六lu 秘bi 车ju 晟sheng 覃qin 翟zhai 缪miao 区ou 番pan 蚌beng 乐yue 樂yue 强qiang 調tiao 调tiao 传zhuan 奇ji 浚jun 洗xian 员yun 大dai',
)

function chineseSyllable(character: string): readonly string[] {
  const pinyin = anyAscii(character).toLowerCase()
  const other = otherReadings.get(character)
  const readings = other === undefined ? [pinyin] : [pinyin, other]
  return [...new Set([...(surnames[character] ?? []), ...readings, ...readings.map(wadeGiles)])]
}

/** Family names of Korea, as the South reads them: a name in Han that begins with one of these may be Korean. */
const koreanFamilies = new Set(
  '김이박최정강조윤장임한오서신권황안송유전홍고문양손배백허남심노하곽성차주우구민나진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국어은편용',
)
/** Characters that are read in another way where they are a family name. */
const readAsFamily: Readonly<Record<string, string>> = { 金: '김', 沈: '심' }
const threeHan = /^\p{Script=Han}{3}$/u

/**
 * A name of three characters of Han as Koreans read it, in Hangul; null where it cannot be one. Read as a whole: a name
 * is of one language, and characters that are each of either would be alike by chance.
 */
function koreanReading(text: string): string | null {
  const name = text.replace(/\s+/g, '')
  if (!threeHan.test(name)) return null
  const read = translate(name, 'SUBSTITUTION')
  const reading = (readAsFamily[name[0] ?? ''] ?? read[0] ?? '') + read.slice(1)
  return koreanFamilies.has(reading[0] ?? '') ? reading : null
}

const anyHan = /\p{Script=Han}/u

/** A name as it stands, and as Koreans and as Japanese read it where it may be one of theirs in Han. */
export function readingsOf(text: string): string[] {
  if (!anyHan.test(text)) return [text]
  const korean = koreanReading(text)
  return [text, ...(korean === null ? [] : [korean]), ...japaneseReadings(text)]
}

/** How a character is read in a foreign name, which it spells by its sound alone. */
export function readingOf(character: string): string {
  return anyAscii(character).toLowerCase()
}

const spelled = new Map<string, readonly string[]>()

/** The Latin spellings of a character of Hangul or Han, the usual one first. */
export function spellingsOf(character: string, script: 'hangul' | 'han'): readonly string[] {
  const known = spelled.get(character)
  if (known) return known
  const found = script === 'hangul' ? koreanSyllable(character) : chineseSyllable(character)
  if (spelled.size < 20_000) spelled.set(character, found)
  return found
}
