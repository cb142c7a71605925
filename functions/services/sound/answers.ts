// Does a service read only what its form asks? Each function that takes answers is asked with samples
// of them, and each id that it looks up is noted: a mistyped one would be nobody's answer for ever.
import type { Day } from '#domain/day.ts'
import { type Answers, answersOf } from '#domain/forms/answered/answers.ts'
import type { Lookup } from '#domain/forms/condition.ts'
import { answerOf, sampleOf } from '#domain/forms/fields/index.ts'
import type { Question } from '#domain/forms/question.ts'
import { pagesOf, questionsIn } from '#domain/forms/sound/places.ts'
import type { Service } from '../service.ts'

export const answerFaults = (service: Service): readonly string[] => {
  const questions = new Map(questionsIn(pagesOf(service.form)).map(({ id, question }) => [id, question]))
  const lists = new Set(service.form.sections.flatMap(({ id, is }) => (is === 'many' ? [id] : [])))
  const unknown = [...idsRead(service, questions)].filter((id) => !questions.has(id) && !lists.has(id))
  return unknown.map((id) => `${service.id}: reads the answer ${id}, which no page of its form asks`)
}

const idsRead = (service: Service, questions: ReadonlyMap<string, Question>): ReadonlySet<string> => {
  const ids = new Set([...service.contactAnswers, ...(service.connectionAnswers ?? []), ...bookingIds(service)])
  for (let turn = 0; turn < turns; turn += 1) readAll(service, watched({ service, questions, ids, turn }))
  return ids
}

// Enough for each option of a usual choice to be chosen once; in the first nothing is answered.
const turns = 12

const readAll = (service: Service, answers: Answers): void => {
  service.title(answers)
  service.applicant(answers)
  service.codesTo?.(answers)
  service.sensitive?.(answers)
  service.identifies?.(answers)
  service.documents?.(answers)
  service.booking?.query(answers)
}

const bookingIds = ({ booking }: Service): readonly string[] =>
  booking === undefined ? [] : [...Object.values(booking.questions), ...Object.values(booking.waiting?.questions ?? {})]

type Watch = {
  readonly service: Service
  readonly questions: ReadonlyMap<string, Question>
  readonly ids: Set<string>
  readonly turn: number
}

const watched = (watch: Watch): Answers => {
  const { service } = watch
  return { ...answersOf(service.form, { pages: {}, items: {} }, today), ...lookupIn(watch) }
}

const lookupIn = (watch: Watch): Lookup => {
  const lookup: Lookup = {
    answer: (id) => {
      watch.ids.add(id)
      return sampled(watch, id)
    },
    items: (id) => {
      watch.ids.add(id)
      return watch.turn === 0 ? [] : [{ ...lookup, outside: lookup }]
    },
    today,
  }
  return lookup
}

const sampled = ({ questions, turn }: Watch, id: string): unknown => {
  const question = questions.get(id)
  if (question === undefined || turn === 0) return undefined
  return answerOf(
    sampleOf((count) => turn % count, id, question, today),
    id,
    question,
    today,
  )
}

const today: Day = '2026-11-30'
