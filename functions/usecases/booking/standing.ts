// What somebody has already who proved their number: an appointment of a type, or a place on its waiting list, from whichever browser it was made.
// A person is a number and a name: two who share a mobile have one each.
import type { Applicant } from '#domain/cases/case.ts'
import type { Service } from '#services/service.ts'
import type { FindStore } from '../ports/access.ts'
import type { Clock, Keys } from '../ports/stores.ts'

type Ports = { readonly clock: Clock; readonly find: FindStore; readonly keys: Keys }

type Wanted = {
  readonly service: Service
  readonly applicant: Applicant
  readonly is: 'appointment' | 'waiting'
  readonly type: string
  readonly atOnce: number
  // The one that is wanted does not stand in its own way.
  readonly draftId: string
}

// The reference of one of them, where they have as many as they may.
export const standingAppointment = async (ports: Ports, wanted: Wanted): Promise<string | undefined> => {
  const { service, applicant, type } = wanted
  if (applicant.phone === undefined) return undefined
  const { cases } = await ports.find.byOwner(ports.keys.hash('phone', applicant.phone))
  const theirs = cases.filter(({ draftId, state, appointment, waiting, applicant: { name } }) => {
    const open = service.workflow.states[state]?.open === true
    if (draftId === wanted.draftId || !open || plainName(name) !== plainName(applicant.name)) return false
    if (wanted.is === 'waiting') return appointment === undefined && waiting?.type === type
    return appointment?.type === type && appointment.endsAt > ports.clock.now()
  })
  return theirs.length < wanted.atOnce ? undefined : theirs[0]?.reference
}

export const plainName = (name: string): string => name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
