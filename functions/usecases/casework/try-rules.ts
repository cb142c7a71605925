// Staff try a service's rules on typed answers, or on those of a case that they may see in full. Nothing is kept; a look at a restricted
// case is put on record first.
import { can } from '#domain/cases/access.ts'
import type { Case, Staff } from '#domain/cases/case.ts'
import type { Day } from '#domain/day.ts'
import { answersOf } from '#domain/forms/answered/answers.ts'
import { savedIn } from '#domain/forms/answered/draft.ts'
import type { Typed } from '#domain/forms/kind.ts'
import { type Trial, trialTyped } from '#domain/rules/trial.ts'
import type { Service } from '#services/service.ts'
import type { AuditLog } from '../ports/staff.ts'
import type { CaseStore, Clock, DraftStore, Ids } from '../ports/stores.ts'

export type TryPorts = {
  readonly clock: Clock
  readonly ids: Ids
  readonly cases: CaseStore
  readonly drafts: DraftStore
  readonly audit: AuditLog
}

export type TryingOn = {
  readonly service: Service
  readonly trial: Trial
  readonly reference: string
  readonly user: Staff
  readonly today: Day
}

// The case's answers as the trial's fields; undefined when there is no such case of this service, or this person may not see all of it.
export const answersToTry = async (ports: TryPorts, asked: TryingOn): Promise<Typed | undefined> => {
  const subject = await ports.cases.get(asked.reference)
  if (subject?.service !== asked.service.id || !maySee(asked.user, subject)) return undefined
  if (subject.sensitive === true) await recordLook(ports, asked)
  const draft = await ports.drafts.get(subject.draftId)
  if (draft === undefined) return undefined
  return trialTyped(asked.service.form, asked.trial, answersOf(asked.service.form, savedIn(draft), asked.today))
}

const maySee = (user: Staff, subject: Case): boolean =>
  can(user, 'see-case', { subject }) && can(user, 'see-sensitive', { subject })

const recordLook = ({ clock, ids, audit }: TryPorts, { reference, user, trial }: TryingOn): Promise<void> => {
  const at = clock.now()
  return audit.record({
    id: ids.ordered(at),
    at,
    by: user.id,
    did: 'try-rules',
    allowed: true,
    reference,
    on: trial.id,
  })
}
