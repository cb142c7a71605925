// cdk-nag's AWS Solutions checks over everything. A clean run leaves an empty report, and so would a check that never ran; so one stack with
// known faults stands beside the product, and the report must name each of them and nothing else.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type App, Stack, Validations } from 'aws-cdk-lib'
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Bucket } from 'aws-cdk-lib/aws-s3'
import { Queue } from 'aws-cdk-lib/aws-sqs'
import { AwsSolutionsChecks } from 'cdk-nag'
import { describe, expect, it } from 'vitest'
import { guildhall } from '#infra/aws/app.ts'
import { stages } from '#infra/aws/stages.ts'
import { newApp, standIn } from './account.ts'

type Report = {
  readonly pluginReports: readonly {
    readonly pluginName: string
    readonly violations: readonly {
      readonly ruleName: string
      readonly violatingConstructs: readonly { readonly constructPath: string }[]
    }[]
  }[]
}

// Rule and place of each violation, after a synth that must have been refused.
const refused = (app: App): readonly string[] => {
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app))
  expect(() => app.synth()).toThrow('A copy of this report can be found in')
  const report: Report = JSON.parse(readFileSync(join(app.outdir, 'validation-report.json'), 'utf8'))
  return report.pluginReports.flatMap(({ violations }) =>
    violations.flatMap(({ ruleName, violatingConstructs }) =>
      violatingConstructs.map(({ constructPath }) => `${ruleName} ${constructPath}`),
    ),
  )
}

describe('cdk-nag', () => {
  it('finds each fault of a stack that was made with faults, and none in the product beside it', {
    timeout: 60_000,
  }, () => {
    const app = newApp()
    guildhall(app, { stage: stages.production, ...standIn })
    const faulty = new Stack(app, 'Faulty')
    new Bucket(faulty, 'Open')
    new Queue(faulty, 'Bare')
    new Role(faulty, 'Mighty', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') }).addToPolicy(
      new PolicyStatement({ actions: ['s3:*'], resources: ['*'] }),
    )
    expect(refused(app).toSorted()).toEqual([
      'AwsSolutions-IAM5[Action::s3:*] Faulty/Mighty/DefaultPolicy/Resource',
      'AwsSolutions-IAM5[Resource::*] Faulty/Mighty/DefaultPolicy/Resource',
      'AwsSolutions-S1 Faulty/Open/Resource',
      'AwsSolutions-S10 Faulty/Open/Resource',
      'AwsSolutions-SQS3 Faulty/Bare/Resource',
      'AwsSolutions-SQS4 Faulty/Bare/Resource',
    ])
  })

  it('is set aside only with a reason that a reader can judge', () => {
    const app = newApp()
    guildhall(app, { stage: stages.production, ...standIn })
    const reasons = app.node
      .findAll()
      .flatMap(({ node }) => node.metadata)
      .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
      .flatMap(({ data }) => Object.entries(data))
    expect(reasons.length).toBeGreaterThan(25)
    for (const [rule, said] of reasons) expect([rule, JSON.stringify(said).length > 25]).toEqual([rule, true])
  })
})
