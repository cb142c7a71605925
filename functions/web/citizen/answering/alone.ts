// What is the applicant's alone: how they are reached, whether they are safe, and who helps them. A helper is told so, and nothing of it is shown.
import { changed, saveStep } from '#domain/forms/answered/draft.ts'
import type { RecordSection } from '#domain/forms/answered/record.ts'
import { keepFields } from '#domain/forms/fields/index.ts'
import type { Typed } from '#domain/forms/kind.ts'
import type { Service } from '#services/service.ts'
import { journeyOf } from '#usecases/answering/save-page.ts'
import { html, type Reply } from '#web/http.ts'
import { pages } from '#web/show/citizen/pages.ts'
import { whom } from '../help-said.ts'
import { type Answer, around, type DraftVisit, to } from '../visit.ts'
import { firstPage } from '../where.ts'
import { stepAt } from './question.ts'

type Handler = (visit: DraftVisit) => Promise<Answer> | Answer

export const notAlone =
  (answer: Handler): Handler =>
  (visit) =>
    visit.helper !== undefined && (isAlone(visit) || reachesOtherwise(visit)) ? onlyTheApplicant(visit) : answer(visit)

const isAlone = (visit: DraftVisit): boolean => {
  const { service, request } = visit
  if (request.path === to(service, advice)) return service.sensitive?.(visit.walk.answers) === true
  const step = stepAt(visit)
  return step !== undefined && isAloneAt(service, step.section.id, step.key)
}

const advice = 'what-we-think-so-far'

export const isAloneAt = ({ form, forResident }: Service, sectionId: string, key: string): boolean => {
  const section = form.sections.find(({ id }) => id === sectionId)
  return (section?.is === 'pages' && section.exit === true) || (forResident.contact ?? []).includes(key)
}

// Another page may say how somebody is reached too: a form that is answered for others.
const reachesOtherwise = (visit: DraftVisit): boolean => {
  const { counter, draft, request, service, walk } = visit
  const step = request.method === 'POST' ? stepAt(visit) : undefined
  if (step === undefined) return false
  const typed: Typed = keepFields(request.posted, step.page.questions)
  const after = journeyOf(service, changed(draft, saveStep(step, typed), counter.clock.now()), counter.clock)
  return reach(service, walk) !== reach(service, after)
}

const reach = (service: Service, { answers }: DraftVisit['walk']): string => {
  const { phone, email, mayText, ways, safeTimes } = service.applicant(answers)
  return JSON.stringify([phone, email, mayText, ways, safeTimes, service.codesTo?.(answers)])
}

/** Of check-your-answers, what a helper may see. */
export const withoutAlone = (service: Service, sections: readonly RecordSection[]): readonly RecordSection[] =>
  sections
    .map((section) => ({
      ...section,
      parts: section.parts
        .map((part) => ({ ...part, entries: part.entries.filter(({ key }) => !isAloneAt(service, section.id, key)) }))
        .filter(({ entries }) => entries.length > 0),
    }))
    .filter(({ parts }) => parts.length > 0)

export const onlyTheApplicant = (visit: DraftVisit): Reply => {
  const { service, draft, walk, counter } = visit
  const title = `Only ${whom(service, walk)} can do this`
  return html(
    pages.onlyThem({
      around: { ...around(visit, service), neutral: true },
      title,
      words: [
        'They answer this part themselves. You cannot see it or change it.',
        'They can do it on their own phone or computer, or call us.',
      ],
      onward:
        draft.status === 'submitted'
          ? to(service, 'confirmation')
          : to(service, firstPage(service, draft, counter.clock)),
    }),
    403,
  )
}
