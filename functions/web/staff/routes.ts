// Every address of the staff side, and what a person must be allowed to do there (domain/cases/access.ts).

import { listsAt } from '../show/staff/work/lists-page.ts'
import { showAction, takeActionPost } from './case/action.ts'
import { showAssign, takeAssign, takeCase } from './case/assign.ts'
import { showCall, takeCall } from './case/call.ts'
import { showAnswers, showDocuments, showHistory, showMessages, showSummary, showTasks, takeShow } from './case/case.ts'
import {
  showChange,
  showChangeCheck,
  showChanging,
  showPart,
  takeChange,
  takeChangeCheck,
  takeChanging,
  takePart,
} from './case/change.ts'
import { showContact, takeContact } from './case/contact.ts'
import { showDecision, showNotice } from './case/decision.ts'
import { showDocument } from './case/document.ts'
import { showEmergency, takeEmergency } from './case/emergency.ts'
import { openFile } from './case/files.ts'
import { showHold, takeHold } from './case/hold.ts'
import { showInterest, takeInterest } from './case/interest.ts'
import { showKin, takeKin } from './case/kin.ts'
import { takeMessage, takeSeen } from './case/messages.ts'
import { takeNote } from './case/notes.ts'
import { showSettle, takeSettle } from './case/settle.ts'
import { showAddTask, takeAddTask, takeEndTask } from './case/tasks.ts'
import { showWorkings } from './case/workings.ts'
import { copyAt, showGiveCopy, takeGiveCopy } from './copies/give-copy.ts'
import { showFind, takeFind } from './find.ts'
import { beginBooking, showNeeds, showTimes, showWho, takeNeeds, takeTime, takeWho } from './front-desk/book.ts'
import { showBlock, showClose, showClosed, takeClose, takeOpen, takeRest } from './front-desk/closed.ts'
import { showDaySheet, showDesks, showToday } from './front-desk/day-sheet.ts'
import { giveCalendar, showFeeds, takeEndFeed, takeFeed } from './front-desk/feeds.ts'
import { showCalls, showNoteCall, showTreat, takeGoOn, takeNoteCall, takeTreat } from './front-desk/impacts.ts'
import { showOver, takeOver } from './front-desk/over.ts'
import { resourcesAt, showResources } from './front-desk/resources.ts'
import { showSign, showWalkIns, takeDeed, takeWalkIn } from './front-desk/walk-ins.ts'
import { groupRoutes } from './groups/routes.ts'
import { showHub } from './hub.ts'
import { newListAt, showLists, showNewList, takeLists, takeNewList } from './lists/take-list.ts'
import { measuresRoutes } from './measures/routes.ts'
import { showOwnDetails, takeOwnDetails } from './own-details.ts'
import { showOwnSessions, showSessions, takeEndSession } from './sessions.ts'
import { finishSignIn, showSignedOut, showSignIn, signOut, startSignIn } from './sign-in.ts'
import { showSwitch, showSwitches, takeSwitch } from './switches.ts'
import {
  showText,
  showUndelivered,
  takeAgain,
  takeAllAgain,
  takeCameBack,
  takeInstead,
  takePhoned,
  takeRelease,
} from './texts.ts'
import { timetableRoutes } from './timetable/routes.ts'
import { showTrial, showTrials, takeTrial } from './try-the-rules.ts'
import type { CaseDeed, CaseRoute, DeskDeed, DeskRoute, StaffRoute } from './visit.ts'
import { showBulk, showNewBulk, takeBulk, takeNewBulk } from './work/bulk.ts'
import { showKeeping, takeKeeping } from './work/keeping.ts'
import { showMyTasks } from './work/my-tasks.ts'
import { showTeam, showWorking, takeTurns, takeWorking } from './work/team.ts'
import { showPersonTrail, showTrail, takeTrail } from './work/trail.ts'
import { showSaveView, showViews, takeEndView, takeSaveView } from './work/views.ts'
import { showWebhooks, takeTellAgain } from './work/webhooks.ts'
import { showWording, showWordings, takeTurnWords, takeWording, wordingAt } from './work/wordings.ts'
import { showHome, showWorklist, takeNextCase } from './worklist.ts'

const one = '/cases/{reference}'

// Keeps nothing of a case, so it goes on while nothing may be saved.
const always = (path: string, policy: DeskDeed, answer: DeskRoute['answer']): DeskRoute => ({
  ...{ method: 'POST', path, policy, answer },
  whileReadOnly: answer,
})

// A form that is shown again at its page where its session had run out.
const typed = (path: string, policy: CaseDeed, answer: CaseRoute['answer'], keptAt = path): CaseRoute => ({
  ...{ method: 'POST', path, policy, answer, keptAt },
})

export const staffRoutes: readonly StaffRoute[] = [
  { method: 'GET', path: '/', policy: 'use-desk', answer: showHome },
  { method: 'GET', path: '/sign-in', policy: 'anybody', answer: showSignIn },
  { method: 'GET', path: '/sign-in/start', policy: 'anybody', answer: startSignIn },
  { method: 'GET', path: '/sign-in/callback', policy: 'anybody', answer: finishSignIn },
  always('/sign-out', 'use-desk', signOut),
  { method: 'GET', path: '/signed-out', policy: 'anybody', answer: showSignedOut },
  { method: 'GET', path: '/cases', policy: 'use-desk', answer: showWorklist },
  { method: 'POST', path: '/cases/next', policy: 'use-desk', answer: takeNextCase },
  { method: 'GET', path: '/cases/find', policy: 'use-desk', answer: showFind },
  always('/cases/find', 'use-desk', takeFind),
  { method: 'GET', path: '/more/{hub}', policy: 'use-desk', answer: showHub },
  { method: 'GET', path: '/views', policy: 'use-desk', answer: showViews },
  { method: 'GET', path: '/views/new', policy: 'use-desk', answer: showSaveView },
  { method: 'POST', path: '/views/new', policy: 'use-desk', answer: takeSaveView },
  { method: 'POST', path: '/views/end', policy: 'use-desk', answer: takeEndView },
  { method: 'GET', path: '/audit', policy: 'read-trails', answer: showPersonTrail },
  { method: 'GET', path: '/tasks', policy: 'use-desk', answer: showMyTasks },
  { method: 'GET', path: '/team', policy: 'use-desk', answer: showTeam },
  { method: 'POST', path: '/team/{team}/turns', policy: 'use-desk', answer: takeTurns },
  { method: 'GET', path: '/team/{team}/people/{person}', policy: 'use-desk', answer: showWorking },
  { method: 'POST', path: '/team/{team}/people/{person}', policy: 'use-desk', answer: takeWorking },
  { method: 'GET', path: '/desk', policy: 'use-desk', answer: showDesks },
  { method: 'POST', path: '/desk/book', policy: 'use-desk', answer: beginBooking },
  { method: 'GET', path: '/desk/book/{draft}', policy: 'use-desk', answer: showNeeds },
  { method: 'POST', path: '/desk/book/{draft}', policy: 'use-desk', answer: takeNeeds },
  { method: 'GET', path: '/desk/book/{draft}/time', policy: 'use-desk', answer: showTimes },
  { method: 'POST', path: '/desk/book/{draft}/time', policy: 'use-desk', answer: takeTime },
  { method: 'GET', path: '/desk/book/{draft}/over', policy: 'use-desk', answer: showOver },
  { method: 'POST', path: '/desk/book/{draft}/over', policy: 'use-desk', answer: takeOver },
  { method: 'GET', path: '/desk/book/{draft}/who', policy: 'use-desk', answer: showWho },
  { method: 'POST', path: '/desk/book/{draft}/who', policy: 'use-desk', answer: takeWho },
  { method: 'GET', path: '/calendar/{calendar}', policy: 'anybody', answer: giveCalendar },
  { method: 'GET', path: '/desk/calendars', policy: 'use-desk', answer: showFeeds },
  { method: 'POST', path: '/desk/calendars', policy: 'use-desk', answer: takeFeed },
  { method: 'POST', path: '/desk/calendars/end', policy: 'use-desk', answer: takeEndFeed },
  { method: 'GET', path: '/desk/closed', policy: 'use-desk', answer: showClosed },
  { method: 'GET', path: '/desk/closed/new', policy: 'use-desk', answer: showClose },
  { method: 'POST', path: '/desk/closed/new', policy: 'use-desk', answer: takeClose },
  { method: 'GET', path: '/desk/closed/{block}', policy: 'use-desk', answer: showBlock },
  { method: 'POST', path: '/desk/closed/{block}/rest', policy: 'use-desk', answer: takeRest },
  { method: 'POST', path: '/desk/closed/{block}/open', policy: 'use-desk', answer: takeOpen },
  { method: 'GET', path: resourcesAt, policy: 'use-desk', answer: showResources },
  ...timetableRoutes,
  ...groupRoutes,
  { method: 'GET', path: '/desk/closed/{block}/treat', policy: 'use-desk', answer: showTreat },
  { method: 'POST', path: '/desk/closed/{block}/treat', policy: 'use-desk', answer: takeTreat },
  { method: 'POST', path: '/desk/closed/{block}/go-on', policy: 'use-desk', answer: takeGoOn },
  { method: 'GET', path: '/desk/calls', policy: 'use-desk', answer: showCalls },
  { method: 'GET', path: '/desk/calls/{block}/{booking}', policy: 'use-desk', answer: showNoteCall },
  { method: 'POST', path: '/desk/calls/{block}/{booking}', policy: 'use-desk', answer: takeNoteCall },
  { method: 'GET', path: '/desk/{place}', policy: 'use-desk', answer: showToday },
  { method: 'GET', path: '/desk/{place}/walk-ins', policy: 'use-desk', answer: showWalkIns },
  { method: 'POST', path: '/desk/{place}/walk-ins', policy: 'use-desk', answer: takeWalkIn },
  { method: 'POST', path: '/desk/{place}/walk-ins/{number}', policy: 'use-desk', answer: takeDeed },
  { method: 'GET', path: '/desk/{place}/sign', policy: 'use-desk', answer: showSign },
  { method: 'GET', path: '/desk/{place}/{day}', policy: 'use-desk', answer: showDaySheet },
  { method: 'GET', path: '/rules', policy: 'use-desk', answer: showTrials },
  { method: 'GET', path: '/rules/{service}/{trial}', policy: 'use-desk', answer: showTrial },
  always('/rules/{service}/{trial}', 'use-desk', takeTrial),
  { method: 'GET', path: '/texts', policy: 'use-desk', answer: showUndelivered },
  { method: 'POST', path: '/texts/send-again', policy: 'use-desk', answer: takeAllAgain },
  ...measuresRoutes,
  { method: 'GET', path: '/keeping', policy: 'see-due', answer: showKeeping },
  { method: 'POST', path: '/keeping', policy: 'see-due', answer: takeKeeping },
  { method: 'GET', path: listsAt, policy: 'take-list', answer: showLists },
  { method: 'POST', path: listsAt, policy: 'take-list', answer: takeLists },
  { method: 'GET', path: newListAt, policy: 'take-list', answer: showNewList },
  { method: 'POST', path: newListAt, policy: 'take-list', answer: takeNewList },
  { method: 'GET', path: '/webhooks', policy: 'see-webhooks', answer: showWebhooks },
  { method: 'POST', path: '/webhooks', policy: 'see-webhooks', answer: takeTellAgain },
  { method: 'GET', path: '/wordings', policy: 'change-words', answer: showWordings },
  { method: 'GET', path: wordingAt, policy: 'change-words', answer: showWording },
  { ...{ method: 'POST', path: wordingAt, policy: 'change-words', answer: takeWording }, keptAt: wordingAt },
  { method: 'POST', path: `${wordingAt}/turn`, policy: 'change-words', answer: takeTurnWords },
  { method: 'GET', path: '/many', policy: 'do-many', answer: showNewBulk },
  { method: 'POST', path: '/many', policy: 'do-many', answer: takeNewBulk },
  { method: 'GET', path: '/many/{bulk}', policy: 'do-many', answer: showBulk },
  { method: 'POST', path: '/many/{bulk}', policy: 'do-many', answer: takeBulk },
  { method: 'GET', path: copyAt, policy: 'give-copy', answer: showGiveCopy },
  { ...always(copyAt, 'give-copy', takeGiveCopy), keptAt: copyAt },
  { method: 'GET', path: '/switches', policy: 'turn-switches', answer: showSwitches },
  { method: 'GET', path: '/switches/{switch}', policy: 'turn-switches', answer: showSwitch },
  { ...always('/switches/{switch}', 'turn-switches', takeSwitch), keptAt: '/switches/{switch}' },
  { method: 'GET', path: '/own-details', policy: 'use-desk', answer: showOwnDetails },
  always('/own-details', 'use-desk', takeOwnDetails),
  { method: 'GET', path: '/sessions', policy: 'use-desk', answer: showOwnSessions },
  { method: 'GET', path: '/sessions/{person}', policy: 'use-desk', answer: showSessions },
  always('/sessions/{person}/end', 'use-desk', takeEndSession),
  { method: 'GET', path: one, policy: 'see-case', answer: showSummary },
  { method: 'GET', path: `${one}/tasks`, policy: 'see-case', answer: showTasks },
  { method: 'GET', path: `${one}/tasks/add`, policy: 'note', answer: showAddTask },
  typed(`${one}/tasks/add`, 'note', takeAddTask),
  { method: 'POST', path: `${one}/tasks/{task}/done`, policy: 'note', answer: takeEndTask },
  { method: 'GET', path: `${one}/answers`, policy: 'see-case', answer: showAnswers },
  { method: 'POST', path: `${one}/show`, policy: 'see-case', answer: takeShow },
  { method: 'GET', path: `${one}/documents`, policy: 'see-case', answer: showDocuments },
  { method: 'GET', path: `${one}/messages`, policy: 'see-case', answer: showMessages },
  { method: 'GET', path: `${one}/history`, policy: 'see-case', answer: showHistory },
  { method: 'GET', path: `${one}/audit`, policy: 'read-audit', answer: showTrail },
  { method: 'GET', path: `${one}/audit/table`, policy: 'read-audit', answer: takeTrail },
  { method: 'POST', path: `${one}/take`, policy: 'assign', answer: takeCase },
  { method: 'GET', path: `${one}/actions/{action}`, policy: 'act', answer: showAction },
  typed(`${one}/actions/{action}`, 'act', takeActionPost),
  { method: 'GET', path: `${one}/decision`, policy: 'see-case', answer: showDecision },
  { method: 'GET', path: `${one}/notice/{copy}`, policy: 'see-case', answer: showNotice },
  { method: 'GET', path: `${one}/people`, policy: 'note', answer: showKin },
  { method: 'POST', path: `${one}/people`, policy: 'note', answer: takeKin },
  { method: 'GET', path: `${one}/rules`, policy: 'see-case', answer: showWorkings },
  { method: 'GET', path: `${one}/assign`, policy: 'assign', answer: showAssign },
  typed(`${one}/assign`, 'assign', takeAssign),
  typed(`${one}/notes`, 'note', takeNote, one),
  typed(`${one}/messages`, 'note', takeMessage, `${one}/messages`),
  { method: 'GET', path: `${one}/call`, policy: 'note', answer: showCall },
  typed(`${one}/call`, 'note', takeCall),
  { method: 'POST', path: `${one}/seen`, policy: 'note', answer: takeSeen },
  { method: 'GET', path: `${one}/texts/{text}`, policy: 'note', answer: showText },
  { method: 'POST', path: `${one}/texts/{text}/again`, policy: 'note', answer: takeAgain },
  { method: 'POST', path: `${one}/texts/{text}/instead`, policy: 'note', answer: takeInstead },
  { method: 'POST', path: `${one}/texts/{text}/release`, policy: 'note', answer: takeRelease },
  { method: 'POST', path: `${one}/texts/{text}/came-back`, policy: 'note', answer: takeCameBack },
  typed(`${one}/texts/{text}/phoned`, 'note', takePhoned, `${one}/texts/{text}`),
  { method: 'GET', path: `${one}/documents/{file}`, policy: 'open-file', answer: showDocument },
  { method: 'GET', path: `${one}/files/{file}`, policy: 'open-file', answer: openFile },
  { method: 'GET', path: `${one}/contact`, policy: 'note', answer: showContact },
  typed(`${one}/contact`, 'note', takeContact),
  { method: 'GET', path: `${one}/change`, policy: 'note', answer: showChange },
  typed(`${one}/change`, 'note', takeChange),
  { method: 'GET', path: `${one}/change/{draft}`, policy: 'note', answer: showChanging },
  { method: 'POST', path: `${one}/change/{draft}`, policy: 'note', answer: takeChanging },
  { method: 'GET', path: `${one}/change/{draft}/parts/{part}`, policy: 'note', answer: showPart },
  typed(`${one}/change/{draft}/parts/{part}`, 'note', takePart),
  { method: 'GET', path: `${one}/change/{draft}/check`, policy: 'note', answer: showChangeCheck },
  typed(`${one}/change/{draft}/check`, 'note', takeChangeCheck),
  { method: 'GET', path: `${one}/told`, policy: 'note', answer: showSettle },
  typed(`${one}/told`, 'note', takeSettle),
  { method: 'GET', path: `${one}/hold`, policy: 'hold', answer: showHold },
  typed(`${one}/hold`, 'hold', takeHold),
  { method: 'GET', path: `${one}/emergency`, policy: 'break-glass', answer: showEmergency },
  typed(`${one}/emergency`, 'break-glass', takeEmergency),
  { method: 'GET', path: `${one}/interest`, policy: 'declare-interest', answer: showInterest },
  { method: 'POST', path: `${one}/interest`, policy: 'declare-interest', answer: takeInterest },
]
