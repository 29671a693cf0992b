import { readMeanings } from './words.ts'

/** Given names and their short, foreign and differently spelled forms. Two that stand on different lines differ. */
const names = readMeanings(`
  mohammed muhammad mohammad mohamed muhammed mohamad muhamad mehmet mahomed muhamed mohd mohamet mohammod magomed mukhammad
  ahmed ahmad akhmad akhmed achmed achmad ahamed
  mahmud mahmoud mahmood makhmud
  hamid hameed khamid
  hassan hasan khasan
  hussein husayn hussain husain hossein hosein hussien khusein
  ali aly
  omar umar omer oumar
  osman uthman othman usman
  usama osama oussama
  ibrahim ebrahim ibraheem brahim
  yusuf yousef youssef yousuf yosef yusef yusof joseph josef jose giuseppe iosif jozef
  abdullah abdallah abdulla abdellah
  william wilhelm guillaume guillermo bill will willy
  robert bob rob bobby robbie roberto
  richard dick rick ricardo
  michael mike mikhail michel miguel mikail mihail michal mykhailo mikhailo
  james jim jimmy jaime
  john johann johannes jon jean juan ivan jan giovanni joao johnny ioannis ian yahya
  peter petr pyotr pierre pedro piotr petro pietro
  paul pavel pablo paulo paolo pavlo
  alexander aleksandr alexandre alejandro aleksander oleksandr sasha alex aliaksandr alexandr iskander
  alexei aleksey alexey oleksiy alyaksey
  andrew andrei andrey andreas andre andrea andrii andrej andres andy
  anthony anton antonio antoine tony
  benjamin ben bibi
  daniel dani danny
  david dave davide daud dawud
  dmitry dmitri dmitriy dzmitry dima dmytro
  edward eduard eduardo ed eddie ted
  elizabeth elisabeth liz betty lisa
  eugene evgeny yevgeny evgeniy yevgeniy eugen yauhen yevhen
  francis francisco francois franz frank
  george georg georgy georgiy jorge georges giorgio yuri yury yuriy iury jurij heorhiy
  gregory grigory grigoriy gregor hryhoriy
  henry heinrich henri enrique harry hank
  jacob jakob yakov jacques yaqub
  katherine catherine kate ekaterina yekaterina katya
  charles karl carl carlos carlo chuck
  konstantin constantine kostya
  lawrence laurent lorenzo larry
  lewis louis luis luigi
  margaret margarita maggie peggy
  maria mary marie mariya mariam maryam
  matthew matthias mateo matvei matteo
  nicholas nikolai nikolay nicolas mikalai mykola nick nikolaos
  olga volha olha
  philip philippe felipe filipp phil
  samuel sam
  sergei sergey serge sergio siarhei serhiy sergiy
  stephen steven stefan stepan etienne esteban steve
  thomas tom tomas tommaso foma
  timothy tim timofey
  vladimir volodymyr uladzimir wladimir vladimiras vladimirs wolodymyr vlagyimir urajimiru uradimiru
  victor viktor
  vyacheslav viacheslav slava
  vasily vasili vasiliy vasyl basil
  ruslan
  igor ihor
  ilya ilia elias elie ilyas
  helen helena elena yelena alena olena
  anna anne ann hanna ganna
  natalia natalya nataliya nathalie natallia
  tatiana tatyana tatsiana tetyana
  irina iryna
  joshua josh
  christopher chris christophe cristobal
  anatoly anatoliy anatol
  gennady gennadiy henadz
  leonid leanid
  maxim maksim maksym
  nikita mikita
  oleg aleh oleh
  roman raman
  stanislav stanislau
  valery valeriy valeri
  vitaly vitaliy vital
  edmund
  yasser yasir yassir
  khalid khaled halid
  said saeed saied sayid
  jamal gamal djamel jamel
  salah saleh salih
`)

/** Everyday parts of names that many bear and that therefore weigh less. */
const frequent = new Set(
  `abdul abd abdel abdal abdu abdol mohammed ahmed ali hassan hussein ibrahim khan singh kumar kim lee nguyen maria ivan
  alexander sergei vladimir john jose garcia mahmud omar abdullah yusuf said khalid haqqani akhund agha jan mullah
  ur rahman rehman allah ullah din uddin`
    .split(/\s+/)
    .filter(Boolean),
)

export const givenNameOf = (word: string): string | undefined => names.get(word)
export const isFrequent = (word: string): boolean => frequent.has(givenNameOf(word) ?? word)
