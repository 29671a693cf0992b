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
  ['federalnoe gosudarstvennoe unitarnoe predpriyatie', 'fsue'],
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

/** Each line is one meaning; its first word is the one it is known by. */
export const readMeanings = (text: string): Map<string, string> => {
  const map = new Map<string, string>()
  for (const line of text.split('\n')) {
    const [known, ...others] = line.trim().split(/\s+/)
    if (known) for (const word of [known, ...others]) map.set(word, known)
  }
  return map
}

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
  fsue fgup ue rup
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

/** Words of organisations that many have: they weigh less, and those of one meaning are the same in any language. */
const common = readMeanings(`
  trading trade trd tijarat tejarat tijara torgovyy torgovlya handel comercial comercio commerce commercial ticaret
  international intl int internationale internacional mezhdunarodnyy uluslararasi beynolmelal
  general genel algemene umum
  industry industries industrial industrie industria promyshlennyy promyshlennost sanayi sanat
  enterprise enterprises predpriyatie pradpryemstva pidpryiemstvo entreprise empresa
  technology technologies tech technological tekhnologiya tekhnologii tekhnologicheskiy tehnologii teknoloji technologie
  services service srvces svcs srvcs servis servicios servizi uslugi
  development develop razvitie razvitiya dev
  import
  export eksport
  shipping sudokhodnaya denizcilik marine maritime morskoy
  transport transportation transportnaya nakliyat
  logistics logistic logistika lojistik
  bank banka banque banco
  investment investments invest investitsionnaya investitsii yatirim
  management upravlyayushchaya yonetim
  engineering inzhiniring inzhenernyy inzheniring muhendislik eng
  construction stroitelstvo stroitelnaya insaat build
  institute institut instytut instituto pazhoheshkadeh ogpu
  research issledovatelskiy issledovatelskaya issledovaniy tahqiqat
  scientific nauchno nauchnyy nauchnaya naukova navukova science sciences nauk nauka
  production proizvodstvennyy proizvodstvennoe proizvodstvennaya proizvodstvo manufacturing vytvorchaya
  plant zavod factory fabrika works zavad fabrik kombinat
  design konstruktorskoe konstruktorskiy
  bureau byuro biuro
  center centre tsentr centr zentrum centro merkez markaz tsentar
  university universitet universite universidad daneshgah universytet
  academy akademiya akademie academia
  state gosudarstvennyy gosudarstvennoe gosudarstvennaya dzyarzhaunaya govt gos
  federal federalnoe federalnyy federalnaya
  national natsionalnyy natsionalnaya nationale nacional
  republican respublikanskoe respublikanskiy respublikanskaye
  association obedinenie assotsiatsiya assn abyadnanne
  organization organisation organizatsiya org orgn sazman sazeman
  foundation fond fund fundacion vakf
  energy energetika energetichskaya enerji
  oil neft neftyanaya nafta petroleum
  gas gaz
  aviation aviatsionnyy aviatsiya avia havacilik
  airline airlines aviakompaniya avialinii airways
  electronics electronic elektronika elektronnyy elektronik
  instrument instruments priborostroitelnyy priborostroeniya
  machinery machine mashinostroitelnyy mashinostroenie mashinostroeniya makina
  repair remontnyy remont
  chemical chemicals khimicheskiy khimiya
  system systems sistemy sistema
  equipment oborudovanie
  solutions solution
  global world worldwide
  military voennyy
  special spetsialnyy spetsialnoe
  experimental opytno opytnyy
  new novyy novaya
  company kompaniya
  group gruppa
  labour labor
  ministry ministerstvo
  army
  party partiya
  union soyuz
  society obshchestvo
  school
  committee komitet
  office
  network set
`)

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
export const meaningOf = (word: string): string | undefined => common.get(word)

/** "44" for "fortyfour", "1" for "1st" and "first". */
export function numberOf(word: string): string | undefined {
  const ordinal = /^(\d+)(?:st|nd|rd|th|ya|yy|oe)$/.exec(word)
  return ordinal?.[1] ?? (/^\d+$/.test(word) ? word.replace(/^0+(?=\d)/, '') : numbers.get(word))
}

const longByFirst = new Map<string, { words: string[]; form: string }[]>()
for (const [text, form] of longForms) {
  const words = text.split(' ')
  const first = words[0] ?? ''
  longByFirst.set(first, [...(longByFirst.get(first) ?? []), { words, form }])
}
for (const known of longByFirst.values()) known.sort((a, b) => b.words.length - a.words.length)

/** The form that begins at a place among words, and how many words it takes. */
export function longFormAt(words: readonly string[], at: number): { form: string; length: number } | null {
  for (const { words: wanted, form } of longByFirst.get(words[at] ?? '') ?? [])
    if (wanted.every((word, offset) => words[at + offset] === word)) return { form, length: wanted.length }
  return null
}

/** Meanings of characters in names of organisations, longest first. */
const characters: readonly (readonly [string, string])[] = (
  [
    ['股份有限公司', 'ltd'],
    ['有限责任公司', 'ltd'],
    ['有限公司', 'ltd'],
    ['集团公司', 'group'],
    ['研究所', 'institute'],
    ['研究院', 'institute'],
    ['半导体', 'semiconductor'],
    ['新能源', 'energy'],
    ['株式会社', 'ltd'],
    ['會社', 'co'],
    ['会社', 'co'],
    ['公司', 'co'],
    ['集团', 'group'],
    ['集團', 'group'],
    ['科技', 'technology'],
    ['技术', 'technology'],
    ['技術', 'technology'],
    ['电子', 'electronics'],
    ['電子', 'electronics'],
    ['航空', 'aviation'],
    ['航天', 'aerospace'],
    ['国际', 'international'],
    ['國際', 'international'],
    ['贸易', 'trading'],
    ['貿易', 'trading'],
    ['中国', 'china'],
    ['中國', 'china'],
    ['大学', 'university'],
    ['大學', 'university'],
    ['石化', 'petrochemical'],
    ['石油', 'oil'],
    ['化工', 'chemical'],
    ['工业', 'industry'],
    ['工業', 'industry'],
    ['投资', 'investment'],
    ['投資', 'investment'],
    ['控股', 'group'],
    ['航运', 'shipping'],
    ['航運', 'shipping'],
    ['物流', 'logistics'],
    ['实业', 'industry'],
    ['實業', 'industry'],
    ['发展', 'development'],
    ['發展', 'development'],
    ['激光', 'laser'],
    ['信息', 'information'],
    ['通信', 'communication'],
    ['通讯', 'communication'],
    ['系统', 'system'],
    ['设备', 'equipment'],
    ['机械', 'machinery'],
    ['仪器', 'instrument'],
    ['材料', 'materials'],
    ['香港', 'hongkong'],
    ['朝鲜', 'korea'],
    ['朝鮮', 'korea'],
    ['联合', 'joint'],
    ['银行', 'bank'],
    ['무역', 'trading'],
    ['회사', 'co'],
    ['은행', 'bank'],
    ['연구소', 'institute'],
    ['원자력', 'nuclear'],
    ['기술', 'technology'],
    ['市', ''],
    ['省', ''],
  ] as const
).toSorted((a, b) => b[0].length - a[0].length)

/** The meaning that begins at a place in a text of characters, and how many characters it takes. */
export function charactersAt(text: string, at: number): { meaning: string; length: number } | null {
  for (const [known, meaning] of characters)
    if (text.startsWith(known, at)) return { meaning, length: known.length }
  return null
}
