// Every address of figures and feedback, and what a person must be allowed to do there.
import type { DeskDeed, DeskRoute } from '../visit.ts'
import { showFunnel, showMeasures, showServiceMeasures } from './dashboard.ts'
import { showFeedback, showInbox, takeFeedback } from './inbox.ts'
import {
  showChange,
  showComment,
  showIndicator,
  showIndicators,
  showNewIndicator,
  showTargets,
  takeChange,
  takeComment,
  takeNewIndicator,
} from './indicators.ts'

type Answer = DeskRoute['answer']

const see = (path: string, answer: Answer): DeskRoute => ({ method: 'GET', path, policy: 'see-measures', answer })

// A form and where it is sent.
const form = (path: string, policy: DeskDeed, show: Answer, take: Answer): readonly DeskRoute[] => [
  { method: 'GET', path, policy, answer: show },
  { method: 'POST', path, policy, answer: take, keptAt: path },
]

export const measuresRoutes: readonly DeskRoute[] = [
  see('/feedback', showInbox),
  see('/feedback/{feedback}', showFeedback),
  {
    ...{ method: 'POST', path: '/feedback/{feedback}', policy: 'answer-feedback' },
    ...{ answer: takeFeedback, whileReadOnly: takeFeedback },
  },
  see('/measures', showMeasures),
  see('/measures/kpis', showIndicators),
  ...form('/measures/kpis/new', 'own-kpi', showNewIndicator, takeNewIndicator),
  see('/measures/kpis/{code}', showIndicator),
  ...form('/measures/kpis/{code}/change', 'own-kpi', showChange, takeChange),
  ...form('/measures/kpis/{code}/{month}', 'own-kpi', showComment, takeComment),
  see('/measures/targets', showTargets),
  see('/measures/{service}', showServiceMeasures),
  see('/measures/{service}/funnel', showFunnel),
]
