// A session under a new id, with what this browser had open: whoever had the old id does not share what this one may see from now on.
import { held, holding, newSession, type Session } from '../session.ts'
import type { Visit } from '../visit.ts'

// `turns`: of drafts that went over to this browser just now.
export const carried = ({ counter, session }: Visit, turns: ReadonlyMap<string, number> = new Map()): Session => {
  const { drafts, others, born, owner } = session
  const now = (said: string): string => {
    const { id, turn, helper } = held(said)
    return helper === undefined ? holding({ id, turn: turns.get(id) ?? turn }) : said
  }
  return {
    ...newSession(counter.ids.secret(), counter.clock.now()),
    drafts: Object.fromEntries(Object.entries(drafts).map(([service, said]) => [service, now(said)])),
    ...(others === undefined ? {} : { others: others.map(now) }),
    ...(born === undefined ? {} : { born }),
    ...(owner === undefined ? {} : { owner }),
    browser: session.browser ?? session.id,
    before: [session.id, ...(session.before ?? [])].slice(0, 2),
  }
}
