// Where letters to an applicant for housing go: care of somebody, or home. Who collects theirs gets none, and nobody is written to at a
// place where they no longer live, nor where it cannot be told which of two is their home.
import type { Case } from '#domain/cases/case.ts'
import { entriesOf, lettersTo, linesIn } from '../../letters-to.ts'

export const housingLettersTo = (subject: Case): string | undefined => {
  const entries = entriesOf(subject)
  const careOf = linesIn(entries, 'postalAddress')
  if (careOf.length > 0) return lettersTo(linesIn(entries, 'careOfName').join(' '), careOf)
  if (linesIn(entries, 'lettersTo').length > 0)
    return lettersTo(linesIn(entries, 'lettersName').join(' '), linesIn(entries, 'lettersAddress'))
  return lettersTo(subject.applicant.name, homeOf(subject))
}

const homeOf = ({ record }: Case): readonly string[] => {
  const now = record.sections
    .flatMap(({ parts }) => parts)
    .filter(({ entries }) => linesIn(entries, 'livesHereNow')[0]?.startsWith('Yes'))
  const [only, other] = now.map(({ entries }) => linesIn(entries, 'address'))
  return only === undefined || other !== undefined ? [] : only
}
