// The cases whose time is over, and by which rule; and those that somebody agreed to erase.
import { inWords } from '#domain/day.ts'
import type { Problem } from '#domain/forms/kind.ts'
import { periodWords } from '#services/keeping.ts'
import type { AgreedCase, Due, DueList } from '#usecases/running/due-to-erase.ts'
import type { Variables } from '#web/template-runtime.ts'
import { onOneLine } from '../../controls/entered.ts'
import { type StaffAround, staffPage } from '../around.ts'

export type KeepingPage = {
  readonly around: StaffAround
  readonly due: DueList
  readonly problems: readonly Problem[]
}

export const keepingPage = ({ around, due, problems }: KeepingPage): string => {
  const title = 'Cases whose time is over'
  return staffPage(
    'keeping',
    around,
    { title, failed: problems.length > 0 },
    {
      title,
      rows: due.cases.map(rowOf),
      more: due.more,
      agreed: due.agreed.map(agreedRow),
      problems: problems.map(({ words }) => ({ text: words, href: due.cases.length > 0 ? '#case' : '#agreed' })),
    },
  )
}

const rowOf = ({ subject, closed, since, by }: Due, at: number): Variables => ({
  id: at === 0 ? 'case' : `case-${at + 1}`,
  value: `${subject.reference} ${subject.version}`,
  href: `/cases/${encodeURIComponent(subject.reference)}`,
  title: onOneLine(subject.title),
  reference: subject.reference,
  closed: inWords(closed),
  since: inWords(since),
  rule: `${by.kind.charAt(0).toUpperCase()}${by.kind.slice(1)}: ${periodWords(by)}`,
  source: by.source,
})

const agreedRow = (agreed: AgreedCase, at: number): Variables => ({
  ...rowOf(agreed, at),
  from: inWords(agreed.going.from),
  who: onOneLine(agreed.going.by),
})
