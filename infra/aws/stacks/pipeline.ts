// The role by which a pipeline deploys a stage: for the workflows of one repository in that stage's environment, by OpenID
// Connect, with no key that could be stored or leak. It may do nothing but become the roles that `cdk bootstrap` made.
import { Stack } from 'aws-cdk-lib'
import { CfnOIDCProvider, Role, WebIdentityPrincipal } from 'aws-cdk-lib/aws-iam'
import type { Construct } from 'constructs'
import { acknowledge } from '../parts/acknowledge.ts'
import { may } from '../parts/may.ts'
import { region, type Stage } from '../stages.ts'

const issuer = 'token.actions.githubusercontent.com'

export class PipelineStack extends Stack {
  constructor(scope: Construct, id: string, stage: Stage, repository: string) {
    super(scope, id, { env: { account: stage.account, region }, terminationProtection: true })
    const provider = new CfnOIDCProvider(this, 'Provider', {
      url: `https://${issuer}`,
      clientIdList: ['sts.amazonaws.com'],
    })
    const role = new Role(this, 'Deploys', {
      assumedBy: new WebIdentityPrincipal(provider.attrArn, {
        StringEquals: {
          [`${issuer}:aud`]: 'sts.amazonaws.com',
          [`${issuer}:sub`]: `repo:${repository}:environment:${stage.name}`,
        },
      }),
    })
    // Their names: CDK Developer Guide, "Bootstrapping".
    const bootstrapped = `arn:aws:iam::${stage.account}:role/cdk-hnb659fds-*`
    role.addToPolicy(may(['sts:AssumeRole'], bootstrapped))
    acknowledge(role, {
      [`AwsSolutions-IAM5[Resource::${bootstrapped}]`]: 'The four roles that cdk bootstrap makes in each region.',
    })
  }
}
