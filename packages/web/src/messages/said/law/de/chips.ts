import type { Pair } from '../memory.ts'

/** Classes of accelerators, computers and memory under the Commerce Control List, with their arithmetic. */
export const chips: readonly Pair[] = [
  [
    'Which other entry describes {name} is not stated: where one of them has a .z paragraph, it is in that instead of 4A090, with the same requirements.',
    'Welcher andere Eintrag {name} beschreibt, ist nicht angegeben: hat einer davon einen .z-Absatz, so fällt er darunter statt unter 4A090, mit denselben Erfordernissen.',
  ],
  [
    '{name} meets 3A090.a in the text of October 2022.',
    '{name} erfüllt 3A090.a in der Fassung vom Oktober 2022.',
  ],
  [
    '{name} does not meet 3A090.a in the text of October 2022.',
    '{name} erfüllt 3A090.a in der Fassung vom Oktober 2022 nicht.',
  ],
  [
    '{name} meets {paragraph}; whether a licence is needed depends on the transaction.',
    '{name} erfüllt {paragraph}; ob eine Genehmigung nötig ist, hängt vom Vorgang ab.',
  ],
  ['{name} does not meet the figures of 3A090.', '{name} erreicht die Werte von 3A090 nicht.'],
  [
    '{name} meets the figures of {paragraph} but is not designed or marketed for datacenters.',
    '{name} erreicht die Werte von {paragraph}, ist aber nicht für Rechenzentren entworfen und wird nicht dafür vermarktet.',
  ],
  [
    "{name} is not designed or marketed for datacenters and stays below the note's limit.",
    '{name} ist nicht für Rechenzentren entworfen, wird nicht dafür vermarktet und bleibt unter der Grenze der Anmerkung.',
  ],
  [
    '{name}: whether it is designed or marketed for datacenters decides the class.',
    '{name}: Die Einstufung hängt davon ab, ob der Beschleuniger für Rechenzentren entworfen ist oder dafür vermarktet wird.',
  ],
  [
    '{name} is in the lower tier 3A991.p, controlled for anti-terrorism reasons only.',
    '{name} gehört zur unteren Stufe 3A991.p, die nur zur Terrorismusbekämpfung kontrolliert wird.',
  ],
  [
    '{name}: performance density decides the class and cannot be computed from what is published.',
    '{name}: Die Einstufung hängt von der Leistungsdichte ab, und sie lässt sich aus dem Veröffentlichten nicht berechnen.',
  ],
  [
    '{name} is stated to have no non-planar logic die; the text gives no performance density for that.',
    'Für {name} ist angegeben, dass kein Logik-Die aus einem nicht planaren Prozess stammt; dafür nennt der Text keine Leistungsdichte.',
  ],
  [
    '{name} has no published throughput, so its class cannot be determined.',
    'Für {name} ist kein Durchsatz veröffentlicht; eine Einstufung ist daher nicht möglich.',
  ],
  [
    '{name}: the aggregate transfer rate is not published and decides the class.',
    '{name}: Die Einstufung hängt von der gesamten Übertragungsrate ab, und sie ist nicht veröffentlicht.',
  ],
  [
    'No accelerator is stated, so no class can be shown.',
    'Es ist kein Beschleuniger angegeben; daher lässt sich keine Einstufung zeigen.',
  ],
  [
    '{name} contains an accelerator that puts it in {paragraph}.',
    '{name} enthält einen Beschleuniger und fällt deshalb unter {paragraph}.',
  ],
  [
    'Which of {paragraphs} depends on the paragraph of {paragraph} that it meets, and that is not stated.',
    'Welcher der Absätze {paragraphs} gilt, hängt davon ab, welchen Absatz von {paragraph} die Ware erfüllt, und das ist nicht angegeben.',
  ],
  [
    '{name} contains no accelerator that puts it in 4A090 or a .z paragraph.',
    '{name} enthält keinen Beschleuniger, durch den es unter 4A090 oder einen Absatz .z fällt.',
  ],
  [
    '{name} contains no accelerator that puts it in 4A090 or a .z paragraph; 4A994.l remains, controlled for anti-terrorism reasons only.',
    '{name} enthält keinen Beschleuniger, durch den es unter 4A090 oder einen Absatz .z fällt; es bleibt 4A994.l, nur zur Terrorismusbekämpfung kontrolliert.',
  ],
  [
    'Which accelerators {name} contains, or what class they have, is open.',
    'Welche Beschleuniger {name} enthält oder wie sie einzustufen sind, ist offen.',
  ],
  [
    '3A090.c did not exist; {name} is in none of it.',
    '3A090.c gab es noch nicht; {name} fällt nicht darunter.',
  ],
  [
    '{name} is in one package with logic whose dominant function is processing, which 3A090.c leaves out.',
    '{name} liegt in einem Gehäuse mit Logik, deren Hauptzweck das Verarbeiten ist; das nimmt 3A090.c aus.',
  ],
  ['{name} does not exceed the figure of 3A090.c.', '{name} überschreitet den Wert von 3A090.c nicht.'],
  [
    '{name}: memory bandwidth density, or what it is packaged with, decides the class and is not stated.',
    '{name}: Die Einstufung hängt von der Bandbreitendichte des Speichers ab oder davon, womit er in einem Gehäuse liegt, und das ist nicht angegeben.',
  ],
  [
    'An item of 3A090 is taken to be subject to the EAR wherever it was made: of US origin (734.3), or the direct product of listed US technology, software or plant, for which 734.9(h) names any location.',
    'Es wird angenommen, dass eine Ware nach 3A090 den EAR unterliegt, wo immer sie hergestellt wurde: als Ware US-Ursprungs (734.3) oder als unmittelbares Produkt gelisteter Technologie, Software oder Anlagen der USA, wofür 734.9(h) jeden Ort nennt.',
  ],
  ['This is inferred.', 'Das ist erschlossen.'],
  [
    'An officer would check where it was designed and made, with whose tools and software, and its US content (25 %, or 10 % for Groups E:1 and E:2).',
    'Eine Beauftragte würde prüfen, wo sie entworfen und hergestellt wurde, mit wessen Werkzeugen und Software, und wie hoch ihr US-Anteil ist (25 %, oder 10 % für die Gruppen E:1 und E:2).',
  ],
  [
    'Note 1 to 3A090.a presumes that advanced logic chips are in 3A090.a where a front-end fabricator or OSAT company sends them, unless an approved designer, or until {date} an authorized one, attests otherwise.',
    'Anmerkung 1 zu 3A090.a vermutet, dass fortschrittliche Logikchips unter 3A090.a fallen, wenn ein Chipfertiger (Front-End) oder ein OSAT-Unternehmen sie versendet, es sei denn, ein anerkannter oder bis {date} ein zugelassener Entwickler bescheinigt etwas anderes.',
  ],
  [
    'It is not applied: a platform and its members are taken to be neither.',
    'Sie wird nicht angewandt: Es wird angenommen, dass eine Plattform und ihre Mitglieder keines von beiden sind.',
  ],
  // Arithmetic.
  ['{bits} bits × {tops} dense TOPS = {tpp}', '{bits} Bit × {tops} TOPS dicht besetzt = {tpp}'],
  ['highest: {tpp}', 'höchster Wert: {tpp}'],
  ['{sum}, so Note 2 leaves it out', '{sum}, daher nimmt Anmerkung 2 ihn aus'],
  ['{figure} operations < {limit}', '{figure} Rechenoperationen < {limit}'],
  ['{figure} operations ≥ {limit}', '{figure} Rechenoperationen ≥ {limit}'],
  [
    'PD {density} or more (non-planar die area up to {area} mm²): {class}',
    'PD {density} oder mehr (nicht planare Die-Fläche bis {area} mm²): {class}',
  ],
  ['a lower PD: {class}', 'eine geringere PD: {class}'],
  ['above {density} GB/s per mm²: {class}', 'über {density} GB/s je mm²: {class}'],
  ['at {density} or below: {class}', 'bei {density} oder darunter: {class}'],
  ['with {rate} GB/s or more: {class}', 'mit {rate} GB/s oder mehr: {class}'],
  ['with less: {class}', 'mit weniger: {class}'],
  ['for datacenters: {class}', 'für Rechenzentren: {class}'],
  ['not for datacenters: not 3A090 ({sum})', 'nicht für Rechenzentren: nicht 3A090 ({sum})'],
  ['not {paragraph}', 'nicht {paragraph}'],
  [
    'accelerators in or possibly in 3A090.a: not stated',
    'Beschleuniger, die unter 3A090.a fallen oder fallen könnten: nicht angegeben',
  ],
  [
    'accelerators in or possibly in 3A090.a: {names}',
    'Beschleuniger, die unter 3A090.a fallen oder fallen könnten: {names}',
  ],
  [
    'parties in or headquartered in D:5 or Macau: none stated',
    'Parteien in D:5 oder Macau oder mit Hauptsitz dort: keine angegeben',
  ],
  [
    'parties in or headquartered in D:5 or Macau: {codes}',
    'Parteien in D:5 oder Macau oder mit Hauptsitz dort: {codes}',
  ],
  ['range: not stated', 'Reichweite: nicht angegeben'],
  ['range {range} km, limit {limit} km', 'Reichweite {range} km, Grenze {limit} km'],
  ['{name}: needs-officer', '{name}: ein Mensch muss entscheiden'],
  ['{name}: not-controlled', '{name}: nicht kontrolliert'],
  ['{name}: {paragraph}', '{name}: {paragraph}'],
]
