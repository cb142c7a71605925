// Residents' and staff pages: a function each, at a host of its own, so that neither can do what the other may.
import { Stack } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import { uploadKey } from '#adapters/upload-form.ts'
import type { DataStack } from './data.ts'
import { HttpApi } from './http-api.ts'
import { items } from './items.ts'
import { may, mayOpenAndSeal } from './may.ts'
import { ServiceFunction } from './service-function.ts'
import { mayReadSecrets, settingsOf } from './settings.ts'
import { hostsOf, region } from './stages.ts'
import { mayUse } from './tables.ts'
import type { UploadsStack } from './uploads.ts'

type Given = { readonly data: DataStack; readonly uploads: UploadsStack }

export class WebStack extends Stack {
  readonly citizen: ServiceFunction

  constructor(scope: Construct, id: string, given: Given) {
    super(scope, id, { env: { account: given.data.account, region } })
    const { ground } = given.data
    const hosts = hostsOf(ground.stage)
    this.citizen = citizenOf(this, given)
    new HttpApi(this, 'Residents', { ground, host: hosts.citizenOrigin, handler: this.citizen })
  }
}

const citizenOf = (scope: Stack, { data, uploads }: Given): ServiceFunction =>
  new ServiceFunction(scope, 'Citizen', {
    ground: data.ground,
    entry: 'citizen',
    does: 'Residents’ pages',
    ifItFails: 'Residents cannot open or go on with an application or a booking',
    environment: {
      ...settingsOf(data),
      UPLOAD_BUCKET: uploads.quarantine.bucketName,
      SECRETS_NAME: data.secrets.secretName,
    },
    may: [...mayServe(data), ...mayLetUpload(data, uploads), ...mayReadSecrets(data)],
    seconds: 10,
    // Processor time goes with memory: at 1,769 MB a function has a whole core (Lambda Developer Guide, memory).
    megabytes: 1769,
    atOnce: data.ground.stage.citizensAtOnce,
  })

// Everything of one person and one application; no worklist, no staff session, no index.
const theirs = [
  items.drafts,
  items.cases,
  items.references,
  items.texts,
  items.found,
  items.claims,
  items.codes,
  items.counts,
]

const mayServe = ({ ground, tables: { main, audit } }: DataStack) => [
  mayUse(main, ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'ConditionCheckItem'], theirs),
  // Time that is given back.
  mayUse(main, ['DeleteItem'], [items.claims]),
  mayUse(audit, ['PutItem']),
  mayOpenAndSeal(ground, 'dynamodb'),
]

// The browser posts with what the function signed, so the function must be allowed what the form allows.
const mayLetUpload = ({ ground }: DataStack, { quarantine }: UploadsStack) => [
  may(['s3:PutObject'], quarantine.arnForObjects(uploadKey('*'))),
  mayOpenAndSeal(ground, 's3'),
]
