// Which answers a document is proof of: those by which the council's list asks for it.

import type { RecordPart } from '#domain/forms/answered/record.ts'
import { questionsOf } from '#domain/forms/condition.ts'
import { evidencePack } from './list.ts'

export const proofOf = ({ entries }: RecordPart): readonly string[] => {
  const kind = entries.find(({ id }) => id === 'documentKind')?.lines[0]
  const rules = evidencePack.rules.filter(({ what }) => what === kind)
  return [...new Set(rules.flatMap(({ when }) => questionsOf(when).map(({ question }) => question)))]
}
