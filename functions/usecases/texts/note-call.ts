// A call that staff write down: who rang, with whom they spoke, on which day and what was said. It is a note of the case, and stands among its messages.
import { can } from '#domain/cases/access.ts'
import type { Case, Staff } from '#domain/cases/case.ts'
import type { Day } from '#domain/day.ts'
import { choice, date, longText } from '#domain/forms/ask.ts'
import { cleaned } from '#domain/forms/cleaned.ts'
import { answerOf, problemsOf } from '#domain/forms/fields/index.ts'
import { one, type Problem, type Typed } from '#domain/forms/kind.ts'
import type { Question } from '#domain/forms/question.ts'
import { instantOf, londonDay } from '#domain/london.ts'
import { no, ok, type Result } from '#domain/result.ts'
import type { CaseStore, Clock, Keys } from '../ports/stores.ts'

export const callNeeds: Readonly<Record<string, Question>> = {
  rang: choice(
    'Select who called',
    { council: 'We called', them: 'They called us' },
    { label: 'Who called?', for: 'officer' },
  ),
  with: choice(
    'Select with whom it was',
    { applicant: 'The applicant', else: 'Somebody else, such as a landlord or a helper' },
    { label: 'With whom?', hint: 'The applicant does not see what somebody else said', for: 'officer' },
  ),
  on: date('Date of the call', { must: 'past', for: 'officer' }),
  said: longText('What was said', { most: 2000, rows: 6, missing: 'Enter what was said', for: 'officer' }),
}

type Ports = {
  readonly clock: Clock
  readonly keys: Keys
  readonly cases: Pick<CaseStore, 'note'>
}

type Calling = {
  readonly subject: Case
  readonly user: Staff
  readonly typed: Typed
  // The form's own mark. Pressed twice, the call is there once.
  readonly once: string
}

export const noteCall = async (
  ports: Ports,
  { subject, user, typed, once }: Calling,
): Promise<Result<null, 'not-you' | readonly Problem[]>> => {
  if (!can(user, 'note', { subject })) return no('not-you')
  const now = ports.clock.now()
  const today = londonDay(now)
  const problems = Object.entries(callNeeds).flatMap(([id, question]) => problemsOf(typed, id, question, today))
  if (problems.length > 0) return no(problems)
  const call = {
    rang: one(typed, 'rang') === 'council' ? 'council' : 'them',
    with: one(typed, 'with') === 'applicant' ? 'applicant' : 'else',
  } as const
  await ports.cases.note(subject, {
    ...{ id: ports.keys.hash('call', `${subject.reference}/${once}`), at: atOf(dayIn(typed, today), now) },
    ...{ by: user.name, byId: user.id, words: cleaned(one(typed, 'said')), call },
    ...(call.rang === 'them' && call.with === 'applicant' ? { contact: true } : {}),
  })
  return ok(null)
}

const dayIn = (typed: Typed, today: Day): Day => {
  const { on } = callNeeds
  const answer = on === undefined ? undefined : answerOf(typed, 'on', on, today)
  return typeof answer === 'string' ? answer : today
}

// Of another day the hour is not asked for: it stands at midday.
const atOf = (day: Day, now: number): number => (day === londonDay(now) ? now : (instantOf(day, '12:00') ?? now))
