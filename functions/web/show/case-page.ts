// One case as staff see it: what was asked and answered, files, history, texts and notes, and what can be done now.
import type { Case, Note } from '#domain/cases/case.ts'
import type { Action, State } from '#domain/cases/workflow.ts'
import { type Day, inFullWords, inWords } from '#domain/day.ts'
import { timeInWords } from '#domain/forms/fields/slot-time.ts'
import type { Problem } from '#domain/forms/kind.ts'
import type { FormRecord } from '#domain/forms/record.ts'
import type { Text, TextState } from '#domain/texts/text.ts'
import type { StoredFile, WholeCase } from '#usecases/ports.ts'
import type { Variables } from '../template-runtime.ts'
import { onOneLine } from './entered.ts'
import { type StaffAround, staffPage } from './staff-around.ts'
import type { Tag } from './tags.ts'
import { moment } from './when.ts'
import { dueTag } from './worklist-page.ts'

export type CasePage = {
  readonly around: StaffAround
  readonly whole: WholeCase
  readonly serviceName: string
  readonly state: State
  readonly actions: readonly Action[]
  readonly today: Day
  // Answers about health, safety, immigration and the like are shown.
  readonly maySeeSensitive: boolean
  readonly mayNote: boolean
  readonly mayAssign: boolean
  // A note that could not be added, as it was typed.
  readonly note?: { readonly typed: string; readonly problems: readonly Problem[] }
  // What was just done: "You assigned the case to yourself".
  readonly done?: string
}

export const casePage = (given: CasePage): string => {
  const { whole, note } = given
  const { subject } = whole
  const at = `/cases/${encodeURIComponent(subject.reference)}`
  const title = onOneLine(subject.title)
  const failed = (note?.problems.length ?? 0) > 0
  return staffPage(
    'case',
    given.around,
    { title: `${title}, ${subject.reference}`, failed },
    {
      title,
      reference: subject.reference,
      state: { text: given.state.label, colour: given.state.tag },
      done: given.done,
      problems: note?.problems.map(({ words }) => ({ text: words, href: '#note' })) ?? [],
      overview: summaryRows(subject, given, at),
      actions: given.actions.map(({ id, label, adverse }) => ({
        label,
        href: `${at}/actions/${encodeURIComponent(id)}`,
        adverse,
      })),
      sections: recordSections(subject.record, given.maySeeSensitive),
      files: whole.files.map((file) => fileRow(file, at)),
      history: whole.events.map(({ at: when, by, words, details }) => ({
        when: moment(when),
        stamp: new Date(when).toISOString(),
        by: onOneLine(by),
        words,
        details,
      })),
      texts: whole.texts.map(textRow),
      notes: whole.notes.map(noteRow),
      noteField: given.mayNote ? noteField(at, note) : undefined,
    },
  )
}

const summaryRows = (subject: Case, { serviceName, today, mayAssign }: CasePage, at: string): readonly Variables[] => [
  { question: 'Service', lines: [serviceName] },
  { question: 'Received', lines: [moment(subject.openedAt)] },
  ...(subject.dueOn === undefined
    ? []
    : [{ question: 'Due', lines: [inWords(subject.dueOn), ...overdue(subject.dueOn, today)] }]),
  {
    question: 'Assigned to',
    lines: subject.assignee === undefined ? ['No one'] : [onOneLine(subject.assignee.name)],
    ...(mayAssign ? { change: `${at}/assign`, hidden: 'who has the case' } : {}),
  },
  { question: 'Applicant', lines: [onOneLine(subject.applicant.name)] },
  {
    question: 'Telephone',
    lines: subject.applicant.phone === undefined ? [] : [subject.applicant.phone],
    empty: 'None that is safe to use',
  },
  { question: 'Texts', lines: [subject.applicant.mayText ? 'May be sent' : 'Do not text'] },
  ...(subject.sensitive === true
    ? [{ question: 'Restricted', lines: ['Only named staff and managers may see this case'] }]
    : []),
  ...appointmentRows(subject),
]

const overdue = (dueOn: Day, today: Day): readonly string[] => {
  const tag = dueTag(dueOn, today)
  return tag === undefined ? [] : [tag.text]
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
        lines: sensitive && !maySeeSensitive ? ['Hidden: you do not work on this case'] : lines,
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

const fileRow = (file: StoredFile, at: string): Variables => ({
  name: onOneLine(file.name),
  label: file.label,
  size: `${Math.max(1, Math.round(file.bytes / 1024))} KB`,
  href: file.verdict === 'clean' ? `${at}/files/${encodeURIComponent(file.id)}` : undefined,
  verdict: {
    checking: { text: 'Checking', colour: 'yellow' },
    clean: { text: 'Safe to open', colour: 'green' },
    refused: { text: 'Refused', colour: 'red' },
  }[file.verdict],
  reason: file.reason,
})

const textStates: Readonly<Record<TextState, Tag>> = {
  due: { text: 'Not sent yet', colour: 'blue' },
  sending: { text: 'Being sent', colour: 'blue' },
  sent: { text: 'Sent', colour: 'light-blue' },
  delivered: { text: 'Delivered', colour: 'green' },
  failed: { text: 'Not delivered', colour: 'red' },
  uncertain: { text: 'Not known if sent', colour: 'orange' },
  held: { text: 'Held back', colour: 'yellow' },
  cancelled: { text: 'Cancelled', colour: 'grey' },
}

const textRow = (text: Text): Variables => ({
  body: text.body,
  state: textStates[text.state],
  reason: text.reason,
  when: moment(text.dueAt),
  attempts: text.attempts.map(({ at, words }) => `${moment(at)}: ${words}`),
})

const noteRow = ({ at, by, words }: Note): Variables => ({
  when: moment(at),
  by: onOneLine(by),
  lines: words.split(/\r?\n/),
})

const noteField = (at: string, note: CasePage['note']): Variables => ({
  action: `${at}/notes`,
  options: {
    id: 'note',
    name: 'note',
    rows: 4,
    value: note?.typed ?? '',
    label: { text: 'Add a note', classes: 'govuk-label--s' },
    hint: { text: 'The applicant may ask to see notes.' },
    errorMessage: note?.problems[0] && { text: note.problems[0].words },
  },
})
