// Somebody at a browser in the middle of the small housing form (sent-cases.ts): every question answered, nothing sent yet.
import type { Draft } from '#domain/forms/answered/draft.ts'
import { cookieName, newSession } from '#web/citizen/session.ts'
import { sealed } from '#web/sealed.ts'
import type { StaffWorld } from '../worlds/staff-world.ts'
import { type Visitor, visitor } from '../worlds/visitor.ts'
import { citizenOrigin } from '../worlds/world.ts'
import { draftOf, type Sender } from './sent-cases.ts'

export type Applicant = { readonly person: Visitor; readonly draft: Draft }

export const applicant = async (
  here: StaffWorld,
  sender: Sender = {},
  pages: Draft['pages'] = {},
): Promise<Applicant> => {
  const { counter } = here.world
  const made = draftOf(counter, sender)
  const draft = { ...made, pages: { ...made.pages, ...pages } }
  await counter.drafts.start(draft)
  return { draft, person: browserOf(here, draft) }
}

// One more tab or phone that holds the same session.
export const browserOf = (here: StaffWorld, { id, service }: Draft): Visitor => {
  const { counter, citizen } = here.world
  const person = visitor(citizen, citizenOrigin)
  const session = { ...newSession(`session-${id}`, counter.clock.now()), drafts: { [service]: id } }
  person.cookies.set(cookieName, sealed(session, 'session', counter.keys))
  return person
}
