// A service's workflow is a table: action → from, to, who, needs, text. Buttons, permission, history and pictures all read it.
// `perform` is the one way a case changes: it gives the new case, its event and its texts, to be stored in one transaction.
import type { Day } from '../day.ts'
import { answerLinesOf, problemsOf } from '../forms/fields/index.ts'
import type { Problem, Typed } from '../forms/kind.ts'
import type { Question } from '../forms/question.ts'
import { no, ok, type Result } from '../result.ts'
import { addWorkingDays, workingDaysBetween } from '../working-days.ts'
import { askedIn } from './asked-by.ts'
import type { Actor, Case, CaseEvent, NewsOf, Role } from './case.ts'
import type { Counts } from './counts.ts'
import type { Hands } from './desk/hands.ts'
import { newsAfter } from './news.ts'
import type { Leads } from './steps/leads.ts'
import { isForBlock, type Machinery, settleFirst } from './steps/machinery.ts'
import type { Setting, TaskAfter } from './steps/sets.ts'

export type Workflow = {
  readonly start: string
  // Where a case starts that waits for a time to come free.
  readonly waits?: string
  readonly states: Readonly<Record<string, State>>
  readonly actions: readonly Action[]
  readonly leads: Leads
  readonly counts?: Counts
}

export type State = {
  readonly label: string
  // What the applicant is told about where it stands.
  readonly forApplicant: string
  readonly open: boolean
  // Nothing is left to do, and it is not at its end: a place on a register.
  readonly goesOn?: true
  readonly tag: 'blue' | 'light-blue' | 'green' | 'yellow' | 'orange' | 'red' | 'grey' | 'purple'
  // The service target stops while we wait for the customer.
  readonly waiting?: boolean
}

export type Action = {
  readonly id: string
  // On the button: "Start checking".
  readonly label: string
  // In the history after the person's name: "started checking the application".
  readonly history: string
  readonly from: readonly string[]
  // The state after; 'same' leaves it.
  readonly to: string
  readonly who: readonly (Role | 'applicant' | 'system')[]
  readonly needs?: Readonly<Record<string, Question>>
  // What the answers must be together, or beside what the case has: a proposal changed without a reason.
  // `now` in milliseconds.
  readonly checks?: (typed: Typed, subject: Case, today: Day, now: number) => readonly Problem[]
  // Only for a case with which it can be done: an award can end where one stands.
  readonly when?: (subject: Case, today: Day) => boolean
  // Stands beside an appointment on the list of its day, for as long as it is of use there. `now` in milliseconds.
  readonly desk?: (subject: Case, now: number) => boolean
  // What it needs of this case: of all awards, those that stand.
  readonly asks?: (subject: Case, today: Day) => Readonly<Record<string, Question>>
  // What else it sets on the case: dates of the law's own clock, what an officer decided, the band that counts.
  readonly sets?: Setting
  // The rules are read again with it: something that they rest on changed.
  readonly assesses?: boolean
  // The text template that tells the applicant.
  readonly text?: string
  // What else that text says, of what was typed.
  readonly says?: (typed: Typed) => Readonly<Record<string, string>>
  // For 'ask-for-more': what is asked for again, where the officer is not asked for it.
  readonly reopens?: (typed: Typed, subject: Case) => Reopening
  // Its page shows what it rests on: the proposal, what was checked, what is not evidenced.
  readonly weighs?: true
  // An outcome against the applicant: a person must confirm it.
  readonly adverse?: boolean
  // Not by the person who last took this other action: whoever decides is not whoever proposed.
  readonly notBy?: string
  // What the council is to look at, where the applicant takes it.
  readonly tells?: NewsOf
  // Nor by anybody who ever took one of these: whoever reviews had no part in what is reviewed.
  readonly notByAny?: readonly string[]
  // Nor by anybody who had a part in the case that this one is about: whoever answers a complaint is not complained of.
  readonly notByPart?: true
  // What somebody of the team is to do after it, as a task of the case.
  readonly task?: (typed: Typed, today: Day) => TaskAfter | undefined
  // What its page starts from, where something was proposed.
  readonly starts?: (subject: Case) => Typed
  // Machinery beside the move.
  readonly does?: Machinery
}

// Page keys or sections, what the applicant is told, and how long they have.
export type Reopening = { readonly pages: readonly string[]; readonly message: string; readonly days: number }

export type Refusal =
  | { readonly is: 'unknown-action' }
  | { readonly is: 'not-now'; readonly state: string }
  | { readonly is: 'not-you' }
  // Somebody else must: this person took the action that `notBy` names.
  | { readonly is: 'not-the-same-person' }
  | { readonly is: 'needs'; readonly problems: readonly Problem[] }

export type Performed = {
  readonly case: Case
  readonly event: CaseEvent
  readonly text?: { readonly template: string; readonly values: Readonly<Record<string, string>> }
  readonly task?: TaskAfter
}

export type Given = {
  readonly action: string
  readonly typed: Typed
  readonly actor: Actor
  readonly now: number
  readonly today: Day
  readonly id: string
  // Who did what on it. An action with `notBy` or `notByAny` is refused without it.
  readonly hands?: Hands
}

export const perform = (workflow: Workflow, subject: Case, given: Given): Result<Performed, Refusal> => {
  const found = workflow.actions.find((one) => one.id === given.action)
  if (found === undefined) return no({ is: 'unknown-action' })
  const action = actionAskedOf(found, subject, given.today)
  if (!isFor(action, subject, given.today)) return no({ is: 'not-now', state: subject.state })
  if (!mayTake(action, given.actor)) return no({ is: 'not-you' })
  if (isRuledOut(action, given.actor, subject, given.hands)) return no({ is: 'not-the-same-person' })
  const problems = needsProblems(action, subject, given)
  if (problems.length > 0) return no({ is: 'needs', problems })
  const event = eventOf(action, subject, given)
  const sets = action.sets?.(given.typed, subject, given.today, given.actor) ?? {}
  const changed = newsAfter({ ...moved(workflow, subject, event, given.today), ...sets }, action.tells, given)
  const task = action.task?.(given.typed, given.today)
  const { text: template } = action
  return ok({
    case: changed,
    event,
    ...(template === undefined ? {} : { text: { template, values: action.says?.(given.typed) ?? {} } }),
    ...(task === undefined ? {} : { task }),
  })
}

// The actions this person could take now, for the buttons.
export const actionsFor = (workflow: Workflow, subject: Case, actor: Actor, today: Day): readonly Action[] =>
  workflow.actions.filter(
    (action) => isFor(action, subject, today) && mayTake(action, actor) && !isForBlock(action.does),
  )

// The action by which somebody does a thing: none where the service does not have it.
export const actionThat = (
  { actions }: Workflow,
  does: NonNullable<Action['does']>,
  who: 'applicant' | 'system',
): Action | undefined => actions.find((action) => action.does === does && action.who.includes(who))

// In which somebody waits for a time, or has one to take.
export const waitingStates = ({ waits, actions }: Workflow): readonly string[] =>
  waits === undefined ? [] : [waits, ...actions.flatMap(({ does, to }) => (does === 'offer-time' ? [to] : []))]

export const isFor = ({ from, when }: Action, subject: Case, today: Day): boolean =>
  from.includes(subject.state) && (when?.(subject, today) ?? true)

// With the questions that it asks of this very case.
export const actionAskedOf = (action: Action, subject: Case, today: Day): Action =>
  action.asks === undefined ? action : { ...action, needs: action.asks(subject, today) }

// Software may propose an outcome against somebody; only a person decides it.
export const mayTake = (action: Action, actor: Actor): boolean => {
  if (actor.is === 'staff') return actor.roles.some((role) => action.who.includes(role))
  return action.adverse !== true && action.who.includes(actor.is)
}

export const isRuledOut = (
  action: Action,
  actor: Actor,
  { concerns }: Pick<Case, 'concerns'>,
  hands?: Hands,
): boolean => {
  const { notBy, notByAny = [], notByPart } = action
  if (notByPart === true && actor.is === 'staff' && concerns?.partIn.includes(actor.id) === true) return true
  if (notBy === undefined && notByAny.length === 0) return false
  if (hands === undefined || actor.is !== 'staff') return true
  if (notBy !== undefined && hands.last[notBy] === actor.id) return true
  return notByAny.some((part) => hands.ever[part]?.includes(actor.id))
}

// A manager of the team can do what its officers can; that is written in each `who`, not implied here.
export const actorName = (actor: Actor): string => {
  if (actor.is === 'staff') return actor.name
  return actor.is === 'applicant' ? 'The applicant' : 'Guildhall'
}

const needsProblems = (action: Action, subject: Case, given: Given): readonly Problem[] => {
  if (action.weighs === true && subject.told !== undefined) return [settleFirst]
  const each = Object.entries(action.needs ?? {}).flatMap(([id, question]) =>
    problemsOf(given.typed, id, question, given.today),
  )
  return each.length > 0 ? each : (action.checks?.(given.typed, subject, given.today, given.now) ?? [])
}

const eventOf = (action: Action, subject: Case, given: Given): CaseEvent => ({
  id: given.id,
  at: given.now,
  by: actorName(given.actor),
  ...(given.actor.is === 'staff' ? { byId: given.actor.id } : {}),
  ...(action.needs?.askedWay === undefined ? {} : { way: askedIn(given.typed).way }),
  action: action.id,
  words: action.history,
  from: subject.state,
  to: action.to === 'same' ? subject.state : action.to,
  version: subject.version + 1,
  details: Object.entries(action.needs ?? {}).map(([id, question]) => ({
    question: question.label ?? id,
    lines: answerLinesOf(given.typed, id, question, given.today),
    ...(question.sensitive === true ? { sensitive: true } : {}),
  })),
})

const moved = (workflow: Workflow, subject: Case, event: CaseEvent, today: Day): Case => {
  const state = event.to ?? subject.state
  const { dueOn: _due, waitingSince: _since, asked: _asked, replied: _replied, ...rest } = subject
  const after = workflow.states[state]
  return { ...rest, state, version: event.version, changedAt: event.at, ...clockAfter(subject, after, today) }
}

// The target stands still while we wait for the applicant, and then is later by the working days that
// we waited (docs/rules/casework.md, "Clocks"). A closed case has none. What was asked stays asked.
const clockAfter = (
  { dueOn, waitingSince, asked }: Case,
  after: State | undefined,
  today: Day,
): Pick<Case, 'dueOn' | 'waitingSince' | 'asked'> => {
  if (after?.open !== true) return {}
  const stays = asked === undefined ? {} : { asked }
  if (dueOn === undefined) return after.waiting === true ? stays : {}
  if (after.waiting === true) return { ...stays, dueOn, waitingSince: waitingSince ?? today }
  if (waitingSince === undefined) return { dueOn }
  return { dueOn: addWorkingDays(dueOn, workingDaysBetween(waitingSince, today)) }
}
