// Somebody at a browser whose application is answered already, as a persona answers it: for pages that come after the form, without uploads.
import type { Draft } from '#domain/forms/answered/draft.ts'
import { serviceOf } from '#services/catalogue.ts'
import { newDraft } from '#usecases/answering/start-draft.ts'
import { cookieName, newSession } from '#web/citizen/session.ts'
import { sealed } from '#web/sealed.ts'
import { type Visitor, visitor } from '../worlds/visitor.ts'
import { walked } from '../worlds/walk.ts'
import { citizenOrigin, type World } from '../worlds/world.ts'
import { loadPersonas } from './personas.ts'

type Pages = Draft['pages']

// `change` answers some pages in another way.
export const drafted = async (world: World, id: string, change: Pages = {}): Promise<Visitor> => {
  const persona = loadPersonas().find((one) => one.id === id)
  const service = serviceOf(persona?.service ?? '')
  if (persona === undefined || service === undefined) throw new Error(`There is no persona ${id}`)
  const { counter } = world
  const now = counter.clock.now()
  const { draft } = walked(service.form, persona)
  const made = { ...newDraft(service, counter.ids, now), pages: { ...draft.pages, ...change }, items: draft.items }
  await counter.drafts.start(made)
  const person = visitor(world.citizen, citizenOrigin)
  const session = { ...newSession('session', now), drafts: { [service.id]: made.id } }
  person.cookies.set(cookieName, sealed(session, 'session', counter.keys))
  return person
}
