// Copies apart from the tables: each month, in a vault that neither a mistake nor a thief in the product can empty before its time.
// (Point-in-time recovery stands in tables.ts: to any second of the last 35 days.)
import { Duration, RemovalPolicy, type Stack } from 'aws-cdk-lib'
import { CfnBackupPlan, CfnBackupSelection, CfnBackupVault } from 'aws-cdk-lib/aws-backup'
import { Metric } from 'aws-cdk-lib/aws-cloudwatch'
import { ManagedPolicy, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { Bucket } from 'aws-cdk-lib/aws-s3'
import { acknowledge } from '../acknowledge.ts'
import { alarm } from '../alarm.ts'
import type { Ground } from '../ground.ts'
import type { Tables } from './tables.ts'

type Given = { readonly ground: Ground; readonly tables: Tables }

/** Gives the id of the plan: documents are copied by it too (buckets.ts). */
export const backup = (scope: Stack, { ground, tables }: Given): string => {
  const plan = new CfnBackupPlan(scope, 'Monthly', {
    backupPlan: {
      backupPlanName: `guildhall-${ground.stage.name}`,
      backupPlanRule: [ruleInto(vaultOf(scope, ground), ground)],
    },
  })
  new CfnBackupSelection(scope, 'Kept', {
    backupPlanId: plan.attrBackupPlanId,
    backupSelection: {
      selectionName: 'tables',
      iamRoleArn: roleOf(scope, 'service-role/AWSBackupServiceRolePolicyForBackup').roleArn,
      resources: [tables.main.attrArn, tables.audit.attrArn],
    },
  })
  return plan.attrBackupPlanId
}

// A second copy of every document, each month: what did not change is not copied again (AWS Backup Developer Guide,
// "Amazon S3 backups").
export const backUpDocuments = (scope: Stack, backupPlanId: string, { bucketArn }: Bucket): void => {
  new CfnBackupSelection(scope, 'Copied', {
    backupPlanId,
    backupSelection: {
      selectionName: 'documents',
      iamRoleArn: roleOf(scope, 'AWSBackupServiceRolePolicyForS3Backup').roleArn,
      resources: [bucketArn],
    },
  })
}

const vaultOf = (scope: Stack, ground: Ground): CfnBackupVault => {
  const { key, stage } = ground
  const vault = new CfnBackupVault(scope, 'Vault', {
    backupVaultName: `guildhall-${stage.name}`,
    encryptionKeyArn: key.keyArn,
    lockConfiguration: { minRetentionDays: Math.min(stage.backupDays, 35) },
  })
  vault.applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE)
  alarm(scope, 'NotBackedUp', {
    ground,
    ifItFails: 'Nobody: this month’s copy of the tables is missing. Recovery to any second of 35 days still stands',
    more: 'A backup job failed.',
    metric: new Metric({
      namespace: 'AWS/Backup',
      metricName: 'NumberOfBackupJobsFailed',
      dimensionsMap: { BackupVaultName: `guildhall-${stage.name}` },
      statistic: 'Sum',
      period: Duration.minutes(5),
    }),
  })
  return vault
}

// Every copy is a whole one and is paid for as such, so nights are left to point-in-time recovery, which reaches back 35 days,
// and a month is kept for a year. 02:00 UTC on the first.
const ruleInto = (vault: CfnBackupVault, { stage }: Ground): CfnBackupPlan.BackupRuleResourceTypeProperty => ({
  ruleName: 'monthly',
  targetBackupVault: vault.ref,
  scheduleExpression: 'cron(0 2 1 * ? *)',
  startWindowMinutes: 60,
  completionWindowMinutes: 240,
  lifecycle: { deleteAfterDays: stage.backupDays },
  // A copy in a second account and region, where the council has one.
  ...(stage.secondVaultArn === undefined
    ? {}
    : {
        copyActions: [
          { destinationBackupVaultArn: stage.secondVaultArn, lifecycle: { deleteAfterDays: stage.backupDays } },
        ],
      }),
})

const roleOf = (scope: Stack, name: string): Role => {
  const role = new Role(scope, 'BackupRole', {
    assumedBy: new ServicePrincipal('backup.amazonaws.com'),
    managedPolicies: [ManagedPolicy.fromAwsManagedPolicyName(name)],
  })
  acknowledge(role, {
    [`AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/${name}]`]:
      'AWS Backup’s own policy for its own role; AWS keeps it in step with what a backup needs.',
  })
  return role
}
