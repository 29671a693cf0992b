import type { Citation } from '@allmende/domain/terms'
import type { Book, BookCase, BookRegime, BookRule, BookValue } from './book.ts'

/** A page of the book as a file. */
export type BookPage = { readonly path: string; readonly text: string }

/** Text in a cell of a table, or in a line: what Markdown would read as its own is kept from it. */
const plain = (text: string) =>
  text.replaceAll(/[\\`*_~[\]<>|&]/g, (sign) => `\\${sign}`).replaceAll('\n', ' ')

function period({ from, until }: Citation): string {
  return until === null ? `from ${from}` : `from ${from} until ${until}`
}

function citation(cite: Citation): string {
  return `${plain(cite.instrument)}, ${plain(cite.paragraph)} · ${plain(cite.version)} · ${period(cite)} · ${cite.status}`
}

function caseRow(one: BookCase): string {
  return `| ${plain(one.name)} | ${one.asOf} | ${one.outcome} | ${one.absent ? 'silent' : 'speaks'} |`
}

function ruleLines(rule: BookRule): string[] {
  const layers = { both: [], text: ['By the text alone.'], enforcement: ['As enforced alone.'] }
  return [
    `### ${plain(rule.code)}`,
    '',
    plain(rule.logic),
    '',
    `*${citation(rule.cite)}*`,
    '',
    ...[
      ...layers[rule.layer],
      ...(rule.fourEyes ? ['Where it asks for an officer, two decide.'] : []),
    ].flatMap((line) => [line, '']),
    ...(rule.cite.text === undefined ? [] : [`> ${plain(rule.cite.text)}`, '']),
    '| worked case | as of | outcome | this rule |',
    '| --- | --- | --- | --- |',
    ...rule.cases.map(caseRow),
    '',
  ]
}

function valueLines(value: BookValue): string[] {
  return [
    `### ${plain(value.cite)}`,
    '',
    `Unit: ${plain(value.unit)}.`,
    '',
    '| from | value | brought in by | status |',
    '| --- | --- | --- | --- |',
    ...value.versions.map(
      (one) => `| ${one.from} | ${plain(one.value)} | ${plain(one.cite)} | ${one.status} |`,
    ),
    '',
    ...value.versions.flatMap((one) =>
      one.text === null ? [] : [`Text from ${one.from}:`, '', `> ${plain(one.text)}`, ''],
    ),
  ]
}

function regimePage(regime: BookRegime, rulesVersion: string): BookPage {
  return {
    path: `${regime.name}.md`,
    text: [
      `# ${regime.name}`,
      '',
      plain(regime.reach),
      '',
      `*${citation(regime.scope)}*`,
      '',
      `Edition: ${rulesVersion}.`,
      '',
      '## Rules',
      '',
      ...regime.rules.flatMap(ruleLines),
      ...(regime.values.length === 0 ? [] : ['## Values of law and their history', '']),
      ...regime.values.flatMap(valueLines),
    ].join('\n'),
  }
}

/** The book as Markdown files: an index and a page for each regime. */
export function bookAsMarkdown(book: Book): readonly BookPage[] {
  const index = [
    '# The rules',
    '',
    `Edition: ${book.rulesVersion}. Decision support, not legal advice. Regimes run side by side; the strictest outcome wins and all are shown. A citation marked \`unverified\` rests on something other than the text of the law.`,
    '',
    '| regime | reaches | rules | cases | values |',
    '| --- | --- | ---: | ---: | ---: |',
    ...book.regimes.map(
      (one) =>
        `| [${one.name}](${one.name}.md) | ${plain(one.reach)} | ${one.rules.length} | ${one.rules.reduce((sum, rule) => sum + rule.cases.length, 0)} | ${one.values.length} |`,
    ),
    '',
  ].join('\n')
  return [
    { path: 'index.md', text: index },
    ...book.regimes.map((regime) => regimePage(regime, book.rulesVersion)),
  ]
}
