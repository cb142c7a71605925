// What stands at CloudFront's edge: all three hosts, their firewall, certificate and assets, and the secret by which the functions know CloudFront.
// In us-east-1, where CloudFront takes its certificates and its firewall from.
import { SecretValue, Stack } from 'aws-cdk-lib'
import { Certificate, CertificateValidation } from 'aws-cdk-lib/aws-certificatemanager'
import { HostedZone } from 'aws-cdk-lib/aws-route53'
import { Secret } from 'aws-cdk-lib/aws-secretsmanager'
import type { Construct } from 'constructs'
import { type AssetFiles, assetsOf, mayBeReadBy } from '../parts/edge/assets.ts'
import { doorAlarm, edgeAlarms } from '../parts/edge/edge-alarms.ts'
import { firewall } from '../parts/edge/firewall.ts'
import { Front } from '../parts/edge/front.ts'
import { rotation } from '../parts/edge/rotation.ts'
import { type CodeOf, groundOf } from '../parts/ground.ts'
import { edgeRegion, hostsOf, region, type Stage, secretNames } from '../stages.ts'

type Given = { readonly stage: Stage; readonly codeOf: CodeOf; readonly files: AssetFiles }

export class EdgeStack extends Stack {
  readonly fronts: readonly Front[]

  constructor(scope: Construct, id: string, { stage, codeOf, files }: Given) {
    super(scope, id, { env: { account: stage.account, region: edgeRegion }, terminationProtection: true })
    const ground = groundOf(this, stage, codeOf)
    const hosts = hostsOf(stage)
    const secret = secretOf(this, stage)
    const assets = assetsOf(this, ground, files)
    const both = {
      ground,
      assets,
      secret: SecretValue.secretsManager(secretNames(stage).edge, { jsonField: 'sent' }).unsafeUnwrap(),
      certificateArn: certificateOf(this, stage),
      firewallArn: firewall(this, ground).attrArn,
    }
    this.fronts = [
      new Front(this, 'Residents', { ...both, leaves: true, host: hosts.citizen, origin: hosts.citizenOrigin }),
      new Front(this, 'Staff', { ...both, host: hosts.staff, origin: hosts.staffOrigin }),
      new Front(this, 'Programs', { ...both, host: hosts.api, origin: hosts.apiOrigin }),
    ]
    for (const { distribution } of this.fronts) distribution.node.addDependency(secret)
    mayBeReadBy(assets, this.fronts.map(arnOf))
    rotation(this, { ground, secret, distributionIds: this.fronts.map(({ distribution }) => distribution.ref) })
    edgeAlarms(this, ground, this.fronts)
    doorAlarm(this, ground)
  }
}

const arnOf = (front: Front): string =>
  `arn:aws:cloudfront::${Stack.of(front).account}:distribution/${front.distribution.ref}`

// Made here and copied to where the functions run. `before` is still good until `until`: the edges learn of a new one minute by minute.
const secretOf = (scope: Stack, stage: Stage): Secret =>
  new Secret(scope, 'EdgeSecret', {
    secretName: secretNames(stage).edge,
    description: 'What CloudFront says to the web functions, and nobody else knows',
    replicaRegions: [{ region }],
    generateSecretString: {
      secretStringTemplate: JSON.stringify({ before: '', until: '1970-01-01T00:00:00.000Z' }),
      generateStringKey: 'sent',
      passwordLength: 48,
      excludePunctuation: true,
    },
  })

const certificateOf = (scope: Stack, stage: Stage): string => {
  const { id: hostedZoneId, name: zoneName } = stage.zone
  const hosts = hostsOf(stage)
  const certificate = new Certificate(scope, 'Certificate', {
    domainName: hosts.citizen,
    subjectAlternativeNames: [hosts.staff, hosts.api],
    validation: CertificateValidation.fromDns(
      HostedZone.fromHostedZoneAttributes(scope, 'Zone', { hostedZoneId, zoneName }),
    ),
  })
  return certificate.certificateArn
}
