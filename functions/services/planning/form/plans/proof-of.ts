// Which answers a plan or statement bears out: those by which it is called for.

import type { RecordPart } from '#domain/forms/answered/record.ts'
import { questionsOf } from '#domain/forms/condition.ts'
import { documentRules } from './document-rules.ts'
import { documentTypes } from './document-types.ts'
import { drawingRules } from './drawing-rules.ts'

export const proofOf = ({ entries }: RecordPart): readonly string[] => {
  const shown = entries.find(({ id }) => id === 'documentTypes')?.lines ?? []
  const rules = [...drawingRules, ...documentRules].filter(({ type }) => shown.includes(documentTypes[type].label))
  const asked = rules.flatMap(({ when }) => (typeof when === 'function' ? [] : questionsOf(when)))
  return [...new Set(asked.map(({ question }) => question))]
}
