// The cases whose time is over, and by which rule.
import { inWords } from '#domain/day.ts'
import { periodWords } from '#services/keeping.ts'
import type { Due, DueList } from '#usecases/running/due-to-erase.ts'
import type { Variables } from '#web/template-runtime.ts'
import { onOneLine } from '../../controls/entered.ts'
import { type StaffAround, staffPage } from '../around.ts'

export type KeepingPage = { readonly around: StaffAround; readonly due: DueList }

export const keepingPage = ({ around, due }: KeepingPage): string => {
  const title = 'Cases whose time is over'
  return staffPage('keeping', around, { title }, { title, rows: due.cases.map(rowOf), more: due.more })
}

const rowOf = ({ subject, closed, since, by }: Due): Variables => ({
  href: `/cases/${encodeURIComponent(subject.reference)}`,
  title: onOneLine(subject.title),
  reference: subject.reference,
  closed: inWords(closed),
  since: inWords(since),
  rule: `${by.kind.charAt(0).toUpperCase()}${by.kind.slice(1)}: ${periodWords(by)}`,
  source: by.source,
})
