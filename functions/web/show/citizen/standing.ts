// Where something stands, in the words for whoever sent it: on the list of what is theirs, and on its own page.
import type { ListedCase } from '#domain/cases/case.ts'
import { type Day, inWords } from '#domain/day.ts'
import { type Stand, standOf } from '#services/for-resident.ts'
import type { Service } from '#services/service.ts'
import type { Tag } from '../tags.ts'

export type StandingShown = { readonly state: Tag; readonly next: string; readonly by?: string }

export const standingOf = (service: Service, subject: ListedCase, today: Day): StandingShown => {
  const stand = standOf(service.forResident, subject.state)
  const colour = service.workflow.states[subject.state]?.tag
  const by = byWhen(stand, subject, { today, phone: service.start.phone })
  return {
    state: { text: stand.label, ...(colour === undefined ? {} : { colour }) },
    next: stand.next,
    ...(by === undefined ? {} : { by }),
  }
}

// What it is about, for its own applicant.
export const aboutIt = ({ forResident }: Service, subject: ListedCase): string =>
  forResident.aboutNow?.(subject) ?? subject.about ?? subject.title

type With = { readonly today: Day; readonly phone: string }

const byWhen = ({ by }: Stand, subject: ListedCase, given: With): string | undefined => {
  if (subject.asked !== undefined) return `Send it by ${inWords(subject.asked.by)}.`
  if (by === 'law' && subject.statutory !== undefined)
    return lawWords(subject.statutory.agreedUntil ?? subject.statutory.expiresOn, given)
  return by === 'aim' || by === 'law' ? aimWords(subject, given) : undefined
}

const lawWords = (last: Day, { today, phone }: With): string =>
  last < today
    ? `We had until ${inWords(last)} to decide, and are late. Call us on ${phone}.`
    : `We must decide by ${inWords(last)}.`

const aimWords = ({ dueOn, waitingSince }: ListedCase, { today, phone }: With): string | undefined => {
  if (dueOn === undefined || waitingSince !== undefined) return undefined
  return dueOn < today
    ? `We aimed to do this by ${inWords(dueOn)}, and are late. Call us on ${phone}.`
    : `We aim to do this by ${inWords(dueOn)}.`
}
