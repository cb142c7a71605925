// What could not be tried against an account stands as AWS's documentation has it.
import { beforeAll, describe, expect, it } from 'vitest'
import { stages } from '#infra/aws/stages.ts'
import { cookieName } from '#web/citizen/session.ts'
import { type Account, accountOf, at, type Json, list, type Resource, sampleDoor, words } from './account.ts'

const senderIdArn = 'arn:aws:sms-voice:eu-west-2:111122223333:sender-id/DORSETCNCL/GB'

let account: Account
// With everything that a council may turn on.
let full: Account
beforeAll(() => {
  account = accountOf()
  full = accountOf({ ...stages.production, originDoor: sampleDoor, senderIdArn })
}, 120_000)

const one = (type: string, stack: string): Resource => {
  const found = account.of(type).filter((resource) => resource.stack === stack)
  expect([type, stack, found.length]).toEqual([type, stack, 1])
  return found[0] ?? { stack, id: '', Type: type, Properties: {} }
}
const boxed = (value: Json) => ({ Properties: { it: value } })

describe('a release goes back', () => {
  it('when the newest version meets what it did not expect, though Lambda counts no error for a problem page', () => {
    const alarms = account.of('AWS::CloudWatch::Alarm').filter(({ id }) => id.includes('Surprised'))
    expect(alarms.map(({ stack }) => stack)).toEqual(['Web', 'Web', 'Web'])
    for (const alarm of alarms) {
      expect(words(at(alarm, 'Dimensions.0.Name'))).toBe('Version')
      expect(words(at(alarm, 'Dimensions.0.Value'))).toMatch(
        /^<(Citizen|StaffPages|Api)FunctionCurrentVersion\w+\.Version>$/,
      )
      expect(Number(at(alarm, 'Threshold'))).toBeLessThan(5)
    }
    const counted = account.of('AWS::Logs::MetricFilter').filter(({ stack }) => stack === 'Web')
    for (const filter of counted) {
      expect(words(at(filter, 'FilterPattern'))).toBe('{ $.event = "surprise" || $.event = "thrown" }')
      expect(at(filter, 'MetricTransformations.0.Dimensions')).toEqual([{ Key: 'Version', Value: '$.version' }])
    }
    expect(counted.length).toBe(3)
  })

  it('when its own API answers 5xx; and these alarms are the ones that CodeDeploy asks', () => {
    const alarms = account.of('AWS::CloudWatch::Alarm').filter(({ id }) => id.includes('Answering5xx'))
    expect(
      alarms.map((alarm) => ['Namespace', 'MetricName', 'Dimensions.0.Name'].map((what) => at(alarm, what))),
    ).toEqual([
      ['AWS/ApiGateway', '5xx', 'ApiId'],
      ['AWS/ApiGateway', '5xx', 'ApiId'],
      ['AWS/ApiGateway', '5xx', 'ApiId'],
    ])
    expect(new Set(alarms.map((alarm) => words(at(alarm, 'Dimensions.0.Value')))).size).toBe(3)
    for (const group of account.of('AWS::CodeDeploy::DeploymentGroup')) {
      const asked = list(at(group, 'AlarmConfiguration.Alarms')).map((alarm) => words(at(boxed(alarm), 'it.Name')))
      for (const kind of ['Failing', 'Crowded', 'Surprised', 'Answering5xx'])
        expect([kind, asked.some((name) => name.includes(kind))]).toEqual([kind, true])
    }
  })
})

describe('sign-in', () => {
  it('may write each attribute that the council’s provider is mapped to, and read it back', () => {
    const mapped = Object.keys(at(one('AWS::Cognito::UserPoolIdentityProvider', 'Identity'), 'AttributeMapping') ?? {})
    const client = one('AWS::Cognito::UserPoolClient', 'Identity')
    expect(mapped.length).toBeGreaterThan(4)
    for (const may of ['WriteAttributes', 'ReadAttributes'])
      expect(list(at(client, may))).toEqual(expect.arrayContaining(mapped))
  })
})

describe('the sign-in pages', () => {
  it('are those that know prompt=login, and have a look, without which they do not open', () => {
    expect(at(one('AWS::Cognito::UserPoolDomain', 'Identity'), 'ManagedLoginVersion')).toBe(2)
    const look = one('AWS::Cognito::ManagedLoginBranding', 'Identity')
    expect([at(look, 'UseCognitoProvidedValues'), words(at(look, 'ClientId'))]).toEqual([true, '<StaffPages>'])
  })
})

describe('the secret at the council’s identity provider', () => {
  it('rings 30 days before it ends', () => {
    const alarm = account.of('AWS::CloudWatch::Alarm').find(({ id }) => id.startsWith('IdentitySecretEnds'))
    const said = JSON.stringify(alarm?.Properties)
    const { secretEnds } = stages.production.identityProvider
    expect(said).toContain(`EPOCH(calls) >= ${Date.parse(secretEnds) / 1000 - 30 * 86_400}`)
  })

  it('takes effect when it is renewed: another version in the settings is another template', () => {
    const identityProvider = { ...stages.production.identityProvider, secretVersion: 'a1b2' }
    const [renewed] = accountOf({ ...stages.production, identityProvider }).of('AWS::Cognito::UserPoolIdentityProvider')
    expect(JSON.stringify(renewed?.Properties)).toContain('client_secret::a1b2}}')
    expect(JSON.stringify(one('AWS::Cognito::UserPoolIdentityProvider', 'Identity'))).not.toContain('a1b2')
  })
})

describe('alarms and what is found unprotected', () => {
  it('can be sealed by CloudWatch, EventBridge and Budgets: no condition in the key that their pages do not name', () => {
    const keys = account.of('AWS::KMS::Key').filter(({ id }) => id === 'Key961B73FD')
    expect(keys.length).toBe(2)
    for (const key of keys) {
      const statement = list(at(key, 'KeyPolicy.Statement')).find((said) =>
        JSON.stringify(said).includes('events.amazonaws'),
      )
      expect(at(boxed(statement), 'it.Condition')).toBeUndefined()
      expect(words(at(boxed(statement), 'it.Principal.Service'))).toContain('cloudwatch.amazonaws.com')
    }
  })

  it('reach nobody else’s topic: who may publish is held to the account', () => {
    for (const policy of account.of('AWS::SNS::TopicPolicy'))
      expect(JSON.stringify(policy.Properties)).toContain('aws:SourceAccount')
  })
})

describe('what SNS says of texts', () => {
  it('can be written even before its log is there', () => {
    const policy = account.of('AWS::IAM::Policy').find(({ id }) => id.startsWith('DeliveryRole') && id.length < 60)
    const all = account.of('AWS::IAM::Policy').map(({ Properties: said }) => JSON.stringify(said))
    expect(policy).toBeDefined()
    expect(
      all.some((said) => said.includes('logs:CreateLogGroup') && said.includes('DirectPublishToPhoneNumber')),
    ).toBe(true)
  })
})

describe('the council’s name on a phone', () => {
  it('may be used by SNS, for this account alone, once AWS has added it', () => {
    const policies = full.of('AWS::SMSVOICE::ResourcePolicy').map(({ stack, Properties: said }) => [stack, said])
    const statement = {
      Action: 'sms-voice:SendTextMessage',
      Condition: { StringEquals: { 'aws:SourceAccount': '111122223333' } },
      Effect: 'Allow',
      Principal: { Service: 'sns.amazonaws.com' },
      Resource: senderIdArn,
    }
    expect(policies).toEqual([
      ['Texts', { ResourceArn: senderIdArn, PolicyDocument: { Statement: [statement], Version: '2012-10-17' } }],
    ])
  })

  it('is no part of a template that was given none, as a policy of a name that is not there cannot be deployed', () => {
    expect(account.resources.filter(({ Type }) => Type === 'AWS::SMSVOICE::ResourcePolicy')).toEqual([])
  })

  it('goes out with what the sender gives to SNS, and by no call of the sender’s own', () => {
    const sends = account
      .of('AWS::IAM::Policy')
      .flatMap((policy) => list(at(policy, 'PolicyDocument.Statement')).map((it) => [policy.id, boxed(it)] as const))
      .filter(([, said]) => JSON.stringify(said).includes('sms-voice:SendTextMessage'))
    expect(sends.map(([id, said]) => [id.replace(/Role.*/, ''), at(said, 'it.Condition')])).toEqual([
      ['SendTexts', { StringEquals: { 'aws:CalledViaLast': 'sns.amazonaws.com' } }],
    ])
  })
})

describe('the audit trail’s copy', () => {
  it('rings when Firehose is half an hour behind', () => {
    const alarm = account
      .of('AWS::CloudWatch::Alarm')
      .find(({ Properties: said }) => said.MetricName === 'DeliveryToS3.DataFreshness')
    expect([alarm?.stack, alarm?.Properties.Threshold]).toEqual(['Audit', 1800])
  })
})

describe('the firewall', () => {
  const rulesIn = (from: Account) =>
    new Map(
      list(at(from.of('AWS::WAFv2::WebACL')[0] ?? one('AWS::WAFv2::WebACL', 'Edge'), 'Rules')).map((rule) => [
        words(at(boxed(rule), 'it.Name')),
        { Properties: { it: at(boxed(rule), 'it.Statement.RateBasedStatement') } },
      ]),
    )

  it('counts a person by address and session, so that thousands behind one carrier’s address are thousands', () => {
    const rules = rulesIn(account)
    for (const name of ['too-many-forms-of-one', 'too-many-pages-of-one', 'too-many-maps-of-one']) {
      const rule = rules.get(name) ?? boxed(null)
      expect(at(rule, 'it.CustomKeys.0')).toEqual({ IP: {} })
      expect(at(rule, 'it.CustomKeys.1.Cookie.Name')).toBe(cookieName)
    }
    expect(Number(at(rules.get('too-many-pages') ?? boxed(null), 'it.Limit'))).toBeGreaterThan(10_000)
  })

  it('counts pages apart from assets, and the council’s own offices apart from everybody', () => {
    const offices = rulesIn(accountOf({ ...stages.production, offices: ['198.51.100.0/24'] }))
    expect(JSON.stringify(offices.get('too-many-assets'))).toContain('/assets/')
    expect(JSON.stringify(offices.get('too-many-assets'))).toContain('/map-tiles/')
    const limits = ['too-many-pages', 'too-many-from-offices'].map((name) =>
      Number(at(offices.get(name) ?? boxed(null), 'it.Limit')),
    )
    expect(limits[1]).toBeGreaterThan((limits[0] ?? 0) * 5)
    expect(JSON.stringify(offices.get('too-many-pages'))).toContain('NotStatement')
  })
})

describe('what is kept of addresses', () => {
  it('goes from the buckets’ access logs as soon as from the product’s own logs', () => {
    for (const bucket of account.of('AWS::S3::Bucket').filter(({ id }) => id.startsWith('AccessLogs')))
      expect(at(bucket, 'LifecycleConfiguration.Rules.0.ExpirationInDays')).toBe(stages.production.logDays)
  })
})

describe('documents', () => {
  it('have a second copy, by the plan that copies the tables', () => {
    const selection = one('AWS::Backup::BackupSelection', 'Uploads')
    expect(list(at(selection, 'BackupSelection.Resources')).map(words)).toEqual([
      expect.stringMatching(/^<Clean\w+\.Arn>$/),
    ])
    expect(words(at(selection, 'BackupPlanId'))).toContain('Monthly')
  })

  it('and answers outlive a region: the key of answers can be copied to another', () => {
    const key = account.of('AWS::KMS::Key').find(({ id }) => id.startsWith('Answers'))
    expect(key === undefined ? '' : at(key, 'MultiRegion')).toBe(true)
  })
})

describe('copies of the tables', () => {
  it('are made once a month and kept for a year, as nights are covered by 35 days of recovery', () => {
    const [rule] = list(at(one('AWS::Backup::BackupPlan', 'Data'), 'BackupPlan.BackupPlanRule'))
    expect(at(boxed(rule), 'it.ScheduleExpression')).toBe('cron(0 2 1 * ? *)')
    expect(at(boxed(rule), 'it.Lifecycle.DeleteAfterDays')).toBe(365)
  })
})

describe('the origins', () => {
  it('turn whoever is not CloudFront away at the handshake, where the stage has a certificate for it', () => {
    const shown = full
      .of('AWS::CloudFront::Distribution')
      .map((front) =>
        at(front, 'DistributionConfig.Origins.0.CustomOriginConfig.OriginMtlsConfig.ClientCertificateArn'),
      )
    expect(shown).toEqual(Array.from({ length: 3 }, () => sampleDoor.certificateArn))
    const trusted = full.of('AWS::ApiGatewayV2::DomainName').map((host) => at(host, 'MutualTlsAuthentication'))
    const trust = { TruststoreUri: sampleDoor.trust, TruststoreVersion: sampleDoor.trustVersion }
    expect(trusted).toEqual([trust, trust, trust])
  })

  it('ring 45 days before that certificate ends', () => {
    const alarm = full.of('AWS::CloudWatch::Alarm').find(({ id }) => id.startsWith('OriginCertificateEnds'))
    expect(JSON.stringify(alarm?.Properties)).toContain('46 - left')
  })
})

describe('a request is followed', () => {
  it('from CloudFront’s log by its id, and by a question to the logs that is kept', () => {
    const deliveries = account.of('AWS::Logs::Delivery')
    expect(deliveries.map((delivery) => list(at(delivery, 'RecordFields')).includes('x-edge-request-id'))).toEqual([
      true,
      true,
      true,
    ])
    const query = one('AWS::Logs::QueryDefinition', 'Watch')
    expect(words(at(query, 'QueryString'))).toMatch(/filter requestId = .* or edge = /)
  })
})
