// One case as staff see it: what was asked and answered, files, history, texts and notes, and what can be done now.
import type { Case } from '#domain/cases/case.ts'
import type { State } from '#domain/cases/workflow.ts'
import { type Day, inFullWords, inWords } from '#domain/day.ts'
import type { FormRecord } from '#domain/forms/answered/record.ts'
import type { AskedAs } from '#domain/forms/asked-as.ts'
import { timeInWords } from '#domain/forms/fields/slot-time.ts'
import type { Standing } from '#services/service.ts'
import type { StoredFile } from '#usecases/ports/stores.ts'
import type { Variables } from '#web/template-runtime.ts'
import { assessmentShown } from '../assessment.ts'
import { answered, contactRows } from '../contact.ts'
import { onOneLine } from '../controls/entered.ts'
import { evidenceShown } from '../evidence.ts'
import { moment } from '../when.ts'
import { type StaffAround, staffPage } from './around.ts'
import { type CaseSide, hidden, sideOf } from './case-side.ts'
import { lateRows, pagesInWords, sizeInWords, verdictTag } from './file-facts.ts'
import { gatewayRows } from './gateway.ts'
import { type OtherCase, otherShown } from './same-person.ts'
import { standingShown } from './standing.ts'
import { statutoryRows } from './statutory.ts'
import { dueTag, paused } from './worklist-page.ts'

export type CasePage = CaseSide & {
  readonly around: StaffAround
  readonly serviceName: string
  readonly state: State
  readonly today: Day
  // In milliseconds.
  readonly now: number
  readonly mayAssign: boolean
  // How the form puts its questions, for the reasons of an assessment.
  readonly asked?: AskedAs
  // What officers decided, and the bands that it has had.
  readonly standing?: Standing
  // Other applications that may be the same person's, and that this person may see.
  readonly others?: readonly OtherCase[]
  readonly contactAnswers: readonly string[]
  readonly connectionAnswers?: readonly string[]
  // What was just done: "You took the case".
  readonly done?: string
}

export const casePage = (given: CasePage): string => {
  const { whole, maySeeSensitive } = given
  const { subject } = whole
  const at = `/cases/${encodeURIComponent(subject.reference)}`
  const title = onOneLine(subject.title)
  const problems = problemsOf(given)
  return staffPage(
    'case',
    given.around,
    { title: `${title}, ${subject.reference}`, failed: problems.length > 0 },
    {
      title,
      reference: subject.reference,
      state: { text: given.state.label, colour: given.state.tag },
      done: given.done,
      problems,
      overview: [...lateRows(whole.files, given.now), ...summaryRows(subject, given, at)],
      contents: contentsOf(subject),
      others: given.others?.map(otherShown) ?? [],
      contact: contactRows(subject, given.contactAnswers, maySeeSensitive),
      standing: standingShown(given.standing, maySeeSensitive),
      evidence: evidenceShown(subject, maySeeSensitive),
      assessment: proposalOf(given, `${at}/rules`),
      sections: recordSections(subject.record, maySeeSensitive),
      files: whole.files.map((file) => fileRow(file, at, given.now)),
      ...sideOf(given, at),
    },
  )
}

const problemsOf = ({ note, reply }: CasePage): readonly Variables[] => [
  ...(note?.problems ?? []).map(({ words }) => ({ text: words, href: '#note' })),
  ...(reply?.problems ?? []).map(({ words }) => ({ text: words, href: '#message' })),
]

const proposalOf = ({ whole, asked, maySeeSensitive }: CasePage, each: string): Variables | undefined => {
  const shown = asked && assessmentShown(whole.subject, asked, maySeeSensitive)
  return shown && { ...shown, each }
}

const contentsOf = ({ assessment, evidence }: Case): readonly Variables[] => [
  ...(assessment === undefined ? [] : [{ id: 'assessment-title', text: 'The rules' }]),
  ...(evidence === undefined || evidence.length === 0 ? [] : [{ id: 'evidence-title', text: 'Documents needed' }]),
  ...parts,
]

const parts = [
  { id: 'contact', text: 'How to contact them' },
  { id: 'answers', text: 'Answers' },
  { id: 'files', text: 'Files' },
  { id: 'messages', text: 'Messages' },
  { id: 'history', text: 'History' },
  { id: 'texts', text: 'Texts' },
  { id: 'notes', text: 'Notes' },
]

const summaryRows = (subject: Case, given: CasePage, at: string): readonly Variables[] => [
  { question: 'Service', lines: [given.serviceName] },
  { question: 'Received', lines: [moment(subject.openedAt)] },
  ...(subject.dueOn === undefined ? [] : [{ question: 'Due', lines: dueLines(subject, subject.dueOn, given.today) }]),
  ...statutoryRows(subject, given.today),
  ...gatewayRows(subject, given.today),
  ...(subject.asked === undefined
    ? []
    : [{ question: 'Asked for', lines: [subject.asked.message, wantedBy(subject.asked.by, given.today)] }]),
  {
    question: 'Assigned to',
    lines: subject.assignee === undefined ? ['No one'] : [onOneLine(subject.assignee.name)],
    ...(given.mayAssign ? { change: `${at}/assign`, hidden: 'who has the case' } : {}),
  },
  { question: 'Applicant', lines: [onOneLine(subject.applicant.name)] },
  ...(subject.sensitive === true
    ? [{ question: 'Restricted', lines: ['Only named staff and managers may see this case'] }]
    : []),
  ...appointmentRows(subject),
  ...answered(subject, given.connectionAnswers ?? [], given.maySeeSensitive),
]

const wantedBy = (by: Day, today: Day): string =>
  by < today ? `Answer was wanted by ${inWords(by)}, which has passed` : `Answer wanted by ${inWords(by)}`

const dueLines = ({ waitingSince }: Case, dueOn: Day, today: Day): readonly string[] => {
  if (waitingSince !== undefined) return [`${paused} since ${inWords(waitingSince)}, while we wait for the applicant`]
  const tag = dueTag(dueOn, today)
  return [inWords(dueOn), ...(tag === undefined ? [] : [tag.text])]
}

const appointmentRows = ({ appointment }: Case): readonly Variables[] =>
  appointment === undefined
    ? []
    : [
        {
          question: 'Appointment',
          lines: [
            ...(appointment.cancelled === true ? ['Cancelled'] : []),
            appointment.what,
            appointment.place,
            `${inFullWords(appointment.day)}, ${timeInWords(appointment.from)} to ${timeInWords(appointment.until)}`,
          ],
        },
      ]

const recordSections = (record: FormRecord, maySeeSensitive: boolean): readonly Variables[] => [
  ...record.sections.map((section) => ({
    title: section.title,
    parts: section.parts.map((part) => ({
      title: onOneLine(part.title),
      rows: part.entries.map(({ question, lines, sensitive }) => ({
        question,
        lines: sensitive && !maySeeSensitive ? [hidden] : lines,
      })),
    })),
  })),
  {
    title: 'Declaration',
    parts: [
      {
        title: '',
        rows: [
          {
            question: `Version ${record.declaration.version}`,
            lines: [...record.declaration.statements, record.declaration.agreed],
          },
        ],
      },
    ],
  },
]

const fileRow = (file: StoredFile, at: string, now: number): Variables => ({
  name: onOneLine(file.name),
  label: file.label,
  size: [sizeInWords(file), ...pagesInWords(file), ...(file.acts === true ? ['can run scripts'] : [])].join(', '),
  href: `${at}/documents/${encodeURIComponent(file.id)}`,
  verdict: verdictTag(file, now),
  reason: file.reason,
})
