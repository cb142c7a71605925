// What staff pages stand on. Apart from the other wiring: only this one carries the identity provider's client.

import { credentialsIn } from '#adapters/aws/clients.ts'
import { fileLinks } from '#adapters/aws/file-link.ts'
import { type Config, configFrom } from '#adapters/config.ts'
import { calendarStore } from '#adapters/dynamo/booking/feeds.ts'
import { holdStore } from '#adapters/dynamo/booking/holds.ts'
import { auditLog } from '#adapters/dynamo/cases/audit.ts'
import { taskStore } from '#adapters/dynamo/cases/case-tasks.ts'
import { caseStore } from '#adapters/dynamo/cases/cases.ts'
import { trailReader } from '#adapters/dynamo/cases/trail.ts'
import { undeliveredStore } from '#adapters/dynamo/cases/undelivered.ts'
import type { SealedTable } from '#adapters/dynamo/client.ts'
import { draftStore } from '#adapters/dynamo/drafts/drafts.ts'
import { findStore } from '#adapters/dynamo/drafts/find.ts'
import { uploadStore } from '#adapters/dynamo/files/uploads.ts'
import { bookStore } from '#adapters/dynamo/measures/books.ts'
import { feedbackInbox } from '#adapters/dynamo/measures/feedback.ts'
import { sumStore } from '#adapters/dynamo/measures/sums.ts'
import { kinStore } from '#adapters/dynamo/people/kin-store.ts'
import { peopleStore } from '#adapters/dynamo/people/people-store.ts'
import { searchStore } from '#adapters/dynamo/people/searches.ts'
import { hookStore } from '#adapters/dynamo/sharing/hook-store.ts'
import { listRequests } from '#adapters/dynamo/sharing/list-requests.ts'
import { bulkStore } from '#adapters/dynamo/staff/bulk-store.ts'
import { emergencyStore } from '#adapters/dynamo/staff/emergencies.ts'
import { keptForms } from '#adapters/dynamo/staff/kept-forms.ts'
import { ownDetails } from '#adapters/dynamo/staff/own-details.ts'
import { staffDirectory } from '#adapters/dynamo/staff/staff-directory.ts'
import { staffSessions } from '#adapters/dynamo/staff/staff-sessions.ts'
import { switchStore } from '#adapters/dynamo/staff/switches.ts'
import { teamStore } from '#adapters/dynamo/staff/team-store.ts'
import { viewStore } from '#adapters/dynamo/staff/view-store.ts'
import { outboxStore } from '#adapters/dynamo/texts/outbox.ts'
import { stoppedStore } from '#adapters/dynamo/texts/stopped.ts'
import { wordingStore } from '#adapters/dynamo/texts/wordings.ts'
import type { IdentitySettings } from '#adapters/identity.ts'
import { knownSwitches } from '#adapters/known-switches.ts'
import { consoleLog } from '#adapters/log.ts'
import { noticePrinter } from '#adapters/notices/printer.ts'
import { systemClock, systemIds, systemKeys } from '#adapters/system.ts'
import { hooksIn } from '#adapters/webhooks/known-hooks.ts'
import { isOpenState, services } from '#services/catalogue.ts'
import type { Identity } from '#usecases/ports/staff.ts'
import type { Clock, Ids, Keys } from '#usecases/ports/stores.ts'
import type { Desk } from '#web/staff/desk.ts'
import { sealedTableFrom } from './residents.ts'

type Env = Readonly<Record<string, string | undefined>>

export const deskFrom = (env: Env): Desk => {
  const config = configFrom(env)
  const clock = systemClock(config.CLOCK_FILE)
  const table = sealedTableFrom(config, env, clock)
  const keys = systemKeys(config.SECRET_KEY)
  const ids = systemIds()
  const log = consoleLog('staff', config.LOG_FILE, env.AWS_LAMBDA_FUNCTION_VERSION)
  const board = switchStore(table)
  const { STAFF_ORIGIN: staffOrigin, OIDC_ISSUER: issuer } = config
  if (staffOrigin === undefined || issuer === undefined) throw new Error('STAFF_ORIGIN and OIDC_ISSUER must be set')
  return {
    clock,
    ids,
    keys,
    ...storesIn(table, keys, ids),
    notices: noticePrinter(),
    files: linksTo(config, env, clock),
    identity: identityAt({ issuer, clientId: config.OIDC_CLIENT_ID, staffOrigin, ...secretOf(config) }),
    switches: knownSwitches(board, clock, log),
    board,
    hooks: hooksIn({ clients: config.API_CLIENTS, said: config.API_HOOKS, keys }),
    services,
    ...messagesIn(table),
    citizenOrigin: config.CITIZEN_ORIGIN,
    staffOrigin,
    log,
  }
}

const messagesIn = (table: SealedTable) => ({
  wordings: wordingStore(table),
  undelivered: undeliveredStore(table),
  outbox: outboxStore(table),
  stopped: stoppedStore(table),
})

const storesIn = (table: SealedTable, keys: Keys, ids: Ids) => ({
  cases: caseStore(table, keys, isOpenState),
  tasks: taskStore(table),
  drafts: draftStore(table, keys),
  uploads: uploadStore(table),
  holds: holdStore(table, ids.secret, () => performance.now()),
  feeds: calendarStore(table, ids.secret),
  find: findStore(table),
  people: peopleStore(table, keys),
  searches: searchStore(table, keys),
  sessions: staffSessions(table, keys, ids.secret),
  kept: keptForms(table),
  own: ownDetails(table),
  directory: staffDirectory(table, ids.secret),
  team: teamStore(table),
  views: viewStore(table),
  bulk: bulkStore(table),
  told: hookStore(table),
  ...{ listRequests: listRequests(table), kin: kinStore(table) },
  emergencies: emergencyStore(table),
  audit: auditLog(table),
  trail: trailReader(table),
  sums: sumStore(table),
  inbox: feedbackInbox(table),
  books: bookStore(table),
})

// The provider's client is loaded with the first sign-in: every other page has a session.
const identityAt = (settings: IdentitySettings): Identity => {
  let loaded: Promise<Identity> | undefined
  const identity = () => {
    loaded ??= import('#adapters/identity.ts').then(({ oidcIdentity }) => oidcIdentity(settings))
    return loaded
  }
  return {
    begin: async () => (await identity()).begin(),
    finish: async (query, pending) => (await identity()).finish(query, pending),
    again: async (token, id) => (await identity()).again(token, id),
  }
}

const linksTo = (config: Config, env: Env, { now }: Clock) =>
  fileLinks({
    region: config.AWS_REGION,
    bucket: config.CLEAN_BUCKET,
    origin: cleanOrigin(config),
    ...(config.S3_ENDPOINT === undefined ? {} : { endpoint: config.S3_ENDPOINT }),
    credentials: credentialsIn(env),
    now,
  })

const secretOf = ({ OIDC_CLIENT_SECRET: clientSecret }: Config) => (clientSecret === undefined ? {} : { clientSecret })

const cleanOrigin = (config: Config): string =>
  config.S3_ENDPOINT ?? `https://${config.CLEAN_BUCKET}.s3.${config.AWS_REGION}.amazonaws.com`
