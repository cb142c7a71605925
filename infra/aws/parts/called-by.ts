// Who may call a function: one service, for one source, and nobody else.
import { CfnPermission } from 'aws-cdk-lib/aws-lambda'
import type { Construct } from 'constructs'
import type { ServiceFunction } from './service-function.ts'

type Caller = {
  // 'events.amazonaws.com'
  readonly service: string
  // The rule, API or log group that calls for it.
  readonly source: string
}

// Who is given it may try the function at once: let it wait for this.
export const calledBy = (
  scope: Construct,
  id: string,
  called: ServiceFunction,
  { service, source }: Caller,
): CfnPermission =>
  new CfnPermission(scope, `${id}MayCall`, {
    action: 'lambda:InvokeFunction',
    functionName: called.live.functionArn,
    principal: service,
    sourceArn: source,
  })
