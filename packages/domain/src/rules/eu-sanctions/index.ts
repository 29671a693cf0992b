import { type CountryCode, countryNames } from '@allmende/domain/terms'
import { cite } from '../cite.ts'
import { euMembers, euNexus } from '../eu-members.ts'
import { countriesWhere, organisationCountries } from '../parties.ts'
import type { Context, Finding, Regime, Rule } from '../rule.ts'

const regulation = 'Regulation (EU) No 833/2014'
const status = 'unverified'
const services = cite(regulation, 'Article 5n', 'known from secondary sources', { status })
const advanced = cite(
  regulation,
  'Article 5n, services of artificial intelligence',
  'FAQ 38 of the Commission, 2026-01-22, known from secondary sources',
  { from: '2026-01-22', status },
)
const others = cite(regulation, 'other articles, and Regulation (EC) No 765/2006', 'text not read', {
  status,
})

const isRussia = (code: CountryCode) => code === 'RU'
const isRussiaOrBelarus = (code: CountryCode) => code === 'RU' || code === 'BY'
const nothing: readonly Finding[] = []

/** Whether an organisation is in Russia, or headquartered or owned there. */
const isRussian = ({ facts }: Context) => countriesWhere(organisationCountries(facts), isRussia).length > 0

const servicesFound: readonly Finding[] = [
  {
    outcome: 'needs-officer',
    finding:
      'An organisation in Russia, or headquartered or owned there, takes part. Article 5n bans services and software for the management of enterprises, and others, to entities established in Russia, where they sign up by themselves too; its text was not read, so an officer reads it.',
  },
]
const advancedFound: readonly Finding[] = [
  {
    outcome: 'needs-officer',
    finding:
      'A Russian organisation would use accelerators. By the FAQ of 2026-01-22 the ban covers access to AI models and to platforms for their training, fine-tuning and inference, and the computing infrastructure for them; the day from which it applies was not seen.',
  },
]

const enterprise: Rule = {
  code: 'eu-sanctions.services',
  logic:
    'Where an organisation that takes part is in Russia, or headquartered or owned there, and the case touches the Union: an officer decides.',
  cite: services,
  find: (context) => (isRussian(context) ? servicesFound : nothing),
}

const intelligence: Rule = {
  code: 'eu-sanctions.ai-services',
  logic:
    'Where an organisation in Russia, or headquartered or owned there, takes part in a remote use that touches the Union, which is taken for a service of artificial intelligence: an officer decides.',
  cite: advanced,
  only: 'remote-use',
  find: (context) => (isRussian(context) ? advancedFound : nothing),
}

const otherTies: Rule = {
  code: 'eu-sanctions.other-ties',
  logic:
    'Where a person, a place or a destination in Russia or Belarus, or an organisation of Belarus, is part of a case that touches the Union: an officer reads the articles that are not encoded.',
  cite: others,
  find: (context) => {
    const hit = countriesWhere(context.countries, isRussiaOrBelarus)
    if (hit.length === 0 || isRussian(context)) return nothing
    const named = hit.map((code) => countryNames[code] ?? code).join(', ')
    const finding = `The case touches ${named}. Sanctions of the Union on goods, technology, assistance and listed persons may reach it; their text was not read.`
    return [{ outcome: 'needs-officer', finding }]
  },
}

/** Sanctions of the Union on Russia and Belarus, as far as they are known: no text of them was read. */
export const euSanctions: Regime = {
  name: 'eu-sanctions',
  reach:
    'Hardware, technology or software leaves a member state of the European Union, the site of a remote use is there, or a party, an operator or a destination is there or headquartered there. Sanctions on other countries, and asset freezes but for what screening finds, are not encoded.',
  scope: services,
  nexus: euNexus,
  data: [euMembers],
  rules: [enterprise, intelligence, otherTies],
}
