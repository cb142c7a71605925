// Time that is closed: what and when, and who is booked in it and how to reach them.
import { mayCall, otherWayInWords } from '#domain/cases/contact.ts'
import { inWords } from '#domain/day.ts'
import { timeInWords } from '#domain/forms/fields/slot-time.ts'
import type { Problem, Typed } from '#domain/forms/kind.ts'
import type { Question } from '#domain/forms/question.ts'
import { type Block, closedParts } from '#domain/slots/block.ts'
import type { BookedInBlock } from '#usecases/booking/close-time.ts'
import type { Variables } from '#web/template-runtime.ts'
import { phoneEnding } from '../../citizen/masked.ts'
import { onOneLine } from '../../controls/entered.ts'
import { moment } from '../../when.ts'
import { type StaffAround, staffPage } from '../around.ts'
import { formPage } from '../work/form-page.ts'

export const closedAt = '/desk/closed'

export type ClosedTimesPage = {
  readonly around: StaffAround
  readonly blocks: readonly Block[]
  // The services that this person may close time of.
  readonly closes: readonly { readonly id: string; readonly name: string }[]
}

export const closedTimesPage = ({ around, blocks, closes }: ClosedTimesPage): string => {
  const title = 'Closed time'
  return staffPage(
    'front-desk/closed-times',
    around,
    { title },
    {
      title,
      closes: closes.map(({ id, name }) => ({
        text: closes.length === 1 ? 'Close time' : `Close time of ${name}`,
        href: `${closedAt}/new?${new URLSearchParams({ service: id })}`,
      })),
      blocks: blocks.map((block) => ({ ...blockShown(block), href: `${closedAt}/${encodeURIComponent(block.id)}` })),
    },
  )
}

export type CloseTimePage = {
  readonly around: StaffAround
  readonly service: string
  readonly needs: Readonly<Record<string, Question>>
  readonly typed: Typed
  readonly problems: readonly Problem[]
}

export const closeTimePage = ({ around, service, needs, typed, problems }: CloseTimePage): string =>
  formPage({
    ...{ around, needs, typed, problems },
    title: 'Close time',
    words: [
      'Nobody can book the time that you close. Nobody who is booked in it is cancelled: you see who they are before you close it.',
    ],
    hidden: { service },
    ...{ action: `${closedAt}/new`, button: 'See who is booked', cancel: closedAt },
  })

export type ClosedTimePage = {
  readonly around: StaffAround
  readonly block: Block
  readonly booked: readonly BookedInBlock[]
  // What was typed, where it is not closed yet.
  readonly typed?: Typed
  // Why a button did nothing.
  readonly problem?: string
}

export const closedTimePage = ({ around, block, booked, typed, problem }: ClosedTimePage): string => {
  const title = typed === undefined ? `Closed: ${block.name}` : `Close ${block.name}?`
  return staffPage(
    'front-desk/closed-time',
    around,
    { title, failed: problem !== undefined },
    {
      title,
      problems: problem === undefined ? [] : [{ text: problem, href: '#open-again' }],
      block: blockShown(block),
      told: typed === undefined ? `Closed by ${block.by} on ${moment(block.at)}.` : undefined,
      booked: booked.map(bookedShown),
      count: countInWords(booked.length),
      rest: typed === undefined && !block.whole ? `${closedAt}/${encodeURIComponent(block.id)}/rest` : undefined,
      open: typed === undefined ? `${closedAt}/${encodeURIComponent(block.id)}/open` : undefined,
      action: typed === undefined ? undefined : `${closedAt}/new`,
      fields: Object.entries(typed ?? {}).flatMap(([name, values]) => values.map((value) => ({ name, value }))),
      list: closedAt,
    },
  )
}

const countInWords = (count: number): string =>
  count === 0
    ? 'Nobody is booked in this time'
    : count === 1
      ? '1 person is booked in this time'
      : `${count} people are booked in this time`

const blockShown = ({ name, from, until, part, reason }: Block) => ({
  name,
  when: from === until ? inWords(from) : `${inWords(from)} to ${inWords(until)}`,
  part: closedParts[part],
  reason,
})

const bookedShown = ({ subject, appointment }: BookedInBlock): Variables => {
  const { applicant, reference, title } = subject
  const call = mayCall(applicant) && applicant.phone !== undefined
  return {
    when: `${timeInWords(appointment.from)} to ${timeInWords(appointment.until)}, ${inWords(appointment.day)}`,
    ...{ name: onOneLine(title), reference, href: `/cases/${encodeURIComponent(reference)}` },
    what: appointment.what,
    how: call ? `Call the ${phoneEnding(applicant.phone ?? '')}` : otherWayInWords(applicant, 'text'),
  }
}
