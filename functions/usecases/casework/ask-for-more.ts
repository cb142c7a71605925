// Asking an applicant for some of their answers again: a draft is opened for them with everything that they sent, in which only those pages
// are asked. They come to it by the link in the text and a code.
import type { AskedOfThem, Case } from '#domain/cases/case.ts'
import type { Action, Refusal, Reopening } from '#domain/cases/workflow.ts'
import { addDays } from '#domain/day.ts'
import { type Draft, type OwnAccord, savedIn } from '#domain/forms/answered/draft.ts'
import { type Journey, journey } from '#domain/forms/answered/journey.ts'
import { leftOpen, standsIn } from '#domain/forms/answered/reopened.ts'
import { one, type Typed } from '#domain/forms/kind.ts'
import type { Options, Question } from '#domain/forms/question.ts'
import { savedNow } from '#domain/forms/versions.ts'
import { londonDay } from '#domain/london.ts'
import { no, ok, type Result } from '#domain/result.ts'
import type { Service } from '#services/service.ts'
import { newDraft } from '../answering/start-draft.ts'
import type { UploadStore } from '../ports/files.ts'
import type { CaseChange, CaseParts, Clock, DraftStore, Ids } from '../ports/stores.ts'

export type AskPorts = {
  readonly clock: Clock
  readonly ids: Ids
  readonly drafts: DraftStore
  readonly uploads: UploadStore
}

export type Opened = Pick<CaseChange, 'opens' | 'opensWith'> & { readonly asked?: AskedOfThem }

// The council's own: how long an applicant is given to answer. The draft itself is kept for longer.
const daysToAnswer = 14

export const openAgain = async (ports: AskPorts, asking: Asking): Promise<Result<Opened, Refusal>> => {
  const { service, whole } = asking
  const { subject } = whole
  const { pages: keys, message, days } = reopeningOf(asking)
  const sent = await sentAnswers(ports, service, subject)
  if (sent === undefined) return refused('The answers are not kept online. Ask by phone or letter')
  if (!keys.every((key) => standsIn(sent.walk, key)))
    return refused('Select only answers that this person was asked for')
  const draft = draftToAsk(ports, { service, subject, sent, keys, message })
  const files = await ports.uploads.ofDraft(sent.draft.id)
  const today = londonDay(ports.clock.now())
  const by = addDays(today, days ?? daysToAnswer)
  const chase = days === undefined ? {} : { chase: { on: today, days, times: 0 } }
  return ok({
    opens: draft,
    opensWith: files.filter(({ verdict }) => verdict !== 'refused'),
    asked: { keys, message, by, draftId: draft.id, ...chase },
  })
}

type Asking = {
  readonly service: Service
  readonly whole: CaseParts
  readonly typed: Typed
  readonly action?: Action
}

// What the action asks for by itself, else what the officer chose.
const reopeningOf = ({ whole, typed, action }: Asking): Omit<Reopening, 'days'> & { readonly days?: number } =>
  action?.reopens?.(typed, whole.subject) ?? { pages: typed.pages ?? [], message: one(typed, 'message') }

// The action as it stands for this case: only answers that this person was asked for can be asked again.
export const askable = async (
  ports: AskPorts,
  given: { service: Service; subject: Case; action: Action },
): Promise<Action> => {
  const { service, subject, action } = given
  const pages = action.needs?.pages
  if (action.does !== 'ask-for-more' || pages === undefined) return action
  const sent = await sentAnswers(ports, service, subject)
  return { ...action, needs: { ...action.needs, pages: sent === undefined ? pages : standing(pages, sent.walk) } }
}

const standing = (question: Question, walk: Journey): Question => {
  if (question.kind !== 'choices') return question
  const options: Options = Object.fromEntries(Object.entries(question.options).filter(([key]) => standsIn(walk, key)))
  return { ...question, options }
}

const refused = (words: string) => no({ is: 'needs', problems: [{ field: 'pages', words }] } as const)

export type SentAnswers = { readonly draft: Draft; readonly walk: Journey }

// As the form has them today: it may have grown since they were sent.
export const sentAnswers = async (
  ports: Pick<AskPorts, 'clock' | 'drafts'>,
  service: Service,
  subject: Pick<Case, 'draftId'>,
): Promise<SentAnswers | undefined> => {
  const draft = await ports.drafts.get(subject.draftId)
  if (draft === undefined) return undefined
  const saved = savedNow(service.form, draft.formVersion, savedIn(draft))
  return { draft, walk: journey(service.form, saved, londonDay(ports.clock.now())) }
}

type From = {
  readonly service: Service
  readonly subject: Case
  readonly sent: SentAnswers
  readonly keys: readonly string[]
  readonly message: string
  readonly own?: OwnAccord
}

// By whoever holds what was sent, and by all that they come back by.
const heldAs = ({ email, holder, also }: Draft): Pick<Draft, 'email' | 'holder' | 'also'> => ({
  ...(email === undefined ? {} : { email }),
  ...(holder === undefined ? {} : { holder }),
  ...(also === undefined ? {} : { also }),
})

export const draftToAsk = (ports: Pick<AskPorts, 'clock' | 'ids'>, from: From): Draft => {
  const { service, subject, sent, keys, message, own } = from
  const before = { pages: sent.walk.answers.saved.pages, items: sent.walk.answers.saved.items }
  const phone = sent.draft.phone ?? subject.applicant.phone
  return {
    ...newDraft(service, ports.ids, ports.clock.now()),
    items: before.items,
    ...(phone === undefined ? {} : { phone }),
    ...heldAs(sent.draft),
    reopens: {
      ...{ caseReference: subject.reference, keys, message, before, left: leftOpen(sent.walk, keys) },
      of: sent.draft.id,
      ...(own === undefined ? {} : { own }),
    },
  }
}
