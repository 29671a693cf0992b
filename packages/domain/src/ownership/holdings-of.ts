import type { Holding } from './holding.ts'

/**
 * Holdings of a test, each in words: "a 25 x" (a has 25 percent of x), "a ? x" (an unknown share), "a rules x" (control
 * without a share), "a rules 30 x".
 */
export function holdingsOf(...texts: readonly string[]): Holding[] {
  return texts.map((text) => {
    const [, owner = '', controls, share = '', owned = ''] =
      /^(\S+) (rules ?)?(\S*?) ?(\S+)$/.exec(text) ?? []
    return {
      owner,
      owned,
      share: share === '?' || share === '' ? null : Number(share),
      kind: controls === undefined ? 'shares' : 'controls',
      from: null,
      until: null,
      source: 'invented',
    }
  })
}
