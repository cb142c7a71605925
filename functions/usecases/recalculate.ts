// Each night every application that stands is looked at again: where the date alone changed something, its case says so, the rules' working
// is made anew, an officer has it in their list, and the applicant is told where it is theirs to know (housing.md 1.6, birthday recalculation).
import type { Case, ListedCase } from '#domain/cases/case.ts'
import { perform } from '#domain/cases/workflow.ts'
import type { Day } from '#domain/day.ts'
import { savedIn } from '#domain/forms/draft.ts'
import { journey } from '#domain/forms/journey.ts'
import { savedNow } from '#domain/forms/versions.ts'
import { londonDay } from '#domain/london.ts'
import type { Service, Tonight } from '#services/service.ts'
import { type TextPorts, textsFor } from './decide-text.ts'
import type { Log } from './log.ts'
import type { CaseStore, DraftStore } from './ports.ts'

export type NightPorts = TextPorts & {
  readonly cases: CaseStore
  readonly drafts: DraftStore
  readonly services: readonly Service[]
  readonly log: Log
}

const size = 100

// Gives how many cases changed. Done twice on one day it changes nothing the second time.
export const recalculate = async (ports: NightPorts): Promise<number> => {
  let changed = 0
  for (const service of ports.services.filter(({ tonight }) => tonight !== undefined))
    for (let cursor: string | undefined, more = true; more; ) {
      const page = await ports.cases.worklist({
        of: standing(service),
        sort: 'due',
        size,
        ...(cursor === undefined ? {} : { cursor }),
      })
      for (const listed of page.cases) if (await recalculated(ports, service, listed)) changed += 1
      cursor = page.next
      more = cursor !== undefined
    }
  return changed
}

// From every state out of which the date can move a case.
const standing = ({ team, workflow }: Service) => ({
  is: 'states' as const,
  states: [...new Set(workflow.actions.filter(bySystem).flatMap(({ from }) => from))].map((state) => ({ team, state })),
})

const ids = ['date-changed', 'reassess']

const bySystem = ({ id }: { readonly id: string }): boolean => ids.includes(id)

const recalculated = async (ports: NightPorts, service: Service, listed: ListedCase): Promise<boolean> => {
  const day = londonDay(ports.clock.now())
  const draft = await ports.drafts.get(listed.draftId)
  if (draft === undefined) return false
  const saved = savedNow(service.form, draft.formVersion, savedIn(draft))
  const { answers } = journey(service.form, saved, day)
  const found = service.tonight?.(answers, day) ?? []
  if (found.length === 0) return false
  const whole = await ports.cases.whole(listed.reference)
  const seen = whole?.events.some((event) => ids.includes(event.action) && londonDay(event.at) === day) ?? true
  if (whole === undefined || seen) return false
  const assessment = service.assessment?.(answers, day, whole.subject.openedAt, ports.clock.now())
  return keep(ports, service, {
    subject: { ...whole.subject, ...(assessment && { assessment }) },
    before: whole.subject,
    found,
    day,
  })
}

type Found = { readonly before: Case; readonly subject: Case; readonly found: readonly Tonight[]; readonly day: Day }

const keep = async (ports: NightPorts, service: Service, { before, subject, found, day }: Found): Promise<boolean> => {
  const now = ports.clock.now()
  const action = service.workflow.actions.find((one) => bySystem(one) && one.from.includes(subject.state))
  const typed = { changes: [found.map(({ words }) => words).join('\n')] }
  const done = perform(service.workflow, subject, {
    action: action?.id ?? '',
    typed,
    actor: { is: 'system' },
    now,
    today: day,
    id: ports.ids.ordered(now),
  })
  if (!done.ok) return false
  const told = found.some(({ tellsApplicant }) => tellsApplicant)
  const texts = told ? textsFor(ports, service, done.value.case, [{ template: 'need-changed' }]) : []
  const kept = await ports.cases.change({ before, subject: done.value.case, event: done.value.event, texts })
  if (!kept.ok) ports.log({ level: 'warn', event: 'not-recalculated', reference: subject.reference, error: kept.error })
  return kept.ok
}
