// What must outlive every release: the keys, the tables, and the keys of sessions. Nothing here is replaced or removed.
import { RemovalPolicy, Stack } from 'aws-cdk-lib'
import type { CfnTable } from 'aws-cdk-lib/aws-dynamodb'
import type { Key } from 'aws-cdk-lib/aws-kms'
import { Secret } from 'aws-cdk-lib/aws-secretsmanager'
import type { Construct } from 'constructs'
import { auditTable, mainTable } from '#adapters/dynamo/schema.ts'
import { acknowledge } from '../parts/acknowledge.ts'
import { type CodeOf, type Ground, groundOf } from '../parts/ground.ts'
import { answersKey } from '../parts/keeping/answers.ts'
import { backup } from '../parts/keeping/backup.ts'
import { type KnownTables, publishTables, type Tables, table, tablesKnownTo } from '../parts/keeping/tables.ts'
import { region, type Stage, secretNames } from '../stages.ts'

type Given = { readonly stage: Stage; readonly codeOf: CodeOf }

// What the other stacks are told of this one.
export type Kept = Pick<DataStack, 'account' | 'ground' | 'answers' | 'secrets'> & { readonly tables: KnownTables }

export class DataStack extends Stack {
  readonly ground: Ground
  readonly answers: Key
  readonly backupPlanId: string
  // SECRET_KEY, and OS_PLACES_KEY once the council has one.
  readonly secrets: Secret

  constructor(scope: Construct, id: string, { stage, codeOf }: Given) {
    super(scope, id, { env: { account: stage.account, region }, terminationProtection: true })
    this.ground = groundOf(this, stage, codeOf)
    const tables = tablesOf(this, this.ground)
    publishTables(this, stage, tables)
    this.answers = answersKey(this, stage)
    this.secrets = secretsOf(this, this.ground)
    this.backupPlanId = backup(this, { ground: this.ground, tables })
  }

  /** What `scope` stands on, with the tables as the last deployment of this stack left them. */
  seenFrom(scope: Stack): Kept {
    scope.addStackDependency(this)
    const { account, ground, answers, secrets } = this
    return { account, ground, answers, secrets, tables: tablesKnownTo(scope, ground.stage) }
  }
}

// The tables of the first deployment stay; where a restore made others, these are what everything uses from then on.
const tablesOf = (scope: Stack, ground: Ground): Tables => {
  const names = tableNames(ground.stage)
  const wanted = {
    main: mainTable(names.main),
    // Its stream goes into the archive (audit.ts).
    audit: { ...auditTable(names.audit), StreamSpecification: asPut },
  }
  const of = (which: 'main' | 'audit', first: CfnTable): CfnTable => {
    const name = ground.stage.restored?.[which]
    if (name === undefined) return first
    return table(scope, `Restored${name.replace(/\W/g, '')}`, { ground, wanted: wanted[which], name })
  }
  return {
    main: of('main', table(scope, 'Cases', { ground, wanted: wanted.main })),
    audit: of('audit', table(scope, 'Audit', { ground, wanted: wanted.audit })),
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
