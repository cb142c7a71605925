// A service that is closed: nobody begins, and whoever had begun may finish until its last day.
import { type Day, inWords } from '#domain/day.ts'
import { londonDay } from '#domain/london.ts'
import type { Closed } from '#domain/switches/switches.ts'
import type { Service } from '#services/service.ts'
import { html, type Reply } from '#web/http.ts'
import { pages } from '#web/show/citizen/pages.ts'
import { draftBegun } from '../begun.ts'
import { type Answer, around, type DraftVisit, noteOurs, to, type Visit } from '../visit.ts'
import { tasks } from '../where.ts'

export const closedReply = async (visit: Visit, service: Service, closed: Closed): Promise<Reply> => {
  const { lastDay } = closed
  const begun = await draftBegun(visit, service)
  return html(
    pages.closed({
      around: { ...around(visit, service), timed: false },
      start: service.start,
      noun: service.noun,
      over: isOver(closed, londonDay(visit.counter.clock.now())),
      ...(lastDay === undefined ? {} : { lastDay: inWords(lastDay) }),
      ...(begun === undefined ? {} : { begun: to(service, tasks) }),
    }),
  )
}

const isOver = ({ lastDay }: Closed, today: Day): boolean => lastDay !== undefined && today > lastDay

// What was asked for again may always be answered: an officer waits for it.
export const whileOpen =
  (service: Service, answer: (visit: DraftVisit) => Promise<Answer> | Answer) =>
  async (visit: DraftVisit): Promise<Answer> => {
    const { counter, draft, request } = visit
    if (request.method !== 'POST' || draft.status !== 'draft' || draft.reopens !== undefined) return answer(visit)
    const { closed } = (await counter.switches.now()).services[service.id] ?? {}
    if (closed === undefined || !isOver(closed, londonDay(counter.clock.now()))) return answer(visit)
    await noteOurs(visit).catch(() => {})
    return { ...(await closedReply(visit, service, closed)), status: 403 }
  }
