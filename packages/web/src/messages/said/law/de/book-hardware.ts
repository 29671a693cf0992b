import type { Pair } from '../memory.ts'

/** What the rules of the EAR say of themselves: hardware, exceptions, classes and letters. */
export const bookHardware: readonly Pair[] = [
  [
    'This law looks at every case: each rule speaks where the item, a place, a party or the end use is one that it names, wherever the hardware came from.',
    'Dieses Recht sieht jeden Fall an: jede Regel spricht, wo der Gegenstand, ein Ort, eine Partei oder die Endverwendung eine ist, die sie nennt, woher die Hardware auch kam.',
  ],
  [
    'Where accelerators of 3A090.a, or of open class, go to a country outside the groups of 742.6(a)(6)(iii) and other than the United Arab Emirates: it is shown that the requirement as enforced does not reach the destination.',
    'Wo Beschleuniger von 3A090.a oder offener Klasse in ein Land außerhalb der Gruppen von 742.6(a)(6)(iii) und ein anderes als die Vereinigten Arabischen Emirate gehen: gezeigt wird, dass die Anforderung, wie sie durchgesetzt wird, das Ziel nicht erfasst.',
  ],
  ['Headquarters are read by a rule of their own.', 'Sitze liest eine eigene Regel.'],
  [
    'Where an accelerator is in 3A090.a, or its class is open: it is shown that a worldwide licence requirement has been published, with compliance from 2025-05-15.',
    'Wo ein Beschleuniger in 3A090.a ist oder seine Klasse offen: gezeigt wird, dass eine weltweite Genehmigungspflicht veröffentlicht wurde, einzuhalten ab dem 15. Mai 2025.',
  ],
  ['It decides nothing before that day.', 'Vor diesem Tag entscheidet das nichts.'],
  [
    'Where accelerators of 3A090.a go to or within any destination outside the United States: by the text a licence is required, though BIS said that it does not enforce this.',
    'Wo Beschleuniger von 3A090.a an oder innerhalb eines Ziels außerhalb der Vereinigten Staaten gehen: dem Wortlaut nach ist eine Genehmigung nötig, auch wenn das BIS erklärt hat, dass es dies nicht durchsetzt.',
  ],
  [
    'A destination in the United States, or an open class, is for an officer.',
    'Ein Ziel in den Vereinigten Staaten oder eine offene Klasse ist für eine Beauftragte.',
  ],
  [
    'Left out are approved entities of the United Arab Emirates since 2026-07-10.',
    'Ausgenommen sind seit dem 10. Juli 2026 anerkannte Einrichtungen der Vereinigten Arabischen Emirate.',
  ],
  [
    'Where memory of 3A090.c goes to or within Macau or Group D:5: a licence is required.',
    'Wo Speicher von 3A090.c nach oder innerhalb von Macau oder Gruppe D:5 geht: eine Genehmigung ist nötig.',
  ],
  [
    'Where the destination or a figure that the class needs is not stated, an officer decides and it is asked.',
    'Wo das Ziel oder eine Zahl, die die Klasse braucht, nicht angegeben ist, entscheidet eine Beauftragte, und danach wird gefragt.',
  ],
  [
    'Where memory of 3A090.c goes elsewhere outside the United States for an entity headquartered, or with its ultimate parent, in Macau or Group D:5: a licence is required.',
    'Wo Speicher von 3A090.c anderswohin außerhalb der Vereinigten Staaten geht, für eine Einrichtung mit Hauptsitz oder oberster Muttergesellschaft in Macau oder Gruppe D:5: eine Genehmigung ist nötig.',
  ],
  [
    'Where a headquarters, an ultimate parent or the class is not stated, an officer decides and it is asked.',
    'Wo ein Sitz, eine oberste Muttergesellschaft oder die Klasse nicht angegeben ist, entscheidet eine Beauftragte, und danach wird gefragt.',
  ],
  [
    'Where accelerators of 3A090.a go to China, Hong Kong or, since 2023-01-17, Macau: a licence is required.',
    'Wo Beschleuniger von 3A090.a nach China, Hongkong oder, seit dem 17. Januar 2023, Macau gehen: eine Genehmigung ist nötig.',
  ],
  [
    'Where their class is open, an officer decides and the missing figures are asked.',
    'Wo ihre Klasse offen ist, entscheidet eine Beauftragte, und nach den fehlenden Zahlen wird gefragt.',
  ],
  [
    'Where accelerators of 3A090.a or .b go to or within a country of Group D:1, D:4 or D:5 that is in neither A:5 nor A:6: a licence is required.',
    'Wo Beschleuniger von 3A090.a oder .b in oder innerhalb eines Landes der Gruppe D:1, D:4 oder D:5 gehen, das weder in A:5 noch in A:6 ist: eine Genehmigung ist nötig.',
  ],
  [
    'Where accelerators of 3A090.a or .b go to or within the United Arab Emirates: a licence is required, unless every consignee and end user is stated to be an approved entity of 740 Supp. 8; then an exception may apply, once each is confirmed.',
    'Wo Beschleuniger von 3A090.a oder .b in die oder innerhalb der Vereinigten Arabischen Emirate gehen: eine Genehmigung ist nötig, wenn nicht jeder Empfänger und Endnutzer als anerkannte Einrichtung nach 740 Supp. 8 angegeben ist; dann kann eine Ausnahme gelten, sobald jede bestätigt ist.',
  ],
  [
    'Where this is not stated, or the class is open, an officer decides and it is asked.',
    'Wo das nicht angegeben ist oder die Klasse offen, entscheidet eine Beauftragte, und danach wird gefragt.',
  ],
  [
    'Where accelerators of 3A090.a or .b go to any destination outside the United States for an entity headquartered, or with its ultimate parent, in Group D:5 or Macau: a licence is required.',
    'Wo Beschleuniger von 3A090.a oder .b an ein Ziel außerhalb der Vereinigten Staaten gehen, für eine Einrichtung mit Hauptsitz oder oberster Muttergesellschaft in Gruppe D:5 oder Macau: eine Genehmigung ist nötig.',
  ],
  [
    'Where the EAR reach a release, or may: it is shown that passing passwords, keys or other access information needs the same authorisation as the release that it leads to.',
    'Wo die EAR eine Weitergabe erfassen oder erfassen können: gezeigt wird, dass die Preisgabe von Passwörtern, Schlüsseln oder anderen Zugangsdaten dieselbe Erlaubnis braucht wie die Weitergabe, zu der sie führt.',
  ],
  [
    'Where accelerators are used or sent: the class of each is shown with its arithmetic, and decides nothing by itself.',
    'Wo Beschleuniger genutzt oder versandt werden: die Klasse eines jeden wird mit ihrer Rechnung gezeigt und entscheidet für sich nichts.',
  ],
  [
    'Where none is stated, an officer decides and they are asked; a transfer of memory alone has none to state.',
    'Wo keiner angegeben ist, entscheidet eine Beauftragte, und nach ihnen wird gefragt; eine Verbringung allein von Speicher hat keinen anzugeben.',
  ],
  [
    'Where software or technology that is under NS column 1, or may be, is released outside the United States to people of another country that this column marks: an exception may apply, once the conditions of 734.20 are confirmed.',
    'Wo Software oder Technologie, die unter NS Spalte 1 steht oder stehen kann, außerhalb der Vereinigten Staaten Menschen aus einem anderen Land weitergegeben wird, das diese Spalte kennzeichnet: eine Ausnahme kann gelten, sobald die Bedingungen von 734.20 bestätigt sind.',
  ],
  ['It takes no requirement away.', 'Das nimmt keine Anforderung weg.'],
  [
    'Where the destination of a transfer is not stated, and an accelerator is in 3A090 or its class is open: an officer decides.',
    'Wo das Ziel einer Verbringung nicht angegeben ist und ein Beschleuniger in 3A090 ist oder seine Klasse offen: eine Beauftragte entscheidet.',
  ],
  [
    'The destination is asked, and the figures that the class lacks.',
    'Gefragt wird nach dem Ziel und nach den Zahlen, die der Klasse fehlen.',
  ],
  [
    'Where the EAR reach a release, or may: it is shown that sending or storing it unclassified and end-to-end encrypted, as 734.18(a)(5) asks, is no export or reexport until someone can read it.',
    'Wo die EAR eine Weitergabe erfassen oder erfassen können: gezeigt wird, dass das Senden oder Speichern, nicht als Verschlusssache eingestuft und durchgehend verschlüsselt, wie 734.18(a)(5) es verlangt, keine Ausfuhr oder Wiederausfuhr ist, bis jemand es lesen kann.',
  ],
  [
    'Where accelerators of 3A090, none of them both for datacenters and in 3A090.a, go to the groups of 742.6(a)(6)(iii) or the United Arab Emirates and neither to nor for Macau or Group D:5, or stay within Macau or one country of Group D:5: an exception may apply, once each condition is confirmed.',
    'Wo Beschleuniger von 3A090, keiner davon zugleich für Rechenzentren und in 3A090.a, in die Gruppen von 742.6(a)(6)(iii) oder die Vereinigten Arabischen Emirate gehen, weder nach noch für Macau oder Gruppe D:5, oder innerhalb von Macau oder eines Landes der Gruppe D:5 bleiben: eine Ausnahme kann gelten, sobald jede Bedingung bestätigt ist.',
  ],
  [
    'Where accelerators of 3A090.a, none of them for datacenters, go to a destination outside the United States that only the worldwide text reaches: an exception may apply, once each condition is confirmed.',
    'Wo Beschleuniger von 3A090.a, keiner davon für Rechenzentren, an ein Ziel außerhalb der Vereinigten Staaten gehen, das nur der weltweite Wortlaut erfasst: eine Ausnahme kann gelten, sobald jede Bedingung bestätigt ist.',
  ],
  [
    'Where accelerators of 3A090 go to the groups of 742.6(a)(6)(iii) or the United Arab Emirates, and neither to nor for Macau or Group D:5: an exception may apply, once each condition is confirmed.',
    'Wo Beschleuniger von 3A090 in die Gruppen von 742.6(a)(6)(iii) oder die Vereinigten Arabischen Emirate gehen, weder nach noch für Macau oder Gruppe D:5: eine Ausnahme kann gelten, sobald jede Bedingung bestätigt ist.',
  ],
  [
    'Where accelerators of 3A090.a go to a destination outside the United States that only the worldwide text reaches: an exception may apply, once each condition is confirmed.',
    'Wo Beschleuniger von 3A090.a an ein Ziel außerhalb der Vereinigten Staaten gehen, das nur der weltweite Wortlaut erfasst: eine Ausnahme kann gelten, sobald jede Bedingung bestätigt ist.',
  ],
  [
    'Where accelerators of 3A090.a go to a destination outside the United States that only the worldwide text reaches, and it and every headquarters are in Supp. 5(a) to part 740: an exception may apply, once each condition is confirmed.',
    'Wo Beschleuniger von 3A090.a an ein Ziel außerhalb der Vereinigten Staaten gehen, das nur der weltweite Wortlaut erfasst, und es und jeder Hauptsitz in Supp. 5(a) zu Teil 740 steht: eine Ausnahme kann gelten, sobald jede Bedingung bestätigt ist.',
  ],
  [
    'Where memory of 3A090.c goes to Macau or Group D:5, or for an entity headquartered there: an exception may apply, once each condition is confirmed.',
    'Wo Speicher von 3A090.c nach Macau oder Gruppe D:5 geht oder für eine Einrichtung mit Hauptsitz dort: eine Ausnahme kann gelten, sobald jede Bedingung bestätigt ist.',
  ],
  [
    'Where accelerators of 3A090.a, one of each, come to no more than the yearly figure of 740.29 and go to a destination outside the United States that only the worldwide text reaches: an exception may apply, once each condition is confirmed.',
    'Wo Beschleuniger von 3A090.a, je einer davon, nicht mehr als die jährliche Zahl von 740.29 ausmachen und an ein Ziel außerhalb der Vereinigten Staaten gehen, das nur der weltweite Wortlaut erfasst: eine Ausnahme kann gelten, sobald jede Bedingung bestätigt ist.',
  ],
  [
    'Where accelerators of 3A090, none of them both for datacenters and in 3A090.a, go to Macau or Group D:5, or for an entity headquartered there: an exception may apply, once each condition is confirmed.',
    'Wo Beschleuniger von 3A090, keiner davon zugleich für Rechenzentren und in 3A090.a, nach Macau oder Gruppe D:5 gehen oder für eine Einrichtung mit Hauptsitz dort: eine Ausnahme kann gelten, sobald jede Bedingung bestätigt ist.',
  ],
  [
    'Where accelerators of 3A090, none of them both for datacenters and in 3A090.a, go to the groups of 742.6(a)(6)(iii), to Macau or Group D:5, or for entities headquartered there, before the exception was split: an exception may apply, once each condition is confirmed.',
    'Wo Beschleuniger von 3A090, keiner davon zugleich für Rechenzentren und in 3A090.a, vor der Teilung der Ausnahme in die Gruppen von 742.6(a)(6)(iii), nach Macau oder Gruppe D:5 oder für Einrichtungen mit Hauptsitz dort gehen: eine Ausnahme kann gelten, sobald jede Bedingung bestätigt ist.',
  ],
  [
    'Where accelerators of 3A090 go to Macau or Group D:5, or for an entity headquartered there, or to the groups of 742.6(a)(6)(iii) or the United Arab Emirates: the license exceptions that can be considered are shown, and that LPP and STA cannot.',
    'Wo Beschleuniger von 3A090 nach Macau oder Gruppe D:5 gehen oder für eine Einrichtung mit Hauptsitz dort, oder in die Gruppen von 742.6(a)(6)(iii) oder die Vereinigten Arabischen Emirate: gezeigt werden die License Exceptions, die in Betracht kommen, und dass LPP und STA es nicht tun.',
  ],
  [
    'Where an accelerator is not in 3A090.a: the presumption of Note 1 for fabricators and assemblers is shown, with authorized designers until 2026-04-13.',
    'Wo ein Beschleuniger nicht in 3A090.a ist: die Vermutung von Anmerkung 1 für Hersteller und Montagebetriebe wird gezeigt, mit zugelassenen Entwicklern bis zum 13. April 2026.',
  ],
  [
    'It is not applied, since a platform and its members are taken to be neither.',
    'Sie wird nicht angewandt, da eine Plattform und ihre Mitglieder nach dieser Lesart keines von beiden sind.',
  ],
  [
    'Where an accelerator is not in 3A090.a: the presumption of Note 1 for fabricators and assemblers is shown, with authorized designers until 2026-12-31.',
    'Wo ein Beschleuniger nicht in 3A090.a ist: die Vermutung von Anmerkung 1 für Hersteller und Montagebetriebe wird gezeigt, mit zugelassenen Entwicklern bis zum 31. Dezember 2026.',
  ],
  [
    'Where an accelerator is named Ascend 910B, 910C or 910D, for use or transfer anywhere: a red flag, on which an officer decides.',
    'Wo ein Beschleuniger Ascend 910B, 910C oder 910D heißt, zur Nutzung oder Verbringung irgendwo: ein Warnzeichen, über das eine Beauftragte entscheidet.',
  ],
  [
    'Where a site with accelerators of 3A090 states that no licence conditions bind it, and it stands in or is operated from a country to which they need a licence, Macau, Group D:5 or the United Arab Emirates: a red flag, on which an officer decides.',
    'Wo ein Standort mit Beschleunigern von 3A090 erklärt, dass ihn keine Genehmigungsauflagen binden, und er in einem Land steht oder von einem aus betrieben wird, wohin sie eine Genehmigung brauchen, Macau, Gruppe D:5 oder den Vereinigten Arabischen Emiraten: ein Warnzeichen, über das eine Beauftragte entscheidet.',
  ],
  [
    'Where place, operator or class is not stated, an officer decides and it is asked.',
    'Wo Ort, Betreiber oder Klasse nicht angegeben ist, entscheidet eine Beauftragte, und danach wird gefragt.',
  ],
  [
    'Where high-bandwidth memory is sent: the class of each stack is shown with its arithmetic, and decides nothing by itself.',
    'Wo Speicher mit hoher Bandbreite versandt wird: die Klasse jedes Stapels wird mit ihrer Rechnung gezeigt und entscheidet für sich nichts.',
  ],
  [
    'Where accelerators are sent in computers: the class of each computer is shown by the accelerators in it, 4A090 or a .z paragraph, and decides nothing by itself: the requirements of 3A090 are those of both.',
    'Wo Beschleuniger in Rechnern versandt werden: die Klasse jedes Rechners wird nach den Beschleunigern darin gezeigt, 4A090 oder ein .z-Absatz, und entscheidet für sich nichts: die Erfordernisse von 3A090 sind die von beiden.',
  ],
  [
    'Where a part is named in a letter that stands on the day, and the destination, an organisation or its headquarters is where the letter reaches: an officer decides whether it binds this transfer.',
    'Wo ein Bauteil in einem Schreiben genannt ist, das an dem Tag gilt, und das Ziel, eine Organisation oder ihr Hauptsitz dort ist, wohin das Schreiben reicht: eine Beauftragte entscheidet, ob es diese Verbringung bindet.',
  ],
  [
    'Where such a country is not stated, an officer decides and it is asked.',
    'Wo ein solches Land nicht angegeben ist, entscheidet eine Beauftragte, und danach wird gefragt.',
  ],
]
