import { routes, type ReplyOf } from '@allmende/wire'
import {
  Chain,
  Clock,
  Columns,
  DefinitionList,
  ErrorSummary,
  type FormError,
  Notice,
  Proof,
  Sheet,
  Tag,
} from '../../components/index.ts'
import { formatInstant, formatNumber, type MessageKey, type Translator } from '../../messages/index.ts'
import { pathPatterns, pathTo } from '../../paths.ts'
import type { Form, Shown, Visit } from '../../web.ts'
import { formErrors } from '../refused.ts'
import { Enquiries } from './ask.tsx'
import { FactsTable } from './facts-table.tsx'
import { HitBox } from './hit-box.tsx'
import { SiteBox } from './site-box.tsx'

type Case = ReplyOf<typeof routes.getCase>
type Inside = { readonly visit: Visit; readonly file: Case; readonly errors: readonly FormError[] }

const holders: Readonly<Record<string, MessageKey>> = {
  officer: 'clear.who.officer',
  applicant: 'clear.who.applicant',
  rules: 'clear.who.rules',
  reviewers: 'clear.who.reviewers',
  panel: 'clear.who.panel',
}

type Party = Case['parties'][number]

/** What an owner holds of whom, and where that is known from. */
function Holdings({ t, party }: { readonly t: Translator; readonly party: Party }) {
  if (party.holdings.length === 0) return null
  return (
    <ul class="plain">
      {party.holdings.map(({ of, share, controls, source }) => (
        <li>
          {t(controls ? 'clear.controls' : 'clear.holds', {
            share: share === null ? t('clear.shareUnknown') : `${formatNumber(t.lang, share, 2)} %`,
            of,
          })}{' '}
          <span class="soft">
            ({source === 'stated by the applicant' ? t('clear.statedByApplicant') : source})
          </span>
        </li>
      ))}
    </ul>
  )
}

/** Whether an organisation counts as listed because of who owns it, with the stakes that add up and the rule. */
function Ownership({ visit, file }: Inside) {
  const { t } = visit
  const percent = (share: number) => `${formatNumber(t.lang, share, 2)} %`
  if (file.ownership.length === 0) return null
  return (
    <Sheet title={t('clear.ownership')}>
      {file.ownership.map((one) => (
        <>
          <p>
            <bdi>{one.organisation}</bdi>{' '}
            <Tag tone={ownedTone[one.outcome]}>{t(`clear.owned.${one.outcome}`)}</Tag>{' '}
            {t('clear.ownedShare', { least: percent(one.least), most: percent(one.most) })}
          </p>
          <p class="soft">
            {t('clear.byRule', {
              rule: `${one.citation.instrument}, ${one.citation.paragraph} (${one.citation.version})`,
            })}{' '}
            {one.citation.status === 'in-force' ? null : (
              <Tag tone="wait">{t(`law.${one.citation.status}`)}</Tag>
            )}
          </p>
          <ul class="plain">
            {one.chain.map((link) => (
              <li>
                <bdi>{link.owner}</bdi> → <bdi>{link.owned}</bdi>:{' '}
                {link.share === null ? t('clear.byControl') : percent(link.share)} ·{' '}
                {t(`clear.counted.${link.counted}`)}
              </li>
            ))}
          </ul>
        </>
      ))}
      <p class="soft">{t('clear.ownershipHint')}</p>
    </Sheet>
  )
}

const ownedTone = { owned: 'stop', 'not-owned': 'wait', unknown: 'wait' } as const

/** What a party stated, before what follows; nothing where it stated nothing. */
function StatedOf({ party }: { readonly party: Party }) {
  const stated = [party.birthDate, ...party.countries, party.affiliation, ...party.identifiers].filter(
    Boolean,
  )
  return stated.length === 0 ? null : (
    <>
      <bdi>{stated.join(' · ')}</bdi>
      {' · '}
    </>
  )
}

function Parties({ visit, file, errors }: Inside) {
  const { t } = visit
  return (
    <Sheet title={t('clear.parties')}>
      {file.parties.map((party) => (
        <>
          <h3>
            <bdi>{party.name}</bdi>{' '}
            {party.holdings.length > 0 ? <Tag tone="info">{t('clear.owner')}</Tag> : null}{' '}
            {party.hits.length === 0 ? <Tag tone="ok">{t('clear.noHit')}</Tag> : null}
          </h3>
          <p class="soft">
            <StatedOf party={party} />
            {party.screenedAt
              ? t('clear.screened', { at: formatInstant(t.lang, party.screenedAt) })
              : t('clear.notScreened')}
          </p>
          <Holdings t={t} party={party} />
          {party.hits.map((hit) => (
            <HitBox visit={visit} application={file.application} hit={hit} errors={errors} />
          ))}
        </>
      ))}
    </Sheet>
  )
}

function Facts({ visit, file }: Inside) {
  const { t } = visit
  const description = typeof file.endUse.description === 'string' ? file.endUse.description : ''
  return (
    <Sheet title={t('clear.facts')}>
      <DefinitionList
        items={[{ term: t('apply.useDescription'), detail: <bdi>{description || '–'}</bdi> }]}
      />
      <FactsTable t={t} id="facts" caption={t('apply.content')} facts={file.facts} />
    </Sheet>
  )
}

/** One case: facts, reasons, questions and evidence, and what an officer can do about them. */
export async function showCase(visit: Visit, errors: readonly FormError[] = []): Promise<Shown> {
  const { t } = visit
  const file = await visit.api.call(routes.getCase, { params: { id: visit.param('id') } })
  const inside = { visit, file, errors }
  return {
    title: file.title,
    at: 'cases',
    failed: errors.length > 0,
    status: errors.length > 0 ? 422 : 200,
    breadcrumb: [{ label: t('nav.queue'), href: pathPatterns.cases }, { label: file.number }],
    body: (
      <>
        <h1>
          <bdi>{file.title}</bdi>
        </h1>
        <Chain t={t} at="clear" />
        <ErrorSummary t={t} errors={errors} />
        {file.waitsFor.map((why) => (
          <Notice tone="wait" title={why} />
        ))}
        <Columns
          main={
            <>
              <Parties {...inside} />
              <Ownership {...inside} />
              {file.sites.map((site) => (
                <SiteBox visit={visit} application={file.application} site={site} errors={errors} />
              ))}
              <Facts {...inside} />
              <Enquiries {...inside} />
              <Proof
                t={t}
                entries={file.proofs}
                verifyHref={pathTo('logEntry', { index: file.proofs.at(-1)?.index ?? 0 })}
              />
            </>
          }
          aside={
            <Clock
              t={t}
              since={file.clock.since}
              by={file.clock.by}
              who={t(holders[file.clock.who] ?? 'clear.who.nobody')}
              now={visit.now}
            />
          }
        />
      </>
    ),
  }
}

/** Sends a verdict with its reason; a refused one stands at the field. */
export async function decide(
  visit: Visit,
  form: Form,
  thing: string,
  send: (verdict: string, reason: string) => Promise<unknown>,
): Promise<Shown | Response> {
  const name = `reason-${thing}`
  try {
    await send(form.text('verdict'), form.text(name))
  } catch (error) {
    return showCase(
      visit,
      formErrors(visit.t, error, () => name).map((e) =>
        e.name ? { name: e.name, message: visit.t('clear.reasonMissing') } : e,
      ),
    )
  }
  return visit.c.redirect(pathTo('case', { id: visit.param('id') }), 303)
}
