// Time: more of it, or none left. Nothing saved is ever lost.
import { type Around, citizenPage } from './around.ts'
import { paths } from './site.ts'

export type MoreTimePage = { readonly around: Around; readonly cancelHref: string }

// The way to stay that needs no JavaScript (WCAG 2.2.1, Timing Adjustable).
export const moreTimePage = ({ around, cancelHref }: MoreTimePage): string => {
  const title = 'Do you need more time?'
  return citizenPage(
    'confirm',
    around,
    { title },
    {
      title,
      words: ['If you do nothing for 30 minutes, your session will end. Answers you have saved are kept.'],
      button: 'Give me 30 more minutes',
      action: paths.stay,
      cancel: { href: cancelHref, text: 'Go back' },
    },
  )
}

export const sessionEndedPage = (around: Around): string => {
  const title = 'Your session has ended'
  return citizenPage(
    'words',
    around,
    { title },
    {
      title,
      words: [
        'We ended your session because you did not do anything for 30 minutes. This keeps your answers safe.',
        'Answers you saved before that are kept.',
      ],
      links: [
        { href: paths.comeBack, text: 'Return to a saved application' },
        { href: paths.home, text: 'Go to all services' },
      ],
    },
  )
}
