/**
 * The words of the Commerce Control List (15 CFR 774 Supp. 1), as the eCFR gave them, by the day a version took effect.
 * What is left out between sentences is marked with "…". The eCFR shows the text of October 2022 from 2023-01-17 and
 * that of 2024-12-02 from 2024-12-23.
 */
export const texts = {
  interconnectGate: {
    '2022-10-21':
      'Integrated circuits that have or are programmable to have an aggregate bidirectional transfer rate over all inputs and outputs of 600 Gbyte/s or more to or from integrated circuits other than volatile memories, and any of the following:',
  },
  controlledThroughput: {
    '2022-10-21':
      'One or more digital processor units executing machine instructions having a bit length per operation multiplied by processing performance measured in TOPS, aggregated over all processor units, of 4800 or more;',
    '2023-11-17': "a 'total processing performance' of 4800 or more, or",
  },
  denseChip: {
    '2023-11-17':
      "a 'total processing performance' of 1600 or more and a 'performance density' of 5.92 or more.",
  },
  middleThroughput: {
    '2023-11-17':
      "a 'total processing performance' of 2400 or more and less than 4800 and a 'performance density' of 1.6 or more and less than 5.92, or",
  },
  middleDensity: {
    '2023-11-17':
      "a 'total processing performance' of 1600 or more and a 'performance density' of 3.2 or more and less than 5.92.",
  },
  nonDatacenterNote: {
    '2023-11-17':
      "3A090 does not apply to items that are not designed or marketed for use in datacenters and do not have a 'total processing performance' of 4800 or more. …",
    '2024-12-02':
      "3A090.a and 3A090.b do not apply to items that are not designed or marketed for use in datacenters and do not have a 'total processing performance' of 4800 or more. …",
  },
  memoryDensity: {
    '2024-12-02':
      "High bandwidth memory (HBM) having a 'memory bandwidth density' greater than 2 gigabytes per second per square millimeter. … 'Memory bandwidth density' is the memory bandwidth measured in gigabytes per second divided by the area of the package or stack measured in square millimeters. In the case where a stack is contained in a package, use the memory bandwidth of the packaged device and the area of the package. … This control does not cover co-packaged integrated circuits with both HBM and logic integrated circuit where the dominant function of the co-packaged integrated circuit is processing. It does include HBM permanently affixed to a logic integrated circuit designed as a control interface and incorporating a physical layer (PHY) function.",
  },
  lowerTier: {
    '2022-10-21':
      'A processing performance of 8 TOPS or more; or An aggregate bidirectional transfer rate over all inputs and outputs of 150 Gbyte/s or more to or from integrated circuits other than volatile memories. …',
  },
  computer: {
    '2022-10-21':
      'Computers, “electronic assemblies,” and “components” containing integrated circuits, any of which exceeds the limit in 3A090.a. Technical Note: Computers include “digital computers,” “hybrid computers,” and analog computers.',
    '2023-11-17':
      'Computers, “electronic assemblies,” and “components” containing integrated circuits, any of which meets or exceeds the limit in 3A090.a. Technical Note: For purposes of 4A090.a, computers include “digital computers,” “hybrid computers,” and analog computers.',
    '2024-04-04':
      'Computers, “electronic assemblies,” and “components” containing integrated circuits, any of which meets or exceeds the limits in 3A090.a. Computers, “electronic assemblies,” and “components” containing integrated circuits, any of which meets or exceeds the limits in 3A090.b. Technical Note: For purposes of 4A090.a, 4A090.b, computers include “digital computers,” “hybrid computers,” and analog computers.',
  },
  lowerComputer: {
    '2022-10-21':
      'Computers, “electronic assemblies,” and “components,” n.e.s., containing integrated circuits, any of which exceeds the limit of ECCN 3A991.p. …',
    '2023-11-17':
      'Computers, “electronic assemblies,” and “components,” n.e.s., containing integrated circuits, any of which meets or exceeds the limit of ECCN 3A991.p. …',
  },
  zParagraphs: {
    '2023-11-17':
      '3A001.z: Any commodity described in 3A001 that meets or exceeds the performance parameters in 3A090. 4A003.z: Commodities specified in 4A003 that also meet or exceed the performance parameters in 4A090. 4A004.z: Commodities that are described in 4A004 and that also meet or exceed the performance parameters in 4A090. 5A992.z: Commodities that are described in 5A992.c and that also meet or exceed the performance parameters in 3A090 or 4A090. …',
    '2024-04-04':
      '3A001.z.4: All other commodities specified in this ECCN that meet or exceed the performance parameters of ECCN 3A090. 4A003.z.1: Commodities specified in 4A003.b, 4A003.c that also meet or exceed the performance parameters in ECCN 4A090; or 4A003.z.2: Commodities specified in 4A003.g that also meet or exceed the performance parameters in ECCN 4A090. …',
    '2025-01-16':
      '3A001.z.4.a: All other commodities specified in this ECCN that meet or exceed the performance parameters of ECCN 3A090.a; or 3A001.z.4.b: All other commodities specified in this ECCN that meet or exceed the performance parameters of ECCN 3A090.b. 4A003.z.1.a: Commodities specified in 4A003.b, 4A003.c that also meet or exceed the performance parameters in ECCN 4A090.a; 4A003.z.1.b: Commodities specified in 4A003.b, 4A003.c that also meet or exceed the performance parameters in ECCN 4A090.b; 4A004.z.1: Commodities that are described in 4A004 and that also meet or exceed the performance parameters in 4A090.a; or 4A004.z.2: Commodities that are described in 4A004 and that also meet or exceed the performance parameters in 4A090.b. 5A992.z.1: Commodities that are described in 5A992.c and that also meet or exceed the performance parameters in 3A090.a or 4A090.a; or 5A992.z.2: Commodities that are described in 5A992.c and that also meet or exceed the performance parameters in 3A090.b or 4A090.b. …',
  },
  foundryNote: {
    '2025-01-16':
      'Note 1 to 3A090.a: When a “front-end fabricator” or “OSAT” company is seeking to export, reexport, or transfer (in-country) an “applicable advanced logic integrated circuit,” there is a presumption that the item is 3A090.a and designed or marketed for datacenters. If the “front-end fabricator” or “OSAT” company cannot overcome this presumption, then it must comply with all license requirements applicable to items specified in 3A090.a. However, this presumption does not apply to any entity other than the “front-end fabricator” or “OSAT” company. …',
  },
} as const
