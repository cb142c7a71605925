// A room that an officer agrees beside those of the bedroom standard: because of health, for a carer at night, for a child to foster
// (docs/rules/housing.md, "Bedrooms needed"). The rules count it from the next working on, until it ends.
import type { Case, Decision } from '#domain/cases/case.ts'
import type { Action } from '#domain/cases/workflow.ts'
import type { Day } from '#domain/day.ts'
import { choice } from '#domain/forms/ask.ts'
import { one, type Problem, type Typed } from '#domain/forms/kind.ts'
import type { Options } from '#domain/forms/question.ts'
import type { Claimed } from '#domain/rules/assessment.ts'
import { agreedWords } from '../rules/bedrooms/need-words.ts'
import {
  dayIn,
  endedDecision,
  endQuestions,
  from,
  hasStanding,
  keptDecision,
  narrowed,
  officers,
  proof,
  standingDecisionsOf,
  until,
  why,
} from './decision-questions.ts'

const kinds: Options = {
  'own-room': { label: 'A room of their own because of health' },
  carer: { label: 'A room for a carer at night' },
  foster: { label: 'A room for a child to foster' },
}

// By its place among those of its kind: two people may each need a room of their own.
const optionsOf = (rooms: readonly Claimed[]): Options =>
  Object.fromEntries(rooms.map((room, at) => [idAt(rooms, at), { label: room.words }]))

const idAt = (rooms: readonly Claimed[], at: number): string => {
  const code = rooms[at]?.code ?? ''
  const before = rooms.slice(0, at).filter((room) => room.code === code).length
  return before === 0 ? code : `${code}-${before + 1}`
}

const chosen = (rooms: readonly Claimed[], typed: Typed): Claimed | undefined =>
  rooms.find((_, at) => idAt(rooms, at) === one(typed, 'code'))

const askedFor = ({ assessment }: Case): readonly Claimed[] => assessment?.claims ?? []

const agreed = (subject: Case, today: Day): readonly Claimed[] =>
  standingDecisionsOf('room', subject, today).map(({ code, of = '' }: Decision) => ({
    ...{ code, of, words: agreedWords({ code, who: of }) },
  }))

const agreeQuestions = {
  code: choice('Select the room that you agree', kinds, { label: 'Room', for: 'officer' }),
  reason: why('Reason for the room'),
  ...proof,
  until: until('Leave it empty where the need is lasting'),
}

const endRoom = endQuestions('Select the room that ends', 'Room', kinds)

const laterThanToday = (typed: Typed, _subject: Case, today: Day): readonly Problem[] => {
  const day = dayIn(typed, 'until', today)
  return day === undefined || day > today ? [] : [{ field: 'until', words: 'Date it ends must be after today' }]
}

export const roomActions: readonly Action[] = [
  {
    id: 'agree-room',
    label: 'Agree an extra room',
    history: 'agreed an extra room',
    from,
    to: 'same',
    who: officers,
    needs: agreeQuestions,
    when: (subject) => askedFor(subject).length > 0,
    asks: narrowed(agreeQuestions, (subject) => optionsOf(askedFor(subject))),
    checks: laterThanToday,
    sets: (typed, subject, today, actor) => {
      const room = chosen(askedFor(subject), typed)
      const ends = dayIn(typed, 'until', today)
      if (room === undefined) return {}
      const about = {
        is: 'room',
        code: room.code,
        of: room.of,
        ...(ends === undefined ? {} : { until: ends }),
      } as const
      return keptDecision(about, typed, subject, { today, actor })
    },
    assesses: true,
  },
  {
    id: 'end-room',
    label: 'End an extra room',
    history: 'ended an extra room',
    from,
    to: 'same',
    who: officers,
    needs: endRoom,
    when: hasStanding('room'),
    asks: narrowed(endRoom, (subject, today) => optionsOf(agreed(subject, today))),
    sets: (typed, subject, today, actor) => {
      const room = chosen(agreed(subject, today), typed)
      return room === undefined
        ? {}
        : endedDecision({ is: 'room', code: room.code, of: room.of }, typed, subject, { today, actor })
    },
    assesses: true,
  },
]
