// A message on a case, from its applicant or in answer to them, with the text that says there is one.
import { can } from '#domain/cases/access.ts'
import type { Case, Staff } from '#domain/cases/case.ts'
import { message } from '#domain/cases/message.ts'
import type { Problem } from '#domain/forms/kind.ts'
import { londonDay } from '#domain/london.ts'
import { no, type Result } from '#domain/result.ts'
import type { Service } from '#services/service.ts'
import type { CaseStore, ChangeProblem, WholeCase } from '../ports/stores.ts'
import type { PartOfMany } from '../ports/team.ts'
import { carryOut } from '../texts/carry-out.ts'
import type { TextPorts } from '../texts/decide-text.ts'

type Ports = TextPorts & { readonly cases: CaseStore }

export type Messaging = {
  readonly service: Service
  readonly whole: WholeCase
  readonly typed: string
  // The form's own mark: pressed twice, the message is there once.
  readonly once: string
} & PartOfMany

type Outcome = Result<Case, 'not-you' | ChangeProblem | readonly Problem[]>

export const tellCouncil = (ports: Ports, given: Messaging): Promise<Outcome> => send(ports, given, { is: 'applicant' })

export const answerApplicant = async (ports: Ports, given: Messaging, user: Staff): Promise<Outcome> =>
  can(user, 'note', { subject: given.whole.subject }) ? send(ports, given, user) : no('not-you')

const tries = 3

// Somebody else may change the case meanwhile: a message goes with whatever it has become.
const send = async (
  ports: Ports,
  given: Messaging,
  by: Staff | { readonly is: 'applicant' },
  left = tries,
): Promise<Outcome> => {
  const { service, whole, typed, ofMany } = given
  const now = ports.clock.now()
  const id = messageId(ports, whole.subject.reference, given.once)
  if (whole.events.some((event) => event.id === id)) return { ok: true, value: whole.subject }
  const said = message(whole.subject, { by, typed, now, today: londonDay(now), id, history: whole.events })
  if (!said.ok) return said
  const says = by.is === 'staff' ? [{ template: 'message' }] : []
  const { case: subject, event } = said.value
  const change = { before: whole.subject, subject, event, says, ...(ofMany === undefined ? {} : { ofMany }) }
  const kept = await carryOut(ports, service, change)
  if (kept.ok || kept.error !== 'changed-elsewhere' || left === 1) return kept
  const fresh = await ports.cases.whole(whole.subject.reference)
  return fresh === undefined ? kept : send(ports, { ...given, whole: fresh }, by, left - 1)
}

/** By which the history tells that a message with this mark is there. */
export const messageId = ({ keys }: Pick<TextPorts, 'keys'>, reference: string, once: string): string =>
  keys.hash('message', `${reference}/${once}`).slice(0, 26)
