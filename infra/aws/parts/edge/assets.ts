// Style sheets, scripts, pictures and the page for when we are closed: in a bucket that CloudFront alone reads, with the headers of every answer.
import { Duration, type Stack } from 'aws-cdk-lib'
import {
  CfnOriginAccessControl,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  ResponseHeadersPolicy,
} from 'aws-cdk-lib/aws-cloudfront'
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Bucket } from 'aws-cdk-lib/aws-s3'
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment'
import { ofTheLibrary } from '../acknowledge.ts'
import type { Ground } from '../ground.ts'
import { closedBucket } from '../keeping/buckets.ts'
import { may } from '../may.ts'

export type Assets = {
  readonly bucket: Bucket
  readonly accessControlId: string
  readonly headersId: string
}

export type AssetFiles = {
  // The folder of hashed files.
  readonly folder: string
  // The page that is shown when nothing else can answer; and the one that leads away then.
  readonly closedPage: string
  readonly leavePage: string
}

export const assetsOf = (scope: Stack, ground: Ground, files: AssetFiles): Assets => {
  const bucket = bucketOf(scope, ground)
  fill(scope, bucket, files)
  const control = new CfnOriginAccessControl(scope, 'AssetsAccess', {
    originAccessControlConfig: {
      name: `guildhall-${ground.stage.name}-assets`,
      originAccessControlOriginType: 's3',
      signingBehavior: 'always',
      signingProtocol: 'sigv4',
    },
  })
  return { bucket, accessControlId: control.ref, headersId: headersOf(scope, ground).responseHeadersPolicyId }
}

// Public files: S3's own key, which CloudFront may use without a word.
const bucketOf = (scope: Stack, ground: Ground): Bucket =>
  new Bucket(scope, 'Assets', {
    ...closedBucket(scope, ground, 'Assets'),
    lifecycleRules: [{ noncurrentVersionExpiration: Duration.days(30) }],
  })

// Called once both distributions are known: nobody else's may read it.
export const mayBeReadBy = ({ bucket }: Assets, distributionArns: readonly string[]): void => {
  const read = may(['s3:GetObject'], bucket.arnForObjects('*'), { ArnEquals: { 'aws:SourceArn': distributionArns } })
  read.addPrincipals(new ServicePrincipal('cloudfront.amazonaws.com'))
  bucket.addToResourcePolicy(read)
}

// Nothing is pruned: a page that was opened before a release still finds its style sheet after it.
const fill = (scope: Stack, bucket: Bucket, { folder, closedPage, leavePage }: AssetFiles): void => {
  const destinationBucket = Bucket.fromBucketName(scope, 'ToFill', bucket.bucketName)
  const deployment = { destinationBucket, destinationKeyPrefix: 'assets', prune: false, memoryLimit: 256 }
  new BucketDeployment(scope, 'Hashed', {
    ...deployment,
    sources: [Source.asset(folder, { exclude: ['*.br', '*.gz'] })],
    cacheControl: [CacheControl.fromString('public, max-age=31536000, immutable')],
  })
  new BucketDeployment(scope, 'Closed', {
    ...deployment,
    sources: [Source.data('closed.html', closedPage), Source.data('leave', leavePage)],
    cacheControl: [CacheControl.fromString('public, max-age=60')],
    contentType: 'text/html; charset=utf-8',
  })
  ofTheLibrary(scope, 'Custom::CDKBucketDeployment', stars(scope))
}

const stars = ({ account, region }: Stack): readonly string[] => [
  ...['GetBucket', 'GetObject', 'List', 'Abort', 'DeleteObject'].map(
    (verb) => `AwsSolutions-IAM5[Action::s3:${verb}*]`,
  ),
  `AwsSolutions-IAM5[Resource::arn:aws:s3:::cdk-hnb659fds-assets-${account}-${region}/*]`,
  'AwsSolutions-IAM5[Resource::arn:aws:s3:::<Assets9A31D427>/*]',
]

// The functions set these on their own answers (web/middleware/headers.ts); here they stand on assets and on the edge's own answers too.
const headersOf = (scope: Stack, { stage }: Ground): ResponseHeadersPolicy =>
  new ResponseHeadersPolicy(scope, 'Headers', {
    responseHeadersPolicyName: `guildhall-${stage.name}`,
    securityHeadersBehavior: {
      strictTransportSecurity: { accessControlMaxAge: Duration.days(365), includeSubdomains: true, override: true },
      contentTypeOptions: { override: true },
      frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
      referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.SAME_ORIGIN, override: true },
    },
    customHeadersBehavior: {
      customHeaders: [
        { header: 'cross-origin-resource-policy', value: 'same-origin', override: true },
        { header: 'cross-origin-opener-policy', value: 'same-origin', override: true },
      ],
    },
    removeHeaders: ['server'],
  })
