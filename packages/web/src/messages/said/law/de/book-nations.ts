import type { Pair } from '../memory.ts'

/** What the rules say of themselves: the laws of single countries, of the Union and of the United Nations. */
export const bookNations: readonly Pair[] = [
  [
    'Goods or technology leave {place}, or the site of a remote use is there.',
    'Güter oder Technologie verlassen dieses Land, oder der Standort einer Fernnutzung liegt dort: {place}.',
  ],
  [
    'Where goods, technology or the use of a site come from {place}: what of the law was not read is shown, and no requirement is taken from it.',
    'Wo Güter, Technologie oder die Nutzung eines Standorts aus diesem Land kommen ({place}): gezeigt wird, was von seinem Recht nicht gelesen wurde, und keine Anforderung wird daraus abgeleitet.',
  ],
  [
    'Where goods, technology or the use of a site come from {place} and a military, intelligence or weapons end use or a hit in screening is stated: an officer reads {instrument}, {paragraph}.',
    'Wo Güter, Technologie oder die Nutzung eines Standorts aus diesem Land kommen ({place}) und eine Endverwendung für Militär, Nachrichtendienste oder Waffen oder ein Treffer der Prüfung angegeben ist, liest eine Beauftragte: {instrument}, {paragraph}.',
  ],
  [
    'Where what is given from {place} is not published and its entry is neither EAR99 nor one with controls against terrorism alone: an officer reads {instrument}, {paragraph}.',
    'Wo das, was aus diesem Land gegeben wird ({place}), nicht veröffentlicht ist und sein Eintrag weder EAR99 ist noch einer mit Kontrollen allein gegen Terrorismus, liest eine Beauftragte: {instrument}, {paragraph}.',
  ],
  [
    'The entry, and whether it is published, are asked where not stated.',
    'Nach dem Eintrag und danach, ob es veröffentlicht ist, wird gefragt, wo es nicht angegeben ist.',
  ],
  [
    'Where chips of 3A090 or 3A991.p, or high-bandwidth memory, leave {place} for another country: an officer reads {instrument}, {paragraph}.',
    'Wo Chips von 3A090 oder 3A991.p oder Speicher mit hoher Bandbreite dieses Land in ein anderes verlassen ({place}), liest eine Beauftragte: {instrument}, {paragraph}.',
  ],
  [
    'Accelerators, their class or a destination that is not stated are asked.',
    'Nach Beschleunigern, ihrer Klasse oder einem Ziel, die nicht angegeben sind, wird gefragt.',
  ],
  [
    'Where goods or technology leave {place} and screening has an open or confirmed hit: an officer compares it with {instrument}, {paragraph}.',
    'Wo Güter oder Technologie dieses Land verlassen ({place}) und die Prüfung einen offenen oder bestätigten Treffer hat, vergleicht eine Beauftragte ihn mit: {instrument}, {paragraph}.',
  ],
  [
    'Goods or technology leave mainland China, the site of a remote use is there, hardware goes there, or hardware goes anywhere in a case with a party or destination in the United States or Japan and a military use that is stated or not excluded.',
    'Güter oder Technologie verlassen Festlandchina, der Standort einer Fernnutzung liegt dort, Hardware geht dorthin, oder Hardware geht irgendwohin in einem Fall mit einer Partei oder einem Ziel in den Vereinigten Staaten oder Japan und einer militärischen Nutzung, die angegeben oder nicht ausgeschlossen ist.',
  ],
  [
    'Foreign-made goods with Chinese content are reached in that last case only; Hong Kong and Macau have laws of their own, which are not encoded.',
    'Im Ausland hergestellte Güter mit chinesischem Anteil werden nur in diesem letzten Fall erfasst; Hongkong und Macau haben eigenes Recht, das nicht umgesetzt ist.',
  ],
  [
    'Where hardware goes to, or the site is in, mainland China: reported guidance is shown as information, and no requirement is taken from it.',
    'Wo Hardware nach Festlandchina geht oder der Standort dort liegt: berichtete Vorgaben werden als Hinweis gezeigt, und keine Anforderung wird daraus abgeleitet.',
  ],
  [
    'Where hardware moves, or technology leaves mainland China, a party or the destination is in Japan, and a military end use is stated or not excluded: an officer reads the ban.',
    'Wo Hardware bewegt wird oder Technologie Festlandchina verlässt, eine Partei oder das Ziel in Japan ist und eine militärische Endverwendung angegeben oder nicht ausgeschlossen ist: eine Beauftragte liest das Verbot.',
  ],
  [
    'Whether the use is military is asked where it is not stated.',
    'Ob die Nutzung militärisch ist, wird gefragt, wo es nicht angegeben ist.',
  ],
  [
    'Where hardware or technology leaves mainland China: neither the suspension nor its announced extension holds any more, and an officer reads the announcements.',
    'Wo Hardware oder Technologie Festlandchina verlässt: weder die Aussetzung noch ihre angekündigte Verlängerung gilt noch, und eine Beauftragte liest die Bekanntmachungen.',
  ],
  [
    'Where hardware or technology leaves mainland China: the reading by which the suspension goes on is shown beside the text.',
    'Wo Hardware oder Technologie Festlandchina verlässt: die Lesart, nach der die Aussetzung weitergeht, wird neben dem Wortlaut gezeigt.',
  ],
  [
    'Where hardware or technology leaves mainland China: that these announcements are suspended is shown.',
    'Wo Hardware oder Technologie Festlandchina verlässt: gezeigt wird, dass diese Bekanntmachungen ausgesetzt sind.',
  ],
  [
    'Where hardware or technology leaves mainland China: by the text the announcements apply again, and an officer reads them.',
    'Wo Hardware oder Technologie Festlandchina verlässt: dem Wortlaut nach gelten die Bekanntmachungen wieder, und eine Beauftragte liest sie.',
  ],
  [
    'Where accelerators leave mainland China for another place: an officer reads the Export Control Law of China.',
    'Wo Beschleuniger Festlandchina verlassen und anderswohin gehen: eine Beauftragte liest das Ausfuhrkontrollgesetz Chinas.',
  ],
  [
    'Where accelerators leave mainland China for another place: an officer reads the Regulations on Export Control of Dual-Use Items of China.',
    'Wo Beschleuniger Festlandchina verlassen und anderswohin gehen: eine Beauftragte liest die Vorschriften über die Ausfuhrkontrolle von Gütern mit doppeltem Verwendungszweck.',
  ],
  [
    'Where hardware or technology leaves mainland China and a party or the destination is in the United States: that the suspension of paragraph 2 has ended is shown; it names no accelerators.',
    'Wo Hardware oder Technologie Festlandchina verlässt und eine Partei oder das Ziel in den Vereinigten Staaten ist: gezeigt wird, dass die Aussetzung von Absatz 2 geendet hat; er nennt keine Beschleuniger.',
  ],
  [
    'Where hardware or technology leaves mainland China and a party or the destination is in the United States: that paragraph 2, on gallium, germanium, antimony and superhard materials for the United States, is suspended is shown.',
    'Wo Hardware oder Technologie Festlandchina verlässt und eine Partei oder das Ziel in den Vereinigten Staaten ist: gezeigt wird, dass Absatz 2 über Gallium, Germanium, Antimon und superharte Werkstoffe für die Vereinigten Staaten ausgesetzt ist.',
  ],
  [
    'Where hardware moves, or technology leaves mainland China, a party or the destination is in the United States, and a military end use is stated or not excluded: an officer reads the ban.',
    'Wo Hardware bewegt wird oder Technologie Festlandchina verlässt, eine Partei oder das Ziel in den Vereinigten Staaten ist und eine militärische Endverwendung angegeben oder nicht ausgeschlossen ist: eine Beauftragte liest das Verbot.',
  ],
  [
    'This law looks at every case and reads what the screening of its parties against the lists found.',
    'Dieses Recht sieht jeden Fall an und liest, was die Prüfung seiner Parteien gegen die Listen ergab.',
  ],
  [
    'Where screening found no open hit, before the stay of 2025-11-10: it is shown that a party owned half or more by listed parties counts as listed, so that screening must cover owners.',
    'Wo die Prüfung vor der Aussetzung vom 10. November 2025 keinen offenen Treffer ergab: gezeigt wird, dass eine Partei, die zur Hälfte oder mehr gelisteten Parteien gehört, als gelistet gilt, die Prüfung also Eigentümer umfassen muss.',
  ],
  [
    'Where screening found no open hit, after the stay has ended: it is shown that owners count again, a party owned half or more by listed parties being read as listed, since no later document was found.',
    'Wo die Prüfung nach dem Ende der Aussetzung keinen offenen Treffer ergab: gezeigt wird, dass Eigentümer wieder zählen; eine Partei, die zur Hälfte oder mehr gelisteten Parteien gehört, wird als gelistet gelesen, da kein späteres Dokument gefunden wurde.',
  ],
  [
    'Where screening found no open hit, during the stay: it is shown that the 50 per cent ownership rule is stayed until 2026-11-09.',
    'Wo die Prüfung während der Aussetzung keinen offenen Treffer ergab: gezeigt wird, dass die Regel über 50 Prozent Eigentum bis zum 9. November 2026 ausgesetzt ist.',
  ],
  ['It decides nothing.', 'Das entscheidet nichts.'],
  ['Where a party is a denied person: prohibited.', 'Wo eine Partei eine „denied person“ ist: verboten.'],
  [
    'Where an officer confirmed that a party is listed: a licence is required, for what the entry says.',
    'Wo eine Beauftragte bestätigt hat, dass eine Partei gelistet ist: eine Genehmigung ist nötig, für das, was der Eintrag sagt.',
  ],
  [
    'Where a hit is open, or a listed party owns part of an organisation, an officer decides; where screening is not completed, an officer decides and it is asked.',
    'Wo ein Treffer offen ist oder einer gelisteten Partei ein Teil einer Organisation gehört, entscheidet eine Beauftragte; wo die Prüfung nicht abgeschlossen ist, entscheidet eine Beauftragte, und danach wird gefragt.',
  ],
  ['A clear screening is shown.', 'Eine Prüfung ohne Treffer wird gezeigt.'],
  [
    'This law looks at every case and reads each country that it touches: those of its parties, its site, and where hardware or knowledge goes.',
    'Dieses Recht sieht jeden Fall an und liest jedes Land, das er berührt: die seiner Parteien und seines Standorts und die, wohin Hardware oder Wissen geht.',
  ],
  [
    'Where a country that the case touches is in Group E:1 or E:2: a licence is required.',
    'Wo ein Land, das der Fall berührt, in Gruppe E:1 oder E:2 ist: eine Genehmigung ist nötig.',
  ],
  [
    'Sanctions law outside the EAR may go further and is read by regimes of its own, where encoded.',
    'Sanktionsrecht außerhalb der EAR kann weiter gehen und wird von eigenen Regelwerken gelesen, soweit umgesetzt.',
  ],
  [
    'Where no organisation or no person is stated, or a country of a party, site or destination is not: an officer decides and it is asked, since no embargo can be ruled out.',
    'Wo keine Organisation oder keine Person angegeben ist, oder ein Land einer Partei, des Standorts oder des Ziels nicht: eine Beauftragte entscheidet, und danach wird gefragt, da sich kein Embargo ausschließen lässt.',
  ],
  [
    'Where a country of the case is Ukraine and an occupied region is stated: a licence is required.',
    'Wo ein Land des Falls die Ukraine ist und eine besetzte Region angegeben ist: eine Genehmigung ist nötig.',
  ],
  [
    'Where this is not stated, an officer decides and it is asked; a case stated to be outside the occupied regions is left out.',
    'Wo das nicht angegeben ist, entscheidet eine Beauftragte, und danach wird gefragt; ein Fall, der ausdrücklich außerhalb der besetzten Regionen liegt, bleibt außen vor.',
  ],
  [
    'Where hardware is transferred and a country of the case is Russia or Belarus: a licence is required.',
    'Wo Hardware verbracht wird und ein Land des Falls Russland oder Belarus ist: eine Genehmigung ist nötig.',
  ],
  [
    'For a remote use or a release that touches one of them, an officer decides.',
    'Über eine Fernnutzung oder eine Weitergabe, die eines davon berührt, entscheidet eine Beauftragte.',
  ],
  [
    'Where a country of the case is in the list of 746.1(b)(2), and the end use is military or of an intelligence service, or the purpose is defence: an officer decides.',
    'Wo ein Land des Falls auf der Liste von 746.1(b)(2) steht und die Endverwendung militärisch oder die eines Nachrichtendienstes ist oder der Zweck Verteidigung: eine Beauftragte entscheidet.',
  ],
  [
    'Where a military end use is not excluded, an officer decides and it is asked.',
    'Wo eine militärische Endverwendung nicht ausgeschlossen ist, entscheidet eine Beauftragte, und danach wird gefragt.',
  ],
  [
    'Hardware, technology or software leaves a member state of the European Union, the site of a remote use is there, or a party, an operator or a destination is there or headquartered there.',
    'Hardware, Technologie oder Software verlässt einen Mitgliedstaat der Europäischen Union, der Standort einer Fernnutzung liegt dort, oder eine Partei, ein Betreiber oder ein Ziel ist dort oder hat dort den Sitz.',
  ],
  [
    'Where accelerators of 3A090 or 3A991.p, or high-bandwidth memory, go from a member state to a place outside the Union: an officer reads the 500-series of Annex I.',
    'Wo Beschleuniger von 3A090 oder 3A991.p oder Speicher mit hoher Bandbreite aus einem Mitgliedstaat an einen Ort außerhalb der Union gehen: eine Beauftragte liest die 500er-Reihe von Anhang I.',
  ],
  [
    'A class or a destination that is not stated is asked.',
    'Nach einer Klasse oder einem Ziel, das nicht angegeben ist, wird gefragt.',
  ],
  [
    'Where accelerators of 3A090 or 3A991.p, or high-bandwidth memory, go from a member state to a place outside the Union: an officer reads entry 4A003 of Annex I.',
    'Wo Beschleuniger von 3A090 oder 3A991.p oder Speicher mit hoher Bandbreite aus einem Mitgliedstaat an einen Ort außerhalb der Union gehen: eine Beauftragte liest den Eintrag 4A003 von Anhang I.',
  ],
  [
    'Where goods, technology or software leave the Union: it is shown that Article 5 is not encoded.',
    'Wo Güter, Technologie oder Software die Union verlassen: gezeigt wird, dass Artikel 5 nicht umgesetzt ist.',
  ],
  ['It decides nothing by itself.', 'Für sich entscheidet das nichts.'],
  [
    'Where what may be in Annex I goes to a destination of the general authorisation EU001: it is named as a condition to confirm.',
    'Wo etwas, das in Anhang I stehen kann, an ein Ziel der Allgemeinen Genehmigung EU001 geht: sie wird als zu bestätigende Bedingung genannt.',
  ],
  [
    'Where goods, technology or software leave the Union or may leave it, or a remote use touches it, and a military or intelligence end use or a purpose of defence is stated: an officer compares the countries with the arms embargoes of the Union.',
    'Wo Güter, Technologie oder Software die Union verlassen oder verlassen können, oder eine Fernnutzung sie berührt, und eine militärische oder nachrichtendienstliche Endverwendung oder ein Zweck der Verteidigung angegeben ist: eine Beauftragte vergleicht die Länder mit den Waffenembargos der Union.',
  ],
  [
    'Where goods, technology or software leave the Union: it is shown that lists of single member states are not encoded.',
    'Wo Güter, Technologie oder Software die Union verlassen: gezeigt wird, dass Listen einzelner Mitgliedstaaten nicht umgesetzt sind.',
  ],
  [
    'Where what is given from a member state to a place outside the Union is not published and its entry is neither EAR99 nor one with US controls against terrorism alone: an officer reads Annex I.',
    'Wo das, was aus einem Mitgliedstaat an einen Ort außerhalb der Union gegeben wird, nicht veröffentlicht ist und sein Eintrag weder EAR99 ist noch einer mit Kontrollen der USA allein gegen Terrorismus: eine Beauftragte liest Anhang I.',
  ],
  [
    'An entry, a publication or a place that is not stated is asked.',
    'Nach einem Eintrag, einer Veröffentlichung oder einem Ort, der nicht angegeben ist, wird gefragt.',
  ],
  [
    'Where a remote use touches the Union: it is shown what of the regulation is not encoded.',
    'Wo eine Fernnutzung die Union berührt: gezeigt wird, was von der Verordnung nicht umgesetzt ist.',
  ],
  [
    'Where accelerators of 3A090 or 3A991.p, or high-bandwidth memory, go from a member state to a place outside the Union: the update adopted in September 2026 is shown.',
    'Wo Beschleuniger von 3A090 oder 3A991.p oder Speicher mit hoher Bandbreite aus einem Mitgliedstaat an einen Ort außerhalb der Union gehen: die im September 2026 angenommene Aktualisierung wird gezeigt.',
  ],
  [
    'Where goods, technology or software leave the Union or may leave it, or a remote use touches it, and an end use in weapons of mass destruction is stated: an officer decides.',
    'Wo Güter, Technologie oder Software die Union verlassen oder verlassen können, oder eine Fernnutzung sie berührt, und eine Endverwendung in Massenvernichtungswaffen angegeben ist: eine Beauftragte entscheidet.',
  ],
  [
    'Sanctions on other countries, and asset freezes but for what screening finds, are not encoded.',
    'Sanktionen gegen andere Länder und das Einfrieren von Vermögen sind nicht umgesetzt, außer was die Prüfung der Parteien findet.',
  ],
  [
    'Where an organisation in Russia, or headquartered or owned there, takes part in a remote use that touches the Union, which is taken for a service of artificial intelligence: an officer decides.',
    'Wo eine Organisation in Russland, oder mit Hauptsitz oder Eigentümern dort, an einer Fernnutzung teilnimmt, die die Union berührt und als Dienst künstlicher Intelligenz gilt: eine Beauftragte entscheidet.',
  ],
  [
    'Where a person, a place or a destination in Russia or Belarus, or an organisation of Belarus, is part of a case that touches the Union: an officer reads the articles that are not encoded.',
    'Wo eine Person, ein Ort oder ein Ziel in Russland oder Belarus oder eine Organisation aus Belarus zu einem Fall gehört, der die Union berührt: eine Beauftragte liest die Artikel, die nicht umgesetzt sind.',
  ],
  [
    'Where an organisation that takes part is in Russia, or headquartered or owned there, and the case touches the Union: an officer decides.',
    'Wo eine Organisation, die teilnimmt, in Russland ist oder dort Hauptsitz oder Eigentümer hat und der Fall die Union berührt: eine Beauftragte entscheidet.',
  ],
  [
    'Goods or technology leave Malaysia, the site of a remote use is there, or an organisation that takes part in a transfer of hardware is there, through which it may pass.',
    'Güter oder Technologie verlassen Malaysia, der Standort einer Fernnutzung liegt dort, oder eine Organisation dort nimmt an einer Verbringung von Hardware teil, die durch das Land gehen kann.',
  ],
  [
    'Where hardware leaves Malaysia for another country and an accelerator in it is in 3A090 or 3A991.p, which stand for "high-performance": an officer decides.',
    'Wo Hardware Malaysia in ein anderes Land verlässt und ein Beschleuniger darin in 3A090 oder 3A991.p ist, die für „high-performance“ stehen: eine Beauftragte entscheidet.',
  ],
  [
    'Where an organisation in Malaysia takes part in a transfer of hardware between other countries, and an accelerator in it is in 3A090 or 3A991.p: an officer asks whether it passes through Malaysia.',
    'Wo eine Organisation in Malaysia an einer Verbringung von Hardware zwischen anderen Ländern teilnimmt und ein Beschleuniger darin in 3A090 oder 3A991.p ist: eine Beauftragte fragt, ob sie durch Malaysia geht.',
  ],
  [
    'Where hardware leaves Malaysia, or may pass through it, and every accelerator is stated and in neither tier: it is shown that section 12 is taken not to mean it.',
    'Wo Hardware Malaysia verlässt oder durch das Land gehen kann und jeder Beschleuniger angegeben und in keiner der Stufen ist: gezeigt wird, dass Abschnitt 12 ihn nach dieser Lesart nicht meint.',
  ],
  [
    'This policy looks at every case and speaks of remote use: it runs what the operator of the site, or its country, has declared.',
    'Diese Vorgabe sieht jeden Fall an und betrifft die Fernnutzung: sie führt aus, was der Betreiber des Standorts oder sein Land erklärt hat.',
  ],
  [
    'Where the country of the site of a remote use is not stated: an officer decides, since its law is not known, and it is asked.',
    'Wo das Land des Standorts einer Fernnutzung nicht angegeben ist: eine Beauftragte entscheidet, da sein Recht nicht bekannt ist, und danach wird gefragt.',
  ],
  [
    'Where a site has declared a national rule that excludes the country, or a headquarters, of an organisation or person of a remote use: prohibited, from the day that the rule names.',
    'Wo ein Standort eine nationale Regel erklärt hat, die das Land oder den Hauptsitz einer Organisation oder Person einer Fernnutzung ausschließt: verboten, von dem Tag an, den die Regel nennt.',
  ],
  [
    'Where it is not declared whether there is such a rule, or it excludes countries and one is not stated, an officer decides and it is asked.',
    'Wo nicht erklärt ist, ob es eine solche Regel gibt, oder sie Länder ausschließt und eines nicht angegeben ist, entscheidet eine Beauftragte, und danach wird gefragt.',
  ],
  [
    'This law looks at every case, since members of the United Nations carry its embargoes out.',
    'Dieses Recht sieht jeden Fall an, da Mitglieder der Vereinten Nationen deren Embargos ausführen.',
  ],
  [
    'Sanctions on groups and persons are left to screening, and embargoes of goods other than arms are not encoded.',
    'Sanktionen gegen Gruppen und Personen bleiben der Prüfung der Parteien überlassen, und Embargos auf andere Güter als Waffen sind nicht umgesetzt.',
  ],
  [
    'Where a country of the case is one in which the UN embargoes arms, and a military or intelligence end use or a purpose of defence is stated or not excluded: an officer decides.',
    'Wo ein Land des Falls eines ist, für das die UN ein Waffenembargo verhängt haben, und eine militärische oder nachrichtendienstliche Endverwendung oder ein Zweck der Verteidigung angegeben oder nicht ausgeschlossen ist: eine Beauftragte entscheidet.',
  ],
  [
    'An end use that is not stated is asked.',
    'Nach einer Endverwendung, die nicht angegeben ist, wird gefragt.',
  ],
]
