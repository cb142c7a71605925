// Workshops, their series, and the tally of drop-ins.
import { sessionsAt } from '#web/show/staff/groups/session-pages.ts'
import type { DeskRoute } from '../visit.ts'
import { showNewSeries, takeNewSeries } from './series.ts'
import { showSession, showSessions, takeCame, takeSeat, takeSeats } from './sessions.ts'

const one = `${sessionsAt}/{session}`

const get = (path: string, answer: DeskRoute['answer']): DeskRoute => ({
  ...{ method: 'GET', path, policy: 'use-desk', answer },
})

const post = (path: string, answer: DeskRoute['answer']): DeskRoute => ({
  ...{ method: 'POST', path, policy: 'use-desk', answer },
})

export const groupRoutes: readonly DeskRoute[] = [
  get(sessionsAt, showSessions),
  get(`${sessionsAt}/new`, showNewSeries),
  { ...post(`${sessionsAt}/new`, takeNewSeries), keptAt: `${sessionsAt}/new` },
  get(one, showSession),
  post(`${one}/came`, takeCame),
  post(`${one}/seat`, takeSeat),
  post(`${one}/seats`, takeSeats),
]
