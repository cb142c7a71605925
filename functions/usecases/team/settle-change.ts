// An officer accepts what an applicant told, or some of it, with a reason for each part that is not. What is not accepted is taken out of
// the answers, so that the rules read what was accepted and nothing else (docs/rules/casework.md, "What the applicant sends unasked").
import { can } from '#domain/cases/access.ts'
import type { Case, CaseEvent, Detail, Staff } from '#domain/cases/case.ts'
import { withoutNews } from '#domain/cases/news.ts'
import type { Draft } from '#domain/forms/answered/draft.ts'
import { type Journey, journey } from '#domain/forms/answered/journey.ts'
import { leftOpen } from '#domain/forms/answered/reopened.ts'
import type { Saved } from '#domain/forms/answered/saved.ts'
import { type ToldPart, toldParts, withoutParts } from '#domain/forms/answered/told-parts.ts'
import { londonDay } from '#domain/london.ts'
import { no, ok, type Result } from '#domain/result.ts'
import type { Service } from '#services/service.ts'
import { journeyOf } from '../answering/save-page.ts'
import { sentBy } from '../answering/ways-back.ts'
import { draftToAsk, type SentAnswers, sentAnswers } from '../casework/ask-for-more.ts'
import { answeredAnew } from '../casework/send-answers.ts'
import type { UploadStore } from '../ports/files.ts'
import type { CaseStore, ChangeProblem, Clock, DraftStore, Ids, Keys } from '../ports/stores.ts'

type Ports = {
  readonly clock: Clock
  readonly ids: Ids
  readonly keys: Keys
  readonly cases: CaseStore
  readonly drafts: DraftStore
  readonly uploads: UploadStore
}

type Whose = { readonly service: Service; readonly subject: Case; readonly user: Staff }

// Answers about health and safety are among them: not for whoever may not see those, nor in an emergency.
export const maySettle = ({ subject, user }: Omit<Whose, 'service'>): boolean =>
  subject.told !== undefined && can(user, 'assign', { subject }) && can(user, 'see-sensitive', { subject })

export type ToldChange = {
  readonly parts: readonly ToldPart[]
  readonly was: Journey
  readonly now: SentAnswers
}

/** Undefined where nothing waits, or the answers are not kept online any more. */
export const toldChange = async (ports: Ports, { service, subject }: Whose): Promise<ToldChange | undefined> => {
  if (subject.told === undefined) return undefined
  const was = await sentAnswers(ports, service, { draftId: subject.told.from })
  const now = await sentAnswers(ports, service, subject)
  if (was === undefined || now === undefined) return undefined
  const { contact = [], documents } = service.forResident
  const others = [...contact, ...(documents === undefined ? [] : [documents.section])]
  return { parts: toldParts(was.walk, now.walk, others), was: was.walk, now }
}

// By the ids of the parts that are not accepted: why not.
export type NotAccepted = ReadonlyMap<string, string>

type Settling = Whose & { readonly told: ToldChange; readonly left: NotAccepted }

/** 'apart': without those parts the answers would not be whole, as others that are accepted belong to them. */
export const settleChange = async (
  ports: Ports,
  settling: Settling,
): Promise<Result<null, 'apart' | ChangeProblem>> => {
  const { subject, left, user } = settling
  if (!maySettle({ subject, user })) return no('changed-elsewhere')
  const reverted = left.size === 0 ? {} : await withoutLeft(ports, settling)
  if (reverted === 'apart') return no('apart')
  const { told: _told, ...settled } = withoutNews(subject)
  const now = ports.clock.now()
  const version = subject.version + 1
  const done = await ports.cases.change({
    before: subject,
    subject: { ...settled, ...reverted.anew, version, changedAt: now },
    event: settledEvent(ports, settling, { at: now, version }),
    texts: [],
    ...(reverted.closes === undefined ? {} : { closes: reverted.closes, sends: [] }),
  })
  return done.ok ? ok(null) : no(done.error)
}

type Reverted = { readonly anew?: Partial<Case>; readonly closes?: Draft }

// As a draft of theirs, which the change closes: the answers of a case are always those of a draft.
const withoutLeft = async (
  ports: Ports,
  { service, subject, user, told, left }: Settling,
): Promise<Reverted | 'apart'> => {
  const { now: sent, was } = told
  const now = ports.clock.now()
  const kept = withoutParts(was.answers.saved, sent.walk.answers.saved, new Set(left.keys()))
  const after = journey(service.form, kept, londonDay(now))
  const open = new Set([...leftOpen(was, []), ...leftOpen(sent.walk, [])])
  if (leftOpen(after, []).some((key) => !open.has(key))) return 'apart'
  const opened = draftToAsk(ports, { service, subject, sent, keys: [], message: '', own: 'take-change' })
  const draft = { ...opened, by: user.id, items: kept.items, pages: pagesAfter(kept, sent.walk.answers.saved) }
  const walk = { ...journeyOf(service, draft, ports.clock), answers: after.answers }
  const files = (await ports.uploads.ofDraft(sent.draft.id)).filter(({ verdict }) => verdict !== 'refused')
  await ports.cases.open(subject, draft, files)
  const anew = answeredAnew(ports, service, { draft, walk, before: subject, own: 'take-change', now })
  return { anew, closes: sentBy(ports.keys, draft, anew.applicant ?? subject.applicant) }
}

// What differs from what was sent; what was not asked before has no answer again.
const pagesAfter = (kept: Saved, sent: Saved): Saved['pages'] =>
  Object.fromEntries(
    [...new Set([...Object.keys(kept.pages), ...Object.keys(sent.pages)])]
      .filter((key) => kept.pages[key] !== sent.pages[key])
      .map((key) => [key, kept.pages[key] ?? {}]),
  )

type At = Pick<CaseEvent, 'at' | 'version'>

const settledEvent = ({ ids }: Ports, { subject, user, told, left }: Settling, { at, version }: At): CaseEvent => ({
  ...{ id: ids.ordered(at), at, version, by: user.name, byId: user.id, action: settledAction },
  words: wordsFor(told.parts.length, left.size),
  ...{ from: subject.state, to: subject.state },
  details: told.parts.flatMap(({ id, rows }) => rows.map((row) => detailOf(row, left.get(id)))),
})

export const settledAction = 'settle-change'

const wordsFor = (all: number, left: number): string => {
  if (left === 0) return 'accepted what the applicant told'
  return left === all ? 'did not accept what the applicant told' : 'accepted some of what the applicant told'
}

const detailOf = ({ question, sensitive }: ToldPart['rows'][number], why: string | undefined): Detail => ({
  question,
  sensitive,
  lines: why === undefined ? ['Accepted'] : ['Not accepted', why],
})
