// Questions of a form as staff ask them of a caller: many on a page, in the words that the person would read.
import type { Page } from '#domain/forms/form.ts'
import type { Problem, Typed } from '#domain/forms/kind.ts'
import { enteredFrom } from '../../controls/entered.ts'
import type { Extra } from '../../controls/extra.ts'
import { linkTo } from '../../controls/links.ts'
import { showQuestion } from '../../controls/question.ts'
import { type StaffAround, staffPage } from '../around.ts'
import type { DaysShown } from './days.ts'

export type BookForCallerPage = {
  readonly around: StaffAround
  readonly title: string
  readonly pages: readonly { readonly key: string; readonly page: Page }[]
  // Whom the questions are about, where the form names them.
  readonly name?: string
  readonly typed: Typed
  readonly problems: readonly Problem[]
  // Where it chooses a time.
  readonly days?: DaysShown
  readonly extra?: Extra
  // Where a manager books beside another appointment.
  readonly over?: string
  // What staff should say or know at this point.
  readonly told?: readonly string[]
  readonly action: string
  readonly button: string
}

export const bookForCallerPage = (given: BookForCallerPage): string => {
  const { around, title, pages, typed, problems, extra = {} } = given
  const entered = enteredFrom(typed, given.name)
  const asked = pages.flatMap(({ page }) =>
    Object.entries(page.questions).map(([id, question]) => ({ id, question, page })),
  )
  const all: Page = { id: 'all', title, questions: Object.fromEntries(asked.map(({ id, question }) => [id, question])) }
  return staffPage(
    'front-desk/book',
    around,
    { title, failed: problems.length > 0 },
    {
      title,
      days: given.days,
      over: given.over,
      told: given.told,
      problems: problems.map((problem) => ({
        text: problem.words,
        href: linkTo(problem, all, { entered, problems, extra }),
      })),
      fields: asked.map(({ id, question, page }) =>
        showQuestion({
          ...{ id, question, entered, problems, extra, keep: '', theirs: true },
          naming: { words: nameOf(page, id), is: 'visible' },
        }),
      ),
      action: `${given.action}${given.days?.keep ?? ''}`,
      button: given.button,
    },
  )
}

// A page's own title where it asks one thing.
const nameOf = ({ title, questions }: Page, id: string): string =>
  Object.keys(questions).length === 1 ? title : (questions[id]?.label ?? title)
