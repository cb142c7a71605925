// Staff pages that ask or tell one thing: sign-in, an action, assignment, a conflict, a refusal.
import type { CaseEvent } from '#domain/cases/case.ts'
import type { Action } from '#domain/cases/workflow.ts'
import type { Page } from '#domain/forms/form.ts'
import type { Problem, Typed } from '#domain/forms/kind.ts'
import type { Variables } from '#web/template-runtime.ts'
import { type ProblemStatus, problemWords } from '../citizen/problem-pages.ts'
import type { Asked } from '../controls/asked.ts'
import { enteredFrom, onOneLine } from '../controls/entered.ts'
import type { Extra } from '../controls/extra.ts'
import { linkTo } from '../controls/links.ts'
import { showQuestion } from '../controls/question.ts'
import { moment } from '../when.ts'
import { type StaffAround, staffPage } from './around.ts'
import type { DaysShown } from './front-desk/days.ts'
import { type TextCost, textCost } from './text-cost.ts'
import { type Weighed, weighedShown } from './weighed.ts'

export type SignInPage = {
  // The page that is come back to.
  readonly to: string
  // A form was sent that could not be taken; and whether what was typed is kept.
  readonly sent?: boolean
  readonly kept?: boolean
}

export const signInPage = ({ to, sent = false, kept = false }: SignInPage): string =>
  wayIn(
    'Sign in to casework',
    [
      ...(sent ? ['You have been signed out. What you have just sent has not been saved.'] : []),
      ...(kept
        ? [
            'What you typed is kept for one hour. Sign in as the same person, and it is shown again for you to check and send.',
          ]
        : []),
      'Use your council account. You may be asked to confirm that it is you.',
    ],
    { text: 'Sign in', href: `/sign-in/start?${new URLSearchParams({ to })}` },
  )

export const signedOutPage = (): string =>
  wayIn('You have signed out', ['Close the browser if others use this computer.'], again)

// The provider refused, it took too long, or the answer was not the one that was waited for.
export const notSignedInPage = (): string =>
  wayIn('You are not signed in', ['Signing in did not work, or took longer than 10 minutes. Try again.'], again)

export const noRolePage = (): string =>
  wayIn(
    'You cannot use casework yet',
    ['Your council account has no role here. Ask your manager for one, then sign in again.'],
    again,
  )

const again = { text: 'Sign in again', href: '/sign-in/start' }

const wayIn = (
  title: string,
  words: readonly string[],
  button: { readonly text: string; readonly href: string },
): string => staffPage('sign-in', {}, { title }, { title, words, button })

export type ActionPage = {
  readonly around: StaffAround
  readonly action: Action
  readonly reference: string
  readonly caseTitle: string
  // The case's version when this page was made: two people acting at once are told apart by it.
  readonly version: number
  readonly typed: Typed
  readonly problems: readonly Problem[]
  readonly extra?: Extra
  // Where it chooses a time: the days to choose from.
  readonly days?: DaysShown
  // The list that is come back to, where it is not the case.
  readonly sheet?: string
  // The text that the applicant will get, with what is known filled in.
  readonly text?: TextCost
  // What else stands on the page: answers that can be reopened, as choices in `needs`.
  readonly words?: readonly string[]
  // What it rests on, where somebody proposes or decides.
  readonly weighed?: Weighed
}

export const actionPage = (given: ActionPage): string => {
  const { action, problems, typed, extra = {} } = given
  const page: Page = { id: action.id, title: action.label, questions: action.needs ?? {} }
  const entered = enteredFrom(typed)
  const at = `/cases/${encodeURIComponent(given.reference)}`
  return staffPage(
    'action',
    given.around,
    { title: `${action.label}, ${given.reference}`, failed: problems.length > 0 },
    {
      title: action.label,
      caption: `${onOneLine(given.caseTitle)}, ${given.reference}`,
      words: given.words,
      weighed: given.weighed && weighedShown(given.weighed),
      adverse: action.adverse === true,
      fields: askedOn(page, given).map(showQuestion),
      problems: problems.map((problem) => ({
        text: problem.words,
        href: linkTo(problem, page, { entered, problems, extra }),
      })),
      action: `${at}/actions/${encodeURIComponent(action.id)}${given.days?.keep ?? ''}`,
      version: given.version,
      cost: given.text && textCost(given.text),
      sheet: given.sheet,
      days: given.days,
      cancel: given.sheet ?? at,
    },
  )
}

const askedOn = ({ title, questions }: Page, { typed, problems, extra = {} }: ActionPage): readonly Asked[] =>
  Object.entries(questions).map(([id, question]) => ({
    id,
    question,
    entered: enteredFrom(typed),
    problems,
    extra,
    keep: '',
    naming: { words: question.label ?? title, is: 'visible' },
  }))

export type AssignPage = {
  readonly around: StaffAround
  readonly reference: string
  readonly caseTitle: string
  readonly version: number
  readonly people: readonly { readonly id: string; readonly name: string; readonly hint?: string }[]
  readonly assigned?: string
  readonly problems: readonly Problem[]
}

export const assignPage = (given: AssignPage): string => {
  const at = `/cases/${encodeURIComponent(given.reference)}`
  const title = 'Who should have this case?'
  return staffPage(
    'assign',
    given.around,
    { title, failed: given.problems.length > 0 },
    {
      caption: `${onOneLine(given.caseTitle)}, ${given.reference}`,
      problems: given.problems.map(({ words }) => ({ text: words, href: '#assignee' })),
      radios: assignRadios(given, title),
      action: `${at}/assign`,
      version: given.version,
      cancel: at,
    },
  )
}

const assignRadios = ({ people, assigned, problems }: AssignPage, title: string): Variables => ({
  idPrefix: 'assignee',
  name: 'assignee',
  fieldset: { legend: { text: title, classes: 'govuk-fieldset__legend--l', isPageHeading: true } },
  errorMessage: problems[0] && { text: problems[0].words },
  items: [
    ...people.map(({ id, name, hint }) => ({
      value: id,
      text: name,
      checked: id === assigned,
      hint: hint === undefined ? undefined : { text: hint },
    })),
    ...(people.length === 0 ? [] : [{ divider: 'or' }]),
    { value: 'no-one', text: 'No one', checked: assigned === 'no-one' },
  ],
})

export type ConflictPage = {
  readonly around: StaffAround
  readonly reference: string
  // What others did since the page was opened, newest last.
  readonly since: readonly CaseEvent[]
  // What this person typed: kept on the page so that it is not lost.
  readonly typed: readonly { readonly question: string; readonly lines: readonly string[] }[]
}

export const conflictPage = ({ around, reference, since, typed }: ConflictPage): string => {
  const title = 'Someone else changed this case'
  return staffPage(
    'conflict',
    around,
    { title },
    {
      title,
      reference,
      since: since.map(({ at, by, words }) => `${moment(at)}: ${onOneLine(by)} ${words}`),
      typed,
      href: `/cases/${encodeURIComponent(reference)}`,
    },
  )
}

// `emergency`: where a restricted case is opened that cannot wait.
export const notAllowedPage = (around: StaffAround, emergency?: string): string => {
  const title = 'You cannot see or do this'
  return staffPage(
    'words',
    around,
    { title },
    {
      title,
      words: [
        'Your role or your team does not allow it. If you need it for your work, ask your manager.',
        'A case that may be your own, or of your household, is closed to you. If only your name is the same, give your date of birth at “Your own details”.',
        'This has been recorded.',
      ],
      links: [
        { href: '/cases', text: 'Go to the worklist' },
        ...(emergency === undefined
          ? []
          : [{ href: emergency, text: 'The case is restricted. Open it in an emergency, with a reason' }]),
      ],
    },
  )
}

export type StaffProblemPage = {
  readonly status: ProblemStatus
  readonly around?: StaffAround
  readonly reference?: string
}

export const staffProblemPage = ({ status, around = {}, reference }: StaffProblemPage): string => {
  const { title, words } = problemWords(status)
  return staffPage(
    'words',
    around,
    { title },
    {
      title,
      words: reference === undefined ? words : [...words, `Quote this reference: ${reference}`],
      links: [{ href: '/cases', text: 'Go to the worklist' }],
    },
  )
}
