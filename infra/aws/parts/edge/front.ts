// One host as browsers see it: CloudFront behind its firewall; assets from S3, everything else from the function's own API.
import { CachePolicy, CfnDistribution, OriginRequestPolicy } from 'aws-cdk-lib/aws-cloudfront'
import { CfnRecordSet } from 'aws-cdk-lib/aws-route53'
import { CloudFrontTarget } from 'aws-cdk-lib/aws-route53-targets'
import { Construct } from 'constructs'
import { edgeHeader } from '#web/edge.ts'
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
  origins: [pagesFrom(props), assetsFrom(props.assets)],
  defaultCacheBehavior: pages(props.assets),
  cacheBehaviors: [{ ...assets(props.assets), pathPattern: '/assets/*' }],
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
