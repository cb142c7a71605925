// Every address of figures and feedback, and what a person must be allowed to do there.
import type { DeskDeed, DeskRoute } from '../visit.ts'
import { showChanges, showNewChange, showOneChange, takeNewChange, takeOneChange } from './changes.ts'
import {
  showAutomation,
  showCases,
  showFunnel,
  showHealth,
  showMeasures,
  showQuestion,
  showSection,
  showServiceMeasures,
  showTexts,
} from './dashboard.ts'
import { showImport, takeImport } from './importing.ts'
import { showFeedback, showInbox, takeFeedback, takeInbox } from './inbox.ts'
import {
  showComment,
  showIndicator,
  showIndicatorChange,
  showIndicators,
  showNewIndicator,
  showTargets,
  takeComment,
  takeIndicatorChange,
  takeNewIndicator,
} from './indicators.ts'
import { showPublish, showWaiting, takePublish } from './publishing.ts'
import { showRegister, showRegisterSent, showWaited, takeRegisterSent, takeWaited } from './register-returns.ts'
import {
  showCode,
  showDesignation,
  showPlanning,
  showPlanningSent,
  showReturns,
  takeCode,
  takePlanningSent,
} from './returns.ts'
import { getTimesFile, showTimesPart } from './times.ts'
import {
  showChannel,
  showChannels,
  showCost,
  showCosts,
  showMonths,
  showPrice,
  showRevision,
  takeChannel,
  takeCost,
  takePrice,
  takeRevision,
} from './typed.ts'

type Answer = DeskRoute['answer']

const see = (path: string, answer: Answer): DeskRoute => ({ method: 'GET', path, policy: 'see-measures', answer })

// A form and where it is sent. It keeps nothing of a case, so it goes on while nothing may be saved.
const form = (path: string, policy: DeskDeed, show: Answer, take: Answer): readonly DeskRoute[] => [
  { method: 'GET', path, policy, answer: show },
  { method: 'POST', path, policy, answer: take, whileReadOnly: take, keptAt: path },
]

export const measuresRoutes: readonly DeskRoute[] = [
  see('/feedback', showInbox),
  { method: 'POST', path: '/feedback', policy: 'answer-feedback', answer: takeInbox, whileReadOnly: takeInbox },
  see('/feedback/{feedback}', showFeedback),
  {
    ...{ method: 'POST', path: '/feedback/{feedback}', policy: 'answer-feedback' },
    ...{ answer: takeFeedback, whileReadOnly: takeFeedback },
  },
  see('/measures', showMeasures),
  see('/measures/kpis', showIndicators),
  ...form('/measures/kpis/new', 'own-kpi', showNewIndicator, takeNewIndicator),
  see('/measures/kpis/{code}', showIndicator),
  ...form('/measures/kpis/{code}/change', 'own-kpi', showIndicatorChange, takeIndicatorChange),
  ...form('/measures/kpis/{code}/{month}', 'own-kpi', showComment, takeComment),
  see('/measures/targets', showTargets),
  see('/measures/cases', showCases),
  see('/measures/texts', showTexts),
  see('/measures/automation', showAutomation),
  see('/measures/health', showHealth),
  see('/measures/other-channels', showChannels),
  ...form('/measures/other-channels/{service}/new', 'own-kpi', showChannel, takeChannel),
  ...form('/measures/other-channels/{service}/{entry}', 'own-kpi', showChannel, takeChannel),
  see('/measures/costs', showCosts),
  ...form('/measures/costs/one/{way}', 'own-kpi', showPrice, takePrice),
  ...form('/measures/costs/{service}/new', 'own-kpi', showCost, takeCost),
  ...form('/measures/costs/{service}/{entry}', 'own-kpi', showCost, takeCost),
  see('/measures/publish', showWaiting),
  ...form('/measures/publish/{book}/{entry}/{version}', 'own-kpi', showPublish, takePublish),
  ...form('/measures/import/{of}', 'own-kpi', showImport, takeImport),
  see('/measures/months', showMonths),
  ...form('/measures/months/{service}/{month}', 'revise-figures', showRevision, takeRevision),
  see('/measures/returns', showReturns),
  see('/measures/returns/ps', showPlanning),
  ...form('/measures/returns/ps/code/{reference}', 'prepare-return', showCode, takeCode),
  ...form('/measures/returns/ps/{quarter}/sent', 'prepare-return', showPlanningSent, takePlanningSent),
  see('/measures/returns/designation', showDesignation),
  see('/measures/returns/lahs', showRegister),
  ...form('/measures/returns/lahs/sent', 'prepare-return', showRegisterSent, takeRegisterSent),
  ...form('/measures/returns/core', 'prepare-return', showWaited, takeWaited),
  see('/changed', showChanges),
  ...form('/changed/new', 'answer-feedback', showNewChange, takeNewChange),
  ...form('/changed/{change}', 'answer-feedback', showOneChange, takeOneChange),
  see('/measures/{service}', showServiceMeasures),
  see('/measures/{service}/funnel', showFunnel),
  see('/measures/{service}/times-file', getTimesFile),
  see('/measures/{service}/times/{part}', showTimesPart),
  see('/measures/{service}/questions/{section}/{page}', showQuestion),
  see('/measures/{service}/{section}', showSection),
]
