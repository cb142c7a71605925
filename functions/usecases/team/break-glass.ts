// Opening a restricted case in an emergency: with a reason, told to the manager, for one hour. It is read and noted on, and nothing else.
import { can } from '#domain/cases/access.ts'
import type { Case, Staff } from '#domain/cases/case.ts'
import type { Task } from '#domain/cases/task.ts'
import { choice, longText } from '#domain/forms/ask.ts'
import { problemsOf } from '#domain/forms/fields/index.ts'
import { one, type Problem, type Typed } from '#domain/forms/kind.ts'
import type { Question } from '#domain/forms/question.ts'
import { londonDay } from '#domain/london.ts'
import { no, ok, type Result } from '#domain/result.ts'
import { addWorkingDays } from '#domain/working-days.ts'
import type { EmergencyStore } from '../ports/emergencies.ts'
import type { AuditEntry } from '../ports/staff.ts'
import type { Clock, Ids, Keys } from '../ports/stores.ts'
import type { TaskStore } from '../ports/tasks.ts'

type Ports = {
  readonly clock: Clock
  readonly ids: Ids
  readonly keys: Keys
  readonly tasks: Pick<TaskStore, 'add'>
  readonly emergencies: EmergencyStore
}

const lastsMs = 60 * 60_000
const judgedInDays = 2
const leastLetters = 20

const reasons = {
  danger: 'Somebody is in danger now',
  homeless: 'Somebody has nowhere to stay tonight',
  here: 'The person is at the desk or on the phone and cannot wait',
  asked: 'The police or a court ask, and it cannot wait',
} as const

export const glassNeeds: Readonly<Record<string, Question>> = {
  why: choice('Select why it cannot wait', reasons, { label: 'Why it cannot wait', for: 'officer' }),
  more: longText('What happened', {
    most: 1000,
    rows: 4,
    missing: 'Enter what happened',
    hint: 'In 20 letters or more. Your manager reads this.',
    for: 'officer',
  }),
}

type Opening = {
  readonly subject: Case
  readonly user: Staff
  readonly typed: Typed
  // The form's own mark: pressed twice, the manager is told once.
  readonly once: string
}

export const breakGlass = async (
  ports: Ports,
  { subject, user, typed, once }: Opening,
): Promise<Result<null, 'not-you' | readonly Problem[]>> => {
  if (!can(user, 'break-glass', { subject })) return no('not-you')
  const now = ports.clock.now()
  const problems = Object.entries(glassNeeds).flatMap(([id, question]) =>
    problemsOf(typed, id, question, londonDay(now)),
  )
  if (problems.length > 0) return no(problems)
  if (one(typed, 'more').trim().length < leastLetters)
    return no([{ field: 'more', words: 'What happened must be 20 letters or more' }])
  const task = toJudge(ports, { subject, user, typed, once }, now)
  // The manager is told before the case opens.
  await ports.tasks.add(subject, task, entryOf(ports, { subject, user, now }, 'add-task', task.id))
  const entry = entryOf(ports, { subject, user, now }, 'break-glass', one(typed, 'why'))
  await ports.emergencies.open(user.id, subject.reference, now + lastsMs, entry)
  return ok(null)
}

// Seen by those who may see the case: its managers, and whoever has it.
const toJudge = ({ keys }: Ports, { subject, user, typed, once }: Opening, now: number): Task => ({
  id: keys.hash('task', `${subject.reference}/emergency/${once}`),
  reference: subject.reference,
  what: `Say whether it was right that ${user.name} opened this restricted case in an emergency. ${wordsFor(one(typed, 'why'))}: ${one(typed, 'more')}`,
  for: { is: 'team', team: subject.team },
  due: addWorkingDays(londonDay(now), judgedInDays),
  from: 'emergency',
  at: now,
  by: user.name,
  byId: user.id,
})

const wordsFor = (why: string): string => Object.entries(reasons).find(([id]) => id === why)?.[1] ?? why

type Did = { readonly subject: Case; readonly user: Staff; readonly now: number }

const entryOf = ({ ids }: Ports, { subject, user, now }: Did, did: string, on: string): AuditEntry => ({
  ...{ id: ids.ordered(now), at: now, by: user.id, did, allowed: true, reference: subject.reference, on },
})

/** The person, with the restricted case that they opened in an emergency while that lasts. */
export const withEmergency = async (
  { emergencies, clock }: Pick<Ports, 'emergencies' | 'clock'>,
  user: Staff,
  { reference, sensitive }: Case,
): Promise<Staff> => {
  const until = sensitive === true ? await emergencies.until(user.id, reference, clock.now()) : undefined
  return until === undefined ? user : { ...user, emergency: { reference, until } }
}
