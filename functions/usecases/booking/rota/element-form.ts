// What a form about an element is made of, and what it is made from.
import type { Day } from '#domain/day.ts'
import type { Problem, Typed } from '#domain/forms/kind.ts'
import type { Question } from '#domain/forms/question.ts'
import type { Result } from '#domain/result.ts'
import type { Element, ElementKind } from '#domain/slots/elements.ts'
import type { Timetable } from '#domain/slots/timetable.ts'

export type ElementForm = {
  readonly title: string
  readonly words: readonly string[]
  readonly needs: Readonly<Record<string, Question>>
  readonly typed: Typed
  // What the questions themselves cannot tell; asked where they find nothing wrong.
  readonly read: (typed: Typed) => Result<Element, readonly Problem[]>
}

// `id`: 'new' for somebody or something that is not there yet.
export type ElementAsked = {
  readonly kind: ElementKind
  readonly id: string
  readonly elements: readonly Element[]
  // For the names of places and kinds of appointments.
  readonly timetable: Timetable
  readonly today: Day
  // How many weeks take turns, as far as it was typed.
  readonly weeks?: number
  readonly newId: string
}
