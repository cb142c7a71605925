// A list of cases as a file: why it is wanted, and where it is long, who agreed.
import { tableFile } from '#domain/audit/table-file.ts'
import { choice, longText } from '#domain/forms/ask.ts'
import { problemsOf } from '#domain/forms/fields/index.ts'
import { one, type Problem, type Typed } from '#domain/forms/kind.ts'
import type { Question } from '#domain/forms/question.ts'
import { londonDay } from '#domain/london.ts'
import { listColumns, rowOf, rowsMost } from '#domain/sharing/list-file.ts'
import { agreedList, agreeToList, type ListFile, listsOf, takeListFile } from '#usecases/sharing/take-list.ts'
import { BadRequest, fieldsTyped, html, type Reply, seeOther } from '../../http.ts'
import { staffPages } from '../../show/staff/pages.ts'
import { listsAt } from '../../show/staff/work/lists-page.ts'
import { around, type DeskVisit } from '../visit.ts'
import { shownBy, wantedIn } from '../worklist.ts'

export const newListAt = `${listsAt}/new`

const purposes = {
  figures: 'To count or to plan within the council',
  check: 'To check or to correct cases',
  law: 'Somebody asked for it by law',
}

const needs: Readonly<Record<string, Question>> = {
  purpose: choice('Select what the file is for', purposes, { label: 'What is it for?' }),
  why: longText('What you will do with it, and when you will delete it', {
    ...{ most: 500, rows: 3, missing: 'Enter what you will do with it, and when you will delete it' },
  }),
}

export const showNewList = (visit: DeskVisit): Reply => formReply(visit, {}, [])

export const takeNewList = async (visit: DeskVisit): Promise<Reply> => {
  const { desk, user, request } = visit
  const typed = request.posted
  const today = londonDay(desk.clock.now())
  const problems = Object.entries(needs).flatMap(([id, question]) => problemsOf(typed, id, question, today))
  if (problems.length > 0) return formReply(visit, typed, problems)
  const query = listIn(typed)
  const given = { wanted: wantedIn(fieldsTyped(query)), query, purpose: one(typed, 'purpose'), why: one(typed, 'why') }
  const taken = await takeListFile(desk, user, given)
  if (taken.ok) return fileOf(visit, taken.value)
  if (taken.error === 'not-you') throw new BadRequest(403)
  return taken.error === 'too-many' ? formReply(visit, typed, [tooMany]) : seeOther(listsAt)
}

const tooMany: Problem = {
  field: 'purpose',
  words: `The list has more than ${rowsMost.toLocaleString('en-GB')} cases. Filter it first`,
}

export const showLists = async (visit: DeskVisit): Promise<Reply> => {
  const { desk, user } = visit
  const lists = await listsOf(desk, user)
  return html(staffPages.lists({ around: around(visit), lists, purposes, me: user.id }))
}

export const takeLists = async (visit: DeskVisit): Promise<Reply> => {
  const { desk, user, request } = visit
  const [agree, get] = [one(request.posted, 'agree'), one(request.posted, 'get')]
  if (agree !== '') {
    await agreeToList(desk, user, agree)
    return seeOther(listsAt)
  }
  const file = await agreedList(desk, user, { id: get, wanted: (query) => wantedIn(fieldsTyped(query)) })
  return file === undefined ? seeOther(listsAt) : fileOf(visit, file)
}

// Filters, and nothing else.
const listIn = (typed: Typed): string => /^[\w=&.+-]{0,300}/.exec(one(typed, 'list'))?.[0] ?? ''

// The address of the list stands in the form, so that it is kept where the form comes back.
const formReply = (visit: DeskVisit, typed: Typed, problems: readonly Problem[]): Reply => {
  const { request } = visit
  const asked = new URLSearchParams()
  for (const [name, values] of Object.entries(request.query)) asked.set(name, values?.[0] ?? '')
  const list = request.method === 'POST' ? listIn(typed) : asked.toString()
  return html(
    staffPages.form({
      around: around(visit),
      title: 'Get this list as a file',
      words: [
        'The file has one row for each case of the list that you may see: its reference, name or place, state, dates and officer. Restricted cases are never in it.',
        'That you had it, and why, is on record. Of more than 1,000 rows another manager of your team has to agree first.',
      ],
      ...{ needs, typed, problems, hidden: { list } },
      ...{ action: newListAt, button: 'Get the file', cancel: `/cases?${list}` },
    }),
  )
}

const fileOf = ({ desk, user }: DeskVisit, { id, cases, purpose }: ListFile): Reply => {
  const { serviceName, stateOf } = shownBy(desk.services)
  const named = { serviceName, stateLabel: (subject: (typeof cases)[number]) => stateOf(subject).label }
  const foot = [`List ${id}`, user.name, londonDay(desk.clock.now()), `For: ${purpose}`, 'No restricted case is in it']
  return {
    status: 200,
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="list-${id}.csv"`,
    },
    body: tableFile([listColumns, ...cases.map((subject) => rowOf(subject, named)), foot]),
  }
}
