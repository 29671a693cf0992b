import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseSync } from 'rolldown/utils'
import { describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

type Source = { readonly path: string; readonly text: string }
/** A node of the syntax tree (ESTree), as far as these rules look into it. */
type Node = { readonly type: string; readonly start: number; readonly end: number }
type Field = Readonly<Record<string, unknown>>
/** What a rule finds in a file, as "path:line what". */
type Rule = (source: Source) => string[]

const folders = ['packages', 'tests', 'tools', 'bench', 'examples', 'docs']
const leftOut = new Set(['node_modules', 'dist', '.tsbuild', 'migrations', 'data'])
const isTest = (path: string) => /\.test\.tsx?$/.test(path)
const isCode = (path: string) => /\.(tsx?|mjs)$/.test(path)

function filesBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return leftOut.has(entry.name) ? [] : filesBelow(path)
    return /\.(tsx?|mjs|css|md|ya?ml)$/.test(entry.name) ? [path] : []
  })
}
const atRoot = readdirSync(root).filter((name) => name.endsWith('.md'))
const sources: readonly Source[] = [...folders.flatMap(filesBelow), ...atRoot].map((path) => ({
  path,
  text: readFileSync(join(root, path), 'utf8'),
}))
const code = sources.filter(({ path }) => isCode(path))

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Partial<Node>).type === 'string'
const childrenOf = (node: Node): Node[] => Object.values(node).flat().filter(isNode)
const isFunction = (node: Node) => /Function/.test(node.type) && !node.type.startsWith('TS')
const isMarkup = (node: Node) => node.type === 'JSXElement' || node.type === 'JSXFragment'

function nodesOf({ path, text }: Source): Node[] {
  const { program, errors } = parseSync(path, text)
  // What cannot be read would pass every rule.
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message ?? 'not read'}`)
  const all: Node[] = []
  const open: Node[] = [program]
  for (let node = open.pop(); node; node = open.pop()) {
    all.push(node)
    open.push(...childrenOf(node))
  }
  return all.toSorted((a, b) => a.start - b.start)
}
const lineAt = (text: string, offset: number) => text.slice(0, offset).split('\n').length
const at = ({ path, text }: Source, node: Node, what: string) => `${path}:${lineAt(text, node.start)} ${what}`

/** A reason begins so, in a comment: "Long, since …" */
const reason = /\blong,? since\b/i
const remedy = 'part it, or write the reason above it: "Long, since …"'
const linesMax = { file: 400, function: 70 }

const longFiles: Rule = ({ path, text }) => {
  const lines = text.trimEnd().split('\n').length
  const top = /^(?:#![^\n]*\n)?\s*(?:\/\*[\s\S]*?\*\/|(?:\/\/[^\n]*\n)+)/.exec(text)?.[0] ?? ''
  return lines > linesMax.file && !reason.test(top) ? [`${path} has ${lines} lines: ${remedy}`] : []
}

/** Lines of a node without those of functions and markup inside it, which count for themselves. */
function ownLines(text: string, node: Node): number {
  const span = (n: Node) => lineAt(text, n.end) - lineAt(text, n.start) + 1
  let lines = span(node)
  const leaveOut = (inside: Node) => {
    for (const child of childrenOf(inside)) {
      if (isFunction(child) || (isMarkup(child) && !isMarkup(node))) lines -= Math.max(0, span(child) - 2)
      else leaveOut(child)
    }
  }
  leaveOut(node)
  return lines
}

const longFunctions: Rule = (source) => {
  if (isTest(source.path)) return []
  const { text } = source
  const comments = parseSync(source.path, text).comments
  const above = (node: Node) => comments.filter((c) => lineAt(text, c.end) === lineAt(text, node.start) - 1)
  return nodesOf(source)
    .filter((node) => isFunction(node) || isMarkup(node))
    .filter((node) => ownLines(text, node) > linesMax.function)
    .filter((node) => !above(node).some((comment) => reason.test(comment.value)))
    .map((node) => at(source, node, `has ${ownLines(text, node)} lines: ${remedy}`))
}

const paths = 'packages/web/src/paths.ts'
/** Addresses of this site: text that begins with a slash and a letter, wherever it stands. */
const addresses: Rule = (source) => {
  if (!source.path.startsWith('packages/web/src/') || source.path === paths || isTest(source.path)) return []
  return nodesOf(source).flatMap((node) => {
    const { value } = node as Node & { value?: unknown }
    const written =
      node.type === 'Literal' || node.type === 'JSXText'
        ? value
        : node.type === 'TemplateElement'
          ? (value as Field).raw
          : null
    return typeof written === 'string' && /^\/[a-z]/i.test(written) ? [at(source, node, written)] : []
  })
}

function fieldsOf(node: Node, constants: ReadonlyMap<string, Node>): Map<string, unknown> {
  const fields = new Map<string, unknown>()
  for (const property of (node as Node & { properties?: Field[] }).properties ?? []) {
    if (property.type === 'SpreadElement') {
      const spread = constants.get(String((property.argument as Field).name))
      if (spread) for (const [name, value] of fieldsOf(spread, constants)) fields.set(name, value)
    } else fields.set(String((property.key as Field).name), property.value)
  }
  return fields
}

/** Constants of a file that are objects, by name; `as const` and `satisfies` are looked through. */
function constantsOf(nodes: readonly Node[]): Map<string, Node> {
  const named = nodes.flatMap((node) => {
    const { id, init } = node as Node & { id?: Field; init?: Node & { expression?: Node } }
    const value = init?.expression ?? init
    return node.type === 'VariableDeclarator' && value?.type === 'ObjectExpression'
      ? [[String(id?.name), value] as const]
      : []
  })
  return new Map(named)
}

/** Values of law: what is handed to `dated`, and each version of it, with a date and a value. */
const uncited: Rule = (source) => {
  if (!source.path.startsWith('packages/domain/src/rules/') || isTest(source.path)) return []
  const nodes = nodesOf(source)
  const constants = constantsOf(nodes)
  const isCited = (fields: Map<string, unknown>) => {
    const cite = fields.get('cite') as Field | undefined
    return cite !== undefined && !(cite.type === 'Literal' && String(cite.value).trim() === '')
  }
  const wrong = (node: Node | undefined, what: string) =>
    node && !isCited(fieldsOf(node, constants)) ? [at(source, node, what)] : []
  return nodes.flatMap((node) => {
    if (node.type === 'CallExpression') {
      const { callee, arguments: given } = node as Node & { callee: Field; arguments: Node[] }
      return callee.name === 'dated' ? wrong(given[0], 'a value without a citation') : []
    }
    const fields = node.type === 'ObjectExpression' ? fieldsOf(node, constants) : new Map<string, unknown>()
    return fields.has('from') && fields.has('value') ? wrong(node, 'a version without a citation') : []
  })
}

const leftOutTests: Rule = (source) => {
  const modifiers = new Set(['skip', 'skipIf', 'runIf', 'only', 'todo', 'fails'])
  return nodesOf(source).flatMap((node) => {
    if (node.type !== 'MemberExpression') return []
    const { object, property } = node as Node & { object: Field; property: Field }
    return /^(?:test|it|describe|suite)$/.test(String(object.name)) && modifiers.has(String(property.name))
      ? [at(source, node, `${String(object.name)}.${String(property.name)}`)]
      : []
  })
}

// Written apart, so that this file does not find itself.
const marks = ['TO-DO', 'FIX-ME'].map((word) => word.replace('-', ''))
const later = new RegExp(`\\b(?:${marks.join('|')})\\b`)
const notes: Rule = ({ path, text }) =>
  text.split('\n').flatMap((line, index) => (later.test(line) ? [`${path}:${index + 1} ${line.trim()}`] : []))

/** The rule finds nothing in the tree, something in each file planted, and nothing in each that is only near. */
function check(
  rule: Rule,
  tree: readonly Source[],
  planted: readonly Source[],
  near: readonly Source[],
): void {
  expect(tree.length, 'the rule looks at something').toBeGreaterThan(20)
  expect(tree.flatMap(rule)).toEqual([])
  for (const source of planted) expect(rule(source), source.text.slice(0, 200)).toHaveLength(1)
  for (const source of near) expect(rule(source), source.text.slice(0, 200)).toEqual([])
}

describe('the house', () => {
  const lines = (count: number) => Array.from({ length: count }, (_, n) => `  use(${n})`).join('\n')
  const file = (path: string) => (text: string) => ({ path, text })

  test(`no file is longer than ${linesMax.file} lines without a reason at its top`, () => {
    const inFile = file('packages/x/src/x.ts')
    const long = `export const x = 1\n${lines(400)}`
    check(
      longFiles,
      sources.filter(({ path }) => isCode(path) || path.endsWith('.css')),
      [inFile(long), inFile(`/** About x. */\n${long}`), inFile(`${long}\n/** Long, since it must be. */`)],
      [
        inFile(`/** Long, since the Act lists 400 articles. */\n${long}`),
        inFile(`// All of it.\n// Long since one table is easier to check.\n${long}`),
        inFile(lines(400)),
      ],
    )
  })

  test(`no function, and no markup in one, is longer than ${linesMax.function} lines without a reason above it`, () => {
    const inFile = file('packages/x/src/x.tsx')
    const body = `function f() {\n${lines(69)}\n}`
    const markup = (count: number) =>
      `const f = () => (\n<ul>\n${'<li>x</li>\n'.repeat(count)}</ul>\n)\nconst x = 1`
    const inner = `  const g = () => {\n${lines(60)}\n  }\n`
    check(
      longFunctions,
      code,
      [
        inFile(body),
        inFile(`/** About f. */\nexport ${body}`),
        inFile(`// Long, since …\n\n${body}`),
        inFile(`const f = async () => {\n${lines(69)}\n}`),
        inFile(`class X {\n  f() {\n${lines(69)}\n  }\n}`),
        inFile(markup(69)),
      ],
      [
        inFile(`function f() {\n${lines(68)}\n}`),
        inFile(`/** About f. Long, since it is one table. */\nexport ${body}`),
        inFile(`function f() {\n${inner}${lines(60)}\n}`),
        inFile(markup(68)),
        { path: 'packages/x/src/x.test.ts', text: body },
      ],
    )
  })

  test('every address of the pages is made in paths.ts', () => {
    const inFile = file('packages/web/src/pages/x.tsx')
    check(
      addresses,
      code.filter(({ path }) => path.startsWith('packages/web/src/')),
      [
        inFile("const x = '/applications'"),
        inFile('const x = `/applications/${id}`'),
        inFile('const x = `${origin}/applications`'),
        inFile('const x = <a href="/jobs?state=ended">x</a>'),
        inFile('const x = <form action={"/sign-out"}></form>'),
        inFile("fetch('/api/v1/jobs')"),
      ],
      [
        inFile("const x = pathTo('jobs')"),
        inFile("const x = 'text/html' + '/' + `${a}/${b}`"),
        inFile('// as in /applications\nconst x = <a href="https://example.org/x">and/or</a>'),
        inFile('const x = /\\/jobs/'),
        file(paths)("const x = '/applications'"),
      ],
    )
  })

  test('every value of law is cited, and each of its versions', () => {
    const inFile = file('packages/domain/src/rules/us-ear/x.ts')
    const rules = code.filter(({ path }) => path.startsWith('packages/domain/src/rules/'))
    expect(rules.filter(({ text }) => /\bdated(?:<|\()/.test(text)).length).toBeGreaterThan(2)
    const version = "{ from: '2023-11-17', value: 1, cite: '88 FR 1' }"
    check(
      uncited,
      rules,
      [
        inFile(`const x = dated({ unit: 'TPP', values: [${version}] })`),
        inFile(`const x = dated({ cite: ' ', unit: 'TPP', values: [${version}] })`),
        inFile(
          "const x = dated<number>({ cite: 'a, b', unit: 'TPP', values: [{ from: '2023-11-17', value: 1 }] })",
        ),
        inFile("const x = group('D:5', [{ from: '2023-11-17', value: 1, cite: '' }])"),
        inFile("const y = { from: '2023-11-17' } as const\nconst x = group([{ ...y, value: 1 }])"),
      ],
      [
        inFile(`const x = dated({ cite: 'a, b', unit: 'TPP', values: [${version}] })`),
        inFile("const y = { from: '2023-11-17', cite: 'z' } as const\nconst x = group([{ ...y, value: 1 }])"),
        inFile('const x = dated({ cite: `a, ${b}`, unit, values })'),
      ],
    )
  })

  test('every test that is written runs', () => {
    const inFile = file('tests/x.test.ts')
    check(
      leftOutTests,
      code.filter(({ path }) => isTest(path)),
      [
        inFile("test.skip('x', () => {})"),
        inFile("describe.only('x', () => {})"),
        inFile("it.todo('x')"),
        inFile("test.skipIf(ci)('x', () => {})"),
        inFile("test.only.each([1])('x', () => {})"),
      ],
      [inFile("test.each([1])('test.skip', () => {})"), inFile('list.skip(2)')],
    )
  })

  test('nothing is left for later in a comment', () => {
    const inFile = file('packages/x/src/x.ts')
    const [todo = '', fixme = ''] = marks
    check(
      notes,
      sources,
      [inFile(`// ${todo}: later\nx()`), inFile(`/* ${fixme} */`), { path: 'docs/x.md', text: todo }],
      [inFile("const mastodon = 'todo list'")],
    )
  })
})
