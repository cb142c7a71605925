// Every staff page by name.
import { casePage } from './case-page.ts'
import {
  actionPage,
  assignPage,
  conflictPage,
  notAllowedPage,
  signedOutPage,
  signInPage,
  staffProblemPage,
  textPreviewPage,
} from './staff-pages.ts'
import { worklistPage } from './worklist-page.ts'

export const staffPages = {
  signIn: signInPage,
  signedOut: signedOutPage,
  worklist: worklistPage,
  case: casePage,
  action: actionPage,
  assign: assignPage,
  conflict: conflictPage,
  notAllowed: notAllowedPage,
  textPreview: textPreviewPage,
  problem: staffProblemPage,
} as const
