// Where the date alone changed something of an application that stands, its case says so, the
// rules' working is made anew, an officer has it in their list, and the applicant is told where it
// is theirs to know (docs/rules/housing.md, "Birthdays").
import type { Case, ListedCase } from '#domain/cases/case.ts'
import { endingsOf } from '#domain/cases/decisions.ts'
import { type Day, later } from '#domain/day.ts'
import { londonDay } from '#domain/london.ts'
import { dateActions } from '#services/catalogue.ts'
import type { Service, Tonight } from '#services/service.ts'
import type { Log } from '../ports/log.ts'
import { noneIfErased } from '../ports/seals.ts'
import type { CaseStore, DraftStore, WholeCase } from '../ports/stores.ts'
import { actedOn, carryOut } from '../texts/carry-out.ts'
import type { TextPorts } from '../texts/decide-text.ts'
import { answersOfCase, assessedFrom } from './assess-again.ts'

export type NightPorts = TextPorts & {
  readonly cases: CaseStore
  readonly drafts: DraftStore
  readonly services: readonly Service[]
  readonly log: Log
}

// Gives whether the case changed. Done twice on one day it changes nothing the second time; a night that was missed is made up for.
export const recalculated = async (ports: NightPorts, service: Service, listed: ListedCase): Promise<boolean> => {
  const today = londonDay(ports.clock.now())
  const answers = await answersOfCase(ports, service, listed)
  if (answers === undefined) return false
  const changed = (since: Day, decisions: Case['decisions'] = []) =>
    service.tonight?.(answers, { since, today }, decisions) ?? []
  // What officers decided is not in lists: a case with none is looked at by its answers alone.
  if (listed.endings === undefined && changed(notedOn(listed)).length === 0) return false
  const whole = await ports.cases.whole(listed.reference).catch(noneIfErased)
  if (whole === undefined) return false
  const found = changed(lastNoted(whole), whole.subject.decisions)
  if (found.length === 0) return false
  const subject = assessedFrom(service, answers, whole.subject, ports.clock.now())
  return keep(ports, service, { subject, before: whole.subject, found, today })
}

// What the date changes is noted once, however often it is looked at: the case keeps until when it was.
const notedOn = ({ datedOn, openedAt }: ListedCase): Day => datedOn ?? londonDay(openedAt)

// Cases of before that was kept have it in their history.
const lastNoted = ({ subject, events }: WholeCase): Day =>
  events
    .filter(({ action }) => dateActions.includes(action))
    .map(({ at }) => londonDay(at))
    .reduce(later, notedOn(subject))

type Found = { readonly before: Case; readonly subject: Case; readonly found: readonly Tonight[]; readonly today: Day }

const keep = async (ports: NightPorts, service: Service, given: Found): Promise<boolean> => {
  const { before, found, today } = given
  const done = noted(ports, service, given)
  if (!done.ok) return false
  const subject = { ...done.value.case, datedOn: today, ...endingsIn(before, today) }
  const told = found.some(({ tellsApplicant }) => tellsApplicant)
  const says = told ? [{ template: 'need-changed' }] : []
  const kept = await carryOut(ports, service, { before, subject, event: done.value.event, says })
  if (!kept.ok) ports.log({ level: 'warn', event: 'not-recalculated', reference: subject.reference, error: kept.error })
  return kept.ok
}

const noted = (ports: NightPorts, service: Service, { subject, found }: Found) => {
  const action =
    service.workflow.actions.find((one) => dateActions.includes(one.id) && one.from.includes(subject.state))?.id ?? ''
  const typed = { changes: [found.map(({ words }) => words).join('\n')] }
  return actedOn(ports, service, subject, { action, typed, actor: { is: 'system' } })
}

const endingsIn = ({ decisions }: Case, today: Day): Pick<Case, 'endings'> =>
  decisions === undefined ? {} : { endings: endingsOf(decisions, today) }
