// What is asked of whoever closes time.
import type { Day } from '#domain/day.ts'
import { choice, date, longText, reveal, text } from '#domain/forms/ask.ts'
import { one, type Typed } from '#domain/forms/kind.ts'
import type { Question } from '#domain/forms/question.ts'
import { type Closable, closable, closableSessions, closedParts } from '#domain/slots/block.ts'
import type { Timetable } from '#domain/slots/timetable.ts'

// `session`: the one that is to be cancelled, and nothing else.
export const closingNeeds = (timetable: Timetable, session?: Closable): Readonly<Record<string, Question>> => ({
  closed: choice(
    'Select what is closed',
    Object.fromEntries(
      (session === undefined ? closable(timetable) : [session]).map(({ value, name }) => [
        value.replace(':', '--'),
        name,
      ]),
    ),
    { label: 'What is closed?', for: 'officer' },
  ),
  from: date('First day', { must: 'future', withinYears: 1, for: 'officer' }),
  until: date('Last day', { must: 'future', withinYears: 1, for: 'officer' }),
  part: choice(
    'Select which part of the day',
    { ...closedParts, hours: reveal(closedParts.hours, { hours: whichHours }) },
    { label: 'Which part of the day?', for: 'officer' },
  ),
  reason: longText('Why is it closed?', {
    ...{ most: 300, rows: 2, missing: 'Enter why it is closed', noun: 'Why it is closed' },
    ...{ hint: 'Only staff see this. Do not say who is ill or on leave.', for: 'officer' as const },
  }),
})

const whichHours = text('Hours', { missing: 'Enter which hours are closed', hint: 'Like 10am to noon', width: 20 })

/** The session that the form is about, where it is about one. */
export const sessionTyped = (timetable: Timetable, typed: Typed, today: Day) =>
  closableSessions(timetable, today).find(({ value }) => value === one(typed, 'closed').replace('--', ':'))
