/** Names of countries, nationalities and codes as ISO 3166-1 alpha-2 codes. */
const names = new Map<string, string>()
const fold = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/&/g, 'and')
    .replace(/[^a-z]+/g, ' ')
    .replace(/\bthe\b/g, '')
    .replace(/\bsaint\b/g, 'st')
    .replace(/\s+/g, ' ')
    .trim()

const english = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' })
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
for (const a of letters)
  for (const b of letters) {
    const name = english.of(a + b)
    if (name !== undefined && a + b !== 'UK') names.set(fold(name), a + b)
  }

/** Names that official lists use beside those of Unicode, and nationalities. */
const others = `
RU russia|russian federation|russian|ussr|soviet union|former soviet union
IR iran|iran islamic republic of|islamic republic of iran|iranian
KP north korea|korea north|democratic people s republic of korea|dprk|north korean|korea democratic people s republic of
KR south korea|korea south|republic of korea|korea republic of|korea
SY syria|syrian arab republic|syrian
CN china|people s republic of china|prc|chinese
TW taiwan|taiwan province of china|taiwanese
MM burma|myanmar|myanmar burma|burmese
CD democratic republic of congo|congo democratic republic of|drc|dr congo|congolese
CG congo|congo republic of|republic of congo
GB united kingdom|uk|great britain|united kingdom of great britain and northern ireland|british|england|scotland|wales
US united states|united states of america|usa|american|us
AE united arab emirates|uae|emirati
VE venezuela|venezuela bolivarian republic of|venezuelan
BO bolivia|bolivia plurinational state of|bolivian
TZ tanzania|united republic of tanzania|tanzanian
MD moldova|republic of moldova|moldova republic of|moldovan
MK north macedonia|north macedonia republic of|macedonia|macedonian
CZ czech republic|czechia|czech
CI cote d ivoire|ivory coast|ivorian
PS palestine|state of palestine|palestinian|palestinian territories|region gaza|region west bank|west bank|gaza strip|gaza
VN vietnam|viet nam|vietnamese
LA laos|lao people s democratic republic|lao|laotian
BN brunei|brunei darussalam
TR turkey|turkiye|turkish
CV cape verde|cabo verde
SZ swaziland|eswatini
TL timor leste|east timor
HK hong kong|hong kong sar china|china hong kong special administrative region
MO macau|macao|macao sar china
VG virgin islands british|british virgin islands
VI virgin islands u s|us virgin islands
BS bahamas|bahamian
GM gambia|gambian
IM isle of man|man isle of
XK kosovo|kosovar
AF afghan|afghani
AL albanian
DZ algerian
AO angolan
AR argentine|argentinian
AM armenian
AU australian
AT austrian
AZ azerbaijani|azeri
BH bahraini
BD bangladeshi
BY belarusian|belarussian|belorussian
BE belgian
BA bosnian|bosnia
BR brazilian
BG bulgarian
KH cambodian
CM cameroonian
CA canadian
TD chadian
CL chilean
CO colombian
HR croatian
CU cuban
CY cypriot
DK danish
EG egyptian
ER eritrean
EE estonian
ET ethiopian
FI finnish
FR french
GE georgian
DE german
GH ghanaian
GR greek
GT guatemalan
GN guinean
HT haitian
HN honduran
HU hungarian
IN indian
ID indonesian
IQ iraqi
IE irish
IL israeli
IT italian
JP japanese
JO jordanian
KZ kazakh|kazakhstani
KE kenyan
KW kuwaiti
KG kyrgyz
LV latvian
LB lebanese
LR liberian
LY libyan
LT lithuanian
MY malaysian
MV maldivian
ML malian
MR mauritanian
MX mexican
MN mongolian
ME montenegrin
MA moroccan
MZ mozambican
NP nepalese|nepali
NL dutch|holland
NZ new zealander
NI nicaraguan
NE nigerien
NG nigerian
NO norwegian
OM omani
PK pakistani
PE peruvian
PH filipino|philippine
PL polish
PT portuguese
QA qatari
RO romanian
RW rwandan
SA saudi|saudi arabian
SN senegalese
RS serbian|serb
SG singaporean
SK slovak
SI slovenian
SO somali|somalian
ZA south african
SS south sudanese
ES spanish
LK sri lankan
SD sudanese
SE swedish
CH swiss
TJ tajik
TH thai
TN tunisian
UG ugandan
UA ukrainian
UZ uzbek
YE yemeni
ZM zambian
ZW zimbabwean
`
for (const line of others.trim().split('\n'))
  for (const name of line.slice(3).split('|')) names.set(name, line.slice(0, 2))

const codes = new Set(names.values())

/** Every country that a text names; empty where none is recognised. "(a) Russian, (b) USSR (until 1991)" is RU. */
export function readCountries(text: string): string[] {
  const code = text.trim().toUpperCase()
  if (code === 'UK') return ['GB']
  if (code.length === 2 && codes.has(code)) return [code]
  const whole = names.get(fold(text))
  if (whole !== undefined) return [whole]
  const pieces = text.split(/[,;/()]|\band\b|\bsince\b|\bNational\b|\b[ab]\)/i)
  const found = pieces.flatMap(
    (piece) => names.get(fold(piece.replace(/^\s*(?:assumed|allegedly|of)\s+/i, ''))) ?? [],
  )
  return [...new Set(found)]
}
