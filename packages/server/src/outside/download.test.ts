import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { download, DownloadError, type Marks } from './download.ts'

const text = 'a list of invented people\n'.repeat(4000)
const bytes = Buffer.from(text)
const none: Marks = { etag: null, lastModified: null }
let folder: string
let server: Server
let asked: { range: string | undefined; ifRange: string | undefined; ifNoneMatch: string | undefined }[]

async function serve(answer: RequestListener): Promise<string> {
  server = createServer((request, response) => {
    const { headers } = request
    asked.push({
      range: headers.range,
      ifRange: headers['if-range'] as string | undefined,
      ifNoneMatch: headers['if-none-match'],
    })
    answer(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/list.csv`
}
const get = (url: string, known: Marks = none, change = {}) =>
  download(url, join(folder, 'file'), known, { pauseMs: 1, silenceMs: 500, ...change })

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'allmende-download-'))
  asked = []
})
afterEach(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  rmSync(folder, { recursive: true })
})

test('a file arrives whole, with the marks that its server gave it', async () => {
  const url = await serve((_, response) =>
    response.writeHead(200, { etag: '"1"', 'content-length': bytes.length }).end(bytes),
  )
  expect(await get(url)).toEqual({
    changed: true,
    bytes: bytes.length,
    marks: { etag: '"1"', lastModified: null },
  })
  expect(readFileSync(join(folder, 'file'), 'utf8')).toBe(text)
})

test('a file that is known is not sent again', async () => {
  const url = await serve((request, response) =>
    request.headers['if-none-match'] === '"1"' ? response.writeHead(304).end() : response.end(bytes),
  )
  const known = { etag: '"1"', lastModified: null }
  expect(await get(url, known)).toEqual({ changed: false, marks: known, bytes: 0 })
})

test('a file that breaks off twice goes on where it broke, and is whole', async () => {
  let answers = 0
  const url = await serve((request, response) => {
    answers += 1
    const from = Number(/bytes=(\d+)-/.exec(request.headers.range ?? '')?.[1] ?? 0)
    const headers = { etag: '"1"', 'content-length': bytes.length - from }
    response.writeHead(from === 0 ? 200 : 206, headers)
    if (answers === 3) return void response.end(bytes.subarray(from))
    response.write(bytes.subarray(from, from + 30_000), () => setTimeout(() => response.destroy(), 20))
  })
  expect(await get(url)).toMatchObject({ changed: true, bytes: bytes.length })
  expect(readFileSync(join(folder, 'file'), 'utf8')).toBe(text)
  expect(
    asked.slice(1).every(({ range, ifRange }) => /^bytes=[1-9]/.test(range ?? '') && ifRange === '"1"'),
  ).toBe(true)
})

test('a file that became another one while it broke off is fetched from its beginning', async () => {
  let answers = 0
  const url = await serve((_, response) => {
    answers += 1
    // The mark in If-Range is no longer that of the file: the server sends all of the new one.
    response.writeHead(200, { etag: `"${answers}"`, 'content-length': bytes.length })
    if (answers === 2) return void response.end(bytes)
    response.write(bytes.subarray(100, 30_000), () => setTimeout(() => response.destroy(), 20))
  })
  expect(await get(url)).toMatchObject({ changed: true, marks: { etag: '"2"' } })
  expect(readFileSync(join(folder, 'file'), 'utf8')).toBe(text)
})

test('a folder that cannot be written to is told as such, and not as a break', async () => {
  const url = await serve((_, response) => response.end(bytes))
  await expect(download(url, join(folder, 'none', 'file'), none)).rejects.toThrow(/cannot be kept here/)
})

test('errors, silence and too large a file are told as what they are', async () => {
  let url = await serve((_, response) => response.writeHead(503).end())
  await expect(get(url, none, { attempts: 2 })).rejects.toThrow(/only with errors/)
  expect(asked).toHaveLength(2)
  server.close()
  url = await serve((_, response) => response.writeHead(404).end())
  await expect(get(url)).rejects.toThrow(/status 404/)
  server.close()
  url = await serve((_, response) => response.end(bytes))
  await expect(get(url, none, { bytesMax: 1000 })).rejects.toThrow(/more than 1000 bytes/)
  server.close()
  url = await serve(() => undefined)
  await expect(get(url, none, { attempts: 1, silenceMs: 50 })).rejects.toBeInstanceOf(DownloadError)
})
