// "What we think so far": before an application is sent, what the rules say of it, and where to change an answer that stands in the way.
import type { AskedAs } from '#domain/forms/asked-as.ts'
import { type Assessment, adverseParts, type Part } from '#domain/rules/assessment.ts'
import { type Linked, partsShown } from '../working.ts'
import { type Around, citizenPage } from './around.ts'

export type AdvicePage = {
  readonly around: Around
  readonly advice: Assessment
  readonly asked: AskedAs
  // Pages of the form where the answers behind a part can be changed.
  readonly changes: (part: Part) => readonly Linked[]
  readonly next: string
}

export const advicePage = ({ around, advice, asked, changes, next }: AdvicePage): string => {
  const title = 'What we think so far'
  const adverse = adverseParts(advice).length > 0
  return citizenPage('advice', around, { title }, { title, parts: partsShown(advice, asked, changes), adverse, next })
}
