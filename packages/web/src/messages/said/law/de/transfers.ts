import type { Pair } from '../memory.ts'

/** Transfers of hardware under the EAR: requirements, exceptions, review, letters. */
export const transfers: readonly Pair[] = [
  ['Whether the class applies is open.', 'Ob diese Einstufung zutrifft, ist offen.'],
  [
    '3A090.a and .b items to or within {country} need a licence: it is in Group D:1, D:4 or D:5 and not in A:5 or A:6.',
    'Güter nach 3A090.a und .b mit Ziel oder Verbleib dort brauchen eine Genehmigung, denn das Land steht in Gruppe D:1, D:4 oder D:5 und nicht in A:5 oder A:6: {country}.',
  ],
  ['{paragraph} to {country} needs a licence.', '{paragraph} mit Ziel {country} braucht eine Genehmigung.'],
  [
    'An entity is headquartered, or has its ultimate parent, in {countries}: 3A090.a and .b items for it need a licence at any destination outside the United States.',
    'Eine Einrichtung oder ihre oberste Muttergesellschaft hat dort ihren Hauptsitz: {countries}. Güter nach 3A090.a und .b für sie brauchen an jedem Ziel außerhalb der USA eine Genehmigung.',
  ],
  [
    'An entity is headquartered, or has its ultimate parent, in {countries}: memory of 3A090.c for it needs a licence outside Macau and Group D:5 as well.',
    'Eine Einrichtung oder ihre oberste Muttergesellschaft hat dort ihren Hauptsitz: {countries}. Speicher nach 3A090.c für sie braucht auch außerhalb von Macau und Gruppe D:5 eine Genehmigung.',
  ],
  [
    'High-bandwidth memory of 3A090.c to or within {country} needs a licence: it is Macau or in Group D:5.',
    'Speicher mit hoher Bandbreite nach 3A090.c mit Ziel oder Verbleib dort braucht eine Genehmigung, denn das Land ist Macau oder steht in Gruppe D:5: {country}.',
  ],
  [
    'The destination of high-bandwidth memory is not stated.',
    'Das Ziel des Speichers mit hoher Bandbreite ist nicht angegeben.',
  ],
  [
    'Where an entity and its ultimate parent are headquartered decides for high-bandwidth memory.',
    'Für Speicher mit hoher Bandbreite kommt es darauf an, wo eine Einrichtung und ihre oberste Muttergesellschaft ihren Hauptsitz haben.',
  ],
  [
    'The destination of controlled hardware is not stated.',
    'Das Ziel der kontrollierten Hardware ist nicht angegeben.',
  ],
  [
    'Controlled items to the United Arab Emirates need a licence.',
    'Kontrollierte Güter mit Ziel Vereinigte Arabische Emirate brauchen eine Genehmigung.',
  ],
  [
    'Consignee and end users are stated to be approved entities of the Emirates; confirm each in Supp. 8 to part 740.',
    'Für Empfänger und Endnutzer ist angegeben, dass sie anerkannte Einrichtungen der Emirate sind; jede ist in Supp. 8 zu Teil 740 zu bestätigen.',
  ],
  [
    'Whether every consignee and end user is an approved entity of the Emirates is not stated.',
    'Ob jeder Empfänger und Endnutzer eine anerkannte Einrichtung der Emirate ist, ist nicht angegeben.',
  ],
  [
    'The text names any destination; how it reads for one inside the United States is for an officer.',
    'Der Text nennt jedes Ziel; wie er für eines in den USA zu lesen ist, entscheidet eine Beauftragte.',
  ],
  [
    'By its text, 3A090.a to or within any destination needs a licence, {country} included; BIS said on {date} that it does not enforce this.',
    'Nach dem Text braucht 3A090.a mit jedem Ziel oder Verbleib eine Genehmigung, auch für {country}; das BIS hat am {date} erklärt, dass es dies nicht durchsetzt.',
  ],
  [
    'A worldwide licence requirement for {item} has been published, with compliance from {date}.',
    'Eine weltweite Genehmigungspflicht ist veröffentlicht, einzuhalten ab dem {date}; sie betrifft: {item}.',
  ],
  ['software and technology for 3A090.a', 'Software und Technologie für 3A090.a'],
  ['model weights in 4E091', 'Modellgewichte nach 4E091'],
  [
    'As enforced, 3A090.a reaches Groups D:1, D:4 and D:5 and entities headquartered in D:5 or Macau; {country} is outside those groups.',
    'So, wie 3A090.a durchgesetzt wird, erfasst die Vorschrift die Gruppen D:1, D:4 und D:5 und Einrichtungen mit Hauptsitz in D:5 oder Macau; {country} gehört nicht zu diesen Gruppen.',
  ],
  [
    'Where an entity and its ultimate parent are headquartered decides for controlled items.',
    'Für kontrollierte Güter kommt es darauf an, wo eine Einrichtung und ihre oberste Muttergesellschaft ihren Hauptsitz haben.',
  ],
  [
    'Chips for a supercomputer in {country} need a licence.',
    'Chips für einen Supercomputer brauchen dort eine Genehmigung (Ziel: {country}).',
  ],
  [
    'Whether the chips go into a supercomputer in {country} is not stated.',
    'Ob die Chips in einen Supercomputer eingebaut werden, ist nicht angegeben (Ziel: {country}).',
  ],
  // Letters to makers.
  [
    'A licence for A100 and H100 to China with Hong Kong, and Russia, was required by letter.',
    'Eine Genehmigung für A100 und H100 nach China mit Hongkong und nach Russland wurde durch ein Schreiben verlangt.',
  ],
  [
    'A licence for MI250 and its class to China with Hong Kong, and Russia, was required by letter.',
    'Eine Genehmigung für MI250 und seine Klasse nach China mit Hongkong und nach Russland wurde durch ein Schreiben verlangt.',
  ],
  [
    'A licence for H20 and its equivalents to D:5, Macau or entities from there was required by letter, not by 3A090.',
    'Eine Genehmigung für H20 und gleichwertige Chips nach D:5 oder Macau oder an Einrichtungen von dort wurde durch ein Schreiben verlangt, nicht durch 3A090.',
  ],
  [
    'The rule of October 2023 was made effective at once for A100, A800, H100, H800 and L40S.',
    'Die Vorschrift vom Oktober 2023 wurde für A100, A800, H100, H800 und L40S sofort in Kraft gesetzt.',
  ],
  [
    'The letter was addressed to {name}; whether it binds this transfer is for an officer.',
    'Das Schreiben war an {name} gerichtet; ob es für diese Verbringung bindend ist, entscheidet eine Beauftragte.',
  ],
  // Review of applications.
  [
    'A licence application for {name} is reviewed case by case if the information of 748 Supp. 2 (dd) is supplied.',
    'Ein Antrag auf Genehmigung für {name} wird im Einzelfall geprüft, wenn die Angaben nach 748 Supp. 2 (dd) vorliegen.',
  ],
  [
    'A licence application for {name} meets a presumption of denial.',
    'Für einen Antrag auf Genehmigung für {name} gilt die Vermutung der Ablehnung.',
  ],
  [
    'A licence application for {name} is reviewed case by case only as an export from the United States to an end user in China or Macau, below both figures; otherwise it meets a presumption of denial.',
    'Ein Antrag auf Genehmigung für {name} wird nur bei einer Ausfuhr aus den USA an einen Endnutzer in China oder Macau unterhalb beider Werte im Einzelfall geprüft; sonst gilt die Vermutung der Ablehnung.',
  ],
  [
    'What is needed to tell is not stated: {what}.',
    'Was man dafür wissen muss, ist nicht angegeben: {what}.',
  ],
  ['total DRAM bandwidth', 'die gesamte DRAM-Bandbreite'],
  ['where it is exported from', 'das Land der Ausfuhr'],
  [
    'An application under 744.23 for end users headquartered in the United States, Group A:5 or A:6, not majority-owned from Macau or Group D:5, meets a presumption of approval; ownership is to be confirmed.',
    'Für einen Antrag nach 744.23 für Endnutzer mit Hauptsitz in den USA, Gruppe A:5 oder A:6, die nicht mehrheitlich Eigentümern aus Macau oder Gruppe D:5 gehören, gilt die Vermutung der Genehmigung; die Eigentumsverhältnisse sind zu bestätigen.',
  ],
  [
    'An application under 744.23 for Macau, Group D:5 or entities headquartered there meets a presumption of denial; items of 3A090, 4A090 and .z are reviewed case by case unless they are for datacenters and in 3A090.a, as are items below both figures of 742.6(b)(10)(iii)(A)(1).',
    'Für einen Antrag nach 744.23 für Macau, Gruppe D:5 oder Einrichtungen mit Hauptsitz dort gilt die Vermutung der Ablehnung; Güter nach 3A090, 4A090 und .z werden im Einzelfall geprüft, sofern sie nicht zugleich für Rechenzentren sind und unter 3A090.a fallen, ebenso Güter unterhalb beider Werte von 742.6(b)(10)(iii)(A)(1).',
  ],
  // License exceptions.
  [
    'Of the license exceptions only TMP (740.9(a)(6)), NAC and ACA, RPL, GOV (740.11(b)), TSU (740.13(a) and (c)), HBM, AIA and ACM can be considered here; LPP and STA cannot.',
    'Von den License Exceptions kommen hier nur TMP (740.9(a)(6)), NAC und ACA, RPL, GOV (740.11(b)), TSU (740.13(a) und (c)), HBM, AIA und ACM in Betracht; LPP und STA nicht.',
  ],
  [
    'Each condition must be confirmed; until then the licence is needed.',
    'Jede Bedingung muss bestätigt werden; bis dahin ist die Genehmigung nötig.',
  ],
  [
    'License Exception NAC names items that are not both for datacenters and in 3A090.a.',
    'Die License Exception NAC nennt Güter, die nicht zugleich für Rechenzentren sind und unter 3A090.a fallen.',
  ],
  [
    'Its conditions before it was split in April 2024 were not read.',
    'Ihre Bedingungen vor der Teilung im April 2024 wurden nicht gelesen.',
  ],
  [
    'License Exception NAC names items that are not both for datacenters and in 3A090.a, exported or reexported to Macau, Group D:5 or entities headquartered there: a written purchase order, a SNAP-R notice at least 25 calendar days before with TPP, performance density, datasheet and memory bandwidth, and whether it is for a cluster used by others such as through cloud services; not where part 744 or 746 needs a licence, 744.23(a)(3) aside.',
    'Die License Exception NAC nennt Güter, die nicht zugleich für Rechenzentren sind und unter 3A090.a fallen, bei Ausfuhr oder Wiederausfuhr nach Macau, in Gruppe D:5 oder an Einrichtungen mit Hauptsitz dort: eine schriftliche Bestellung; eine Anzeige in SNAP-R mindestens 25 Kalendertage vorher mit TPP, Leistungsdichte, Datenblatt und Speicherbandbreite und der Angabe, ob es für einen Cluster ist, den andere etwa über Cloud-Dienste nutzen; nicht, wo Teil 744 oder 746 eine Genehmigung verlangt, von 744.23(a)(3) abgesehen.',
  ],
  [
    'License Exception ACA names items that are not both for datacenters and in 3A090.a, to destinations other than Macau and Group D:5 and entities from there, or within one of these: a written purchase order, no notice.',
    'Die License Exception ACA nennt Güter, die nicht zugleich für Rechenzentren sind und unter 3A090.a fallen, mit Zielen außerhalb von Macau und Gruppe D:5 und nicht für Einrichtungen von dort, oder innerhalb eines dieser Länder: eine schriftliche Bestellung, keine Anzeige.',
  ],
  [
    'License Exception ACA names items that are not both for datacenters and in 3A090.a, to destinations other than Macau and Group D:5 and entities from there: a written purchase order, no notice.',
    'Die License Exception ACA nennt Güter, die nicht zugleich für Rechenzentren sind und unter 3A090.a fallen, mit Zielen außerhalb von Macau und Gruppe D:5 und nicht für Einrichtungen von dort: eine schriftliche Bestellung, keine Anzeige.',
  ],
  [
    'License Exception ACM is for development, production or storage by private-sector end users, not from Macau or Group D:5: records every six months.',
    'Die License Exception ACM ist für Entwicklung, Herstellung oder Lagerung durch private Endnutzer, nicht aus Macau oder Gruppe D:5: Aufzeichnungen alle sechs Monate.',
  ],
  [
    'License Exception AIA names 3A090.a items of approved or authorized designers to entities located and headquartered in destinations of Supp. 5(a): certification by the consignee, no access for training models of 4E091 for entities headquartered elsewhere, a report once 253,000,000 TPP are reached.',
    'Die License Exception AIA nennt Güter nach 3A090.a anerkannter oder zugelassener Entwickler für Einrichtungen mit Sitz und Hauptsitz in Ländern nach Supp. 5(a): eine Bescheinigung des Empfängers, kein Zugang zum Training von Modellen nach 4E091 für Einrichtungen mit Hauptsitz anderswo, ein Bericht, sobald 253.000.000 TPP erreicht sind.',
  ],
  [
    'License Exception LPP names 3A090.a items up to 26,900,000 TPP for one ultimate consignee in a calendar year, by export or reexport, not within a country: a certificate to BIS within 30 days, notice of a shipment of 3,200,000 TPP.',
    'Die License Exception LPP nennt Güter nach 3A090.a bis 26.900.000 TPP für einen Endempfänger im Kalenderjahr, bei Ausfuhr oder Wiederausfuhr, nicht innerhalb eines Landes: eine Bescheinigung an das BIS binnen 30 Tagen, eine Anzeige bei einer Lieferung von 3.200.000 TPP.',
  ],
  [
    'License Exception HBM is for memory of 3A090.c; it was read in part: a discrepancy of more than 1 % of units is a red flag to report within 60 days.',
    'Die License Exception HBM ist für Speicher nach 3A090.c; sie wurde zum Teil gelesen: Eine Abweichung von mehr als 1 % der Stücke ist ein Warnzeichen, das binnen 60 Tagen zu melden ist.',
  ],
]
