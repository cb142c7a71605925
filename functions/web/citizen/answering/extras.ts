// What a page has beside its questions: addresses found for a postcode, days and times that are free, a form for a file.

import type { Step } from '#domain/forms/answered/journey.ts'
import { postcodeOf } from '#domain/forms/fields/address.ts'
import { one, type Typed } from '#domain/forms/kind.ts'
import { uploaded } from '#usecases/answering/take-uploads.ts'
import type { FoundAddress } from '#usecases/ports/gazetteer.ts'
import type { Extra } from '#web/show/controls/extra.ts'
import { slotExtra } from '../booking/slots.ts'
import type { DraftVisit } from '../visit.ts'
import { keyAt } from './address.ts'
import { mapExtra } from './map.ts'
import { uploadExtra } from './uploads.ts'

export const extraFor = async (visit: DraftVisit, step: Step, typed: Typed): Promise<Extra> => {
  if (step.page.does === 'slot-day' || step.page.does === 'slot-time') return slotExtra(visit, step)
  if (step.page.does === 'upload') return uploadExtra(visit, step)
  if (step.page.does === 'boundary') return mapExtra(visit, step)
  const id = addressIn(step)
  return id === undefined ? fitting(visit, step) : addressExtra(visit, id, typed)
}

const fitting = ({ walk }: DraftVisit, { page }: Step): Extra => {
  const found = Object.entries(page.questions).flatMap(([id, question]) =>
    question.kind === 'choice' && question.fits !== undefined ? [[id, question.fits(walk.answers)] as const] : [],
  )
  return found.length === 0 ? {} : { fits: Object.fromEntries(found) }
}

// What was posted, with what the page works out from it: the picked address in full, the files that have come.
// `stay` shows the page again: an address was looked for, not given.
export const typedFor = async (
  visit: DraftVisit,
  step: Step,
): Promise<{ readonly typed: Typed; readonly stay: boolean }> => {
  const { posted } = visit.request
  if (step.page.does === 'upload')
    return { typed: await uploaded(visit.counter.uploads, visit.draft.id, step, posted), stay: false }
  const id = addressIn(step)
  return id === undefined ? { typed: posted, stay: false } : addressTyped(visit, id, posted)
}

const addressIn = (step: Step): string | undefined =>
  Object.entries(step.page.questions).find(([, question]) => question.kind === 'address')?.[0]

const addressExtra = async (visit: DraftVisit, id: string, typed: Typed): Promise<Extra> => {
  const { query } = visit.request
  if (query.manual?.[0] === '1') return { manual: true }
  if (query.search?.[0] === '1') return { search: true }
  const looked = postcodeOf(one(typed, `${id}-search`))
  if (looked === undefined || one(typed, `${id}-line1`) !== '') return {}
  const found = await visit.counter.gazetteer.addresses(looked)
  // Or the look-up did not answer: the address can be typed.
  if (found.length === 0) return { none: looked }
  return { found: found.map((address) => ({ uprn: address.uprn, text: inOneLine(address) })) }
}

const addressTyped = async (
  visit: DraftVisit,
  id: string,
  posted: Typed,
): Promise<{ readonly typed: Typed; readonly stay: boolean }> => {
  const looked = one(posted, `${id}-search`)
  const picked = one(posted, `${id}-pick`)
  const wanted = one(posted, 'do') === 'find' || (looked !== '' && picked === '' && one(posted, `${id}-line1`) === '')
  const before = visit.walk.answers.typed(
    keyAt(visit.service.form, visit.request.path.slice(visit.service.id.length + 2)),
  )
  const search = looked === '' ? one(before, `${id}-search`) : looked
  const address = picked === '' ? undefined : await pickedFrom(visit, search, picked)
  if (address !== undefined) return { typed: { ...posted, ...filled(id, search, address) }, stay: false }
  return { typed: posted, stay: wanted && postcodeOf(looked) !== undefined }
}

const pickedFrom = async (visit: DraftVisit, search: string, uprn: string): Promise<FoundAddress | undefined> => {
  const postcode = postcodeOf(search)
  const found = postcode === undefined ? [] : await visit.counter.gazetteer.addresses(postcode)
  return found.find((address) => address.uprn === uprn)
}

const filled = (id: string, search: string, address: FoundAddress): Typed => ({
  [`${id}-search`]: [search],
  [`${id}-pick`]: [address.uprn],
  [`${id}-line1`]: [address.line1],
  [`${id}-line2`]: [address.line2],
  [`${id}-town`]: [address.town],
  [`${id}-county`]: [address.county],
  [`${id}-postcode`]: [address.postcode],
  [`${id}-uprn`]: [address.uprn],
})

const inOneLine = ({ line1, line2, town, postcode }: FoundAddress): string =>
  [line1, line2, town, postcode].filter((part) => part !== '').join(', ')
