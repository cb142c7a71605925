// Finding a case by what a caller says. What was typed is posted: it stands in no address and no log. What was found stays with the session.
import { can } from '#domain/cases/access.ts'
import { one, type Problem } from '#domain/forms/kind.ts'
import { type AskedFor, askedFor } from '#domain/people/asked-for.ts'
import { type Found, searchPeople } from '#usecases/people/search-people.ts'
import type { LastSearch } from '#usecases/ports/people.ts'
import { html, type Reply, seeOther, withCookie } from '../http.ts'
import { whyFound } from '../show/staff/find-page.ts'
import { staffPages } from '../show/staff/pages.ts'
import { listCookie } from './last-list.ts'
import { record } from './serve.ts'
import { around, caseAt, type DeskVisit } from './visit.ts'
import { rowsFor, shownBy } from './worklist.ts'

const size = 25

// An address without a page shows an empty search.
export const showFind = async (visit: DeskVisit): Promise<Reply> => {
  const asked = Number(visit.request.query.page?.[0])
  const last = Number.isInteger(asked) && asked > 0 ? await visit.desk.searches.last(visit.sessionId) : undefined
  return last === undefined ? html(pageOf(visit, '')) : foundPage(visit, last, asked)
}

export const takeFind = async (visit: DeskVisit): Promise<Reply> => {
  const { desk, request, user, sessionId } = visit
  const typed = one(request.posted, 'for')
  const asked = askedFor(typed)
  if (Object.values(asked).every((value) => value === '')) return html(pageOf(visit, typed, { problems: [missing] }))
  if (asked.reference !== undefined) return byReference(visit, typed, asked.reference)
  await record(visit, `find-by-${kindsIn(asked).join('-')}`, true)
  const found = await searchPeople(desk, user, asked)
  await desk.searches.keep(sessionId, searchOf(typed, found), desk.clock.now())
  return seeOther('/cases/find?page=1')
}

// One that is not there, and one that this person may not see, are the same to them.
const byReference = async (visit: DeskVisit, typed: string, reference: string): Promise<Reply> => {
  const [found] = await visit.desk.people.cases([reference])
  if (found !== undefined && can(visit.user, 'see-case', { subject: found.subject })) return seeOther(caseAt(reference))
  return html(pageOf(visit, typed, { problems: [noSuch] }))
}

const missing: Problem = { field: 'for', words: 'Enter a name, reference, phone number, postcode, email or address' }
const noSuch: Problem = { field: 'for', words: 'No case has this reference. Check it, or look for the name' }

// Which kinds of fact were asked for, for the audit log: never what they were.
const kindsIn = ({ name, ...facts }: AskedFor): readonly string[] => [
  ...(name === '' ? [] : ['name']),
  ...Object.keys(facts).filter((kind) => kind !== 'house'),
]

const searchOf = (typed: string, { results, askMore }: Found): LastSearch => ({
  typed,
  askMore,
  found: results.map(({ subject, answered }) => ({ reference: subject.reference, why: whyFound(answered) })),
})

// Read anew and asked anew: what may be seen can have changed since.
const foundPage = async (visit: DeskVisit, search: LastSearch, page: number): Promise<Reply> => {
  const { desk, user } = visit
  const some = search.found.slice((page - 1) * size, page * size)
  const cases = await desk.people.cases(some.map(({ reference }) => reference))
  const shown = some.flatMap(({ reference, why }) => {
    const subject = cases.find((one) => one.subject.reference === reference)?.subject
    return subject !== undefined && can(user, 'see-case', { subject }) ? [{ subject, why }] : []
  })
  const more = search.found.length > page * size
  const list = {
    at: `/cases/find?page=${page}`,
    references: shown.map(({ subject }) => subject.reference),
    ...(more ? { next: `/cases/find?page=${page + 1}` } : {}),
  }
  const body = pageOf(visit, search.typed, { found: shown, askMore: search.askMore, page, more })
  return withCookie(html(body), listCookie(list))
}

type Shown = Partial<Pick<Parameters<typeof staffPages.find>[0], 'found' | 'problems' | 'askMore' | 'page' | 'more'>>

const pageOf = (visit: DeskVisit, typed: string, { problems = [], ...shown }: Shown = {}): string =>
  staffPages.find({
    around: around(visit),
    typed,
    problems,
    ...shown,
    ...shownBy(visit.desk.services),
    ...rowsFor(visit),
  })
