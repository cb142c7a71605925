// Lists of staff as tall as they come: as many rows as a page has, each of a case with all that its row can say.
import type { ListedCase } from '#domain/cases/case.ts'
import { startedOn } from '#domain/rules/statutory.ts'
import { services } from '#services/catalogue.ts'
import { listPageSize } from '#usecases/casework/see-worklist.ts'
import type { StaffAround } from '#web/show/staff/around.ts'
import { staffPages } from '#web/show/staff/pages.ts'

const term = {
  ...{ days: 56, targetDays: 40, noticeDays: 21, disregardsHolidays: false },
  ...{ approvedBySilence: false, committee: false },
}
const now = Date.parse('2026-11-23T14:00:00Z')

const caseAt = (at: number): ListedCase => ({
  ...{ reference: `PBC23DF${at % 10}`, service: 'planning', team: 'planning', state: 'proposed', version: 1 },
  ...{ title: '27 Sample Terrace, Sampleton Regis, DT7 9QY', openedAt: now, changedAt: now, draftId: 'd1' },
  ...{ applicant: { name: 'Sample Person', mayText: false }, statutory: startedOn(term, '2026-11-20') },
  ...{ dueOn: '2026-11-25', assignee: { id: 'u1', name: 'Planning officer 1' } },
  ...(at === 0
    ? { sensitive: true, news: { since: '2026-11-20', by: '2026-11-27', of: ['message', 'documents'] } }
    : {}),
  row: {
    what: 'Householder for work already started: A garage…',
    last: { by: 'Planning officer 2', words: 'recorded when the notices went out', at: now - 86_400_000 * 20 },
  },
})

export const longLists = (around: StaffAround): Readonly<Record<string, string>> => ({
  team: staffPages.worklist({
    ...{ around, cases: Array.from({ length: listPageSize }, (_, at) => caseAt(at)), serviceName: () => 'Planning' },
    stateOf: () => ({ label: 'Going to committee', tag: 'purple', open: true, forApplicant: '' }),
    ...{
      query: { show: 'team', sort: 'due' },
      sorts: ['due', '-due', 'received', '-received'],
      now,
      today: '2026-11-23',
    },
    states: [{ id: 'planning.proposed', label: 'Proposed' }],
    counts: (['replied', 'legal', 'overdue', 'due', 'late-reply', 'waiting'] as const).map((bucket) => ({
      ...{ bucket, count: 40, more: false },
    })),
    ...{ mayTake: true, mayTakeAway: true, next: 'abc', begins: ['a', 'b'] },
  }),
  ...Object.fromEntries(
    services.map((service) => [
      `words of ${service.id}`,
      staffPages.wordings({ around, services: [{ service, live: { version: 0, of: {} }, wordings: [] }] }),
    ]),
  ),
})
