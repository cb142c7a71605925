// The rules' working made anew, where something beside the answers changed: what officers decided, or the date.
import type { Case } from '#domain/cases/case.ts'
import type { Answers } from '#domain/forms/answered/answers.ts'
import { savedIn } from '#domain/forms/answered/draft.ts'
import { journey } from '#domain/forms/answered/journey.ts'
import { savedNow } from '#domain/forms/versions.ts'
import { londonDay } from '#domain/london.ts'
import type { Service } from '#services/service.ts'
import type { Clock, DraftStore } from '../ports/stores.ts'

type Ports = { readonly clock: Clock; readonly drafts: DraftStore }

// As it is, where its answers are not kept online.
export const assessedAgain = async (ports: Ports, service: Service, subject: Case): Promise<Case> => {
  if (service.assessment === undefined) return subject
  const answers = await answersOfCase(ports, service, subject)
  return answers === undefined ? subject : assessedFrom(service, answers, subject, ports.clock.now())
}

export const assessedFrom = (service: Service, answers: Answers, subject: Case, now: number): Case => {
  const beside = { sentAt: subject.openedAt, now, of: subject }
  const assessment = service.assessment?.(answers, answers.today, beside)
  return assessment === undefined ? subject : { ...subject, assessment }
}

// As the form has them today, seen from today.
export const answersOfCase = async (
  ports: Ports,
  service: Service,
  { draftId }: Pick<Case, 'draftId'>,
): Promise<Answers | undefined> => {
  const draft = await ports.drafts.get(draftId)
  if (draft === undefined) return undefined
  const saved = savedNow(service.form, draft.formVersion, savedIn(draft))
  return journey(service.form, saved, londonDay(ports.clock.now())).answers
}
