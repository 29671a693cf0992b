import { expect, test } from 'vitest'
import { firstDay } from '../cite.ts'
import { hardwareTransferData, hardwareTransferRules } from './hardware-transfer.ts'
import type { Letter } from './letters.ts'

/*
 * A second copy of figures and dates, compared with the law when it was made. Worked cases hold each of them as well; this
 * names the value itself where a case would only name an outcome.
 */
const shown = (value: unknown) =>
  JSON.stringify(value, (_key, one: unknown) =>
    typeof one === 'object' && one !== null && 'parts' in one ? (one as Letter).parts.source : one,
  )

test('the figures that classification and transfers read are those of the law', () => {
  const lines = hardwareTransferData
    .filter(({ cite }) => !cite.includes('Country Group'))
    .flatMap(({ cite, values }) =>
      values.map(({ from, value }) => `${cite.slice(cite.lastIndexOf(', ') + 2)} ${from} ${shown(value)}`),
    )
  expect(lines).toMatchInlineSnapshot(`
    [
      "3A090 2022-10-21 "interconnect"",
      "3A090 2023-11-17 "performance-density"",
      "3A090.a 2022-10-21 600",
      "3A090.a 2023-11-17 null",
      "3A090.a.1 2022-10-21 4800",
      "3A090.a.1 2023-11-17 4800",
      "3A090.a.2 2023-11-17 {"tpp":1600,"density":5.92}",
      "3A090.b.1 2023-11-17 {"tpp":2400,"tppBelow":4800,"density":1.6,"densityBelow":5.92}",
      "3A090.b.2 2023-11-17 {"tpp":1600,"density":3.2,"densityBelow":5.92}",
      "Note 2 to 3A090 2023-11-17 4800",
      "Note 2 to 3A090 2024-12-02 4800",
      "3A090.c 2022-10-21 null",
      "3A090.c 2024-12-02 2",
      "3A991.p 2022-10-21 {"tops":8,"ioGBps":150}",
      "4A090 2022-10-21 {"a":"exceeds","b":false}",
      "4A090 2023-11-17 {"a":"meets","b":false}",
      "4A090 2024-04-04 {"a":"meets","b":true}",
      "4A994.l 2022-10-21 "exceeds"",
      "4A994.l 2023-11-17 "meets"",
      "5A004 and 5A992 2022-10-21 null",
      "5A004 and 5A992 2023-11-17 {"3A001":"undivided","4A003":"undivided","4A004":"undivided","4A005":"undivided","5A002":{"numbers":5},"5A004":{"numbers":2},"5A992":"undivided"}",
      "5A004 and 5A992 2024-04-04 {"3A001":{"numbers":4},"4A003":{"numbers":2},"4A004":"undivided","4A005":"undivided","5A002":{"numbers":5},"5A004":{"numbers":2},"5A992":"undivided"}",
      "5A004 and 5A992 2025-01-16 {"3A001":{"numbersWithHalves":4},"4A003":{"numbersWithHalves":2},"4A004":"halves","4A005":"halves","5A002":{"numbersWithHalves":5},"5A004":{"numbersWithHalves":2},"5A992":"halves"}",
      "742.6(b)(10)(iii)(A)(1) 2022-10-21 null",
      "742.6(b)(10)(iii)(A)(1) 2026-01-15 {"tppBelow":21000,"dramGBpsBelow":6500}",
      "744.23(b) 2022-10-21 ["\\\\b(?:A100|H100)\\\\b","\\\\bMI250X?\\\\b"]",
      "744.23(b) 2023-10-23 ["\\\\b(?:A100|H100)\\\\b","\\\\bMI250X?\\\\b","\\\\b(?:A100|A800|H100|H800|L40S)\\\\b"]",
      "744.23(b) 2023-11-17 ["\\\\b(?:A100|H100)\\\\b","\\\\bMI250X?\\\\b"]",
      "744.23(b) 2025-04-09 ["\\\\b(?:A100|H100)\\\\b","\\\\bMI250X?\\\\b","\\\\bH20\\\\b"]",
      "paragraph (a) 2025-01-13 ["AU","BE","CA","DK","FI","FR","DE","IE","IT","JP","NL","NZ","NO","KR","ES","SE","TW","GB","US"]",
      "740.29 2025-01-13 26900000",
    ]
  `)
})

test('rules begin and end on the days of the law', () => {
  const lines = hardwareTransferRules
    .filter(({ cite }) => cite.from !== firstDay || cite.until !== null)
    .map(({ code, cite }) => `${code} ${cite.from} ${cite.until ?? ''}`.trim())
  expect(lines).toMatchInlineSnapshot(`
    [
      "us-ear.3a090-destination-2022 2022-10-21 2023-11-17",
      "us-ear.3a090-destination-groups 2023-11-17",
      "us-ear.3a090-emirates 2026-07-10",
      "us-ear.3a090-a-worldwide-text 2025-05-15",
      "us-ear.3a090-a-worldwide-announced 2025-01-13 2025-05-15",
      "us-ear.3a090-a-enforced-scope 2025-05-13",
      "us-ear.3a090-headquarters 2023-11-17",
      "us-ear.3a090-c-destination 2024-12-02",
      "us-ear.3a090-c-headquarters 2024-12-02",
      "us-ear.review-case-by-case 2026-01-15",
      "us-ear.review-denial 2026-01-15",
      "us-ear.review-open 2026-01-15",
      "us-ear.review-744-23-approval 2026-01-15",
      "us-ear.review-744-23 2026-01-15",
      "us-ear.exceptions-barred 2023-11-17",
      "us-ear.exception-nac-2023 2023-11-17 2024-04-04",
      "us-ear.exception-nac 2024-04-04",
      "us-ear.exception-aca 2024-04-04",
      "us-ear.exception-aca-worldwide 2025-05-15",
      "us-ear.exception-acm 2025-01-13",
      "us-ear.exception-acm-worldwide 2025-05-15",
      "us-ear.exception-aia 2025-05-15",
      "us-ear.exception-lpp 2025-05-15",
      "us-ear.exception-hbm 2024-12-02",
      "us-ear.foundry-presumption 2025-01-16 2026-04-07",
      "us-ear.foundry-presumption-2026 2026-04-07",
    ]
  `)
})
