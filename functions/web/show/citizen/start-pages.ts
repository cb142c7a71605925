// The catalogue of services, and a service's start page (Design System, start using a service).
import { draftDays } from '#domain/forms/answered/draft.ts'
import type { StartPage } from '#services/service.ts'
import { paths, telephone } from '../site.ts'
import { type Around, citizenPage, feedbackAt } from './around.ts'

export type HomePage = {
  readonly services: readonly { readonly name: string; readonly summary: string; readonly href: string }[]
}

export const homePage = ({ services }: HomePage): string => {
  const title = 'Council services'
  return citizenPage('home', {}, { title }, { title, services, comeBack: paths.comeBack, mine: paths.mine })
}

export type ServiceStart = {
  readonly around: Around
  readonly start: StartPage
  readonly noun: string
  // "Start now" posts here.
  readonly action: string
  // While there is a waiting room: whoever begins gets a place in a queue, and whoever has begun in this browser goes on.
  readonly button?: 'queue' | 'carry-on'
}

const otherWays: Readonly<Record<string, string>> = {
  appointment: 'Other ways to book',
  complaint: 'Other ways to complain',
}

export const startPage = ({ around, start, noun, action, button }: ServiceStart): string =>
  citizenPage(
    'start',
    around,
    { title: start.title },
    {
      start,
      action,
      otherWays: otherWays[noun] ?? 'Other ways to apply',
      phone: telephone(start.phone),
      comeBack: paths.comeBack,
      button: button === undefined ? 'Start now' : inTurnButtons[button],
      queues: button === 'queue',
    },
  )

export type Started = {
  readonly around: Around
  readonly noun: string
  readonly about?: string
  readonly reference: string
  // "23 November 2026"
  readonly saved: string
  readonly until: string
  readonly goOn: string
  // "Start another" posts here.
  readonly action: string
}

// Before somebody begins a second one beside what they have not sent.
export const startedPage = ({ around, noun, about, reference, saved, until, goOn, action }: Started): string => {
  const title = `You have already started an ${noun}`
  return citizenPage(
    'started',
    around,
    { title },
    {
      title,
      words: [`You have an ${noun} here that you have not sent.`],
      rows: [
        ...(about === undefined ? [] : [{ question: 'About', lines: [about] }]),
        { question: 'Reference', lines: [reference] },
        { question: 'Last saved', lines: [saved] },
      ],
      another: `Start another ${noun}`,
      ...{ until, goOn, action, mine: paths.mine },
    },
  )
}

const inTurnButtons = { queue: 'Get a place in the queue', 'carry-on': 'Carry on where you were' } as const

export type ClosedService = {
  readonly around: Around
  readonly start: StartPage
  readonly noun: string
  // "25 November 2026": the last day for whoever has begun; absent, as long as answers are kept.
  readonly lastDay?: string
  readonly begun?: string
  // That day is over.
  readonly over?: boolean
}

export const closedPage = ({ around, start, noun, lastDay, begun, over = false }: ClosedService): string => {
  const title = `${start.title}: closed`
  return citizenPage(
    'closed',
    around,
    { title },
    {
      title,
      words: [
        `You cannot start a new ${noun} at the moment.`,
        over
          ? `The last day to finish one that had been started was ${lastDay}. Answers you saved are kept until they run out, but they cannot be changed or sent. Contact us.`
          : `If you have started already, your answers are kept. You can finish and send them ${lastDay === undefined ? `for as long as they are kept: ${draftDays} days after you started` : `until the end of ${lastDay}`}.`,
        ...(noun === 'appointment' ? ['Appointments that are booked stay as they are.'] : []),
      ],
      begun: over ? undefined : begun,
      ...{ comeBack: paths.comeBack, feedback: feedbackAt(around, 'closed') },
      phone: telephone(start.phone),
    },
  )
}
