// Whom an applicant lets see what they sent, or no more, stands in the case's history.
import type { CaseStore, Clock, Ids } from '../ports/stores.ts'

export type HelpNoted = (helper: { readonly name: string; readonly relation: string }, ended: boolean) => Promise<void>

type Ports = { readonly cases: CaseStore; readonly clock: Clock; readonly ids: Ids }

const tries = 3

/** `called`: "Maya Okafor (support worker)". Staff may change the case meanwhile: then it is read again. */
export const noteHelp = async (
  ports: Ports,
  reference: string,
  said: { readonly called: string; readonly ended: boolean },
  left = tries,
): Promise<void> => {
  const { called, ended } = said
  const before = await ports.cases.get(reference)
  if (before === undefined) return
  const now = ports.clock.now()
  const version = before.version + 1
  const event = {
    ...{ id: ports.ids.ordered(now), at: now, by: 'The applicant', action: 'help' },
    words: ended ? `no longer lets ${called} see where this is` : `lets ${called} see where this is`,
    ...{ from: before.state, to: before.state, version },
  }
  const done = await ports.cases.change({ before, subject: { ...before, version, changedAt: now }, event, texts: [] })
  if (done.ok) return
  if (done.error !== 'changed-elsewhere' || left === 1) throw new Error('Who helps could not be noted on the case')
  return noteHelp(ports, reference, said, left - 1)
}
