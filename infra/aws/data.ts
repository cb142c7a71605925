// What must outlive every release: the keys, the tables, and the keys of sessions. Nothing here is replaced or removed.
import { RemovalPolicy, Stack } from 'aws-cdk-lib'
import type { Key } from 'aws-cdk-lib/aws-kms'
import { Secret } from 'aws-cdk-lib/aws-secretsmanager'
import type { Construct } from 'constructs'
import { auditTable, mainTable } from '#adapters/dynamo/table.ts'
import { acknowledge } from './acknowledge.ts'
import { answersKey } from './answers.ts'
import { backup } from './backup.ts'
import { type CodeOf, type Ground, groundOf } from './ground.ts'
import { region, type Stage, secretNames } from './stages.ts'
import { type Tables, table } from './tables.ts'

type Given = { readonly stage: Stage; readonly codeOf: CodeOf }

export class DataStack extends Stack {
  readonly ground: Ground
  readonly tables: Tables
  readonly answers: Key
  // SECRET_KEY, and OS_PLACES_KEY once the council has one.
  readonly secrets: Secret

  constructor(scope: Construct, id: string, { stage, codeOf }: Given) {
    super(scope, id, { env: { account: stage.account, region }, terminationProtection: true })
    this.ground = groundOf(this, stage, codeOf)
    const { main, audit } = tableNames(stage)
    this.tables = {
      main: table(this, 'Cases', { ground: this.ground, wanted: mainTable(main) }),
      // Its stream goes into the archive (audit.ts).
      audit: table(this, 'Audit', {
        ground: this.ground,
        wanted: { ...auditTable(audit), StreamSpecification: asPut },
      }),
    }
    this.answers = answersKey(this, stage)
    this.secrets = secretsOf(this, this.ground)
    backup(this, this)
  }
}

const asPut = { StreamEnabled: true, StreamViewType: 'NEW_IMAGE' } as const

const tableNames = ({ name }: Stage) => ({ main: `guildhall-${name}`, audit: `guildhall-${name}-audit` })

const secretsOf = (scope: Stack, { key, stage }: Ground): Secret => {
  const secret = new Secret(scope, 'Secrets', {
    secretName: secretNames(stage).keys,
    description: 'SECRET_KEY signs sessions and hides phone numbers in keys; OS_PLACES_KEY looks up addresses',
    encryptionKey: key,
    removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    // 64 letters and digits are 48 bytes of base64.
    generateSecretString: {
      secretStringTemplate: '{}',
      generateStringKey: 'SECRET_KEY',
      passwordLength: 64,
      excludePunctuation: true,
    },
  })
  acknowledge(secret, {
    'AwsSolutions-SMG4':
      'SECRET_KEY hides phone numbers in keys of the table: another one would lose every index entry. infra/README.md has the steps for a leak.',
  })
  return secret
}
