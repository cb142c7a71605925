// What of a case goes out of the council (docs/rules/sharing.md, "What is given out"). A restricted case is not there.
import type { Applicant, ListedCase } from '../cases/case.ts'
import { mayCall, safeEmail } from '../cases/contact.ts'
import { type Client, type ClientDeed, mayDo } from './clients.ts'

export type SharedCase = {
  readonly reference: string
  readonly service: string
  readonly state: string
  readonly stateLabel: string
  readonly open: boolean
  readonly version: number
  // Instants, ISO 8601 in UTC.
  readonly openedAt: string
  readonly changedAt: string
  readonly dueOn?: string
  readonly person?: SharedPerson
}

export type SharedPerson = { readonly name: string; readonly phone?: string; readonly email?: string }

type State = { readonly label: string; readonly open: boolean }

/** One that is restricted, and one of a service in which the client may not do it, are the same as none. */
export const mayHave = (client: Client, deed: ClientDeed, subject: ListedCase): boolean =>
  subject.sensitive !== true && mayDo(client, deed, subject.service)

export const sharedCaseOf = (client: Client, subject: ListedCase, state: State | undefined): SharedCase => ({
  reference: subject.reference,
  service: subject.service,
  state: subject.state,
  stateLabel: state?.label ?? subject.state,
  open: state?.open ?? false,
  version: subject.version,
  openedAt: new Date(subject.openedAt).toISOString(),
  changedAt: new Date(subject.changedAt).toISOString(),
  ...(subject.dueOn === undefined ? {} : { dueOn: subject.dueOn }),
  ...(mayHave(client, 'people', subject) ? { person: personIn(subject.applicant) } : {}),
})

// A number goes out only where it is safe to call it and to text it, at any time: others would not know when, and how.
const personIn = (applicant: Applicant): SharedPerson => {
  const { name, phone } = applicant
  const email = safeEmail(applicant)
  return {
    name,
    ...(phone === undefined || !isSafeNumber(applicant) ? {} : { phone }),
    ...(email === undefined ? {} : { email }),
  }
}

const isSafeNumber = ({ mayText, safeTimes, ways }: Applicant): boolean =>
  mayText && safeTimes === undefined && (ways === undefined || mayCall({ ways }))
