import type { Pair } from '../memory.ts'

/** Export law of the Union, China, Japan, South Korea, Malaysia, Taiwan and the United Kingdom. */
export const nations: readonly Pair[] = [
  // Said of several countries.
  ['Advanced chips leave {place}.', 'Fortschrittliche Chips verlassen {place}.'],
  ['Advanced chips leave the United Kingdom.', 'Fortschrittliche Chips verlassen das Vereinigte Königreich.'],
  [
    'Unpublished technology, software or model weights of a controlled entry are given from {place}; its own list was not read.',
    'Unveröffentlichte Technologie, Software oder Modellgewichte eines kontrollierten Eintrags werden aus {place} weitergegeben; die eigene Liste dort wurde nicht gelesen.',
  ],
  [
    'Unpublished technology, software or model weights of a controlled entry are given from the United Kingdom; its own list was not read.',
    'Unveröffentlichte Technologie, Software oder Modellgewichte eines kontrollierten Eintrags werden aus dem Vereinigten Königreich weitergegeben; die eigene Liste dort wurde nicht gelesen.',
  ],
  [
    'A military, intelligence or weapons end use or a hit in screening is stated for what comes from {place}.',
    'Für etwas, das aus {place} kommt, ist eine Endverwendung für Militär, Nachrichtendienste oder Waffen oder ein Treffer beim Abgleich mit den Listen angegeben.',
  ],
  [
    'A military, intelligence or weapons end use or a hit in screening is stated for what comes from {place}; {unread}.',
    'Für etwas, das aus {place} kommt, ist eine Endverwendung für Militär, Nachrichtendienste oder Waffen oder ein Treffer beim Abgleich mit den Listen angegeben; {unread}.',
  ],
  [
    'A military, intelligence or weapons end use or a hit in screening is stated for what comes from the United Kingdom; {unread}.',
    'Für etwas, das aus dem Vereinigten Königreich kommt, ist eine Endverwendung für Militär, Nachrichtendienste oder Waffen oder ein Treffer beim Abgleich mit den Listen angegeben; {unread}.',
  ],
  ['its catch-all was not read', 'die Auffangklausel wurde nicht gelesen'],
  ['its end-use controls were not read', 'die Kontrollen der Endverwendung wurden nicht gelesen'],
  ['its control of end uses was not read', 'die Kontrolle der Endverwendung wurde nicht gelesen'],
  [
    'section 12 reaches items on no list, and its text was not read',
    'Abschnitt 12 erfasst auch Güter, die auf keiner Liste stehen, und sein Text wurde nicht gelesen',
  ],
  [
    'The export law of {place} reaches this case.',
    'Das Ausfuhrrecht dieses Landes gilt für diesen Fall: {place}.',
  ],
  ['mainland China', 'Festlandchina'],
  ['Its list was not read.', 'Die Liste wurde nicht gelesen.'],
  ['The text was not seen.', 'Der Text lag nicht vor.'],
  [
    'Its lists, general licences and rules on services and on remote use were not read, so no requirement is taken from them.',
    'Die Listen, die Allgemeinen Genehmigungen und die Regeln zu Diensten und zur Fernnutzung wurden nicht gelesen; daher wird ihnen keine Pflicht entnommen.',
  ],
  [
    'Its lists and rules on services and on remote use were not read, so no requirement is taken from them.',
    'Die Listen und die Regeln zu Diensten und zur Fernnutzung wurden nicht gelesen; daher wird ihnen keine Pflicht entnommen.',
  ],
  [
    'Its lists, general licences and rules on technical assistance and on remote use were not read, so no requirement is taken from them.',
    'Die Listen, die Allgemeinen Genehmigungen und die Regeln zu technischer Unterstützung und zur Fernnutzung wurden nicht gelesen; daher wird ihnen keine Pflicht entnommen.',
  ],
  // The Union.
  ['AI chips leave the Union.', 'KI-Chips verlassen die Union.'],
  [
    'AI chips, or computers with them, leave the Union.',
    'KI-Chips oder Computer mit ihnen verlassen die Union.',
  ],
  [
    'Annex I controls computers in 4A003 by their adjusted peak performance, which is not among the facts; an officer reads it.',
    'Anhang I kontrolliert Computer in 4A003 nach ihrer angepassten Spitzenleistung, die nicht zu den Tatsachen gehört; eine Beauftragte liest ihn.',
  ],
  [
    'Since {date} Annex I has a 500-series with advanced computing integrated circuits, electronic assemblies and systems; its entries and figures were not seen, so an officer reads them.',
    'Seit dem {date} hat Anhang I eine 500er-Reihe mit integrierten Schaltungen, Baugruppen und Systemen für fortgeschrittenes Rechnen; ihre Einträge und Werte lagen nicht vor, daher liest sie eine Beauftragte.',
  ],
  [
    'A further update of Annex I was adopted on {date}, with two months of scrutiny.',
    'Eine weitere Aktualisierung von Anhang I wurde am {date} angenommen, mit zwei Monaten Frist für Einwände.',
  ],
  [
    'Whether it is in force, and what it says of AI chips, was not seen.',
    'Ob sie in Kraft ist und was sie zu KI-Chips sagt, ließ sich nicht ersehen.',
  ],
  [
    'Unpublished technology, software or model weights of a controlled entry go from the Union to a place outside, electronic transmission included.',
    'Unveröffentlichte Technologie, Software oder Modellgewichte eines kontrollierten Eintrags gehen aus der Union hinaus, elektronische Übertragung eingeschlossen.',
  ],
  [
    'The entries of Annex I for them were not seen, so an officer reads them.',
    'Die Einträge von Anhang I dafür lagen nicht vor, daher liest sie eine Beauftragte.',
  ],
  [
    'The destination is one of the general authorisation EU001.',
    'Das Ziel ist eines der Allgemeinen Genehmigung EU001.',
  ],
  [
    'Whether the item is one that it leaves out, and whether the exporter has registered and reports as it asks, is to be confirmed.',
    'Ob sie die Ware ausnimmt und ob der Ausführer registriert ist und meldet, wie sie es verlangt, ist zu bestätigen.',
  ],
  [
    'An end use in nuclear, chemical or biological weapons or missiles is stated.',
    'Eine Endverwendung für nukleare, chemische oder biologische Waffen oder Raketen ist angegeben.',
  ],
  [
    'Article 4 reaches items on no list for it, anywhere outside the Union; an officer reads it.',
    'Artikel 4 erfasst dafür überall außerhalb der Union auch Güter, die auf keiner Liste stehen; eine Beauftragte liest ihn.',
  ],
  [
    'A military or intelligence end use is stated.',
    'Eine Endverwendung für Militär oder Nachrichtendienste ist angegeben.',
  ],
  [
    'Article 4 reaches items on no list for a military end use in a country under an arms embargo; the embargoes of the Union are not encoded, so an officer compares the countries with them.',
    'Artikel 4 erfasst bei militärischer Endverwendung in einem Land unter Waffenembargo auch Güter, die auf keiner Liste stehen; die Embargos der Union sind hier nicht umgesetzt, daher vergleicht eine Beauftragte die Länder mit ihnen.',
  ],
  [
    'Article 5 reaches cyber-surveillance items on no list.',
    'Artikel 5 erfasst auch Güter für digitale Überwachung, die auf keiner Liste stehen.',
  ],
  [
    'Whether what leaves the Union is meant for that is not among the facts, and it is not encoded.',
    'Ob das, was die Union verlässt, dafür bestimmt ist, gehört nicht zu den Tatsachen, und es ist hier nicht umgesetzt.',
  ],
  [
    'Member states can add controls and lists of their own (Articles 9 and 10).',
    'Mitgliedstaaten können eigene Kontrollen und Listen hinzufügen (Artikel 9 und 10).',
  ],
  [
    "These are not encoded; the Netherlands' measures on chip-making equipment are known and do not reach AI chips.",
    'Diese sind hier nicht umgesetzt; die Maßnahmen der Niederlande zu Anlagen der Chipherstellung sind bekannt und erfassen keine KI-Chips.',
  ],
  ['The regulation reaches this case.', 'Die Verordnung gilt für diesen Fall.'],
  [
    "Sending software or technology out of the Union, or making it available there, is an export; nothing was found that makes remote use of a site's hardware one, and its rules on brokering and technical assistance are not encoded.",
    'Software oder Technologie aus der Union zu senden oder außerhalb bereitzustellen ist eine Ausfuhr; nichts wurde gefunden, was die Fernnutzung der Hardware eines Standorts dazu macht, und ihre Regeln zu Vermittlung und technischer Unterstützung sind hier nicht umgesetzt.',
  ],
  // China.
  ['Accelerators leave mainland China.', 'Beschleuniger verlassen Festlandchina.'],
  [
    'Whether the Export Control Law lists them was not read.',
    'Ob das Ausfuhrkontrollgesetz sie aufführt, wurde nicht gelesen.',
  ],
  [
    'The list, the catch-all and the end-user statements of the dual-use Regulations were not read.',
    'Die Liste, die Auffangklausel und die Endverbleibserklärungen der Dual-Use-Vorschriften wurden nicht gelesen.',
  ],
  [
    'Its list, its rules on services and on remote use, and Announcement 18 of 2025 on seven rare earths, which names no accelerators, were not read, so no requirement is taken from them.',
    'Die Liste, die Regeln zu Diensten und zur Fernnutzung und die Bekanntmachung 18 von 2025 zu sieben Seltenen Erden, die keine Beschleuniger nennt, wurden nicht gelesen; daher wird ihnen keine Pflicht entnommen.',
  ],
  [
    'Press reports say that data centres with state money in China are told to use domestic chips, and that H200 were stopped at customs in January 2026.',
    'Nach Presseberichten werden mit Staatsgeld geförderte Rechenzentren in China angewiesen, heimische Chips zu nutzen, und im Januar 2026 wurden H200 vom Zoll angehalten.',
  ],
  [
    'No official text was found, so this is information only.',
    'Ein amtlicher Text wurde nicht gefunden; dies ist daher nur ein Hinweis.',
  ],
  [
    'A party or the destination is in Japan and a military end use or user is stated: {announcement} bars dual-use items of Chinese origin for it, from third countries too.',
    'Eine Partei oder das Ziel liegt in Japan, und eine militärische Endverwendung oder ein militärischer Endnutzer ist angegeben: {announcement} verbietet dafür Dual-Use-Güter chinesischen Ursprungs, auch aus Drittländern.',
  ],
  [
    'A party or the destination is in the United States and a military end use or user is stated: {announcement} bars dual-use items of Chinese origin for it, from third countries too.',
    'Eine Partei oder das Ziel liegt in den USA, und eine militärische Endverwendung oder ein militärischer Endnutzer ist angegeben: {announcement} verbietet dafür Dual-Use-Güter chinesischen Ursprungs, auch aus Drittländern.',
  ],
  [
    'Whether the item is a dual-use item and of Chinese origin is for an officer.',
    'Ob die Ware ein Dual-Use-Gut und chinesischen Ursprungs ist, entscheidet eine Beauftragte.',
  ],
  [
    'A party or the destination is in Japan: {announcement} bars dual-use items of Chinese origin for its military users, and whether the use is military is not stated.',
    'Eine Partei oder das Ziel liegt in Japan: {announcement} verbietet Dual-Use-Güter chinesischen Ursprungs für militärische Nutzer dort, und ob die Nutzung militärisch ist, ist nicht angegeben.',
  ],
  [
    'A party or the destination is in the United States: {announcement} bars dual-use items of Chinese origin for its military users, and whether the use is military is not stated.',
    'Eine Partei oder das Ziel liegt in den USA: {announcement} verbietet Dual-Use-Güter chinesischen Ursprungs für militärische Nutzer dort, und ob die Nutzung militärisch ist, ist nicht angegeben.',
  ],
  ['MOFCOM Announcement {number} of {year}', 'MOFCOM-Bekanntmachung {number} von {year}'],
  [
    'Paragraph 2, on gallium, germanium, antimony and superhard materials for the United States, is suspended to {date}.',
    'Absatz 2 zu Gallium, Germanium, Antimon und superharten Materialien für die USA ist bis {date} ausgesetzt.',
  ],
  [
    'The suspension of paragraph 2, on gallium, germanium, antimony and superhard materials for the United States, ended on {date} and no later document was found.',
    'Die Aussetzung von Absatz 2 zu Gallium, Germanium, Antimon und superharten Materialien für die USA endete am {date}, und ein späteres Dokument wurde nicht gefunden.',
  ],
  ['It names no accelerators.', 'Beschleuniger nennt der Absatz nicht.'],
  [
    'Announcements 55 to 58, 61 and 62 of 2025 are suspended in law to {date}.',
    'Die Bekanntmachungen 55 bis 58, 61 und 62 von 2025 sind von Rechts wegen bis {date} ausgesetzt.',
  ],
  [
    'The suspension in law of Announcements 55 to 58, 61 and 62 of 2025 ended on {date} and no later document was found: by the text they apply again, 61 and 62 to rare earths, what contains them and their technology.',
    'Die rechtliche Aussetzung der Bekanntmachungen 55 bis 58, 61 und 62 von 2025 endete am {date}, und ein späteres Dokument wurde nicht gefunden: Nach dem Text gelten sie wieder, 61 und 62 für Seltene Erden, für das, was sie enthält, und für ihre Technologie.',
  ],
  ['Whether the item is caught was not read.', 'Ob die Ware erfasst ist, wurde nicht gelesen.'],
  [
    'MOFCOM said on {date} that both sides agreed to extend the arrangement to {until}; by that announcement the suspension goes on.',
    'Das MOFCOM hat am {date} erklärt, beide Seiten hätten sich auf eine Verlängerung der Absprache bis {until} geeinigt; nach dieser Ankündigung dauert die Aussetzung fort.',
  ],
  ['No legal text was found.', 'Ein Rechtstext wurde nicht gefunden.'],
  // Japan, South Korea, Taiwan, the United Kingdom.
  [
    'Its list was added to on {date}; whether chips are among the additions was not read.',
    'Die Liste wurde am {date} ergänzt; ob Chips zu den Ergänzungen gehören, wurde nicht gelesen.',
  ],
  [
    'Since the reform its catch-all asks about end users for conventional arms too, and a notice of METI can reach Group A countries.',
    'Seit der Reform fragt die Auffangklausel auch bei konventionellen Waffen nach Endnutzern, und ein Bescheid des METI kann auch Länder der Gruppe A betreffen.',
  ],
  [
    'Screening has a hit on a party of what leaves {place}; an officer compares it with the End User List of METI.',
    'Der Abgleich mit den Listen hat einen Treffer bei einer Partei zu etwas, das {place} verlässt; eine Beauftragte vergleicht ihn mit der End User List des METI.',
  ],
  [
    'Screening has a hit on a party of what leaves {place}; an officer compares it with its entity list, on which Huawei and SMIC have stood since June 2025.',
    'Der Abgleich mit den Listen hat einen Treffer bei einer Partei zu etwas, das {place} verlässt; eine Beauftragte vergleicht ihn mit der dortigen Entity List, auf der Huawei und SMIC seit Juni 2025 stehen.',
  ],
  [
    'Advanced chips leave South Korea, which has controlled AI chips and chip equipment on its own since {date}.',
    'Fortschrittliche Chips verlassen Südkorea, das KI-Chips und Anlagen der Chipherstellung seit dem {date} eigenständig kontrolliert.',
  ],
  ['Its list of strategic items was not read.', 'Die Liste strategischer Güter wurde nicht gelesen.'],
  [
    'Its lists, the controls of {date} and rules on services and on remote use were not seen, so no requirement is taken from them.',
    'Die Listen, die Kontrollen vom {date} und die Regeln zu Diensten und zur Fernnutzung lagen nicht vor; daher wird ihnen keine Pflicht entnommen.',
  ],
  [
    'Its list of strategic high-tech commodities was not read.',
    'Die Liste strategischer Hochtechnologiegüter wurde nicht gelesen.',
  ],
  ['Its list of dual-use items was not read.', 'Die Liste der Dual-Use-Güter wurde nicht gelesen.'],
  [
    'The entries of its own PL series were not read.',
    'Die Einträge der eigenen PL-Reihe wurden nicht gelesen.',
  ],
  [
    'It has a 500-series for advanced computing circuits, the entries of which were not seen.',
    'Es hat eine 500er-Reihe für Schaltungen für fortgeschrittenes Rechnen, deren Einträge nicht vorlagen.',
  ],
  // Malaysia.
  ['AI chips leave {place}.', 'KI-Chips verlassen {place}.'],
  [
    'Since {date} section 12 asks for an authorisation, and notice 30 days before, for high-performance AI chips of US origin; how these are defined was not seen.',
    'Seit dem {date} verlangt Abschnitt 12 für leistungsstarke KI-Chips US-Ursprungs eine Genehmigung und 30 Tage vorher eine Anzeige; wie sie bestimmt sind, ließ sich nicht ersehen.',
  ],
  [
    'A party in Malaysia takes part in a transfer of AI chips between other countries.',
    'Eine Partei in Malaysia nimmt an einer Verbringung von KI-Chips zwischen anderen Ländern teil.',
  ],
  [
    'Section 12 covers transhipment and transit since {date}; whether the chips pass through Malaysia is not among the facts.',
    'Abschnitt 12 umfasst seit dem {date} Umladung und Durchfuhr; ob die Chips durch Malaysia gehen, gehört nicht zu den Tatsachen.',
  ],
  [
    'The accelerators are in neither 3A090 nor 3A991.p and are taken not to be the high-performance AI chips of section 12, whose definition was not seen.',
    'Die Beschleuniger fallen weder unter 3A090 noch unter 3A991.p; es wird angenommen, dass sie nicht die leistungsstarken KI-Chips nach Abschnitt 12 sind, deren Bestimmung nicht vorlag.',
  ],
  [
    'Its list of strategic items and its rules on brokers were not read, and nothing was found on remote use, so no requirement is taken from them.',
    'Die Liste strategischer Güter und die Regeln zu Vermittlern wurden nicht gelesen, und zur Fernnutzung wurde nichts gefunden; daher wird ihnen keine Pflicht entnommen.',
  ],
]
