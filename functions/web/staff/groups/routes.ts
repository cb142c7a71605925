// Workshops, their series, and the tally of drop-ins.
import { workshopsAt } from '#web/show/staff/groups/session-pages.ts'
import type { DeskRoute } from '../visit.ts'
import { showNewSeries, takeNewSeries } from './series.ts'
import { showSession, showWorkshopList, takeCame, takeSeat, takeSeats } from './sessions.ts'
import { showTally, takeTally } from './tally.ts'

const one = `${workshopsAt}/{session}`

const get = (path: string, answer: DeskRoute['answer']): DeskRoute => ({
  ...{ method: 'GET', path, policy: 'use-desk', answer },
})

const post = (path: string, answer: DeskRoute['answer']): DeskRoute => ({
  ...{ method: 'POST', path, policy: 'use-desk', answer },
})

export const groupRoutes: readonly DeskRoute[] = [
  get(workshopsAt, showWorkshopList),
  get(`${workshopsAt}/new`, showNewSeries),
  { ...post(`${workshopsAt}/new`, takeNewSeries), keptAt: `${workshopsAt}/new` },
  get(one, showSession),
  post(`${one}/came`, takeCame),
  post(`${one}/seat`, takeSeat),
  post(`${one}/seats`, takeSeats),
  get('/desk/{place}/tally', showTally),
  post('/desk/{place}/tally', takeTally),
]
