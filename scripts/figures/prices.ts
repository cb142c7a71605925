// AWS's list prices in eu-west-2, in US dollars before tax. Free tiers are left out. Each says where AWS states it.
// `seen` is the day on which AWS published the price list (Price List Bulk API, offers/v1.0/aws/FILE) in which the
// price stood. Where it is missing the price is what AWS's page was known to say, and nobody has looked since:
// look at `page`, and write the day here.
const seenIn = {
  AWSLambda: '2026-10-01',
  AmazonApiGateway: '2026-09-04',
  AmazonCloudFront: '2026-10-03',
  AmazonDynamoDB: '2026-06-08',
  AmazonS3: '2026-09-28',
  AmazonCloudWatch: '2026-09-22',
  AWSSecretsManager: '2026-09-11',
  AmazonRoute53: '2026-09-11',
  awskms: '2026-09-11',
} as const

export type Price = {
  readonly usd: number
  readonly per: string
  // AWS's price page, after https://aws.amazon.com/.
  readonly page: string
  readonly seen?: string
}

export const prices = {
  lambdaRequests: { usd: 0.2, per: 'million requests', page: 'lambda/pricing', seen: seenIn.AWSLambda },
  lambdaGbSecond: { usd: 0.000_013_333_4, per: 'GB-second, arm64', page: 'lambda/pricing', seen: seenIn.AWSLambda },
  httpApi: { usd: 1.16, per: 'million requests', page: 'api-gateway/pricing', seen: seenIn.AmazonApiGateway },
  cloudFrontGb: { usd: 0.085, per: 'GB to Europe', page: 'cloudfront/pricing', seen: seenIn.AmazonCloudFront },
  cloudFrontRequests: {
    usd: 0.012,
    per: 'ten thousand HTTPS requests',
    page: 'cloudfront/pricing',
    seen: seenIn.AmazonCloudFront,
  },
  firewallList: { usd: 5, per: 'month, a list of rules', page: 'waf/pricing' },
  firewallRule: { usd: 1, per: 'month, a rule', page: 'waf/pricing' },
  firewallRequests: { usd: 0.6, per: 'million requests', page: 'waf/pricing' },
  tableReads: {
    usd: 0.148_5,
    per: 'million units, on demand',
    page: 'dynamodb/pricing/on-demand',
    seen: seenIn.AmazonDynamoDB,
  },
  tableWrites: {
    usd: 0.742_3,
    per: 'million units, on demand',
    page: 'dynamodb/pricing/on-demand',
    seen: seenIn.AmazonDynamoDB,
  },
  tableGb: { usd: 0.297, per: 'GB-month', page: 'dynamodb/pricing/on-demand', seen: seenIn.AmazonDynamoDB },
  recoveryGb: { usd: 0.237_6, per: 'GB-month recoverable', page: 'dynamodb/pricing/on-demand' },
  backupGb: { usd: 0.118_8, per: 'GB-month of copies', page: 'backup/pricing' },
  filesGb: { usd: 0.024, per: 'GB-month', page: 's3/pricing', seen: seenIn.AmazonS3 },
  fileWrites: { usd: 0.005_3, per: 'thousand writes', page: 's3/pricing', seen: seenIn.AmazonS3 },
  filesBackupGb: { usd: 0.05, per: 'GB-month of documents’ copies', page: 'backup/pricing' },
  scanGb: { usd: 0.09, per: 'GB looked into', page: 'guardduty/pricing' },
  scannedFiles: { usd: 0.215, per: 'thousand files', page: 'guardduty/pricing' },
  textPart: { usd: 0.04, per: 'part to a UK mobile', page: 'sns/sms-pricing' },
  logsGb: { usd: 0.598_5, per: 'GB taken in', page: 'cloudwatch/pricing', seen: seenIn.AmazonCloudWatch },
  keyRequests: { usd: 0.03, per: 'ten thousand requests', page: 'kms/pricing', seen: seenIn.awskms },
  signatures: { usd: 0.15, per: 'ten thousand signatures', page: 'kms/pricing' },
  recordedChange: { usd: 0.003, per: 'change recorded', page: 'config/pricing' },
  ruleLooked: { usd: 0.001, per: 'look of a rule', page: 'config/pricing' },
  alarm: { usd: 0.1, per: 'month', page: 'cloudwatch/pricing', seen: seenIn.AmazonCloudWatch },
  secret: { usd: 0.4, per: 'month', page: 'secrets-manager/pricing', seen: seenIn.AWSSecretsManager },
  key: { usd: 1, per: 'month', page: 'kms/pricing', seen: seenIn.awskms },
  zone: { usd: 0.5, per: 'month', page: 'route53/pricing', seen: seenIn.AmazonRoute53 },
  // Each who signs in in a month, through the council's provider, in the plan Essentials.
  staffMember: { usd: 0.015, per: 'person a month', page: 'cognito/pricing' },
  // A program that may ask the API: for being known, and for each token that it asks for.
  program: { usd: 6, per: 'program a month', page: 'cognito/pricing' },
  programTokens: { usd: 2.25, per: 'thousand tokens of programs', page: 'cognito/pricing' },
} as const satisfies Readonly<Record<string, Price>>
