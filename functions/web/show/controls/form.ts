// The questions of one form that staff fill in, and what is wrong with their answers, as a page shows them.
import type { Problem, Typed } from '#domain/forms/kind.ts'
import type { Question } from '#domain/forms/question.ts'
import type { Variables } from '#web/template-runtime.ts'
import { enteredFrom } from './entered.ts'
import { linkTo } from './links.ts'
import { showQuestion } from './question.ts'

type Filled = {
  readonly id: string
  readonly title: string
  readonly questions: Readonly<Record<string, Question>>
  readonly typed: Typed
  readonly problems: readonly Problem[]
}

export const formParts = ({ id, title, questions, typed, problems }: Filled): Variables => {
  const shown = { entered: enteredFrom(typed), problems, extra: {} }
  return {
    problems: problems.map((problem) => ({
      text: problem.words,
      href: linkTo(problem, { id, title, questions }, shown),
    })),
    fields: Object.entries(questions).map(([field, question]) =>
      showQuestion({
        ...{ id: field, question, ...shown, keep: '' },
        naming: { words: question.label ?? field, is: 'visible' },
      }),
    ),
  }
}
