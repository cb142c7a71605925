// What a member of staff says of themselves: asked, and never shown again, as only keyed hashes of it are kept.
import type { OwnKind } from '#domain/cases/own.ts'
import type { Problem, Typed } from '#domain/forms/kind.ts'
import type { Question } from '#domain/forms/question.ts'
import { enteredFrom } from '../controls/entered.ts'
import { linkTo } from '../controls/links.ts'
import { showQuestion } from '../controls/question.ts'
import { type StaffAround, staffPage } from './around.ts'

export const ownDetailsAt = '/own-details'

export type OwnDetailsPage = {
  readonly around: StaffAround
  readonly needs: Readonly<Record<string, Question>>
  readonly typed: Typed
  readonly problems: readonly Problem[]
  readonly declared: readonly OwnKind[]
}

export const ownDetailsPage = ({ around, needs, typed, problems, declared }: OwnDetailsPage): string => {
  const title = 'Your own details'
  const entered = enteredFrom(typed)
  const page = { id: 'own-details', title, questions: needs }
  return staffPage(
    'own-details',
    around,
    { title, failed: problems.length > 0 },
    {
      title,
      declared: declared.map((kind) => kindWords[kind]),
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
      action: ownDetailsAt,
    },
  )
}

const kindWords: Readonly<Record<OwnKind, string>> = {
  email: 'your email address',
  phone: 'your mobile number',
  home: 'your home',
  birth: 'your date of birth',
}
