import { describe, expect, it } from 'vitest'
import { translator } from '../messages/index.ts'
import {
  Chain,
  Clock,
  ConfirmBox,
  DataTable,
  EndedClock,
  ErrorSummary,
  Notice,
  OutsideLink,
  outsideHref,
  Page,
  plainOutput,
  Proof,
  Radios,
  rangesOf,
  ReasonCard,
  Settles,
  TextInput,
} from './index.ts'

const t = translator('en')
const html = (element: { toString(): string }): string => element.toString()

const reason = {
  code: 'x.y',
  outcome: 'needs-officer',
  finding: 'The end user is <b>not</b> stated.',
  arithmetic: ['989.5 × 16 = 15,832'],
  citations: [
    {
      instrument: '15 CFR',
      paragraph: '744.22',
      version: '85 FR 23459',
      from: '2020-06-29',
      until: null,
      status: 'stayed',
      text: 'No person may…',
    },
  ],
} as const

describe('what has ended', () => {
  it('says how and when, and waits for nobody', () => {
    const clock = html(<EndedClock t={t} how="awarded" at="2026-11-23T09:20:00Z" />)
    expect(clock).toContain('Awarded on')
    expect(clock).toContain('datetime="2026-11-23T09:20:00Z"')
    expect(clock).not.toMatch(/Waiting|With|left/)
  })
})

describe('what is missing on another page', () => {
  it('is a link to its field there', () => {
    const errors = [{ name: null, message: 'The title is missing.', href: '/x/edit/project#f-title' }]
    expect(html(<ErrorSummary t={t} errors={errors} />)).toContain('href="/x/edit/project#f-title"')
  })
})

describe('what others wrote', () => {
  it('never becomes markup, in text or in attributes', () => {
    const evil = '"><script>alert(1)</script>'
    const page = html(
      <>
        <TextInput t={t} name={evil} label={evil} value={evil} hint={evil} error={evil} />
        <Notice tone="stop" title={evil} />
        <ReasonCard t={t} reason={{ ...reason, finding: evil }} />
        <ErrorSummary t={t} errors={[{ name: evil, message: evil }]} />
      </>,
    )
    expect(page).not.toContain('<script')
    expect(page).toContain('&lt;script&gt;')
  })

  it('never becomes a link that runs script', () => {
    expect(outsideHref('javascript:alert(1)')).toBeUndefined()
    expect(outsideHref('data:text/html,x')).toBeUndefined()
    expect(html(<OutsideLink href=" javascript:alert(1)">Source</OutsideLink>)).toBe('<bdi>Source</bdi>')
    expect(html(<OutsideLink href="https://example.org/a">Source</OutsideLink>)).toContain(
      'href="https://example.org/a"',
    )
  })

  it('loses terminal controls in a log, but no line of it', () => {
    expect(plainOutput('\u001B[31mred\u001B[0m\r\n10%\r100%\nend\u0000')).toBe('red\n100%\nend')
  })
})

describe('a field', () => {
  it('is tied to its label, hint and error, and the summary links to it', () => {
    const field = html(
      <TextInput t={t} name="endUse.description" label="End use" hint="Why" error="Say more." />,
    )
    expect(field).toContain('<label for="f-endUse-description">')
    expect(field).toContain('id="f-endUse-description" name="endUse.description"')
    expect(field).toContain('aria-describedby="f-endUse-description-hint f-endUse-description-error"')
    expect(field).toContain('aria-invalid="true"')
    const summary = html(
      <ErrorSummary t={t} errors={[{ name: 'endUse.description', message: 'Say more.' }]} />,
    )
    expect(summary).toContain('href="#f-endUse-description"')
    expect(summary).toContain('role="alert"')
  })

  it('is required unless it says that it is optional', () => {
    expect(html(<TextInput t={t} name="a" label="A" />)).toContain('required')
    const optional = html(<TextInput t={t} name="a" label="A" optional />)
    expect(optional).not.toContain('required')
    expect(optional).toContain('(optional)')
  })

  it('with a few answers chooses none beforehand', () => {
    const options = [
      { value: 'yes', label: 'Yes' },
      { value: 'no', label: 'No' },
    ]
    const radios = (value: string | null) =>
      html(<Radios t={t} name="q" label="Q?" options={options} value={value} />)
    expect(radios(null)).not.toContain('checked')
    expect(radios('no')).toMatch(/value="no" checked/)
    expect(radios(null)).toContain('<fieldset')
  })
})

describe('the chain', () => {
  it('marks one step as current and says what comes next', () => {
    const chain = html(<Chain t={t} at="clear" />)
    expect(chain.match(/aria-current="step"/g)).toHaveLength(1)
    expect(chain.match(/<li /g)).toHaveLength(11)
    expect(chain).toContain('Step 3 of 11: clear. Next: review.')
  })

  it('promises no next step to what was stopped', () => {
    const chain = html(<Chain t={t} at="review" stopped />)
    expect(chain).toContain('Stopped at step 4 of 11: review.')
    expect(chain).not.toContain('Next')
  })
})

describe('the clock', () => {
  const clock = (now: string) =>
    html(
      <Clock
        t={t}
        since="2026-11-23T09:20:00Z"
        by="2026-11-25T11:20:00Z"
        who="Officer"
        now={Date.parse(now)}
      />,
    )

  it('says by when, how long is left, since when, and who has it', () => {
    const text = clock('2026-11-23T18:40:00Z')
    expect(text).toContain(
      '<time class="big" datetime="2026-11-25T11:20:00Z">Wed, 25 Nov 2026, 11:20 UTC</time>',
    )
    expect(text).toContain('1 day 16 hrs left')
    expect(text).toContain('for 9 hrs 20 mins')
    expect(text).toContain('Officer')
  })

  it('says "late" with a sign and a word from the first moment after the limit', () => {
    expect(clock('2026-11-25T11:20:00Z')).not.toContain('tag stop')
    expect(clock('2026-11-25T11:20:01Z')).toMatch(/tag stop.*1 sec late/s)
  })
})

describe('a reason', () => {
  it('shows source, date and status beside the finding, and law that is not in force as such', () => {
    const card = html(<ReasonCard t={t} reason={reason} />)
    expect(card).toContain('needs an officer')
    expect(card).toContain('744.22')
    expect(card).toContain('since 29 Jun 2020')
    expect(card).toContain('stayed')
    expect(card).toContain('<details>')
  })

  it('marks English findings as English on a page in another language', () => {
    expect(html(<ReasonCard t={translator('ar')} reason={reason} />)).toContain(
      '<strong><span lang="en" dir="ltr">The end user',
    )
    expect(html(<ReasonCard t={t} reason={reason} />)).not.toContain('lang="en"')
  })

  it('is German on a German page as far as it is known, the words of the law aside', () => {
    const known = {
      ...reason,
      finding: 'The purpose of the use is not stated.',
      arithmetic: ['8 bits × 250 dense TOPS = 2000'],
      citations: [{ ...reason.citations[0], paragraph: 'national rule', version: 'text not read' }],
    } as const
    const card = html(<ReasonCard t={translator('de')} reason={known} />)
    expect(card).toContain('<strong><span>Der Zweck der Nutzung ist nicht angegeben.</span></strong>')
    expect(card).toContain('<span>15 CFR</span>, <span>nationale Regel</span>')
    expect(card).toContain('<span>Text nicht gelesen</span>')
    expect(card).toContain('<span>8 Bit × 250 TOPS dicht besetzt = 2000</span>')
    expect(card.match(/lang="en"/g)).toHaveLength(1)
    expect(card).toContain('<p lang="en" dir="ltr">No person may…</p>')
  })

  it('comes with what each answer to an open question would do', () => {
    const answers = [
      { answer: 'yes', outcome: 'prohibited' },
      { answer: 'no', outcome: 'no-requirement-found' },
    ] as const
    const text = html(
      <Settles t={t} questions={[{ fact: 'f', ask: 'Will it?', whyAsked: 'Law.', answers }]} />,
    )
    expect(text).toMatch(/yes.*prohibited.*no.*no requirement found/s)
    const open = { answer: 'an open hit', outcome: 'needs-officer' } as const
    const whyAsked = 'Screening of the parties has not been completed.'
    const german = html(
      <Settles
        t={translator('de')}
        questions={[{ fact: 'screening', ask: 'Hits?', whyAsked, answers: [...answers, open] }]}
      />,
    )
    expect(german).toContain('<span>Der Abgleich der Parteien mit den Listen ist nicht abgeschlossen.</span>')
    expect(german).toContain('<span>ein offener Treffer</span>')
    expect(german).not.toContain('lang="en"')
  })
})

describe('proof', () => {
  it('names the entries as ranges that can be typed as they stand', () => {
    expect(rangesOf([48_192, 48_190, 48_191, 48_203, 48_190])).toBe('48190–48192, 48203')
    expect(html(<Proof t={t} entries={[{ index: 7 }]} verifyHref="/log/7" />)).toContain(
      'are entry 7 of the log',
    )
  })

  it('says so when nothing is in the log yet, and offers nothing to verify', () => {
    const text = html(<Proof t={t} entries={[]} verifyHref="/log" />)
    expect(text).toContain('Nothing on this page is in the log yet.')
    expect(text).not.toContain('<a')
  })
})

describe('a table', () => {
  const columns = [
    { key: 'name', head: 'Name', cell: (row: { name: string }) => row.name, sortable: true, rowHead: true },
  ]
  const table = (rows: { name: string }[]) =>
    html(
      <DataTable
        t={t}
        id="x"
        caption="Names"
        columns={columns}
        rows={rows}
        sort={{ key: 'name', direction: 'up' }}
        sortHref={(key, direction) => `?sort=${key}.${direction}`}
        empty="Nobody yet."
      />,
    )

  it('says how it is sorted, and its head turns the order round', () => {
    const text = table([{ name: 'Amina' }])
    expect(text).toContain('aria-sort="ascending"')
    expect(text).toContain('href="?sort=name.down"')
    expect(text).toContain('<th scope="row">Amina</th>')
    expect(text).toContain('aria-labelledby="x-caption"')
  })

  it('says what to do when it is empty', () => {
    expect(table([])).toContain('Nobody yet.')
  })
})

describe('a destructive step', () => {
  it('says what it will do in numbers and asks to have that read', () => {
    const box = (undoable: boolean) =>
      html(
        <ConfirmBox
          t={t}
          title="Close"
          effects={['Stop 3 jobs.']}
          action="/x"
          label="Close"
          cancelHref="/"
          undoable={undoable}
        />,
      )
    expect(box(false)).toContain('Stop 3 jobs.')
    expect(box(false)).toContain('It cannot be undone.')
    expect(box(false)).toMatch(/type="checkbox"[^>]*required/)
    expect(box(true)).not.toContain('type="checkbox"')
  })
})

describe('the page', () => {
  const page = (lang: 'en' | 'ar') =>
    html(
      <Page
        t={translator(lang)}
        alliance="Riverbend"
        title="Calls"
        homeHref="/"
        nav={[{ href: '/calls', label: 'Calls', current: true, waiting: 2 }]}
        languages={[
          { lang: 'en', href: '/en' },
          { lang: 'ar', href: '/ar' },
        ]}
        account={{ kind: 'guest', signInHref: '/in' }}
        footer={[]}
        assets={{ css: '/a.css', js: '/a.js' }}
        failed
      >
        <h1>Calls</h1>
      </Page>,
    )

  it('starts with the skip links and tells language, direction and failure', () => {
    const text = page('en')
    expect(text).toMatch(/^<!doctype html><html lang="en" dir="ltr">/i)
    expect(text).toMatch(/<body><a class="skip" href="#content">/)
    expect(text).toContain('<title>Error: Calls · Riverbend</title>')
    expect(text).toContain('<main id="content"')
    expect(page('ar')).toContain('<html lang="ar" dir="rtl">')
  })

  it('holds no style or script that a strict policy would refuse', () => {
    expect(page('en')).not.toMatch(/ style=|<style| on\w+=|<script>/)
  })
})
