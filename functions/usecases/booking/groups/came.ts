// Who came to a session, as it is ticked on its sheet: each attendee has their own case, and their own history.
import type { Staff } from '#domain/cases/case.ts'
import type { Action } from '#domain/cases/workflow.ts'
import { instantOf } from '#domain/london.ts'
import type { Workshop } from '#domain/slots/workshop.ts'
import type { Bookable } from '#services/service.ts'
import { type ActPorts, takeAction } from '../../casework/take-action.ts'
import { attendeesOf } from './sessions.ts'

// From then on whoever comes can be ticked: as at the desk.
const beforeMs = 30 * 60_000

export const mayTick = ({ day, from }: Workshop, now: number): boolean => now >= (instantOf(day, from) ?? 0) - beforeMs

export type Ticked = { readonly came: number; readonly refused: number }

/** Those ticked have been seen. Whoever is not ticked stays as they are: nobody is a no-show but by a deed of its own. */
export const tickWhoCame = async (
  ports: ActPorts,
  service: Bookable,
  user: Staff,
  given: { readonly session: Workshop; readonly references: readonly string[] },
): Promise<Ticked> => {
  const action = seenAction(service)
  const coming = await attendeesOf(ports, given.session)
  const wanted = coming.filter(({ reference }) => given.references.includes(reference))
  let came = 0
  for (const { reference } of action === undefined ? [] : wanted) {
    const whole = await ports.cases.opened(reference)
    if (whole === undefined || action === undefined) continue
    const { version } = whole.subject
    const done = await takeAction(ports, { service, whole, action, typed: {}, user, version })
    if (done.ok) came += 1
  }
  return { came, refused: wanted.length - came }
}

// What says that they came, and that it is over.
const seenAction = ({ workflow: { actions, states, counts } }: Bookable): Action | undefined =>
  actions.find(({ to }) => counts?.seen?.includes(to) === true && states[to]?.open === false)
