// A place in the queue: how many are ahead, about how long, and that the page looks again by itself unless it is told not to
// (WCAG 2.2.1, Timing Adjustable; 2.2.2, Pause, Stop, Hide).
import type { QueueStanding } from '#domain/switches/queue.ts'
import { telephone } from '../site.ts'
import { type Around, citizenPage } from './around.ts'

export type QueuePage = {
  readonly around: Around
  readonly standing: QueueStanding
  readonly number: number
  // Milliseconds.
  readonly now: number
  readonly noun: string
  readonly phone: string
  // The same page, looking again by itself every so many seconds, or only when asked.
  readonly again: { readonly here: string; readonly still: string; readonly byItself: string }
  readonly refreshes?: number
  // Where "Start now", or "Get another place", posts.
  readonly action: string
}

export const queuePage = (given: QueuePage): string => {
  const { around, standing, number, phone, action } = given
  const title = titleOf(standing)
  return citizenPage(
    'queue',
    around,
    { title },
    {
      title,
      number,
      words: wordsOf(given),
      waits: standing.is === 'waiting',
      button: { waiting: '', called: 'Start now', passed: 'Get another place' }[standing.is],
      refreshes: given.refreshes,
      again: given.again,
      action,
      phone: telephone(phone),
    },
  )
}

// A screen reader says the title first each time the page loads.
const titleOf = (standing: QueueStanding): string => {
  switch (standing.is) {
    case 'waiting':
      return standing.ahead === 0 ? 'You are next in the queue' : `${peopleAhead(standing.ahead)} in the queue`
    case 'called':
      return 'It is your turn'
    case 'passed':
      return 'Your place in the queue has passed'
  }
}

const peopleAhead = (ahead: number): string =>
  ahead === 1 ? '1 person is ahead of you' : `${ahead.toLocaleString('en-GB')} people are ahead of you`

const wordsOf = ({ standing, now, noun }: QueuePage): readonly string[] => {
  switch (standing.is) {
    case 'waiting':
      return [
        `It should be your turn ${inAbout(standing.calledAt - now)}.`,
        'People start in the order in which they came. You keep your place if you close this page: come back to it in this browser.',
      ]
    case 'called':
      return [
        `You can start your ${noun} now. We keep your place for ${inMinutes(standing.until - now)}.`,
        'Once you have started you do not queue again: you can save your answers and come back.',
      ]
    case 'passed':
      return ['We kept your place for an hour after it was your turn. You can get another one.']
  }
}

const inAbout = (ms: number): string => (ms < 60_000 ? 'in less than a minute' : `in about ${inMinutes(ms)}`)

const inMinutes = (ms: number): string => {
  const minutes = Math.max(1, Math.round(ms / 60_000))
  if (minutes === 1) return '1 minute'
  if (minutes < 120) return `${minutes} minutes`
  return `${Math.round(minutes / 60)} hours`
}
