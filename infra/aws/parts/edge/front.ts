// One host as browsers see it: CloudFront behind its firewall; assets from S3, everything else from the function's own API.
import { CachePolicy, CfnDistribution, OriginRequestPolicy } from 'aws-cdk-lib/aws-cloudfront'
import { CfnRecordSet } from 'aws-cdk-lib/aws-route53'
import { CloudFrontTarget } from 'aws-cdk-lib/aws-route53-targets'
import { Construct } from 'constructs'
import { edgeHeader } from '#web/edge.ts'
import { paths } from '#web/show/site.ts'
import { acknowledge } from '../acknowledge.ts'
import type { Ground } from '../ground.ts'
import type { Assets } from './assets.ts'
import { requestLog } from './front-log.ts'

export type FrontProps = {
  readonly ground: Ground
  readonly host: string
  // The host of the HTTP API, which answers only who names the secret.
  readonly origin: string
  readonly secret: string
  readonly certificateArn: string
  readonly firewallArn: string
  readonly assets: Assets
  // "Exit this page" stands on its pages.
  readonly leaves?: true
}

export class Front extends Construct {
  readonly distribution: CfnDistribution

  constructor(scope: Construct, id: string, props: FrontProps) {
    super(scope, id)
    this.distribution = new CfnDistribution(this, 'Distribution', { distributionConfig: configOf(props) })
    acknowledge(this.distribution, reasons)
    recordsOf(this, this.distribution, props)
    requestLog(this, this.distribution, props.ground)
  }
}

const reasons = {
  'AwsSolutions-CFR1':
    'Residents apply from abroad too: Forces families, people who move to the area. The firewall limits by rate and by reputation.',
  'AwsSolutions-CFR3':
    'Requests are logged by a log delivery (front-log.ts), whose fields leave out addresses and links that let a person back in.',
}

const configOf = (props: FrontProps): CfnDistribution.DistributionConfigProperty => ({
  enabled: true,
  comment: `Guildhall ${props.ground.stage.name}: ${props.host}`,
  aliases: [props.host],
  httpVersion: 'http2and3',
  ipv6Enabled: true,
  priceClass: 'PriceClass_100',
  webAclId: props.firewallArn,
  viewerCertificate: {
    acmCertificateArn: props.certificateArn,
    minimumProtocolVersion: 'TLSv1.2_2021',
    sslSupportMethod: 'sni-only',
  },
  origins: [pagesFrom(props), assetsFrom(props.assets), ...(props.leaves ? [leavingFrom(props.assets)] : [])],
  ...(props.leaves ? { originGroups: { quantity: 1, items: [leaving] } } : {}),
  defaultCacheBehavior: pages(props.assets),
  cacheBehaviors: [
    { ...assets(props.assets), pathPattern: '/assets/*' },
    ...(props.leaves ? [{ ...leave(props.assets), pathPattern: paths.leave }] : []),
  ],
  customErrorResponses: [502, 503, 504].map(closedPage),
})

// Longer than the function has, so that its own words arrive first.
const pagesFrom = ({ origin, secret, ground }: FrontProps): CfnDistribution.OriginProperty => ({
  id: 'pages',
  domainName: origin,
  customOriginConfig: {
    originProtocolPolicy: 'https-only',
    originSslProtocols: ['TLSv1.2'],
    originReadTimeout: 15,
    originKeepaliveTimeout: 60,
    ...shownTo(ground.stage.originDoor),
  },
  originCustomHeaders: [{ headerName: edgeHeader, headerValue: secret }],
})

const shownTo = (door: Ground['stage']['originDoor']): Partial<CfnDistribution.CustomOriginConfigProperty> =>
  door === undefined ? {} : { originMtlsConfig: { clientCertificateArn: door.certificateArn } }

const assetsFrom = ({ bucket, accessControlId }: Assets): CfnDistribution.OriginProperty => ({
  id: 'assets',
  domainName: bucket.bucketRegionalDomainName,
  s3OriginConfig: { originAccessIdentity: '' },
  originAccessControlId: accessControlId,
})

// The same bucket, for an address that is not under /assets.
const leavingFrom = (assets: Assets): CfnDistribution.OriginProperty => ({
  ...assetsFrom(assets),
  id: 'leaving',
  originPath: '/assets',
})

// Whoever leaves in a hurry leaves, whatever is broken here: where no function answers a file leads away (CloudFront Developer
// Guide, "Optimize high availability with CloudFront origin failover").
const leaving: CfnDistribution.OriginGroupProperty = {
  id: 'leave',
  failoverCriteria: { statusCodes: { quantity: 5, items: [429, 500, 502, 503, 504] } },
  members: { quantity: 2, items: [{ originId: 'pages' }, { originId: 'leaving' }] },
}

const leave = (given: Assets): CfnDistribution.DefaultCacheBehaviorProperty => ({
  ...pages(given),
  targetOriginId: leaving.id,
  allowedMethods: ['GET', 'HEAD'],
})

// Nothing of a page is kept, not for a second: two people who ask at once must not get one answer, cookie and all. CloudFront compresses only
// what it may keep, so the functions compress their pages themselves.
const pages = ({ headersId }: Assets): CfnDistribution.DefaultCacheBehaviorProperty => ({
  targetOriginId: 'pages',
  viewerProtocolPolicy: 'redirect-to-https',
  allowedMethods: ['GET', 'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'POST', 'DELETE'],
  cachePolicyId: CachePolicy.CACHING_DISABLED.cachePolicyId,
  originRequestPolicyId: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER.originRequestPolicyId,
  responseHeadersPolicyId: headersId,
})

// Names change with content: kept for a year by browsers, compressed at the edge.
const assets = ({ headersId }: Assets): CfnDistribution.DefaultCacheBehaviorProperty => ({
  targetOriginId: 'assets',
  viewerProtocolPolicy: 'redirect-to-https',
  allowedMethods: ['GET', 'HEAD'],
  compress: true,
  cachePolicyId: CachePolicy.CACHING_OPTIMIZED.cachePolicyId,
  responseHeadersPolicyId: headersId,
})

// When the function or API Gateway cannot answer at all; asked again at once, not kept.
const closedPage = (errorCode: number): CfnDistribution.CustomErrorResponseProperty => ({
  errorCode,
  responseCode: 503,
  responsePagePath: '/assets/closed.html',
  errorCachingMinTtl: 0,
})

const recordsOf = (scope: Construct, { attrDomainName }: CfnDistribution, { host, ground }: FrontProps): void => {
  const hostedZoneId = CloudFrontTarget.getHostedZoneId(scope)
  for (const type of ['A', 'AAAA'])
    new CfnRecordSet(scope, `Record${type}`, {
      hostedZoneId: ground.stage.zone.id,
      name: host,
      type,
      aliasTarget: { dnsName: attrDomainName, hostedZoneId },
    })
}
