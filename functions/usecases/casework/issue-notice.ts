// A decision that is issued as a notice: printed once, with what it is known by on the outcome and in the history, so that it is kept with the
// decision or neither is.
import type { Case, CaseEvent } from '#domain/cases/case.ts'
import { outcomeNow } from '#domain/cases/outcome.ts'
import type { Service } from '#services/service.ts'
import type { NoticePrinter } from '../ports/notices.ts'
import type { CaseChange, Clock } from '../ports/stores.ts'

export type Issued = Pick<CaseChange, 'subject' | 'event' | 'notice'>

type Ports = { readonly clock: Clock; readonly notices?: NoticePrinter }
type Decided = { readonly before: Case; readonly subject: Case; readonly event: CaseEvent }

export const withNotice = async (
  { notices, clock }: Ports,
  service: Service,
  { before, subject, event }: Decided,
): Promise<Issued> => {
  const outcome = outcomeNow(subject)
  const notice = before.outcomes === subject.outcomes ? undefined : service.notice?.(subject)
  if (outcome === undefined || notice === undefined) return { subject, event }
  if (notices === undefined) throw new Error('A decision is issued where no notice can be printed')
  const printed = await notices.print(notice, clock.now())
  const told = { ...outcome, notice: printed.hashes }
  return {
    subject: { ...subject, outcomes: [...(subject.outcomes ?? []).slice(0, -1), told] },
    event: { ...event, notice: printed.hashes },
    notice: { version: outcome.version, printed },
  }
}
