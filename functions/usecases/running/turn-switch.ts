// A manager turns a switch: with a reason, on record, and only where nobody else has turned one since they looked.

import { can } from '#domain/cases/access.ts'
import type { Staff } from '#domain/cases/case.ts'
import type { Day } from '#domain/day.ts'
import { draftDays } from '#domain/forms/answered/draft.ts'
import { count, date, longText } from '#domain/forms/ask.ts'
import { answerOf, problemsOf } from '#domain/forms/fields/index.ts'
import { one, type Problem, type Typed } from '#domain/forms/kind.ts'
import type { Question } from '#domain/forms/question.ts'
import { londonDay } from '#domain/london.ts'
import { no, ok, type Result } from '#domain/result.ts'
import { mostPerMinute } from '#domain/switches/queue.ts'
import { type Switches, type SwitchName, switchTurned, type To } from '#domain/switches/switches.ts'
import type { Service } from '#services/service.ts'
import type { Clock, Ids } from '../ports/stores.ts'
import type { SwitchStore } from '../ports/switches.ts'

// All that there are: two of the whole product, two of each service.
export const switchNames = (services: readonly Service[]): readonly SwitchName[] => [
  { is: 'texts' },
  { is: 'read-only' },
  ...services.flatMap(({ id }): readonly SwitchName[] => [
    { is: 'closed', service: id },
    { is: 'waiting-room', service: id },
  ]),
]

export const mayTurn = (user: Staff, name: SwitchName, services: readonly Service[]): boolean => {
  if (!('service' in name)) return can(user, 'turn-switches')
  const service = services.find(({ id }) => id === name.service)
  return service !== undefined && can(user, 'turn-switches', { team: service.team })
}

export const needsOf = (name: SwitchName, on: boolean): Readonly<Record<string, Question>> => ({
  ...(on && name.is === 'closed' ? { lastDay } : {}),
  ...(on && name.is === 'waiting-room' ? { perMinute } : {}),
  reason,
})

const lastDay = date('Last day to finish what was started', {
  optional: true,
  hint: `Leave empty to let people finish for as long as their answers are kept, ${draftDays} days.`,
  must: 'future',
  withinYears: 1,
})

const perMinute = count('How many people may start in a minute?', {
  least: 1,
  most: mostPerMinute,
})

const reason = longText('Why?', {
  most: 500,
  missing: 'Enter why you are doing this',
  hint: 'A short sentence, for example “Texts go to the wrong people”. Other managers see this. Do not name anybody.',
})

type Ports = {
  readonly clock: Clock
  readonly ids: Ids
  readonly board: SwitchStore
  readonly services: readonly Service[]
}

export type Turning = {
  readonly name: SwitchName
  readonly on: boolean
  readonly typed: Typed
  readonly user: Staff
  // The version of the switches that the person had before them.
  readonly version: number
}

export const turnSwitch = async (
  ports: Ports,
  given: Turning,
): Promise<Result<Switches, 'not-you' | 'changed-elsewhere' | readonly Problem[]>> => {
  const { name, on, typed, user, version } = given
  if (!mayTurn(user, name, ports.services)) return no('not-you')
  const at = ports.clock.now()
  const needs = needsOf(name, on)
  const problems = Object.entries(needs).flatMap(([id, question]) => problemsOf(typed, id, question, londonDay(at)))
  if (problems.length > 0) return no(problems)
  if (!isInWords(one(typed, 'reason')))
    return no([{ field: 'reason', words: 'Enter why in two words or more, for example “Wrong texts”' }])
  const before = await ports.board.get()
  if (before.version !== version) return no('changed-elsewhere')
  const told = { at, by: user.name, byId: user.id, reason: one(typed, 'reason') }
  const after = switchTurned(before, name, toOf(given, londonDay(at)), told)
  const [turn] = after.turns.slice(-1)
  if (turn === undefined) return no('changed-elsewhere')
  const kept = await ports.board.turn(ports.ids.ordered(at), after, turn)
  return kept.ok ? ok(after) : kept
}

// "-" or "x" tells the next manager nothing.
const isInWords = (said: string): boolean => (said.match(/\p{L}{2,}/gu) ?? []).length > 1

const toOf = ({ name, on, typed }: Turning, today: Day): To => {
  if (!on) return { on }
  const day = name.is === 'closed' ? answerOf(typed, 'lastDay', lastDay, today) : undefined
  const rate = name.is === 'waiting-room' ? answerOf(typed, 'perMinute', perMinute, today) : undefined
  return {
    on,
    ...(typeof day === 'string' && day !== '' ? { lastDay: day } : {}),
    ...(typeof rate === 'number' ? { perMinute: rate } : {}),
  }
}
