// What the rules proposed, beside the record of a case. Its reasons quote answers, so it is for those who may see them.
import type { Case } from '#domain/cases/case.ts'
import { inWords } from '#domain/day.ts'
import type { AskedAs } from '#domain/forms/asked-as.ts'
import type { Assessment } from '#domain/rules/assessment.ts'
import type { Variables } from '../template-runtime.ts'
import { partsShown } from './working.ts'

export const assessmentShown = (
  { assessment }: Pick<Case, 'assessment'>,
  asked: AskedAs,
  maySeeSensitive: boolean,
): Variables | undefined => {
  if (assessment === undefined) return undefined
  return {
    words: maySeeSensitive
      ? `Worked out from the answers on ${inWords(assessment.on)}${underOf(assessment)}. Nothing is decided until an officer confirms it.`
      : 'Hidden: you do not work on this case.',
    parts: maySeeSensitive ? partsShown(assessment, asked) : [],
  }
}

// An assessment that was kept before its data had a name for people says nothing of it.
export const underOf = ({ under }: Assessment): string => (under === undefined ? '' : `, by the ${theName(under)}`)

// "The Town and Country Planning Regulations" → "Town and Country Planning Regulations"
const theName = (words: string): string => words.replace(/^The /, '')
