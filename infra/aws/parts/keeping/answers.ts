// The key under which answers told in confidence are sealed, apart from the one for everything at rest: who may read the table can still not
// read them without it. Functions hold it to one draft at a time, by name.
import { RemovalPolicy, type Stack } from 'aws-cdk-lib'
import { Key } from 'aws-cdk-lib/aws-kms'
import type { Stage } from '#infra/aws/stages.ts'
import { may } from '../may.ts'

export const answersKey = (scope: Stack, stage: Stage): Key =>
  new Key(scope, 'Answers', {
    alias: `guildhall-${stage.name}-answers`,
    description: `Answers told to Guildhall ${stage.name} in confidence`,
    enableKeyRotation: true,
    // Answers outlive the region only if their key does: a copy of it can be made elsewhere, by `aws kms replicate-key`, and a
    // key that was made for one region alone can never be (KMS Developer Guide, "Multi-Region keys").
    multiRegion: true,
    removalPolicy: RemovalPolicy.RETAIN,
  })

type Keeps = { readonly answers: Key }

// Where a draft can begin, or be opened again: it gets a key of its own.
export const maySealAnswers = ({ answers }: Keeps) =>
  may(['kms:Decrypt', 'kms:GenerateDataKey'], answers.keyArn, forOneDraft)

export const mayOpenAnswers = ({ answers }: Keeps) => may(['kms:Decrypt'], answers.keyArn, forOneDraft)

// Told which draft, and nothing beside it (KMS Developer Guide, "kms:EncryptionContextKeys").
const forOneDraft = {
  'ForAllValues:StringEquals': { 'kms:EncryptionContextKeys': ['draft'] },
  Null: { 'kms:EncryptionContext:draft': 'false' },
} as const

export const answersSettings = ({ answers }: Keeps) => ({ ANSWERS_WRAPPED_BY: answers.keyArn })
