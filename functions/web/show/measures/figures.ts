// How each share is called, and its figure.
import { comparable } from '#domain/measures/figures/definitions.ts'
import { isHiddenShare } from '#domain/measures/figures/hidden-shares.ts'
import { type ShareId, shareIn } from '#domain/measures/figures/shares.ts'
import type { SeenMonth } from '#usecases/measures/see-months.ts'
import { type ShareOf, shareFigure } from './figure.ts'

export const figureOf = (
  id: ShareId,
  months: readonly SeenMonth[],
  how: { readonly hides: boolean; readonly of?: { readonly id: string; readonly name: string } },
) => {
  const { of } = how
  const called = { ...shareWords[id], ...(of === undefined ? {} : { of: of.name }) }
  const share = {
    id: of === undefined ? id : `${id}-${of.id}`,
    ...called,
    ratio: ratioOf(id),
    few: fewOf(id),
    alike: alikeOf(id),
  }
  return shareFigure(share, months, how)
}

export const shareNounOf = (id: ShareId): string => shareWords[id].noun

const ratioOf =
  (id: ShareId) =>
  ({ sums }: SeenMonth) =>
    shareIn[id](sums)

const fewOf =
  (id: ShareId) =>
  ({ sums }: SeenMonth) =>
    isHiddenShare(id, sums)

const alikeOf = (id: ShareId) => (one: SeenMonth, other: SeenMonth) => comparable(id, one, other)

const shareWords: Readonly<Record<ShareId, Omit<ShareOf, 'id' | 'ratio' | 'few' | 'alike'>>> = {
  completion: { noun: 'people finish', part: 'Finished', whole: 'Started', share: 'Share' },
  satisfaction: { noun: 'people are satisfied', part: 'Satisfied', whole: 'Answered', share: 'Share' },
  'take-up': { noun: 'people do it online', part: 'Online', whole: 'All', share: 'Share' },
  assisted: { noun: 'people have help to do it online', part: 'With help', whole: 'All', share: 'Share' },
  automated: { noun: 'outcomes need no staff', part: 'Without staff', whole: 'Outcomes', share: 'Share' },
  'in-time': { noun: 'outcomes come in time', part: 'In time', whole: 'Outcomes', share: 'Share' },
  complete: { noun: 'cases have all documents at once', part: 'Complete', whole: 'Cases', share: 'Share' },
  asked: { noun: 'cases need more from the person', part: 'Asked', whole: 'Cases', share: 'Share' },
  reassessed: { noun: 'cases are worked out again', part: 'Again', whole: 'Cases', share: 'Share' },
  contacted: { noun: 'people had to ask about their case', part: 'Asked', whole: 'Cases', share: 'Share' },
  'contacted-again': { noun: 'people who asked had to ask again', part: 'Again', whole: 'Asked', share: 'Share' },
  texts: { noun: 'texts arrive', part: 'Arrived', whole: 'Sent', share: 'Share' },
  agreed: { noun: 'cases with more time agreed keep to it', part: 'In time', whole: 'Agreed', share: 'Share' },
  booked: { noun: 'the time that we offer is booked', part: 'Booked', whole: 'Offered', share: 'Share' },
  used: { noun: 'the time that we offer is used', part: 'Used', whole: 'Offered', share: 'Share' },
  met: { noun: 'the time that we offer is spent with people', part: 'With people', whole: 'Offered', share: 'Share' },
  refused: { noun: 'times that people chose were just taken', part: 'Just taken', whole: 'Chosen', share: 'Share' },
  'cancelled-late': {
    noun: 'bookings are cancelled in their last day',
    part: 'In the last day',
    whole: 'Booked',
    share: 'Share',
  },
  'cancelled-again': {
    noun: 'times given back are used again',
    part: 'Used again',
    whole: 'Given back',
    share: 'Share',
  },
  missed: { noun: 'people with an appointment do not come', part: 'Missed', whole: 'Due', share: 'Share' },
}
