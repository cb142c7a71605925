// Whatever is done on a case goes one way: by the workflow at one instant, with the texts that say
// so, in one transaction.
import type { Actor, Case } from '#domain/cases/case.ts'
import type { Hands } from '#domain/cases/desk/hands.ts'
import { type Performed, perform, type Refusal } from '#domain/cases/workflow.ts'
import type { Typed } from '#domain/forms/kind.ts'
import { londonDay } from '#domain/london.ts'
import type { Result } from '#domain/result.ts'
import type { TextToSend } from '#domain/texts/text.ts'
import type { Service } from '#services/service.ts'
import type { CaseChange, CaseStore, ChangeProblem } from '../ports/stores.ts'
import { type TextPorts, textsFor } from './decide-text.ts'

type Acted = {
  readonly action: string
  readonly actor: Actor
  readonly typed?: Typed
  readonly hands?: Hands
}

/** What the workflow makes of the case now; nothing is kept by it. */
export const actedOn = (
  { clock, ids }: Pick<TextPorts, 'clock' | 'ids'>,
  { workflow }: Service,
  subject: Case,
  { typed = {}, ...acted }: Acted,
): Result<Performed, Refusal> => {
  const now = clock.now()
  return perform(workflow, subject, { ...acted, typed, now, today: londonDay(now), id: ids.ordered(now) })
}

/** A change, and what its applicant is to be told of it. */
export type ToCarryOut = Omit<CaseChange, 'texts'> & { readonly says: readonly TextToSend[] }

export const withTexts = async (
  ports: TextPorts,
  service: Service,
  { says, ...change }: ToCarryOut,
): Promise<CaseChange> => ({ ...change, texts: await textsFor(ports, service, change.subject, says) })

export const carryOut = async (
  ports: TextPorts & { readonly cases: CaseStore },
  service: Service,
  change: ToCarryOut,
): Promise<Result<Case, ChangeProblem>> => ports.cases.change(await withTexts(ports, service, change))
