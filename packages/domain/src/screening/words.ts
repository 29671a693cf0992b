import { readMeanings } from './tables.ts'

/**
 * Words that say little of who it is, and words that mean or spell the same. Compiled for this engine from the
 * languages of the lists; each line is one meaning, its first word the one it is known by.
 */

/** Legal forms of several words, folded and in Latin, with the form they stand for. */
const longForms: readonly (readonly [string, string])[] = [
  ['public joint stock company', 'pjsc'],
  ['open joint stock company', 'ojsc'],
  ['closed joint stock company', 'cjsc'],
  ['joint stock company', 'jsc'],
  ['joint stock co', 'jsc'],
  ['limited liability company', 'llc'],
  ['limited liability partnership', 'llp'],
  ['private limited company', 'ltd'],
  ['private limited', 'ltd'],
  ['public limited company', 'plc'],
  ['company limited', 'ltd'],
  ['co limited', 'ltd'],
  ['co ltd', 'ltd'],
  ['pvt ltd', 'ltd'],
  ['pte ltd', 'ltd'],
  ['pty ltd', 'ltd'],
  ['sdn bhd', 'ltd'],
  ['free zone company', 'fzc'],
  ['free zone establishment', 'fze'],
  ['obshchestvo s ogranichennoy otvetstvennostyu', 'llc'],
  ['obshchestvo s ogranichennoi otvetstvennostyu', 'llc'],
  ['tavarystva z abmezhavanay adkaznastsyu', 'llc'],
  ['tovarystvo z obmezhenoyu vidpovidalnistyu', 'llc'],
  ['publichnoe aktsionernoe obshchestvo', 'pjsc'],
  ['otkrytoe aktsionernoe obshchestvo', 'ojsc'],
  ['zakrytoe aktsionernoe obshchestvo', 'cjsc'],
  ['aktsionernoe obshchestvo', 'jsc'],
  ['aktsionerne tovarystvo', 'jsc'],
  ['adkrytae aktsyyanernae tavarystva', 'ojsc'],
  ['zakrytae aktsyyanernae tavarystva', 'cjsc'],
  ['publichne aktsionerne tovarystvo', 'pjsc'],
  ['pryvatne aktsionerne tovarystvo', 'cjsc'],
  ['obschestvo s ogranichennoy otvetstvennostyu', 'llc'],
  ['publichnoe aktsionernoe obschestvo', 'pjsc'],
  ['otkrytoe aktsionernoe obschestvo', 'ojsc'],
  ['zakrytoe aktsionernoe obschestvo', 'cjsc'],
  ['aktsionernoe obschestvo', 'jsc'],
  ['federalnoe gosudarstvennoe unitarnoe predpriyatie', 'fsue'],
  ['federalnoe kazennoe predpriyatie', 'fse'],
  ['federal state enterprise', 'fse'],
  ['gosudarstvennoe unitarnoe predpriyatie', 'ue'],
  ['state unitary enterprise', 'ue'],
  ['respublikanskoe unitarnoe predpriyatie', 'ue'],
  ['respublikanskae unitarnae pradpryemstva', 'ue'],
  ['republican unitary enterprise', 'ue'],
  ['unitarnoe predpriyatie', 'ue'],
  ['unitarnae pradpryemstva', 'ue'],
  ['derzhavne pidpryyemstvo', 'ue'],
  ['state enterprise', 'ue'],
  ['company with limited liability', 'llc'],
  ['drustvo s ogranicenom odgovornoscu', 'doo'],
  ['spolka z ograniczona odpowiedzialnoscia', 'llc'],
  ['spolka akcyjna', 'sa'],
  ['spolecnost s rucenim omezenym', 'sro'],
  ['akciova spolecnost', 'as'],
  ['sociedad de responsabilidad limitada', 'srl'],
  ['societe a responsabilite limitee', 'sarl'],
  ['societa a responsabilita limitata', 'srl'],
  ['sociedade anonima', 'sa'],
  ['sociedade limitada', 'ltd'],
  ['kommanditgesellschaft', 'kg'],
  ['sherkat sahami khass', 'cjsc'],
  ['sherkat sahami aam', 'pjsc'],
  ['private joint stock company', 'cjsc'],
  ['federal state unitary enterprise', 'fsue'],
  ['gesellschaft mit beschrankter haftung', 'gmbh'],
  ['aktiengesellschaft', 'ag'],
  ['societe anonyme', 'sa'],
  ['sociedad anonima', 'sa'],
  ['societa per azioni', 'spa'],
  ['societatea cu raspundere limitata', 'srl'],
  ['naamloze vennootschap', 'nv'],
  ['besloten vennootschap', 'bv'],
  ['anonim sirketi', 'as'],
  ['limited sirketi', 'ltd'],
  ['perusahaan terbatas', 'pt'],
  ['unitary enterprise', 'ue'],
  ['s a', 'sa'],
  ['s a r l', 'sarl'],
  ['g m b h', 'gmbh'],
  ['l l c', 'llc'],
  ['o o o', 'llc'],
  ['p l c', 'plc'],
  ['l p', 'lp'],
  ['b v', 'bv'],
  ['n v', 'nv'],
  ['a g', 'ag'],
]

const forms = readMeanings(`
  ltd limited ltda lda pvt pte pty bhd sdn tld
  llc ooo ooa taa tov zoo ltdsti sti fzllc dmcc mchj llp lp kg
  jsc ao ao aat aktsioner kpsc
  pjsc pao
  ojsc oao aat
  cjsc zao zat
  inc incorporated corp corporation corporaton corporacion
  co company companies compania compagnie kompaniya kampaniya comp cie
  gmbh mbh ug
  ag
  sa sas sarl srl spa sl slu cv rl
  bv bvba nv
  ab as asa oy oyj aps sro doo ad kd eood ood
  plc pt tbk
  fze fzc fzco fzd
  fsue fgup ue rup gup
  fse fkp
  group holding holdings grp gruppa groupe grupo
`)

/** Forms of address and of office: who has one is the same person without it. */
const titles = new Set(
  `mr mrs ms miss dr prof professor sir lord lady madam monsieur madame herr frau senor senora don dona eng ing haji hajji
  hajj alhaj haj sheikh shaykh sheik cheikh shaikh sheikha mullah mulla maulvi mawlawi maulana qari hafiz sayyid sayed
  sayyed seyed seyyed syed sayyid general gen colonel col major maj captain capt lt lieutenant brigadier brig admiral
  marshal commander president presidente presiden predsjednik predsednik prezident prezydent president pangulo presidenti
  prezidentas prezidents rais tong thong jumhur minister premier prime his her excellency hon honourable crown prince
  princess king ayatollah hojatoleslam imam father bishop patriarch metropolitan`
    .split(/\s+/)
    .filter(Boolean),
)

/** Small words of names and titles of works: weight almost nothing. */
const particles = new Set(
  `al el ul ur ud ad ar as at an az ash ush us il bin ibn ben bint binti binte ould oul wald walad abu abou umm um bu
  de del della di da do dos das du des la le les lo los van von der den ter ten zu zum zur y e et and und of the for in on
  o a i u to by with from fur im am s d l m n na za po imeni named after v z und og och`
    .split(/\s+/)
    .filter(Boolean),
)
particles.delete('an')

const units =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const ordinals =
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(' ')
const numbers = new Map<string, string>()
for (const [value, word] of units.entries()) numbers.set(word, String(value))
for (const [value, word] of ordinals.entries()) numbers.set(word, String(value))
for (const [value, word] of tens.entries()) {
  numbers.set(word, String((value + 2) * 10))
  for (let unit = 1; unit < 10; unit += 1) {
    numbers.set(`${word}${units[unit]}`, String((value + 2) * 10 + unit))
    numbers.set(`${word} ${units[unit]}`, String((value + 2) * 10 + unit))
  }
}

export const formOf = (word: string): string | undefined => forms.get(word)
/** Titles that are family names too: at the end of a name they are read as one. */
const surnamesToo = new Set(
  'general major marshal bishop king prince crown lord father premier minister hon rais dona don ing miss doc'.split(
    ' ',
  ),
)

export const isSurnameToo = (word: string): boolean => surnamesToo.has(word)
export const isTitle = (word: string): boolean => titles.has(word)
export const isParticle = (word: string): boolean => particles.has(word)

/** "44" for "fortyfour", "1" for "1st" and "first". */
export function numberOf(word: string): string | undefined {
  const ordinal = /^(\d+)(?:st|nd|rd|th|ya|yy|oe)$/.exec(word)
  return ordinal?.[1] ?? (/^\d+$/.test(word) ? word.replace(/^0+(?=\d)/, '') : numbers.get(word))
}

/** Transliterations write one letter as i and as y. */
const asWritten = (word: string) => (word.includes('y') ? word.replaceAll('y', 'i') : word)

const longByFirst = new Map<string, { words: string[]; form: string }[]>()
for (const [text, form] of longForms) {
  const words = text.split(' ').map(asWritten)
  const first = words[0] ?? ''
  longByFirst.set(first, [...(longByFirst.get(first) ?? []), { words, form }])
}
for (const known of longByFirst.values()) known.sort((a, b) => b.words.length - a.words.length)

/** The form that begins at a place among words, and how many words it takes. */
export function longFormAt(words: readonly string[], at: number): { form: string; length: number } | null {
  for (const { words: wanted, form } of longByFirst.get(asWritten(words[at] ?? '')) ?? [])
    if (wanted.every((word, offset) => asWritten(words[at + offset] ?? '') === word))
      return { form, length: wanted.length }
  return null
}
