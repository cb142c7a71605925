// What must hold of any table, whatever failed while it was written: read whole, judged, each fault in a sentence.
// It knows how items look, and nothing of the functions that write them.
import { type AttributeValue, DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb'
import type { CaseEvent } from '#domain/cases/case.ts'
import { handsFault } from './hands-faults.ts'

type Item = Readonly<Record<string, AttributeValue>>

export type Held = {
  readonly counts: {
    readonly cases: number
    readonly references: number
    readonly sent: number
    readonly audited: number
    readonly texts: number
    readonly booked: number
  }
  readonly faults: readonly string[]
}

export const invariantsAt = async (
  endpoint: string | undefined,
  tables: { readonly main: string; readonly audit: string; readonly now: number },
): Promise<Held> => {
  const client = new DynamoDBClient(endpoint === undefined ? {} : { endpoint, region: 'eu-west-2' })
  const [main, audit] = [await all(client, tables.main), await all(client, tables.audit)]
  client.destroy()
  return judged(main, audit, tables.now)
}

// `now`: the product's time, in milliseconds; what is over may have been cleared away.
export const judged = (main: readonly Item[], audit: readonly Item[], now: number): Held => {
  const found = sorted(main, audit)
  return {
    counts: {
      cases: found.cases.size,
      references: found.references.size,
      sent: found.sent.size,
      audited: found.audited.size,
      texts: found.texts.size,
      booked: found.booked.length,
    },
    faults: [
      ...wholeSubmissions(found),
      ...histories(found, main),
      ...hands(main),
      ...auditFaults(main, audit),
      ...textFaults(found, main),
      ...bookings(found),
      ...sheets(found, main),
      ...bookers(found, main, now),
      ...waiters(found, main, now),
    ],
  }
}

const all = async (client: DynamoDBClient, name: string): Promise<readonly Item[]> => {
  const items: Item[] = []
  for await (const page of paginateScan({ client }, { TableName: name, ConsistentRead: true }))
    items.push(...(page.Items ?? []))
  return items
}

type Case = {
  readonly version: number
  readonly draftId: string
  readonly openedAt: number
  readonly appointment?: Booked
  readonly waiting?: { readonly type: string; readonly lastDay: string; readonly booker?: string }
}
type Booked = {
  readonly type: string
  readonly place: string
  readonly day: string
  readonly from: string
  readonly endsAt: number
  readonly booker?: { readonly hash: string; readonly place: number }
}
type Session = { readonly id: string; readonly seats: number }
type Row = {
  readonly state: string
  readonly messageId?: string
  readonly reason?: string
  readonly leaseUntil?: number
  readonly returned?: number
  readonly attempts: readonly { readonly outcome: string }[]
}

const said = (item: Item, name: string): string => item[name]?.S ?? item[name]?.N ?? ''
const after = (prefix: string, key: string): string => key.slice(prefix.length)
const told = <T>(item: Item): T => JSON.parse(said(item, 'data'))

const sorted = (main: readonly Item[], audit: readonly Item[]) => {
  const at = (prefix: string, sk: string) =>
    main.filter((item) => said(item, 'pk').startsWith(prefix) && said(item, 'sk') === sk)
  // Of a case that was erased its reference stays taken, and the audit log tells what was done.
  const erased = new Set(at('ERASED#', 'ERASED').map((item) => after('ERASED#', said(item, 'pk'))))
  const submits = audit.filter(
    (item) =>
      told<{ readonly action?: string }>(item).action === 'submit' && !erased.has(after('CASE#', said(item, 'pk'))),
  )
  return {
    cases: new Map(at('CASE#', 'CASE').map((item) => [after('CASE#', said(item, 'pk')), told<Case>(item)])),
    references: new Map(
      at('REF#', 'REF')
        .filter((item) => !erased.has(after('REF#', said(item, 'pk'))))
        .map((item) => [after('REF#', said(item, 'pk')), told<{ readonly draft: string }>(item).draft]),
    ),
    sent: sentDrafts(at('DRAFT#', 'DRAFT'), (reopens) => reopens === undefined),
    // Answers that were asked for again come on a draft of their own, which the case then names.
    again: sentDrafts(at('DRAFT#', 'DRAFT'), (reopens) => reopens !== undefined),
    audited: new Set(submits.map((item) => after('CASE#', said(item, 'pk')))),
    submits: submits.length,
    texts: new Map(at('TEXT#', 'TEXT').map((item) => [after('TEXT#', said(item, 'pk')), told<Row>(item)])),
    blocks: new Set(
      at('BLOCKS', 'BLOCKS').flatMap((item) =>
        told<{ readonly standing: readonly { readonly id: string }[] }>(item).standing.map(({ id }) => id),
      ),
    ),
    sessions: new Map(
      at('SESSIONS#', 'SESSIONS').flatMap((item) =>
        told<{ readonly all: readonly Session[] }>(item).all.map((session) => [session.id, session] as const),
      ),
    ),
    booked: main.filter((item) => said(item, 'pk').startsWith('CLAIM#') && said(item, 'state') === 'booked'),
  }
}

const sentDrafts = (drafts: readonly Item[], which: (reopens: unknown) => boolean): ReadonlyMap<string, string> =>
  new Map(
    drafts
      .filter((item) => said(item, 'caseReference') !== '' && which(told<{ readonly reopens?: unknown }>(item).reopens))
      .map((item) => [after('DRAFT#', said(item, 'pk')), said(item, 'caseReference')]),
  )

type Found = ReturnType<typeof sorted>

// Cases, reference guards, sent drafts and audit entries name each other one to one.
const wholeSubmissions = ({ cases, references, sent, again, audited, submits }: Found): readonly string[] => [
  ...[...cases].flatMap(([reference, { draftId }]) => [
    ...unless(
      references.get(reference) === draftId || again.get(draftId) === reference,
      `Case ${reference} has no guard of its reference for its draft`,
    ),
    ...unless(
      sent.get(again.has(draftId) ? (references.get(reference) ?? '') : draftId) === reference,
      `Case ${reference} has no sent draft`,
    ),
    ...unless(audited.has(reference), `Case ${reference} has no audit entry for being sent`),
  ]),
  ...[...references.keys()].flatMap((reference) => unless(cases.has(reference), `Reference ${reference} has no case`)),
  ...[...sent].flatMap(([, reference]) =>
    unless(cases.has(reference), `A draft was sent as ${reference}, which is no case`),
  ),
  ...unless(submits === audited.size, 'A case was audited as sent more than once'),
  ...unless(sent.size === cases.size, `${sent.size} drafts were sent and there are ${cases.size} cases`),
]

// Versions 1, 2, 3 … to the case's own, each once.
const histories = ({ cases }: Found, main: readonly Item[]): readonly string[] => {
  const versions = new Map<string, number[]>()
  for (const item of main) {
    if (!said(item, 'pk').startsWith('CASE#') || !said(item, 'sk').startsWith('EVENT#')) continue
    const reference = after('CASE#', said(item, 'pk'))
    versions.set(reference, [...(versions.get(reference) ?? []), told<{ readonly version: number }>(item).version])
  }
  return [...cases].flatMap(([reference, { version }]) => {
    const seen = (versions.get(reference) ?? []).toSorted((a, b) => a - b)
    const whole = seen.length === version && seen.every((one, index) => one === index + 1)
    return unless(whole, `Case ${reference} is at version ${version} and its history tells ${seen.join(', ')}`)
  })
}

// Who did what on each, and its last events, as the item beside them has it.
const hands = (main: readonly Item[]): readonly string[] =>
  main
    .filter((item) => said(item, 'pk').startsWith('CASE#') && said(item, 'sk') === 'HANDS')
    .flatMap((item) => {
      const events = main.filter((one) => said(one, 'pk') === said(item, 'pk') && said(one, 'sk').startsWith('EVENT#'))
      return handsFault(
        after('CASE#', said(item, 'pk')),
        item,
        events.map((one) => told<CaseEvent>(one)),
      )
    })

// Each change of a case, and each note on it, has one entry in the audit log, under the same id, and no entry speaks of one that is not there (G16).
const auditFaults = (main: readonly Item[], audit: readonly Item[]): readonly string[] => {
  const nameOf = (item: Item, sk: string): string => `${said(item, 'pk')} ${sk}`
  const made = new Set(
    ['EVENT#', 'NOTE#'].flatMap((kind) =>
      main
        .filter((item) => said(item, 'sk').startsWith(kind))
        .map((item) => nameOf(item, after(kind, said(item, 'sk')))),
    ),
  )
  const changes = audit.filter((item) => told<{ readonly action?: string }>(item).action !== undefined)
  const gone = new Set(
    main.filter((item) => said(item, 'sk') === 'ERASED').map((item) => `CASE#${after('ERASED#', said(item, 'pk'))}`),
  )
  const audited = changes.filter((item) => !gone.has(said(item, 'pk'))).map((item) => nameOf(item, said(item, 'sk')))
  const entries = new Set(audit.map((item) => nameOf(item, said(item, 'sk'))))
  return [
    ...[...made].filter((name) => !entries.has(name)).map((name) => `${name} is in no audit log`),
    ...audited.filter((name) => !made.has(name)).map((name) => `The audit log tells of ${name}, which never was`),
  ]
}

// Every pointer leads to a row, and each state has what it needs.
const textFaults = ({ texts, cases }: Found, main: readonly Item[]): readonly string[] => [
  ...[...texts].flatMap(([id, text]) => [
    ...unless(states.has(text.state), `Text ${id} is ${text.state}, which is no state`),
    ...unless(!/^(sent|delivered)$/.test(text.state) || text.messageId !== undefined, `Text ${id} went without an id`),
    ...unless(text.state !== 'sending' || text.leaseUntil !== undefined, `Text ${id} is being sent without a lease`),
    ...unless(text.state !== 'failed' || text.reason !== undefined, `Text ${id} failed without a reason`),
    ...unless(
      // Once more for each time that the network said it had not arrived.
      text.attempts.filter(({ outcome }) => outcome === 'accepted').length <= 1 + (text.returned ?? 0),
      `Text ${id} was accepted twice`,
    ),
  ]),
  ...main
    .filter((item) => said(item, 'pk').startsWith('CASE#') && said(item, 'sk').startsWith('TEXT#'))
    .flatMap((item) => [
      ...unless(texts.has(after('TEXT#', said(item, 'sk'))), `A case lists text ${said(item, 'sk')}, which is no row`),
      ...unless(
        cases.has(after('CASE#', said(item, 'pk'))),
        `A text stands under ${said(item, 'pk')}, which is no case`,
      ),
    ]),
]

const states = new Set(['due', 'sending', 'sent', 'delivered', 'failed', 'uncertain', 'held', 'cancelled'])

// A bucket of a claimant is one item, so it has one owner; that owner is a case with an appointment, a block or a session.
const bookings = ({ booked, cases, blocks, sessions }: Found): readonly string[] => [
  ...booked.flatMap((item) =>
    unless(
      cases.get(said(item, 'holder'))?.appointment !== undefined ||
        blocks.has(after('BLOCK#', said(item, 'holder'))) ||
        sessions.has(after('workshop#', said(item, 'holder'))),
      `${said(item, 'pk')} ${said(item, 'sk')} is booked for ${said(item, 'holder')}, which has no appointment`,
    ),
  ),
  // No more seats than a session has.
  ...booked.flatMap((item) => {
    const [, claimant = ''] = said(item, 'pk').split('#')
    const session = claimant.startsWith('session-') ? sessions.get(after('session-', claimant)) : undefined
    return unless(
      session === undefined || Number(said(item, 'sk')) <= session.seats,
      `${said(item, 'pk')} ${said(item, 'sk')} is a seat that its session does not have`,
    )
  }),
]

// Each appointment stands on the list of its day, and nowhere else.
const sheets = ({ cases }: Found, main: readonly Item[]): readonly string[] => {
  const listed = main.filter((item) => said(item, 'pk').startsWith('SHEET#')).map(keyOf)
  const right = new Set(
    [...cases].flatMap(([reference, { appointment }]) =>
      appointment === undefined
        ? []
        : [`SHEET#${appointment.place}#${appointment.day} ${appointment.from.replace(':', '')}#${reference}`],
    ),
  )
  return [
    ...[...right].filter((key) => !listed.includes(key)).map((key) => `${key} is missing on the list of its day`),
    ...listed.filter((key) => !right.has(key)).map((key) => `${key} stands on a day on which it is not`),
  ]
}

// Who has which place of which person; and which cases are open.
const placesIn = (main: readonly Item[]) => ({
  holders: new Map(
    main.filter((item) => said(item, 'pk').startsWith('BOOKER#')).map((item) => [keyOf(item), said(item, 'holder')]),
  ),
  open: new Set(main.filter((item) => said(item, 'work') !== '').map((item) => after('CASE#', said(item, 'pk')))),
})

// Whoever has an appointment of a type, as often as they may have one at once: the place of theirs is their open case's, and no other's.
const bookers = ({ cases }: Found, main: readonly Item[], now: number): readonly string[] => {
  const { holders, open } = placesIn(main)
  return [...cases].flatMap(([reference, { appointment }]) => {
    if (appointment?.booker === undefined || !open.has(reference)) return []
    const { type, booker, endsAt } = appointment
    const holder = holders.get(`BOOKER#${type}#${booker.hash} ${booker.place}`)
    // Over, and not closed by anybody: the place may be another's since, or gone.
    const over = holder === undefined ? endsAt < now : (cases.get(holder)?.openedAt ?? 0) > endsAt
    return unless(
      over || holder === reference,
      `${reference} has an appointment in a place of its person that ${holder ?? 'nobody'} has`,
    )
  })
}

// Whoever waits for a time has the one place of their person on the list, until their last day.
const waiters = ({ cases }: Found, main: readonly Item[], now: number): readonly string[] => {
  const { holders, open } = placesIn(main)
  return [...cases].flatMap(([reference, { waiting, appointment }]) => {
    if (waiting?.booker === undefined || appointment !== undefined || !open.has(reference)) return []
    const holder = holders.get(`BOOKER#${waiting.type}#${waiting.booker} wait`)
    // Over, and not ended yet.
    const over = holder === undefined && waiting.lastDay < new Date(now).toISOString().slice(0, 10)
    return unless(
      over || holder === reference,
      `${reference} waits in a place of its person that ${holder ?? 'nobody'} has`,
    )
  })
}

const keyOf = (item: Item): string => `${said(item, 'pk')} ${said(item, 'sk')}`

const unless = (holds: boolean, fault: string): readonly string[] => (holds ? [] : [fault])
