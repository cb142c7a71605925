// "Try the rules": any rule, on typed answers or a case's, for any day. Nothing here is kept.

import { date } from '#domain/forms/ask.ts'
import type { AskedAs } from '#domain/forms/asked-as.ts'
import type { Problem, Typed } from '#domain/forms/kind.ts'
import type { Assessment } from '#domain/rules/assessment.ts'
import type { TrialField, TrialGroup } from '#domain/rules/trial.ts'
import type { Variables } from '#web/template-runtime.ts'
import type { Asked, Shown } from '../controls/asked.ts'
import { type Entered, enteredFrom } from '../controls/entered.ts'
import { linkTo } from '../controls/links.ts'
import { showQuestion } from '../controls/question.ts'
import { partsShown } from '../working.ts'
import { type StaffAround, staffPage } from './around.ts'

export type TrialsPage = {
  readonly around: StaffAround
  readonly services: readonly {
    readonly name: string
    readonly trials: readonly { readonly title: string; readonly href: string }[]
  }[]
}

export const trialsPage = ({ around, services }: TrialsPage): string => {
  const title = 'Try the rules'
  return staffPage('trials', around, { title }, { title, services })
}

export type TrialPage = {
  readonly around: StaffAround
  readonly title: string
  readonly serviceName: string
  readonly groups: readonly TrialGroup[]
  // The day among them, under `on`.
  readonly typed: Typed
  readonly problems: readonly Problem[]
  readonly action: string
  // The case that the answers came from, or what was typed for one that is not there.
  readonly reference?: string
  readonly missing?: boolean
  readonly result?: Assessment
  readonly asked: AskedAs
}

export const trialDay = date('Day to try', { hint: 'The rules of that day are read', missing: 'Enter the day to try' })

export const trialPage = (given: TrialPage): string => {
  const { problems, typed, result, groups } = given
  const entered = enteredFrom(typed)
  const shown = ({ id, question }: TrialField): Shown => showQuestion(fieldOf(id, question, entered, problems))
  return staffPage(
    'trial',
    given.around,
    { title: `Try the rules: ${given.title}`, failed: problems.length > 0 },
    {
      title: given.title,
      caption: `Try the rules: ${given.serviceName}`,
      problems: problems.map((problem) => ({ text: problem.words, href: hrefOf(problem, groups, entered) })),
      reference: given.reference ?? '',
      missing: given.missing === true,
      action: given.action,
      day: shown({ id: 'on', question: trialDay }),
      groups: groups.map((group) => ({ title: group.title, fields: group.fields.map(shown) })),
      outcome: result === undefined ? undefined : resultOf(result, given.asked),
    },
  )
}

const resultOf = (result: Assessment, asked: AskedAs): Variables => ({
  under: result.under,
  parts: partsShown(result, asked),
})

const fieldOf = (
  id: string,
  question: TrialField['question'],
  entered: Entered,
  problems: readonly Problem[],
): Asked => ({
  id,
  question,
  entered,
  problems,
  extra: {},
  keep: '',
  naming: { words: question.label ?? id, is: 'visible' },
})

const hrefOf = (problem: Problem, groups: readonly TrialGroup[], entered: Entered): string => {
  const questions = Object.fromEntries(
    [{ id: 'on', question: trialDay }, ...groups.flatMap((group) => group.fields)].map(({ id, question }) => [
      id,
      question,
    ]),
  )
  return linkTo(problem, { id: 'trial', title: '', questions }, { entered, problems: [], extra: {} })
}
