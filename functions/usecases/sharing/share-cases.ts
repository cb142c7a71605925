// Cases as a client of the API may have them: one by its reference, or a list a page at a time. Each look is on record before it is given.
import type { ListedCase } from '#domain/cases/case.ts'
import { no, ok, type Result } from '#domain/result.ts'
import { type Client, type ClientDeed, handOf, whereItMay } from '#domain/sharing/clients.ts'
import { mayHave, type SharedCase, sharedCaseOf } from '#domain/sharing/shared-case.ts'
import type { Service } from '#services/service.ts'
import type { SharedCases } from '../ports/sharing/clients.ts'
import type { AuditEntry, AuditLog, WorklistQuery } from '../ports/staff.ts'
import type { CaseStore, Clock, Ids, Keys } from '../ports/stores.ts'
import { cursorFor, cursorIn } from './cursor.ts'

export type SharingPorts = {
  readonly clock: Clock
  readonly ids: Ids
  readonly keys: Keys
  readonly shared: SharedCases
  readonly cases: Pick<CaseStore, 'get' | 'note' | 'worklist'>
  readonly audit: AuditLog
  readonly services: readonly Service[]
}

/** Undefined where it is not there, is restricted, or is of a service that the client may not read. */
export const shareCase = async (
  ports: SharingPorts,
  client: Client,
  reference: string,
): Promise<SharedCase | undefined> => {
  const subject = await sharedWith(ports, client, 'read', reference)
  await recordLook(ports, client, {
    did: 'api-see-case',
    allowed: subject !== undefined,
    reference: subject?.reference,
  })
  return subject === undefined ? undefined : sharedAs(ports, client, subject)
}

export const sharedWith = async (
  { shared }: Pick<SharingPorts, 'shared'>,
  client: Client,
  deed: ClientDeed,
  reference: string,
): Promise<ListedCase | undefined> => {
  const [subject] = await shared.listed([reference])
  return subject !== undefined && mayHave(client, deed, subject) ? subject : undefined
}

export type ListQuery = {
  readonly service: string
  readonly state?: string | undefined
  readonly limit: number
  readonly after?: string | undefined
}

export type SharedPage = { readonly cases: readonly SharedCase[]; readonly next?: string }

export const listShared = async (
  ports: SharingPorts,
  client: Client,
  query: ListQuery,
): Promise<Result<SharedPage, 'not-allowed' | 'no-such-state' | 'not-our-cursor'>> => {
  const [id] = whereItMay(client, 'read', [query.service])
  const service = ports.services.find((one) => one.id === id)
  if (service === undefined) return no('not-allowed')
  if (query.state !== undefined && service.workflow.states[query.state] === undefined) return no('no-such-state')
  const of = { clientId: client.id, question: `cases/${service.id}/${query.state ?? ''}` }
  const cursor = query.after === undefined ? undefined : cursorIn(ports.keys, of, query.after)
  if (query.after !== undefined && cursor === undefined) return no('not-our-cursor')
  await recordLook(ports, client, { did: 'api-list-cases', allowed: true, on: service.id })
  const page = await ports.cases.worklist({
    ...{ of: standing(service, query.state), sort: 'due', size: query.limit },
    ...(cursor === undefined ? {} : { cursor }),
    keep: (subject) => subject.service === service.id && mayHave(client, 'read', subject),
  })
  const cases = page.cases.map((subject) => sharedAs(ports, client, subject))
  return ok({ cases, ...(page.next === undefined ? {} : { next: cursorFor(ports.keys, of, page.next) }) })
}

const standing = ({ team }: Service, state: string | undefined): WorklistQuery['of'] =>
  state === undefined ? { is: 'open', teams: [team] } : { is: 'states', states: [{ team, state }] }

const sharedAs = ({ services }: SharingPorts, client: Client, subject: ListedCase): SharedCase => {
  const workflow = services.find(({ id }) => id === subject.service)?.workflow
  return sharedCaseOf(client, subject, workflow?.states[subject.state])
}

type Did = Pick<AuditEntry, 'did' | 'allowed' | 'on'> & { readonly reference?: string | undefined }

export const recordLook = (
  { clock, ids, audit }: Pick<SharingPorts, 'clock' | 'ids' | 'audit'>,
  client: Client,
  { reference, ...did }: Did,
): Promise<void> => {
  const at = clock.now()
  const about = reference === undefined ? {} : { reference }
  return audit.record({ id: ids.ordered(at), at, by: handOf(client), ...did, ...about })
}
