// What AWS allows, as its documents have it, and how far a crowd of people comes before each: which is met first, and what raises it.
import type { Measures } from './measured.ts'

// One person turns a page each so many seconds; every second page is an answer that is saved.
export const paceSeconds = 20

export type Limit = {
  readonly what: string
  readonly allowed: number
  readonly unit: string
  // Of it, for each person at work.
  readonly perPerson: number
  readonly raise: string
  readonly source: string
}

export type Settings = { readonly citizensAtOnce: number; readonly warmReads: number; readonly warmWrites: number }

export const limitsOf = (measures: Measures, settings: Settings): readonly Limit[] => {
  const need = needOf(measures)
  return [...ofFunctions, ...ofTable, ...ofOthers].map(({ allowed, perPerson, ...words }) => ({
    ...words,
    allowed: typeof allowed === 'number' ? allowed : allowed(settings),
    perPerson: perPerson(need),
  }))
}

// How many people at work meet it.
export const metAt = ({ allowed, perPerson }: Limit): number => Math.floor(allowed / perPerson)

// Of one person, in a second.
type Need = {
  readonly pages: number
  // How long a page keeps its function.
  readonly seconds: number
  readonly reads: number
  readonly writes: number
}

// Milliseconds for a call to DynamoDB in the region; the function's own time was measured here.
const tableCallMs = 4

const needOf = ({ services: { housing } }: Measures): Need => {
  const pages = 1 / paceSeconds
  const each = (figure: number): number => figure / housing.requests
  return {
    pages,
    seconds: (each(housing.functionMs) + each(housing.tableCalls) * tableCallMs) / 1000,
    reads: each(housing.units.reads) * pages,
    writes: each(housing.units.writes) * pages,
  }
}

type Rule = Omit<Limit, 'allowed' | 'perPerson'> & {
  readonly allowed: number | ((settings: Settings) => number)
  readonly perPerson: (need: Need) => number
}

const ofFunctions: readonly Rule[] = [
  {
    what: 'Lambda: requests at one time, as reserved',
    allowed: ({ citizensAtOnce }) => citizensAtOnce,
    unit: 'at one time',
    perPerson: ({ pages, seconds }) => pages * seconds,
    raise: '`citizensAtOnce` in stages.ts, within the account’s quota',
    source: 'stages.ts',
  },
  {
    what: 'Lambda: the account’s quota',
    allowed: 1000,
    unit: 'at one time',
    perPerson: ({ pages, seconds }) => pages * seconds,
    raise: 'the quota “Concurrent executions”, a week before',
    source: 'Lambda quotas; a new account has less',
  },
  {
    what: 'Lambda: everybody in the first second, all cold',
    allowed: ({ citizensAtOnce }) => Math.min(1000, citizensAtOnce),
    unit: 'starts',
    // A start takes half a second and keeps its environment for that long.
    perPerson: ({ pages }) => pages * 0.5,
    raise: 'provisioned concurrency on the alias for the hour of the opening',
    source: 'Lambda Developer Guide: 1,000 more environments each ten seconds a function',
  },
]

const ofTable: readonly Rule[] = [
  {
    what: 'DynamoDB: table, writes',
    allowed: ({ warmWrites }) => warmWrites,
    unit: 'units a second',
    perPerson: ({ writes }) => writes,
    raise: '`warm.writes` in stages.ts, the day before; it stays, as it cannot be lowered',
    source: 'a new on-demand table holds 4,000, and twice its last peak half an hour later',
  },
  {
    what: 'DynamoDB: table, reads',
    allowed: ({ warmReads }) => warmReads,
    unit: 'units a second',
    perPerson: ({ reads }) => reads,
    raise: '`warm.reads` in stages.ts, the day before; it stays, as it cannot be lowered',
    source: 'a new on-demand table holds 12,000',
  },
  {
    what: 'DynamoDB: the table’s quota, writes',
    allowed: 40_000,
    unit: 'units a second',
    perPerson: ({ writes }) => writes,
    raise: 'the quota “Table-level write throughput”, a week before',
    source: 'DynamoDB quotas',
  },
]

const ofOthers: readonly Rule[] = [
  {
    what: 'KMS: keys of answers, where no page meets a function that has its key open',
    allowed: 10_000,
    unit: 'a second',
    perPerson: ({ pages }) => pages,
    raise: 'the quota “Cryptographic operations (symmetric) request rate”, a week before',
    source: 'KMS quotas, by region; the tables’ own use of KMS counts too',
  },
  {
    what: 'API Gateway: requests, as set on the stage',
    allowed: 5000,
    unit: 'a second',
    perPerson: ({ pages }) => pages,
    raise: '`throttlingRateLimit` in http-api.ts, within the account’s 10,000',
    source: 'http-api.ts; API Gateway quotas',
  },
  {
    what: 'CloudFront: requests of a distribution',
    allowed: 250_000,
    unit: 'a second',
    // Three assets for each ten pages.
    perPerson: ({ pages }) => pages * 1.3,
    raise: 'a request to AWS',
    source: 'CloudFront quotas',
  },
  {
    what: 'SNS: texts that keep pace, one each half hour a person',
    allowed: 20,
    unit: 'a second',
    perPerson: () => 1 / 1800,
    raise: 'nothing: texts wait in the table and go later, and the page says so',
    source: 'SNS quotas, by account and region',
  },
]
