import { type Citation, countryNames } from '@allmende/domain/terms'
import { cite } from '../cite.ts'
import { allCountries, countriesWhere, organisationCountries, personCountries } from '../parties.ts'
import type { Regime, Rule } from '../rule.ts'

const declared = cite('site declaration', 'national rule', 'as the site operator declared it')

/** The rule that a site's country or operator has declared, run as data: Allmende does not judge it. */
const nationalRule: Rule = {
  code: 'site-policy.national-rule',
  logic:
    'Where a site has declared a national rule that excludes the country, or a headquarters, of an organisation or person of a remote use: prohibited, from the day that the rule names. Where it is not declared whether there is such a rule, or it excludes countries and one is not stated, an officer decides and it is asked.',
  cite: declared,
  find: ({ facts, asOf }) => {
    if (facts.transaction !== 'remote-use') return []
    const policy = facts.site.nationalPolicy
    if (policy === null) {
      const finding =
        'The site operator has not declared whether a national rule limits who may use the site.'
      return [{ outcome: 'needs-officer', finding, missing: ['site.nationalPolicy'] }]
    }
    if (policy === 'none' || asOf < policy.from) return []
    const parties = [...organisationCountries(facts), ...personCountries(facts)]
    const citation: Citation = { ...declared, paragraph: policy.rule, from: policy.from }
    const hit = countriesWhere(parties, (code) => policy.excludedCountries.includes(code))
    if (hit.length > 0) {
      const named = hit.map((code) => countryNames[code] ?? code).join(', ')
      const finding = `The site's rule "${policy.rule}" excludes parties in or headquartered in ${named}.`
      return [{ outcome: 'prohibited', finding, citations: [citation] }]
    }
    const missing = parties.filter((fact) => fact.country === null).map((fact) => fact.path)
    if (missing.length > 0 && policy.excludedCountries.length > 0) {
      const finding = `The site's rule "${policy.rule}" depends on countries that are not stated.`
      return [{ outcome: 'needs-officer', finding, missing, citations: [citation] }]
    }
    return []
  },
}

const jurisdiction: Rule = {
  code: 'site-policy.jurisdiction',
  logic:
    'Where the country of the site of a remote use is not stated: an officer decides, since its law is not known, and it is asked.',
  cite: declared,
  find: ({ facts }) => {
    const known = allCountries(facts).find((fact) => fact.path === 'site.country')
    if (known === undefined || known.country !== null) return []
    const finding = "The site's country is not stated, so its law is not known."
    return [{ outcome: 'needs-officer', finding, missing: ['site.country'] }]
  },
}

export const sitePolicy: Regime = {
  name: 'site-policy',
  reach:
    'This policy looks at every case and speaks of remote use: it runs what the operator of the site, or its country, has declared.',
  scope: declared,
  data: [],
  rules: [nationalRule, jurisdiction],
}
