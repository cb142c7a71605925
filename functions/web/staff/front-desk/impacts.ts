// What is done for whoever is booked in time that was closed: decided for all of them, seen as it will be, carried out, and the calls.
import { can } from '#domain/cases/access.ts'
import { actionForBlock } from '#domain/cases/steps/for-block.ts'
import { isDay } from '#domain/day.ts'
import { keepFields } from '#domain/forms/fields/index.ts'
import { one, type Problem } from '#domain/forms/kind.ts'
import type { Treatment } from '#domain/slots/impact.ts'
import { isBookable } from '#services/service.ts'
import { callsFor, noteCallMade } from '#usecases/booking/calls.ts'
import { treatmentPreviewOf } from '#usecases/booking/preview-treatment.ts'
import {
  type Choice,
  carryOutTreatment,
  choose,
  listOfBlock,
  type OnList,
  proposeFor,
  treatmentsOf,
} from '#usecases/booking/treat.ts'
import { BadRequest, html, type Reply, seeOther } from '#web/http.ts'
import { closedAt } from '#web/show/staff/front-desk/closed-pages.ts'
import { choiceInWords, choiceValue, scriptFor, treatmentFieldOf } from '#web/show/staff/front-desk/impact-pages.ts'
import { staffPages } from '#web/show/staff/pages.ts'
import { around, type DeskVisit } from '../visit.ts'
import { type BlockFound, blockIn } from './closed.ts'

const at = ({ block }: BlockFound): string => `${closedAt}/${encodeURIComponent(block.id)}`

export const showTreat = async (visit: DeskVisit): Promise<Reply> => treatReply(visit, await blockIn(visit))

const treatReply = async (visit: DeskVisit, found: BlockFound, problem?: string): Promise<Reply> => {
  const { service, block } = found
  const list = await listOfBlock(visit.desk, service, block)
  const proposals = await proposeFor(visit.desk, service, list)
  const booked = new Map(list.map((row) => [row.reference, row.booked]))
  const rows = proposals.flatMap((proposed) => {
    const row = booked.get(proposed.reference)
    return row === undefined ? [] : [{ booked: row, proposed }]
  })
  if (rows.length === 0) return seeOther(at(found))
  return html(
    staffPages.treat({
      around: around(visit, { back: { text: 'Back to the closed time', href: at(found) } }),
      ...{ block, rows, timetable: service.booking.timetable, can: treatmentsOf(service) },
      action: `${at(found)}/treat`,
      ...(problem === undefined ? {} : { problem }),
    }),
  )
}

// Twice: first to see what is done and sent, then to do it.
export const takeTreat = async (visit: DeskVisit): Promise<Reply> => {
  const { desk, request, user } = visit
  const found = await blockIn(visit)
  const list = await listOfBlock(desk, found.service, found.block)
  const choices = choicesIn(visit, list)
  if (choices.length === 0) return treatReply(visit, found, 'Select what to do for somebody')
  if (one(request.posted, 'sure') !== 'yes') return previewReply(visit, found, { list, choices })
  await choose(desk, list, { block: found.block, user, choices })
  return takeGoOn(visit)
}

const choicesIn = ({ request }: DeskVisit, list: readonly OnList[]): readonly Choice[] =>
  list.flatMap(({ reference, stage }) => {
    const typed = one(request.posted, 'all') === 'call' ? 'call' : one(request.posted, treatmentFieldOf(reference))
    const choice = stage === 'open' ? choiceFrom(typed) : undefined
    return choice === undefined ? [] : [{ reference, ...choice }]
  })

const choiceFrom = (typed: string): Omit<Choice, 'reference'> | undefined => {
  if (typed === 'link' || typed === 'call') return { is: typed }
  const [, is, day = '', time = ''] = /^(swap|move)\.(\d{4}-\d\d-\d\d)\.([\w.-]{4,60})$/.exec(typed) ?? []
  return isDay(day) && isTimed(is) ? { is, to: { day, time } } : undefined
}

const isTimed = (is: string | undefined): is is Extract<Treatment, 'swap' | 'move'> => is === 'swap' || is === 'move'

type Chosen = { readonly list: readonly OnList[]; readonly choices: readonly Choice[] }

const previewReply = async (visit: DeskVisit, found: BlockFound, { list, choices }: Chosen): Promise<Reply> => {
  const shown = async (choice: Choice) => {
    const booked = list.find(({ reference }) => reference === choice.reference)?.booked
    if (booked === undefined) return []
    const { appointment, text } = await treatmentPreviewOf(visit.desk, found.service, booked, choice)
    const { is, to } = choice
    const value = to === undefined ? choiceValue(is) : `${is}.${to.day}.${to.time}`
    return [{ booked, is, value, words: choiceInWords(is, appointment), ...(text === undefined ? {} : { text }) }]
  }
  const rows = (await Promise.all(choices.map(shown))).flat()
  return html(
    staffPages.treatPreview({
      around: around(visit, { back: { text: 'Back to what to do', href: `${at(found)}/treat` } }),
      ...{ rows, action: `${at(found)}/treat` },
    }),
  )
}

// What was decided and is not done: begun, and stopped half way.
export const takeGoOn = async (visit: DeskVisit): Promise<Reply> => {
  const found = await blockIn(visit)
  const { refused } = await carryOutTreatment(visit.desk, found.service, { block: found.block, user: visit.user })
  return seeOther(`${at(found)}${refused === 0 ? '' : `?refused=${refused}`}`)
}

export const showCalls = async (visit: DeskVisit): Promise<Reply> => {
  const { desk, user, request } = visit
  const services = desk.services.filter(isBookable).filter(({ team }) => can(user, 'book-for', { team }))
  if (services.length === 0) throw new BadRequest(403)
  const rows = await callsFor(desk, services, user)
  const done = request.query.done?.[0]
  return html(
    staffPages.calls({
      around: around(visit, { back: { text: 'Back to the front desk', href: '/desk' } }),
      ...{ rows, ...(done === undefined ? {} : { done }) },
    }),
  )
}

export const showNoteCall = (visit: DeskVisit): Promise<Reply> => noteReply(visit, [])

const callIn = async (visit: DeskVisit) => {
  const { desk, user, request } = visit
  const services = desk.services.filter(isBookable).filter(({ team }) => can(user, 'book-for', { team }))
  const rows = await callsFor(desk, services, user)
  const { block, booking } = request.pathValues
  const row = rows.find(({ impact }) => impact.block === block && impact.reference === booking)
  const service = services.find(({ id }) => id === row?.block.service)
  if (row === undefined || service === undefined) throw new BadRequest(404)
  return { row, service, needs: actionForBlock(service.workflow, 'call-for-block')?.needs ?? {} }
}

const noteReply = async (visit: DeskVisit, problems: readonly Problem[]): Promise<Reply> => {
  const { row, needs } = await callIn(visit)
  return html(
    staffPages.form({
      around: around(visit, { back: { text: 'Back to the calls', href: '/desk/calls' } }),
      title: 'Note a call',
      caption: `${row.booked.subject.title}, ${row.impact.reference}`,
      words: [scriptFor(row.impact, row.moved ? row.booked.appointment : undefined)],
      ...{ needs, typed: visit.request.posted, problems },
      ...{ action: visit.request.path, button: 'Note the call', cancel: '/desk/calls' },
    }),
  )
}

export const takeNoteCall = async (visit: DeskVisit): Promise<Reply> => {
  const { row, service, needs } = await callIn(visit)
  const { desk, user, request } = visit
  const noted = await noteCallMade(desk, service, { row, user, typed: keepFields(request.posted, needs) })
  if (noted.ok) return seeOther(`/desk/calls?done=${encodeURIComponent(row.impact.reference)}`)
  if (typeof noted.error !== 'string' && noted.error.is === 'needs') return noteReply(visit, noted.error.problems)
  const words = 'The appointment changed at this moment. Look at it, then note the call'
  return noteReply(visit, [{ field: 'called', words }])
}
