import type { Settings } from '../settings.ts'

/** Where a list is published. Several files are read one after another. */
export type ListSource = {
  readonly title: string
  readonly format: string
  readonly urls: readonly string[]
}

const ofac = 'https://sanctionslistservice.ofac.treas.gov/api/download'

/**
 * Official addresses, as the publishers name them. Only the first was seen to answer; the others are known from
 * their publishers' pages. The European Union hands out an address of one's own, which is set as
 * `ALLMENDE_LIST_URL_EU`.
 */
const official: Readonly<Record<string, ListSource>> = {
  'us-csl': {
    title: 'US Consolidated Screening List',
    format: 'us-csl-csv',
    urls: ['https://data.trade.gov/downloadable_consolidated_screening_list/v1/consolidated.csv'],
  },
  'ofac-sdn': {
    title: 'OFAC, SDN list',
    format: 'ofac-csv',
    urls: ['sdn.csv', 'alt.csv', 'add.csv'].map((file) => `${ofac}/${file}`),
  },
  'ofac-cons': {
    title: 'OFAC, consolidated non-SDN list',
    format: 'ofac-cons-csv',
    urls: ['cons_prim.csv', 'cons_alt.csv', 'cons_add.csv'].map((file) => `${ofac}/${file}`),
  },
  un: {
    title: 'UN Security Council, consolidated list',
    format: 'un-xml',
    urls: ['https://scsanctions.un.org/resources/xml/en/consolidated.xml'],
  },
  eu: { title: 'European Union, financial sanctions', format: 'eu-xml', urls: [] },
  uk: {
    title: 'UK Sanctions List',
    format: 'uk-csv',
    urls: ['https://sanctionslist.fcdo.gov.uk/docs/UK-Sanctions-List.csv'],
  },
}

export const officialLists: readonly string[] = Object.keys(official)

/** Where a list is fetched from; null where nobody knows. */
export function sourceOf(settings: Settings, name: string): ListSource | null {
  const known = Object.hasOwn(official, name) ? official[name] : undefined
  const urls = settings.listUrls[name] ?? known?.urls ?? []
  return known && urls.length > 0 ? { ...known, urls } : null
}
