// Yes or no.
import type { YesNoQuestion } from '../question.ts'
import { single } from '../single.ts'

export const yesNo = single<YesNoQuestion>({
  wrong: (value, { question }) => (value === 'yes' || value === 'no' ? undefined : question.missing),
  answer: (value) => value,
  shown: (value) => [value === 'yes' ? 'Yes' : 'No'],
  example: (pick) => (pick(2) === 0 ? 'yes' : 'no'),
})
