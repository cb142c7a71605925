// Which ombudsman a complaint that was sent can go to.
import type { Case } from '#domain/cases/case.ts'
import { entriesOf } from '../../letters-to.ts'
import { abouts, type OmbudsmanId, ombudsmanFor } from '../rules/ombudsmen.ts'

export const ombudsmanOf = (subject: Pick<Case, 'record'>): OmbudsmanId => ombudsmanFor(aboutOf(subject)).value

// The record has the words of the option.
const aboutOf = (subject: Pick<Case, 'record'>): string | undefined => {
  const [said] = entriesOf(subject).find(({ id }) => id === 'about')?.lines ?? []
  return Object.entries(abouts).find(([, words]) => words === said)?.[0]
}
