/** How an entry of the Commerce Control List for software or technology is controlled. */
export type ReleaseEntry = {
  /** Product group: D is software, E technology, model weights among it. EAR99 is either. */
  readonly group: 'D' | 'E' | null
  /** NS column 1: for the whole entry, for all but what is for 3A090 and 4A090, or not at all. */
  readonly nationalSecurity: 'whole' | 'but-3A090' | 'none'
  /** Covers what is for 3A090, 4A090 or the .z paragraphs (742.6(a)(6)). */
  readonly advancedComputing: boolean
}

const antiTerrorism = { nationalSecurity: 'none', advancedComputing: false } as const

/**
 * Entries of categories 3 and 4 that a compute pool meets, with the reasons for control in their licence tables as of
 * 2026-07-23. AT column 1 has no mark for any country but those under embargo, which the embargoes look at. Other
 * entries, among them 3D901 to 3E905, 5D002 and 5E002, are for an officer.
 */
const entries: ReadonlyMap<string, ReleaseEntry> = new Map<string, ReleaseEntry>([
  ['EAR99', { group: null, ...antiTerrorism }],
  ['3D001', { group: 'D', nationalSecurity: 'but-3A090', advancedComputing: true }],
  ['3D991', { group: 'D', ...antiTerrorism }],
  ['3E001', { group: 'E', nationalSecurity: 'but-3A090', advancedComputing: true }],
  ['3E002', { group: 'E', nationalSecurity: 'whole', advancedComputing: false }],
  ['3E003', { group: 'E', nationalSecurity: 'whole', advancedComputing: false }],
  ['3E991', { group: 'E', ...antiTerrorism }],
  ['4D001', { group: 'D', nationalSecurity: 'whole', advancedComputing: true }],
  ['4D090', { group: 'D', nationalSecurity: 'none', advancedComputing: true }],
  ['4D993', { group: 'D', ...antiTerrorism }],
  ['4D994', { group: 'D', ...antiTerrorism }],
  ['4E001', { group: 'E', nationalSecurity: 'but-3A090', advancedComputing: true }],
  ['4E091', { group: 'E', ...antiTerrorism }],
  ['4E992', { group: 'E', ...antiTerrorism }],
  ['4E993', { group: 'E', ...antiTerrorism }],
])

export function releaseEntry(eccn: string | null): ReleaseEntry | null {
  return eccn === null ? null : (entries.get(eccn) ?? null)
}
