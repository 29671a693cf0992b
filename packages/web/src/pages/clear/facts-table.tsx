import type { ReplyOf, routes } from '@allmende/wire'
import { DataTable } from '../../components/index.ts'
import type { MessageKey, Translator } from '../../messages/index.ts'

type Fact = ReplyOf<typeof routes.getCase>['facts'][number]

const names: Readonly<Record<string, MessageKey>> = {
  'endUse.purpose': 'clear.fact.purpose',
  'endUse.militaryOrIntelligence': 'clear.fact.military',
  'endUse.wmd': 'clear.fact.wmd',
  'endUse.trainsModelForD5Entity': 'clear.fact.d5',
  'endUse.supercomputer': 'clear.fact.supercomputer',
  ukraineOccupiedRegion: 'clear.fact.ukraine',
  'organisation.country': 'clear.fact.organisationCountry',
  'organisation.headquartersCountry': 'clear.fact.headquarters',
  'organisation.ultimateParentCountry': 'clear.fact.parent',
  'person.nationalities': 'clear.fact.nationalities',
  'person.residenceCountry': 'clear.fact.residence',
  'person.usPerson': 'clear.fact.usPerson',
  screening: 'clear.fact.screening',
  'accelerator.name': 'clear.fact.accelerator',
  'site.country': 'clear.fact.siteCountry',
  'operator.headquartersCountry': 'clear.fact.operator',
  'site.licenceConditions': 'clear.fact.conditions',
  'site.nationalPolicy': 'clear.fact.policy',
}

function nameOf(t: Translator, { fact, number }: Fact): string {
  const key = names[fact]
  return key ? t(key, { number: number ?? 1 }) : fact
}

function Value({ t, value }: { readonly t: Translator; readonly value: string }) {
  if (value === '?') return <span class="soft">{t('clear.notStated')}</span>
  return value === 'yes' || value === 'no' ? <>{t(`settles.${value}`)}</> : <bdi>{value}</bdi>
}

/** Facts side by side with where each comes from. */
export function FactsTable({
  t,
  id,
  caption,
  facts,
}: {
  readonly t: Translator
  readonly id: string
  readonly caption: string
  readonly facts: readonly Fact[]
}) {
  return (
    <DataTable
      t={t}
      id={id}
      caption={caption}
      rows={facts}
      empty={t('clear.notStated')}
      columns={[
        { key: 'fact', head: t('clear.fact'), rowHead: true, cell: (fact) => nameOf(t, fact) },
        { key: 'value', head: t('clear.value'), cell: (fact) => <Value t={t} value={fact.value} /> },
        { key: 'by', head: t('clear.statedBy'), cell: (fact) => t(`clear.by.${fact.statedBy}`) },
      ]}
    />
  )
}
