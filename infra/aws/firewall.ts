// The firewall before CloudFront: known attacks, bad reputations, and too much from one address.
import type { Stack } from 'aws-cdk-lib'
import { CfnWebACL } from 'aws-cdk-lib/aws-wafv2'
import type { Ground } from './ground.ts'

export const firewall = (scope: Stack, { stage }: Ground): CfnWebACL =>
  new CfnWebACL(scope, 'Firewall', {
    name: `guildhall-${stage.name}`,
    scope: 'CLOUDFRONT',
    defaultAction: { allow: {} },
    visibilityConfig: seen('all'),
    customResponseBodies: { slower: { contentType: 'TEXT_PLAIN', content: slower } },
    rules: [...managed.map(managedRule), ...rates.map(rateRule), encodedSlash],
  })

// No samples: a sampled request shows its cookies and its body.
const seen = (metricName: string) => ({ cloudWatchMetricsEnabled: true, metricName, sampledRequestsEnabled: false })

const slower = 'You asked for many pages in a short time. Wait a few minutes, then try again. Your answers are saved.'

type Managed = { readonly name: string; readonly counted: readonly string[] }

// People write what they like into a form ("my landlord's <agent>"): rules that look into bodies only count. The functions take such words as
// words, and bodies over 8 KB are honest (a site boundary).
const managed: readonly Managed[] = [
  { name: 'AWSManagedRulesAmazonIpReputationList', counted: [] },
  { name: 'AWSManagedRulesKnownBadInputsRuleSet', counted: [] },
  {
    name: 'AWSManagedRulesCommonRuleSet',
    counted: [
      'SizeRestrictions_BODY',
      'CrossSiteScripting_BODY',
      'GenericLFI_BODY',
      'GenericRFI_BODY',
      'EC2MetaDataSSRF_BODY',
    ],
  },
]

const managedRule = ({ name, counted }: Managed, priority: number): CfnWebACL.RuleProperty => ({
  name,
  priority,
  overrideAction: { none: {} },
  visibilityConfig: seen(name),
  statement: {
    managedRuleGroupStatement: {
      vendorName: 'AWS',
      name,
      ruleActionOverrides: counted.map((rule) => ({ name: rule, actionToUse: { count: {} } })),
    },
  },
})

type Rate = { readonly name: string; readonly limit: number; readonly posts: boolean }

// Requests from one address in five minutes: a library's or a family's shared one stays under them.
const rates: readonly Rate[] = [
  { name: 'all', limit: 3000, posts: false },
  { name: 'forms', limit: 600, posts: true },
]

const rateRule = ({ name, limit, posts }: Rate, index: number): CfnWebACL.RuleProperty => ({
  name: `too-many-${name}`,
  priority: managed.length + index,
  action: { block: { customResponse: { responseCode: 429, customResponseBodyKey: 'slower' } } },
  visibilityConfig: seen(`too-many-${name}`),
  statement: {
    rateBasedStatement: {
      aggregateKeyType: 'IP',
      evaluationWindowSec: 300,
      limit,
      ...(posts ? { scopeDownStatement: isPost } : {}),
    },
  },
})

const contains = (searchString: string): CfnWebACL.StatementProperty => ({
  byteMatchStatement: {
    fieldToMatch: { uriPath: {} },
    positionalConstraint: 'CONTAINS',
    searchString,
    textTransformations: [{ priority: 0, type: 'LOWERCASE' }],
  },
})

// An HTTP API hands a function its path decoded, so that /cases%2ffind would be /cases/find there. No link
// of ours has an encoded slash.
const encodedSlash: CfnWebACL.RuleProperty = {
  name: 'encoded-slash',
  priority: managed.length + rates.length,
  action: { block: { customResponse: { responseCode: 404 } } },
  visibilityConfig: seen('encoded-slash'),
  statement: { orStatement: { statements: [contains('%2f'), contains('%5c')] } },
}

const isPost: CfnWebACL.StatementProperty = {
  byteMatchStatement: {
    fieldToMatch: { method: {} },
    positionalConstraint: 'EXACTLY',
    searchString: 'POST',
    textTransformations: [{ priority: 0, type: 'NONE' }],
  },
}
