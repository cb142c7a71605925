// A note on a case: what was said on the phone, what to look at. The applicant may ask to see it. A colleague who is named in it gets a task.
import { can } from '#domain/cases/access.ts'
import type { Case, Staff } from '#domain/cases/case.ts'
import { mentionedIn } from '#domain/cases/task.ts'
import { cleaned } from '#domain/forms/cleaned.ts'
import type { Problem } from '#domain/forms/kind.ts'
import { londonDay } from '#domain/london.ts'
import { no, ok, type Result } from '#domain/result.ts'
import { addWorkingDays } from '#domain/working-days.ts'
import type { CaseStore } from '../ports/stores.ts'
import { keep, type TaskPorts, whoMayDo } from './tasks.ts'

const most = 4000

// Working days. Council to confirm.
const mentionDays = 2

type Adding = {
  readonly subject: Case
  readonly user: Staff
  readonly typed: string
  readonly once: string
  readonly contact: boolean
}

// `once`: the form's own mark. Pressed twice, the note is there once.
export const addNote = async (
  ports: TaskPorts & { readonly cases: CaseStore },
  given: Adding,
): Promise<Result<null, 'not-you' | readonly Problem[]>> => {
  const { subject, user } = given
  if (!can(user, 'note', { subject })) return no('not-you')
  const words = cleaned(given.typed)
  const named = await namedIn(ports, given, words)
  const problems = [...problemsOf(words), ...named.problems]
  if (problems.length > 0) return no(problems)
  const id = ports.keys.hash('note', `${subject.reference}/${given.once}`)
  const at = ports.clock.now()
  const contact = given.contact ? ({ contact: true } as const) : {}
  await ports.cases.note(subject, { id, at, by: user.name, byId: user.id, words, ...contact })
  const due = addWorkingDays(londonDay(at), mentionDays)
  for (const { id: to, name } of named.people)
    await keep(ports, subject, user, {
      ...{ id: ports.keys.hash('task', `${id}/${to}`), what: words, for: { is: 'person', id: to, name } },
      ...{ due, from: 'mention' },
    })
  return ok(null)
}

// Only a note with an @ asks who there is.
const namedIn = async (ports: TaskPorts, { subject, user }: Adding, words: string) => {
  if (!/(?<!\S)@\S/.test(words)) return { people: [], problems: [] }
  const people = await whoMayDo(ports, subject, user)
  const { people: named, unknown } = mentionedIn(words, people)
  const names = people.map(({ name }) => name).join(', ')
  return {
    people: named,
    problems: unknown.map((typed) => ({
      field: 'note',
      words: `${typed} is not the name of anybody who may see this case. Write @ and one of these names: ${names}`,
    })),
  }
}

const problemsOf = (words: string): readonly Problem[] => {
  if (words === '') return [{ field: 'note', words: 'Enter a note' }]
  return words.length > most ? [{ field: 'note', words: `Note must be ${most} characters or fewer` }] : []
}
