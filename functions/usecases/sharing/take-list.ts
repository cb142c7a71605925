// A list of cases as a file, for managers: what they see on the list and no more, without what is restricted; on record before it is given.
// Of many rows only where another manager of the team agreed.
import { can } from '#domain/cases/access.ts'
import type { ListedCase, Staff } from '#domain/cases/case.ts'
import { no, ok, type Result } from '#domain/result.ts'
import { isGood, type ListRequest, rowsAlone, rowsMost } from '#domain/sharing/list-file.ts'
import { seeWorklist, type Wanted } from '../casework/see-worklist.ts'
import type { ListRequests } from '../ports/sharing/list-requests.ts'
import type { AuditLog } from '../ports/staff.ts'
import type { Ids } from '../ports/stores.ts'

export type ListPorts = Parameters<typeof seeWorklist>[0] & {
  readonly ids: Ids
  readonly audit: AuditLog
  readonly listRequests: ListRequests
}

export type WantedList = {
  readonly wanted: Wanted
  readonly query: string
  readonly purpose: string
  readonly why: string
}

export type ListFile = Pick<WantedList, 'purpose' | 'why'> & {
  readonly id: string
  readonly cases: readonly ListedCase[]
}
type Refused = 'not-you' | 'too-many' | 'another-person'

/** 'another-person': it is kept, and waits for another manager. */
export const takeListFile = async (
  ports: ListPorts,
  user: Staff,
  given: WantedList,
): Promise<Result<ListFile, Refused>> => {
  const [team] = user.teams
  if (!can(user, 'take-list') || team === undefined) return no('not-you')
  const cases = await allOf(ports, user, given.wanted)
  if (cases.length > rowsMost) return no('too-many')
  const at = ports.clock.now()
  const id = ports.ids.ordered(at)
  const { query, purpose, why } = given
  if (cases.length <= rowsAlone) return handedOver(ports, user, { id, cases, purpose, why })
  const by = { id: user.id, name: user.name }
  await ports.listRequests.ask({ id, team, by, query, purpose, why, rows: cases.length, at })
  await recorded(ports, user, 'ask-list', `${id} ${cases.length}`)
  return no('another-person')
}

export const listsOf = async (ports: ListPorts, user: Staff): Promise<readonly ListRequest[]> => {
  const all = await Promise.all(user.teams.map((team) => ports.listRequests.of(team)))
  return all.flat().filter((request) => isGood(request, ports.clock.now()))
}

/** Nobody agrees to their own. */
export const agreeToList = async (ports: ListPorts, user: Staff, id: string): Promise<boolean> => {
  const request = (await listsOf(ports, user)).find((one) => one.id === id)
  if (request === undefined || request.by.id === user.id || !can(user, 'take-list')) return false
  const agreed = { id: user.id, name: user.name, at: ports.clock.now() }
  await recorded(ports, user, 'agree-list', id)
  return (await ports.listRequests.agree({ ...request, agreed })).ok
}

/** For whoever asked, once it was agreed: the list as it stands now. */
export const agreedList = async (
  ports: ListPorts,
  user: Staff,
  { id, wanted }: { readonly id: string; readonly wanted: (query: string) => Wanted },
): Promise<ListFile | undefined> => {
  const request = (await listsOf(ports, user)).find((one) => one.id === id)
  if (request?.agreed === undefined || request.by.id !== user.id || !can(user, 'take-list')) return undefined
  const cases = await allOf(ports, user, wanted(request.query))
  const file = await handedOver(ports, user, { ...request, cases: cases.slice(0, rowsMost) })
  return file.ok ? file.value : undefined
}

const handedOver = async (ports: ListPorts, user: Staff, file: ListFile) => {
  await recorded(ports, user, 'take-list', `${file.id} ${file.cases.length} ${file.purpose}: ${file.why}`)
  return ok(file)
}

// DynamoDB gives 1 MB at a time, which is more than so many cases.
const pageSize = 250

// One more than the most, to know that there are more. A person in danger is in no file.
const allOf = async (ports: ListPorts, user: Staff, wanted: Wanted): Promise<readonly ListedCase[]> => {
  const { cursor: _, ...from } = wanted
  const found: ListedCase[] = []
  let cursor: string | undefined
  do {
    const page = await seeWorklist(ports, user, {
      ...from,
      size: pageSize,
      ...(cursor === undefined ? {} : { cursor }),
    })
    found.push(...page.cases.filter(({ sensitive }) => sensitive !== true))
    cursor = page.next
  } while (cursor !== undefined && found.length <= rowsMost)
  return found
}

const recorded = ({ clock, ids, audit }: ListPorts, user: Staff, did: string, on: string): Promise<void> => {
  const at = clock.now()
  return audit.record({ id: ids.ordered(at), at, by: user.id, did, allowed: true, on })
}
