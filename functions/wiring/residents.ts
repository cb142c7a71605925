// Hands each function what it stands on: the adapters, made from its environment once at its start.

import { awsIn, credentialsIn } from '#adapters/aws/clients.ts'
import { kmsAt } from '#adapters/aws/kms.ts'
import { uploadForms } from '#adapters/aws/upload-form.ts'
import { type Config, configFrom } from '#adapters/config.ts'
import { holdStore } from '#adapters/dynamo/booking/holds.ts'
import { caseStore } from '#adapters/dynamo/cases/cases.ts'
import type { SealedTable, Table } from '#adapters/dynamo/client.ts'
import { dbAt } from '#adapters/dynamo/db.ts'
import { accessStore } from '#adapters/dynamo/drafts/access.ts'
import { codeStore } from '#adapters/dynamo/drafts/codes.ts'
import { draftStore } from '#adapters/dynamo/drafts/drafts.ts'
import { findStore } from '#adapters/dynamo/drafts/find.ts'
import { placeStore } from '#adapters/dynamo/drafts/places.ts'
import { uploadStore } from '#adapters/dynamo/files/uploads.ts'
import { bookStore } from '#adapters/dynamo/measures/books.ts'
import { feedbackStore } from '#adapters/dynamo/measures/feedback.ts'
import { openFileStore } from '#adapters/dynamo/measures/open-files.ts'
import { sumStore } from '#adapters/dynamo/measures/sums.ts'
import { switchStore } from '#adapters/dynamo/staff/switches.ts'
import { outboxStore } from '#adapters/dynamo/texts/outbox.ts'
import { stoppedStore } from '#adapters/dynamo/texts/stopped.ts'
import { wordingStore } from '#adapters/dynamo/texts/wordings.ts'
import { generatedGazetteer, osPlaces } from '#adapters/gazetteer.ts'
import { knownChanges } from '#adapters/known-changes.ts'
import { knownSwitches } from '#adapters/known-switches.ts'
import { consoleLog } from '#adapters/log.ts'
import { drawnMap } from '#adapters/maps/drawn-map.ts'
import { osMaps } from '#adapters/maps/os-maps.ts'
import { answerSeals } from '#adapters/seals.ts'
import { systemClock, systemIds, systemKeys } from '#adapters/system.ts'
import { atNight, findableOf, gistOf, goesOn, inConfidence, isOpenState, services } from '#services/catalogue.ts'
import { council } from '#services/council.ts'
import { publishedBooks } from '#usecases/measures/published-books.ts'
import type { Gazetteer, MapTiles } from '#usecases/ports/gazetteer.ts'
import type { Clock, Ids, Keys } from '#usecases/ports/stores.ts'
import type { Counter } from '#web/citizen/counter.ts'
import { keyFrom } from './secret-key.ts'

type Env = Readonly<Record<string, string | undefined>>

export const counterFrom = (env: Env, clock: Clock = systemClock(env.CLOCK_FILE)): Counter => {
  const config = configFrom(env)
  const table = sealedTableFrom(config, env, clock)
  const keys = systemKeys(config.SECRET_KEY)
  const ids = systemIds()
  const log = consoleLog('citizen', config.LOG_FILE, env.AWS_LAMBDA_FUNCTION_VERSION)
  return {
    clock,
    ids,
    keys,
    ...storesIn(table, keys, ids),
    files: uploadsTo(config, env, clock),
    gazetteer: gazetteerFrom(config, env),
    maps: mapsFrom(config, env, clock),
    switches: knownSwitches(switchStore(table), clock, log),
    changes: knownChanges(bookStore(table), clock, log),
    services,
    wordings: wordingStore(table),
    citizenOrigin: config.CITIZEN_ORIGIN,
    uploadOrigin: new URL(uploadUrl(config)).origin,
    ...dutyIn(config),
    log,
  }
}

const dutyIn = ({ DUTY_PHONE: phone, STAFF_ORIGIN: staff }: Config): Pick<Counter, 'duty'> =>
  phone === undefined || staff === undefined ? {} : { duty: { phone, inbox: `${staff}/feedback` } }

const storesIn = (table: SealedTable, keys: Keys, ids: Ids) => ({
  drafts: draftStore(table, keys),
  cases: caseStore(table, keys, isOpenState),
  find: findStore(table),
  codes: codeStore(table, keys),
  access: accessStore(table),
  outbox: outboxStore(table),
  holds: holdStore(table, ids.secret, () => performance.now()),
  uploads: uploadStore(table),
  stopped: stoppedStore(table),
  places: placeStore(table),
  sums: sumStore(table),
  openFiles: openFileStore(table),
  books: publishedBooks(bookStore(table)),
  feedback: feedbackStore(table),
})

export const tableFrom = (config: Config, env: Env): Table => ({
  client: dbAt(awsIn(env, 'dynamodb', config.DYNAMODB_ENDPOINT)),
  name: config.TABLE_NAME,
  audit: config.AUDIT_TABLE_NAME,
})

// For functions that read or write answers.
export const sealedTableFrom = (config: Config, env: Env, clock: Clock): SealedTable => {
  const { ANSWERS_WRAPPED_BY: key } = config
  if (key === undefined) throw new Error('ANSWERS_WRAPPED_BY must be set')
  const kms = kmsAt({ ...awsIn(env, 'kms', config.KMS_ENDPOINT), key })
  return {
    ...tableFrom(config, env),
    seals: answerSeals(kms, clock),
    inConfidence,
    findable: findableOf,
    gist: gistOf,
    atNight,
    goesOn,
    now: clock.now,
  }
}

const uploadsTo = (config: Config, env: Env, { now }: Clock) =>
  uploadForms({
    bucket: config.UPLOAD_BUCKET,
    region: config.AWS_REGION,
    url: uploadUrl(config),
    ...(config.S3_ENDPOINT === undefined ? {} : { endpoint: config.S3_ENDPOINT }),
    credentials: credentialsIn(env),
    now,
  })

const uploadUrl = (config: Config): string =>
  config.UPLOAD_URL ?? `https://${config.UPLOAD_BUCKET}.s3.${config.AWS_REGION}.amazonaws.com`

const gazetteerFrom = (config: Config, env: Env): Gazetteer =>
  config.OS_SECRET === undefined
    ? generatedGazetteer()
    : osPlaces({ key: keyFrom(env, config.OS_SECRET), origin: config.OS_ENDPOINT })

const mapsFrom = (config: Config, env: Env, { now }: Clock): MapTiles =>
  config.OS_SECRET === undefined
    ? drawnMap()
    : osMaps({
        endpoint: config.OS_ENDPOINT,
        key: keyFrom(env, config.OS_SECRET),
        now,
        licence: council.mapLicence,
      })
