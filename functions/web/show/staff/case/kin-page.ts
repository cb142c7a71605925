// Other cases that may be of the same person, and what somebody said of each.
import type { ListedCase } from '#domain/cases/case.ts'
import type { State } from '#domain/cases/workflow.ts'
import { one, type Problem, type Typed } from '#domain/forms/kind.ts'
import { alike } from '#domain/people/kin.ts'
import type { KinCase } from '#usecases/people/kin.ts'
import type { Variables } from '#web/template-runtime.ts'
import { onOneLine } from '../../controls/entered.ts'
import { moment } from '../../when.ts'
import { type StaffAround, staffPage } from '../around.ts'

export const kinAt = (reference: string): string => `/cases/${encodeURIComponent(reference)}/people`

export type KinPage = {
  readonly around: StaffAround
  readonly reference: string
  readonly cases: readonly KinCase[]
  readonly serviceName: (subject: ListedCase) => string
  readonly stateOf: (subject: ListedCase) => State
  readonly problems: readonly Problem[]
  readonly typed: Typed
}

export const kinPage = (given: KinPage): string => {
  const title = `Other cases of this person: ${given.reference}`
  const { problems, typed } = given
  return staffPage(
    'kin',
    given.around,
    { title, failed: problems.length > 0 },
    {
      title,
      action: kinAt(given.reference),
      rows: given.cases.map((kin) => rowOf(given, kin)),
      problems: problems.map(({ words }) => ({ text: words, href: `#reason-${one(typed, 'other')}` })),
    },
  )
}

const rowOf = (
  { serviceName, stateOf, problems, typed }: KinPage,
  { subject, said, alike: by }: KinCase,
): Variables => {
  const { reference, title } = subject
  const theirs = one(typed, 'other') === reference
  const { label, tag } = stateOf(subject)
  return {
    reference,
    href: `/cases/${encodeURIComponent(reference)}`,
    title: onOneLine(title),
    service: serviceName(subject),
    state: { text: label, colour: tag },
    lines: [
      ...(by.length === 0 ? [] : [`The same ${by.map((one) => alike[one]).join(', and the same ')}`]),
      ...(said === undefined ? [] : [`${onOneLine(said.by)}, ${moment(said.at)}: ${onOneLine(said.reason)}`]),
    ],
    head:
      said === undefined
        ? 'May be of the same person'
        : said.is === 'same'
          ? 'Of the same person'
          : 'Not of the same person',
    said: said !== undefined,
    problem: theirs ? problems[0]?.words : undefined,
    reason: theirs ? one(typed, 'reason') : '',
  }
}
