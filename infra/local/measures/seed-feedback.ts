// What people told the demonstration's council, as if over the last weeks, given and answered through the product's own use cases.

import { counterFrom } from '#functions/wiring/residents.ts'
import { deskFrom } from '#functions/wiring/staff.ts'
import { services } from '#services/catalogue.ts'
import { staffFrom } from '#usecases/casework/sign-in.ts'
import { answerFeedback } from '#usecases/measures/answer-feedback.ts'
import { giveFeedback } from '#usecases/measures/give-feedback.ts'
import { people } from '../identity/people.ts'

const hourMs = 3_600_000

export const seedFeedback = async (env: Readonly<Record<string, string | undefined>>): Promise<void> => {
  const [{ duty: _nobodyIsTexted, ...counter }, desk] = [counterFrom(env), deskFrom(env)]
  const user = people
    .map((person) =>
      staffFrom(
        person,
        services.map(({ team }) => team),
      ),
    )
    .find((one) => one?.roles.includes('team-manager'))
  for (const { hoursAgo, rating, words, page, end, state, tag = '' } of said) {
    const at = counter.clock.now() - hoursAgo * hourMs
    const service = page.split('/')[1] ?? ''
    const from = { service, page, ...(end === undefined ? {} : { end }) }
    const given = { rating, words, trap: '', tookMs: 40_000 }
    const done = await giveFeedback({ ...counter, log: () => {}, clock: { now: () => at } }, given, from)
    if (!done.ok || state === undefined || user === undefined) continue
    const answer = {
      feedback: done.value,
      user,
      version: 1,
      state,
      tag,
      reason: 'It is the law that we ask',
      releases: false,
    }
    await answerFeedback(desk, answer)
  }
}

type Said = {
  readonly hoursAgo: number
  readonly rating: string
  readonly words: string
  readonly page: string
  readonly end?: string
  readonly state?: 'read' | 'acting' | 'changed' | 'no-action'
  readonly tag?: string
}

const said: readonly Said[] = [
  {
    ...{ hoursAgo: 3, rating: 'dissatisfied', page: '/housing/homelessness/tonight' },
    words: 'I filled this in on my phone in the car. I have nowhere to sleep and nobody answers.',
  },
  { hoursAgo: 5, rating: 'very-satisfied', words: 'Quick and easy.', page: '/bookings/confirmation', end: 'sent' },
  { hoursAgo: 20, rating: 'satisfied', words: '', page: '/bookings/confirmation', end: 'sent' },
  {
    ...{ hoursAgo: 31, rating: 'neither', page: '/planning/documents/drawing', state: 'acting', tag: 'upload' },
    words: 'It did not say how large the plan may be until I had chosen one.',
  },
  {
    ...{ hoursAgo: 55, rating: 'satisfied', page: '/housing/confirmation', end: 'sent', state: 'read' },
    words: 'Good that I could stop and come back. Ring me on 07700 900123 if you want to know more.',
  },
  {
    ...{ hoursAgo: 90, rating: 'dissatisfied', page: '/housing/check-your-answers', state: 'no-action', tag: 'length' },
    words: 'Too many questions about money.',
  },
  {
    ...{ hoursAgo: 200, rating: 'dissatisfied', page: '/housing', state: 'changed', tag: 'what you need' },
    words: 'I only found out half way what papers I need.',
  },
  {
    hoursAgo: 260,
    rating: 'very-satisfied',
    words: 'Da iawn',
    page: '/bookings/confirmation',
    end: 'sent',
    state: 'read',
  },
]
