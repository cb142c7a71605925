// `npm run scale`: how far the design carries: 10 million applications a year, and 50,000 people at once when a list opens. From what one was
// measured to cost and AWS's documented limits; writes docs/scale.md.
import { mkdirSync, writeFileSync } from 'node:fs'
import { shards } from '#adapters/dynamo/table.ts'
import { stages } from '#infra/aws/stages.ts'
import { type Limit, limitsOf, metAt, paceSeconds } from './figures/limits.ts'
import { type Measures, measuredApplication } from './figures/measured.ts'
import { type Busiest, busiestKeys, partitionLimit } from './figures/year.ts'

const applications = 10_000_000
const rush = 50_000
const crowd = 50_000

const count = (number: number): string => Math.round(number).toLocaleString('en-GB')

const page = (measures: Measures): string => {
  const { citizensAtOnce, warm } = stages.production
  const settings = { citizensAtOnce, warmReads: warm.reads, warmWrites: warm.writes }
  const limits = limitsOf(measures, settings).toSorted((a, b) => metAt(a) - metAt(b))
  const [first] = limits
  const busiest = busiestKeys({ applications, rush, measures, shards, seed: 2026 })
  return `# How far Guildhall carries

Made by \`npm run scale\` from measured costs and AWS’s documented limits; nothing here was tried against an account.

## ${count(crowd)} people at once

Each turns a page every ${paceSeconds} seconds in the longest form, housing. That is ${count(crowd / paceSeconds)} requests a second.

| What is met | at so many people | of what is allowed, ${count(crowd)} people take | What raises it | Source |
|---|---:|---:|---|---|
${limits.map(limitRow).join('\n')}

First comes **${first?.what ?? ''}**, at ${count(first === undefined ? 0 : metAt(first))} people. A council that opens a list does these before: the quotas
“Concurrent executions” and “Table-level write throughput” a week ahead; \`citizensAtOnce\`, \`warm\` and provisioned concurrency the day before; all but \`warm\` back the day after: what a table was warmed for cannot be lowered, and was paid for once.
A waiting room (infra/README.md, “A large opening”) lets so many a minute begin, in their order, whatever the crowd; it gives out 1,000 numbers a second.
And it need not sell by speed: taking applications for a fortnight and ordering them by need takes the rush away.

## ${count(applications)} applications a year

${count(applications / 365)} a day, about ${(applications / 365 / 86_400).toFixed(1)} a second over the year. A year was generated second by second, with a list that opens (${count(rush)} housing
applications in two hours, half of them in the first twenty minutes). The busiest second of each index’s busiest key, against the ${count(partitionLimit)} write units a second that one partition takes:

| Index | its busiest key | write units in its busiest second | of a partition |
|---|---|---:|---:|
${busiestByIndex(busiest).map(busiestRow).join('\n')}

Keys of the table itself name one draft, case, text, phone or officer’s day, so that the busiest of them is one person’s doing. A list of cases is one key a team,
the outbox ${shards} (\`shards\` in \`adapters/dynamo/table.ts\`, raised on the reading side first), and both carry this year.

## What grows with the years

- Pages: nothing. Each costs a fixed number of reads, whatever is kept.
- The nightly sweep of kept files goes through all of them, and reads a draft for each: one function’s 15 minutes carry about 150,000 files. Beyond that it has to go by
  S3’s inventory, or by an index of what is not yet on a case.
- The table: ${count((measures.services.housing.units.storedBytes / 1024) * 1)} KB a housing application. Ten million a year are about ${count((applications * meanKb(measures)) / 1e6)} GB; cost, not a limit.
`
}

const meanKb = ({ services }: Measures): number =>
  (services.housing.units.storedBytes * 0.3 +
    services.bookings.units.storedBytes * 0.5 +
    services.planning.units.storedBytes * 0.2) /
  1024

const limitRow = (limit: Limit): string =>
  `| ${limit.what} (${count(limit.allowed)} ${limit.unit}) | ${count(metAt(limit))} | ${Math.round(((limit.perPerson * crowd) / limit.allowed) * 100)} % | ${limit.raise} | ${limit.source} |`

const busiestByIndex = (keys: readonly Busiest[]): readonly Busiest[] =>
  [...new Set(keys.map(({ of }) => of))].flatMap((of) =>
    keys
      .filter((key) => key.of === of)
      .toSorted((a, b) => b.units - a.units)
      .slice(0, 1),
  )

const busiestRow = ({ of, key, units }: Busiest): string =>
  `| ${of} | ${key} | ${count(units)} | ${Math.round((units / partitionLimit) * 100)} % |`

const text = page(await measuredApplication())
mkdirSync('docs', { recursive: true })
writeFileSync('docs/scale.md', text)
console.log(text)
process.exit(0)
