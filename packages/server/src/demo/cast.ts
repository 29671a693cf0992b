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
  reefLead: { name: 'Dewi Lestari Putri', email: 'lead@nusantara.example', role: 'applicant' },
  forestLead: { name: 'Joana Sereno', email: 'lead@mare.example', role: 'applicant' },
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
  // The figures of examples/train-char-lm, so that what was planned can be held against what the job reports.
  plan: {
    parameters: 35_252,
    tokens: 192_000,
    sequenceLength: 12,
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

/** An applicant whose application the demo leaves under way. */
export type DemoApplicant = (typeof openApplications)[keyof typeof openApplications]

const answeredEndUse = {
  purpose: 'civil-research',
  militaryOrIntelligence: 'no',
  weaponsOfMassDestruction: 'no',
  forOtherOrganisation: 'no',
} as const

export const openApplications = {
  /** Its partner's name resembles an entry of the Unverified List: an officer must look. */
  toClear: {
    email: demoPeople.reefLead.email,
    member: 'id',
    content: {
      title: 'Maps of the reefs of the Coral Triangle',
      summary:
        'We classify satellite images of shallow reefs, to see from year to year where coral bleaches. Maps and models are published.',
      askedAcceleratorMs: 1200 * hour,
      plan: {
        parameters: 300_000_000,
        tokens: 20_000_000_000,
        sequenceLength: 1024,
        precisionBits: 16,
        accelerator: 'NVIDIA A100 SXM 80GB',
        accelerators: 8,
      },
      organisation: {
        name: 'Alliance EG',
        country: 'ID',
        headquartersCountry: 'ID',
        ultimateParentCountry: 'ID',
      },
      endUse: { ...answeredEndUse, description: 'Mapping of coral reefs from open satellite images.' },
    },
    statement: {
      passportName: 'Dewi Lestari Putri',
      birthDate: '1988-11-02',
      nationalities: ['ID'],
      residence: 'ID',
      affiliation: 'Alliance EG',
      usPerson: 'no',
    },
  },
  /** Cleared, and waiting for two reviewers. */
  toReview: {
    email: demoPeople.forestLead.email,
    member: 'br',
    content: {
      title: 'Speech for three languages of the Amazon',
      summary:
        'We train small speech models for three languages with fewer than ten thousand speakers, from recordings their communities hold and agreed to share. Models go back to the communities.',
      askedAcceleratorMs: 800 * hour,
      plan: {
        parameters: 90_000_000,
        tokens: 6_000_000_000,
        sequenceLength: 2048,
        precisionBits: 16,
        accelerator: 'NVIDIA H100 SXM5',
        accelerators: 4,
      },
      organisation: {
        name: 'Instituto Maré de Computação',
        country: 'BR',
        headquartersCountry: 'BR',
        ultimateParentCountry: 'BR',
      },
      endUse: {
        ...answeredEndUse,
        description: 'Speech recognition for education and archives of the communities.',
      },
    },
    statement: {
      passportName: 'Joana Sereno',
      birthDate: '1985-05-19',
      nationalities: ['BR'],
      residence: 'BR',
      affiliation: 'Instituto Maré de Computação',
      usPerson: 'no',
    },
  },
} as const
