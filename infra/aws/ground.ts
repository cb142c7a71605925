// What every stack stands on: the stage's key, where its alarms go, and each function's code.
import type { IKey } from 'aws-cdk-lib/aws-kms'
import type { Code } from 'aws-cdk-lib/aws-lambda'
import type { Bucket } from 'aws-cdk-lib/aws-s3'
import type { ITopic } from 'aws-cdk-lib/aws-sns'
import type { Stage } from './stages.ts'

export type Ground = {
  readonly stage: Stage
  readonly key: IKey
  readonly alarms: ITopic
  // Access logs of buckets.
  readonly accessLogs: Bucket
  // A function's bundle, by the name of its entry file.
  readonly codeOf: (entry: string) => Code
}
