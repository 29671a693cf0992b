import type { Pair } from '../memory.ts'

/** Remote use and end uses under the EAR, and screening. */
export const uses: readonly Pair[] = [
  [
    'Remote use of an accelerator is not by itself an export, reexport or transfer of it.',
    'Die Fernnutzung eines Beschleunigers ist für sich genommen weder seine Ausfuhr noch seine Wiederausfuhr noch seine Verbringung.',
  ],
  [
    'Sending controlled technology, source code or software with a job is, and is asked separately.',
    'Mit einem Job kontrollierte Technologie, kontrollierten Quellcode oder kontrollierte Software zu senden ist es, und danach wird eigens gefragt.',
  ],
  [
    'Nationality was not weighed: these requirements do not reach deemed exports or reexports.',
    'Die Staatsangehörigkeit wurde nicht berücksichtigt: Diese Pflichten gelten nicht für fiktive Ausfuhren oder Wiederausfuhren.',
  ],
  [
    'Red flag: training an AI model on controlled chips for a party headquartered in Group D:5 or Macau may need a licence.',
    'Warnzeichen: Ein KI-Modell auf kontrollierten Chips für eine Partei mit Hauptsitz in Gruppe D:5 oder Macau zu trainieren braucht vielleicht eine Genehmigung.',
  ],
  [
    'Whether an AI model is trained on controlled chips for a party headquartered in Group D:5 or Macau is not stated.',
    'Ob auf kontrollierten Chips ein KI-Modell für eine Partei mit Hauptsitz in Gruppe D:5 oder Macau trainiert wird, ist nicht angegeben.',
  ],
  [
    'Controlled hardware may carry licence conditions on who uses it; the site has not stated them.',
    'Kontrollierte Hardware kann Genehmigungsauflagen dazu tragen, wer sie nutzt; der Standort hat sie nicht angegeben.',
  ],
  ['{source} excludes {codes}.', '{source} schließt aus: {codes}.'],
  [
    "{source} excludes countries, and a party's country is not stated.",
    '{source} schließt Länder aus, und das Land einer Partei ist nicht angegeben.',
  ],
  [
    '{source} sets a condition that an officer compares with the case: {words}',
    '{source} enthält eine Auflage, die eine Beauftragte mit dem Fall vergleicht: {words}',
  ],
  [
    'Where the controlled hardware stands and who operates it is not stated.',
    'Wo die kontrollierte Hardware steht und wer sie betreibt, ist nicht angegeben.',
  ],
  [
    'Red flag: controlled chips at a site in or operated from {codes} are stated to carry no licence conditions, though bringing them there needs a licence.',
    'Warnzeichen: Für kontrollierte Chips an einem Standort dieses Landes oder mit Betreiber dort ({codes}) ist angegeben, dass sie keine Genehmigungsauflagen tragen, obwohl sie nur mit einer Genehmigung dorthin gelangen.',
  ],
  [
    'Red flag: BIS names {names} as likely made in violation of the EAR; using it anywhere risks General Prohibition 10.',
    'Warnzeichen: Das BIS nennt {names} als wahrscheinlich unter Verstoß gegen die EAR hergestellt; jede Nutzung, wo auch immer, kann gegen General Prohibition 10 verstoßen.',
  ],
  [
    'A bill that would bring remote access under the EAR is pending and is not applied.',
    'Ein Gesetzentwurf, der den Fernzugriff den EAR unterstellen würde, ist anhängig und wird nicht angewandt.',
  ],
  // Purposes.
  ['The purpose of the use is not stated.', 'Der Zweck der Nutzung ist nicht angegeben.'],
  [
    'The stated purpose fits no listed class, so an officer reads it.',
    'Der angegebene Zweck passt in keine der genannten Klassen; daher liest ihn eine Beauftragte.',
  ],
  [
    'Red flag: a civil purpose is stated together with a military, intelligence or weapons end use.',
    'Warnzeichen: Ein ziviler Zweck ist zusammen mit einer Endverwendung für Militär, Nachrichtendienste oder Waffen angegeben.',
  ],
  ['Knowledge includes reason to know.', 'Kenntnis hat auch, wer Grund hat, es zu wissen.'],
  // Weapons.
  [
    'An end use in nuclear, chemical or biological weapons or missiles is stated and needs a licence, anywhere; no licence exception applies to 744.3 and 744.4.',
    'Eine Endverwendung für nukleare, chemische oder biologische Waffen oder Raketen ist angegeben und braucht überall eine Genehmigung; für 744.3 und 744.4 gilt keine License Exception.',
  ],
  [
    'Whether the end use serves nuclear, chemical or biological weapons or missiles is not stated.',
    'Ob die Endverwendung nuklearen, chemischen oder biologischen Waffen oder Raketen dient, ist nicht angegeben.',
  ],
  [
    'Whether the end use serves rocket systems or unmanned aircraft in or by {countries} is not stated.',
    'Ob die Endverwendung Raketensystemen oder unbemannten Luftfahrzeugen in oder von einem dieser Länder dient, ist nicht angegeben: {countries}.',
  ],
  [
    'Rocket systems or unmanned aircraft in or by {countries} are served; an item for them needs a licence when their range is {range} km or more, or cannot be told, or when what they deliver cannot be told.',
    'Es geht um Raketensysteme oder unbemannte Luftfahrzeuge in oder von einem dieser Länder ({countries}); eine Ware dafür braucht eine Genehmigung, wenn ihre Reichweite {range} km oder mehr beträgt oder sich nicht feststellen lässt, oder wenn sich nicht feststellen lässt, was sie tragen.',
  ],
  // Military end use.
  [
    'Whether the end use or an end user is military or of an intelligence service is not stated.',
    'Ob die Endverwendung oder ein Endnutzer militärisch ist oder zu einem Nachrichtendienst gehört, ist nicht angegeben.',
  ],
  [
    'A military or intelligence end use is stated in no country that part 744 lists; an officer reads national law and arms embargoes.',
    'Eine Endverwendung für Militär oder Nachrichtendienste ist angegeben, aber in keinem Land, das Teil 744 nennt; eine Beauftragte liest nationales Recht und Waffenembargos.',
  ],
  [
    'Any item for a military end use or user of {countries} needs a licence.',
    'Jede Ware für eine militärische Endverwendung oder einen militärischen Endnutzer dieser Länder braucht eine Genehmigung: {countries}.',
  ],
  [
    'Items of Supp. 2 to part 744 such as 3A991 and 4A994 for a military end use or user of {countries} need a licence.',
    'Güter nach Supp. 2 zu Teil 744, etwa 3A991 und 4A994, für eine militärische Endverwendung oder einen militärischen Endnutzer dieser Länder brauchen eine Genehmigung: {countries}.',
  ],
  [
    'For a military end use or user of {countries}, an officer compares the item with Supp. 2 to part 744.',
    'Für eine militärische Endverwendung oder einen militärischen Endnutzer dieser Länder vergleicht eine Beauftragte die Ware mit Supp. 2 zu Teil 744: {countries}.',
  ],
  [
    'Any item for a military-intelligence end use or user of {countries} needs a licence; a stated military use is read strictly, as one of military intelligence.',
    'Jede Ware für eine Endverwendung oder einen Endnutzer der militärischen Nachrichtendienste dieser Länder ({countries}) braucht eine Genehmigung; eine angegebene militärische Verwendung wird streng gelesen, nämlich als eine solche.',
  ],
  [
    'Microprocessors, their software and technology for a military end use in {countries} need a licence; whether this item is among them is for an officer.',
    'Mikroprozessoren, ihre Software und Technologie für eine militärische Endverwendung in diesen Ländern ({countries}) brauchen eine Genehmigung; ob diese Ware dazugehört, entscheidet eine Beauftragte.',
  ],
  // US persons.
  [
    'US persons need a licence to support {use}, by any contract, service or employment that may assist it.',
    'US-Personen brauchen eine Genehmigung, um dies durch Verträge, Dienste oder Arbeit, die helfen können, zu unterstützen: {use}.',
  ],
  [
    'The case serves {use}; whether a US person takes part is not stated.',
    'Es geht um {use}; ob eine US-Person teilnimmt, ist nicht angegeben.',
  ],
  [
    'The case serves {use}; no US person is stated to take part.',
    'Es geht um {use}; dass eine US-Person teilnimmt, ist nicht angegeben.',
  ],
  [
    'a military-intelligence end use or user of {countries}, as which a stated military use is read',
    'Endverwendung oder Endnutzer der militärischen Nachrichtendienste ({countries}), denn so wird eine angegebene militärische Verwendung gelesen',
  ],
  [
    'nuclear, chemical or biological weapons or missiles',
    'nukleare, chemische oder biologische Waffen oder Raketen',
  ],
  [
    'rocket systems or unmanned aircraft of {countries}',
    'Raketensysteme oder unbemannte Luftfahrzeuge ({countries})',
  ],
  [
    'Whether the use serves rocket systems or unmanned aircraft of {countries}, which US persons may not support without a licence, is not stated.',
    'Ob die Nutzung Raketensystemen oder unbemannten Luftfahrzeugen dieser Länder ({countries}) dient, die US-Personen nicht ohne Genehmigung unterstützen dürfen, ist nicht angegeben.',
  ],
  // Screening.
  [
    'Screening of every stated party found no open hit.',
    'Der Abgleich jeder angegebenen Partei mit den Listen ergab keinen offenen Treffer.',
  ],
  [
    'An owner of an organisation is listed, and does not own what makes the organisation listed as well, or how much it owns is not known.',
    'Ein Eigentümer einer Organisation ist gelistet, und ihm gehört nicht so viel, dass auch die Organisation als gelistet gilt, oder wie viel ihm gehört, ist nicht bekannt.',
  ],
  [
    'A list entry resembles a party and no officer has decided on it.',
    'Ein Listeneintrag ähnelt einer Partei, und noch hat keine Beauftragte darüber entschieden.',
  ],
  [
    'An officer confirmed that a party is listed; the entry says for what a licence is needed.',
    'Eine Beauftragte hat bestätigt, dass eine Partei auf einer Liste steht; der Eintrag sagt, wofür eine Genehmigung nötig ist.',
  ],
  [
    'A party is a denied person; dealing with one is prohibited.',
    'Eine Partei ist eine Denied Person; Geschäfte mit ihr sind verboten.',
  ],
  [
    'Screening of the parties has not been completed.',
    'Der Abgleich der Parteien mit den Listen ist nicht abgeschlossen.',
  ],
  [
    'A party owned half or more by listed parties counts as listed; the screening must cover owners.',
    'Eine Partei, die zur Hälfte oder mehr gelisteten Parteien gehört, gilt als gelistet; der Abgleich muss die Eigentümer einschließen.',
  ],
  [
    'The 50 per cent ownership rule is stayed until {date}.',
    'Die 50-Prozent-Regel für Eigentümer ist bis {date} ausgesetzt.',
  ],
]
