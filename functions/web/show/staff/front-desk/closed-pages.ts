// Time that is closed: what and when, and who is booked in it and how to reach them.
import { type Day, inWords } from '#domain/day.ts'
import type { Problem, Typed } from '#domain/forms/kind.ts'
import type { Question } from '#domain/forms/question.ts'
import { type Block, partInWords } from '#domain/slots/block.ts'
import { whenOf } from '#domain/slots/booking-shown.ts'
import type { ImpactStage } from '#domain/slots/impact.ts'
import type { BookedInBlock } from '#usecases/booking/close-time.ts'
import type { OnList } from '#usecases/booking/treat.ts'
import type { Variables } from '#web/template-runtime.ts'
import { onOneLine } from '../../controls/entered.ts'
import { moment } from '../../when.ts'
import { type StaffAround, staffPage } from '../around.ts'
import { formPage } from '../work/form-page.ts'
import { outcomeOf, stagesInWords, whoShown } from './impact-pages.ts'

export const closedAt = '/desk/closed'

// One day of a place, with what to do for whoever is booked straight after it.
export const closePlaceAt = (of: { readonly service: string; readonly place: string; readonly day: Day }): string =>
  `${closedAt}/new?${new URLSearchParams(of)}`

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
  // After it is closed comes what to do for whoever is booked.
  readonly treats?: boolean
  readonly needs: Readonly<Record<string, Question>>
  readonly typed: Typed
  readonly problems: readonly Problem[]
}

export const closeTimePage = ({ around, service, treats, needs, typed, problems }: CloseTimePage): string =>
  formPage({
    ...{ around, needs, typed, problems },
    title: 'Close time',
    words: [
      'Nobody can book the time that you close. Nobody who is booked in it is cancelled: you see who they are before you close it.',
    ],
    hidden: { service, ...(treats === true ? { next: 'treat' } : {}) },
    ...{ action: `${closedAt}/new`, button: 'See who is booked', cancel: closedAt },
  })

// Before it is closed: who is booked in it.
export type ClosedTimePage = {
  readonly around: StaffAround
  readonly block: Block
  readonly booked: readonly BookedInBlock[]
  readonly typed: Typed
}

export const closedTimePage = ({ around, block, booked, typed }: ClosedTimePage): string => {
  const title = `Close ${block.name}?`
  return staffPage(
    'front-desk/closed-time',
    around,
    { title },
    {
      title,
      block: blockShown(block),
      booked: booked.map(whoShown),
      count: countInWords(booked.length),
      action: `${closedAt}/new`,
      fields: Object.entries(typed).flatMap(([name, values]) => values.map((value) => ({ name, value }))),
      list: closedAt,
    },
  )
}

export type BlockPage = {
  readonly around: StaffAround
  readonly block: Block
  readonly list: readonly OnList[]
  // Why a button did nothing.
  readonly problem?: string
}

export const blockPage = ({ around, block, list, problem }: BlockPage): string => {
  const at = `${closedAt}/${encodeURIComponent(block.id)}`
  const title = `Closed: ${block.name}`
  const booked = list.filter((one) => one.booked !== undefined)
  const count = (stage: ImpactStage): number => list.filter((one) => one.stage === stage).length
  return staffPage(
    'front-desk/block',
    around,
    { title, failed: problem !== undefined },
    {
      title,
      problems: problem === undefined ? [] : [{ text: problem, href: '#open-again' }],
      block: blockShown(block),
      told: `Closed by ${block.by} on ${moment(block.at)}.`,
      count: countInWords(booked.length),
      ...buttonsOf(block, at, count),
      stages: stages.flatMap((stage) => (count(stage) === 0 ? [] : [`${count(stage)}: ${stagesInWords[stage]}`])),
      rows: list.map((one) => listedShown(one)),
    },
  )
}

const stages = ['open', 'chosen', 'asked', 'to-call', 'ended'] as const

const buttonsOf = (block: Block, at: string, count: (stage: ImpactStage) => number): Variables => ({
  opening: block.opening === true,
  upTo: block.upTo === undefined ? undefined : inWords(block.upTo),
  open: `${at}/open`,
  rest: block.whole || block.opening === true ? undefined : `${at}/rest`,
  treat: block.whole && block.opening !== true && count('open') > 0 ? `${at}/treat` : undefined,
  goOn: block.opening !== true && count('chosen') > 0 ? `${at}/go-on` : undefined,
  calls: count('to-call') > 0 ? '/desk/calls' : undefined,
})

const listedShown = ({ reference, booked, impact, stage }: OnList): Variables => {
  const had = impact?.had ?? booked?.appointment
  return {
    when: had === undefined ? '' : whenOf(had),
    name: booked === undefined ? reference : onOneLine(booked.subject.title),
    ...{ reference, href: `/cases/${encodeURIComponent(reference)}`, what: had?.what ?? '' },
    how: booked === undefined ? '' : whoShown(booked).how,
    done: outcomeOf(impact, stage),
  }
}

const countInWords = (count: number): string =>
  count === 0
    ? 'Nobody is booked in this time'
    : count === 1
      ? '1 person is booked in this time'
      : `${count} people are booked in this time`

const blockShown = (block: Block) => {
  const { name, from, until, reason } = block
  return {
    name,
    when: from === until ? inWords(from) : `${inWords(from)} to ${inWords(until)}`,
    part: partInWords(block),
    reason,
  }
}
