// The copy that a person is given, as a page that stands alone: to read, print or send.
import { inWords } from '#domain/day.ts'
import { council } from '#services/council.ts'
import type { Copy } from '#usecases/copies/give-copy.ts'
import { render } from '#web/render.ts'
import { moment } from '../../when.ts'

export type CopyPage = { readonly copy: Copy; readonly head: { readonly answerBy: string } }

export const copyPage = ({ copy, head }: CopyPage): string =>
  render('staff/copy.njk', {
    council: council.name,
    made: moment(copy.madeAt),
    asked: copy.asked === '' ? undefined : inWords(copy.asked),
    answerBy: head.answerBy,
    purpose: copy.purpose,
    without: copy.without,
    why: copy.why,
    cases: copy.cases,
  })
