// Feedback: what do you think, and thank you.
import { choice, longText } from '#domain/forms/ask.ts'
import type { Problem, Typed } from '#domain/forms/kind.ts'
import type { Question } from '#domain/forms/question.ts'
import { mostWords } from '#domain/measures/feedback/feedback.ts'
import { enteredFrom } from '../controls/entered.ts'
import { linkTo } from '../controls/links.ts'
import { showQuestion } from '../controls/question.ts'
import { telephone } from '../site.ts'
import { type Around, citizenPage, failedBy } from './around.ts'

export const feedbackQuestions: Readonly<Record<string, Question>> = {
  rating: choice(
    'Select how you feel about the service',
    {
      'very-satisfied': 'Very satisfied',
      satisfied: 'Satisfied',
      neither: 'Neither satisfied nor dissatisfied',
      dissatisfied: 'Dissatisfied',
      'very-dissatisfied': 'Very dissatisfied',
    },
    { label: 'Overall, how did you feel about the service you used today?', optional: true },
  ),
  words: longText('How could we improve this service?', {
    most: mostWords,
    optional: true,
    hint: 'Do not include personal or financial information, like your National Insurance number',
  }),
}

export type FeedbackPage = {
  readonly around: Around
  readonly typed: Typed
  readonly problems: readonly Problem[]
  // What goes back with the form: where they came from, and when.
  readonly hidden: Readonly<Record<string, string>>
}

export const feedbackPage = ({ around, typed, problems, hidden }: FeedbackPage): string => {
  const title = 'Give feedback'
  const entered = enteredFrom(typed)
  const page = { id: 'feedback', title, questions: feedbackQuestions }
  return citizenPage(
    'feedback',
    around,
    { title, ...failedBy(problems) },
    {
      title,
      problems: problems.map((problem) => ({
        text: problem.words,
        href: linkTo(problem, page, { entered, problems, extra: {} }),
      })),
      fields: Object.entries(feedbackQuestions).map(([id, question]) =>
        showQuestion({
          ...{ id, question, entered, problems, extra: {}, keep: '' },
          naming: { words: question.label ?? id, is: 'visible' },
        }),
      ),
      hidden: Object.entries(hidden).map(([name, value]) => ({ name, value })),
    },
  )
}

export type ThanksPage = { readonly around: Around; readonly removed: readonly string[]; readonly phone: string }

export const thanksPage = ({ around, removed, phone }: ThanksPage): string => {
  const title = 'Thank you for your feedback'
  return citizenPage('thanks', around, { title }, { title, removed, phone: telephone(phone) })
}
