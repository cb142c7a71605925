// Every difference between the stages, and what a council fills in. Nothing else in infra/aws asks which stage it is.
import { council } from '#services/council.ts'

export type StageName = 'dev' | 'staging' | 'production'

export type Stage = {
  readonly name: StageName
  // The account that the stage lives in: one account a stage keeps a mistake in one of them out of the others.
  readonly account: string
  // A zone in Route 53 that the council's own DNS delegates to: residents' pages stand at its top.
  readonly zone: { readonly id: string; readonly name: string }
  // Whose mailbox gets the alarms.
  readonly alarmsTo: string
  readonly senderName: string
  // The ARN of that name, once AWS has added it to the account: 'arn:aws:sms-voice:…:sender-id/NAME/GB'. SNS may use a
  // name of one's own only where a policy of that name allows it (infra/README.md, step 1).
  readonly senderIdArn?: string
  // The ids of our two templates at GOV.UK Notify, each nothing but ((subject)) and ((body)).
  readonly notifyTemplates: { readonly email: string; readonly letter: string }
  // E.164 numbers and email addresses: outside production messages go only to these. Undefined in production alone.
  readonly guests?: readonly string[]
  // Of each service, beside codes: more in a day must be a mistake, and staff are asked.
  readonly textsADay: number
  // E.164: whoever is on duty gets a text, day and night, where feedback says that somebody may be in danger.
  // Undefined: nobody gets one, and the alarm alone tells it.
  readonly dutyPhone?: string
  // US dollars a month: SNS stops sending when it is spent (texts), AWS Budgets tells when it nears (all).
  readonly textsUsd: number
  readonly budgetUsd: number
  readonly logDays: 30 | 90 | 365
  // A tenth of the traffic for five minutes, and back again when an alarm rings; otherwise all at once.
  readonly canaryRelease: boolean
  // How many requests the web functions answer at one time; the account's quota has to hold their sum.
  readonly citizensAtOnce: number
  readonly staffAtOnce: number
  readonly programsAtOnce: number
  // Who may ask the API, each with its scopes: 'guildhall/housing.read' (docs/rules/sharing.md, "Clients"). `id`: what
  // the client is called in our templates.
  readonly programs: readonly {
    readonly id: string
    readonly name: string
    readonly scopes: readonly string[]
    // Where it is told of events, and the number of its secret: the next number is another secret, and the one before counts too.
    readonly hook?: { readonly url: string; readonly secret: number }
  }[]
  // Reads and writes a second that the table and its indexes hold from the first second; a new table holds 12,000 and 4,000.
  // Raised for an opening and never lowered again: DynamoDB refuses a lower value, and the raise is paid for once
  // (DynamoDB Developer Guide, "Understanding DynamoDB warm throughput").
  readonly warm: { readonly reads: number; readonly writes: number }
  // 'owner/name' of the repository whose workflows deploy the stage. Undefined: it is deployed by hand.
  readonly pipelineOf?: string
  // Networks that the council's own offices go out by, such as '198.51.100.0/24': their limit in the firewall is higher.
  readonly offices: readonly string[]
  // The certificate that CloudFront shows to the origins, and whom they trust: whoever cannot show it is turned away
  // at the handshake, before anything is asked or paid for (infra/README.md, "Shut the origins").
  readonly originDoor?: {
    // In ACM, in us-east-1.
    readonly certificateArn: string
    // 's3://BUCKET/KEY' in eu-west-2, and its version there: a template that does not change is not read again.
    readonly trust: string
    readonly trustVersion: string
  }
  // Somebody looks in every five minutes, as a resident would.
  readonly watchman: boolean
  // Does the stage bring AWS Config's recorder along? An account can have one a region: false where it has one.
  readonly configRecorder: boolean
  // Applications sent in an hour of the day, below which something must be wrong; 0 where nobody is expected.
  readonly fewestAnHour: number
  readonly backupDays: number
  // A backup vault in another account and region, where the council keeps one.
  readonly secondVaultArn?: string
  // How long an audit entry cannot be removed: by nobody at all ('compliance'), or by nobody but an administrator ('governance').
  readonly auditLock: { readonly mode: 'compliance' | 'governance'; readonly days: number }
  // Tables that a restore made, by their names: everything uses these instead (infra/README.md, "Restore the table").
  readonly restored?: { readonly main?: string; readonly audit?: string }
  // How many clients staff sign-in has had: one more gives it a new secret (infra/README.md, "A secret leaked").
  readonly staffClient: number
  // The council's identity provider (OpenID Connect). Its client secret is put into Secrets Manager by hand: infra/README.md.
  readonly identityProvider: {
    readonly issuer: string
    readonly clientId: string
    // The id of the secret's version, once it was renewed: a template that does not change is not read again.
    readonly secretVersion?: string
    // The last day of the client secret, as the provider says.
    readonly secretEnds: string
  }
}

export const region = 'eu-west-2'
// CloudFront takes its certificates and its firewall from here only.
export const edgeRegion = 'us-east-1'

const base = {
  account: '111122223333',
  alarmsTo: council.alarmsEmail,
  senderName: council.sender,
  notifyTemplates: {
    email: '00000000-0000-0000-0000-000000000000',
    letter: '00000000-0000-0000-0000-000000000000',
  },
  configRecorder: true,
  staffClient: 1,
  programs: [],
  offices: [],
  identityProvider: {
    issuer: 'https://login.microsoftonline.com/00000000-0000-0000-0000-000000000000/v2.0',
    clientId: '00000000-0000-0000-0000-000000000000',
    secretEnds: '2027-11-30',
  },
} as const

const small = {
  ...base,
  textsADay: 500,
  textsUsd: 10,
  budgetUsd: 50,
  logDays: 30,
  canaryRelease: false,
  citizensAtOnce: 20,
  staffAtOnce: 10,
  programsAtOnce: 5,
  warm: { reads: 12_000, writes: 4_000 },
  watchman: false,
  fewestAnHour: 0,
  backupDays: 35,
  auditLock: { mode: 'governance', days: 30 },
} as const

export const stages: Readonly<Record<StageName, Stage>> = {
  dev: { ...small, name: 'dev', zone: { id: 'Z00000000000000000DEV', name: 'dev.counter.dorset.example' }, guests: [] },
  staging: {
    ...small,
    name: 'staging',
    zone: { id: 'Z0000000000000STAGING', name: 'staging.counter.dorset.example' },
    guests: [],
    canaryRelease: true,
    watchman: true,
  },
  production: {
    ...base,
    name: 'production',
    zone: { id: 'Z000000000000000000PROD', name: 'counter.dorset.example' },
    // A message to everybody on the register, of some 24,000, is sent within the hour and no mistake.
    textsADay: 25_000,
    textsUsd: 1_500,
    budgetUsd: 2_500,
    logDays: 90,
    canaryRelease: true,
    citizensAtOnce: 500,
    staffAtOnce: 100,
    programsAtOnce: 20,
    warm: { reads: 12_000, writes: 4_000 },
    watchman: true,
    fewestAnHour: 1,
    backupDays: 365,
    // Six years, as long as most claims may be brought (Limitation Act 1980, section 5), and one more.
    auditLock: { mode: 'compliance', days: 7 * 365 },
  },
}

// The product's addresses. The three origins are reached by CloudFront alone.
export const hostsOf = ({ zone }: Stage) => ({
  citizen: zone.name,
  staff: `staff.${zone.name}`,
  api: `api.${zone.name}`,
  citizenOrigin: `origin.${zone.name}`,
  staffOrigin: `origin-staff.${zone.name}`,
  apiOrigin: `origin-api.${zone.name}`,
})

export const secretNames = ({ name }: Stage) => ({
  keys: `guildhall/${name}/keys`,
  staff: `guildhall/${name}/staff`,
  // Put there by hand: infra/README.md.
  identityProvider: `guildhall/${name}/identity-provider`,
  // So is the API key of GOV.UK Notify.
  notify: `guildhall/${name}/notify`,
  // And the key by which Notify tells us that a letter came back.
  notifyCallback: `guildhall/${name}/notify-callback`,
  // And the key of Ordnance Survey's addresses and maps.
  maps: `guildhall/${name}/ordnance-survey`,
  // In both regions: only CloudFront and the web functions know it.
  edge: `guildhall/${name}/edge`,
})
