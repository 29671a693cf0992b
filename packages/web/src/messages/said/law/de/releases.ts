import type { Pair } from '../memory.ts'

/** Releases of technology, software and model weights under the EAR. */
export const releases: readonly Pair[] = [
  ['{requirement} needs a licence: {routes}.', '{requirement} braucht eine Genehmigung: {routes}.'],
  [
    '{requirement} may need a licence: {routes}; what decides it is not stated.',
    '{requirement} braucht vielleicht eine Genehmigung: {routes}; was darüber entscheidet, ist nicht angegeben.',
  ],
  [
    '{requirement} may need a licence; what decides it is not stated.',
    '{requirement} braucht vielleicht eine Genehmigung; was darüber entscheidet, ist nicht angegeben.',
  ],
  [
    '{paragraph}, controlled for national security (NS column 1),',
    '{paragraph}, zum Schutz der nationalen Sicherheit kontrolliert (NS Spalte 1),',
  ],
  ['Software or technology for 3A090.a', 'Software oder Technologie für 3A090.a'],
  [
    'Software or technology for 3A090.a, 3A090.b or a .z paragraph, to or within Groups D:1, D:4 and D:5 without A:5 and A:6,',
    'Software oder Technologie für 3A090.a, 3A090.b oder einen Absatz .z, mit Ziel oder Verbleib in den Gruppen D:1, D:4 und D:5 ohne A:5 und A:6,',
  ],
  [
    'Unless the consignee and every end user are approved entities of 740 Supp. 8, software or technology for 3A090.a, 3A090.b or a .z paragraph',
    'Software oder Technologie für 3A090.a, 3A090.b oder einen Absatz .z, wenn nicht der Empfänger und jeder Endnutzer anerkannte Einrichtungen nach 740 Supp. 8 sind,',
  ],
  [
    'Software or technology for 3A090.c, to or within Macau and Group D:5,',
    'Software oder Technologie für 3A090.c, mit Ziel oder Verbleib in Macau und Gruppe D:5,',
  ],
  [
    'By its text, which BIS said on {date} it does not enforce, software or technology for 3A090.a to or within any destination',
    'Software oder Technologie für 3A090.a mit jedem Ziel oder Verbleib, nach dem Text, den das BIS laut Erklärung vom {date} nicht durchsetzt,',
  ],
  [
    'By its text, which BIS said on {date} it does not enforce, the release of weights in 4E091 to any destination',
    'Die Weitergabe von Gewichten nach 4E091 an jedes Ziel, nach dem Text, den das BIS laut Erklärung vom {date} nicht durchsetzt,',
  ],
  [
    'Software or technology for 3A090 or a .z paragraph, for an entity headquartered or ultimately owned in Group D:5 or Macau,',
    'Software oder Technologie für 3A090 oder einen Absatz .z, für eine Einrichtung, die oder deren oberste Muttergesellschaft ihren Hauptsitz in Gruppe D:5 oder Macau hat,',
  ],
  [
    'Software or technology on the Commerce Control List such as {paragraph}',
    'Software oder Technologie der Commerce Control List wie {paragraph}',
  ],
  [
    'Technology of 3E001 for 3A090, developed by an entity headquartered in Group D:5 or Macau with software subject to the EAR, needs a licence to leave there; an officer asks how it was developed: {routes}.',
    'Technologie nach 3E001 für 3A090, die eine Einrichtung mit Hauptsitz in Gruppe D:5 oder Macau mit Software entwickelt hat, die den EAR unterliegt, braucht für die Ausfuhr von dort eine Genehmigung; eine Beauftragte fragt, wie sie entwickelt wurde: {routes}.',
  ],
  [
    'As enforced, the requirement for 3A090.a reaches Groups D:1, D:4 and D:5 without A:5 and A:6, the United Arab Emirates, and entities headquartered in D:5 or Macau.',
    'So, wie sie durchgesetzt wird, erfasst die Pflicht für 3A090.a die Gruppen D:1, D:4 und D:5 ohne A:5 und A:6, die Vereinigten Arabischen Emirate und Einrichtungen mit Hauptsitz in D:5 oder Macau.',
  ],
  [
    'The advanced-computing requirements of 742.6(a)(6)(i) to (iii) do not apply to deemed exports and reexports: {routes}.',
    'Die Pflichten für fortgeschrittenes Rechnen nach 742.6(a)(6)(i) bis (iii) gelten nicht für fiktive Ausfuhren und Wiederausfuhren: {routes}.',
  ],
  [
    'National security controls on what is for .z paragraphs, anti-terrorism controls, embargoes and part 744 remain.',
    'Kontrollen zum Schutz der nationalen Sicherheit für Absätze .z, Kontrollen zur Terrorismusbekämpfung, Embargos und Teil 744 bleiben.',
  ],
  ['This release counts as: {routes}.', 'Diese Weitergabe gilt als: {routes}.'],
  [
    'This release stays in the United States and among its citizens and permanent residents, and is no export.',
    'Diese Weitergabe bleibt in den USA und unter ihren Staatsangehörigen und dauerhaft Aufenthaltsberechtigten und ist keine Ausfuhr.',
  ],
  ['export to {country}', 'Ausfuhr ({country})'],
  ['reexport to {country}', 'Wiederausfuhr ({country})'],
  ['transfer within {country}', 'Verbringung im Land ({country})'],
  ['deemed export to {country}', 'fiktive Ausfuhr ({country})'],
  ['deemed reexport to {country}', 'fiktive Wiederausfuhr ({country})'],
  [
    'What is published, or arises from fundamental research that is intended to be published, is not subject to the EAR.',
    'Was veröffentlicht ist oder aus Grundlagenforschung stammt, die veröffentlicht werden soll, unterliegt nicht den EAR.',
  ],
  [
    'It is stated not to be subject to the EAR: not of US origin, without more than de minimis US content, and no direct product.',
    'Es ist angegeben, dass es nicht den EAR unterliegt: nicht US-Ursprungs, mit US-Anteilen höchstens in Höhe der De-minimis-Schwelle und kein unmittelbares Produkt.',
  ],
  [
    'Object code is no deemed export or reexport, so the citizenship of people was not weighed; sending it over a border is an export or reexport.',
    'Objektcode weiterzugeben ist keine fiktive Ausfuhr oder Wiederausfuhr; die Staatsangehörigkeit von Personen wurde daher nicht berücksichtigt. Ihn über eine Grenze zu senden ist eine Ausfuhr oder Wiederausfuhr.',
  ],
  [
    '{paragraph} is not encoded: an officer reads its licence requirements, the Country Chart, and 734.7(b) for encryption software of 5D002.',
    '{paragraph} ist hier nicht umgesetzt: Eine Beauftragte liest die Genehmigungspflichten des Eintrags, die Country Chart und für Verschlüsselungssoftware nach 5D002 auch 734.7(b).',
  ],
  [
    '{paragraph} is no entry for what is stated to be released.',
    '{paragraph} ist kein Eintrag für das, was der Angabe nach weitergegeben wird.',
  ],
  [
    '{paragraph} is no entry for what is for {item}.',
    '{paragraph} ist kein Eintrag für etwas, das für {item} ist.',
  ],
  [
    'What is released, or the entry of the Commerce Control List for it, is not stated.',
    'Was weitergegeben wird oder welcher Eintrag der Commerce Control List es beschreibt, ist nicht angegeben.',
  ],
  [
    'To confirm for {routes}: it is no deemed reexport where the entity is authorised to receive the item and an export to that country would be authorised too (a), or for {employees}.',
    'Zu bestätigen für {routes}: Eine fiktive Wiederausfuhr liegt nicht vor, wenn die Einrichtung die Ware empfangen darf und auch eine Ausfuhr in jenes Land genehmigt wäre (a), oder für {employees}.',
  ],
  [
    'permanent and regular employees who are nationals of Group A:5 only, within such a country (b)',
    'fest und regelmäßig Beschäftigte, die nur Staatsangehörige von Ländern der Gruppe A:5 sind, innerhalb eines solchen Landes (b)',
  ],
  [
    'permanent and regular employees who are screened under a technology security plan, within the country of the entity (c)',
    'fest und regelmäßig Beschäftigte, die nach einem Plan zum Technologieschutz überprüft werden, innerhalb des Landes der Einrichtung (c)',
  ],
  [
    'Passing passwords, keys or other access information needs the same authorisation as the release it is known to lead to.',
    'Passwörter, Schlüssel oder andere Zugangsdaten weiterzugeben braucht dieselbe Genehmigung wie die Weitergabe, zu der es bekanntermaßen führt.',
  ],
  [
    'Sending or storing it unclassified and end-to-end encrypted as 734.18(a)(5) asks, and not stored in Group D:5 on purpose, is no export or reexport until someone can read it.',
    'Wird es nicht als Verschlusssache und Ende zu Ende verschlüsselt gesendet oder gespeichert, wie 734.18(a)(5) es verlangt, und nicht absichtlich in Gruppe D:5 gespeichert, so ist das keine Ausfuhr oder Wiederausfuhr, bis jemand es lesen kann.',
  ],
  // Model weights.
  [
    'The weights are in 4E091, which leaves out published ones.',
    'Die Gewichte fallen unter 4E091; veröffentlichte nimmt der Eintrag aus.',
  ],
  [
    'Whether the weights are in 4E091 depends on the operations spent on training.',
    'Ob die Gewichte unter 4E091 fallen, hängt von den Rechenoperationen ab, die für das Training aufgewandt wurden.',
  ],
  [
    'As enforced, no licence is asked for model weights in 4E091: BIS said so on {date}.',
    'So, wie es durchgesetzt wird, wird für Modellgewichte nach 4E091 keine Genehmigung verlangt: Das hat das BIS am {date} erklärt.',
  ],
  [
    'No published rescission of the text was seen up to September 2026.',
    'Eine veröffentlichte Aufhebung des Textes lag bis September 2026 nicht vor.',
  ],
  [
    'To confirm: Notes 1 and 2 to 4E091 leave out weights derived from published ones with little further training, and models that published methods can equal; 742.6(a)(13) leaves out deemed exports to permanent regular employees of entities headquartered in 740 Supp. 5(a); License Exception AIA is named for 4E091.',
    'Zu bestätigen: Die Anmerkungen 1 und 2 zu 4E091 nehmen Gewichte aus, die mit wenig weiterem Training aus veröffentlichten abgeleitet sind, und Modelle, die veröffentlichte Methoden erreichen können; 742.6(a)(13) nimmt fiktive Ausfuhren an fest und regelmäßig Beschäftigte von Einrichtungen mit Hauptsitz nach 740 Supp. 5(a) aus; die License Exception AIA ist für 4E091 genannt.',
  ],
]
