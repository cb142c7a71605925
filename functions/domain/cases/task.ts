// Something that somebody is to do on a case, beside its workflow (docs/rules/casework.md, "Tasks").
import type { Day } from '../day.ts'
import type { ListedCase } from './case.ts'

export type Task = {
  readonly id: string
  readonly reference: string
  readonly what: string
  readonly for: TaskFor
  readonly due: Day
  // In a note, by name; on the page of tasks; where a restricted case was opened in an emergency; because a letter
  // came back; or with an action.
  readonly from: 'mention' | 'staff' | 'emergency' | 'letter' | 'action'
  // The case is not closed before it.
  readonly mustEnd?: true
  readonly at: number
  readonly by: string
  readonly byId: string
  readonly done?: { readonly at: number; readonly by: string; readonly byId: string }
}

export type TaskFor =
  | { readonly is: 'person'; readonly id: string; readonly name: string }
  | { readonly is: 'team'; readonly team: string }

// As a list has it: what is to be done is read on the case.
export type ListedTask = Omit<Task, 'what'>

export type TaskOnCase = { readonly task: ListedTask; readonly subject: ListedCase }

export const openTasks = (tasks: readonly Task[]): readonly Task[] =>
  tasks.filter(({ done }) => done === undefined).toSorted((one, other) => (one.due < other.due ? -1 : 1))

type Named = { readonly name: string }

export type Mentions<P extends Named> = { readonly people: readonly P[]; readonly unknown: readonly string[] }

// "@Housing officer 2" at the beginning or after a space, in whatever case; an email address is no mention.
export const mentionedIn = <P extends Named>(words: string, people: readonly P[]): Mentions<P> => {
  const places = [...words.matchAll(/(?<!\S)@(?=\S)/g)].map(({ index }) => words.slice(index + 1))
  const longest = people.toSorted((one, other) => other.name.length - one.name.length)
  const found = places.map((rest) => ({ rest, person: longest.find(({ name }) => startsWith(rest, name)) }))
  return {
    people: [...new Set(found.flatMap(({ person }) => (person === undefined ? [] : [person])))],
    unknown: found.flatMap(({ rest, person }) => (person === undefined ? [`@${rest.split(/\s/)[0]}`] : [])),
  }
}

const startsWith = (rest: string, name: string): boolean =>
  rest.slice(0, name.length).toLowerCase() === name.toLowerCase() && !/^[\p{L}\p{N}]/u.test(rest.slice(name.length))
