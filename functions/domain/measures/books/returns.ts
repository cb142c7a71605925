// What belongs to statutory returns: the development code of a planning decision, and a sheet that was
// sent, sealed with its numbers (docs/rules/measures.md, "Returns").
import { choice, text } from '#domain/forms/ask.ts'
import { one, type Typed } from '#domain/forms/kind.ts'
import { countFrom } from '../figures/targets.ts'
import { type Bedrooms, checkedTotal } from '../returns/lahs.ts'
import { developmentCodes } from '../returns/planning-sheet.ts'
import type { Book, BookEntry } from './book.ts'
import { numberProblemWords } from './indicators.ts'

export const codeBook: Book = {
  id: 'codes',
  alone: true,
  questions: {
    code: choice('Select the development code', developmentCodes, { label: 'Which sort of development is it?' }),
  },
}

export const returnCodeIn = (entries: readonly BookEntry[], reference: string): string | undefined => {
  const found = entries.find(({ id }) => id === reference)
  return found === undefined ? undefined : one(found.typed, 'code')
}

// `numbers`: of the sheet as it stands, by their names. They are kept as they are.
export const sheetBook = (blocked: readonly string[], register?: Bedrooms): Book => ({
  id: 'returns',
  alone: true,
  questions:
    register === undefined
      ? { sent: choice('Select yes when you have sent it', { yes: 'Yes, it is sent' }, { label: 'Did you send it?' }) }
      : {
          total: text('Total of households in the return', { most: 12, width: 5 }),
          sent: choice('Select yes when you have sent it', { yes: 'Yes, it is sent' }, { label: 'Did you send it?' }),
        },
  checks: (typed, { id, entries }) => [
    ...(entries.some((entry) => entry.id === id) ? [{ field: 'sent', words: 'It is sealed already' }] : []),
    ...blocked.map((words) => ({ field: 'sent', words })),
    ...(register === undefined ? [] : totalProblems(typed, register)),
  ],
})

const totalProblems = (typed: Typed, register: Bedrooms) => {
  const read = countFrom(one(typed, 'total'))
  if (!read.ok)
    return [{ field: 'total', words: `Total of households in the return ${numberProblemWords[read.error]}` }]
  const checked = checkedTotal(register, read.value)
  return checked.ok
    ? []
    : [
        {
          field: 'total',
          words: `Total of households in the return must be the sum of the sizes, ${checked.error.sum}`,
        },
      ]
}
