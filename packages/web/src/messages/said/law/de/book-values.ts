import type { Pair } from '../memory.ts'

/** Units, values and titles of the law that is kept as data. */
export const bookValues: readonly Pair[] = [
  ['ISO 3166-1 alpha-2', 'ISO 3166-1 alpha-2'],
  [
    'US entries that stand for the definition, which was not seen',
    'Einträge der USA, die für die Definition stehen, die nicht eingesehen wurde',
  ],
  ['version of the text', 'Fassung des Wortlauts'],
  ['interconnect', 'Verbindungsrate'],
  ['performance-density', 'Leistungsdichte'],
  ['none', 'keiner'],
  [
    'GB/s, aggregate bidirectional, all inputs and outputs but volatile memory',
    'GB/s, beide Richtungen zusammen, alle Ein- und Ausgänge außer zu flüchtigem Speicher',
  ],
  ['bits × TOPS in 2022, TPP since', 'Bit × TOPS im Jahr 2022, seither TPP'],
  ['TPP; TPP per mm²', 'TPP; TPP je mm²'],
  ['tpp 1600, density 5.92', 'TPP 1600, Dichte 5,92'],
  [
    'tpp 2400, tppBelow 4800, density 1.6, densityBelow 5.92',
    'TPP 2400 bis unter 4800, Dichte 1,6 bis unter 5,92',
  ],
  ['tpp 1600, density 3.2, densityBelow 5.92', 'TPP 1600, Dichte 3,2 bis unter 5,92'],
  ['TPP, excluded below', 'TPP, darunter ausgenommen'],
  [
    'GB/s per mm² of stack or package, controlled above',
    'GB/s je mm² von Stapel oder Gehäuse, darüber kontrolliert',
  ],
  ['tops 8, ioGBps 150', 'TOPS 8, Ein- und Ausgabe 150 GB/s'],
  [
    'how a contained chip counts; whether paragraph b exists',
    'wie ein enthaltener Chip zählt; ob es Absatz b gibt',
  ],
  ['a exceeds, b no', 'a überschreitet, b nein'],
  ['a meets, b no', 'a erreicht, b nein'],
  ['a meets, b yes', 'a erreicht, b ja'],
  ['how a contained chip counts', 'wie ein enthaltener Chip zählt'],
  ['exceeds', 'überschreitet'],
  ['meets', 'erreicht'],
  ['how the paragraph is divided', 'wie der Absatz geteilt ist'],
  ['TPP; GB/s total DRAM bandwidth', 'TPP; GB/s gesamte DRAM-Bandbreite'],
  ['tppBelow 21000, dramGBpsBelow 6500', 'TPP unter 21000, DRAM unter 6500 GB/s'],
  ['letters known from makers’ reports', 'Schreiben, die aus Berichten der Hersteller bekannt sind'],
  ['TPP a year and consignee', 'TPP je Jahr und Empfänger'],
  [
    'ISO 3166-1 alpha-2, no licence for this reason',
    'ISO 3166-1 alpha-2, keine Genehmigung aus diesem Grund',
  ],
  [
    'operations, as a power of ten, met at this value; null before there was such an entry',
    'Operationen, als Zehnerpotenz, erreicht bei diesem Wert; leer, bevor es einen solchen Eintrag gab',
  ],
  ['Treaty on European Union, Article 52', 'Vertrag über die Europäische Union, Artikel 52'],
  [
    'Regulation (EU) 2021/821, Annex II section A (EU001)',
    'Verordnung (EU) 2021/821, Anhang II Abschnitt A (EU001)',
  ],
  [
    'Strategic Trade Act 2010, section 12 on high-performance AI chips',
    'Strategic Trade Act 2010, Abschnitt 12 über Hochleistungs-KI-Chips',
  ],
  [
    'Resolutions of the UN Security Council, arms embargoes',
    'Resolutionen des UN-Sicherheitsrats, Waffenembargos',
  ],
  [
    '15 CFR 774 Supp. 1, .z paragraphs of 3A001, 4A003, 4A004, 4A005, 5A002, 5A004 and 5A992',
    '15 CFR 774 Supp. 1, Absätze .z von 3A001, 4A003, 4A004, 4A005, 5A002, 5A004 und 5A992',
  ],
  ['31 CFR chapter V, country programmes', '31 CFR Kapitel V, Länderprogramme'],
  [
    '3A001 undivided, 4A003 undivided, 4A004 undivided, 4A005 undivided, 5A002 numbers 5, 5A004 numbers 2, 5A992 undivided',
    '3A001, 4A003, 4A004, 4A005 und 5A992 ungeteilt, 5A002 in 5 Nummern, 5A004 in 2 Nummern',
  ],
  [
    '3A001 numbers 4, 4A003 numbers 2, 4A004 undivided, 4A005 undivided, 5A002 numbers 5, 5A004 numbers 2, 5A992 undivided',
    '3A001 in 4 Nummern, 4A003 in 2, 5A002 in 5, 5A004 in 2; 4A004, 4A005 und 5A992 ungeteilt',
  ],
  [
    '3A001 numbersWithHalves 4, 4A003 numbersWithHalves 2, 4A004 halves, 4A005 halves, 5A002 numbersWithHalves 5, 5A004 numbersWithHalves 2, 5A992 halves',
    'je in Hälften: 3A001 in 4 Nummern, 4A003 in 2, 5A002 in 5, 5A004 in 2; 4A004, 4A005 und 5A992 allein in Hälften',
  ],
]
