// Tasks on a case: given to a colleague who may see it or to the team, done, and listed for whoever is to do them.
import { can } from '#domain/cases/access.ts'
import type { Case, Staff } from '#domain/cases/case.ts'
import { type ListedTask, openTasks, type Task, type TaskFor, type TaskOnCase } from '#domain/cases/task.ts'
import type { Day } from '#domain/day.ts'
import { choice, choices, date, longText } from '#domain/forms/ask.ts'
import { answerOf, problemsOf } from '#domain/forms/fields/index.ts'
import { one, type Problem, type Typed } from '#domain/forms/kind.ts'
import type { Question } from '#domain/forms/question.ts'
import { londonDay } from '#domain/london.ts'
import { no, ok, type Result } from '#domain/result.ts'
import type { Service } from '#services/service.ts'
import type { PeopleStore } from '../ports/people.ts'
import type { AuditEntry, StaffDirectory } from '../ports/staff.ts'
import type { CaseParts, Clock, Ids, Keys } from '../ports/stores.ts'
import type { TaskStore } from '../ports/tasks.ts'

export type TaskPorts = {
  readonly clock: Clock
  readonly ids: Ids
  readonly keys: Keys
  readonly tasks: TaskStore
  readonly directory: StaffDirectory
}

const daysMs = 90 * 86_400_000

// Those of the team who may see the case, the person who asks first.
export const whoMayDo = async (
  { directory, clock }: Pick<TaskPorts, 'directory' | 'clock'>,
  subject: Case,
  user: Staff,
): Promise<readonly Staff[]> => {
  const all = await directory.colleagues(subject.team, clock.now() - daysMs)
  const others = all.filter(({ id }) => id !== user.id)
  return [user, ...others].filter((person) => can(person, 'note', { subject }))
}

const toTeam = 'team'

export const taskNeeds = (people: readonly Staff[], user: Staff): Readonly<Record<string, Question>> => ({
  what: longText('What is to be done', { most: 500, rows: 3, missing: 'Enter what is to be done', for: 'officer' }),
  whom: choice(
    'Select who is to do it',
    {
      ...Object.fromEntries(people.map(({ id, name }) => [`person-${id}`, id === user.id ? `${name} (you)` : name])),
      [toTeam]: 'Anybody in the team',
    },
    { label: 'Who is to do it', for: 'officer' },
  ),
  by: date('By when', { missing: 'Enter the day by which it is to be done', for: 'officer' }),
  closing: choices(
    'Select if the case has to stay open until then',
    { mustEnd: 'The case cannot be closed before this is done' },
    { label: 'Closing the case', optional: true, for: 'officer' },
  ),
})

export type Adding = {
  readonly subject: Case
  readonly user: Staff
  readonly typed: Typed
  // The form's own mark. Pressed twice, the task is there once.
  readonly once: string
}

export const addTask = async (
  ports: TaskPorts,
  { subject, user, typed, once }: Adding,
): Promise<Result<null, 'not-you' | readonly Problem[]>> => {
  if (!can(user, 'note', { subject })) return no('not-you')
  const today = londonDay(ports.clock.now())
  const people = await whoMayDo(ports, subject, user)
  const needs = taskNeeds(people, user)
  const problems = [
    ...Object.entries(needs).flatMap(([id, question]) => problemsOf(typed, id, question, today)),
    ...pastDay(typed, needs, today),
  ]
  if (problems.length > 0) return no(problems)
  const person = people.find(({ id }) => one(typed, 'whom') === `person-${id}`)
  const of: TaskFor =
    person === undefined ? { is: 'team', team: subject.team } : { is: 'person', id: person.id, name: person.name }
  await keep(ports, subject, user, {
    ...{ id: ports.keys.hash('task', `${subject.reference}/${once}`), what: one(typed, 'what'), for: of },
    ...{ due: dayIn(typed, needs, today) ?? today, from: 'staff' },
    ...(typed.closing?.includes('mustEnd') === true ? { mustEnd: true } : {}),
  })
  return ok(null)
}

const dayIn = (typed: Typed, { by }: ReturnType<typeof taskNeeds>, today: Day): Day | undefined => {
  const answer = by === undefined ? undefined : answerOf(typed, 'by', by, today)
  return typeof answer === 'string' ? answer : undefined
}

const pastDay = (typed: Typed, needs: ReturnType<typeof taskNeeds>, today: Day): readonly Problem[] => {
  const day = dayIn(typed, needs, today)
  return day !== undefined && day < today ? [{ field: 'by', words: 'By when must be today or in the future' }] : []
}

export const keep = (
  ports: Pick<TaskPorts, 'clock' | 'ids' | 'tasks'>,
  subject: Case,
  user: Staff,
  task: Omit<Task, 'reference' | 'at' | 'by' | 'byId'>,
): Promise<void> => {
  const at = ports.clock.now()
  const { reference } = subject
  const whole: Task = { ...task, reference, at, by: user.name, byId: user.id }
  return ports.tasks.add(subject, whole, entryOf(ports, { at, user, task: whole }, 'add-task'))
}

type Did = { readonly at: number; readonly user: Staff; readonly task: Task }

const entryOf = ({ ids }: Pick<TaskPorts, 'ids'>, { at, user, task }: Did, did: string): AuditEntry => ({
  ...{ id: ids.ordered(at), at, by: user.id, did, allowed: true, reference: task.reference, on: task.id },
})

// Whoever may write on the case may say that it is done: a task is no secret of whom it was given to.
export const endTask = async (
  ports: Pick<TaskPorts, 'clock' | 'ids' | 'tasks'>,
  { subject, tasks }: CaseParts,
  user: Staff,
  id: string,
): Promise<Result<null, 'not-you' | 'unknown-task'>> => {
  if (!can(user, 'note', { subject })) return no('not-you')
  const task = tasks.find((one) => one.id === id)
  if (task === undefined) return no('unknown-task')
  const at = ports.clock.now()
  const done = { ...task, done: { at, by: user.name, byId: user.id } }
  if (task.done === undefined) await ports.tasks.end(subject, done, entryOf(ports, { at, user, task }, 'end-task'))
  return ok(null)
}

// What has to end before the case is closed.
export const keepsOpen = ({ tasks }: CaseParts): readonly Task[] =>
  openTasks(tasks).filter(({ mustEnd }) => mustEnd === true)

const most = 25

type Lists = Pick<TaskPorts, 'tasks'> & { readonly people: PeopleStore; readonly services: readonly Service[] }

// A person's own and their teams', due first; none of a case that they may not see.
export const seeTasks = async (ports: Lists, user: Staff): Promise<readonly TaskOnCase[]> => {
  const teams = ports.services.map(({ team }) => team).filter((team) => user.teams.includes(team))
  const whose: readonly TaskFor[] = [
    { is: 'person', id: user.id, name: user.name },
    ...teams.map((team) => ({ is: 'team', team }) as const),
  ]
  const lists = await Promise.all(whose.map((of) => ports.tasks.open(of, most)))
  const tasks = lists.flat().toSorted(byDue).slice(0, most)
  const cases = await ports.people.cases([...new Set(tasks.map(({ reference }) => reference))])
  return tasks.flatMap((task) => {
    const subject = cases.find((found) => found.subject.reference === task.reference)?.subject
    return subject !== undefined && can(user, 'see-case', { subject }) ? [{ task, subject }] : []
  })
}

const byDue = (one: ListedTask, other: ListedTask): number =>
  one.due === other.due ? one.at - other.at : one.due < other.due ? -1 : 1
