import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { book, bookAsMarkdown } from '@allmende/domain/rules/book'
import { exit, printJson, text, UsageError, type Io, type Values } from '../../command.ts'

/** Writes the rules of this program as Markdown, a page for each regime; asks no server. */
export async function writeBook(io: Io, values: Values): Promise<number> {
  const out = text(values, 'out')
  if (values.json && !out) {
    printJson(io, book())
    return exit.done
  }
  if (!out) throw new UsageError('Say where the book goes: allmende rules book --out DIR.')
  const folder = resolve(io.cwd, out)
  const pages = bookAsMarkdown(book())
  await mkdir(folder, { recursive: true })
  for (const page of pages) await writeFile(join(folder, page.path), page.text)
  if (values.json) printJson(io, { folder, pages: pages.map((page) => page.path) })
  else io.out(`${pages.length} pages written to ${folder}; begin with index.md.\n`)
  return exit.done
}
