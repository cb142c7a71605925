// The timetable: reading it, its draft and its versions.
import type { DeskRoute } from '../visit.ts'
import { showBegin, showDraft, showPreview, takeBegin, takeDrop, takeEnd, takePreview } from './publish.ts'
import { showAway, showElementChange, showTimetable, showTimetables, takeAway, takeElementChange } from './timetable.ts'
import { showVersion, showVersions, takeBack, takeRestOf, takeWithdraw } from './versions.ts'

const one = '/timetable/{service}'

const get = (path: string, answer: DeskRoute['answer']): DeskRoute => ({
  ...{ method: 'GET', path, policy: 'use-desk', answer },
})

const post = (path: string, answer: DeskRoute['answer']): DeskRoute => ({
  ...{ method: 'POST', path, policy: 'use-desk', answer },
})

export const timetableRoutes: readonly DeskRoute[] = [
  get('/timetable', showTimetables),
  get(one, showTimetable),
  get(`${one}/begin`, showBegin),
  post(`${one}/begin`, takeBegin),
  get(`${one}/change/{kind}/{id}`, showElementChange),
  post(`${one}/change/{kind}/{id}`, takeElementChange),
  get(`${one}/away/{id}`, showAway),
  post(`${one}/away/{id}`, takeAway),
  get(`${one}/draft`, showDraft),
  post(`${one}/draft/drop`, takeDrop),
  post(`${one}/draft/end`, takeEnd),
  get(`${one}/preview`, showPreview),
  post(`${one}/preview`, takePreview),
  get(`${one}/versions`, showVersions),
  get(`${one}/versions/{version}`, showVersion),
  post(`${one}/versions/{version}/back`, takeBack),
  post(`${one}/versions/{version}/withdraw`, takeWithdraw),
  post(`${one}/versions/{version}/rest`, takeRestOf),
]
