// A copy of what is held about a person: what is asked first, and the copy itself as a file.
import { tableFile } from '#domain/audit/table-file.ts'
import { inWords } from '#domain/day.ts'
import { keepFields } from '#domain/forms/fields/index.ts'
import type { Problem, Typed } from '#domain/forms/kind.ts'
import { answerBy } from '#domain/subject-access.ts'
import { bundleOf, mayBundle } from '#usecases/copies/bundle.ts'
import { type Copy, copyNeeds, giveCopy } from '#usecases/copies/give-copy.ts'
import { html, type Reply } from '#web/http.ts'
import { staffPages } from '#web/show/staff/pages.ts'
import { trailWords } from '#web/show/staff/work/trail-page.ts'
import { around, type DeskVisit } from '../visit.ts'

export const copyAt = '/copies'

export const showGiveCopy = async (visit: DeskVisit): Promise<Reply> =>
  copyReply(visit, { typed: visit.kept?.typed ?? (await begunFrom(visit)), problems: [] })

// From the page of a case; of a complaint that an ombudsman asks about, with the case that it is about.
const begunFrom = async ({ desk, user, request }: DeskVisit): Promise<Typed> => {
  const [reference] = request.query.reference ?? []
  const subject = reference === undefined ? undefined : await desk.cases.get(reference)
  if (subject !== undefined && mayBundle(user, subject)) return bundleOf(subject)
  return { references: reference === undefined ? [] : [reference] }
}

export const takeGiveCopy = async (visit: DeskVisit): Promise<Reply> => {
  const typed = keepFields(visit.request.posted, copyNeeds)
  const done = await giveCopy({ ...visit.desk, lookWords: trailWords }, visit.user, typed)
  return done.ok ? fileOf(done.value) : copyReply(visit, { typed, problems: done.error })
}

type Said = { readonly typed: Typed; readonly problems: readonly Problem[] }

const copyReply = (visit: DeskVisit, said: Said): Reply =>
  html(
    staffPages.form({
      around: around(visit),
      title: 'Give somebody a copy of what we hold about them',
      words: [
        'A person may ask for a copy of everything that we hold about them. They have it within a month of asking, free of charge.',
        'Read the copy before you give it, and take out what tells of somebody else: this page leaves out only the parts that you select. That you made it, and why, is on record on each case.',
      ],
      ...{ needs: copyNeeds, ...said, action: copyAt, button: 'Make the copy', cancel: '/' },
    }),
  )

const fileOf = (copy: Copy): Reply => {
  const name = `copy-${copy.cases
    .map(({ reference }) => reference)
    .join('-')
    .slice(0, 60)}`
  switch (copy.shape) {
    case 'table':
      return file(`${name}.csv`, 'text/csv; charset=utf-8', tableFile(rowsOf(copy)))
    case 'data':
      return file(
        `${name}.json`,
        'application/json; charset=utf-8',
        JSON.stringify({ ...headOf(copy), ...copy }, null, 1),
      )
    default:
      return file(`${name}.html`, 'text/html; charset=utf-8', staffPages.copy({ head: headOf(copy), copy }))
  }
}

const headOf = ({ asked }: Copy) => ({ answerBy: asked === '' ? '' : inWords(answerBy(asked)) })

const file = (name: string, type: string, body: string): Reply => ({
  status: 200,
  headers: { 'content-type': type, 'content-disposition': `attachment; filename="${name}"` },
  body,
})

const rowsOf = ({ cases }: Copy): readonly (readonly string[])[] => [
  ['Reference', 'Service', 'Part', 'Question', 'What stands there'],
  ...cases.flatMap(({ reference, service, parts }) =>
    parts.flatMap(({ title, rows }) =>
      rows.map(({ question, lines }) => [reference, service, title, question, lines.join('; ')]),
    ),
  ),
]
