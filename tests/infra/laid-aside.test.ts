// A call that nobody waits for is not lost when the function fails: it is tried again, and laid aside with what it said.
import { beforeAll, describe, expect, it } from 'vitest'
import { type Account, accountOf, at, list, type Resource, words } from './account.ts'

let account: Account
beforeAll(() => {
  account = accountOf()
})

// 'AWS::Lambda::Alias' ids by who is called: schedules, rules, log filters and the rotation.
const calledIn = (resource: Resource): readonly string[] => {
  const targets =
    resource.Type === 'AWS::Events::Rule'
      ? list(at(resource, 'Targets')).map((target) => at({ Properties: { target } }, 'target.Arn'))
      : [at(resource, { Schedule: 'Target.Arn', Filter: 'DestinationArn' }[kindOf(resource)] ?? 'RotationLambdaARN')]
  return targets.map(words).filter((arn) => arn.includes('live'))
}
const kindOf = ({ Type }: Resource): string =>
  Type === 'AWS::Scheduler::Schedule' ? 'Schedule' : Type === 'AWS::Logs::SubscriptionFilter' ? 'Filter' : ''

const callers = [
  'AWS::Scheduler::Schedule',
  'AWS::Events::Rule',
  'AWS::Logs::SubscriptionFilter',
  'AWS::SecretsManager::RotationSchedule',
]

// 'Uploads CheckUpload'
const whoIn = ({ stack }: Resource, reference: string): string =>
  `${stack} ${reference.replace(/^<([A-Za-z]+?)Function.*live.*$/, '$1')}`

describe('a call that nobody waits for', () => {
  it('has an end of its own wherever a clock, an event, a log or a rotation makes it', () => {
    const called = callers.flatMap((type) =>
      account.of(type).flatMap((one) => calledIn(one).map((arn) => whoIn(one, arn))),
    )
    const kept = account
      .of('AWS::Lambda::EventInvokeConfig')
      .map((one) => `${one.stack} ${one.id.replace(/WhenItFails[A-F0-9]*$/, '')}`)
    expect([...new Set(called)].toSorted()).toEqual(kept.toSorted())
    expect(kept.length).toBe(13)
  })

  it('is tried again at most twice, not for ever, and then lies in a queue that rings', () => {
    for (const one of account.of('AWS::Lambda::EventInvokeConfig')) {
      expect(words(at(one, 'Qualifier'))).toBe('live')
      expect([0, 1, 2]).toContain(at(one, 'MaximumRetryAttempts'))
      expect(Number(at(one, 'MaximumEventAgeInSeconds'))).toBeGreaterThanOrEqual(60)
      const queue = words(at(one, 'DestinationConfig.OnFailure.Destination')).replace(/^<(\w+)\.Arn>$/, '$1')
      const rings = account
        .of('AWS::CloudWatch::Alarm')
        .filter((alarm) => alarm.stack === one.stack && words(at(alarm, 'Dimensions.0.Value')).includes(queue))
      expect([one.id, rings.length]).toEqual([one.id, 1])
    }
  })

  it('may be laid aside: each of these functions may write to its queue and seal what it writes', () => {
    for (const one of account.of('AWS::Lambda::EventInvokeConfig')) {
      const queue = words(at(one, 'DestinationConfig.OnFailure.Destination'))
      const waits = list(one.DependsOn).map(words)
      const policy = account.of('AWS::IAM::Policy').find(({ id, stack }) => stack === one.stack && waits.includes(id))
      const said = JSON.stringify(policy?.Properties)
      expect([one.id, said.includes('sqs:SendMessage'), said.includes('sqs.')]).toEqual([one.id, true, true])
      expect(words(at(policy ?? one, 'PolicyDocument.Statement')).length + queue.length).toBeGreaterThan(0)
    }
  })
})
