// A question page without errors differs from its neighbour only in its values, what is chosen, its token and where it leads.
// It is rendered by nunjucks once for each shape, and served by filling holes: the same bytes, some hundred times as fast.
import type { Page } from '#domain/forms/form.ts'
import { escaped } from '#web/template-runtime.ts'
import { modeOf } from '../controls/address.ts'
import { revealedBy } from '../controls/choice.ts'
import { type Entered, enteredFrom } from '../controls/entered.ts'
import { type Hole, marksFor, type Segments } from './marks.ts'
import { type QuestionPage, queryOf, questionHtml } from './question-page.ts'

export const questionPage = (given: QuestionPage): string => {
  const entered = enteredFrom(given.typed, given.name)
  const shape = shapeOf(given, entered)
  const segments = shape === undefined ? undefined : segmentsFor(given, entered, shape)
  return segments === undefined ? questionHtml(given, entered) : filled(segments, given, entered)
}

const kept = new WeakMap<Page, Map<string, Segments>>()

// A page has a handful of shapes. Should something make more, they are rendered each time and memory stays as it is.
const mostShapes = 32

const segmentsFor = (given: QuestionPage, entered: Entered, shape: string): Segments | undefined => {
  const shapes = kept.get(given.page) ?? new Map<string, Segments>()
  kept.set(given.page, shapes)
  const found = shapes.get(shape)
  if (found !== undefined || shapes.size >= mostShapes) return found
  const made = segmentsOf(given, entered)
  shapes.set(shape, made)
  return made
}

const segmentsOf = (given: QuestionPage, shape: Entered): Segments => {
  const { entered, mark, split } = marksFor(shape)
  const { csrf, back, ...around } = given.around
  const marked = {
    ...given,
    action: mark({ is: 'action' }),
    around: {
      ...around,
      ...(csrf === undefined ? {} : { csrf: mark({ is: 'csrf' }) }),
      ...(back === undefined || back === '' ? {} : { back: mark({ is: 'back' }) }),
    },
  }
  return split(questionHtml(marked, entered, queryOf(given.action)))
}

const filled = ({ literals, holes }: Segments, given: QuestionPage, entered: Entered): string => {
  let html = literals[0] ?? ''
  for (let index = 0; index < holes.length; index += 1) {
    const hole = holes[index]
    if (hole !== undefined) html += contentOf(hole, given, entered)
    html += literals[index + 1] ?? ''
  }
  return html
}

const contentOf = (hole: Hole, { around, action }: QuestionPage, entered: Entered): string => {
  switch (hole.is) {
    case 'line':
      return escaped(entered.line(hole.field))
    case 'lines':
      return escaped(entered.lines(hole.field))
    case 'checked':
      return entered.chosen(hole.field, hole.option) ? ' checked' : ''
    case 'hidden':
      return entered.chosen(hole.field, hole.option) ? '' : hole.words
    case 'name':
      return escaped(entered.name ?? '')
    case 'csrf':
      return escaped(around.csrf ?? '')
    case 'back':
      return escaped(around.back ?? '')
    case 'action':
      return escaped(action)
  }
}

// Everything beside the holes that a page's HTML depends on; undefined where it depends on lists that are gathered for each visit.
const shapeOf = (given: QuestionPage, entered: Entered): string | undefined => {
  const { page, around, problems, extra = {}, caption, button, mayLeave } = given
  if (problems.length > 0 || given.notSaved || around.askedAgain || around.heldTime || around.changed || around.help)
    return undefined
  if (extra.days || extra.times || extra.upload || extra.fits || extra.found || extra.none || extra.map)
    return undefined
  const modes = addressesOn(page).map((id) => modeOf({ id, entered, extra, problems }))
  if (modes.includes('chosen')) return undefined
  const flags = [
    around.back !== undefined && around.back !== '',
    around.csrf !== undefined,
    around.timed,
    around.exit,
    around.neutral,
    around.noWayBack,
    around.moreTime,
    entered.name !== undefined,
    mayLeave,
    given.theirs === true,
  ]
  const own = [around.service?.home, around.service?.name, caption, button, queryOf(given.action), around.feedback?.()]
  return [...own, ...modes, ...flags, ...pastedOn(page, entered)].join('\n')
}

// A boundary that was pasted stands open (controls/boundary.ts).
const pastedOn = ({ questions }: Page, entered: Entered): readonly boolean[] =>
  Object.entries(questions).flatMap(([id, { kind }]) => (kind === 'boundary' ? [entered.given(id)] : []))

const addresses = new WeakMap<Page, readonly string[]>()

const addressesOn = (page: Page): readonly string[] => {
  const known = addresses.get(page)
  if (known !== undefined) return known
  const asked = [page.questions, ...Object.values(page.questions).flatMap(revealedBy)].flatMap((questions) =>
    Object.entries(questions),
  )
  const found = asked.filter(([, { kind }]) => kind === 'address').map(([id]) => id)
  addresses.set(page, found)
  return found
}
