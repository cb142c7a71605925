// Returns about the register: households on it on 31 March, and what the lettings log asks of one that is let a home.
import { can } from '#domain/cases/access.ts'
import type { Case } from '#domain/cases/case.ts'
import { placedNow } from '#domain/cases/placing.ts'
import { date, text } from '#domain/forms/ask.ts'
import { answerOf, keepFields, problemsOf } from '#domain/forms/fields/index.ts'
import { one, type Problem, type Typed } from '#domain/forms/kind.ts'
import { sheetBook } from '#domain/measures/books/returns.ts'
import { countIn } from '#domain/measures/counting/sums.ts'
import { fieldsToFill, preferenceFields, waitYear } from '#domain/measures/returns/core.ts'
import { type Bedrooms, lastMarch, registerLines } from '#domain/measures/returns/lahs.ts'
import type { SoFar } from '#domain/measures/returns/so-far.ts'
import type { Service } from '#services/service.ts'
import { countRegister } from '#usecases/measures/see-register.ts'
import { BadRequest, html, type Reply } from '../../http.ts'
import { registerWords } from '../../show/staff/measures/register-page.ts'
import { returnsAt, waitedWords } from '../../show/staff/measures/returns-pages.ts'
import { staffPages } from '../../show/staff/pages.ts'
import { around, type DeskVisit } from '../visit.ts'
import {
  carriedIn,
  carriedOf,
  type SheetSending,
  seal,
  sealedOf,
  sealingWords,
  shownSending,
  toAll,
  today,
} from './returns.ts'

export const showRegister = async (visit: DeskVisit): Promise<Reply> => {
  const { request, user } = visit
  const { day, so, part } = await counted(visit)
  return html(
    staffPages.registerReturn({
      ...{ around: around(visit, { back: toAll }), counts: so.counts, part, day },
      ...{ line: one(request.query, 'line'), mayWrite: can(user, 'prepare-return') },
      ...{ carried: carriedOf(visit, so), done: so.done, ...(await sealedOf(visit, registerId(visit))) },
    }),
  )
}

const bedroomsIn = ({ counts }: SoFar): Bedrooms => ({
  ...{ one: countIn(counts, 'one'), two: countIn(counts, 'two'), three: countIn(counts, 'three') },
  ...{ more: countIn(counts, 'more'), unspecified: countIn(counts, 'unspecified') },
})

// As it stood on the day that the return is about.
const counted = async (visit: DeskVisit) => {
  const day = lastMarch(today(visit))
  const { team, workflow, preferredAs = () => undefined } = registerService(visit)
  const { on, meanwhile } = workflow.counts?.register ?? { on: [], meanwhile: [] }
  const others = Object.entries(workflow.states).filter(([state]) => ![...on, ...meanwhile].includes(state))
  const [open, closed] = [true, false].map((is) => others.flatMap(([id, state]) => (state.open === is ? [id] : [])))
  return {
    day,
    ...(await countRegister(
      visit.desk,
      { team, on, meanwhile, open: open ?? [], closed: closed ?? [], preferredAs },
      { day, from: carriedIn(visit, registerId(visit)) },
    )),
  }
}

// The service whose cases stay on a register.
const registerService = ({ desk }: DeskVisit): Service => {
  const service = desk.services.find(({ workflow }) => workflow.counts?.register !== undefined)
  if (service === undefined) throw new BadRequest(404)
  return service
}

const registerId = (visit: DeskVisit): string => `lahs.${lastMarch(today(visit)).slice(0, 4)}`

export const showRegisterSent = async (visit: DeskVisit): Promise<Reply> =>
  shownSending(visit, await registerSent(visit))

export const takeRegisterSent = async (visit: DeskVisit): Promise<Reply> => seal(visit, await registerSent(visit))

const registerSent = async (visit: DeskVisit): Promise<SheetSending> => {
  const { so } = await counted(visit)
  const [at, bedrooms] = [`${returnsAt}/lahs`, bedroomsIn(so)]
  return {
    numbers: registerLines.map((line) => `${registerWords[line]}: ${countIn(so.counts, line)}`),
    sheet: {
      ...{ book: sheetBook([], bedrooms), idOf: () => registerId(visit), title: 'Say that the return is sent' },
      ...{ words: sealingWords, action: `${at}/sent?${carriedOf(visit, so)}`, after: at, changeAt: () => at },
      back: { text: 'Back to the return', href: at },
    },
    ...(so.done ? {} : { counting: `${at}?${carriedOf(visit, so)}` }),
  }
}

const waitedQuestions = {
  reference: text('Reference of the application', { most: 20, width: 10 }),
  letOn: date('Day on which the tenancy begins', { withinYears: 2 }),
}

export const showWaited = (visit: DeskVisit): Reply => waitedReply(visit, {}, [], [])

export const takeWaited = async (visit: DeskVisit): Promise<Reply> => {
  const { desk, request, user } = visit
  const typed = keepFields(request.posted, waitedQuestions)
  const problems = Object.entries(waitedQuestions).flatMap(([id, asked]) => problemsOf(typed, id, asked, today(visit)))
  if (problems.length > 0) return waitedReply(visit, typed, problems, [])
  const subject = await desk.cases.get(one(typed, 'reference').toUpperCase())
  if (subject?.service !== 'housing' || !can(user, 'see-case', { subject }))
    return waitedReply(visit, typed, [{ field: 'reference', words: 'No housing application has this reference' }], [])
  const letOn = answerOf(typed, 'letOn', waitedQuestions.letOn, today(visit))
  const code = waitYear(subject.placing?.registered, typeof letOn === 'string' ? letOn : '')
  const preferred = desk.services.find(({ id }) => id === subject.service)?.preferredAs?.(subject)
  return waitedReply(
    visit,
    typed,
    [],
    [
      `waityear ${code}: ${waitedWords(code)}.`,
      ...preferenceFields(preferred).map(({ field, asks, code: is, words }) => `${field} ${is}: ${asks} ${words}.`),
      ...placeWords(subject),
      ...fieldsToFill(subject.placing?.registered, preferred).map(
        ({ field, asks, known }) => `${field}, for you to fill in: ${asks} ${known}`,
      ),
    ],
  )
}

// Beside the codes: what the log asks in the council's own words.
const placeWords = ({ placing }: Case): readonly string[] => {
  const now = placedNow(placing)
  return now?.bedrooms === undefined ? [] : [`They need ${now.bedrooms} bedroom${now.bedrooms === 1 ? '' : 's'}.`]
}

const waitedReply = (visit: DeskVisit, typed: Typed, problems: readonly Problem[], words: readonly string[]): Reply =>
  html(
    staffPages.sheet({
      ...{ around: around(visit, { back: toAll }), title: 'Codes for a letting', words },
      ...{ questions: waitedQuestions, typed, problems, action: `${returnsAt}/core`, button: 'Work it out' },
      ...{ version: 0, before: [] },
    }),
  )
