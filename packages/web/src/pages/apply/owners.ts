import type { ReplyOf, routes } from '@allmende/wire'

type Organisation = NonNullable<ReplyOf<typeof routes.getApplication>['content']['organisation']>
type Owner = Organisation['owners'][number]

const kindOf = (text: string): Owner['kind'] => (/^p/i.test(text) ? 'person' : 'organisation')

/** "40", "40 %", "40,5", "controls 40" or nothing: what is no number is refused by the API in words. */
function shareOf(text: string): Pick<Owner, 'share' | 'controls'> {
  const controls = /\p{L}/u.test(text)
  const digits = text.replaceAll(/[^\d.,-]/g, '').replace(',', '.')
  return { controls, share: digits === '' ? null : Number(digits) }
}

/** One owner on each line: name; person or organisation; country; share; of whom. What is not stated is not known. */
export function ownersIn(text: string): Owner[] {
  return text
    .split('\n')
    .map((line) => line.split(';').map((part) => part.trim()))
    .filter(([name = '']) => name !== '')
    .map(([name = '', kind = '', country = '', share = '', of = '']) => ({
      name,
      kind: kindOf(kind),
      country: country === '' ? null : country.toUpperCase(),
      ...shareOf(share),
      of: of === '' ? null : of,
    }))
}

/** The same lines from what stands. */
export function ownersAsText(owners: readonly Owner[]): string {
  return owners
    .map(({ name, kind, country, share, controls, of }) =>
      [
        name,
        kind,
        country ?? '',
        [controls ? 'controls' : '', share === null ? '' : String(share)].filter(Boolean).join(' '),
        of ?? '',
      ]
        .join('; ')
        .replace(/(?:; )+$/, ''),
    )
    .join('\n')
}
