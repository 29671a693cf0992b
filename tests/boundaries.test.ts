import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Rooms of the server in the order of the chain; `record` is the floor, and the last ones put the others together. */
const order = [
  'alliance',
  'people',
  'plan',
  'apply',
  'clear',
  'review',
  'award',
  'sites',
  'jobs',
  'place',
  'meter',
  'report',
  'privacy',
]
const floor = ['db', 'http', 'outside', 'record']
const top = ['timers', 'demo', 'testing']

type Import = { readonly from: string; readonly to: string }

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return sources(path)
    return /\.tsx?$/.test(entry.name) ? [path] : []
  })
}

function importsOf(path: string, text: string): Import[] {
  return [...text.matchAll(/(?:from|import) '(\.[^']+)'/g)].map((match) => ({
    from: path,
    to: join(dirname(path), match[1] ?? ''),
  }))
}

/** What is wrong with an import between two rooms of the server; null where nothing is. Tables may be joined by stores. */
function wrongBetweenRooms({ from, to }: Import): string | null {
  const [mine = '', theirs = ''] = [from, to].map(
    (path) => relative(join(root, 'packages/server/src'), path).split('/')[0] ?? '',
  )
  const rest = relative(join(root, 'packages/server/src', theirs), to)
  if (mine === theirs || !order.includes(mine) || /\.test\.tsx?$/.test(from)) return null
  if (mine !== theirs && rest === 'tables.ts') return null
  if (top.includes(theirs)) return `${mine} reaches up to ${theirs}`
  if (floor.includes(theirs) || !order.includes(theirs)) return null
  if (rest !== 'index.ts') return `${mine} goes past the front door of ${theirs}: ${rest}`
  return order.indexOf(theirs) < order.indexOf(mine)
    ? null
    : `${mine} calls ${theirs}, which comes later in the chain`
}

const serverFiles = sources(join(root, 'packages/server/src')).filter(
  (path) => !path.includes('/migrations/'),
)

test('a room of the server calls only earlier rooms, through their front door', () => {
  const wrong = serverFiles
    .flatMap((path) => importsOf(path, readFileSync(path, 'utf8')))
    .map(wrongBetweenRooms)
  expect(wrong.filter((w) => w !== null)).toEqual([])
})

test('planted: a later room, a side door and a way up are each found', () => {
  const at = (path: string) => join(root, 'packages/server/src', path)
  expect(wrongBetweenRooms({ from: at('apply/x.ts'), to: at('jobs/index.ts') })).toContain('later')
  expect(wrongBetweenRooms({ from: at('jobs/x.ts'), to: at('apply/store.ts') })).toContain('front door')
  expect(wrongBetweenRooms({ from: at('jobs/x.ts'), to: at('timers/index.ts') })).toContain('up')
  expect(wrongBetweenRooms({ from: at('jobs/x.ts'), to: at('apply/index.ts') })).toBeNull()
})

function wrongInDomain({ from, to }: Import): string | null {
  const [mine = '', theirs = ''] = [from, to].map(
    (path) => relative(join(root, 'packages/domain/src'), path).split('/')[0] ?? '',
  )
  return mine === theirs || theirs === 'terms' || mine === '' ? null : `${mine} imports ${theirs}`
}

test('rooms of the core share only terms', () => {
  const files = sources(join(root, 'packages/domain/src'))
  expect(
    files
      .flatMap((path) => importsOf(path, readFileSync(path, 'utf8')))
      .map(wrongInDomain)
      .filter((w) => w !== null),
  ).toEqual([])
  const at = (path: string) => join(root, 'packages/domain/src', path)
  expect(wrongInDomain({ from: at('broker/x.ts'), to: at('rules/index.ts') })).toBe('broker imports rules')
})

/** Names of packages of ours that a package imports. */
function ownPackages(name: string): string[] {
  const files = sources(join(root, 'packages', name, 'src')).filter((path) => !/\.test\.tsx?$/.test(path))
  return [
    ...new Set(
      files.flatMap((path) =>
        [...readFileSync(path, 'utf8').matchAll(/from '(@allmende\/[a-z]+)/g)].map((m) => m[1] ?? ''),
      ),
    ),
  ].toSorted()
}

test('the verifier shares no code with the rest; pages and agent know neither server nor core, the wire knows the terms', () => {
  expect(ownPackages('verifier')).toEqual([])
  expect(ownPackages('wire')).toEqual(['@allmende/domain'])
  expect(ownPackages('agent')).toEqual(['@allmende/wire'])
  expect(ownPackages('web')).toEqual(['@allmende/wire'])
  expect(ownPackages('cli')).not.toContain('@allmende/server')
})

test('every room stands in ARCHITECTURE.md, and every room named there stands', () => {
  const text = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8')
  const named = (section: string) =>
    [...(text.split(section)[1]?.split('\n## ')[0] ?? '').matchAll(/^\| `([a-z]+)` \|/gm)].map((m) => m[1])
  const folders = (path: string) =>
    readdirSync(join(root, path), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name)
  expect(named('## The server').toSorted()).toEqual(folders('packages/server/src').toSorted())
  expect(named('## The core').toSorted()).toEqual(folders('packages/domain/src').toSorted())
})

test('links between the documents lead to files that are there', () => {
  const documents = [
    'README.md',
    'ARCHITECTURE.md',
    'CONTRIBUTING.md',
    ...readdirSync(join(root, 'docs'))
      .filter((f) => f.endsWith('.md'))
      .map((f) => `docs/${f}`),
  ]
  const dead = documents.flatMap((document) =>
    [...readFileSync(join(root, document), 'utf8').matchAll(/\]\((?!https?:)([^)#]+)/g)]
      .map((m) => m[1] ?? '')
      .filter((link) => !existsSync(join(root, dirname(document), link)))
      .map((link) => `${document}: ${link}`),
  )
  expect(dead).toEqual([])
})
