// Documents that were asked for and have not come: a reminder after 7 and 14 days, a warning a week before the last day, and after
// it the request closes (docs/rules/housing.md, "Evidence"). What becomes of the application then is for an officer to decide.
import type { AskedOfThem, Case, ListedCase } from '#domain/cases/case.ts'
import { type Chaser, chasers } from '#domain/cases/evidence.ts'
import { addDays, type Day } from '#domain/day.ts'
import { londonDay } from '#domain/london.ts'
import type { Service } from '#services/service.ts'
import { noneIfErased } from '../ports/seals.ts'
import { actedOn, carryOut, type ToCarryOut } from '../texts/carry-out.ts'
import type { NightPorts } from './recalculate.ts'

const actions: Readonly<Record<Chaser, string>> = {
  reminder: 'remind-documents',
  warning: 'warn-documents',
  close: 'documents-not-sent',
}

// Gives whether it was chased. A night that was missed sends one text for all that it missed; twice in one night sends none again.
export const chased = async (ports: NightPorts, service: Service, listed: ListedCase): Promise<boolean> => {
  if (dueOf(ports, listed.asked) === undefined) return false
  const before = (await ports.cases.whole(listed.reference).catch(noneIfErased))?.subject
  const due = dueOf(ports, before?.asked)
  if (before === undefined || due === undefined) return false
  const change = await changeFor(ports, service, before, due)
  if (change === undefined) return false
  const kept = await carryOut(ports, service, change)
  if (!kept.ok) ports.log({ level: 'warn', event: 'not-chased', reference: before.reference, error: kept.error })
  return kept.ok
}

type Waiting = Omit<AskedOfThem, 'message'>
type Due<Its extends Waiting> = { readonly what: Chaser; readonly asked: Its }

// The next day on which it may be chased.
export const nextChase = (asked: Waiting | undefined, today: Day): Day | undefined =>
  asked?.chase === undefined
    ? undefined
    : chasers(asked.chase.on, asked.chase.days)
        .map(({ what, on }) => (what === 'close' ? addDays(on, 1) : on))
        .find((on) => on > today)

// The last that has fallen due since it was last chased.
const dueOf = <Its extends Waiting>({ clock }: NightPorts, asked: Its | undefined): Due<Its> | undefined => {
  if (asked?.chase === undefined) return undefined
  const { on, days, times } = asked.chase
  const today = londonDay(clock.now())
  // On the last day itself the applicant still has time.
  const fallen = chasers(on, days).filter((one) => (one.what === 'close' ? one.on < today : one.on <= today))
  const last = fallen.length > times ? fallen.at(-1) : undefined
  return last && { what: last.what, asked: { ...asked, chase: { on, days, times: fallen.length } } }
}

const changeFor = async (
  ports: NightPorts,
  service: Service,
  before: Case,
  { what, asked }: Due<AskedOfThem>,
): Promise<ToCarryOut | undefined> => {
  const done = actedOn(ports, service, before, { action: actions[what], actor: { is: 'system' } })
  if (!done.ok) return undefined
  const { case: moved, event, text } = done.value
  const subject = moved.asked === undefined ? moved : { ...moved, asked }
  const says = text === undefined ? [] : [text]
  const draft = what === 'close' ? await ports.drafts.get(asked.draftId) : undefined
  return { before, subject, event, says, ...(draft?.status === 'draft' ? { drops: draft } : {}) }
}
