// Somebody takes an action of the workflow, staff or the applicant: state, history, texts, and what else the action does, in one transaction.
import { can } from '#domain/cases/access.ts'
import type { Actor, Case, Staff } from '#domain/cases/case.ts'
import { historyIn } from '#domain/cases/desk/hands.ts'
import type { Task } from '#domain/cases/task.ts'
import { type Action, actionAskedOf, isRuledOut, type Performed, type Refusal } from '#domain/cases/workflow.ts'
import type { Day } from '#domain/day.ts'
import { keepFields } from '#domain/forms/fields/index.ts'
import { one, type Problem, type Typed } from '#domain/forms/kind.ts'
import { londonDay } from '#domain/london.ts'
import { no, ok, type Result } from '#domain/result.ts'
import { isBookable, type Service } from '#services/service.ts'
import { type AppointmentChange, cancelAppointment, moveAppointment } from '../booking/appointments.ts'
import { leaveList } from '../booking/offers.ts'
import { concerning } from '../people/concerning.ts'
import type { NoticePrinter } from '../ports/notices.ts'
import type { CaseChange, CaseStore, ChangeProblem, HoldStore, OpenedCase, WholeCase } from '../ports/stores.ts'
import { actedOn, withTexts } from '../texts/carry-out.ts'
import { calledOff, type TextPorts } from '../texts/decide-text.ts'
import { type AskPorts, type Opened, openAgain } from './ask-for-more.ts'
import { assessedAgain } from './assess-again.ts'
import { withNotice } from './issue-notice.ts'
import { keepsOpen } from './tasks.ts'

export type ActPorts = TextPorts &
  AskPorts & { readonly cases: CaseStore; readonly holds: HoldStore; readonly notices?: NoticePrinter }

export type Acting = {
  readonly service: Service
  readonly whole: OpenedCase
  readonly action: Action
  readonly typed: Typed
  readonly user: Staff
  // The case's version that the person had before them.
  readonly version: number
}

export const takeAction = async (ports: ActPorts, asked: Acting): Promise<Result<Case, Refusal | ChangeProblem>> => {
  const needs = actionAskedOf(asked.action, asked.whole.subject, londonDay(ports.clock.now())).needs ?? {}
  const given = { ...asked, typed: keepFields(asked.typed, needs) }
  const { whole, action, user: actor } = given
  const { subject } = whole
  if (!can(actor, 'act', { subject, action })) return no({ is: 'not-you' })
  if (wasTaken(given, actor.id)) return ok(subject)
  if (subject.version !== given.version) return no('changed-elsewhere')
  const stops = closesBefore(given)
  if (stops.length > 0) return no({ is: 'needs', problems: stops })
  // By the case that it was about until now, too: nobody names another to answer what is said of them.
  if (isRuledOut(action, actor, subject, whole.hands)) return no({ is: 'not-the-same-person' })
  const known = await withConcerns(ports, given)
  return known.ok ? does(ports, known.value) : known
}

const does = async (ports: ActPorts, given: Acting): Done => {
  const { action } = given
  switch (action.does ?? 'move') {
    case 'move':
    case 'ask-for-more':
      return act(ports, given)
    case 'cancel-appointment':
      return ofBooking(given, (change) => cancelAppointment(ports, change))
    case 'move-appointment':
      return ofBooking(given, (change) => moveAppointment(ports, { ...change, ...momentIn(given.typed) }))
    case 'leave-list':
      return ofBooking(given, (change) => leaveList(ports, change))
    // The applicant's, or the machine's: each has a use case of its own.
    default:
      return no({ is: 'unknown-action' })
  }
}

// Whoever had a part in the case that it is about is known anew each time: that case goes on meanwhile.
const withConcerns = async (ports: ActPorts, given: Acting): Promise<Result<Acting, Refusal>> => {
  const { whole, action, typed } = given
  const { concerns: before, ...rest } = whole.subject
  const named = action.needs?.concerns === undefined ? before?.reference : one(typed, 'concerns').toUpperCase()
  if (named === undefined || named === '')
    return ok({ ...given, whole: { ...whole, subject: before === undefined ? whole.subject : rest } })
  const concerns = await concerning(ports, named)
  if (concerns.stands === undefined && action.needs?.concerns !== undefined)
    return no({ is: 'needs', problems: [{ field: 'concerns', words: 'No case has this reference' }] })
  return ok({ ...given, whole: { ...whole, subject: { ...whole.subject, concerns } } })
}

// A day, a dot and a time of it: what staff choose from has several days.
const momentIn = (typed: Typed): { readonly day: Day; readonly time: string } => {
  const [, day = '', time = ''] = /^(\d{4}-\d\d-\d\d)\.(.+)$/.exec(one(typed, 'time')) ?? []
  return { day, time }
}

// A task that has to end first keeps the case from its end, and not from a register; what the applicant does is never stopped by it.
const closesBefore = ({ service, whole, action }: Acting): readonly Problem[] => {
  const after = service.workflow.states[action.to]
  if (after === undefined || after.open || after.goesOn === true) return []
  const [first] = keepsOpen(whole)
  if (first === undefined) return []
  const words = `Mark the task “${first.what}” as done first. The case has to stay open until then`
  return [{ field: 'main-content', words }]
}

type Done = Promise<Result<Case, Refusal | ChangeProblem>>

const ofBooking = ({ service, whole, action, user, typed }: Acting, act: (change: AppointmentChange) => Done): Done =>
  isBookable(service)
    ? act({ service, subject: whole.subject, action: action.id, actor: user, typed })
    : Promise.resolve(no({ is: 'unknown-action' }))

// What the applicant may do of the workflow by themselves: withdraw, ask for a review. Whose case it is was settled before.
export const takeOwnAction = async (
  ports: ActPorts,
  asked: Omit<Acting, 'user' | 'action' | 'whole'> & { readonly action: string; readonly whole: WholeCase },
): Promise<Result<Case, Refusal | ChangeProblem>> => {
  const { service } = asked
  const whole = { ...asked.whole, ...historyIn(asked.whole.events) }
  const today = londonDay(ports.clock.now())
  const found = service.workflow.actions.find(({ id }) => id === asked.action)
  if (found === undefined || found.does !== undefined) return no({ is: 'unknown-action' })
  const action = actionAskedOf(found, whole.subject, today)
  const given = { ...asked, whole, action, typed: keepFields(asked.typed, action.needs ?? {}) }
  if (wasTaken(given, undefined)) return ok(whole.subject)
  if (whole.subject.version !== asked.version) return no('changed-elsewhere')
  return act(ports, { ...given, user: { is: 'applicant' } })
}

type Pressed = Pick<Acting, 'whole' | 'version' | 'action'>

// Pressed twice: the second time finds what the first did. The applicant has no id.
const wasTaken = ({ whole, version, action }: Pressed, id: string | undefined): boolean => {
  const last = whole.lately.at(-1)
  return last?.version === version + 1 && last.action === action.id && last.byId === id
}

type ByAnybody = Omit<Acting, 'user'> & { readonly user: Actor }

const act = async (ports: ActPorts, given: ByAnybody): Promise<Result<Case, Refusal | ChangeProblem>> => {
  const done = performed(ports, given)
  if (!done.ok) return done
  const opened: Result<Opened, Refusal> = given.action.does === 'ask-for-more' ? await openAgain(ports, given) : ok({})
  if (!opened.ok) return opened
  const { asked, ...opens } = opened.value
  const moved =
    given.action.assesses === true ? await assessedAgain(ports, given.service, done.value.case) : done.value.case
  const after = asked === undefined ? moved : { ...moved, asked }
  const says = done.value.text === undefined ? [] : [done.value.text]
  const { subject: before } = given.whole
  const cancels = after.state === before.state ? [] : calledOff(given.whole.texts)
  const issued = await withNotice(ports, given.service, { before, subject: after, event: done.value.event })
  const tasks = tasksAfter(given, done.value)
  return keep(ports, await withTexts(ports, given.service, { before, says, cancels, tasks, ...opens, ...issued }))
}

// One for the team, known by the event that it comes with.
const tasksAfter = ({ whole, user }: ByAnybody, { event, task }: Performed): readonly Task[] => {
  if (task === undefined || user.is !== 'staff') return []
  const { reference, team } = whole.subject
  const said = { reference, at: event.at, by: user.name, byId: user.id, from: 'action' } as const
  return [{ ...task, ...said, id: event.id, for: { is: 'team', team } }]
}

const performed = (ports: ActPorts, { service, whole, action, typed, user: actor }: ByAnybody) =>
  actedOn(ports, service, whole.subject, { action: action.id, typed, actor, hands: whole.hands })

const tries = 3

// The applicant may be typing in the draft that is dropped with it: then it is read again, and only a changed case stops us.
const keep = async (ports: ActPorts, change: CaseChange, left = tries): Promise<Result<Case, ChangeProblem>> => {
  const { before, subject } = change
  const asked = subject.asked === undefined ? before.asked : undefined
  const draft = asked === undefined ? undefined : await ports.drafts.get(asked.draftId)
  const kept = await ports.cases.change({ ...change, ...(draft?.status === 'draft' ? { drops: draft } : {}) })
  if (kept.ok || kept.error !== 'changed-elsewhere' || draft === undefined || left === 1) return kept
  const now = await ports.cases.get(before.reference)
  return now?.version === before.version ? keep(ports, change, left - 1) : kept
}
