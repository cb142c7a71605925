// What a deployment gives a council, read from the templates (docs/guarantees.md, "What the templates must say").
import { beforeAll, describe, expect, it } from 'vitest'
import { indexes } from '#adapters/dynamo/schema.ts'
import { hostsOf, stages } from '#infra/aws/stages.ts'
import { council } from '#services/council.ts'
import { sources } from '#tests/rules/sources.ts'
import { leavePage, weather } from '#web/show/leave-page.ts'
import { type Account, accountOf, at, type Json, list, type Resource, words } from './account.ts'

let account: Account
beforeAll(() => {
  account = accountOf()
})

const each = (type: string, path: string): readonly Json[] => account.of(type).map((resource) => at(resource, path))
const none: Resource = { stack: '', id: '', Type: '', Properties: {} }
const one = (type: string, stack: string): Resource => {
  const found = account.of(type).filter((resource) => resource.stack === stack)
  expect([type, stack, found.length]).toEqual([type, stack, 1])
  return found[0] ?? { stack, id: '', Type: type, Properties: {} }
}
const statementsOf = (resource: Resource) =>
  list(at(resource, 'PolicyDocument.Statement')).map((said) => ({ Properties: { said } }))
const ours = () => account.of('AWS::Lambda::Function').filter((each) => at(each, 'FunctionName') !== undefined)

describe('the way in', () => {
  it('is CloudFront alone: API Gateway’s own addresses are off, and each API stands at a host that names a secret', () => {
    expect(each('AWS::ApiGatewayV2::Api', 'DisableExecuteApiEndpoint')).toEqual([true, true, true])
    const origins = account
      .of('AWS::CloudFront::Distribution')
      .map((front) => at(front, 'DistributionConfig.Origins.0'))
    for (const origin of origins.map((origin) => ({ Properties: { origin } }))) {
      expect(at(origin, 'origin.OriginCustomHeaders.0.HeaderName')).toBe('x-from-edge')
      expect(at(origin, 'origin.OriginCustomHeaders.0.HeaderValue')).toBe(
        '{{resolve:secretsmanager:guildhall/production/edge:SecretString:sent::}}',
      )
      expect(at(origin, 'origin.CustomOriginConfig.OriginProtocolPolicy')).toBe('https-only')
    }
    expect(origins.map((origin) => at({ Properties: { origin } }, 'origin.DomainName'))).toEqual([
      'origin.counter.dorset.example',
      'origin-staff.counter.dorset.example',
      'origin-api.counter.dorset.example',
    ])
  })

  it('has a secret that turns each month, copied to where the functions run', () => {
    const secret = one('AWS::SecretsManager::Secret', 'Edge')
    expect(at(secret, 'ReplicaRegions')).toEqual([{ Region: 'eu-west-2' }])
    expect(at(one('AWS::SecretsManager::RotationSchedule', 'Edge'), 'RotationRules.ScheduleExpression')).toBe(
      'rate(30 days)',
    )
  })

  it('is three hosts, residents’, staff’s and programs’, each with its own function', () => {
    expect(each('AWS::CloudFront::Distribution', 'DistributionConfig.Aliases')).toEqual([
      ['counter.dorset.example'],
      ['staff.counter.dorset.example'],
      ['api.counter.dorset.example'],
    ])
    const uris = each('AWS::ApiGatewayV2::Integration', 'IntegrationUri').map(words)
    expect(new Set(uris).size).toBe(3)
  })

  it('has a firewall with AWS’s rules, and limits by person and by address (H44)', () => {
    expect(each('AWS::CloudFront::Distribution', 'DistributionConfig.WebACLId').map(words)).toEqual([
      '<Firewall.Arn>',
      '<Firewall.Arn>',
      '<Firewall.Arn>',
    ])
    const rules = list(at(one('AWS::WAFv2::WebACL', 'Edge'), 'Rules')).map((rule) => ({ Properties: { rule } }))
    expect(rules.map((rule) => at(rule, 'rule.Name'))).toEqual([
      'AWSManagedRulesAmazonIpReputationList',
      'AWSManagedRulesKnownBadInputsRuleSet',
      'AWSManagedRulesCommonRuleSet',
      'too-many-forms-of-one',
      'too-many-pages-of-one',
      'too-many-maps-of-one',
      'too-many-pages',
      'too-many-assets',
      'encoded-slash',
    ])
    const limits = rules.map((rule) => at(rule, 'rule.Statement.RateBasedStatement.AggregateKeyType'))
    const counted = [...['CUSTOM_KEYS', 'CUSTOM_KEYS', 'CUSTOM_KEYS'], ...['IP', 'IP']]
    expect(limits).toEqual([undefined, undefined, undefined, ...counted, undefined])
    expect(rules.map((rule) => at(rule, 'rule.VisibilityConfig.SampledRequestsEnabled'))).toEqual(
      rules.map(() => false),
    )
  })

  it('speaks TLS 1.2 or newer, to browsers and behind the edge', () => {
    expect(
      each('AWS::CloudFront::Distribution', 'DistributionConfig.ViewerCertificate.MinimumProtocolVersion'),
    ).toEqual(['TLSv1.2_2021', 'TLSv1.2_2021', 'TLSv1.2_2021'])
    expect(each('AWS::ApiGatewayV2::DomainName', 'DomainNameConfigurations.0.SecurityPolicy')).toEqual([
      'TLS_1_2',
      'TLS_1_2',
      'TLS_1_2',
    ])
  })

  it('shows our own page where no function answers, asked for anew each time (F22)', () => {
    for (const each of account.of('AWS::CloudFront::Distribution'))
      expect(at(each, 'DistributionConfig.CustomErrorResponses')).toEqual(
        [502, 503, 504].map((ErrorCode) => ({
          ...{ ErrorCode, ErrorCachingMinTTL: 0, ResponseCode: 503, ResponsePagePath: '/assets/closed.html' },
        })),
      )
  })

  it('leads away whoever leaves in a hurry, though no function answers: from residents’ pages, by a file that says nothing of us', () => {
    const [residents = none, staff = none] = account.of('AWS::CloudFront::Distribution')
    expect(at(residents, 'DistributionConfig.CacheBehaviors.1')).toMatchObject({
      ...{ PathPattern: '/leave', TargetOriginId: 'leave', AllowedMethods: ['GET', 'HEAD'] },
    })
    expect(at(residents, 'DistributionConfig.OriginGroups.Items.0')).toMatchObject({
      Members: { Items: [{ OriginId: 'pages' }, { OriginId: 'leaving' }] },
      FailoverCriteria: { StatusCodes: { Items: [429, 500, 502, 503, 504] } },
    })
    expect(at(residents, 'DistributionConfig.Origins.2')).toMatchObject({ Id: 'leaving', OriginPath: '/assets' })
    expect(at(staff, 'DistributionConfig.OriginGroups')).toBeUndefined()
    expect(leavePage).toContain(`content="0; url=${weather}"`)
    expect(leavePage).not.toContain(council.name)
  })

  it('sends HSTS and the like on every behaviour, and keeps no page', () => {
    const headers = one('AWS::CloudFront::ResponseHeadersPolicy', 'Edge')
    expect(at(headers, 'ResponseHeadersPolicyConfig.SecurityHeadersConfig.StrictTransportSecurity')).toEqual({
      AccessControlMaxAgeSec: 31_536_000,
      IncludeSubdomains: true,
      Override: true,
    })
    for (const front of account.of('AWS::CloudFront::Distribution')) {
      for (const behaviour of ['DefaultCacheBehavior', 'CacheBehaviors.0']) {
        expect(words(at(front, `DistributionConfig.${behaviour}.ResponseHeadersPolicyId`))).toMatch(/^<Headers/)
        expect(at(front, `DistributionConfig.${behaviour}.ViewerProtocolPolicy`)).toBe('redirect-to-https')
      }
      // AWS's own policy "CachingDisabled" (CloudFront Developer Guide, "Use managed cache policies").
      expect(at(front, 'DistributionConfig.DefaultCacheBehavior.CachePolicyId')).toBe(
        '4135ea2d-6df8-44a3-9df3-4b5a84be39ad',
      )
    }
  })

  it('logs requests without who asked and for what', () => {
    for (const fields of each('AWS::Logs::Delivery', 'RecordFields').map(list)) {
      expect(fields.length).toBeGreaterThan(5)
      for (const telling of ['c-ip', 'cs-uri-stem', 'cs-uri-query', 'cs(Cookie)', 'cs(Referer)', 'x-forwarded-for'])
        expect(fields).not.toContain(telling)
    }
    for (const format of each('AWS::ApiGatewayV2::Stage', 'AccessLogSettings.Format').map(words))
      expect(format).not.toMatch(/path|sourceIp|userAgent/)
  })
})

describe('what is kept', () => {
  it('is never public, never without TLS, and versioned, in every bucket', () => {
    const all = { BlockPublicAcls: true, BlockPublicPolicy: true, IgnorePublicAcls: true, RestrictPublicBuckets: true }
    const buckets = account.of('AWS::S3::Bucket')
    expect(buckets.length).toBe(7)
    for (const bucket of buckets) {
      expect(at(bucket, 'PublicAccessBlockConfiguration')).toEqual(all)
      expect(at(bucket, 'VersioningConfiguration.Status')).toBe('Enabled')
      expect(at(bucket, 'OwnershipControls.Rules.0.ObjectOwnership')).toBe('BucketOwnerEnforced')
      const policy = account
        .of('AWS::S3::BucketPolicy')
        .find((each) => each.stack === bucket.stack && words(at(each, 'Bucket')) === `<${bucket.id}>`)
      expect(JSON.stringify(policy?.Properties)).toContain('"aws:SecureTransport":"false"')
      expect(JSON.stringify(policy?.Properties)).toContain('"s3:TlsVersion":1.2')
    }
  })

  it('is sealed with the council’s own key: tables, files, queues, logs and alarms', () => {
    for (const table of account.of('AWS::DynamoDB::Table')) {
      expect(at(table, 'SSESpecification.SSEType')).toBe('KMS')
      expect(words(at(table, 'SSESpecification.KMSMasterKeyId'))).toMatch(/^<Key/)
    }
    const sealed = account
      .of('AWS::S3::Bucket')
      .filter(
        (bucket) =>
          words(
            at(
              bucket,
              'BucketEncryption.ServerSideEncryptionConfiguration.0.ServerSideEncryptionByDefault.SSEAlgorithm',
            ),
          ) === 'aws:kms',
      )
    expect(sealed.map(({ stack, id }) => `${stack} ${id.replace(/[A-F0-9]{8}$/, '')}`)).toEqual([
      'Audit Archive',
      'Uploads Quarantine',
      'Uploads Clean',
    ])
    for (const key of each('AWS::SQS::Queue', 'KmsMasterKeyId').map(words)) expect(key).toMatch(/Key/)
    for (const key of each('AWS::SNS::Topic', 'KmsMasterKeyId').map(words)) expect(key).toMatch(/Key/)
    // But for the log of what the construct library brings along, which holds no word of ours.
    const logs = account.of('AWS::Logs::LogGroup').filter((log) => !/^(Custom|AWS679)/.test(log.id))
    for (const log of logs) expect([log.id, words(at(log, 'KmsKeyId'))]).toEqual([log.id, expect.stringMatching(/Key/)])
    expect(logs.length).toBe(24)
    // All but the one that signs: KMS turns no key of a pair.
    const keys = account.of('AWS::KMS::Key').filter((key) => at(key, 'KeyUsage') !== 'SIGN_VERIFY')
    expect(keys.map((key) => at(key, 'EnableKeyRotation'))).toEqual([true, true, true])
  })

  it('keeps the key of answers told in confidence from everybody but the eight functions that read them, each for one draft by name', () => {
    const held = account.of('AWS::IAM::Policy').flatMap((policy) =>
      list(at(policy, 'PolicyDocument.Statement'))
        .map((said) => ({ Properties: { said } }))
        .filter((statement) => words(at(statement, 'said.Resource')).includes('Answers'))
        .map((statement) => {
          expect(at(statement, 'said.Condition')).toEqual({
            'ForAllValues:StringEquals': { 'kms:EncryptionContextKeys': ['draft'] },
            Null: { 'kms:EncryptionContext:draft': 'false' },
          })
          return `${policy.id.replace(/Role.*/, '')}: ${words(at(statement, 'said.Action'))}`
        }),
    )
    expect(held.toSorted()).toEqual([
      'Api: kms:Decrypt',
      'CheckUpload: kms:Decrypt',
      'Citizen: kms:Decrypt,kms:GenerateDataKey',
      'DoMany: kms:Decrypt',
      'GiveInTurn: kms:Decrypt',
      'Nightly: kms:Decrypt',
      'OfferTimes: kms:Decrypt',
      'StaffPages: kms:Decrypt,kms:GenerateDataKey',
    ])
  })

  it('can be brought back to any second of 35 days, and is neither deleted nor replaced by mistake', () => {
    for (const table of account.of('AWS::DynamoDB::Table')) {
      expect(at(table, 'PointInTimeRecoverySpecification')).toEqual({
        PointInTimeRecoveryEnabled: true,
        RecoveryPeriodInDays: 35,
      })
      expect(at(table, 'DeletionProtectionEnabled')).toBe(true)
    }
    const stateful = [
      'AWS::DynamoDB::Table',
      'AWS::S3::Bucket',
      'AWS::KMS::Key',
      'AWS::Cognito::UserPool',
      'AWS::Backup::BackupVault',
    ]
    for (const { id, DeletionPolicy, UpdateReplacePolicy } of stateful.flatMap(account.of))
      expect([id, DeletionPolicy, UpdateReplacePolicy]).toEqual([id, expect.stringMatching(/^Retain/), 'Retain'])
  })

  it('is copied each month into a vault that cannot be emptied early', () => {
    expect(at(one('AWS::Backup::BackupVault', 'Data'), 'LockConfiguration.MinRetentionDays')).toBe(35)
    expect(list(at(one('AWS::Backup::BackupSelection', 'Data'), 'BackupSelection.Resources')).map(words)).toEqual([
      '<Cases.Arn>',
      '<Audit.Arn>',
    ])
  })

  it('stands in the tables that the tests run on: keys, indexes, time to live and stream', () => {
    const [cases] = account.of('AWS::DynamoDB::Table')
    expect(cases === undefined ? '' : at(cases, 'BillingMode')).toBe('PAY_PER_REQUEST')
    const made = list(cases === undefined ? [] : at(cases, 'GlobalSecondaryIndexes'))
    expect(made.map((index) => at({ Properties: { index } }, 'index.IndexName'))).toEqual(
      indexes.map(({ IndexName }) => IndexName),
    )
    expect(each('AWS::DynamoDB::Table', 'TimeToLiveSpecification.Enabled')).toEqual([true, true])
    expect(each('AWS::DynamoDB::Table', 'StreamSpecification.StreamViewType')).toEqual(['NEW_IMAGE', 'NEW_IMAGE'])
  })

  it('has an audit trail that nobody can change for seven years', () => {
    const archive = one('AWS::S3::Bucket', 'Audit')
    expect(at(archive, 'ObjectLockEnabled')).toBe(true)
    expect(at(archive, 'ObjectLockConfiguration.Rule.DefaultRetention')).toEqual({ Mode: 'COMPLIANCE', Days: 2555 })
  })

  it('has each day of it signed by a key that only signs, and that one function alone may use', () => {
    const key = one('AWS::KMS::Key', 'Audit')
    expect([at(key, 'KeySpec'), at(key, 'KeyUsage'), key.DeletionPolicy]).toEqual([
      'ECC_NIST_P256',
      'SIGN_VERIFY',
      'Retain',
    ])
    const signs = account
      .of('AWS::IAM::Policy')
      .filter((policy) => statementsOf(policy).some((each) => words(at(each, 'said.Action')) === 'kms:Sign'))
    expect(signs.map(({ id }) => id.replace(/RoleDefaultPolicy.*/, ''))).toEqual(['Digest'])
    expect(at(one('AWS::Scheduler::Schedule', 'Audit'), 'ScheduleExpression')).toBe('cron(15 3 * * ? *)')
  })
})

describe('files', () => {
  it('leave quarantine within two days, judged or not', () => {
    const [quarantine] = account.of('AWS::S3::Bucket').filter(({ id }) => id.startsWith('Quarantine'))
    expect(quarantine === undefined ? '' : at(quarantine, 'LifecycleConfiguration.Rules.0.ExpirationInDays')).toBe(2)
    expect(
      quarantine === undefined
        ? ''
        : at(quarantine, 'NotificationConfiguration.EventBridgeConfiguration.EventBridgeEnabled'),
    ).toBe(true)
  })

  it('are read in quarantine by the scanner and the check alone, and only the scanner writes its verdict', () => {
    const policy = account.of('AWS::S3::BucketPolicy').find(({ id }) => id.startsWith('Quarantine'))
    const denied = (policy === undefined ? [] : statementsOf(policy)).map((each) => ({
      effect: at(each, 'said.Effect'),
      action: words(at(each, 'said.Action')),
      but: words(at(each, 'said.Condition.ArnNotEquals.aws:PrincipalArn')).replace(/[A-F0-9]{8}/g, ''),
    }))
    expect(denied).toContainEqual({
      effect: 'Deny',
      action: 's3:GetObject,s3:GetObjectVersion',
      but: '<Scanner.Arn>,<CheckUploadRole.Arn>',
    })
    expect(denied).toContainEqual({
      effect: 'Deny',
      action: 's3:PutObjectTagging,s3:PutObjectVersionTagging',
      but: '<Scanner.Arn>',
    })
  })

  it('are scanned as they land, and both events reach the check', () => {
    expect(at(one('AWS::GuardDuty::MalwareProtectionPlan', 'Uploads'), 'Actions.Tagging.Status')).toBe('ENABLED')
    const rules = account.of('AWS::Events::Rule').filter(({ stack }) => stack === 'Uploads')
    expect(rules.map((rule) => words(at(rule, 'EventPattern.detail-type')))).toEqual([
      'Object Created',
      'GuardDuty Malware Protection Object Scan Result',
    ])
    for (const rule of rules) {
      expect(words(at(rule, 'Targets.0.DeadLetterConfig.Arn'))).toMatch(/^<Lost/)
      expect(at(rule, 'Targets.0.RetryPolicy.MaximumRetryAttempts')).toBe(3)
    }
  })
})

describe('counting', () => {
  it('is woken by what there is to count, apart from what people wait for, and may change no month that was sealed', () => {
    const { Properties } = one('AWS::Lambda::EventSourceMapping', 'Measures')
    const patterns = list(at({ Properties }, 'FilterCriteria.Filters')).map((each) =>
      words(at({ Properties: { each } }, 'each.Pattern')),
    )
    expect(patterns.map((pattern) => /"(DRAFT|CASE|TEXT|FEEDBACK)#"/.exec(pattern)?.[1])).toEqual([
      'DRAFT',
      'CASE',
      'CASE',
      'TEXT',
      'FEEDBACK',
    ])
    const denied = account
      .of('AWS::IAM::Policy')
      .filter(({ stack }) => stack === 'Measures')
      .flatMap(statementsOf)
      .filter((each) => at(each, 'said.Effect') === 'Deny')
    expect(denied.map((each) => at(each, 'said.Action'))).toEqual([['dynamodb:DeleteItem', 'dynamodb:UpdateItem']])
    expect(denied.map((each) => at(each, 'said.Condition'))).toEqual([
      { 'ForAnyValue:StringLike': { 'dynamodb:LeadingKeys': ['MONTHSUM#*', 'OPENDATA#*'] } },
    ])
  })
})

describe('texts', () => {
  it('wake the sender by the table’s stream: only new texts, in parts, halved at a fault, never for ever', () => {
    const { Properties } = one('AWS::Lambda::EventSourceMapping', 'Texts')
    expect(Properties).toMatchObject({
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      BisectBatchOnFunctionError: true,
      MaximumRetryAttempts: 10,
      MaximumRecordAgeInSeconds: 3600,
      FilterCriteria: {
        Filters: [{ Pattern: '{"eventName":["INSERT"],"dynamodb":{"Keys":{"pk":{"S":[{"prefix":"TEXT#"}]}}}}' }],
      },
    })
    expect(words(at({ Properties }, 'DestinationConfig.OnFailure.Destination'))).toMatch(/^<Lost/)
  })

  it('ring where the sender is more than five minutes behind the stream (F31)', () => {
    const behind = account
      .of('AWS::CloudWatch::Alarm')
      .find((each) => words(at(each, 'AlarmName')).endsWith('Texts Behind'))
    expect(behind?.Properties).toMatchObject({ Threshold: 300_000, ComparisonOperator: 'GreaterThanThreshold' })
  })

  it('are sent by the sender alone: nothing else may publish, and it may not to a topic', () => {
    const publishes = account.of('AWS::IAM::Policy').flatMap((policy) =>
      statementsOf(policy)
        .filter((each) =>
          list(at(each, 'said.Action')).concat(at(each, 'said.Action')).map(words).includes('sns:Publish'),
        )
        .map((each) => [
          policy.id.replace(/RoleDefaultPolicy.*/, ''),
          words(at(each, 'said.Resource')),
          at(each, 'said.Effect'),
        ]),
    )
    expect(publishes).toEqual([
      ['SendTexts', '*', 'Allow'],
      ['SendTexts', 'arn:aws:sns:*:*:*', 'Deny'],
    ])
  })

  it('and the key of GOV.UK Notify are for the sender alone, and it may read no other secret', () => {
    const reads = account.of('AWS::IAM::Policy').flatMap((policy) =>
      statementsOf(policy)
        .flatMap((each) => list(at(each, 'said.Resource')).concat(at(each, 'said.Resource')).map(words))
        .filter((resource) => /:secret:.*notify/.test(resource))
        .map((resource) => [policy.id.replace(/RoleDefaultPolicy.*/, ''), resource]),
    )
    expect(new Set(reads.map((read) => read.join(' ')))).toEqual(
      new Set([
        'SendTexts arn:aws:secretsmanager:eu-west-2:111122223333:secret:guildhall/production/notify-??????',
        // Not the key, but what Notify shows us when a letter came back.
        'Api arn:aws:secretsmanager:eu-west-2:111122223333:secret:guildhall/production/notify-callback-??????',
      ]),
    )
    expect(ours().filter((each) => at(each, 'Environment.Variables.NOTIFY_SECRET') !== undefined).length).toBe(1)
  })

  it('and the key of Ordnance Survey is for residents’ pages alone, and no template has it', () => {
    const reads = account.of('AWS::IAM::Policy').flatMap((policy) =>
      statementsOf(policy)
        .flatMap((each) => list(at(each, 'said.Resource')).concat(at(each, 'said.Resource')).map(words))
        .filter((resource) => resource.includes('ordnance-survey'))
        .map((resource) => `${policy.id.replace(/RoleDefaultPolicy.*/, '')} ${resource}`),
    )
    const secret = 'guildhall/production/ordnance-survey'
    expect(new Set(reads)).toEqual(
      new Set([`Citizen arn:aws:secretsmanager:eu-west-2:111122223333:secret:${secret}-??????`]),
    )
    expect(ours().flatMap((each) => at(each, 'Environment.Variables.OS_SECRET') ?? [])).toEqual([secret])
  })

  it('that fail, and all else that is laid aside, lie for 14 days', () => {
    expect(new Set(each('AWS::SQS::Queue', 'MessageRetentionPeriod'))).toEqual(new Set([14 * 86_400]))
  })

  it('are swept up each minute, by a sender that has room for the stream and the sweep', () => {
    const sweep = one('AWS::Scheduler::Schedule', 'Texts')
    expect(at(sweep, 'ScheduleExpression')).toBe('rate(1 minute)')
    const sender = ours().find((each) => words(at(each, 'FunctionName')).endsWith('send-texts'))
    const parallel = Number(at(one('AWS::Lambda::EventSourceMapping', 'Texts'), 'ParallelizationFactor'))
    expect(Number(sender === undefined ? 0 : at(sender, 'ReservedConcurrentExecutions'))).toBeGreaterThan(parallel)
  })

  it('come back as receipts from both delivery logs, all of them sampled, within the month’s money', () => {
    expect(each('AWS::Logs::SubscriptionFilter', 'LogGroupName')).toEqual([
      'sns/eu-west-2/111122223333/DirectPublishToPhoneNumber',
      'sns/eu-west-2/111122223333/DirectPublishToPhoneNumber/Failure',
    ])
    const settings = words(at(one('Custom::AWS', 'Texts'), 'Create'))
    expect(settings).toContain('"DeliveryStatusSuccessSamplingRate":"100"')
    expect(settings).toContain('"MonthlySpendLimit":"1500"')
    expect(settings).toContain('"DefaultSMSType":"Transactional"')
  })

  it('go to no real phone outside production', () => {
    const guests = (stage: typeof stages.dev) =>
      accountOf(stage)
        .of('AWS::Lambda::Function')
        .map((each) => at(each, 'Environment.Variables.GUEST_NUMBERS'))
        .filter((said) => said !== undefined)
    expect(new Set(guests(stages.dev))).toEqual(new Set(['nobody']))
    expect(
      ours()
        .map((each) => at(each, 'Environment.Variables.GUEST_NUMBERS'))
        .filter((said) => said !== undefined),
    ).toEqual([])
  })
})

describe('each function', () => {
  it('runs on Node 24 and arm64, with its own role, log, limit and name', () => {
    const named = ours().map((each) => words(at(each, 'FunctionName')).replace('guildhall-production-', ''))
    expect(named.toSorted()).toEqual([
      'api',
      'audit-digest',
      'check-upload',
      'citizen',
      'count-events',
      'do-many',
      'erase-agreed',
      'give-in-turn',
      'look-in',
      'nightly',
      'offer-times',
      'send-hooks',
      'send-texts',
      'staff',
      'text-receipts',
      'turn-edge-secret',
    ])
    for (const each of ours()) {
      expect(at(each, 'Runtime')).toBe('nodejs24.x')
      expect(at(each, 'Architectures')).toEqual(['arm64'])
      if (each.stack !== 'Edge') expect(Number(at(each, 'ReservedConcurrentExecutions'))).toBeGreaterThan(0)
      expect(words(at(each, 'LoggingConfig.LogGroup'))).toMatch(/Log/)
    }
    expect(new Set(ours().map((each) => `${each.stack} ${words(at(each, 'Role'))}`)).size).toBe(ours().length)
  })

  it('answers a page within ten seconds', () => {
    const pages = ours().filter((each) => /citizen|staff$|api$/.test(words(at(each, 'FunctionName'))))
    expect(pages.map((each) => at(each, 'Timeout'))).toEqual([10, 10, 10])
  })

  it('is told no secret', () => {
    for (const each of ours())
      for (const [name, value] of Object.entries(at(each, 'Environment.Variables') ?? {})) {
        expect(name).not.toMatch(/KEY|PASSWORD|TOKEN|CLIENT_SECRET/)
        expect(words(value)).not.toMatch(/resolve:secretsmanager|ClientSecret/)
      }
  })

  it('keeps its log for ninety days and no longer', () => {
    const logs = account
      .of('AWS::Logs::LogGroup')
      .filter((log) => words(at(log, 'LogGroupName')).startsWith('/guildhall/'))
    expect(logs.length).toBe(ours().length + 3)
    for (const log of logs) expect(at(log, 'RetentionInDays')).toBe(90)
  })

  it('is released to a tenth of the requests first, and back again when its alarm rings', () => {
    const groups = account.of('AWS::CodeDeploy::DeploymentGroup')
    expect(groups.length).toBe(3)
    for (const group of groups) {
      expect(at(group, 'DeploymentConfigName')).toBe('CodeDeployDefault.LambdaCanary10Percent5Minutes')
      expect(list(at(group, 'AlarmConfiguration.Alarms')).length).toBe(4)
      expect(list(at(group, 'AutoRollbackConfiguration.Events'))).toContain('DEPLOYMENT_STOP_ON_ALARM')
    }
  })

  it('is there, with its rights, before anybody tries it', () => {
    const waits = (type: string) =>
      account.of(type).map(({ DependsOn: on }) =>
        list(on)
          .map(words)
          .map((id) => id.replace(/[A-F0-9]{8}$/, ''))
          .toSorted(),
      )
    expect(waits('AWS::Lambda::EventSourceMapping')).toEqual([
      ['CountEventsRole', 'CountEventsRoleDefaultPolicy'],
      ['SendTextsRole', 'SendTextsRoleDefaultPolicy'],
    ])
    expect(waits('AWS::SecretsManager::RotationSchedule')).toEqual([['SecretsManagerMayCall']])
    for (const on of waits('AWS::Logs::SubscriptionFilter'))
      expect(on).toContainEqual(expect.stringMatching(/MayCall$/))
  })

  it('is called by one service for one source (H74)', () => {
    for (const permission of account.of('AWS::Lambda::Permission')) {
      expect(words(at(permission, 'SourceArn'))).not.toBe('')
      expect(words(at(permission, 'FunctionName'))).toMatch(/live/)
    }
  })
})

describe('what a hand could switch off', () => {
  it('is looked at by AWS Config in everything of ours: recovery, deletion protection, and buckets that the public could reach', () => {
    const rules = account.of('AWS::Config::ConfigRule')
    expect(rules.map((rule) => at(rule, 'Source.SourceIdentifier')).toSorted()).toEqual([
      'DYNAMODB_PITR_ENABLED',
      'DYNAMODB_TABLE_DELETION_PROTECTION_ENABLED',
      'S3_BUCKET_LEVEL_PUBLIC_ACCESS_PROHIBITED',
      'S3_BUCKET_PUBLIC_READ_PROHIBITED',
      'S3_BUCKET_PUBLIC_WRITE_PROHIBITED',
    ])
    for (const rule of rules) {
      expect([at(rule, 'Scope.TagKey'), at(rule, 'Scope.TagValue')]).toEqual(['product', 'guildhall'])
      expect(list(rule.DependsOn)).toEqual(['Recorder', 'Recording'])
    }
    expect(at(one('AWS::Config::ConfigurationRecorder', 'Watch'), 'RecordingGroup.ResourceTypes')).toEqual([
      'AWS::DynamoDB::Table',
      'AWS::S3::Bucket',
    ])
    const found = one('AWS::Events::Rule', 'Watch')
    expect(at(found, 'EventPattern.detail.configRuleName')).toEqual([{ prefix: 'guildhall-production-' }])
    expect(words(at(found, 'Targets.0.Arn'))).toMatch(/^<Unprotected/)
  })

  it('is looked at without a recorder of ours where the account has one', () => {
    const theirs = accountOf({ ...stages.production, configRecorder: false })
    expect(theirs.resources.some(({ Type }) => Type === 'AWS::Config::ConfigurationRecorder')).toBe(false)
    expect(theirs.of('AWS::Config::ConfigRule').map(({ DependsOn: on }) => list(on))).toEqual([[], [], [], [], []])
  })
})

describe('sign-in', () => {
  it('is for nobody who comes by themselves, asks for a second factor, and ends with the working day', () => {
    const pool = one('AWS::Cognito::UserPool', 'Identity')
    expect(at(pool, 'AdminCreateUserConfig.AllowAdminCreateUserOnly')).toBe(true)
    expect(at(pool, 'MfaConfiguration')).toBe('ON')
    const client = one('AWS::Cognito::UserPoolClient', 'Identity')
    expect(at(client, 'RefreshTokenValidity')).toBe(10)
    expect(at(client, 'TokenValidityUnits.RefreshToken')).toBe('hours')
    expect(at(client, 'AllowedOAuthFlows')).toEqual(['code'])
    expect(at(client, 'SupportedIdentityProviders')).toEqual(['council'])
  })

  it('comes back to exactly one address', () => {
    const client = one('AWS::Cognito::UserPoolClient', 'Identity')
    expect(at(client, 'CallbackURLs')).toEqual([`https://${hostsOf(stages.production).staff}/sign-in/callback`])
  })
})

describe('alarms', () => {
  it('say first what people notice, then where it stands what to do, and reach somebody', () => {
    const alarms = account.of('AWS::CloudWatch::Alarm')
    for (const alarm of alarms) {
      const [notice = '', figure = '', todo = ''] = words(at(alarm, 'AlarmDescription')).split('\n')
      expect(notice.length).toBeGreaterThan(15)
      expect(figure).toMatch(/\.$/)
      expect(todo).toBe(
        `What to do: infra/README.md, "${words(at(alarm, 'AlarmName')).replace('guildhall-production ', '')}".`,
      )
      expect(list(at(alarm, 'AlarmActions')).length).toBe(1)
    }
    expect(each('AWS::SNS::Subscription', 'Endpoint')).toEqual([
      'digital-services@dorset.example',
      'digital-services@dorset.example',
    ])
  })

  it('stand for each thing that docs/guarantees.md lists (F6, H75)', () => {
    const names = each('AWS::CloudWatch::Alarm', 'AlarmName').map((name) =>
      words(name).replace('guildhall-production ', ''),
    )
    for (const wanted of [
      'Texts SendTexts Failing',
      'Texts Behind',
      'Texts Lost Any',
      'Uploads Lost Any',
      'Audit Lost Any',
      'Schedule Lost Any',
      'Edge Residents Closed',
      'Edge Staff Closed',
      'Edge Flooded',
      'Watch ResidentsFailing',
      'Watch ResidentsSlow',
      'Watch StaffFailing',
      'Watch StaffSlow',
      'Watch TableThrottled',
      'Watch Contended',
      'Watch TextNotSent',
      'Watch EmailNotTaken',
      'Watch MapNotHad',
      'Watch TextMoney',
      'Watch FilesRefused',
      'Watch FilesNotScanned',
      'Watch StaffRefused',
      'Watch SignInRefused',
      'Watch Silence',
      'Data NotBackedUp',
      'Watch LookIn Failing',
      'Web Citizen Failing',
      'Web Citizen Crowded',
      'Web StaffPages Failing',
      'Schedule GiveInTurn Failing',
      'Schedule DoMany Failing',
      'Schedule Nightly Failing',
      'Edge TurnEdgeSecret Failing',
    ])
      expect(names).toContain(wanted)
    expect(new Set(names).size).toBe(names.length)
  })

  it('count words that the functions really write', () => {
    const written = new Set(
      sources('functions/').flatMap(({ text }) =>
        [...text.matchAll(/event: ['`]([\w-]+?)(?:'|\$\{judged\.verdict\})/g)].map(([, word = '']) => word),
      ),
    )
    const counted = each('AWS::Logs::MetricFilter', 'FilterPattern').map(
      (pattern) => /event = "([\w-]+)"/.exec(words(pattern))?.[1] ?? '',
    )
    expect(counted.length).toBe(15)
    for (const word of counted)
      expect([word, written.has(word) || written.has(word.replace(/refused$/, ''))]).toEqual([word, true])
  })

  it('have a budget beside them', () => {
    expect(at(one('AWS::Budgets::Budget', 'Watch'), 'Budget.BudgetLimit.Amount')).toBe(2500)
    expect(list(at(one('AWS::Budgets::Budget', 'Watch'), 'NotificationsWithSubscribers')).length).toBe(3)
  })
})

describe('the whole', () => {
  it('is large enough to be the product, in one account, two regions and eleven protected or replaceable stacks', () => {
    expect(account.resources.length).toBeGreaterThan(220)
    expect([...new Set(account.resources.map(({ stack }) => stack))]).toEqual([
      'Data',
      'Edge',
      'Audit',
      'Identity',
      'Measures',
      'Schedule',
      'Texts',
      'Uploads',
      'Keeping',
      'Web',
      'Watch',
    ])
  })

  it('keeps the stage out of every template but by its settings: dev has the same kinds of things', () => {
    const kinds = (from: Account) => new Set(from.resources.map(({ stack, Type }) => `${stack} ${Type}`))
    const [dev, production] = [kinds(accountOf(stages.dev)), kinds(account)]
    expect([...production].filter((kind) => !dev.has(kind)).toSorted()).toEqual([
      'Watch AWS::Lambda::Alias',
      'Watch AWS::Lambda::EventInvokeConfig',
      'Watch AWS::Lambda::Function',
      'Watch AWS::Lambda::Version',
      'Watch AWS::Logs::LogGroup',
      'Watch AWS::Scheduler::Schedule',
    ])
  })

  it('carries the tags by which its money is told apart', () => {
    for (const bucket of account.of('AWS::S3::Bucket'))
      expect(list(at(bucket, 'Tags')).map((tag) => words(at({ Properties: { tag } }, 'tag.Key')))).toEqual(
        expect.arrayContaining(['product', 'stage']),
      )
  })
})
