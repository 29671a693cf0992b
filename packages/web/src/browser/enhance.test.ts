import { brotliCompressSync } from 'node:zlib'
import { rolldown } from 'rolldown'
import { describe, expect, it } from 'vitest'

describe('the script of every page', () => {
  it('stays under 1.5 kB compressed', async () => {
    const bundle = await rolldown({ input: `${import.meta.dirname}/enhance.ts` })
    const { output } = await bundle.generate({ format: 'esm', minify: true })
    await bundle.close()
    expect(brotliCompressSync(output[0].code).length).toBeLessThan(1500)
  })
})
