// Residents' pages, staff pages and the API: a function each, at a host of its own, so that none can do what another may.
import { Stack } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import { uploadKey } from '#adapters/aws/upload-form.ts'
import { HttpApi } from '../parts/edge/http-api.ts'
import { releasedSlowly } from '../parts/edge/release.ts'
import { items, publicBooks } from '../parts/items.ts'
import { answersSettings, maySealAnswers } from '../parts/keeping/answers.ts'
import { mayQuery, mayUse } from '../parts/keeping/tables.ts'
import { may, mayOpen, mayOpenAndSeal } from '../parts/may.ts'
import { ServiceFunction } from '../parts/service-function.ts'
import { hostsOf, region, secretNames } from '../stages.ts'
import { apiOf, tellsPrograms } from './api.ts'
import type { DataStack, Kept } from './data.ts'
import type { IdentityStack } from './identity.ts'
import { mayKnowEdge, mayKnowMaps, mayReadSecrets, settingsOf } from './settings.ts'
import type { UploadsStack } from './uploads.ts'

type From = { readonly data: DataStack; readonly uploads: UploadsStack; readonly identity: IdentityStack }
type Given = Omit<From, 'data'> & { readonly data: Kept }

export class WebStack extends Stack {
  readonly citizen: ServiceFunction
  readonly staff: ServiceFunction
  readonly apis: readonly HttpApi[]

  constructor(scope: Construct, id: string, from: From) {
    super(scope, id, { env: { account: from.data.account, region } })
    const given = { ...from, data: from.data.seenFrom(this) }
    const { ground } = given.data
    const hosts = hostsOf(ground.stage)
    this.citizen = citizenOf(this, given)
    this.staff = staffOf(this, given)
    const residents = new HttpApi(this, 'Residents', { ground, host: hosts.citizenOrigin, handler: this.citizen })
    const colleagues = new HttpApi(this, 'Staff', { ground, host: hosts.staffOrigin, handler: this.staff })
    const api = apiOf(this, given)
    const programs = new HttpApi(this, 'Programs', { ground, host: hosts.apiOrigin, handler: api })
    this.apis = [residents, colleagues, programs]
    releasedSlowly(ground, this.citizen, residents)
    releasedSlowly(ground, this.staff, colleagues)
    releasedSlowly(ground, api, programs)
    tellsPrograms(this, given)
  }
}

// A page must come within ten seconds. Processor time goes with memory: at 1,769 MB a function has a whole core (Lambda Developer Guide,
// "Configure Lambda function memory").
const page = { seconds: 10, megabytes: 1769 } as const

const citizenOf = (scope: Stack, { data, uploads }: Given): ServiceFunction =>
  new ServiceFunction(scope, 'Citizen', {
    ...page,
    ground: data.ground,
    entry: 'citizen',
    does: 'Residents’ pages',
    ifItFails: 'Residents cannot open or go on with an application or a booking',
    environment: {
      ...settingsOf(data),
      ...answersSettings(data),
      UPLOAD_BUCKET: uploads.quarantine.bucketName,
      SECRETS_NAME: secretNames(data.ground.stage).keys,
      EDGE_SECRET_NAME: secretNames(data.ground.stage).edge,
      ...outsideOf(data),
    },
    may: [
      maySealAnswers(data),
      ...mayServe(data),
      ...mayLetUpload(data, uploads),
      ...mayReadSecrets(data),
      mayKnowEdge(data),
      mayKnowMaps(data),
    ],
    stars: {
      [`${uploads.stackName}:ExportsOutputFnGetAttQuarantine23FF09FEArnFC59122E/${uploadKey('*')}`]:
        'A browser posts each file under a new key.',
    },
    atOnce: data.ground.stage.citizensAtOnce,
  })

const outsideOf = ({ ground: { stage } }: Kept): Readonly<Record<string, string>> => ({
  OS_SECRET: secretNames(stage).maps,
  ...(stage.dutyPhone === undefined ? {} : { DUTY_PHONE: stage.dutyPhone }),
})

// Everything of one person and one application: no worklist, no staff session, no index.
const mayServe = ({ ground, tables: { main, audit } }: Kept) => [
  mayUse(main, ['GetItem'], readAlone),
  mayUse(main, ['BatchGetItem'], [items.drafts, items.cases, items.texts]),
  mayUse(main, ['Query'], asked),
  mayUse(
    main,
    ['PutItem'],
    [
      ...[...owned, ...marks, items.references, items.claims, items.bookers, items.codes, items.places, items.stopped],
      // With a change of theirs, that somebody has left the list of a block.
      ...[items.phrases, items.signedOut, items.feedback, items.sheets, items.impacts],
    ],
  ),
  mayUse(main, ['UpdateItem'], [items.drafts, items.cases, items.codes, items.counts, items.queues]),
  // That the files of a draft, a right to try a code, what is closed and who works are still as they were read.
  mayUse(main, ['ConditionCheckItem'], [items.drafts, items.blocks, items.rosters]),
  // Who waits for a time that is given back.
  mayQuery(main, ['state'], [items.waiting, items.offered]),
  // Which days have time left.
  mayQuery(main, ['due'], [items.claimed]),
  mayUse(main, ['DeleteItem'], ends),
  mayUse(audit, ['PutItem']),
  mayOpenAndSeal(ground, 'dynamodb'),
]

// Time that is given back, and the person's place with it; the way from a number or an address that was
// corrected; and what somebody began and deletes.
const ends = [items.claims, items.bookers, items.sheets, items.found, items.findable, items.drafts, items.phrases]

// By which an application of the same person is found, when another is sent.
const marks = [items.markedByNumber, items.markedByPerson]

const readAlone = [
  ...[items.drafts, items.bookers, items.blocks, items.impacts, items.timetables, items.switches, items.stopped],
  items.words,
  ...[items.phrases, items.signedOut, items.walkIns, items.visits, items.sessions],
]

// A person's own, time that is taken, and the figures that are public.
const asked = [
  ...[items.drafts, items.cases, items.found, ...marks, items.claims],
  ...[items.monthSums, items.openFiles, ...publicBooks],
]

const owned = [items.findable, items.people, items.drafts, items.cases, items.assessed, items.texts, items.found]

// The browser posts with what the function signed, so the function must be allowed what the form allows.
const mayLetUpload = ({ ground }: Kept, { quarantine }: UploadsStack) => [
  may(['s3:PutObject'], quarantine.arnForObjects(uploadKey('*'))),
  mayOpenAndSeal(ground, 's3'),
]

const staffOf = (scope: Stack, { data, uploads, identity }: Given): ServiceFunction =>
  new ServiceFunction(scope, 'StaffPages', {
    ...page,
    ground: data.ground,
    entry: 'staff',
    does: 'Staff pages',
    ifItFails: 'Staff cannot see or work on cases',
    environment: {
      ...settingsOf(data),
      ...answersSettings(data),
      ...identity.settings(scope),
      ...identity.programs(scope),
      CLEAN_BUCKET: uploads.clean.bucketName,
      SECRETS_NAME: [secretNames(data.ground.stage).keys, secretNames(data.ground.stage).staff].join(','),
      EDGE_SECRET_NAME: secretNames(data.ground.stage).edge,
    },
    may: [
      maySealAnswers(data),
      ...mayWork(data),
      ...mayShow(data, uploads),
      ...mayReadSecrets(data, data.secrets, identity.secret),
      mayKnowEdge(data),
    ],
    stars: {
      [`${uploads.stackName}:ExportsOutputFnGetAttClean5C95EE93ArnA4AD723F/*`]:
        'Which file a person may open is decided in the function, by case and team, and each is audited.',
    },
    atOnce: data.ground.stage.staffAtOnce,
  })

// Cases of the teams that a person works in; which of them, and what with, is decided in the function (domain/cases/access.ts).
const mayWork = ({ ground, tables: { main, audit } }: Kept) => [
  ...mayRead(main),
  mayUse(
    main,
    ['PutItem'],
    [
      ...[...owned, ...marks, items.claims, items.staffSessions, items.colleagues, items.switches, items.feedback],
      // They book for a caller, as the caller would.
      ...[items.books, items.references, items.bookers, items.sheets, items.blocks, items.impacts],
      ...[items.bulks, items.timetables, items.editions, items.ownViews, items.teamViews],
      ...[items.walkIns, items.visits, items.sessions, items.tallies, items.feeds, items.words, items.stopped],
      ...[items.hooks, items.lists, items.kin],
    ],
  ),
  mayUse(
    main,
    ['UpdateItem'],
    [items.drafts, items.cases, items.staffSessions, items.colleagues, items.bulks, items.rosters],
  ),
  // That what is closed is still as it was read, where time of it is given back; and who works, where it is booked.
  mayUse(main, ['ConditionCheckItem'], [items.blocks, items.rosters]),
  mayUse(main, ['DeleteItem'], endedByStaff),
  mayQuery(main, ['work', 'came', 'state', 'mine']),
  mayQuery(main, ['due'], [items.undelivered, items.uncheckedOfCases, items.claimed, items.agreed, items.told]),
  // Added to, and read by auditors; never changed.
  mayUse(audit, ['PutItem', 'Query']),
  mayOpenAndSeal(ground, 'dynamodb'),
]

const mayRead = (main: Kept['tables']['main']) => [
  mayUse(
    main,
    ['GetItem'],
    [
      ...[items.drafts, items.bookers, items.blocks, items.impacts, items.timetables, items.staffSessions],
      ...[items.switches, items.words, items.feedback, items.walkIns, items.visits, items.sessions, items.feeds],
      items.hooks,
    ],
  ),
  mayUse(
    main,
    ['BatchGetItem'],
    [items.drafts, items.cases, items.texts, items.people, items.ownViews, items.teamViews, items.bulks],
  ),
  mayUse(
    main,
    ['Query'],
    [
      ...[items.drafts, items.cases, items.assessed, items.found, items.findable, items.claims, items.colleagues],
      ...[items.staffSessions, items.daySums, items.monthSums, items.books, items.sheets],
      ...[items.tallies, items.feeds, items.impacts, items.bulks, items.editions, items.words],
      ...[items.hooks, items.lists, items.kin],
    ],
  ),
]

// With them the way from a number that was corrected for a caller.
const endedByStaff = [
  items.feeds,
  items.claims,
  items.bookers,
  items.sheets,
  items.colleagues,
  items.findable,
  items.found,
]

const mayShow = ({ ground }: Kept, { clean }: UploadsStack) => [
  may(['s3:GetObject'], clean.arnForObjects('*')),
  mayOpen(ground, 's3'),
]
