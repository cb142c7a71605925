// One request to a staff page: before sign-in, by somebody who is signed in, or by them about a case that they may see.
import { can, type Deed } from '#domain/cases/access.ts'
import type { Staff } from '#domain/cases/case.ts'
import { timeInWords } from '#domain/forms/fields/slot-time.ts'
import { londonTime } from '#domain/london.ts'
import type { Switches } from '#domain/switches/switches.ts'
import { isBookable, type Service } from '#services/service.ts'
import type { KeptForm } from '#usecases/ports/staff.ts'
import type { OpenedCase, WholeCase } from '#usecases/ports/stores.ts'
import { BadRequest, type Request } from '../http.ts'
import { tokenFor } from '../middleware/csrf.ts'
import type { Route } from '../routes.ts'
import { type StaffAround, wordsForRoles } from '../show/staff/around.ts'
import { noticesOf } from '../show/staff/switch-pages.ts'
import type { Desk } from './desk.ts'

export type OpenVisit = { readonly desk: Desk; readonly request: Request }

export type DeskVisit = OpenVisit & {
  readonly user: Staff
  // The secret of their cookie: form tokens are bound to it.
  readonly sessionId: string
  // By which their session is named on pages.
  readonly handle: string
  // As they stand at this request: what is turned on is said on every page.
  readonly switches: Switches
  // What they sent from this page when their session had run out.
  readonly kept?: KeptForm
}

export type CaseVisit = DeskVisit & { readonly service: Service; readonly whole: OpenedCase }

// What a page asks for on a case. The others are asked within pages, of each thing shown.
export type CaseDeed = Exclude<
  Deed,
  DeskDeed | 'see-team' | 'end-sessions' | 'run-team' | 'work-in' | 'book-for' | 'close-time' | 'see-sensitive' | 'have'
>

// What a page asks for on no case in particular.
export const deskDeeds = [
  'use-desk',
  'see-measures',
  'answer-feedback',
  'read-trails',
  'turn-switches',
  'own-kpi',
  'prepare-return',
  'revise-figures',
  'see-due',
  'give-copy',
  'do-many',
  'see-webhooks',
  'take-list',
  'change-words',
] as const
export type DeskDeed = (typeof deskDeeds)[number]

export type OpenRoute = Route<OpenVisit, 'anybody'>
export type DeskRoute = Route<DeskVisit, DeskDeed>
export type CaseRoute = Route<CaseVisit, CaseDeed>
export type StaffRoute = OpenRoute | DeskRoute | CaseRoute

export const isDeskRoute = (route: DeskRoute | CaseRoute): route is DeskRoute =>
  deskDeeds.some((deed) => deed === route.policy)

export const around = (
  { desk, request, user, sessionId, switches, kept }: DeskVisit,
  more: Around = {},
): StaffAround => ({
  user: {
    name: user.name,
    role: wordsForRoles(user.roles),
    turnsSwitches: can(user, 'turn-switches'),
    readsTrails: can(user, 'read-trails'),
    frontDesk: hasFrontDesk(desk.services, user),
    inTeam: desk.services.some(({ team }) => can(user, 'work-in', { team })),
  },
  csrf: tokenFor(desk.keys, sessionId, request.id),
  notices: [
    ...(kept === undefined ? [] : [keptWords]),
    ...noticesOf(switches, Object.fromEntries(desk.services.map(({ id, name }) => [id, name]))),
  ],
  ...(user.emergency === undefined ? {} : { emergency: emergencyWords(user.emergency.until) }),
  ...more,
})

const keptWords =
  'You had been signed out, so what you typed has not been saved. It is on this page again. Check it, then send it.'

const emergencyWords = (until: number): string =>
  `You opened this restricted case in an emergency. Its managers have been told. It closes by itself at ${timeInWords(londonTime(until))}.`

// Whoever sees the cases of a service that gives appointments.
const hasFrontDesk = (services: readonly Service[], user: Staff): boolean =>
  services.some((service) => isBookable(service) && can(user, 'see-team', { team: service.team }))

type Around = Pick<StaffAround, 'back' | 'here'>

export const emergencyAt = (reference: string): string => `${caseAt(reference)}/emergency`

export const caseAt = (reference: string): string => `/cases/${encodeURIComponent(reference)}`

export const backToCase = ({ whole }: CaseVisit): Around => ({
  back: { text: 'Back to the case', href: caseAt(whole.subject.reference) },
})

/** With its history from the beginning: read now where the page was opened with the last of it. */
export const wholeIn = async ({ desk, whole }: CaseVisit): Promise<WholeCase> => {
  const { lately, earlier, hands: _, ...parts } = whole
  if (!earlier) return { ...parts, events: lately }
  const read = await desk.cases.whole(parts.subject.reference)
  if (read === undefined) throw new BadRequest(404)
  // All else stays as it was when it was settled who may see it.
  return { ...parts, events: read.events }
}

export const isOpen = ({ service, whole }: CaseVisit): boolean =>
  service.workflow.states[whole.subject.state]?.open ?? false
