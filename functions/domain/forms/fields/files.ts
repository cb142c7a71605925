// Files that were sent to us, by the ids of their uploads; their names stand beside, as they were when the page was left.
import { cleanedLine } from '../clean.ts'
import type { Kind, Problem, QuestionAsked, Typed } from '../kind.ts'
import type { FilesQuestion } from '../question.ts'

const idShape = /^[a-z0-9-]{8,64}$/

export const files: Kind<FilesQuestion> = {
  fields: (id) => [id, nameField(id)],
  read: (typed, asked) =>
    given(typed, asked).length > 0 && check(typed, asked).length === 0 ? given(typed, asked) : undefined,
  check: (typed, asked) => check(typed, asked),
  show: (typed, asked) => {
    if (check(typed, asked).length > 0) return []
    const count = given(typed, asked).length
    const names = (typed[nameField(asked.id)] ?? []).map(readable)
    return names.length === count && !names.includes('') ? names : [count === 1 ? '1 file' : `${count} files`]
  },
  sample: (pick, { id }) => ({ [id]: [`sample-file-${1 + pick(99)}`] }),
}

export const nameField = (id: string): string => `${id}-name`

const readable = (name: string): string => cleanedLine(name).replace(/\p{Cc}/gu, '')

const check = (typed: Typed, asked: QuestionAsked<FilesQuestion>): readonly Problem[] => {
  const { id, question } = asked
  const ids = given(typed, asked)
  if (ids.length === 0) return question.optional === true ? [] : [{ field: id, words: question.missing }]
  if (ids.length > question.most)
    return [
      {
        field: id,
        words: question.most === 1 ? 'You can only select 1 file' : `You can only select up to ${question.most} files`,
      },
    ]
  return ids.every((one) => idShape.test(one)) ? [] : [{ field: id, words: question.missing }]
}

const given = (typed: Typed, { id }: QuestionAsked<FilesQuestion>): readonly string[] =>
  (typed[id] ?? []).filter((value) => value !== '')
