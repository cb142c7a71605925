// Whose an application is, by what was answered in it: so that nobody who works here works on their own.
import {
  birthTelltale,
  emailTelltale,
  homeTelltale,
  markFrom,
  phoneTelltale,
  type Telltale,
} from '#domain/cases/own.ts'
import type { AnyStep, Journey } from '#domain/forms/answered/journey.ts'
import type { Lookup } from '#domain/forms/condition.ts'
import type { Address } from '#domain/forms/fields/address.ts'
import { answerOf } from '#domain/forms/fields/index.ts'
import type { Question } from '#domain/forms/question.ts'
import type { Keys } from '../ports/stores.ts'

export const ownMarks = (keys: Keys, telltales: readonly Telltale[]): readonly string[] => [
  ...new Set(telltales.map((one) => markFrom(one, keys.hash(`own-${one.is}`, one.value)))),
]

/** Every address, number, home and person that an application names: whoever works here and is one of them has no part in it. */
export const whoseIn = (keys: Keys, walk: Journey): readonly string[] =>
  ownMarks(keys, [
    ...stepsOf(walk).flatMap((step) => told(walk, step)),
    ...[walk.answers, ...walk.sections.flatMap(({ id, is }) => (is === 'many' ? walk.answers.items(id) : []))].flatMap(
      born,
    ),
  ])

const stepsOf = (walk: Journey): readonly AnyStep[] =>
  walk.sections.flatMap((section) => [
    ...walk.steps(section),
    ...(section.is === 'many' ? walk.answers.itemsOf(section.id).flatMap((item) => walk.itemSteps(section, item)) : []),
  ])

const told = ({ answers }: Journey, step: AnyStep): readonly Telltale[] =>
  step.is !== 'page'
    ? []
    : Object.entries(step.page.questions).flatMap(([id, question]) =>
        telltale(question, answerOf(answers.typed(step.key), id, question, answers.today)),
      )

const telltale = ({ kind }: Question, answer: unknown): readonly Telltale[] => {
  if (kind === 'address') return isAddress(answer) ? [homeTelltale(answer)] : []
  if (typeof answer !== 'string' || answer === '') return []
  if (kind === 'email') return [emailTelltale(answer)]
  return kind === 'phone' ? [phoneTelltale(answer)] : []
}

const isAddress = (answer: unknown): answer is Address =>
  typeof answer === 'object' && answer !== null && 'line1' in answer && 'postcode' in answer

const born = (person: Lookup): readonly Telltale[] => {
  const [day, name] = [person.answer('dateOfBirth'), person.answer('lastName')]
  return typeof day === 'string' && typeof name === 'string' ? birthTelltale(day, name) : []
}
