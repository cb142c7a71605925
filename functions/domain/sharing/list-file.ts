// A list of cases as a file (docs/rules/sharing.md, "Lists as files"): which columns it has, and when two people must agree to it.
import type { ListedCase } from '../cases/case.ts'
import { londonDay } from '../london.ts'

// One person alone may have so many rows; beyond that another manager agrees. A file has no more than the most.
export const rowsAlone = 1000
export const rowsMost = 10_000

// What lists show in clear, and nothing of how somebody is reached.
export const listColumns = ['Reference', 'Service', 'Name or place', 'State', 'Received', 'Due', 'Officer'] as const

type Named = {
  readonly serviceName: (subject: ListedCase) => string
  readonly stateLabel: (subject: ListedCase) => string
}

export const rowOf = (subject: ListedCase, { serviceName, stateLabel }: Named): readonly string[] => [
  ...[subject.reference, serviceName(subject), subject.title, stateLabel(subject)],
  ...[londonDay(subject.openedAt), subject.dueOn ?? '', subject.assignee?.name ?? ''],
]

export type ListRequest = {
  readonly id: string
  readonly team: string
  readonly by: { readonly id: string; readonly name: string }
  // The address of the list, with its filters: 'show=team&state=housing.checking'.
  readonly query: string
  readonly purpose: string
  readonly why: string
  readonly rows: number
  readonly at: number
  readonly agreed?: { readonly id: string; readonly name: string; readonly at: number }
}

const goodMs = 86_400_000

/** For a day from when it was asked for, and from when it was agreed. */
export const isGood = ({ at, agreed }: ListRequest, now: number): boolean => now < (agreed?.at ?? at) + goodMs
