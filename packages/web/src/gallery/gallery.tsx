import { BarChart, LineChart, StackedShare, WorldMap } from '../charts/index.ts'
import {
  ButtonLink,
  Chain,
  Clock,
  Code,
  Columns,
  ConfirmBox,
  DataTable,
  DefinitionList,
  EmptyState,
  EndedClock,
  Evidence,
  Figures,
  HoldNotice,
  LogView,
  Notice,
  Page,
  Pager,
  Progress,
  Proof,
  ReasonCard,
  Settles,
  Sheet,
  Tabs,
  Tag,
} from '../components/index.ts'
import { formatHours, formatMonth, formatNumber, languageNames, languages } from '../messages/index.ts'
import type { Language, Translator } from '../messages/index.ts'
import { pathPatterns, pathTo } from '../paths.ts'
import { factors, hold, losses, members, months, now, questions, reasons, sites } from './fixtures.ts'
import { FormStates } from './form-states.tsx'

type Room = { readonly t: Translator }

function Standing({ t }: Room) {
  return (
    <>
      <h2>Standing</h2>
      <Chain t={t} at="clear" hrefs={{ plan: '#plan', apply: '#apply' }} />
      <Chain t={t} at="review" stopped />
      <Chain t={t} at={null} />
      <p>
        <Tag tone="ok">awarded</Tag> <Tag tone="wait">one question open</Tag>{' '}
        <Tag tone="stop">refused: end use</Tag> <Tag tone="info">trial lane</Tag>
      </p>
      <Figures
        items={[
          {
            label: 'Accelerators in the pool',
            value: formatNumber(t.lang, 1184),
            basis: 'A100, H100, MI300X, Ascend 910B',
          },
          {
            label: 'Given this month',
            value: formatNumber(t.lang, 212_400),
            unit: 'h',
            basis: 'in A100-hours, 71 % of what was pledged',
          },
          {
            label: 'From application to first hour',
            value: formatNumber(t.lang, 3.2, 1),
            unit: 'days',
            basis: 'median; trial lane 48 s',
          },
          { label: 'Waiting for a person', value: '4', unit: 'cases', basis: 'oldest 19 h, clock 48 h' },
        ]}
      />
    </>
  )
}

function Case({ t }: Room) {
  return (
    <Columns
      main={
        <>
          <Sheet title="At site Rabat">
            {reasons.map((reason) => (
              <ReasonCard t={t} reason={reason} />
            ))}
            <Settles t={t} questions={questions} />
          </Sheet>
          <Sheet title="Person 2">
            <Evidence t={t} factors={factors} score={0.83} />
            <Evidence t={t} factors={[]} />
          </Sheet>
        </>
      }
      aside={
        <>
          <Sheet title={t('clock.title')}>
            <Clock
              t={t}
              since="2026-11-23T09:20:00Z"
              by="2026-11-25T11:20:00Z"
              who="Compliance officer"
              now={now}
            />
          </Sheet>
          <Sheet title={t('clock.title')}>
            <Clock t={t} since="2026-11-20T09:20:00Z" by="2026-11-22T09:20:00Z" who="Panel" now={now} />
          </Sheet>
          <Sheet>
            <Clock t={t} since="2026-11-23T09:20:00Z" by={null} who="Applicant" now={now} />
          </Sheet>
          <Sheet>
            <EndedClock t={t} how="refused" at="2026-11-23T09:20:00Z" />
          </Sheet>
          <Proof
            t={t}
            entries={[48_190, 48_191, 48_192, 48_203].map((index) => ({ index }))}
            verifyHref="#verify"
            checkpoint={{ size: 48_211, at: '2026-11-23T18:40:00Z' }}
          />
          <Proof t={t} entries={[]} verifyHref="#verify" />
        </>
      }
    />
  )
}

type Decision = { readonly title: string; readonly member: string; readonly hours: number }

function Tables({ t }: Room) {
  const decisions: readonly Decision[] = [
    { title: 'Swahili speech, open corpus', member: 'Kenya', hours: 12_000 },
    { title: 'Mangrove carbon from radar', member: 'Indonesia', hours: 4500 },
    { title: 'Turbine blade surrogate', member: 'Germany', hours: 30_000 },
  ]
  const columns = [
    {
      key: 'title',
      head: 'Project',
      cell: (row: Decision) => <a href="#project">{row.title}</a>,
      rowHead: true,
      sortable: true,
    },
    { key: 'member', head: 'Member', cell: (row: Decision) => row.member, sortable: true },
    { key: 'outcome', head: 'Outcome', cell: () => <Tag tone="ok">awarded</Tag> },
    {
      key: 'hours',
      head: 'Hours',
      cell: (row: Decision) => formatHours(t.lang, row.hours * 3_600_000),
      numeric: true,
      sortable: true,
    },
  ]
  const empty = (
    <EmptyState title="No decisions yet" action={{ href: '#calls', label: 'Open calls' }}>
      The first decision stands here a minute after it is made.
    </EmptyState>
  )
  const sortHref = (key: string, direction: string) => `?sort=${key}.${direction}`
  return (
    <>
      <h2>Tables</h2>
      <DataTable
        t={t}
        id="decisions"
        caption="Decisions this week"
        columns={columns}
        rows={decisions}
        sort={{ key: 'hours', direction: 'down' }}
        sortHref={sortHref}
        csvHref="#csv"
        empty={empty}
      />
      <Pager t={t} shown={3} firstHref="#first" nextHref="#next" />
      <DataTable t={t} id="none" caption="Decisions last week" columns={columns} rows={[]} empty={empty} />
      <Pager t={t} label="Pages of last week" shown={0} firstHref={null} nextHref={null} />
      <DefinitionList
        items={[
          { term: 'Number', detail: 'A-2026-0417' },
          { term: 'Asked for', detail: formatHours(t.lang, 16_200_000_000) },
        ]}
      />
    </>
  )
}

function Charts({ t }: Room) {
  const hours = (value: number) => formatHours(t.lang, value)
  const stacked = members.slice(0, 5).map(({ label, used }) => ({ label, value: used }))
  const perMonth = months.map((month, index) => ({
    label: formatMonth(t.lang, month),
    value: members[index]?.given ?? 0,
  }))
  return (
    <>
      <h2>Charts</h2>
      <WorldMap
        t={t}
        id="map"
        title="Members and sites"
        members={members.map(({ country, label }) => ({ country, name: label }))}
        sites={sites}
      />
      <BarChart
        t={t}
        id="bars"
        title="Given and used, by member"
        note="Hours in A100-hours, last 30 days."
        rows={members}
        format={hours}
        csvHref="#csv"
      />
      <LineChart
        t={t}
        id="loss"
        title="Loss"
        fitted
        rows={losses.map((value, index) => ({ label: `${index * 100}`, value }))}
        format={(value) => formatNumber(t.lang, value, 2)}
      />
      <LineChart t={t} id="months" title="Given by month" rows={perMonth} format={hours} />
      <StackedShare t={t} id="shares" title="Used, by member" rows={stacked} format={hours} />
      <BarChart t={t} id="nobars" title="Given and used, by member" rows={[]} format={hours} />
    </>
  )
}

function Messages({ t }: Room) {
  return (
    <>
      <h2>Messages and output</h2>
      <Notice tone="ok" title="The application was sent" announce>
        <p>
          It has the number A-2026-0417. <a href="#read">Read it</a>.
        </p>
      </Notice>
      <Notice tone="info" title="This list was imported an hour ago" />
      <Notice tone="wait" title="List us-csl is 9 days old; screening allows 7">
        <p>Run the import, or ask an officer for a waiver.</p>
      </Notice>
      <HoldNotice t={t} site="Jena" hold={hold} />
      <Progress id="left" label="Used of the award" value={3200} max={12_000} words="3,200 h of 12,000 h" />
      <ConfirmBox
        t={t}
        title="Close the project Swahili speech"
        effects={['Stop 3 running jobs; 41 h of work is lost.', 'Return 8,759 h to the pool.']}
        action="#close"
        label="Close the project"
        cancelHref="#back"
        undoable={false}
      />
      <Code
        t={t}
        label="Command for the site"
        text="allmende-agent join --url https://allmende.example --token 9f2c…"
      />
      <LogView
        t={t}
        text={'\u001B[32mstep 100\u001B[0m loss 3.02\nstep 200 loss 2.61 <end>'}
        tailHref={pathTo('jobLog', { id: 7 })}
        offset={42}
        refreshHref="#log"
      />
      <LogView t={t} text="" tailHref={null} offset={0} refreshHref="#log" />
      <p class="lead">
        Teams in any member country may use the pool. Every award, every refusal and every hour is written in
        a public log.
      </p>
      <p class="bar">
        <ButtonLink href="#plan">Plan a training run</ButtonLink>
        <ButtonLink href="#apply" tone="quiet">
          Apply for compute
        </ButtonLink>
      </p>
    </>
  )
}

/** Every component in every state, in one language; light or dark follows the system. For people and for tests. */
export function Gallery({
  t,
  assets,
}: Room & { readonly assets: { readonly css: string; readonly js?: string | undefined } }) {
  const hrefOf = (lang: Language) => pathTo('language', {}, { to: lang, next: pathPatterns.gallery })
  return (
    <Page
      t={t}
      alliance="Riverbend Alliance"
      title="Gallery"
      homeHref="#home"
      demo
      nav={[
        { href: '#commons', label: t('nav.commons'), current: true },
        { href: '#calls', label: t('nav.calls') },
        { href: '#plan', label: t('nav.plan') },
        { href: '#members', label: t('nav.members') },
        { href: '#queue', label: t('nav.queue'), waiting: 4 },
        { href: '#rules', label: t('nav.rules') },
        { href: '#log', label: t('nav.log') },
      ]}
      languages={languages.map((lang) => ({ lang, href: hrefOf(lang) }))}
      account={
        t.lang === 'de'
          ? { kind: 'person', name: 'Amina Otieno', href: '#me', signOutAction: '#out' }
          : { kind: 'guest', signInHref: '#in' }
      }
      breadcrumb={[{ label: t('nav.queue'), href: '#queue' }, { label: languageNames[t.lang] }]}
      footer={[
        { href: '#data', label: t('nav.openData') },
        { href: '#a11y', label: t('nav.accessibility') },
        { href: '#status', label: t('nav.status') },
      ]}
      assets={assets}
    >
      <h1>Six countries, three sites, one pool of compute</h1>
      <Tabs
        label="Parts of the gallery"
        items={[
          { href: '#a', label: t('nav.applications'), current: true },
          { href: '#b', label: t('nav.projects') },
          { href: '#c', label: t('nav.jobs') },
        ]}
      />
      <Standing t={t} />
      <Case t={t} />
      <FormStates t={t} />
      <Tables t={t} />
      <Charts t={t} />
      <Messages t={t} />
    </Page>
  )
}
