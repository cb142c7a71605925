// What the bill has beside AWS's own work for residents: letters, and programs that ask the API.
import { letterPenceOf } from '#domain/texts/price.ts'
import { assumed } from './assumed.ts'
import { type Line, line, round, web } from './line.ts'
import { prices } from './prices.ts'

// Not of AWS's list: what GOV.UK Notify asks for one sheet, as the product itself counts it. The council looks at its bill.
export const posting = (monthly: number): readonly Line[] => {
  const letters = monthly * assumed.lettersPerSent
  const pence = letterPenceOf('2026-12-01') ?? 0
  const usd = ((letters * pence) / 100) * assumed.dollarsAPound
  return [{ ...line('Letters', usd, `${round(letters)} of ${pence}p`, []), confirmed: false }]
}

export const programming = (): Line => {
  const { programs, tokensEach, asksEach, asksMs } = assumed
  const asks = programs * asksEach
  const seconds = (asks * (asksMs + 3 * assumed.tableCallMs)) / 1000
  return line(
    'The API: programs that ask it',
    programs * prices.program.usd +
      ((programs * tokensEach) / 1000) * prices.programTokens.usd +
      (asks / 1e6) * (prices.httpApi.usd + prices.lambdaRequests.usd + 20 * prices.tableReads.usd) +
      seconds * web.gb * prices.lambdaGbSecond.usd,
    `${programs} programs, ${round(asks)} requests`,
    [
      ...[prices.program, prices.programTokens, prices.httpApi],
      ...[prices.lambdaRequests, prices.tableReads, prices.lambdaGbSecond],
    ],
  )
}
