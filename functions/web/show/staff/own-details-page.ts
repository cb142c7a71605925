// What a member of staff says of themselves: asked, and never shown again, as only keyed hashes of it are kept.
import type { OwnKind } from '#domain/cases/own.ts'
import type { Problem, Typed } from '#domain/forms/kind.ts'
import type { Question } from '#domain/forms/question.ts'
import { formParts } from '../controls/form.ts'
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
  return staffPage(
    'own-details',
    around,
    { title, failed: problems.length > 0 },
    {
      title,
      declared: declared.map((kind) => kindWords[kind]),
      ...formParts({ id: 'own-details', title, questions: needs, typed, problems }),
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
