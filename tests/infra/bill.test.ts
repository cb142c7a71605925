// The month's bill follows from its formulas: what is kept is paid for as often as it is kept.
import { expect, it } from 'vitest'
import { stages } from '#infra/aws/stages.ts'
import { assumed, bill } from '../../scripts/figures/bill.ts'
import type { Measured } from '../../scripts/figures/measured.ts'
import { prices } from '../../scripts/figures/prices.ts'
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
  expect(copies / kept).toBeCloseTo((12 * prices.backupGb) / prices.tableGb, 6)
})

it('counts the alarms and the firewall’s rules that there are', () => {
  expect(assumed.alarms).toBe(account.of('AWS::CloudWatch::Alarm').length)
  const [firewall] = account.of('AWS::WAFv2::WebACL')
  expect(assumed.firewallRules).toBe(list(firewall === undefined ? [] : at(firewall, 'Rules')).length)
})

it('has a line for what runs by the clock, for Config and for the digests, however few applications come', () => {
  for (const what of ['AWS Config', 'Digests: a signature each night'])
    expect(lines(1).get(what)?.usd).toBeGreaterThan(0)
  expect([...lines(1).keys()].some((what) => what.startsWith('Each minute'))).toBe(true)
})
