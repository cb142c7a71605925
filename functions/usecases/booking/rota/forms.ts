// What a manager is asked of each part of a timetable, as it stands, and what they typed as an element.
import type { Day } from '#domain/day.ts'
import { problemsOf } from '#domain/forms/fields/index.ts'
import { one, type Problem, type Typed } from '#domain/forms/kind.ts'
import { no, ok, type Result } from '#domain/result.ts'
import type { Element } from '#domain/slots/elements.ts'
import type { ElementAsked, ElementForm } from './element-form.ts'
import { closuresForm, placeForm, typeForm } from './place-forms.ts'
import { staffForm } from './staff-forms.ts'
import { resourceForm, roomForm } from './thing-forms.ts'

export const formFor = (asked: ElementAsked): ElementForm | undefined => {
  const found = asked.elements.find(({ kind, id }) => kind === asked.kind && id === asked.id)
  const isNew = asked.id === 'new' && newKinds.has(asked.kind)
  if (found === undefined && !isNew) return undefined
  switch (asked.kind) {
    case 'staff':
      return staffForm(asked, found?.kind === 'staff' ? found : undefined)
    case 'room':
      return roomForm(asked, found?.kind === 'room' ? found : undefined)
    case 'resource':
      return resourceForm(asked, found?.kind === 'resource' ? found : undefined)
    case 'place':
      return found?.kind === 'place' ? placeForm(asked, found) : undefined
    case 'type':
      return found?.kind === 'type' ? typeForm(asked, found) : undefined
    case 'closures':
      return found?.kind === 'closures' ? closuresForm(found) : undefined
  }
}

const newKinds: ReadonlySet<string> = new Set(['staff', 'room', 'resource'])

export const readForm = (form: ElementForm, typed: Typed, today: Day): Result<Element, readonly Problem[]> => {
  const problems = Object.entries(form.needs).flatMap(([id, question]) => problemsOf(typed, id, question, today))
  if (problems.length > 0) return no(problems)
  const read = form.read(typed)
  return read.ok ? ok(read.value) : read
}

export const weeksTyped = (typed: Typed): number | undefined => {
  const weeks = Number(one(typed, 'weeks'))
  return Number.isInteger(weeks) && weeks >= 1 && weeks <= 8 ? weeks : undefined
}
