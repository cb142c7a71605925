// Where a check of cdk-nag is set aside, with the reason: the only way it is done.
import { Validations } from 'aws-cdk-lib'
import type { Construct } from 'constructs'

export const acknowledge = (construct: Construct, reasons: Readonly<Record<string, string>>): void => {
  for (const [id, reason] of Object.entries(reasons)) Validations.of(construct).acknowledge({ id, reason })
}

// What the construct library brings along to do a deployment: it runs then and at no other time, and its code is the library's.
export const ofTheLibrary = (scope: Construct, id: string, more: readonly string[] = []): void => {
  const brought = scope.node.children.filter((child) => child.node.id.startsWith(id))
  const basic =
    'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]'
  const why = 'Brought by the construct library; called by a deployment only, and by nobody else.'
  for (const child of brought)
    acknowledge(child, Object.fromEntries([basic, 'AwsSolutions-L1', ...more].map((finding) => [finding, why])))
}
