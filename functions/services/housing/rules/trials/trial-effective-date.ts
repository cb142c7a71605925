// Trying an effective date on paper: where the household stood, and what happened.

import type { PlacingHistory } from '#domain/cases/placing.ts'
import { type Day, inWords } from '#domain/day.ts'
import { choice, date } from '#domain/forms/ask.ts'
import type { Lookup } from '#domain/forms/condition.ts'
import type { Question } from '#domain/forms/question.ts'
import type { Assessment } from '#domain/rules/assessment.ts'
import type { Trial } from '#domain/rules/trial.ts'
import { type PlacingEvent, place } from '../banding/effective-date.ts'
import { dorset2026 } from '../packs/dorset-2026.ts'
import { housingPackOn } from '../packs/housing-packs.ts'

const bands = Object.fromEntries(dorset2026.bands.map(({ id, label }) => [id, label]))

const asks: Readonly<Record<string, Question>> = {
  happened: choice(
    'Select what happened',
    {
      new: 'A new application',
      band: 'A change of need',
      rejoined: 'Joins again after being housed or cancelled',
      restored: 'An officer’s error, or a review that was upheld',
    },
    { label: 'What happened' },
  ),
  registered: date('Date registered or sent in'),
  bandBefore: choice('Select the band before', bands, { label: 'Band before' }),
  dateBefore: date('Effective date before'),
  bandAfter: choice('Select the band after', bands, { label: 'Band after' }),
  proofOn: date('Date that proof of the new need was received'),
  dutyOn: date('Date of a homelessness duty'),
}

export const effectiveDateTrial: Trial = {
  id: 'effective-date',
  title: 'Effective date',
  reads: [],
  asks,
  run: (answers, today) => {
    const pack = housingPackOn(today)
    const found = place(historyFrom(answers, today), eventFrom(answers, today), pack)
    const last = found.value.placings.at(-1)
    const answer = last === undefined ? '' : `Band ${last.band}, ${inWords(last.effectiveDate)}`
    const part = { id: 'date', title: 'Effective date', answer, steps: found.steps }
    return { on: today, pack: pack.name, parts: [part] } satisfies Assessment
  },
}

const historyFrom = (answers: Lookup, today: Day): PlacingHistory | undefined => {
  const band = textAt(answers, 'bandBefore')
  if (band === undefined) return undefined
  const registered = textAt(answers, 'registered') ?? today
  const effectiveDate = textAt(answers, 'dateBefore') ?? registered
  return { registered, placings: [{ band, effectiveDate, on: registered, by: 'a trial', reason: 'Tried on paper' }] }
}

const eventFrom = (answers: Lookup, today: Day): PlacingEvent => {
  const shared = { on: today, by: 'a trial', reason: 'Tried on paper', band: textAt(answers, 'bandAfter') ?? 'D' }
  const duty = textAt(answers, 'dutyOn')
  const owed = duty === undefined ? {} : { duty }
  switch (textAt(answers, 'happened')) {
    case 'band':
      return { is: 'band', evidence: textAt(answers, 'proofOn') ?? today, ...owed, ...shared }
    case 'rejoined':
      return { is: 'rejoined', ...shared }
    case 'restored':
      return { is: 'restored', effectiveDate: textAt(answers, 'dateBefore') ?? today, ...shared }
    default:
      return { is: 'new', submitted: textAt(answers, 'registered') ?? today, ...owed, ...shared }
  }
}

const textAt = (answers: Lookup, question: string): string | undefined => {
  const given = answers.answer(question)
  return typeof given === 'string' ? given : undefined
}
