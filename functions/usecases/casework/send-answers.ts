// The applicant sends what they were asked for again: the case gets the new answers, its history the old and the new, and the draft closes,
// in one transaction. Sent twice, it is sent once.
import type { Case, Detail } from '#domain/cases/case.ts'
import { perform } from '#domain/cases/workflow.ts'
import { amended, changedAnswers } from '#domain/forms/answered/amend.ts'
import { type Draft, savedIn } from '#domain/forms/answered/draft.ts'
import { type Journey, journey } from '#domain/forms/answered/journey.ts'
import type { FormRecord } from '#domain/forms/answered/record.ts'
import { londonDay } from '#domain/london.ts'
import { no, ok, type Result } from '#domain/result.ts'
import type { Service } from '#services/service.ts'
import { journeyOf } from '../answering/save-page.ts'
import { evidenceOf, type SubmitPorts, type SubmitRefusal } from '../answering/submit-application.ts'
import { filesIn } from '../answering/take-uploads.ts'
import { whoseIn } from '../answering/whose.ts'
import type { CaseChange, DraftStore, WholeCase } from '../ports/stores.ts'
import { calledOff } from '../texts/decide-text.ts'
import { assessedFrom } from './assess-again.ts'

type Ports = SubmitPorts & { readonly drafts: DraftStore }

type Sent = Result<{ readonly reference: string }, SubmitRefusal>

const tries = 3

// Staff may change the case meanwhile (a note, another assignee): then it is read again.
export const sendAnswers = async (ports: Ports, service: Service, draft: Draft, left = tries): Promise<Sent> => {
  if (draft.caseReference !== undefined) return ok({ reference: draft.caseReference })
  const walk = journeyOf(service, draft, ports.clock)
  if (!walk.complete()) return no('not-complete')
  const whole = await ports.cases.whole(draft.reopens?.caseReference ?? '')
  const change = whole === undefined ? undefined : changeFrom(ports, { service, draft, walk, whole })
  if (change === undefined) return no('changed-elsewhere')
  const done = await ports.cases.change(change)
  if (done.ok) return ok({ reference: done.value.reference })
  if (done.error === 'unknown') return no('unknown')
  const fresh = await ports.drafts.get(draft.id)
  return fresh === undefined || left === 1 ? no('changed-elsewhere') : sendAnswers(ports, service, fresh, left - 1)
}

type Sending = {
  readonly service: Service
  readonly draft: Draft
  readonly walk: Journey
  readonly whole: WholeCase
}

// Undefined where the answers are no longer waited for.
const changeFrom = (ports: Ports, { service, draft, walk, whole }: Sending): CaseChange | undefined => {
  const { subject: before, files } = whole
  const now = ports.clock.now()
  const today = londonDay(now)
  const action = service.workflow.actions.find(({ does }) => does === 'take-answers')?.id ?? ''
  const given = { action, typed: {}, actor: { is: 'applicant' }, now, today, id: ports.ids.ordered(now) } as const
  const done = perform(service.workflow, before, given)
  if (!done.ok || before.asked?.draftId !== draft.id) return undefined
  const record = recordAfter(service, { draft, walk, before, today })
  const derives = derived(service, walk, before, now)
  // Whoever was named before stays so.
  const whose = [...new Set([...(before.whose ?? []), ...whoseIn(ports.keys, walk)])]
  const subject: Case = { ...done.value.case, ...derives, whose, record, draftId: draft.id }
  const event = { ...done.value.event, details: detailsOf(before.record, record) }
  const sends = filesIn(walk).filter(({ id }) => !files.some((file) => file.id === id))
  return { before, subject, event, texts: [], cancels: calledOff(whole.texts), closes: draft, sends }
}

// What the case says of its answers beside the record. They may make it restricted; they do not open one that was.
const derived = (service: Service, { answers }: Journey, before: Case, now: number): Partial<Case> => ({
  title: service.title(answers),
  applicant: service.applicant(answers),
  ...assessmentOf(assessedFrom(service, answers, before, now)),
  ...evidenceOf(service, answers, before.evidence ?? [], londonDay(now)),
  ...(service.sensitive?.(answers) === true ? { sensitive: true } : {}),
})

const assessmentOf = ({ assessment }: Case): Pick<Case, 'assessment'> =>
  assessment === undefined ? {} : { assessment }

type Amend = { readonly draft: Draft; readonly walk: Journey; readonly before: Case; readonly today: string }

const recordAfter = ({ form }: Service, { draft, walk, before, today }: Amend): FormRecord => {
  const was = draft.reopens?.before ?? savedIn(draft)
  return amended(before.record, {
    was: journey(form, was, today),
    now: journey(form, savedIn(draft), today),
    asked: walk,
  })
}

const detailsOf = (before: FormRecord, after: FormRecord): readonly Detail[] => {
  const changes = changedAnswers(before, after)
  return changes.length === 0 ? [{ question: 'Answers', lines: ['Confirmed without a change'] }] : changes
}
