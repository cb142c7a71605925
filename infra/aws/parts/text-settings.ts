// The account's own settings for texts, and the logs in which SNS says what became of each.
import { RemovalPolicy, type Stack } from 'aws-cdk-lib'
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { CfnSubscriptionFilter, LogGroup } from 'aws-cdk-lib/aws-logs'
import { CfnResourcePolicy } from 'aws-cdk-lib/aws-smsvoice'
import { AwsCustomResource, AwsCustomResourcePolicy, PhysicalResourceId } from 'aws-cdk-lib/custom-resources'
import { region, type Stage } from '../stages.ts'
import { acknowledge, ofTheLibrary } from './acknowledge.ts'
import { calledBy } from './called-by.ts'
import type { Ground } from './ground.ts'
import { may } from './may.ts'
import type { ServiceFunction } from './service-function.ts'

// Named by SNS (SNS Developer Guide, "Viewing CloudWatch metrics and logs for SMS deliveries").
const logNames = ({ account }: Stage) => {
  const delivered = `sns/${region}/${account}/DirectPublishToPhoneNumber`
  return { Delivered: delivered, NotDelivered: `${delivered}/Failure` }
}

// They hold phone numbers: sealed, gone after a month, and gone with the stack. SNS alone gives them their names, so one
// that was kept would be in the way of the next stack.
export const deliveryLogs = (scope: Stack, { stage, key }: Ground, receipts: ServiceFunction): void => {
  for (const [id, logGroupName] of Object.entries(logNames(stage))) {
    const logGroup = new LogGroup(scope, id, {
      logGroupName,
      retention: 30,
      encryptionKey: key,
      removalPolicy: RemovalPolicy.DESTROY,
    })
    const { logGroupArn: source } = logGroup
    const permission = calledBy(scope, id, receipts, { service: 'logs.amazonaws.com', source })
    const destinationArn = receipts.live.functionArn
    const filter = new CfnSubscriptionFilter(scope, `${id}Receipts`, {
      logGroupName,
      destinationArn,
      filterPattern: '',
    })
    filter.addResourceDependency(permission)
    filter.node.addDependency(logGroup)
  }
}

// Spending stops within minutes of the limit, not at once; a limit above the account's quota is refused (SNS API reference, SetSMSAttributes).
export const textSettings = (scope: Stack, stage: Stage): void => {
  const role = deliveryRole(scope, stage)
  const settings = {
    service: 'SNS',
    action: 'setSMSAttributes',
    parameters: {
      attributes: {
        MonthlySpendLimit: String(stage.textsUsd),
        DefaultSMSType: 'Transactional',
        DefaultSenderID: stage.senderName,
        DeliveryStatusIAMRole: role.roleArn,
        DeliveryStatusSuccessSamplingRate: '100',
      },
    },
    physicalResourceId: PhysicalResourceId.of('text-settings'),
  }
  const resource = new AwsCustomResource(scope, 'TextSettings', {
    onUpdate: settings,
    installLatestAwsSdk: false,
    policy: AwsCustomResourcePolicy.fromStatements([
      may(['sns:SetSMSAttributes'], '*'),
      may(['iam:PassRole'], role.roleArn),
    ]),
  })
  acknowledge(resource, {
    'AwsSolutions-IAM5[Resource::*]':
      'SetSMSAttributes is of the account; it names no resource. Used by a deployment only.',
  })
  ofTheLibrary(scope, 'AWS679f53fac002430cb0da5b7982bd2287')
  nameForSns(scope, stage)
}

// A name that was added to the account after September 2024 is closed to SNS until its own policy opens it
// (AWS End User Messaging SMS User Guide, "Origination identity registration" and "Working with shared resources").
const nameForSns = (scope: Stack, { account, senderIdArn }: Stage): void => {
  if (senderIdArn === undefined) return
  const statement = new PolicyStatement({
    principals: [new ServicePrincipal('sns.amazonaws.com')],
    actions: ['sms-voice:SendTextMessage'],
    resources: [senderIdArn],
    conditions: { StringEquals: { 'aws:SourceAccount': account } },
  })
  new CfnResourcePolicy(scope, 'SenderName', {
    resourceArn: senderIdArn,
    policyDocument: new PolicyDocument({ statements: [statement] }),
  })
}

// SNS sends by AWS End User Messaging, in the name of whoever publishes; by no other way may the sender send there
// (AWS Managed Policy Reference, AmazonSNSFullAccess, "SMSAccessViaSNS").
export const maySendThroughSns = (): PolicyStatement =>
  may(['sms-voice:SendTextMessage'], '*', { StringEquals: { 'aws:CalledViaLast': 'sns.amazonaws.com' } })

const deliveryRole = (scope: Stack, stage: Stage): Role => {
  const role = new Role(scope, 'DeliveryRole', { assumedBy: new ServicePrincipal('sns.amazonaws.com') })
  const logs = Object.values(logNames(stage)).map(
    (name) => `arn:aws:logs:${region}:${stage.account}:log-group:${name}:*`,
  )
  role.addToPolicy(may(['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'], logs))
  role.addToPolicy(may(['logs:PutMetricFilter', 'logs:PutRetentionPolicy'], logs))
  const why = 'The streams of one log group, which SNS names as it goes.'
  acknowledge(role, Object.fromEntries(logs.map((log) => [`AwsSolutions-IAM5[Resource::${log}]`, why])))
  return role
}
