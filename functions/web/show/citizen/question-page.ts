// A question page: the questions of a page of a form, with what was typed, and what is wrong with it.
import type { Page } from '#domain/forms/form.ts'
import type { Problem, Typed } from '#domain/forms/kind.ts'
import type { Question } from '#domain/forms/question.ts'
import type { Variables } from '#web/template-runtime.ts'
import { type Asked, type Naming, say } from '../controls/asked.ts'
import { mapScript } from '../controls/boundary.ts'
import type { Entered } from '../controls/entered.ts'
import type { Extra } from '../controls/extra.ts'
import { uploadScript } from '../controls/files.ts'
import { linkTo } from '../controls/links.ts'
import { showQuestion } from '../controls/question.ts'
import { type Around, citizenPage, failedBy } from './around.ts'
import { cannotSaveTitle, notSavedWords } from './cannot-save-page.ts'

export type QuestionPage = {
  readonly around: Around
  readonly page: Page
  readonly typed: Typed
  readonly problems: readonly Problem[]
  // Where the form posts to: the page's own address.
  readonly action: string
  // The section's title, above the heading.
  readonly caption?: string
  // Who or what the page is about, in a list: stands where the form says ((name)).
  readonly name?: string
  // It asks about somebody else than whoever types (Page, `theirs`).
  readonly theirs?: boolean
  readonly extra?: Extra
  // "Save and come back later" is offered.
  readonly mayLeave?: boolean
  readonly button?: string
  // Nothing can be saved at the moment: the page says so, with what was typed.
  readonly notSaved?: boolean
}

// By nunjucks each time. `entered` shows again what was typed, or marks where it goes (filled.ts); `keep`: see Asked.
export const questionHtml = (given: QuestionPage, entered: Entered, keep = queryOf(given.action)): string => {
  const { page, problems, extra = {}, theirs = false } = given
  const only = Object.keys(page.questions).length === 1 && page.guidance === undefined && page.does !== 'upload'
  const fields = Object.entries(page.questions).map(([id, question]): Asked => {
    return { id, question, entered, problems, extra, theirs, keep, naming: namingOf(page, question, only) }
  })
  const title = say(page.title, entered)
  return citizenPage(
    'question',
    given.around,
    { title: given.notSaved === true ? `${cannotSaveTitle}: ${title}` : title, ...failedBy(problems) },
    {
      heading: only ? undefined : title,
      caption: given.caption,
      guidance: page.guidance?.map((paragraph) => say(paragraph, entered)),
      details: detailsOf(page, entered),
      problems: problems.map((problem) => ({
        text: say(problem.words, entered),
        href: linkTo(problem, page, { entered, problems, extra }),
      })),
      action: given.action,
      fields: fields.filter(({ question }) => question.kind !== 'files').map((asked) => shownOn(page, asked)),
      uploads: fields.filter(({ question }) => question.kind === 'files').map(showQuestion),
      scripts: [...(extra.map === undefined ? [] : [mapScript]), ...(extra.upload === undefined ? [] : [uploadScript])],
      ...buttonsOf(given),
      notSaved: given.notSaved === true ? { title: cannotSaveTitle, words: notSavedWords } : undefined,
    },
  )
}

// While a file is chosen the page's own form is no way on, but for whoever may go on without one.
const buttonsOf = ({ page, extra, mayLeave = false, button = 'Continue' }: QuestionPage): Variables => {
  const upload = extra?.upload
  if (upload?.choosing !== true) return { typedForm: mayLeave ? 'answers' : undefined, button, mayLeave }
  if (upload.good > 0) return { choosing: true, button: 'Continue without another file' }
  const needed = Object.values(page.questions).some(({ optional }) => optional !== true)
  return { choosing: true, button: needed ? undefined : 'Continue without a file' }
}

// What stands above the first question of a part: its title, where it asks several things and the page is called
// otherwise, and its guidance.
const shownOn = ({ title, parts = [] }: Page, asked: Asked): Variables => {
  const { id, entered } = asked
  const part = parts.find(({ questions }) => Object.keys(questions)[0] === id)
  if (part === undefined || parts.length === 1) return showQuestion(asked)
  const several = Object.keys(part.questions).length > 1 && part.title !== title
  return {
    ...showQuestion(asked),
    ...(several ? { part: say(part.title, entered) } : {}),
    partGuidance: (part.guidance ?? []).map((paragraph) => say(paragraph, entered)),
  }
}

export const queryOf = (address: string): string => address.split('?')[1] ?? ''

// One question alone is the page's heading (Design System, "Asking just one question").
const namingOf = (page: Page, question: Question, only: boolean): Naming => {
  if (only) return { words: page.title, is: 'heading' }
  if (question.label !== undefined) return { words: question.label, is: 'visible' }
  return { words: page.title, is: 'hidden' }
}

const detailsOf = (page: Page, entered: Entered): Variables | undefined =>
  page.details && {
    summaryText: say(page.details.summary, entered),
    paragraphs: page.details.text.map((text) => say(text, entered)),
  }
