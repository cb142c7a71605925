// What holds people's data keeps its name in CloudFormation: a renamed resource is a new, empty one beside the old. Should one of these have to
// change, the runbook for moving data (infra/README.md) comes first, and this list last.
import { expect, it } from 'vitest'
import { stages } from '#infra/aws/stages.ts'
import { accountOf } from './account.ts'

const stateful =
  /^AWS::(DynamoDB::Table|S3::Bucket|KMS::Key|Cognito::UserPool|Backup::BackupVault|SecretsManager::Secret|SQS::Queue)$/

it.each(Object.values(stages))('keeps the names of what holds data, in $name', (stage) => {
  const names = accountOf(stage)
    .resources.filter(({ Type, stack }) => stateful.test(Type) && stack !== 'Watch')
    .map(({ stack, id, Type }) => `${stack} ${id} ${Type}`)
  expect(names.toSorted()).toEqual([
    'Audit ArchiveDA4CB258 AWS::S3::Bucket',
    'Audit DigestsBE0C6DEB AWS::KMS::Key',
    'Audit LostDF84CB6B AWS::SQS::Queue',
    'Audit NotSignedC8355F38 AWS::SQS::Queue',
    'Data AccessLogs8B620ECA AWS::S3::Bucket',
    'Data Answers9615456C AWS::KMS::Key',
    'Data Audit AWS::DynamoDB::Table',
    'Data Cases AWS::DynamoDB::Table',
    'Data Key961B73FD AWS::KMS::Key',
    'Data SecretsA3BCC2E9 AWS::SecretsManager::Secret',
    'Data Vault AWS::Backup::BackupVault',
    'Edge AccessLogs8B620ECA AWS::S3::Bucket',
    'Edge Assets9A31D427 AWS::S3::Bucket',
    'Edge EdgeSecret1CC1469E AWS::SecretsManager::Secret',
    'Edge Key961B73FD AWS::KMS::Key',
    'Edge LostDF84CB6B AWS::SQS::Queue',
    'Identity Staff35CBA1CE AWS::Cognito::UserPool',
    'Identity StaffSecret26DD3085 AWS::SecretsManager::Secret',
    'Keeping NotErasedF4FD6E29 AWS::SQS::Queue',
    'Measures LostDF84CB6B AWS::SQS::Queue',
    'Schedule LostDF84CB6B AWS::SQS::Queue',
    'Texts LostDF84CB6B AWS::SQS::Queue',
    'Uploads Clean5C95EE93 AWS::S3::Bucket',
    'Uploads LostDF84CB6B AWS::SQS::Queue',
    'Uploads Quarantine23FF09FE AWS::S3::Bucket',
    'Web HooksLost6DD0C5DE AWS::SQS::Queue',
  ])
})
