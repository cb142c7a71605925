// Whoever missed several appointments books the next one by phone: which, why, and what they can do if it is not so.
import { type Day, inFullWords } from '#domain/day.ts'
import { telephone } from '../../site.ts'
import { type Around, citizenPage } from '../around.ts'

export type ByPhonePage = {
  readonly around: Around
  // Newest first.
  readonly missed: readonly Day[]
  readonly phone: string
  // Where their appointments are.
  readonly mine: string
}

export const byPhonePage = ({ around, missed, phone, mine }: ByPhonePage): string => {
  const title = 'Call us to book this appointment'
  return citizenPage(
    'words',
    around,
    { title },
    {
      title,
      words: [
        `You have not booked an appointment. Call ${telephone(phone).text} and we will book one with you. Tell us if something makes it hard to come: we can help.`,
      ],
      sections: [
        {
          title: 'Why you cannot book online',
          words: [`We have noted that you did not come on ${missed.length} days in the last months:`],
          points: missed.map(inFullWords),
        },
        {
          title: 'If this is wrong',
          words: [
            'If you were there, open the appointment and choose ‘Tell us that you were there’. If you could not help it, tell us when you call. Then it does not count.',
          ],
        },
      ],
      links: [{ text: 'See your appointments', href: mine }],
    },
  )
}
