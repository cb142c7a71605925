// `npm run cost -- --applications 100000`: the month's bill for so many applications a year, from what one was measured to cost. Writes docs/cost.md.
import { mkdirSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { assumed } from './figures/assumed.ts'
import { bill, sumOf } from './figures/bill.ts'
import { type Line, seenIn } from './figures/line.ts'
import { type Measured, type Measures, measuredApplication } from './figures/measured.ts'
import { type Price, prices } from './figures/prices.ts'

const { values: asked } = parseArgs({ options: { applications: { type: 'string', default: '100000' } } })
const applications = Number(asked.applications)
if (!Number.isInteger(applications) || applications < 1)
  throw new Error('--applications takes a whole number: how many are sent in a year')

const usd = (amount: number): string =>
  `$${amount.toLocaleString('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`
const count = (number: number): string => Math.round(number).toLocaleString('en-GB')

const page = (measures: Measures): string => {
  const lines = bill(applications, measures)
  const total = sumOfLines(lines)
  const one = sumOf(measures.services, measures.staff)
  return `# What Guildhall costs

${count(applications)} applications a year. Made by \`npm run cost -- --applications ${applications}\`; run it again after a change.

**${usd(total)} a month, ${usd((total * 12) / applications)} an application**, at list prices before tax. Lines of
${usd(sumOfLines(lines.filter(seenIn)))} stand on prices that were seen in AWS's price list, each on its day below. The other
${usd(sumOfLines(lines.filter((line) => !seenIn(line))))} stand on prices that somebody has to look up before they are signed for.

| | a month | how much | its prices were seen |
|---|---:|---|---|
${lines
  .toSorted((a, b) => b.usd - a.usd)
  .map(rowOf)
  .join('\n')}
| **All** | **${usd(total)}** | | |

## Prices

US dollars in eu-west-2, free tiers left out. "Seen" is the day on which AWS published the price list in which the price
stood (\`pricing.us-east-1.amazonaws.com/offers/v1.0/aws\`). A price without a day was never seen there: look at its page.
Letters stand on GOV.UK Notify's "Pricing", in pounds, as the product counts them (\`functions/domain/texts/price.ts\`).

| | US dollars | per | page, after aws.amazon.com/ | seen |
|---|---:|---|---|---|
${Object.entries(prices).map(priceRow).join('\n')}

## Measured

Personas went through the deployed bundles, and an officer worked a case, on this machine. Units are DynamoDB's, from the sizes of the items.

| | requests | bytes to the browser | table calls | read units | write units | kept | text parts |
|---|---:|---:|---:|---:|---:|---:|---:|
${Object.entries(measures.services)
  .map(([name, one]) => measuredRow(name, one))
  .join('\n')}
${measuredRow('staff work a case once', measures.staff)}

## Assumed

${Object.entries(assumed)
  .map(
    ([name, value]) =>
      `- ${wordsOf(name)}: ${typeof value === 'object' ? JSON.stringify(value).replace(/[{}"]/g, '').replaceAll(',', ', ').replaceAll(':', ' ') : value}`,
  )
  .join('\n')}

So one application of the mix, with the drafts that were left, looks and staff's work, is ${count(one.requests)} requests, ${count(one.reads)} read units
and ${count(one.writes)} write units. Nothing here grows with what is kept but the keeping itself.
`
}

const sumOfLines = (lines: readonly Line[]): number => lines.reduce((sum, line) => sum + line.usd, 0)

const rowOf = (line: Line): string =>
  `| ${line.what} | ${usd(line.usd)} | ${line.how} | ${seenIn(line) ? 'yes' : 'not all'} |`

const priceRow = ([name, { usd: amount, per, page, seen }]: readonly [string, Price]): string =>
  `| ${wordsOf(name)} | ${amount.toFixed(10).replace(/0+$/, '').replace(/\.$/, '')} | ${per} | ${page} | ${seen ?? 'never'} |`

const measuredRow = (name: string, { requests, pageBytes, tableCalls, units, textParts }: Measured): string =>
  `| ${name} | ${requests} | ${count(pageBytes / 1024)} KB | ${tableCalls} | ${count(units.reads)} | ${count(units.writes)} | ${count(units.storedBytes / 1024)} KB | ${textParts} |`

const wordsOf = (name: string): string => name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)

const text = page(await measuredApplication())
mkdirSync('docs', { recursive: true })
writeFileSync('docs/cost.md', text)
console.log(text)
process.exit(0)
