import type { Pair } from '../memory.ts'

/** What the rules of the EAR say of themselves: end uses, releases and remote use; and the sanctions of OFAC. */
export const bookUses: readonly Pair[] = [
  [
    'Where any item is transferred or released for a military end use or user, and a country of the case is in 744.21(a)(2): a licence is required.',
    'Wo etwas für eine militärische Endverwendung oder einen militärischen Endnutzer verbracht oder weitergegeben wird und ein Land des Falls in 744.21(a)(2) steht: eine Genehmigung ist nötig.',
  ],
  [
    'Where a military end use or user is stated in a transfer or release, and a country of the case is in 744.21(a)(1): a licence is required for accelerators of 3A090 or its lower tier, or of open class.',
    'Wo bei einer Verbringung oder Weitergabe eine militärische Endverwendung oder ein militärischer Endnutzer angegeben ist und ein Land des Falls in 744.21(a)(1) steht: eine Genehmigung ist nötig für Beschleuniger von 3A090 oder seiner unteren Stufe oder von offener Klasse.',
  ],
  [
    'For other items an officer compares them with Supp. 2 to part 744.',
    'Andere Gegenstände vergleicht eine Beauftragte mit Supp. 2 zu Teil 744.',
  ],
  [
    'Where any item is transferred or released for a military or intelligence end use or user, and a country of the case is in 744.22(a) or in Group E:1 or E:2: a licence is required.',
    'Wo etwas für eine militärische oder nachrichtendienstliche Endverwendung oder einen solchen Nutzer verbracht oder weitergegeben wird und ein Land des Falls in 744.22(a) oder in Gruppe E:1 oder E:2 steht: eine Genehmigung ist nötig.',
  ],
  [
    'A stated military use is read as one of military intelligence.',
    'Eine angegebene militärische Nutzung wird als eine des militärischen Nachrichtenwesens gelesen.',
  ],
  [
    'Where a military end use or user is stated in a transfer or release, and a country of the case is in Group D:1: an officer decides whether the item is a microprocessor or its software or technology, which needs a licence there.',
    'Wo bei einer Verbringung oder Weitergabe eine militärische Endverwendung oder ein militärischer Endnutzer angegeben ist und ein Land des Falls in Gruppe D:1 ist: eine Beauftragte entscheidet, ob der Gegenstand ein Mikroprozessor oder dessen Software oder Technologie ist, die dorthin eine Genehmigung brauchen.',
  ],
  [
    'Where the end use or a user is stated to be military or of an intelligence service, a purpose of defence included, and no country of the case is one that part 744 lists for it: an officer decides.',
    'Wo die Endverwendung oder ein Nutzer als militärisch oder als Nachrichtendienst angegeben ist, ein Zweck der Verteidigung eingeschlossen, und kein Land des Falls eines ist, das Teil 744 dafür aufführt: eine Beauftragte entscheidet.',
  ],
  [
    'Where this is not stated, an officer decides and it is asked.',
    'Wo das nicht angegeben ist, entscheidet eine Beauftragte, und danach wird gefragt.',
  ],
  [
    'Where model weights are released and the EAR reach them, or may: it is shown that a worldwide licence requirement for those of 4E091 has been published, with compliance from 2025-05-15.',
    'Wo Modellgewichte weitergegeben werden und die EAR sie erfassen oder erfassen können: gezeigt wird, dass eine weltweite Genehmigungspflicht für solche von 4E091 veröffentlicht wurde, einzuhalten ab dem 15. Mai 2025.',
  ],
  [
    'Where model weights are at or over the training operations of 4E091, are stated to be of 4E091, or may be of it: it is shown that they are in the entry, or that this depends on the operations spent on training.',
    'Wo Modellgewichte die Trainingsoperationen von 4E091 erreichen oder übertreffen, als solche von 4E091 angegeben sind oder es sein können: gezeigt wird, dass sie in dem Eintrag sind oder dass dies von den für das Training aufgewandten Operationen abhängt.',
  ],
  [
    'Where model weights of 4E091 are released over a border, within another country or to people of another country: an exception may apply, once the Notes to 4E091, the exclusion for employees or License Exception AIA is confirmed.',
    'Wo Modellgewichte von 4E091 über eine Grenze, innerhalb eines anderen Landes oder Menschen aus einem anderen Land weitergegeben werden: eine Ausnahme kann gelten, sobald die Anmerkungen zu 4E091, der Ausschluss für Beschäftigte oder License Exception AIA bestätigt ist.',
  ],
  [
    'Where model weights are in 4E091, or may be: it is shown that as enforced no licence is asked for them, and that no published rescission of the text was seen up to September 2026.',
    'Wo Modellgewichte in 4E091 sind oder sein können: gezeigt wird, dass für sie, wie durchgesetzt wird, keine Genehmigung verlangt wird und dass bis September 2026 keine veröffentlichte Aufhebung des Wortlauts gefunden wurde.',
  ],
  [
    'Where model weights of 4E091 are released to any destination or status outside the United States: by the text a licence is required, though BIS said that it does not enforce this.',
    'Wo Modellgewichte von 4E091 an ein Ziel oder einen Status außerhalb der Vereinigten Staaten weitergegeben werden: dem Wortlaut nach ist eine Genehmigung nötig, auch wenn das BIS erklärt hat, dass es dies nicht durchsetzt.',
  ],
  [
    'Where the training operations, scope, place or status is not stated, or entry and figure contradict each other, an officer decides and it is asked.',
    'Wo Trainingsoperationen, Geltungsbereich, Ort oder Status nicht angegeben sind oder Eintrag und Zahl einander widersprechen, entscheidet eine Beauftragte, und danach wird gefragt.',
  ],
  [
    'Where people take part in a remote use: it is shown that their nationality is not weighed, since the requirements for advanced computing do not reach deemed exports and reexports.',
    'Wo Menschen an einer Fernnutzung teilnehmen: gezeigt wird, dass ihre Staatsangehörigkeit nicht berücksichtigt wird, da die Anforderungen an fortgeschrittenes Rechnen fiktive Ausfuhren und Wiederausfuhren nicht erfassen.',
  ],
  [
    'Where object code is released and the EAR reach it, or may: it is shown that the citizenship of people is not weighed, while sending it over a border counts.',
    'Wo Objektcode weitergegeben wird und die EAR ihn erfassen oder erfassen können: gezeigt wird, dass die Staatsangehörigkeit von Menschen nicht berücksichtigt wird, während der Versand über eine Grenze zählt.',
  ],
  [
    'Where accelerators are used remotely: it is shown that a bill on remote access is pending.',
    'Wo Beschleuniger aus der Ferne genutzt werden: gezeigt wird, dass ein Gesetzentwurf über den Fernzugriff anhängig ist.',
  ],
  ['It is not applied and decides nothing.', 'Er wird nicht angewandt und entscheidet nichts.'],
  [
    'Where a civil purpose is stated together with a military, intelligence or weapons end use: a red flag, on which an officer decides.',
    'Wo ein ziviler Zweck zusammen mit einer Endverwendung für Militär, Nachrichtendienste oder Waffen angegeben ist: ein Warnzeichen, über das eine Beauftragte entscheidet.',
  ],
  [
    'A purpose that is not stated, or fits no listed class, is left to the rule on purposes.',
    'Ein Zweck, der nicht angegeben ist oder in keine der Klassen passt, bleibt der Regel über Zwecke überlassen.',
  ],
  [
    'Where the purpose of the use is not stated, or is none of the listed classes: an officer decides and it is asked.',
    'Wo der Zweck der Nutzung nicht angegeben ist oder keine der Klassen ist: eine Beauftragte entscheidet, und danach wird gefragt.',
  ],
  [
    'Where software or technology for 3A090.a, its .z paragraphs included, is released to or within China, Hong Kong or, since 2023-01-17, Macau: a licence is required.',
    'Wo Software oder Technologie für 3A090.a, seine Absätze .z eingeschlossen, nach oder innerhalb von China, Hongkong oder, seit dem 17. Januar 2023, Macau weitergegeben wird: eine Genehmigung ist nötig.',
  ],
  [
    'Where scope, commodity, place or origin is not stated, an officer decides and it is asked; releases to a status alone (deemed ones) are left out.',
    'Wo Geltungsbereich, Ware, Ort oder Herkunft nicht angegeben ist, entscheidet eine Beauftragte, und danach wird gefragt; Weitergaben allein an einen Status (fiktive) bleiben außen vor.',
  ],
  [
    'Where software or technology is for 3A090.a, or may be, and the EAR reach it or may: the countries and entities that the requirement reaches as enforced are shown.',
    'Wo Software oder Technologie für 3A090.a ist oder sein kann und die EAR sie erfassen oder erfassen können: gezeigt werden die Länder und Einrichtungen, die die Anforderung, wie sie durchgesetzt wird, erfasst.',
  ],
  [
    'Where software or technology is for 3A090.a, or may be, and the EAR reach it or may: it is shown that a worldwide licence requirement has been published, with compliance from 2025-05-15.',
    'Wo Software oder Technologie für 3A090.a ist oder sein kann und die EAR sie erfassen oder erfassen können: gezeigt wird, dass eine weltweite Genehmigungspflicht veröffentlicht wurde, einzuhalten ab dem 15. Mai 2025.',
  ],
  [
    'Where software or technology for 3A090.a, its .z paragraphs included, is released to or within any destination: by the text a licence is required, though BIS said that it does not enforce this.',
    'Wo Software oder Technologie für 3A090.a, seine Absätze .z eingeschlossen, an oder innerhalb eines Ziels weitergegeben wird: dem Wortlaut nach ist eine Genehmigung nötig, auch wenn das BIS erklärt hat, dass es dies nicht durchsetzt.',
  ],
  [
    'Where software or technology for 3A090.c is released to or within Macau or Group D:5: a licence is required.',
    'Wo Software oder Technologie für 3A090.c nach oder innerhalb von Macau oder Gruppe D:5 weitergegeben wird: eine Genehmigung ist nötig.',
  ],
  [
    'Where software or technology for 3A090 or a .z paragraph, or for a commodity not stated, is released to people of another country: it is shown that the advanced-computing requirements leave deemed exports and reexports out, and which requirements remain.',
    'Wo Software oder Technologie für 3A090 oder einen Absatz .z, oder für eine nicht angegebene Ware, Menschen aus einem anderen Land weitergegeben wird: gezeigt wird, dass die Anforderungen an fortgeschrittenes Rechnen fiktive Ausfuhren und Wiederausfuhren auslassen und welche Anforderungen bleiben.',
  ],
  [
    'Where software or technology for 3A090.a, 3A090.b or their .z paragraphs is released to or within the United Arab Emirates: a licence is required, unless the consignee and every end user are approved entities of 740 Supp. 8, which is left to confirm.',
    'Wo Software oder Technologie für 3A090.a, 3A090.b oder ihre Absätze .z in die oder innerhalb der Vereinigten Arabischen Emirate weitergegeben wird: eine Genehmigung ist nötig, wenn nicht der Empfänger und jeder Endnutzer anerkannte Einrichtungen nach 740 Supp. 8 sind, was zu bestätigen bleibt.',
  ],
  [
    'Where software or technology for 3A090.a, 3A090.b or their .z paragraphs is released to or within a country of Group D:1, D:4 or D:5 that is in neither A:5 nor A:6: a licence is required.',
    'Wo Software oder Technologie für 3A090.a, 3A090.b oder ihre Absätze .z in ein oder innerhalb eines Landes der Gruppe D:1, D:4 oder D:5 weitergegeben wird, das weder in A:5 noch in A:6 ist: eine Genehmigung ist nötig.',
  ],
  [
    'Where software or technology for 3A090 or its .z paragraphs is released, at any place outside the United States, for an entity headquartered, or with its ultimate parent, in Group D:5 or Macau: a licence is required.',
    'Wo Software oder Technologie für 3A090 oder seine Absätze .z irgendwo außerhalb der Vereinigten Staaten für eine Einrichtung mit Hauptsitz oder oberster Muttergesellschaft in Gruppe D:5 oder Macau weitergegeben wird: eine Genehmigung ist nötig.',
  ],
  [
    'Where a headquarters, scope, commodity or place is not stated, an officer decides and it is asked; deemed releases are left out.',
    'Wo ein Sitz, Geltungsbereich, Ware oder Ort nicht angegeben ist, entscheidet eine Beauftragte, und danach wird gefragt; fiktive Weitergaben bleiben außen vor.',
  ],
  [
    'Where technology of 3E001 for 3A090 or a .z paragraph, or for a commodity not stated, leaves Macau or Group D:5 for a country in neither A:5 nor A:6: an officer decides, and asks by whom and with what software it was developed.',
    'Wo Technologie von 3E001 für 3A090 oder einen Absatz .z, oder für eine nicht angegebene Ware, Macau oder Gruppe D:5 in ein Land verlässt, das weder in A:5 noch in A:6 ist: eine Beauftragte entscheidet und fragt, von wem und mit welcher Software sie entwickelt wurde.',
  ],
  [
    'Where what is released, or its entry of the Commerce Control List, is not stated: an officer decides and it is asked.',
    'Wo nicht angegeben ist, was weitergegeben wird oder welcher Eintrag der Commerce Control List dafür gilt: eine Beauftragte entscheidet, und danach wird gefragt.',
  ],
  [
    'Where the entry is not encoded, or does not fit what is stated to be released or what it is for: an officer decides.',
    'Wo der Eintrag nicht umgesetzt ist oder nicht zu dem passt, was weitergegeben wird oder wofür es ist: eine Beauftragte entscheidet.',
  ],
  ['What is outside the EAR is left out.', 'Was außerhalb der EAR liegt, bleibt außen vor.'],
  [
    'Where the EAR reach a release, or may: each export, reexport, transfer within a country, deemed export and deemed reexport that it amounts to is shown, or that it is none; nothing is said while that is open.',
    'Wo die EAR eine Weitergabe erfassen oder erfassen können: gezeigt wird jede Ausfuhr, Wiederausfuhr, Verbringung innerhalb eines Landes, fiktive Ausfuhr und fiktive Wiederausfuhr, auf die sie hinausläuft, oder dass sie keine ist; nichts wird gesagt, solange das offen ist.',
  ],
  [
    'Where software or technology of an entry under NS column 1 is exported or reexported, deemed releases included, to a country that column marks in the Country Chart: a licence is required.',
    'Wo Software oder Technologie eines Eintrags unter NS Spalte 1 ausgeführt oder wiederausgeführt wird, fiktive Weitergaben eingeschlossen, in ein Land, das diese Spalte in der Country Chart kennzeichnet: eine Genehmigung ist nötig.',
  ],
  [
    'Where scope, place, status or, for entries that leave 3A090 out, the commodity is not stated, an officer decides and it is asked.',
    'Wo Geltungsbereich, Ort, Status oder, bei Einträgen, die 3A090 auslassen, die Ware nicht angegeben ist, entscheidet eine Beauftragte, und danach wird gefragt.',
  ],
  [
    'Where software or technology of an entry other than EAR99 is released to or within Russia or Belarus: a licence is required.',
    'Wo Software oder Technologie eines anderen Eintrags als EAR99 nach oder innerhalb von Russland oder Belarus weitergegeben wird: eine Genehmigung ist nötig.',
  ],
  [
    'Where scope or place is not stated, an officer decides and it is asked; releases to a status alone (deemed ones) are left out.',
    'Wo Geltungsbereich oder Ort nicht angegeben ist, entscheidet eine Beauftragte, und danach wird gefragt; Weitergaben allein an einen Status (fiktive) bleiben außen vor.',
  ],
  [
    'Where a release is stated to be of what is published, encryption software of 5D002 aside, or from outside the United States and not subject to the EAR: it is shown that the EAR do not reach it, and none of their other rules on releases speaks.',
    'Wo eine Weitergabe als eine von Veröffentlichtem angegeben ist, Verschlüsselungssoftware von 5D002 ausgenommen, oder als eine von außerhalb der Vereinigten Staaten, die nicht den EAR unterliegt: gezeigt wird, dass die EAR sie nicht erfassen, und keine ihrer anderen Regeln über Weitergaben spricht.',
  ],
  [
    'Where accelerators are used remotely: it is shown that no hardware moves, so the use by itself is no export, reexport or transfer of them.',
    'Wo Beschleuniger aus der Ferne genutzt werden: gezeigt wird, dass keine Hardware bewegt wird, die Nutzung also für sich keine Ausfuhr, Wiederausfuhr oder Verbringung davon ist.',
  ],
  [
    'Technology, source code or software that is sent with a job is asked separately.',
    'Nach Technologie, Quellcode oder Software, die mit einem Job gesandt wird, wird gesondert gefragt.',
  ],
  [
    'Where hardware goes into a supercomputer in Macau or Group D:5 and not every headquarters is stated to be in the United States, Group A:5 or A:6, or where accelerators of 3A090 go to Macau or Group D:5, or for an entity headquartered there: the presumption of denial and its exceptions are shown.',
    'Wo Hardware in einen Supercomputer in Macau oder Gruppe D:5 geht und nicht für jeden Hauptsitz die Vereinigten Staaten, Gruppe A:5 oder A:6 angegeben sind, oder wo Beschleuniger von 3A090 nach Macau oder Gruppe D:5 gehen oder für eine Einrichtung mit Hauptsitz dort: die Vermutung der Ablehnung und ihre Ausnahmen werden gezeigt.',
  ],
  ['The licence is required either way.', 'Die Genehmigung ist in jedem Fall nötig.'],
  [
    'Where hardware goes into a supercomputer in Macau or Group D:5, and every organisation and ultimate parent is headquartered in the United States, Group A:5 or A:6: it is shown that an application meets a presumption of approval, ownership to be confirmed.',
    'Wo Hardware in einen Supercomputer in Macau oder Gruppe D:5 geht und jede Organisation und oberste Muttergesellschaft ihren Hauptsitz in den Vereinigten Staaten, Gruppe A:5 oder A:6 hat: gezeigt wird, dass ein Antrag auf eine Vermutung der Erteilung trifft; das Eigentum ist zu bestätigen.',
  ],
  [
    'Where accelerators of 3A090 are exported from the United States to China, Hong Kong or Macau, below both figures of 742.6(b)(10)(iii)(A)(1): it is shown that an application is reviewed case by case if the information of 748 Supp. 2 (dd) is supplied.',
    'Wo Beschleuniger von 3A090 aus den Vereinigten Staaten nach China, Hongkong oder Macau ausgeführt werden, unter beiden Zahlen von 742.6(b)(10)(iii)(A)(1): gezeigt wird, dass ein Antrag im Einzelfall geprüft wird, wenn die Angaben von 748 Supp. 2 (dd) gemacht werden.',
  ],
  [
    'Where accelerators of 3A090 go to Macau or Group D:5, or for an entity headquartered there, and the destination is not China, Hong Kong or Macau, the export is not from the United States, or a figure of 742.6(b)(10)(iii)(A)(1) is met: it is shown that an application meets a presumption of denial.',
    'Wo Beschleuniger von 3A090 nach Macau oder Gruppe D:5 gehen oder für eine Einrichtung mit Hauptsitz dort, und das Ziel nicht China, Hongkong oder Macau ist, die Ausfuhr nicht aus den Vereinigten Staaten erfolgt oder eine Zahl von 742.6(b)(10)(iii)(A)(1) erreicht ist: gezeigt wird, dass ein Antrag auf eine Vermutung der Ablehnung trifft.',
  ],
  [
    'Where accelerators of 3A090 go to China, Hong Kong or Macau, no stated figure of 742.6(b)(10)(iii)(A)(1) is met, and the total DRAM bandwidth or the country of export is not stated: it is shown that the kind of review is open, and what would tell.',
    'Wo Beschleuniger von 3A090 nach China, Hongkong oder Macau gehen, keine angegebene Zahl von 742.6(b)(10)(iii)(A)(1) erreicht ist und die gesamte DRAM-Bandbreite oder das Land der Ausfuhr nicht angegeben ist: gezeigt wird, dass die Art der Prüfung offen ist und was sie klären würde.',
  ],
  [
    'Where a transfer or release serves rocket systems or unmanned aircraft in or by a country of Group D:4, and their range is at least that of 744.3(a)(1), or range or payload is not stated: a licence is required.',
    'Wo eine Verbringung oder Weitergabe Raketensystemen oder unbemannten Luftfahrzeugen in oder durch ein Land der Gruppe D:4 dient und ihre Reichweite mindestens die von 744.3(a)(1) ist oder Reichweite oder Nutzlast nicht angegeben ist: eine Genehmigung ist nötig.',
  ],
  [
    'Where it is not stated whether such a system is served, an officer decides and it is asked.',
    'Wo nicht angegeben ist, ob einem solchen System gedient wird, entscheidet eine Beauftragte, und danach wird gefragt.',
  ],
  [
    'Where the licence under which a site holds its hardware excludes the country of an organisation or a person: a licence is required; any other condition is for an officer.',
    'Wo die Genehmigung, unter der ein Standort seine Hardware hält, das Land einer Organisation oder Person ausschließt: eine Genehmigung ist nötig; jede andere Auflage ist für eine Beauftragte.',
  ],
  [
    'Where a site with accelerators of 3A090, or of open class, has not stated its conditions, or a country is not stated, an officer decides and it is asked.',
    'Wo ein Standort mit Beschleunigern von 3A090 oder offener Klasse seine Auflagen nicht angegeben hat oder ein Land nicht angegeben ist, entscheidet eine Beauftragte, und danach wird gefragt.',
  ],
  [
    'Where an accelerator is in 3A090, or its class is open: it is shown that the item is taken to be subject to the EAR wherever it was made, which an officer would check.',
    'Wo ein Beschleuniger in 3A090 ist oder seine Klasse offen: gezeigt wird, dass der Gegenstand als den EAR unterliegend gilt, wo immer er hergestellt wurde, was eine Beauftragte nachsähe.',
  ],
  ['Nothing is left out for its origin.', 'Nichts bleibt wegen seiner Herkunft außen vor.'],
  [
    'Where hardware goes to Macau or a country of Group D:5 for a supercomputer: a licence is required, whatever its class.',
    'Wo Hardware für einen Supercomputer nach Macau oder in ein Land der Gruppe D:5 geht: eine Genehmigung ist nötig, welche Klasse sie auch hat.',
  ],
  [
    'Where it is not stated whether it goes into a supercomputer, an officer decides and it is asked.',
    'Wo nicht angegeben ist, ob sie in einen Supercomputer geht, entscheidet eine Beauftragte, und danach wird gefragt.',
  ],
  [
    'Where an AI model is trained by remote use of accelerators of 3A090.a for a party headquartered in Group D:5 or Macau: a red flag, on which an officer decides.',
    'Wo ein KI-Modell durch Fernnutzung von Beschleunigern von 3A090.a für eine Partei mit Hauptsitz in Gruppe D:5 oder Macau trainiert wird: ein Warnzeichen, über das eine Beauftragte entscheidet.',
  ],
  [
    'Where this is not stated, or the class of the accelerators is open, an officer decides all the same and it is asked.',
    'Wo das nicht angegeben ist oder die Klasse der Beschleuniger offen, entscheidet gleichwohl eine Beauftragte, und danach wird gefragt.',
  ],
  [
    'Where a remote use or a release serves rocket systems or unmanned aircraft of the range of 744.3(a)(1), or of a range not stated, a country of the case is in Group D:4 or E:2, and a US person, party, site or place takes part: a licence is required.',
    'Wo eine Fernnutzung oder Weitergabe Raketensystemen oder unbemannten Luftfahrzeugen mit der Reichweite von 744.3(a)(1) oder einer nicht angegebenen dient, ein Land des Falls in Gruppe D:4 oder E:2 ist und eine US-Person, eine Partei, ein Standort oder ein Ort in den USA teilnimmt: eine Genehmigung ist nötig.',
  ],
  [
    'Where none is stated to take part, or the use is not stated, an officer decides and asks for what is missing.',
    'Wo keine Teilnahme angegeben ist oder die Nutzung nicht, entscheidet eine Beauftragte und fragt nach dem, was fehlt.',
  ],
  [
    'Where a remote use or a release serves a military or intelligence end use or user, a country of the case is in 744.6(b)(5) or in Group E:1 or E:2, and a US person, party, site or place takes part: a licence is required.',
    'Wo eine Fernnutzung oder Weitergabe einer militärischen oder nachrichtendienstlichen Endverwendung oder einem solchen Nutzer dient, ein Land des Falls in 744.6(b)(5) oder in Gruppe E:1 oder E:2 ist und eine US-Person, eine Partei, ein Standort oder ein Ort in den USA teilnimmt: eine Genehmigung ist nötig.',
  ],
  [
    'Where none is stated to take part, an officer decides and asks for what is missing.',
    'Wo keine Teilnahme angegeben ist, entscheidet eine Beauftragte und fragt nach dem, was fehlt.',
  ],
  [
    'Where a remote use or a release serves nuclear, chemical or biological weapons or missiles, and a US person, party, site or place takes part: a licence is required.',
    'Wo eine Fernnutzung oder Weitergabe nuklearen, chemischen oder biologischen Waffen oder Flugkörpern dient und eine US-Person, eine Partei, ein Standort oder ein Ort in den USA teilnimmt: eine Genehmigung ist nötig.',
  ],
  [
    'Where the end use serves nuclear, chemical or biological weapons or missiles, anywhere: a licence is required.',
    'Wo die Endverwendung nuklearen, chemischen oder biologischen Waffen oder Flugkörpern dient, irgendwo: eine Genehmigung ist nötig.',
  ],
  [
    'A party, the site or the destination is in Cuba, Iran, North Korea or Syria, or in Ukraine, parts of which are sanctioned.',
    'Eine Partei, der Standort oder das Ziel ist in Kuba, Iran, Nordkorea oder Syrien, oder in der Ukraine, von der Teile sanktioniert sind.',
  ],
  [
    'Listed persons are left to screening.',
    'Gelistete Personen bleiben der Prüfung der Parteien überlassen.',
  ],
  [
    'Where a party, the site or the destination is in Cuba, Iran, North Korea or Syria: an officer reads the programme, whatever the transaction.',
    'Wo eine Partei, der Standort oder das Ziel in Kuba, Iran, Nordkorea oder Syrien ist: eine Beauftragte liest das Programm, um welchen Vorgang es auch geht.',
  ],
  [
    'Where a party, the site or the destination is in Ukraine, and in Crimea or another occupied region, or that is not stated: an officer reads the programme.',
    'Wo eine Partei, der Standort oder das Ziel in der Ukraine ist, und zwar auf der Krim oder in einer anderen besetzten Region, oder das nicht angegeben ist: eine Beauftragte liest das Programm.',
  ],
  ['Where it is not stated, it is asked.', 'Wo es nicht angegeben ist, wird danach gefragt.'],
  [
    'Where the case touches a sanctioned country, or a region stated to be occupied, and a US person, party, site or place takes part, or that is not stated: an officer is told so.',
    'Wo der Fall ein sanktioniertes Land berührt oder eine als besetzt angegebene Region, und eine US-Person, eine Partei, ein Standort oder ein Ort in den USA teilnimmt oder das nicht angegeben ist: einer Beauftragten wird das gesagt.',
  ],
  ['What would tell is asked.', 'Gefragt wird nach dem, was es klären würde.'],
]
