// The applicant sends what they were asked for again: the case gets the new answers, its history the old and the new, and the draft closes,
// in one transaction. Sent twice, it is sent once.
import { askedShown, type WhoAsked } from '#domain/cases/asked-by.ts'
import type { Case, CaseEvent, Detail, Staff } from '#domain/cases/case.ts'
import type { Machinery } from '#domain/cases/steps/machinery.ts'
import { isFor } from '#domain/cases/workflow.ts'
import { amended, changedAnswers } from '#domain/forms/answered/amend.ts'
import { type Draft, onTopOf, savedIn } from '#domain/forms/answered/draft.ts'
import { type Journey, journey } from '#domain/forms/answered/journey.ts'
import type { FormRecord } from '#domain/forms/answered/record.ts'
import { londonDay } from '#domain/london.ts'
import { no, ok, type Result } from '#domain/result.ts'
import type { Service } from '#services/service.ts'
import { journeyOf } from '../answering/save-page.ts'
import { aboutOf, evidenceOf, type SubmitPorts, type SubmitRefusal, uprnsOf } from '../answering/submit-application.ts'
import { filesIn } from '../answering/take-uploads.ts'
import { safePhone, sentBy } from '../answering/ways-back.ts'
import { whoseIn } from '../answering/whose.ts'
import type { CaseChange, DraftStore, WholeCase } from '../ports/stores.ts'
import { actedOn } from '../texts/carry-out.ts'
import { calledOff } from '../texts/decide-text.ts'
import { following } from '../texts/follow.ts'
import { sentAnswers } from './ask-for-more.ts'
import { assessedFrom } from './assess-again.ts'

type Ports = SubmitPorts & { readonly drafts: DraftStore }

type Sent = Result<{ readonly reference: string }, SubmitRefusal>

const tries = 3

// Staff who send it for whoever asked them.
// `words`: what they did, after their name.
export type Caller = { readonly user: Staff; readonly asked: WhoAsked; readonly words: string }

export const sendAnswers = (ports: Ports, service: Service, draft: Draft, caller?: Caller): Promise<Sent> =>
  send(ports, { service, draft, caller }, tries)

type ToSend = { readonly service: Service; readonly draft: Draft; readonly caller: Caller | undefined }

// Staff may change the case meanwhile (a note, another assignee): then it is read again.
const send = async (ports: Ports, { service, draft, caller }: ToSend, left: number): Promise<Sent> => {
  if (draft.caseReference !== undefined) return ok({ reference: draft.caseReference })
  const change = await whatChanges(ports, service, draft, caller)
  if (typeof change === 'string') return no(change)
  const done = await ports.cases.change(await withPhone(ports, change))
  if (done.ok) return ok({ reference: done.value.reference })
  if (done.error === 'unknown') return no('unknown')
  const fresh = await ports.drafts.get(draft.id)
  return fresh === undefined || left === 1
    ? no('changed-elsewhere')
    : send(ports, { service, draft: fresh, caller }, left - 1)
}

// A number that is not theirs any more, or not safe, opens neither the case nor what is open of it: the corrected one does, once it is proved.
const withPhone = async (ports: Ports, change: CaseChange): Promise<CaseChange> => {
  const { before, subject } = change
  const [was, is] = [safePhone(before.applicant), safePhone(subject.applicant)]
  if (was === is) return change
  const sentBefore = await ports.drafts.get(before.draftId)
  const phones = [was, sentBefore?.phone].filter((phone) => phone !== undefined).filter((phone) => phone !== is)
  const found = await Promise.all(phones.map((phone) => ports.find.byOwner(ports.keys.hash('phone', phone))))
  const drafts = found
    .flatMap(({ drafts: begun }) => begun)
    .filter(({ id, reopens }) => reopens?.caseReference === subject.reference && id !== change.closes?.id)
  return { ...change, moves: { phones, drafts: [...new Set(drafts.map(({ id }) => id))] } }
}

// What sending would do, to be shown before or done: nothing is written here.
export const whatChanges = async (
  ports: Ports,
  service: Service,
  draft: Draft,
  caller?: Caller,
): Promise<CaseChange | 'not-complete' | 'changed-elsewhere'> => {
  const whole = await ports.cases.whole(draft.reopens?.caseReference ?? '')
  if (whole === undefined) return 'changed-elsewhere'
  const now = await onCaseNow(ports, service, draft, whole.subject)
  const walk = journeyOf(service, now, ports.clock)
  if (!walk.complete()) return 'not-complete'
  return changeFrom(ports, { service, draft: now, walk, whole, caller }) ?? 'changed-elsewhere'
}

// Other answers of the case may have been sent since this draft was opened: they are not undone by it.
const onCaseNow = async (
  ports: Pick<Ports, 'clock' | 'drafts'>,
  service: Service,
  draft: Draft,
  subject: Pick<Case, 'draftId'>,
): Promise<Draft> => {
  const { reopens } = draft
  if (reopens?.of === undefined || reopens.of === subject.draftId) return draft
  const sent = await sentAnswers(ports, service, subject)
  if (sent === undefined) return draft
  return { ...draft, ...onTopOf(reopens, draft.items, { ...sent.walk.answers.saved, of: sent.draft.id }) }
}

type Sending = {
  readonly service: Service
  readonly draft: Draft
  readonly walk: Journey
  readonly whole: WholeCase
  readonly caller: Caller | undefined
}

// Undefined where the answers are no longer waited for.
const changeFrom = (ports: Ports, { service, draft, walk, whole, caller }: Sending): CaseChange | undefined => {
  const { subject: before, files } = whole
  const now = ports.clock.now()
  const today = londonDay(now)
  const { own = 'take-answers' } = draft.reopens ?? {}
  const done = actedOn(ports, service, before, {
    action: takesWhat(service, before, own, today),
    actor: { is: 'applicant' },
  })
  if (!done.ok || (own === 'take-answers' && before.asked?.draftId !== draft.id)) return undefined
  const subject: Case = {
    ...done.value.case,
    ...answeredAnew(ports, service, { draft, walk, before, own, now }),
    ...(own === 'take-answers' ? { replied: today } : {}),
    ...(own === 'take-change' ? { told: before.told ?? { on: today, from: before.draftId } } : {}),
  }
  const event = { ...done.value.event, ...bySomebody(caller, changesOf(before.record, subject.record)) }
  const sends = filesIn(walk).filter(({ id }) => !files.some((file) => file.id === id))
  const closes = sentBy(ports.keys, draft, subject.applicant)
  return { before, subject, event, ...textsAfter(ports, whole, subject), closes, sends }
}

type Anew = Deriving & { readonly draft: Draft }

/** What a case says with the answers of this draft, which were given again: its record, and all that is read from them. */
export const answeredAnew = (ports: Pick<Ports, 'keys'>, service: Service, anew: Anew) => ({
  ...derived(service, anew),
  whose: whoseAfter(ports, anew.before, anew.walk),
  record: recordAfter(service, { ...anew, today: londonDay(anew.now) }),
  draftId: anew.draft.id,
})

// Those that the change ends do not go, and the others go to where the person is reached now.
const textsAfter = (ports: Ports, { subject: before, texts }: WholeCase, subject: Case) => {
  const ended = subject.state === before.state ? [] : calledOff(texts)
  const left = texts.filter((text) => !ended.includes(text))
  const follow = following(ports, left, subject.applicant)
  return { texts: follow.texts, cancels: [...ended, ...follow.cancels] }
}

const bySomebody = (caller: Caller | undefined, details: readonly Detail[]): Partial<CaseEvent> =>
  caller === undefined
    ? { details }
    : {
        ...{ by: caller.user.name, byId: caller.user.id, words: caller.words },
        details: [...askedShown(caller.asked), ...details],
      }

// Whoever was named before stays so.
const whoseAfter = ({ keys }: Pick<Ports, 'keys'>, { whose = [] }: Case, walk: Journey): readonly string[] => [
  ...new Set([...whose, ...whoseIn(keys, walk)]),
]

const takesWhat = ({ workflow }: Service, subject: Case, own: Machinery, today: string): string =>
  workflow.actions.find((action) => action.does === own && isFor(action, subject, today))?.id ?? ''

// What the case says of its answers beside the record. They may make it restricted; they do not open one that was.
// How they are reached is none of the rules' business.
const derived = (service: Service, { walk: { answers }, before, own, now }: Deriving): Partial<Case> => ({
  title: service.title(answers),
  ...aboutOf(service, answers, before),
  applicant: service.applicant(answers),
  ...uprnsOf(service, answers),
  ...(own === 'take-contact'
    ? {}
    : {
        ...assessmentOf(assessedFrom(service, answers, before, now)),
        ...evidenceOf(service, answers, before.evidence ?? [], londonDay(now)),
      }),
  ...(service.sensitive?.(answers) === true ? { sensitive: true } : {}),
})

type Deriving = {
  readonly walk: Journey
  readonly before: Case
  readonly own: Machinery
  readonly now: number
}

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

const changesOf = (before: FormRecord, after: FormRecord): readonly Detail[] => {
  const changes = changedAnswers(before, after)
  return changes.length === 0 ? [{ question: 'Answers', lines: ['Confirmed without a change'] }] : changes
}
