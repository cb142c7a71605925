// A file in the record of what was sent: the answers that were given with it, and those that it is to prove.
import type { Entry, FormRecord, RecordPart } from './record.ts'

export type Supporting = { readonly question: string; readonly item?: string }

// The thing of a list that the file belongs to with all that was said of it, or, outside a list, the page that asked for it.
export const answeredWith = (record: FormRecord, { question, item }: Supporting): RecordPart | undefined => {
  for (const section of record.sections)
    for (const part of section.parts) {
      const asked = part.entries.find((entry) => entry.id === question && belongs(entry, item))
      if (asked === undefined) continue
      return item === undefined ? { ...part, entries: part.entries.filter(({ key }) => key === asked.key) } : part
    }
  return undefined
}

const belongs = ({ key }: Entry, item: string | undefined): boolean => item === undefined || key.split('/')[1] === item

export type Proved = { readonly title: string; readonly entries: readonly Entry[] }

// Every answer to these questions, under what each person or thing is called.
export const answersTo = (record: FormRecord, questions: readonly string[]): readonly Proved[] =>
  record.sections
    .flatMap(({ title, parts }) =>
      parts.map((part) => ({
        title: part.title === '' ? title : part.title,
        entries: part.entries.filter(({ id }) => questions.includes(id)),
      })),
    )
    .filter(({ entries }) => entries.length > 0)
