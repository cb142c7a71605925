// What officers' actions set of the law's own clock, and when they are too early or too late. A case that was sent before its rules were
// kept with it has no clock to set: nothing stands in an officer's way then.
import type { Case } from '#domain/cases/case.ts'
import { addDays, type Day, inWords } from '#domain/day.ts'
import { date } from '#domain/forms/ask.ts'
import { answerOf } from '#domain/forms/fields/index.ts'
import { one, type Problem, type Typed } from '#domain/forms/kind.ts'
import { londonDay } from '#domain/london.ts'
import { agreedUntil, decideBy, mayDecideFrom, noticesFrom, startedOn } from '#domain/rules/statutory.ts'

type Sets = Pick<Case, 'statutory' | 'dueOn'>

// Valid: the clock starts, and the council's own aim counts from the same day.
export const startsClock = (typed: Typed, subject: Case, today: Day): Sets => {
  const term = subject.assessment?.term
  const validOn = dayIn(typed, 'validOn', today)
  if (term === undefined || validOn === undefined) return {}
  return { statutory: startedOn(term, validOn), dueOn: addDays(validOn, term.targetDays) }
}

// A wrong day is put right: the clock counts from the right one. Notices and time agreed stand.
export const correctsClock = (typed: Typed, subject: Case, today: Day): Sets => {
  const { statutory } = subject
  const validOn = dayIn(typed, 'validOn', today)
  if (statutory === undefined || validOn === undefined) return {}
  const { agreedUntil: agreed, commentsUntil } = statutory
  const fresh = startedOn(statutory.term, validOn)
  const counted = agreed === undefined ? fresh : agreedUntil(fresh, agreed)
  return {
    statutory: commentsUntil === undefined ? counted : { ...counted, commentsUntil },
    dueOn: addDays(validOn, statutory.term.targetDays),
  }
}

// Nothing is valid before it came (Development Management Procedure Order 2015, article 34(3)).
export const beforeReceipt = (typed: Typed, { openedAt }: Case, today: Day): readonly Problem[] => {
  const [validOn, received] = [dayIn(typed, 'validOn', today), londonDay(openedAt)]
  return validOn === undefined || validOn >= received
    ? []
    : [
        {
          field: 'validOn',
          words: `Date valid must be the same as or after ${inWords(received)}, when we received the application`,
        },
      ]
}

export const sameDay = (typed: Typed, { statutory }: Case, today: Day): readonly Problem[] =>
  statutory !== undefined && dayIn(typed, 'validOn', today) === statutory.validOn
    ? [{ field: 'validOn', words: `Date valid is ${inWords(statutory.validOn)} already` }]
    : []

// What the rules proposed may be changed, with a reason.
export const reasonForDate = (typed: Typed, { assessment }: Case, today: Day): readonly Problem[] => {
  const proposes = assessment?.proposes
  const proposed = proposes?.action === 'validate' ? dayIn(proposes.typed, 'validOn', today) : undefined
  if (proposed === undefined || proposed === dayIn(typed, 'validOn', today) || one(typed, 'reason') !== '') return []
  return [{ field: 'reason', words: 'Enter why you changed the date that was proposed' }]
}

export const setsNotices = (typed: Typed, { statutory }: Case, today: Day): Sets => {
  const from = dayIn(typed, 'noticesOn', today)
  return statutory === undefined || from === undefined ? {} : { statutory: noticesFrom(statutory, from) }
}

export const setsMoreTime = (typed: Typed, { statutory }: Case, today: Day): Sets => {
  const until = dayIn(typed, 'agreedUntil', today)
  return statutory === undefined || until === undefined ? {} : { statutory: agreedUntil(statutory, until) }
}

export const beforeValid = (typed: Typed, { statutory }: Case, today: Day): readonly Problem[] => {
  const from = dayIn(typed, 'noticesOn', today)
  return statutory === undefined || from === undefined || from >= statutory.validOn
    ? []
    : [
        {
          field: 'noticesOn',
          words: `Date of the notices must be the same as or after ${inWords(statutory.validOn)}, when it became valid`,
        },
      ]
}

export const notLonger = (typed: Typed, { statutory }: Case, today: Day): readonly Problem[] => {
  const until = dayIn(typed, 'agreedUntil', today)
  if (statutory === undefined || until === undefined || until > decideBy(statutory)) return []
  return [{ field: 'agreedUntil', words: `Agreed date must be after ${inWords(decideBy(statutory))}` }]
}

// No decision while people may still comment (Development Management Procedure Order 2015, article 33).
export const tooEarly = (_typed: Typed, { statutory }: Case, today: Day): readonly Problem[] => {
  if (statutory === undefined) return []
  const from = mayDecideFrom(statutory)
  if (from === undefined) return [{ field: page, words: 'Record when the notices went out before you decide' }]
  return today >= from ? [] : [{ field: page, words: `People may comment until ${inWords(addDays(from, -1))}` }]
}

// No one answer can mend it: the error leads to the page itself.
const page = 'main-content'

const anyDay = date('Date')

const dayIn = (typed: Typed, id: string, today: Day): Day | undefined => {
  const found = answerOf(typed, id, anyDay, today)
  return typeof found === 'string' ? found : undefined
}
