/** The demo alliance: real countries; institutions and people are invented, their addresses end in .example (RFC 2606). */
const hour = 3_600_000

export const demoAlliance = { name: 'Riverbend Alliance' }

export const demoMembers = [
  {
    id: 'br',
    name: 'Instituto Maré de Computação',
    kind: 'institution',
    country: 'BR',
    shareBp: 1800,
    pledgedAcceleratorMs: 3000 * hour,
    from: '2026-01-01',
  },
  {
    id: 'de',
    name: 'Rechenzentrum Saaletal',
    kind: 'institution',
    country: 'DE',
    shareBp: 2000,
    pledgedAcceleratorMs: 4500 * hour,
    from: '2026-01-01',
  },
  {
    id: 'id',
    name: 'Pusat Komputasi Nusantara',
    kind: 'institution',
    country: 'ID',
    shareBp: 1600,
    pledgedAcceleratorMs: 0,
    from: '2026-01-01',
  },
  {
    id: 'ke',
    name: 'Rift Lakes Computing Trust',
    kind: 'institution',
    country: 'KE',
    shareBp: 1600,
    pledgedAcceleratorMs: 0,
    from: '2026-01-01',
  },
  {
    id: 'ma',
    name: 'Centre de calcul Deux Caps',
    kind: 'institution',
    country: 'MA',
    shareBp: 1500,
    pledgedAcceleratorMs: 2000 * hour,
    from: '2026-01-01',
  },
  {
    id: 'vn',
    name: 'Viện Tính toán Sông Xanh',
    kind: 'institution',
    country: 'VN',
    shareBp: 1500,
    pledgedAcceleratorMs: 0,
    from: '2026-01-01',
  },
] as const

const policy = { refusedMembers: [], refusedCountries: [], licenceConditions: '', conditionsKnown: true }

/** Sites of the demo run jobs on this machine; their accelerators are slots that stand for the model named. */
export const demoSites = [
  {
    id: 'jena',
    name: 'Jena',
    member: 'de',
    country: 'DE',
    operator: 'Rechenzentrum Saaletal',
    acceleratorModel: 'NVIDIA H100 SXM5',
    accelerators: 8,
    cpus: 8,
    memoryMiB: 8192,
    policy,
  },
  {
    id: 'recife',
    name: 'Recife',
    member: 'br',
    country: 'BR',
    operator: 'Instituto Maré de Computação',
    acceleratorModel: 'NVIDIA A100 SXM 80GB',
    accelerators: 8,
    cpus: 8,
    memoryMiB: 8192,
    policy,
  },
  {
    id: 'rabat',
    name: 'Rabat',
    member: 'ma',
    country: 'MA',
    operator: 'Centre de calcul Deux Caps',
    acceleratorModel: 'AMD MI300X',
    accelerators: 4,
    cpus: 4,
    memoryMiB: 4096,
    policy,
  },
] as const

export const demoCalls = [
  {
    id: 'trial',
    title: 'Trial lane',
    lane: 'trial',
    summary: 'Up to 50 accelerator-hours, decided by rule within a minute. Always open.',
    opensAt: '2026-01-01T00:00:00.000Z',
    closesAt: null,
    maxAcceleratorMs: 50 * hour,
    decideWithinHours: 1,
  },
  {
    id: 'languages',
    title: 'Languages of the South',
    lane: 'standard',
    summary:
      'Models and data for languages that few machines speak. Up to 20,000 accelerator-hours, reviewed by two people and a panel.',
    opensAt: '2026-01-01T00:00:00.000Z',
    closesAt: '2030-12-15T23:59:59.000Z',
    maxAcceleratorMs: 20_000 * hour,
    decideWithinHours: 240,
  },
] as const

export const demoPeople = {
  secretariat: { name: 'Mirjam Falk', email: 'secretariat@riverbend.example', role: 'secretariat' },
  officer: { name: 'Ilse Brandt', email: 'officer@riverbend.example', role: 'officer' },
  chair: { name: 'Rui Tavares', email: 'chair@riverbend.example', role: 'panel-chair' },
  reviewerOne: { name: 'Salma Idrissi', email: 'reviewer.one@riverbend.example', role: 'reviewer' },
  reviewerTwo: { name: 'Lê Minh An', email: 'reviewer.two@riverbend.example', role: 'reviewer' },
  operator: { name: 'Jonas Ebert', email: 'operator@saaletal.example', role: 'site-operator' },
  delegate: { name: 'Putri Ayuningtyas', email: 'delegate@nusantara.example', role: 'delegate' },
  lead: { name: 'Wanjiru Kamande', email: 'lead@riftlakes.example', role: 'applicant' },
  mate: { name: 'Baraka Odhiambo', email: 'mate@riftlakes.example', role: 'applicant' },
} as const

export const demoRoles = [
  { who: 'officer', role: 'officer', scopeKind: 'alliance', scopeId: 'alliance' },
  { who: 'chair', role: 'panel-chair', scopeKind: 'alliance', scopeId: 'alliance' },
  { who: 'reviewerOne', role: 'reviewer', scopeKind: 'member', scopeId: 'ma' },
  { who: 'reviewerTwo', role: 'reviewer', scopeKind: 'member', scopeId: 'vn' },
  { who: 'operator', role: 'site-operator', scopeKind: 'site', scopeId: 'jena' },
  { who: 'delegate', role: 'delegate', scopeKind: 'member', scopeId: 'id' },
] as const satisfies readonly {
  who: keyof typeof demoPeople
  role: string
  scopeKind: string
  scopeId: string
}[]

export const demoApplication = {
  title: 'A character model for six languages of the commons',
  summary:
    'We train a small character-level language model on the Universal Declaration of Human Rights in Portuguese, German, Indonesian, Swahili, Arabic and Vietnamese, to show how much compute a first model of a language needs. Text, code, weights and the usage record are published.',
  askedAcceleratorMs: 40 * hour,
  plan: {
    parameters: 200_000,
    tokens: 2_000_000,
    sequenceLength: 64,
    precisionBits: 16,
    accelerator: 'NVIDIA H100 SXM5',
    accelerators: 1,
  },
  organisation: {
    name: 'Rift Lakes Computing Trust',
    country: 'KE',
    headquartersCountry: 'KE',
    ultimateParentCountry: 'KE',
  },
  endUse: {
    purpose: 'civil-research',
    description: 'Open research on small language models; results are published under an open licence.',
    // Left open on purpose: the rules ask, and the play answers.
    militaryOrIntelligence: null,
    weaponsOfMassDestruction: null,
    forOtherOrganisation: null,
  },
} as const

export const demoStatements = {
  lead: {
    passportName: 'Wanjiru Kamande',
    otherNames: [],
    birthDate: '1991-03-14',
    nationalities: ['KE'],
    residence: 'KE',
    affiliation: 'Rift Lakes Computing Trust',
    usPerson: 'no',
  },
  mate: {
    passportName: 'Baraka Odhiambo',
    otherNames: [],
    birthDate: '1994-08-02',
    nationalities: ['KE'],
    residence: 'KE',
    affiliation: 'Rift Lakes Computing Trust',
    usPerson: 'no',
  },
} as const
