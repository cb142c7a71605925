// The addresses of the public performance pages.

import type { Reply } from '../../http.ts'
import type { CitizenRoute } from '../serve.ts'
import type { Visit } from '../visit.ts'
import {
  giveData,
  showFiles,
  showHowWeCount,
  showIndicator,
  showPerformance,
  showSection,
  showServicePerformance,
  showWhatWeChanged,
} from './performance.ts'

const see = (path: string, answer: (visit: Visit) => Promise<Reply>): CitizenRoute => ({
  ...{ method: 'GET', path, policy: 'open', answer },
})

export const performanceRoutes: readonly CitizenRoute[] = [
  see('/performance', showPerformance),
  see('/performance/how-we-count', showHowWeCount),
  see('/performance/what-we-changed', showWhatWeChanged),
  see('/performance/kpi/{code}', showIndicator),
  see('/performance/data', showFiles),
  see('/performance/data/{file}', giveData),
  see('/performance/{service}', showServicePerformance),
  see('/performance/{service}/{section}', showSection),
]
