// A page that asks staff a few questions about a case, or about none: a heading, the questions, one button.
import type { Problem, Typed } from '#domain/forms/kind.ts'
import type { Question } from '#domain/forms/question.ts'
import { enteredFrom, onOneLine } from '../../controls/entered.ts'
import { linkTo } from '../../controls/links.ts'
import { showQuestion } from '../../controls/question.ts'
import { type StaffAround, staffPage } from '../around.ts'

export type FormPage = {
  readonly around: StaffAround
  readonly title: string
  // Above the heading: whose case it is.
  readonly caption?: string
  readonly words?: readonly string[]
  readonly needs: Readonly<Record<string, Question>>
  readonly typed: Typed
  readonly problems: readonly Problem[]
  readonly action: string
  readonly button: string
  readonly cancel: string
  readonly version?: number
  // Sent along, and not shown.
  readonly hidden?: Readonly<Record<string, string>>
}

export const formPage = (given: FormPage): string => {
  const { title, needs, typed, problems } = given
  const entered = enteredFrom(typed)
  const page = { id: 'form', title, questions: needs }
  return staffPage(
    'form',
    given.around,
    { title, failed: problems.length > 0 },
    {
      ...{ title, words: given.words ?? [], action: given.action, button: given.button, cancel: given.cancel },
      caption: given.caption === undefined ? undefined : onOneLine(given.caption),
      version: given.version,
      hidden: Object.entries(given.hidden ?? {}).map(([name, value]) => ({ name, value })),
      problems: problems.map((problem) => ({
        text: problem.words,
        href: linkTo(problem, page, { entered, problems, extra: {} }),
      })),
      fields: Object.entries(needs).map(([id, question]) =>
        showQuestion({
          ...{ id, question, entered, problems, extra: {}, keep: '' },
          naming: { words: question.label ?? id, is: 'visible' },
        }),
      ),
    },
  )
}
