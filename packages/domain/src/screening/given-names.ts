import { readMeanings } from './tables.ts'

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
  michael mike mikhail michel miguel mikail mihail michal mykhailo mikhailo michail mihails mijail mikael michele mykhaylo mikhael
  james jim jimmy jaime
  john johann johannes jon jean juan ivan jan giovanni joao johnny ioannis ian yahya
  peter petr pyotr pierre pedro piotr petro pietro
  paul pavel pablo paulo paolo pavlo
  alexander aleksandr alexandre alejandro aleksander oleksandr sasha alex aliaksandr alexandr iskander
  alexei aleksey alexey oleksiy alyaksey aleksei alexej aleksej aleksejs alexis alexi oleksii aliaksei alekszej
  andrew andrei andrey andreas andre andrea andrii andrej andres andy
  anthony anton antonio antoine tony
  benjamin ben bibi
  daniel dani danny
  david dave davide daud dawud
  dmitry dmitri dmitriy dzmitry dima dmytro dimitri dimitry dmitrij dmitrijs dmitrii dimitrij dimitar dimitris demetrio
  edward eduard eduardo ed eddie ted
  elizabeth elisabeth liz betty lisa
  eugene evgeny yevgeny evgeniy yevgeniy eugen yauhen yevhen evgeni yevgeni jewgeni jewgenij jevgeni jevgenij jevgenijs evgenij evgenii evgueni yevgueni eugenio eugeniusz jevhen ievgen
  francis francisco francois franz frank
  george georg georgy georgiy jorge georges giorgio yuri yury yuriy iury jurij heorhiy iouri juri jurijs yurii iurii joeri jerzy jiri
  gregory grigory grigoriy gregor hryhoriy grigori grigorij grigorijs gregorio gregoire gregorios grzegorz ryhor
  henry heinrich henri enrique harry hank
  jacob jakob yakov jacques yaqub
  katherine catherine kate ekaterina yekaterina katya
  charles karl carl carlos carlo chuck
  konstantin constantine kostya konstantins konstantinos constantin kostiantyn kanstantsin konstanty
  lawrence laurent lorenzo larry
  lewis louis luis luigi
  margaret margarita maggie peggy
  maria mary marie mariya mariam maryam
  matthew matthias mateo matvei matteo
  nicholas nikolai nikolay nicolas mikalai mykola nick nikolaos nikolaj nikolajs nikola mikolaj nicolai nicolae nikolaus niccolo
  olga volha olha
  philip philippe felipe filipp phil
  samuel sam
  sergei sergey serge sergio siarhei serhiy sergiy sergej sergejs serguei sergii serhii sergi siergiej szergej
  stephen steven stefan stepan etienne esteban steve
  thomas tom tomas tommaso foma
  timothy tim timofey
  vladimir volodymyr uladzimir wladimir vladimiras vladimirs wolodymyr vlagyimir urajimiru uradimiru vladimer vladymyr vladimyr vladimiro volodimir wlodzimierz vladmir bladimir fladimir
  victor viktor wiktor viktoras viktors vittorio
  vyacheslav viacheslav slava vjaceslav wjatscheslaw viaceslavs wiaczeslaw viatcheslav vjatjeslav viacheslaw
  vasily vasili vasiliy vasyl basil vasilij vasilijs wassili vassili wasilij basilio vassily
  ruslan
  igor ihor igors ihar
  ilya ilia elias elie ilyas
  helen helena elena yelena alena olena
  anna anne ann hanna ganna
  natalia natalya nataliya nathalie natallia
  tatiana tatyana tatsiana tetyana
  irina iryna
  joshua josh
  christopher chris christophe cristobal
  anatoly anatoliy anatol anatoli anatolij anatolijs anatole anatolii
  gennady gennadiy henadz gennadi guennadi gennadij gennadijs hennadiy gienadij
  leonid leanid
  maxim maksim maksym maxime maksims massimo maximo
  nikita mikita mykyta
  oleg aleh oleh olegs oleguer
  roman raman
  stanislav stanislau
  valery valeriy valeri valerij valerijs waleri walerij valerio valere valerii
  vitaly vitaliy vital vitali vitalij vitalijs vitalii witali witalij vitalie
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
