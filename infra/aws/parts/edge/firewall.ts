// The firewall before CloudFront: known attacks, bad reputations, and too much from one address.
import type { Stack } from 'aws-cdk-lib'
import { CfnIPSet, CfnWebACL } from 'aws-cdk-lib/aws-wafv2'
import { cookieName } from '#web/citizen/session.ts'
import { paths } from '#web/show/site.ts'
import type { Ground } from '../ground.ts'

export const firewall = (scope: Stack, ground: Ground): CfnWebACL =>
  new CfnWebACL(scope, 'Firewall', {
    name: `guildhall-${ground.stage.name}`,
    scope: 'CLOUDFRONT',
    defaultAction: { allow: {} },
    visibilityConfig: seen('all'),
    customResponseBodies: { slower: { contentType: 'TEXT_PLAIN', content: slower } },
    rules: [...managed.map(managedRule), ...ratesOf(officesOf(scope, ground)).map(rateRule), encodedSlash],
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

// What is counted together, and where: an address over five minutes; a person over one, as a session's cookie is written anew
// each minute.
type Rate = {
  readonly name: string
  readonly limit: number
  // A person: an address and a session cookie together. A carrier or a library puts thousands of people behind one address.
  readonly each: 'address' | 'person'
  readonly where: CfnWebACL.StatementProperty
}

// A request without the cookie is not counted for a person, only for its address (WAF Developer Guide, "Aggregating
// rate-based rules").
const ratesOf = (offices: string | undefined): readonly Rate[] => [
  { name: 'forms-of-one', limit: 60, each: 'person', where: both(isPost, not(isAsset)) },
  { name: 'pages-of-one', limit: 240, each: 'person', where: not(isPart) },
  // A view of the map has some twenty squares, and whoever looks for a house moves it a few times.
  { name: 'maps-of-one', limit: 600, each: 'person', where: isMapTile },
  { name: 'pages', limit: 20_000, each: 'address', where: elsewhere(offices, not(isPart)) },
  { name: 'assets', limit: 60_000, each: 'address', where: elsewhere(offices, isPart) },
  ...(offices === undefined
    ? []
    : [{ name: 'from-offices', limit: 200_000, each: 'address' as const, where: isIn(offices) }]),
]

const rateRule = ({ name, limit, each, where }: Rate, index: number): CfnWebACL.RuleProperty => ({
  name: `too-many-${name}`,
  priority: managed.length + index,
  action: { block: { customResponse: { responseCode: 429, customResponseBodyKey: 'slower' } } },
  visibilityConfig: seen(`too-many-${name}`),
  statement: {
    rateBasedStatement: {
      ...(each === 'address' ? { aggregateKeyType: 'IP' } : { aggregateKeyType: 'CUSTOM_KEYS', customKeys: person }),
      evaluationWindowSec: each === 'address' ? 300 : 60,
      limit,
      scopeDownStatement: where,
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
  // After all others, however many rates there are.
  priority: 100,
  action: { block: { customResponse: { responseCode: 404 } } },
  visibilityConfig: seen('encoded-slash'),
  statement: { orStatement: { statements: [contains('%2f'), contains('%5c')] } },
}

const person: CfnWebACL.RateBasedStatementCustomKeyProperty[] = [
  { ip: {} },
  { cookie: { name: cookieName, textTransformations: [{ priority: 0, type: 'NONE' }] } },
]

// Addresses that the council's own offices go out by: its contact centre and its libraries type for many people.
const officesOf = (scope: Stack, { stage }: Ground): string | undefined =>
  stage.offices.length === 0
    ? undefined
    : new CfnIPSet(scope, 'Offices', {
        name: `guildhall-${stage.name}-offices`,
        scope: 'CLOUDFRONT',
        ipAddressVersion: 'IPV4',
        addresses: [...stage.offices],
      }).attrArn

const isIn = (arn: string): CfnWebACL.StatementProperty => ({ ipSetReferenceStatement: { arn } })
const not = (statement: CfnWebACL.StatementProperty): CfnWebACL.StatementProperty => ({ notStatement: { statement } })
const both = (...statements: CfnWebACL.StatementProperty[]): CfnWebACL.StatementProperty => ({
  andStatement: { statements },
})
const elsewhere = (offices: string | undefined, where: CfnWebACL.StatementProperty): CfnWebACL.StatementProperty =>
  offices === undefined ? where : both(not(isIn(offices)), where)

const startsWith = (searchString: string): CfnWebACL.StatementProperty => ({
  byteMatchStatement: {
    fieldToMatch: { uriPath: {} },
    positionalConstraint: 'STARTS_WITH',
    searchString,
    textTransformations: [{ priority: 0, type: 'NONE' }],
  },
})

const isAsset = startsWith('/assets/')
const isMapTile = startsWith(`${paths.mapTiles}/`)

// Of a page: what comes with it, many at a time.
const isPart: CfnWebACL.StatementProperty = { orStatement: { statements: [isAsset, isMapTile] } }

const isPost: CfnWebACL.StatementProperty = {
  byteMatchStatement: {
    fieldToMatch: { method: {} },
    positionalConstraint: 'EXACTLY',
    searchString: 'POST',
    textTransformations: [{ priority: 0, type: 'NONE' }],
  },
}
