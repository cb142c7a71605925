// What each function is told by its environment: names and addresses, never a secret (adapters/config.ts reads it).
import type { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { Secret } from 'aws-cdk-lib/aws-secretsmanager'
import { may, mayOpen } from '../parts/may.ts'
import { hostsOf, region, secretNames } from '../stages.ts'
import type { Kept } from './data.ts'

export const settingsOf = ({ ground: { stage }, tables }: Kept): Readonly<Record<string, string>> => ({
  TABLE_NAME: tables.main.name,
  AUDIT_TABLE_NAME: tables.audit.name,
  CITIZEN_ORIGIN: `https://${hostsOf(stage).citizen}`,
  STAFF_ORIGIN: `https://${hostsOf(stage).staff}`,
  STAGE: stage.name,
  SENDER_NAME: stage.senderName,
  // No number is called 'nobody': only Ofcom's numbers for tests are left.
  ...(stage.guests === undefined ? {} : { GUEST_NUMBERS: ['nobody', ...stage.guests].join(',') }),
})

// Asked for at a function's first call (adapters/aws/secrets.ts).
export const mayReadSecrets = ({ secrets, ground }: Kept, ...more: readonly Secret[]): readonly PolicyStatement[] => [
  may(
    ['secretsmanager:GetSecretValue'],
    [secrets, ...more].map(({ secretArn }) => secretArn),
  ),
  mayOpen(ground, 'secretsmanager'),
]

// The copy of the edge's secret in this region.
export const mayKnowEdge = (kept: Kept): PolicyStatement => mayKnow(kept, secretNames(kept.ground.stage).edge)

// The key of GOV.UK Notify, put there by hand.
export const mayKnowNotify = (kept: Kept): PolicyStatement => mayKnow(kept, secretNames(kept.ground.stage).notify)

export const mayKnowNotifyCallback = (kept: Kept): PolicyStatement =>
  mayKnow(kept, secretNames(kept.ground.stage).notifyCallback)

// The key of Ordnance Survey's addresses and maps, put there by hand too.
export const mayKnowMaps = (kept: Kept): PolicyStatement => mayKnow(kept, secretNames(kept.ground.stage).maps)

// A secret's address ends in six characters that nobody knows before it is made.
const mayKnow = ({ account }: Kept, name: string): PolicyStatement =>
  may(['secretsmanager:GetSecretValue'], `arn:aws:secretsmanager:${region}:${account}:secret:${name}-??????`)
