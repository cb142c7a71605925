// Before something is sent of one's own accord: what was said before and what is said now, and what that would do.
import type { Draft, OwnAccord } from '#domain/forms/answered/draft.ts'
import type { Problem } from '#domain/forms/kind.ts'
import { whatChanges } from '#usecases/casework/send-answers.ts'
import type { CaseChange } from '#usecases/ports/stores.ts'
import { html, seeOther } from '#web/http.ts'
import { pages } from '#web/show/citizen/pages.ts'
import { paths } from '#web/show/site.ts'
import { problemReply } from '../problem.ts'
import { type Answer, around, type DraftVisit, to } from '../visit.ts'
import { check, instead } from '../where.ts'

export const whatChangesPath = 'what-changes'

export const isOwn = ({ reopens }: Draft): boolean => reopens?.own !== undefined

export const showWhatChanges = (visit: DraftVisit): Promise<Answer> => whatChangesReply(visit, [])

export const whatChangesReply = async (visit: DraftVisit, problems: readonly Problem[]): Promise<Answer> => {
  const { counter, service, draft, walk } = visit
  const { own, caseReference } = draft.reopens ?? {}
  if (own === undefined || caseReference === undefined) return seeOther(to(service, instead(walk)))
  const change = await whatChanges(counter, service, draft)
  if (change === 'not-complete') return seeOther(to(service, instead(walk)))
  if (change === 'changed-elsewhere') return problemReply(counter, visit.request, 409)
  const changes = (change.event.details ?? []).filter(({ before }) => before !== undefined)
  return html(
    pages.whatChanges({
      around: around(visit, service, to(service, check)),
      ...words[own],
      changes,
      effects: own === 'take-change' ? effectsOf(visit, change) : [],
      problems,
      action: to(service, 'declaration'),
      leave: `${paths.mine}/${caseReference}`,
    }),
  )
}

const effectsOf = ({ service }: DraftVisit, { before, subject }: CaseChange) =>
  service.forResident.effects?.(before, subject) ?? []

const words: Readonly<Record<OwnAccord, { title: string; send: string; agree?: string }>> = {
  'take-documents': { title: 'Check what you are sending', send: 'Send' },
  'take-contact': { title: 'Check how we will contact you', send: 'Save' },
  'take-change': {
    title: 'Check what you are telling us',
    send: 'Send',
    agree: 'What I tell you is true, as far as I know',
  },
}
