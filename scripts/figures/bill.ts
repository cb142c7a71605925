// The month's bill: what was measured for one application, times how many there are, at list prices.
import { assumed } from './assumed.ts'
import { type Line, line, millions, round, web } from './line.ts'
import type { Measured, Measures } from './measured.ts'
import { posting, programming } from './others.ts'
import { prices } from './prices.ts'

const every = { minute: 43_800, fiveMinutes: 8_760 }

export const bill = (applications: number, { services, staff }: Measures): readonly Line[] => {
  const monthly = applications / 12
  const one = sumOf(services, staff)
  const files = filesIn(applications)
  const requests = one.requests * monthly + every.fiveMinutes * 5
  return [
    ...serving({ ...one, requests }, monthly),
    mapping(monthly),
    ...keeping(one, applications, monthly),
    ...sealing(requests),
    ...texting(one, monthly),
    ...posting(monthly),
    programming(),
    ...filing(files),
    ...watching(requests),
    ...byTheClock(),
  ].filter(({ usd }) => usd > 0)
}

type One = {
  readonly requests: number
  readonly pageBytes: number
  readonly functionMs: number
  readonly tableCalls: number
  readonly reads: number
  readonly writes: number
  readonly storedBytes: number
  readonly textParts: number
}

// One application of the mix, its drafts that were left, its looks and the staff's work.
export const sumOf = (services: Measures['services'], staff: Measured): One => {
  const begun = 1 + assumed.leftPerSent / 2
  const of = (figure: (one: Measured) => number): number =>
    Object.entries(assumed.shares).reduce((sum, [id, share]) => sum + share * figure(serviceAt(services, id)), 0) *
      begun +
    figure(staff) * assumed.workingsPerCase
  const perPage = of(({ pageBytes }) => pageBytes) / of(({ pages }) => pages)
  return {
    requests: of(({ requests }) => requests) + assumed.looksPerSent,
    pageBytes: of(({ pageBytes }) => pageBytes) + assumed.looksPerSent * perPage,
    functionMs: of(({ functionMs }) => functionMs),
    tableCalls: of(({ tableCalls }) => tableCalls) + assumed.looksPerSent * 2,
    reads: of(({ units }) => units.reads) + assumed.looksPerSent * 8,
    writes: of(({ units }) => units.writes),
    storedBytes: of(({ units }) => units.storedBytes) / begun,
    textParts: of(({ textParts }) => textParts) / begun + assumed.moreTextsPerSent,
  }
}

// Ordnance Survey's own price is the council's agreement: nothing, for a member of the Public Sector Geospatial Agreement.
const mapping = (monthly: number): Line => {
  const tiles = monthly * assumed.shares.planning * (1 + assumed.leftPerSent) * assumed.tilesPerSite
  const seconds = (tiles * assumed.tileMs) / 1000
  const gb = (tiles * assumed.tileKb) / 1e6
  return line(
    'The map: its squares',
    (tiles / 1e6) * (prices.lambdaRequests.usd + prices.httpApi.usd + prices.firewallRequests.usd) +
      seconds * web.gb * prices.lambdaGbSecond.usd +
      (tiles / 1e4) * prices.cloudFrontRequests.usd +
      gb * prices.cloudFrontGb.usd,
    millions(tiles),
    [
      ...[prices.lambdaRequests, prices.httpApi, prices.firewallRequests],
      ...[prices.lambdaGbSecond, prices.cloudFrontRequests, prices.cloudFrontGb],
    ],
  )
}

const serviceAt = (services: Measures['services'], id: string): Measured =>
  id === 'housing' ? services.housing : id === 'bookings' ? services.bookings : services.planning

const serving = (one: One, monthly: number): readonly Line[] => {
  const seconds = (monthly * (one.functionMs + one.tableCalls * assumed.tableCallMs)) / 1000
  const gb = (monthly * one.pageBytes) / 1e9
  // A visit fetches three assets for each ten pages.
  const edge = one.requests * 1.3
  return [
    line('Lambda: requests', (one.requests / 1e6) * prices.lambdaRequests.usd, millions(one.requests), [
      prices.lambdaRequests,
    ]),
    line('Lambda: time', seconds * web.gb * prices.lambdaGbSecond.usd, `${round(seconds)} seconds at ${web.gb} GB`, [
      prices.lambdaGbSecond,
    ]),
    line('API Gateway', (one.requests / 1e6) * prices.httpApi.usd, millions(one.requests), [prices.httpApi]),
    line('CloudFront: requests', (edge / 1e4) * prices.cloudFrontRequests.usd, millions(edge), [
      prices.cloudFrontRequests,
    ]),
    line('CloudFront: bytes', gb * prices.cloudFrontGb.usd, `${gb.toFixed(1)} GB`, [prices.cloudFrontGb]),
    line(
      'Firewall',
      prices.firewallList.usd +
        assumed.firewallRules * prices.firewallRule.usd +
        (edge / 1e6) * prices.firewallRequests.usd,
      `${assumed.firewallRules} rules`,
      [prices.firewallList, prices.firewallRule, prices.firewallRequests],
    ),
  ]
}

const keeping = (one: One, applications: number, monthly: number): readonly Line[] => {
  // A sweep asks eight partitions of the index each minute.
  const reads = one.reads * monthly + every.minute * 8 * 0.5
  const writes = one.writes * monthly
  const gb = (one.storedBytes * applications * assumed.yearsKept) / 1e9
  return [
    line('DynamoDB: reads', (reads / 1e6) * prices.tableReads.usd, `${millions(reads)} units`, [prices.tableReads]),
    line('DynamoDB: writes', (writes / 1e6) * prices.tableWrites.usd, `${millions(writes)} units`, [
      prices.tableWrites,
    ]),
    line('DynamoDB: kept', gb * prices.tableGb.usd, `${gb.toFixed(1)} GB after ${assumed.yearsKept} years`, [
      prices.tableGb,
    ]),
    line('DynamoDB: recoverable to any second of 35 days', gb * prices.recoveryGb.usd, `${gb.toFixed(1)} GB`, [
      prices.recoveryGb,
    ]),
    line(
      'DynamoDB: copies kept for a year',
      gb * assumed.copiesKept * prices.backupGb.usd,
      `${assumed.copiesKept} whole copies of ${gb.toFixed(1)} GB`,
      [prices.backupGb],
    ),
  ]
}

// At most one key a request.
const sealing = (requests: number): readonly Line[] => {
  const asked = requests * assumed.keysAsked
  return [
    line('Keys of answers', (asked / 1e4) * prices.keyRequests.usd, `${millions(asked)} requests at most`, [
      prices.keyRequests,
    ]),
  ]
}

const texting = (one: One, monthly: number): readonly Line[] => {
  const parts = one.textParts * monthly
  return [line('Texts', parts * prices.textPart.usd, `${round(parts)} parts`, [prices.textPart])]
}

const filesIn = (
  applications: number,
): { readonly monthly: number; readonly keptGb: number; readonly monthlyGb: number } => {
  const each = Object.entries(assumed.filesPerSent).reduce(
    (sum, [id, count]) => sum + count * (Object.entries(assumed.shares).find(([name]) => name === id)?.[1] ?? 0),
    0,
  )
  const monthly = (each * applications) / 12
  const monthlyGb = (monthly * assumed.fileMb) / 1000
  return { monthly, monthlyGb, keptGb: monthlyGb * 12 * assumed.yearsKept }
}

const filing = ({ monthly, monthlyGb, keptGb }: ReturnType<typeof filesIn>): readonly Line[] => [
  line(
    'Files: malware scan',
    monthlyGb * prices.scanGb.usd + (monthly / 1000) * prices.scannedFiles.usd,
    `${round(monthly)} files, ${monthlyGb.toFixed(0)} GB`,
    [prices.scanGb, prices.scannedFiles],
  ),
  line(
    'Files: kept',
    keptGb * prices.filesGb.usd + (monthly / 1000) * 2 * prices.fileWrites.usd,
    `${keptGb.toFixed(0)} GB after ${assumed.yearsKept} years`,
    [prices.filesGb, prices.fileWrites],
  ),
  line('Files: second copy', keptGb * prices.filesBackupGb.usd, `${keptGb.toFixed(0)} GB, each version once`, [
    prices.filesBackupGb,
  ]),
]

const watching = (requests: number): readonly Line[] => {
  const logsGb = (requests * assumed.logBytes) / 1e9
  return [
    line('Logs', logsGb * prices.logsGb.usd, `${logsGb.toFixed(1)} GB`, [prices.logsGb]),
    line(
      'Alarms, keys, secrets, zone',
      assumed.alarms * prices.alarm.usd +
        assumed.keys * prices.key.usd +
        assumed.secrets * prices.secret.usd +
        prices.zone.usd,
      `${assumed.alarms} alarms, ${assumed.keys} keys, ${assumed.secrets} secrets`,
      [prices.alarm, prices.key, prices.secret, prices.zone],
    ),
    line('Sign-in', assumed.staff * prices.staffMember.usd, `${assumed.staff} people`, [prices.staffMember]),
  ]
}

// What runs whether anybody comes or not, by its own memory and an assumed second each; and what looks after the account.
const byTheClock = (): readonly Line[] => {
  // Offers of times, the sweep of texts, what programs are told, and the same done on many cases.
  const minutes = every.minute * 4
  // Cases are given in turn each 10 minutes.
  const seconds = minutes * 1 + every.fiveMinutes * 2 + (every.minute / 10) * 2 + 30 * 60
  const { resources, deploymentsAMonth, rules } = assumed.recorded
  const changes = resources * deploymentsAMonth
  return [
    line(
      'Each minute: offers of times, the sweep, programs told and many cases at once; each 5 minutes: the look at alarms and late files; each 10 minutes: cases in turn; each night: the night’s work and the digest',
      seconds * prices.lambdaGbSecond.usd + (minutes / 1e6) * prices.lambdaRequests.usd,
      `${round(seconds)} seconds at 1 GB`,
      [prices.lambdaGbSecond, prices.lambdaRequests],
    ),
    line('Digests: a signature each night', (30 / 1e4) * prices.signatures.usd, '30 signatures', [prices.signatures]),
    line(
      'AWS Config',
      changes * prices.recordedChange.usd + changes * rules * prices.ruleLooked.usd,
      `${changes} changes recorded, ${changes * rules} looks of rules`,
      [prices.recordedChange, prices.ruleLooked],
    ),
  ]
}
