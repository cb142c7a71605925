// The audit log as people read it: of a case, and of a person.
import { tableFile } from '#domain/audit/table-file.ts'
import { type TrailSeen, takenAway, trailOf, trailOfPerson } from '#usecases/casework/see-trail.ts'
import { html, type Reply, type Request } from '#web/http.ts'
import { staffPages } from '#web/show/staff/pages.ts'
import { trailKinds, trailLinesOf, trailWords } from '#web/show/staff/work/trail-page.ts'
import { around, type CaseVisit, caseAt, type DeskVisit, wholeIn } from '../visit.ts'

export const showTrail = async (visit: CaseVisit): Promise<Reply> => {
  const { desk, request, user } = visit
  const whole = await wholeIn(visit)
  const { reference } = whole.subject
  const at = `${caseAt(reference)}/audit`
  const { lines, people, faults } = await trailOf(desk, whole, user)
  const wanted = wantedIn(request)
  const file = `${at}/table?${new URLSearchParams({ who: wanted.who, kind: wanted.kind })}`
  return html(
    staffPages.trail({
      around: around(visit, { back: { text: 'Back to the worklist', href: '/cases' } }),
      title: `Audit log of ${reference}`,
      ...{ at, lines, people, faults, file, ...wanted },
    }),
  )
}

export const takeTrail = async (visit: CaseVisit): Promise<Reply> => {
  const { desk, request, user } = visit
  const whole = await wholeIn(visit)
  const { reference } = whole.subject
  const trail = await trailOf(desk, whole, user)
  await takenAway(desk, user, reference)
  return {
    status: 200,
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="audit-${reference}.csv"`,
    },
    body: fileOf(trail, request),
  }
}

const fileOf = ({ lines }: TrailSeen, request: Request): string =>
  tableFile([
    ['When (UTC)', 'Who', 'Their id', 'What', 'Code', 'Allowed'],
    ...trailLinesOf({ lines, ...wantedIn(request) }).map((line) => [
      ...[new Date(line.at).toISOString(), line.name, line.by, trailWords(line)],
      ...[line.did ?? line.action ?? '', line.allowed === false ? 'no' : 'yes'],
    ]),
  ])

export const showPersonTrail = async (visit: DeskVisit): Promise<Reply> => {
  const { desk, request } = visit
  const wanted = wantedIn(request)
  const { lines, people } = await trailOfPerson(desk, wanted.who)
  return html(
    staffPages.trail({
      ...{ around: around(visit), title: 'What a person did', at: '/audit', lines, people, ...wanted },
    }),
  )
}

const wantedIn = ({ query }: Request) => {
  const page = Number(query.page?.[0] ?? '1')
  return {
    who: query.who?.[0] ?? '',
    kind: trailKinds.find((kind) => kind === query.kind?.[0]) ?? ('all' as const),
    page: Number.isInteger(page) && page > 0 ? page : 1,
  }
}
