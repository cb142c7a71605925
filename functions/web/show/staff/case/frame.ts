// What stands on each of a case's six pages: the strip, how to reach the applicant, the six themselves, and the box for a note.
import type { Case } from '#domain/cases/case.ts'
import { type Marker, markersOn, markerWords } from '#domain/cases/desk/markers.ts'
import { goingOf } from '#domain/cases/going.ts'
import type { NextStep } from '#domain/cases/steps/next-step.ts'
import { openTasks } from '#domain/cases/task.ts'
import type { Action, State } from '#domain/cases/workflow.ts'
import { type Day, inWords } from '#domain/day.ts'
import type { Problem } from '#domain/forms/kind.ts'
import { decideBy } from '#domain/rules/statutory.ts'
import type { FactShown } from '#services/service.ts'
import type { OpenedCase } from '#usecases/ports/stores.ts'
import type { Variables } from '#web/template-runtime.ts'
import { contactRows } from '../../contact.ts'
import { onOneLine } from '../../controls/entered.ts'
import { type StaffAround, staffPage } from '../around.ts'
import { newsTag } from '../news.ts'
import { dueTag, paused } from '../work/case-row.ts'

export const caseParts = [
  { id: 'summary', text: 'Summary' },
  { id: 'tasks', text: 'Tasks' },
  { id: 'answers', text: 'Answers' },
  { id: 'documents', text: 'Documents' },
  { id: 'messages', text: 'Messages' },
  { id: 'history', text: 'History' },
] as const
export type CasePart = (typeof caseParts)[number]['id']

export type CaseFrame = {
  readonly around: StaffAround
  readonly whole: OpenedCase
  readonly serviceName: string
  readonly state: State
  readonly today: Day
  // In milliseconds.
  readonly now: number
  // Answers about health, safety, immigration and the like are shown.
  readonly maySeeSensitive: boolean
  readonly mayNote: boolean
  readonly mayAudit?: boolean
  readonly mayAssign: boolean
  readonly mayStepAside?: boolean
  // Contact details can be changed for whoever calls.
  readonly mayContact?: boolean
  // A change of circumstances can be typed for whoever tells of it.
  readonly mayChange?: boolean
  readonly mayHold?: boolean
  // What the applicant told waits to be accepted.
  readonly maySettle?: boolean
  readonly actions: readonly Action[]
  // What somebody else must do, because of what this person did: whoever decides is not whoever proposed.
  readonly forOthers?: readonly Action[]
  // What comes next on the case, whoever takes it.
  readonly next?: NextStep
  readonly contactAnswers: readonly string[]
  readonly facts?: readonly FactShown[]
  // What was just done: "You took the case".
  readonly done?: string
  // What comes after this case in the list that it was opened from.
  readonly after?: { readonly text: string; readonly href: string }
  // A note that could not be added, as it was typed.
  readonly note?: { readonly typed: string; readonly contact?: boolean; readonly problems: readonly Problem[] }
  // The same of an answer to the applicant.
  readonly reply?: { readonly typed: string; readonly problems: readonly Problem[] }
  // The one answer that was asked for whole, by its page and question.
  readonly shown?: string
  // Whoever looks has the case.
  readonly isMine?: boolean
}

export const hidden = 'Hidden: you do not work on this case'

export const caseAddressOf = ({ reference }: Pick<Case, 'reference'>): string =>
  `/cases/${encodeURIComponent(reference)}`

export const partAt = (subject: Pick<Case, 'reference'>, part: CasePart): string =>
  part === 'summary' ? caseAddressOf(subject) : `${caseAddressOf(subject)}/${part}`

// `body`: what the part itself shows.
export const framed = (part: CasePart, given: CaseFrame, body: Variables): string => {
  const { subject } = given.whole
  const title = onOneLine(subject.title)
  const name = caseParts.find(({ id }) => id === part)?.text ?? ''
  const problems = [
    ...(given.note?.problems ?? []).map(({ words }) => ({ text: words, href: '#note' })),
    ...(given.reply?.problems ?? []).map(({ words }) => ({ text: words, href: '#message' })),
  ]
  return staffPage(
    `case/${part}`,
    given.around,
    {
      title: part === 'summary' ? `${title}, ${subject.reference}` : `${name}, ${title}, ${subject.reference}`,
      failed: problems.length > 0,
    },
    { ...body, ...stripOf(part, given), title, problems, partName: name, done: given.done, after: given.after },
  )
}

const stripOf = (part: CasePart, given: CaseFrame): Variables => {
  const { subject } = given.whole
  return {
    reference: subject.reference,
    serviceName: given.serviceName,
    state: { text: given.state.label, colour: given.state.tag },
    clock: clockOf(subject, given.today),
    restricted: subject.sensitive === true,
    held: heldShown(given) ?? goingShown(given),
    markers: markersOn(subject, given.today).map(markerShown),
    news: newsShown(given),
    who: whoHas(given),
    main: mainOf(given),
    changeContact: given.mayContact === true ? `${caseAddressOf(subject)}/contact` : undefined,
    changeAnswers: given.mayChange === true ? `${caseAddressOf(subject)}/change` : undefined,
    otherCases: given.mayNote ? `${caseAddressOf(subject)}/people` : undefined,
    contact: contactRows(subject, given.contactAnswers, given),
    show: `${caseAddressOf(subject)}/show`,
    part,
    facts: factsOf(given),
    parts: caseParts.map(({ id, text }) => ({
      text: id === 'tasks' ? tasksWords(text, given) : text,
      href: partAt(subject, id),
      current: id === part,
    })),
    noteField: given.mayNote ? noteField(caseAddressOf(subject), part, given.note) : undefined,
  }
}

// What it rests on stands on the summary, for those who work the case.
const markerShown = ({ kind, reviewOn }: Marker): Variables => ({
  text: markerWords[kind],
  until: inWords(reviewOn),
})

const tasksWords = (text: string, { whole: { tasks } }: CaseFrame): string => {
  const open = openTasks(tasks).length
  return open === 0 ? text : `${text} (${open})`
}

// What the applicant sent and nobody has looked at yet, with the way to say that one has.
const newsShown = ({ whole: { subject }, mayNote }: CaseFrame): Variables | undefined =>
  subject.news && { tag: newsTag(subject.news), seen: mayNote ? `${caseAddressOf(subject)}/seen` : undefined }

// That it is to be erased, with the list where that is taken back.
const goingShown = ({ whole: { subject }, mayHold = false }: CaseFrame): Variables | undefined => {
  const going = goingOf(subject)
  return (
    going && {
      words: `To be erased from ${inWords(going.from)} on. ${onOneLine(going.by)} agreed to this.`,
      link: mayHold ? { href: '/keeping', text: 'Look at what is to be erased' } : undefined,
    }
  )
}

// That it must be kept, why and until when, with the way to end that.
const heldShown = ({ whole: { subject }, mayHold = false, today }: CaseFrame): Variables | undefined =>
  subject.held && {
    words: `Kept for a legal reason: ${onOneLine(subject.held.why)}. ${onOneLine(subject.held.by)} did this. Look at it again by ${inWords(subject.held.until)}.`,
    tag: subject.held.until < today ? { text: 'Look at it now', colour: 'red' } : undefined,
    link: mayHold ? { href: `${caseAddressOf(subject)}/hold`, text: 'End the hold' } : undefined,
  }

const whoHas = ({ whole: { subject }, mayAssign, isMine = false }: CaseFrame): Variables => ({
  name: subject.assignee === undefined ? 'No one' : onOneLine(subject.assignee.name),
  change: mayAssign ? `${caseAddressOf(subject)}/assign` : undefined,
  take: mayAssign && !isMine ? { action: `${caseAddressOf(subject)}/take`, version: subject.version } : undefined,
})

// What they told is accepted first. Then what comes next, where it is this person's to take; all that they can do is on the page of tasks.
const mainOf = ({ next, actions, whole, maySettle }: CaseFrame): Variables | undefined => {
  const { subject } = whole
  if (maySettle === true) return { text: 'Accept what they told us', href: `${caseAddressOf(subject)}/told` }
  const theirs = next?.actions.filter(({ id }) => actions.some((action) => action.id === id)) ?? []
  const [only] = theirs
  if (next === undefined || only === undefined) return undefined
  const isPlain = next.actions.length === 1 && next.on === 'tasks'
  const came = next.on === 'documents' ? filesToLookAt(whole)[0] : undefined
  if (came !== undefined) return { text: next.label, href: documentAt(subject, came) }
  const one = isPlain ? `${caseAddressOf(subject)}/actions/${encodeURIComponent(only.id)}` : undefined
  return { text: next.label, href: one ?? partAt(subject, next.on) }
}

/** Ids of the files that came for a document and that nobody has accepted or refused. */
export const filesToLookAt = ({ subject: { evidence = [] }, files }: OpenedCase): readonly string[] =>
  evidence
    .filter(({ state }) => state.is === 'received')
    .flatMap(({ files: ids = [] }) => ids)
    .filter((id) => files.some((file) => file.id === id))

export const documentAt = (subject: Pick<Case, 'reference'>, file: string): string =>
  `${partAt(subject, 'documents')}/${encodeURIComponent(file)}`

const factsOf = ({ facts = [], maySeeSensitive }: CaseFrame): readonly Variables[] =>
  facts.map(({ question, lines, sensitive }) => ({
    question,
    lines: sensitive === true && !maySeeSensitive ? ['Hidden'] : lines.map(onOneLine),
  }))

// The date that matters: the law's own where there is one, and the council's beside it.
const clockOf = (subject: Case, today: Day): readonly Variables[] => [
  ...(subject.statutory === undefined || subject.dueOn === undefined
    ? []
    : [{ text: `Decide by law: ${inWords(decideBy(subject.statutory))}` }]),
  ...(subject.dueOn === undefined ? [] : [targetOf(subject, subject.dueOn, today)]),
]

const targetOf = ({ waitingSince }: Case, dueOn: Day, today: Day): Variables =>
  waitingSince === undefined
    ? { text: `Due ${inWords(dueOn)}`, tag: dueTag(dueOn, today) }
    : { text: `${paused} since ${inWords(waitingSince)}, while we wait for the applicant` }

const noteField = (at: string, part: CasePart, note: CaseFrame['note']): Variables => ({
  action: `${at}/notes`,
  part,
  open: note !== undefined,
  contact: note?.contact === true,
  options: {
    id: 'note',
    name: 'note',
    rows: 4,
    value: note?.typed ?? '',
    label: { text: 'Note' },
    hint: { text: 'The applicant may ask to see notes. Write @ and a colleague’s name to give them a task.' },
    errorMessage: note?.problems[0] && { text: note.problems[0].words },
  },
})
