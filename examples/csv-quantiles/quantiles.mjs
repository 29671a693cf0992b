// Sorts the numbers of one column of a CSV file and prints its quantiles: node quantiles.mjs FILE.csv [COLUMN]
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'

/** Rows of a CSV text (RFC 4180): quotes, doubled quotes, line ends in quotes. */
export function parseCsv(text) {
  const rows = [[]]
  let field = ''
  let quoted = false
  for (let at = 0; at < text.length; at += 1) {
    const c = text[at]
    if (quoted) {
      if (c === '"' && text[at + 1] === '"') field += text[(at += 1)]
      else if (c === '"') quoted = false
      else field += c
    } else if (c === '"') quoted = true
    else if (c === ',' || c === '\n') {
      rows.at(-1).push(field.replace(/\r$/, ''))
      field = ''
      if (c === '\n') rows.push([])
    } else field += c
  }
  if (field !== '' || rows.at(-1).length > 0) rows.at(-1).push(field)
  return rows.filter((row) => row.length > 0)
}

/** The quantile of sorted numbers, between neighbours in proportion (Hyndman and Fan 1996, type 7). */
export function quantile(sorted, share) {
  const at = (sorted.length - 1) * share
  const below = Math.floor(at)
  return sorted[below] + (at - below) * ((sorted[below + 1] ?? sorted[below]) - sorted[below])
}

export function describe(rows, column) {
  const [header, ...data] = rows
  const at = column === undefined ? header.length - 1 : header.indexOf(column)
  if (at < 0) throw new Error(`There is no column "${column}"; the columns are ${header.join(', ')}.`)
  const numbers = data
    .map((row) => Number(row[at]))
    .filter((n, i) => data[i][at] !== '' && Number.isFinite(n))
    .toSorted((a, b) => a - b)
  if (numbers.length === 0) throw new Error(`The column "${header[at]}" holds no numbers.`)
  return {
    column: header[at],
    count: numbers.length,
    left: data.length - numbers.length,
    quantiles: Object.fromEntries(
      [0, 0.05, 0.25, 0.5, 0.75, 0.95, 1].map((q) => [`${q * 100}%`, quantile(numbers, q)]),
    ),
  }
}

function main() {
  const [file, column] = process.argv.slice(2)
  if (!file) throw new Error('Say which file: node quantiles.mjs FILE.csv [COLUMN]')
  const result = describe(parseCsv(readFileSync(file, 'utf8')), column)
  console.log(`${result.count} numbers in "${result.column}", ${result.left} rows without one`)
  for (const [share, value] of Object.entries(result.quantiles))
    console.log(`${share.padStart(5)}  ${value.toLocaleString('en')}`)
  mkdirSync('out', { recursive: true })
  writeFileSync('out/result.json', `${JSON.stringify(result, null, 2)}\n`)
}

if (process.argv[1] && import.meta.url === new URL(`file://${process.argv[1]}`).href) main()
