import type { Pair } from '../memory.ts'

/** Embargoes and sanctions, what a site or its operator declares, and what every regime can say. */
export const sanctions: readonly Pair[] = [
  [
    'The case touches {countries}, under comprehensive US embargo.',
    'Der Fall berührt Länder unter umfassendem Embargo der USA: {countries}.',
  ],
  [
    'An embargo cannot be ruled out while parties or their countries are not stated.',
    'Ein Embargo lässt sich nicht ausschließen, solange Parteien oder ihre Länder nicht angegeben sind.',
  ],
  [
    'Hardware on the Commerce Control List for {countries} needs a licence under part 746.',
    'Hardware der Commerce Control List für diese Länder braucht nach Teil 746 eine Genehmigung: {countries}.',
  ],
  [
    'The case touches {countries}; part 746 and EU Regulation 833/2014 limit goods, software and services.',
    'Der Fall berührt diese Länder: {countries}; Teil 746 und die EU-Verordnung 833/2014 beschränken Güter, Software und Dienste.',
  ],
  [
    'A party is in an occupied region of Ukraine, under embargo.',
    'Eine Partei ist in einer besetzten Region der Ukraine, unter Embargo.',
  ],
  [
    'A party is in Ukraine; whether in an occupied region under embargo is not stated.',
    'Eine Partei ist in der Ukraine; ob in einer besetzten Region unter Embargo, ist nicht angegeben.',
  ],
  [
    'The case touches {countries}, under a UN arms embargo, and a military end use is not excluded.',
    'Der Fall berührt Länder unter einem Waffenembargo der UN ({countries}), und eine militärische Endverwendung ist nicht ausgeschlossen.',
  ],
  [
    'The case touches {countries}, where the UN embargoes arms, in some countries for armed groups alone, and a military end use is not excluded.',
    'Der Fall berührt Länder, für die ein Waffenembargo der UN gilt ({countries}), in manchen nur für bewaffnete Gruppen, und eine militärische Endverwendung ist nicht ausgeschlossen.',
  ],
  ['The resolutions were not read.', 'Die Resolutionen wurden nicht gelesen.'],
  ['The case touches {countries}.', 'Der Fall berührt diese Länder: {countries}.'],
  [
    'Sanctions of OFAC reach services, remote use among them, apart from export control; the programme was not read.',
    'Sanktionen des OFAC gelten unabhängig von der Exportkontrolle auch für Dienste, darunter Fernnutzung; das Programm wurde nicht gelesen.',
  ],
  [
    'A party is in Crimea or another occupied region of Ukraine; sanctions of OFAC reach services there, remote use among them.',
    'Eine Partei ist auf der Krim oder in einer anderen besetzten Region der Ukraine; Sanktionen des OFAC gelten dort auch für Dienste, darunter Fernnutzung.',
  ],
  [
    'A party is in Ukraine; sanctions of OFAC reach Crimea and the other occupied regions, and whether a party is there is not stated.',
    'Eine Partei ist in der Ukraine; Sanktionen des OFAC gelten für die Krim und die anderen besetzten Regionen, und ob eine Partei dort ist, ist nicht angegeben.',
  ],
  [
    'A US person takes part, whom sanctions bind everywhere; they may neither do nor approve of what is barred.',
    'Eine US-Person nimmt teil, an die Sanktionen überall gebunden ist; sie darf, was untersagt ist, weder tun noch billigen.',
  ],
  [
    'Sanctions bind US persons everywhere, and whether one takes part is not stated.',
    'Sanktionen binden US-Personen überall, und ob eine teilnimmt, ist nicht angegeben.',
  ],
  [
    'Sanctions of the Union on goods, technology, assistance and listed persons may reach it; their text was not read.',
    'Sanktionen der Union zu Gütern, Technologie, Unterstützung und gelisteten Personen können dafür gelten; ihr Text wurde nicht gelesen.',
  ],
  [
    'An organisation in Russia, or headquartered or owned there, takes part.',
    'Eine Organisation in Russland oder mit Hauptsitz oder Eigentümern dort nimmt teil.',
  ],
  [
    'Article 5n bans services and software for the management of enterprises, and others, to entities established in Russia, where they sign up by themselves too; its text was not read, so an officer reads it.',
    'Artikel 5n verbietet Dienste und Software für die Unternehmensführung und andere für Einrichtungen mit Sitz in Russland, auch wenn sie sich selbst anmelden; der Text wurde nicht gelesen, daher liest ihn eine Beauftragte.',
  ],
  [
    'A Russian organisation would use accelerators.',
    'Eine russische Organisation würde Beschleuniger nutzen.',
  ],
  [
    'By the FAQ of {date} the ban covers access to AI models and to platforms for their training, fine-tuning and inference, and the computing infrastructure for them; the day from which it applies was not seen.',
    'Nach der FAQ vom {date} umfasst das Verbot den Zugang zu KI-Modellen und zu Plattformen für ihr Training, ihre Feinabstimmung und ihre Anwendung sowie die Recheninfrastruktur dafür; ab welchem Tag es gilt, ließ sich nicht ersehen.',
  ],
  // The site.
  [
    'The site operator has not declared whether a national rule limits who may use the site.',
    'Der Betreiber des Standorts hat nicht angegeben, ob eine nationale Regel beschränkt, wer den Standort nutzen darf.',
  ],
  [
    'The site\'s rule "{rule}" excludes parties in or headquartered in {countries}.',
    'Die Regel „{rule}“ des Standorts schließt Parteien in diesen Ländern oder mit Hauptsitz dort aus: {countries}.',
  ],
  [
    'The site\'s rule "{rule}" depends on countries that are not stated.',
    'Die Regel „{rule}“ des Standorts hängt von Ländern ab, die nicht angegeben sind.',
  ],
  [
    "The site's country is not stated, so its law is not known.",
    'Das Land des Standorts ist nicht angegeben; daher ist nicht bekannt, welches Recht dort gilt.',
  ],
  ['{name} serves nobody from the member "{member}".', '{name} bedient niemanden vom Mitglied „{member}“.'],
  [
    'An officer refused this site for the project.',
    'Eine Beauftragte hat diesen Standort für das Projekt abgelehnt.',
  ],
  [
    'This follows from a statement of a team member; compliance officers know the details, and the person reads their own.',
    'Dies folgt aus der Angabe eines Teammitglieds; die Beauftragten kennen die Einzelheiten, und die Person liest ihre eigenen.',
  ],
  // Every regime.
  [
    'No requirement was found on the stated facts among the rules encoded of {instrument}, {paragraph}.',
    'Nach den angegebenen Tatsachen wurde unter den umgesetzten Regeln keine Pflicht gefunden: {instrument}, {paragraph}.',
  ],
  [
    'Nothing in the stated facts ties this case to this law.',
    'Nichts in den angegebenen Tatsachen verbindet diesen Fall mit diesem Recht.',
  ],
  [
    'Whether the law of "{regime}" reaches this case depends on facts that are not stated.',
    'Ob das Recht von „{regime}“ für diesen Fall gilt, hängt von Tatsachen ab, die nicht angegeben sind.',
  ],
  // Lists of countries, of routes, of paragraphs.
  ['{one} and {other}', '{one} und {other}'],
  ['{one}, {other}', '{one}, {other}'],
]
