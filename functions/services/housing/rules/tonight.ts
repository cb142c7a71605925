// What a day changes on one application, for the job that looks each night. No case keeps awards yet, so none can end here.
import type { Day } from '#domain/day.ts'
import type { Answers } from '#domain/forms/answers.ts'
import type { Tonight } from '../../service.ts'
import { changesOn } from './nightly.ts'
import { housingPackOn } from './packs/housing-packs.ts'

export const housingTonight = (answers: Answers, day: Day): readonly Tonight[] =>
  changesOn([{ reference: '', answers, awards: [], agreed: [] }], day, housingPackOn).map(({ words, tell }) => ({
    words,
    tellsApplicant: tell === 'officer-and-applicant',
  }))
