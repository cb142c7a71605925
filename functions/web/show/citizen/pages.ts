// Every page of the product by name: domain values in, HTML out. Handlers call these and nothing else of show/.

import { advicePage } from './advice-page.ts'
import { byPhonePage } from './booking/by-phone-page.ts'
import { deskNowPage } from './booking/desk-now-page.ts'
import { workshopsPage } from './booking/workshops-page.ts'
import { cannotSavePage } from './cannot-save-page.ts'
import { checkPage } from './check-page.ts'
import { byEmailPage, codePage, comeBackPage, noMoreCodesPage } from './coming-back/code-pages.ts'
import {
  helpedCasePage,
  helpersPage,
  helpingPage,
  noHelpersCodePage,
  onlyThemPage,
} from './coming-back/helper-pages.ts'
import { byPhrasePage, phrasePage } from './coming-back/phrase-pages.ts'
import {
  bookingPage,
  saveAndReturnPage,
  saveByEmailPage,
  savedPage,
  waitingPage,
  waysBackPage,
} from './coming-back/return-pages.ts'
import { contentPage, contents, cookiesPage, textsPage } from './content-pages.ts'
import { answersPage, myDataPage } from './copies.ts'
import { feedbackPage, thanksPage } from './feedback-pages.ts'
import { questionPage } from './filled.ts'
import { confirmationPage, confirmPage, declarationPage, exitPage, listPage, tasksPage } from './journey-pages.ts'
import { minePage, statusPage, whatChangesPage, writePage } from './own-pages.ts'
import { problemPage } from './problem-pages.ts'
import { queuePage } from './queue-page.ts'
import {
  finishedPage,
  finishPage,
  moreTimePage,
  notSavedPage,
  sessionEndedPage,
  sessionTakenPage,
} from './session-pages.ts'
import { closedPage, homePage, startedPage, startPage } from './start-pages.ts'

export const pages = {
  home: homePage,
  start: startPage,
  started: startedPage,
  closed: closedPage,
  queue: queuePage,
  cannotSave: cannotSavePage,
  question: questionPage,
  tasks: tasksPage,
  list: listPage,
  confirm: confirmPage,
  check: checkPage,
  advice: advicePage,
  declaration: declarationPage,
  exit: exitPage,
  confirmation: confirmationPage,
  save: saveAndReturnPage,
  saveByEmail: saveByEmailPage,
  saved: savedPage,
  comeBack: comeBackPage,
  byEmail: byEmailPage,
  waysBack: waysBackPage,
  code: codePage,
  noMoreCodes: noMoreCodesPage,
  helpers: helpersPage,
  helping: helpingPage,
  helpedCase: helpedCasePage,
  noHelpersCode: noHelpersCodePage,
  onlyThem: onlyThemPage,
  mine: minePage,
  status: statusPage,
  write: writePage,
  whatChanges: whatChangesPage,
  answers: answersPage,
  myData: myDataPage,
  booking: bookingPage,
  deskNow: deskNowPage,
  workshops: workshopsPage,
  byPhone: byPhonePage,
  waiting: waitingPage,
  moreTime: moreTimePage,
  sessionEnded: sessionEndedPage,
  sessionTaken: sessionTakenPage,
  finish: finishPage,
  finished: finishedPage,
  notSaved: notSavedPage,
  phrase: phrasePage,
  byPhrase: byPhrasePage,
  problem: problemPage,
  feedback: feedbackPage,
  thanks: thanksPage,
  content: contentPage,
  cookies: cookiesPage,
  contents,
  texts: textsPage,
} as const
