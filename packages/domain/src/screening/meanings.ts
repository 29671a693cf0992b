import { foldAbjad } from './abjad.ts'
import { readMeanings } from './tables.ts'

/** Words of organisations that many have: they weigh less, and those of one meaning are the same in any language. */
const common = `
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
  shipping sudokhodnaya denizcilik marine maritime sea morskoy morskie
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
  oil neft neftyanaya naftavaya nafta petroleum naft
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
  corps sepah sipah korpus
  guard guards pasdaran haras
  revolution revolutionary enghelab enqelab inqilab thawra sawra
  islamic islamiyya islamiya islamskiy
  republic jomhuri jumhuriya jumhuriyya respublika respublik
  defence defense oborony oborona oboronnyy oboronnoy difa defa
  force forces niru niruye quwat sily sil
  troops voyska voysk
  armed vooruzhennykh vooruzhennye
  navy naval
  aerospace havafaza
  air airforce
  ground sukhoputnye
  missile missiles raketa mushak
  rocket raketno
  artillery artilleriya
  weapons weapon arms armament armaments oruzhie silah aslaha
  cartridge
  gunpowder powder
  tank tanks
  armoured armored
  helicopter helicopters vertolety vertolet
  aircraft airplane airplanes samolet samolety havapeyma havapayma tayyara
  engine engines motor motors dvigatel dvigateli
  shipbuilding
  shipyard shipyards verf
  ship ships
  vehicle vehicles
  automobile automotive avtomobil
  optical optics optika optiko
  mechanical mekhanika mekhaniko
  radio radioelectronics
  instrumentation
  precision
  steel stal fulad foulad
  metallurgical metallurgy metallurgiya
  petrochemical petrochemicals neftekhim petroshimi
  fertilizer fertilizers
  tobacco
  tyre tyres tire tires
  freight cargo
  leasing lizing
  insurance
  consulting konsalting
  communication communications svyaz telecommunication telecommunications ertebatat
  information informatsii
  security bezopasnost amniyat amniya amn
  intelligence razvedka razvedki ettelaat
  foreign
  nuclear haste hastei nawawi
  physics fiziki fizika
  space kosmos faza fazai
  united
  joint
  corporation korporatsiya korporatsii
  concern kontsern
  agency agentstvo
  department departament upravlenie directorate
  council sovet majlis shura shora
  movement dvizhenie haraka harakat
  front jabha jebhe
  brigade brigada liwa
  division firqa ferqe
  army jaysh jeysh jaish artesh armiya armii
  network shabaka shabakeh
  exchange sirafa
  charity charitable
  relief ighatha
  hotel gostinitsa
  port ports porty
  railway railways railroad
  television televidenie
  broadcasting
  newspaper gazeta
  museum muzey
  club klub
  youth molodezh
  people peoples narodnyy
  hospital bimarestan
  mining
  cement
  sugar
  food foods
  textile textiles
  pharmaceutical pharmaceuticals pharma
  medical
  agricultural agriculture
  semiconductor semiconductors poluprovodnikovyy
  microelectronics mikroelektronika
  chip chips
  integrated
  circuit circuits
  satellite satellites sputnik
  radar radars
  laser lasers lazer
  software
  data
  computer computers kompyuter
  computing vychislitelnyy
  automation avtomatika
  components component
  supply
  tool tools
  laboratory laboratories laboratoriya
  intelligent smart
  innovation innovations innovatsionnyy
  biological biology
  water
  electric electrical bargh barq
`

/** Beginnings of Slavic adjectives, which end in a dozen ways: each line is a meaning and what such a word begins with. */
const stems = readMeanings(`
  shipbuilding sudostroiteln sudnobudivn
  aircraft aviastroiteln samoletostroiteln
  engine dvigatelestroiteln motorostroiteln
  instrument priborostroiteln priborn
  machinery mashinostroiteln mashinobudivn
  vehicle avtomobiln
  optical optichesk
  mechanical mekhanichesk
  metallurgical metallurgichesk
  chemical khimichesk
  petrochemical neftekhimichesk
  electrotechnical elektrotekhnichesk
  electric elektrichesk
  technical tekhnichesk
  physics fizichesk
  space kosmichesk
  missile raketn
  artillery artilleriysk
  cartridge patronn
  gunpowder porokhov
  weapons oruzheyn
  armoured bronetankov
  helicopter vertoletn
  defence oboronn
  armed vooruzhenn
  military voenn viyskov
  shipping morsk
  insurance strakhov
  commercial kommerchesk
  foreign vneshn vneshnetorgov
  united obedinenn
  specialised spetsializirovann
  special spetsialn
  tobacco tabachn
  tyre shinn
  freight gruzov
  railway zheleznodorozhn
  repair remontn
  radio radiotekhnichesk
  precision vysokotochn
  nuclear yadern atomn
  industrial promyshlenn
  production proizvodstvenn virobnich
  scientific nauchn naukov
  experimental opytn
  state gosudarstvenn derzhavn dzyarzhaun
  national natsionaln
  federal federaln
  international mezhdunarodn
  transport transportn
  energy energetichesk
  electronics elektronn
  investment investitsionn
  engineering inzhenern
  construction stroiteln
  television televizionn
  broadcasting radioveshchateln
  public obshchestvenn publichn
  people narodn
  youth molodezhn
  central tsentraln
  main glavn golovn
  russia rossiysk rossiisk russian
  crimea krymsk crimean
  donetsk donetsk
  luhansk lugansk luhansk
  iran iransk
  syria siriysk
  belarus belorussk belarusk
  ukraine ukrainsk
  china kitaysk
  moscow moskovsk
  korea koreysk
`)
const slavicEnding =
  /(?:yy|iy|oy|yi|ii|oi|ij|aya|aia|yaya|oe|oye|oie|ee|yye|ye|ie|ae|ykh|ikh|ogo|ego|oho|omu|a|e|y|i)$/

/** Places that names of organisations have in common, in the languages of the lists. */
const places = `
  russia russian rossiya rossii rossiyskoy rossiyskoi russland
  iran iranian iraniyya
  syria syrian suriya suriyya
  iraq iraqi
  egypt egyptian
  libya libyan libiyya
  lebanon lebanese
  yemen yemeni
  palestine palestinian filastin
  afghanistan afghan
  pakistan pakistani
  turkey turkish turkiye
  china chinese kitay kitaya
  hongkong hk
  korea korean koreya
  belarus belarusian belorussian byelorussian belarusi
  ukraine ukrainian ukraina ukrainy
  crimea krym kryma crimean
  moscow moskva moskvy
`

const known = readMeanings(common + places)
for (const meaning of stems.values()) if (!known.has(meaning)) known.set(meaning, meaning)

const stemMin = 4

/** What a word of an organisation means that many have in their names, in one word for all languages. */
export function meaningOf(word: string): string | undefined {
  const found = known.get(word)
  if (found !== undefined || word.length <= stemMin) return found
  const stem = stems.get(word.replace(slavicEnding, ''))
  return stem === undefined ? undefined : known.get(stem)
}

/**
 * Words in Arabic letters, without their article, that mean something of that kind; none that people are called by
 * too, as by where they come from.
 */
const written = readMeanings(`
  company شركه شركت
  organization سازمان منظمه هييه
  foundation مؤسسه موسسه بنياد وقف
  university دانشگاه جامعه
  bank بنك بانك مصرف
  ministry وزاره وزارت
  defence دفاع
  oil نفط نفت
  gas غاز گاز
  national وطنيه وطني ملي قوميه
  international دوليه دولي بينالمللي عالميه
  general عامه عام
  islamic اسلاميه
  revolution ثوره انقلاب
  republic جمهوريه جمهوري
  guard حرس پاسداران
  corps سپاه فيلق
  army جيش ارتش
  force قوات قوه نيروي نيرو
  air هوايي جويه جوي
  aerospace هوافضاي هوافضا
  naval بحريه دريايي
  movement حركه جنبش
  front جبهه
  party حزب
  group جماعه مجموعه گروه
  brigade لواء لوا تيپ
  division فرقه لشكر
  council مجلس شورا
  committee لجنه كميته
  network شبكه
  center مركز
  institute معهد پژوهشگاه موسسه
  research بحوث ابحاث تحقيقات پژوهش
  scientific علميه علوم
  industry صناعه صناعيه صناعات صنايع صنعت
  trading تجاره تجاريه
  technology تكنولوجيا تقنيه فناوري
  service خدمات خدمه
  exchange صرافه صرافي
  construction انشاءات ساختمان ساخت
  engineering هندسه هندسيه مهندسي
  contracting مقاولات
  investment استثمار سرمايهگذاري
  management اداره مديريت
  development تنميه توسعه
  transport نقل
  shipping ملاحه كشتيراني
  aviation طيران هوانوردي
  aircraft طايره هواپيما
  engine محرك موتور
  design طراحي تصميم
  production انتاج توليد
  petrochemical بتروكيماويات پتروشيمي
  energy طاقه انرژي
  electric كهرباء برق
  communication اتصالات ارتباطات
  security امن امنيه امنيت
  intelligence مخابرات استخبارات اطلاعات
  state دوله دولت
  charity خيريه
  relief اغاثه
  office مكتب دفتر
  union اتحاد
  school مدرسه
  hospital مستشفي بيمارستان
  special خاصه خاص ويژه
  military عسكريه
  police شرطه پليس
  steel فولاد
  food غذاييه غذايي
  import استيراد واردات
  export تصدير صادرات
  iran ايران ايرانيه
  syria سوريا سوريه
  iraq عراق عراقيه
  egypt مصر مصريه
  libya ليبيا ليبيه
  lebanon لبنان لبنانيه
  yemen يمن يمنيه
  palestine فلسطين فلسطينيه
  afghanistan افغانستان
  pakistan پاكستان باكستان
`)

const abjadMeanings = new Map([...written].map(([word, meaning]) => [foldAbjad(word), meaning]))

/** What a word in Arabic letters means, as `meaningOf` says it. */
export const abjadMeaningOf = (word: string): string | undefined => abjadMeanings.get(word)
