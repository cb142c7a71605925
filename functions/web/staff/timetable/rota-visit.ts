// Which timetable an address means, and whether this person reads or runs it.
import type { ElementKind } from '#domain/slots/elements.ts'
import type { Bookable } from '#services/service.ts'
import { type Rota, readsTimetableOf, rotaOf, runsTimetableOf } from '#usecases/booking/rota/draft.ts'
import type { RotaDraft } from '#usecases/ports/timetables.ts'
import { BadRequest, type Reply, seeOther } from '#web/http.ts'
import type { DeskVisit } from '../visit.ts'

export type RotaVisit = DeskVisit & { readonly rota: Rota; readonly runs: boolean }

export const rotaAt = ({ id }: Pick<Bookable, 'id'>): string => `/timetable/${id}`

export const inRota =
  (answer: (visit: RotaVisit) => Promise<Reply> | Reply) =>
  async (visit: DeskVisit): Promise<Reply> => {
    const { desk, user, request } = visit
    const wanted = request.pathValues.service
    const service = readsTimetableOf(desk.services, user).find(({ id }) => id === wanted)
    if (service === undefined) throw new BadRequest(readsTimetableOf(desk.services, user).length === 0 ? 403 : 404)
    const runs = runsTimetableOf(desk.services, user).some(({ id }) => id === wanted)
    return answer({ ...visit, rota: await rotaOf(desk, service), runs })
  }

// Whoever only reads it changes nothing.
export const runningRota = (answer: (visit: RotaVisit) => Promise<Reply> | Reply) =>
  inRota((visit) => {
    if (!visit.runs) throw new BadRequest(403)
    return answer(visit)
  })

export type RotaDraftVisit = RotaVisit & { readonly draft: RotaDraft }

// From which day is asked first: a change is made of the timetable as it is then.
export const inRotaDraft = (answer: (visit: RotaDraftVisit) => Promise<Reply> | Reply) =>
  runningRota((visit) => {
    const { draft } = visit.rota
    return draft?.plan === undefined ? seeOther(`${rotaAt(visit.rota.service)}/begin`) : answer({ ...visit, draft })
  })

const kinds: readonly ElementKind[] = ['staff', 'room', 'resource', 'place', 'type', 'closures']

export const kindIn = ({ request }: DeskVisit): ElementKind => {
  const kind = kinds.find((one) => one === request.pathValues.kind)
  if (kind === undefined) throw new BadRequest(404)
  return kind
}
