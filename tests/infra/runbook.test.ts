// Every alarm sends its reader to an entry of the runbook: the entry is there, and no entry is for an alarm that no longer exists.
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { stages } from '#infra/aws/stages.ts'
import { accountOf, at, sampleDoor, words } from './account.ts'

// With everything that a council may turn on.
const account = accountOf({ ...stages.production, originDoor: sampleDoor })

it('has an entry for each alarm, and no others', () => {
  const readme = readFileSync('infra/README.md', 'utf8')
  const runbook = readme.slice(readme.indexOf('\n## Runbook'), readme.indexOf('\n## Procedures'))
  const entries = [...runbook.matchAll(/^### (.+)$/gm)].flatMap(([, names = '']) => names.split(', '))
  const alarms = account
    .of('AWS::CloudWatch::Alarm')
    .map((alarm) => words(at(alarm, 'AlarmName')).replace('guildhall-production ', ''))
  expect(entries.toSorted()).toEqual(alarms.toSorted())
})
