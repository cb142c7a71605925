// The month's bill follows from its formulas: what is kept is paid for as often as it is kept.
import { expect, it } from 'vitest'
import { stages } from '#infra/aws/stages.ts'
import { assumed } from '../../scripts/figures/assumed.ts'
import { bill } from '../../scripts/figures/bill.ts'
import { seenIn } from '../../scripts/figures/line.ts'
import type { Measured } from '../../scripts/figures/measured.ts'
import { type Price, prices } from '../../scripts/figures/prices.ts'
import { accountOf, at, list } from './account.ts'

const account = accountOf()

const one: Measured = {
  ...{ requests: 100, pages: 50, pageBytes: 100_000, functionMs: 200, tableCalls: 200, textParts: 1 },
  units: { reads: 300, writes: 300, storedBytes: 30_000, written: [] },
}
const lines = (applications: number) =>
  new Map(
    bill(applications, {
      services: { housing: one, bookings: one, planning: one },
      staff: { ...one, textParts: 0 },
    }).map((line) => [line.what, line]),
  )

it('counts every copy of the tables as a whole one, as many as the plan keeps at one time', () => {
  const [plan] = account.of('AWS::Backup::BackupPlan')
  const rule = list(plan === undefined ? [] : at(plan, 'BackupPlan.BackupPlanRule'))[0]
  const days = Number(at({ Properties: { rule } }, 'rule.Lifecycle.DeleteAfterDays'))
  expect(days).toBe(stages.production.backupDays)
  expect(assumed.copiesKept).toBe(Math.floor(days / 30))
  const made = lines(100_000)
  const kept = made.get('DynamoDB: kept')?.usd ?? 0
  const copies = made.get('DynamoDB: copies kept for a year')?.usd ?? 0
  expect(copies / kept).toBeCloseTo((12 * prices.backupGb.usd) / prices.tableGb.usd, 6)
})

it('counts the alarms, keys, secrets and the firewall’s rules that there are', () => {
  expect(assumed.alarms).toBe(account.of('AWS::CloudWatch::Alarm').length)
  expect(assumed.keys).toBe(account.of('AWS::KMS::Key').length)
  const secrets = account.of('AWS::SecretsManager::Secret')
  const copies = secrets.flatMap((secret) => list(at(secret, 'ReplicaRegions')))
  // The identity provider's, GOV.UK Notify's and Ordnance Survey's.
  expect(assumed.secrets).toBe(secrets.length + copies.length + 3)
  expect(assumed.recorded.rules).toBe(account.of('AWS::Config::ConfigRule').length)
  const [firewall] = account.of('AWS::WAFv2::WebACL')
  expect(assumed.firewallRules).toBe(list(firewall === undefined ? [] : at(firewall, 'Rules')).length)
})

it('has a line for what runs by the clock, for Config and for the digests, however few applications come', () => {
  for (const what of ['AWS Config', 'Digests: a signature each night'])
    expect(lines(1).get(what)?.usd).toBeGreaterThan(0)
  expect([...lines(1).keys()].some((what) => what.startsWith('Each minute'))).toBe(true)
})

it('says of each price where AWS states it, and on which day it stood in AWS’s price list, where anybody looked', () => {
  const all: readonly Price[] = Object.values(prices)
  for (const { usd, per, page, seen } of all) {
    expect([per, usd > 0]).toEqual([per, true])
    expect(page).toMatch(/^[a-z0-9-]+\/[a-z-]+(\/[a-z-]+)?$/)
    expect(seen ?? '2026-01-01').toMatch(/^\d{4}-\d\d-\d\d$/)
  }
  const used = new Set([...lines(100_000).values()].flatMap(({ at: made }) => made))
  expect(all.filter((price) => !used.has(price))).toEqual([])
})

it('pays for every function that is called each minute, for programs that ask the API, and for letters in pounds', () => {
  const eachMinute = account
    .of('AWS::Scheduler::Schedule')
    .filter((one) => at(one, 'ScheduleExpression') === 'rate(1 minute)')
  const [clock] = [...lines(1).values()].filter(({ what }) => what.startsWith('Each minute'))
  const seconds = Number(clock?.how.replaceAll(',', '').match(/^\d+/)?.[0])
  const byOthers = 8_760 * 2 + 4_380 * 2 + 30 * 60
  expect(seconds).toBe(eachMinute.length * 43_800 + byOthers)
  expect(lines(1).get('The API: programs that ask it')?.usd).toBeGreaterThan(2 * prices.program.usd)
  const letters = lines(100_000).get('Letters')
  expect(letters?.usd).toBeCloseTo((100_000 / 12) * assumed.lettersPerSent * 0.7 * assumed.dollarsAPound, 2)
  expect(letters !== undefined && seenIn(letters)).toBe(false)
})

it('does not call a line certain that has one price nobody looked up', () => {
  const made = lines(100_000)
  expect([...made.values()].filter((line) => !seenIn(line)).map(({ what }) => what)).toContain('Texts')
  const writes = made.get('DynamoDB: writes')
  expect(writes !== undefined && seenIn(writes)).toBe(true)
  expect(writes !== undefined && seenIn({ ...writes, at: [...writes.at, prices.textPart] })).toBe(false)
})
