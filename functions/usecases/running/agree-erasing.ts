// A manager agrees that cases whose time is over go, or takes that back. Each case is one change of its own.
import { can } from '#domain/cases/access.ts'
import type { Case, Staff } from '#domain/cases/case.ts'
import { goingOf, holdAgreed, takenBack } from '#domain/cases/going.ts'
import { londonDay } from '#domain/london.ts'
import type { CaseStore, Clock, Ids } from '../ports/stores.ts'
import { isDue } from './due-to-erase.ts'

type Ports = { readonly clock: Clock; readonly ids: Ids; readonly cases: Pick<CaseStore, 'get' | 'change'> }

// `version`: that of the case as it was seen on the list.
export type Picked = { readonly reference: string; readonly version: number }

// What became of one: nothing where it is not theirs, not due any more, or changed since they looked.
export type PickedDone = { readonly reference: string; readonly done: boolean }

type Given = { readonly user: Staff; readonly picked: readonly Picked[] }

export const agreeToErase = (ports: Ports, given: Given): Promise<readonly PickedDone[]> =>
  each(ports, given, (subject) => {
    const now = ports.clock.now()
    const today = londonDay(now)
    const due = goingOf(subject) === undefined ? isDue(subject, today) : undefined
    return due && holdAgreed(subject, due.by.source, today, { by: given.user, now, id: ports.ids.ordered(now) })
  })

export const takeBackErasing = (ports: Ports, given: Given): Promise<readonly PickedDone[]> =>
  each(ports, given, (subject) => {
    const now = ports.clock.now()
    return goingOf(subject) && takenBack(subject, { by: given.user, now, id: ports.ids.ordered(now) })
  })

type Changing = (subject: Case) => ReturnType<typeof holdAgreed<Case>> | undefined

const each = async ({ cases }: Ports, { user, picked }: Given, changing: Changing): Promise<readonly PickedDone[]> => {
  const results: PickedDone[] = []
  for (const { reference, version } of picked) {
    const before = await cases.get(reference)
    const may = before?.version === version && can(user, 'hold', { subject: before })
    const change = may ? changing(before) : undefined
    const done =
      before !== undefined &&
      change !== undefined &&
      (await cases.change({ before, subject: change.case, event: change.event, texts: [] })).ok
    results.push({ reference, done })
  }
  return results
}
