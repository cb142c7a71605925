// The task list: what is done, what is begun, what can be started. Derived from the journey, never stored.
import type { ManySection, Section } from '../form.ts'
import { itemName, type Journey } from './journey.ts'

export type TaskStatus = 'done' | 'begun' | 'not-started' | 'cannot-start'

export type FormTask = {
  readonly section: string
  readonly title: string
  readonly status: TaskStatus
  // Where the task opens: the first page to do, or its first page when all is done.
  readonly key: string
  readonly items: readonly {
    readonly item: string
    readonly name: string
    readonly status: TaskStatus
    readonly key: string
  }[]
}

export type TaskGroup = { readonly title: string; readonly tasks: readonly FormTask[] }

export const taskGroups = (walk: Journey): readonly TaskGroup[] => {
  const groups = new Map<string, FormTask[]>()
  for (const section of walk.sections) {
    const title = section.group ?? ''
    groups.set(title, [...(groups.get(title) ?? []), taskOf(walk, section)])
  }
  return [...groups].map(([title, tasks]) => ({ title, tasks }))
}

export const taskStatusOf = (walk: Journey, section: Section): TaskStatus => {
  if (!walk.mayStart(section)) return 'cannot-start'
  if (walk.sectionDone(section)) return 'done'
  return begun(walk, section) ? 'begun' : 'not-started'
}

const taskOf = (walk: Journey, section: Section): FormTask => {
  const steps = walk.steps(section)
  const open = steps.find((step) => !walk.done(step)) ?? (section.is === 'many' ? steps.at(-1) : steps[0])
  return {
    section: section.id,
    title: section.title,
    status: taskStatusOf(walk, section),
    key: section.is === 'many' ? section.id : (open?.key ?? section.id),
    items: section.is === 'many' ? itemsOf(walk, section) : [],
  }
}

const itemsOf = (walk: Journey, section: ManySection): FormTask['items'] =>
  walk.answers.itemsOf(section.id).map((item) => {
    const steps = walk.itemSteps(section, item)
    const open = steps.find((step) => !walk.done(step))
    const some = steps.some((step) => Object.keys(walk.answers.typed(step.key)).length > 0)
    const status = open === undefined ? 'done' : some ? 'begun' : 'not-started'
    return { item, name: itemName(walk.answers, section, item), status, key: (open ?? steps[0])?.key ?? section.id }
  })

const begun = (walk: Journey, section: Section): boolean =>
  walk.answers.itemsOf(section.id).length > 0 ||
  walk.steps(section).some((step) => Object.keys(walk.answers.typed(step.key)).length > 0)
