// A change of circumstances, typed for whoever tells of it: what changed, the answers, what that would
// do, and who asked. Sent at the end; until then nothing of the case is different.
import { askedIn } from '#domain/cases/asked-by.ts'
import { outcomeNow } from '#domain/cases/outcome.ts'
import { choices, option } from '#domain/forms/ask.ts'
import { keepFields, problemsOf } from '#domain/forms/fields/index.ts'
import type { Problem, Typed } from '#domain/forms/kind.ts'
import { one } from '#domain/forms/kind.ts'
import type { Question } from '#domain/forms/question.ts'
import { londonDay } from '#domain/london.ts'
import { askedQuestions } from '#services/asked-questions.ts'
import {
  addForCaller,
  type ChangeGroup,
  type Changing,
  changeBegun,
  closeLists,
  groupAt,
  leftIn,
  mayChange,
  openChange,
  removeForCaller,
  saveGroup,
  sectionsOf,
  sendChange,
  whatItChanges,
} from '#usecases/team/change-for-caller.ts'
import { BadRequest, html, type Reply, seeOther } from '#web/http.ts'
import { staffPages } from '#web/show/staff/pages.ts'
import { conflictReply } from '../conflict.ts'
import { around, backToCase, type CaseVisit, caseAt } from '../visit.ts'

type Visit = CaseVisit & { readonly changing: Changing }

const begin = ({ whole }: CaseVisit): string => `${caseAt(whole.subject.reference)}/change`

const at = (visit: CaseVisit, draftId: string, page = ''): string =>
  `${begin(visit)}/${encodeURIComponent(draftId)}${page}`

const whoseOf = ({ service, whole, user }: CaseVisit) => ({ service, subject: whole.subject, user })

const allowed = (visit: CaseVisit): void => {
  if (!mayChange(whoseOf(visit), visit.desk.clock.now())) throw new BadRequest(404)
}

export const showChange = (visit: CaseVisit): Reply => {
  allowed(visit)
  return chooseReply(visit, visit.kept?.typed ?? {}, [])
}

export const takeChange = async (visit: CaseVisit): Promise<Reply> => {
  allowed(visit)
  const { posted } = visit.request
  const problems = Object.entries(whatChanged(visit)).flatMap(([id, question]) =>
    problemsOf(posted, id, question, todayOf(visit)),
  )
  if (problems.length > 0) return chooseReply(visit, posted, problems)
  const draft = await openChange(visit.desk, whoseOf(visit), posted.changed ?? [])
  return draft === undefined ? chooseReply(visit, posted, [notAsked]) : seeOther(at(visit, draft.id))
}

const notAsked: Problem = {
  field: 'changed',
  words: 'They were not asked about this, or their answers are not kept online. Write a note instead',
}

const todayOf = ({ desk }: CaseVisit) => londonDay(desk.clock.now())

const whatChanged = ({ service }: CaseVisit): Readonly<Record<string, Question>> => {
  const options = Object.entries(service.forResident.changes ?? {}).map(
    ([id, { label, hint }]) => [id, hint === undefined ? label : option(label, hint)] as const,
  )
  const words = {
    label: 'What do they say has changed?',
    hint: 'Select all that apply. The options are as they would read them.',
  }
  return { changed: choices('Select what has changed', Object.fromEntries(options), words) }
}

const chooseReply = (visit: CaseVisit, typed: Typed, problems: readonly Problem[]): Reply => {
  const { subject } = visit.whole
  return html(
    staffPages.form({
      around: around(visit, backToCase(visit)),
      title: 'Type a change for them',
      caption: `${subject.title}, ${subject.reference}`,
      words: [
        'Make sure first that you speak to the right person: ask for their date of birth and address.',
        'You see their answers next, and then what the change would do. Nothing is different before you send it.',
      ],
      ...{ needs: whatChanged(visit), typed, problems },
      ...{ action: begin(visit), button: 'Continue', cancel: caseAt(subject.reference) },
    }),
  )
}

// One that was sent is part of the case; one that ran out, or that somebody else began, is not there.
const inChange =
  (answer: (visit: Visit) => Promise<Reply> | Reply) =>
  async (visit: CaseVisit): Promise<Reply> => {
    const changing = await changeBegun(visit.desk, whoseOf(visit), visit.request.pathValues.draft ?? '')
    if (changing === undefined) throw new BadRequest(404)
    if (changing.draft.caseReference !== undefined) return seeOther(caseAt(changing.draft.caseReference))
    allowed(visit)
    return answer({ ...visit, changing })
  }

export const showChanging = inChange((visit) => listReply(visit, []))

// Its buttons: another person or place, without one of them, or on to what it changes.
export const takeChanging = inChange(async (visit) => {
  const { desk, request, changing } = visit
  const [add, remove] = [one(request.posted, 'add'), one(request.posted, 'remove')]
  if (add !== '') {
    const added = await addForCaller(desk, changing, add)
    return added.ok ? seeOther(partAt(visit, added.value)) : listReply(visit, [elsewhere])
  }
  if (remove !== '') {
    const removed = await removeForCaller(desk, changing, remove)
    return removed.ok ? seeOther(at(visit, changing.draft.id)) : listReply(visit, [elsewhere])
  }
  const closed = await closeLists(desk, changing)
  if (!closed.ok) return listReply(visit, [elsewhere])
  const left = leftIn(closed.value)
  return left.length === 0
    ? seeOther(at(visit, changing.draft.id, '/check'))
    : listReply(
        { ...visit, changing: closed.value },
        left.map(({ words, group }) => ({ field: group, words })),
      )
})

const partAt = (visit: Visit, group: string): string =>
  at(visit, visit.changing.draft.id, `/parts/${encodeURIComponent(group)}`)

const elsewhere: Problem = {
  field: 'main-content',
  words: 'Something changed since you opened this page. Look at it again',
}

const listReply = (visit: Visit, problems: readonly Problem[]): Reply => {
  const { changing } = visit
  const { subject } = visit.whole
  return html(
    staffPages.changing({
      around: around(visit, { back: { text: 'Back to what has changed', href: begin(visit) } }),
      caption: `${subject.title}, ${subject.reference}`,
      sections: sectionsOf(changing),
      walk: changing.walk,
      left: leftIn(changing).map(({ group }) => group),
      problems,
      partAt: (group) => partAt(visit, group),
      ...{ action: at(visit, changing.draft.id), cancel: caseAt(subject.reference) },
    }),
  )
}

const inGroup = (answer: (visit: Visit, group: ChangeGroup) => Promise<Reply> | Reply) =>
  inChange((visit) => {
    const group = groupAt(visit.changing, visit.request.pathValues.part ?? '')
    if (group === undefined) throw new BadRequest(404)
    return answer(visit, group)
  })

export const showPart = inGroup((visit, group) =>
  partReply(visit, group, visit.kept?.typed ?? typedIn(visit, group), []),
)

export const takePart = inGroup(async (visit, group) => {
  const { posted } = visit.request
  const saved = await saveGroup(visit.desk, visit.changing, group, posted)
  if (!saved.ok) return partReply(visit, group, posted, [saved.error === 'too-much' ? tooMuch : elsewhere])
  const { changing, problems } = saved.value
  if (problems.length === 0) return seeOther(at(visit, changing.draft.id))
  const now = { ...visit, changing }
  const after = groupAt(changing, group.id) ?? group
  return partReply(now, after, { ...typedIn(now, after), ...posted }, problems)
})

const tooMuch: Problem = {
  field: 'main-content',
  words: 'The answers are longer than we can keep. Shorten one of them',
}

const typedIn = ({ changing }: Visit, { steps }: ChangeGroup): Typed =>
  Object.assign({}, ...steps.map(({ key }) => changing.walk.answers.typed(key)))

const partReply = (visit: Visit, group: ChangeGroup, typed: Typed, problems: readonly Problem[]): Reply =>
  html(
    staffPages.bookForCaller({
      around: around(visit, { back: { text: 'Back to the change', href: at(visit, visit.changing.draft.id) } }),
      title: group.title,
      ...(group.isItem ? { name: group.title } : {}),
      pages: group.steps.map(({ key, page }) => ({ key, page })),
      ...{ typed, problems, extra: { manual: true } },
      ...{ action: partAt(visit, group.id), button: 'Keep these answers' },
    }),
  )

export const showChangeCheck = inChange((visit) => checkReply(visit, visit.kept?.typed ?? {}, []))

export const takeChangeCheck = inChange(async (visit) => {
  const { desk, request, changing } = visit
  const typed = keepFields(request.posted, askedQuestions)
  const wrong = Object.entries(askedQuestions).flatMap(([id, question]) =>
    problemsOf(typed, id, question, todayOf(visit)),
  )
  if (wrong.length > 0) return checkReply(visit, request.posted, wrong)
  const done = await sendChange(desk, changing, askedIn(typed))
  if (!done.ok) return checkReply(visit, request.posted, [elsewhere])
  const whole = await desk.cases.opened(done.value)
  return seeOther(`${caseAt(done.value)}?done=${whole?.lately.at(-1)?.id ?? ''}`)
})

const checkReply = async (visit: Visit, typed: Typed, problems: readonly Problem[]): Promise<Reply> => {
  const { desk, service, changing, whole } = visit
  const change = await whatItChanges(desk, changing)
  if (change === 'not-complete') return seeOther(at(visit, changing.draft.id))
  if (change === 'changed-elsewhere') return conflictReply(visit, { version: whole.subject.version, typed: [] })
  return html(
    staffPages.changeCheck({
      around: around(visit, { back: { text: 'Back to the change', href: at(visit, changing.draft.id) } }),
      caption: `${whole.subject.title}, ${whole.subject.reference}`,
      changes: (change.event.details ?? []).filter(({ before }) => before !== undefined),
      effects: service.forResident.effects?.(change.before, change.subject) ?? [],
      today: todayOf(visit),
      ...{ before: change.before, after: change.subject },
      decided: outcomeNow(change.before) !== undefined || change.before.placing !== undefined,
      ...{ questions: askedQuestions, typed, problems },
      ...{ action: at(visit, changing.draft.id, '/check'), cancel: caseAt(whole.subject.reference) },
    }),
  )
}
