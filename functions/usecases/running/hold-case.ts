// A manager keeps a case for a court or an ombudsman, and ends that again. Each says why.

import { can } from '#domain/cases/access.ts'
import type { Case, Staff } from '#domain/cases/case.ts'
import { hold, isHoldDay, lastHoldDay, release } from '#domain/cases/hold.ts'
import { inWords } from '#domain/day.ts'
import { small } from '#domain/first-letter.ts'
import { choice, date, longText } from '#domain/forms/ask.ts'
import { answerOf, problemsOf } from '#domain/forms/fields/index.ts'
import { one, type Problem, type Typed } from '#domain/forms/kind.ts'
import type { Question } from '#domain/forms/question.ts'
import { londonDay } from '#domain/london.ts'
import { no, type Result } from '#domain/result.ts'
import type { CaseStore, ChangeProblem, Clock, Ids } from '../ports/stores.ts'

type Ports = { readonly clock: Clock; readonly ids: Ids; readonly cases: CaseStore }

export const holdReasons: Readonly<Record<string, string>> = {
  court: 'A court case, or a claim that may become one',
  ombudsman: 'A complaint to an ombudsman or to the Information Commissioner',
  asked: 'The person asked us to keep it, to make or defend a legal claim',
  request: 'A request to see, correct or erase it that is not answered yet',
}

const reason = (label: string): Question => longText(label, { most: 1000, rows: 4, missing: `Enter ${small(label)}` })

/** What is asked: to keep a case, or to end that. */
export const holdNeeds = ({ held }: Pick<Case, 'held'>): Readonly<Record<string, Question>> =>
  held === undefined
    ? {
        why: choice('Select why the case must be kept', holdReasons, { label: 'Why must it be kept?' }),
        reason: reason('What has happened'),
        until: date('Day to look at it again', {
          hint: 'Within 6 months. The case stays until somebody ends the hold, even after that day.',
          must: 'future',
        }),
      }
    : { reason: reason('Why it need not be kept any longer') }

type Holding = { readonly subject: Case; readonly user: Staff; readonly version: number; readonly typed: Typed }

export type HoldRefusal = 'not-you' | ChangeProblem | readonly Problem[]

export const holdCase = async (ports: Ports, given: Holding): Promise<Result<Case, HoldRefusal>> => {
  const { subject, user, version, typed } = given
  if (!can(user, 'hold', { subject })) return no('not-you')
  if (subject.version !== version) return no('changed-elsewhere')
  const now = ports.clock.now()
  const problems = problemsIn(subject, typed, londonDay(now))
  if (problems.length > 0) return no(problems)
  const change = { by: user, now, id: ports.ids.ordered(now) }
  const said = one(typed, 'reason')
  const { case: after, event } =
    subject.held === undefined
      ? hold(subject, { ...chosen(typed, londonDay(now)), reason: said }, change)
      : release(subject, said, change)
  return ports.cases.change({ before: subject, subject: after, event, texts: [] })
}

const problemsIn = (subject: Case, typed: Typed, today: string): readonly Problem[] => {
  const problems = Object.entries(holdNeeds(subject)).flatMap(([id, question]) =>
    problemsOf(typed, id, question, today),
  )
  if (problems.length > 0 || subject.held !== undefined || isHoldDay(chosen(typed, today).until, today)) return problems
  return [{ field: 'until', words: `Day to look at it again must be on or before ${inWords(lastHoldDay(today))}` }]
}

const chosen = (typed: Typed, today: string): { readonly why: string; readonly until: string } => {
  const { until: question } = holdNeeds({})
  const until = question === undefined ? undefined : answerOf(typed, 'until', question, today)
  return { why: holdReasons[one(typed, 'why')] ?? '', until: typeof until === 'string' ? until : '' }
}
