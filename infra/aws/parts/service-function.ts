// A Lambda function as Guildhall has it: its own role and log, Node 24 on arm64, and an alarm whose first line says what people notice.
import { Duration, Fn, RemovalPolicy, Stack } from 'aws-cdk-lib'
import type { Alarm } from 'aws-cdk-lib/aws-cloudwatch'
import { type PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { type Alias, Architecture, Function as Lambda, Runtime } from 'aws-cdk-lib/aws-lambda'
import { LogGroup } from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'
import { acknowledge } from './acknowledge.ts'
import { alarm } from './alarm.ts'
import type { Ground } from './ground.ts'
import { may } from './may.ts'

export type ServiceFunctionProps = {
  readonly ground: Ground
  // The file in functions/ that it runs: 'citizen'.
  readonly entry: string
  readonly does: string
  // What people notice: 'Applicants do not get their confirmation text'. The alarm's first line.
  readonly ifItFails: string
  readonly environment: Readonly<Record<string, string>>
  readonly may: readonly PolicyStatement[]
  readonly seconds: number
  readonly megabytes: number
  // Resources it is granted that end in a star, as cdk-nag names them, each with the reason.
  readonly stars?: Readonly<Record<string, string>>
  // At most so many at one time, and always room for so many. Undefined reserves nothing: a new account
  // has a quota of 10 in each region, and 10 must stay unreserved (Lambda Developer Guide, "Quotas").
  readonly atOnce?: number
}

export class ServiceFunction extends Construct {
  readonly function: Lambda
  readonly role: Role
  // What is called: a release moves it from one version to the next.
  readonly live: Alias
  readonly log: LogGroup
  readonly alarms: readonly Alarm[]

  constructor(scope: Construct, id: string, props: ServiceFunctionProps) {
    super(scope, id)
    this.log = logOf(this, props)
    this.role = roleOf(this, props, this.log)
    this.function = functionOf(this, props)
    this.live = this.function.addAlias('live')
    this.alarms = alarmsOf(this, props)
  }
}

const logOf = (scope: Construct, { ground, entry }: ServiceFunctionProps): LogGroup =>
  new LogGroup(scope, 'Log', {
    logGroupName: ownName(scope, `/guildhall/${ground.stage.name}/${entry}`),
    retention: ground.stage.logDays,
    encryptionKey: ground.key,
    removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
  })

const roleOf = (scope: Construct, props: ServiceFunctionProps, log: LogGroup): Role => {
  const role = new Role(scope, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') })
  role.addToPolicy(may(['logs:CreateLogStream', 'logs:PutLogEvents'], log.logGroupArn))
  for (const statement of props.may) role.addToPolicy(statement)
  const stars = Object.entries(props.stars ?? {})
  acknowledge(role, Object.fromEntries(stars.map(([name, why]) => [`AwsSolutions-IAM5[Resource::${name}]`, why])))
  return role
}

// The construct library would widen the role by itself; what a function may do stands in `may` alone.
const functionOf = (scope: ServiceFunction, props: ServiceFunctionProps): Lambda => {
  const { ground, entry } = props
  return new Lambda(scope, 'Function', {
    functionName: functionName(ground, entry),
    description: props.does,
    code: ground.codeOf(entry),
    handler: 'start.handler',
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    role: scope.role.withoutPolicyUpdates(),
    logGroup: scope.log,
    environment: { ...props.environment },
    timeout: Duration.seconds(props.seconds),
    memorySize: props.megabytes,
    ...(props.atOnce === undefined ? {} : { reservedConcurrentExecutions: props.atOnce }),
  })
}

// A name that ends in eight letters of its stack's id. What was kept of a stack that was deleted is
// then never in the way of the next one (CloudFormation User Guide, "Pseudo parameters reference").
export const ownName = (scope: Construct, name: string): string =>
  Fn.join('-', [name, Fn.select(0, Fn.split('-', Fn.select(2, Fn.split('/', Stack.of(scope).stackId))))])

export const functionName = ({ stage }: Ground, entry: string): string => `guildhall-${stage.name}-${entry}`

const alarmsOf = (scope: ServiceFunction, props: ServiceFunctionProps): readonly Alarm[] => {
  const every = { period: Duration.minutes(1) }
  return [
    alarm(scope, 'Failing', {
      ...props,
      metric: scope.live.metricErrors(every),
      more: 'The function stopped without an answer.',
    }),
    alarm(scope, 'Crowded', {
      ...props,
      metric: scope.live.metricThrottles(every),
      more: `More came than ${props.atOnce === undefined ? 'the account' : `the ${props.atOnce} that it`} takes at one time.`,
    }),
  ]
}
