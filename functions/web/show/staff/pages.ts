// Every staff page by name.

import { staffCannotSavePage } from './cannot-save.ts'
import { answersPage } from './case/answers-page.ts'
import { changeCheckPage, changingPage } from './case/change-pages.ts'
import { decisionPage } from './case/decision-page.ts'
import { documentsPage } from './case/documents-page.ts'
import { historyPage } from './case/history-page.ts'
import { kinPage } from './case/kin-page.ts'
import { messagesPage } from './case/messages-page.ts'
import { summaryPage } from './case/summary-page.ts'
import { tasksPage } from './case/tasks-page.ts'
import { documentPage } from './document-page.ts'
import { findPage } from './find-page.ts'
import { bookForCallerPage } from './front-desk/book-page.ts'
import { blockPage, closedTimePage, closedTimesPage, closeTimePage } from './front-desk/closed-pages.ts'
import { daySheetPage, desksPage } from './front-desk/day-sheet-page.ts'
import { feedsPage } from './front-desk/feeds-page.ts'
import { callsPage, treatPage, treatPreviewPage } from './front-desk/impact-pages.ts'
import { resourcesPage } from './front-desk/resources-page.ts'
import { signPage, walkInsPage } from './front-desk/walk-in-pages.ts'
import { seriesDatesPage } from './groups/series-pages.ts'
import { sessionPage, workshopListPage } from './groups/session-pages.ts'
import { tallyPage } from './groups/tally-page.ts'
import { interestPage } from './interest-page.ts'
import {
  automationPage,
  healthPage,
  casesPage as measuresCasesPage,
  textsPage as measuresTextsPage,
} from './measures/across-pages.ts'
import { changesPage } from './measures/changes-page.ts'
import { designationPage } from './measures/designation-page.ts'
import { funnelPage } from './measures/funnel-page.ts'
import { importPage } from './measures/import-page.ts'
import { feedbackOnePage, inboxPage } from './measures/inbox-pages.ts'
import { indicatorPage, indicatorsPage, targetsPage } from './measures/indicator-pages.ts'
import { measuresPage, sectionPage, serviceMeasuresPage } from './measures/measures-page.ts'
import { waitingPage } from './measures/publish-page.ts'
import { questionFiguresPage } from './measures/question-page.ts'
import { registerReturnPage } from './measures/register-page.ts'
import { planningReturnPage, returnsPage } from './measures/returns-pages.ts'
import { sheetConflictPage, sheetPage } from './measures/sheet-page.ts'
import { timesPage } from './measures/times-page.ts'
import { channelsPage, costsPage, monthsPage } from './measures/typed-pages.ts'
import {
  actionPage,
  assignPage,
  conflictPage,
  noRolePage,
  notAllowedPage,
  notSignedInPage,
  signedOutPage,
  signInPage,
  staffProblemPage,
} from './one-thing-pages.ts'
import { ownDetailsPage } from './own-details-page.ts'
import { sessionsPage } from './session-pages.ts'
import { switchConflictPage, switchesPage, switchPage } from './switch-pages.ts'
import { timetablePage, timetablesPage } from './timetable/timetable-pages.ts'
import { rotaDraftPage, rotaPreviewPage, rotaVersionPage, rotaVersionsPage } from './timetable/version-pages.ts'
import { trialPage, trialsPage } from './trial-pages.ts'
import { textPage, undeliveredPage } from './undelivered-pages.ts'
import { bulkPage } from './work/bulk-page.ts'
import { copyPage } from './work/copy-page.ts'
import { formPage } from './work/form-page.ts'
import { hubPage } from './work/hub-page.ts'
import { keepingPage } from './work/keeping-page.ts'
import { listsPage } from './work/lists-page.ts'
import { myTasksPage } from './work/my-tasks-page.ts'
import { teamPage } from './work/team-page.ts'
import { trailPage } from './work/trail-page.ts'
import { viewsPage } from './work/views-page.ts'
import { webhooksPage } from './work/webhooks-page.ts'
import { wordingPage, wordingsPage } from './work/wordings-pages.ts'
import { workingsPage } from './workings-page.ts'
import { worklistPage } from './worklist-page.ts'

export const staffPages = {
  signIn: signInPage,
  signedOut: signedOutPage,
  notSignedIn: notSignedInPage,
  noRole: noRolePage,
  worklist: worklistPage,
  find: findPage,
  hub: hubPage,
  myTasks: myTasksPage,
  team: teamPage,
  views: viewsPage,
  trail: trailPage,
  form: formPage,
  keeping: keepingPage,
  wordings: wordingsPage,
  wording: wordingPage,
  copy: copyPage,
  bulk: bulkPage,
  closedTimes: closedTimesPage,
  resources: resourcesPage,
  closedTime: closedTimePage,
  blockOn: blockPage,
  treat: treatPage,
  treatPreview: treatPreviewPage,
  calls: callsPage,
  closeTime: closeTimePage,
  timetables: timetablesPage,
  timetable: timetablePage,
  rotaDraft: rotaDraftPage,
  rotaPreview: rotaPreviewPage,
  rotaVersions: rotaVersionsPage,
  rotaVersion: rotaVersionPage,
  desks: desksPage,
  daySheet: daySheetPage,
  walkIns: walkInsPage,
  groupSessions: workshopListPage,
  groupSession: sessionPage,
  tally: tallyPage,
  seriesDates: seriesDatesPage,
  feeds: feedsPage,
  sign: signPage,
  bookForCaller: bookForCallerPage,
  case: summaryPage,
  caseTasks: tasksPage,
  caseAnswers: answersPage,
  caseDocuments: documentsPage,
  caseMessages: messagesPage,
  caseHistory: historyPage,
  changing: changingPage,
  changeCheck: changeCheckPage,
  decision: decisionPage,
  workings: workingsPage,
  document: documentPage,
  action: actionPage,
  assign: assignPage,
  interest: interestPage,
  conflict: conflictPage,
  notAllowed: notAllowedPage,
  problem: staffProblemPage,
  cannotSave: staffCannotSavePage,
  switches: switchesPage,
  switch: switchPage,
  switchConflict: switchConflictPage,
  sessions: sessionsPage,
  webhooks: webhooksPage,
  kin: kinPage,
  lists: listsPage,
  ownDetails: ownDetailsPage,
  undelivered: undeliveredPage,
  text: textPage,
  trials: trialsPage,
  trial: trialPage,
  inbox: inboxPage,
  feedback: feedbackOnePage,
  funnel: funnelPage,
  measures: measuresPage,
  serviceMeasures: serviceMeasuresPage,
  measuresSection: sectionPage,
  measuresTimes: timesPage,
  measuresCases: measuresCasesPage,
  measuresTexts: measuresTextsPage,
  measuresAutomation: automationPage,
  measuresHealth: healthPage,
  waiting: waitingPage,
  questionFigures: questionFiguresPage,
  importing: importPage,
  channels: channelsPage,
  costs: costsPage,
  months: monthsPage,
  changes: changesPage,
  returns: returnsPage,
  planningReturn: planningReturnPage,
  registerReturn: registerReturnPage,
  designation: designationPage,
  sheet: sheetPage,
  sheetConflict: sheetConflictPage,
  indicators: indicatorsPage,
  indicator: indicatorPage,
  targets: targetsPage,
} as const
