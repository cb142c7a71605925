// One case in full, as the person it is about may have it: in parts, each of questions and what stands there.
import type { CaseEvent, Note, Staff } from '#domain/cases/case.ts'
import type { Task } from '#domain/cases/task.ts'
import { inWords } from '#domain/day.ts'
import { londonDay, londonTime } from '#domain/london.ts'
import type { Assessment } from '#domain/rules/assessment.ts'
import type { Text } from '#domain/texts/text.ts'
import type { Service } from '#services/service.ts'
import { type TrailLine, trailOf } from '../casework/see-trail.ts'
import type { StaffDirectory } from '../ports/staff.ts'
import type { Clock, StoredFile, WholeCase } from '../ports/stores.ts'
import type { TrailReader } from '../ports/trail.ts'

type Ports = {
  readonly clock: Clock
  readonly trail: TrailReader
  readonly directory: StaffDirectory
  readonly services: readonly Service[]
  // What a line of the audit log says.
  readonly lookWords: (line: TrailLine) => string
}

export type CopiedRow = { readonly question: string; readonly lines: readonly string[] }
type CopiedPart = { readonly title: string; readonly rows: readonly CopiedRow[] }
export type CaseCopy = { readonly reference: string; readonly service: string; readonly parts: readonly CopiedPart[] }

type Given = { readonly whole: WholeCase; readonly user: Staff; readonly without: ReadonlySet<string> }

export const copyOfCase = async (ports: Ports, { whole, user, without }: Given): Promise<CaseCopy> => {
  const { subject, events, notes, tasks, texts, files } = whole
  const service = ports.services.find(({ id }) => id === subject.service)
  const wanted = <T>(part: string, rows: readonly T[]): readonly T[] => (without.has(part) ? [] : rows)
  const looks = without.has('looks') ? [] : (await trailOf(ports, whole, user)).lines
  const parts: readonly CopiedPart[] = [
    { title: 'The case', rows: aboutCase(whole, service) },
    ...answersOf(whole),
    { title: 'What happened', rows: events.map(eventRow) },
    { title: 'Messages', rows: texts.map(textRow) },
    { title: 'Documents', rows: files.map(fileRow) },
    { title: 'How the rules worked it out', rows: wanted('working', workingRows(subject.assessment)) },
    { title: 'Notes of staff', rows: wanted('notes', notes.map(noteRow)) },
    { title: 'Tasks of staff', rows: wanted('notes', tasks.map(taskRow)) },
    { title: 'Who looked at the case', rows: looks.flatMap((line) => lookRow(line, ports.lookWords(line))) },
  ]
  const name = service?.name ?? subject.service
  return { reference: subject.reference, service: name, parts: parts.filter(({ rows }) => rows.length > 0) }
}

const when = (at: number): string => `${inWords(londonDay(at))}, ${londonTime(at)}`

const aboutCase = ({ subject }: WholeCase, service: Service | undefined): readonly CopiedRow[] => [
  { question: 'Reference', lines: [subject.reference] },
  { question: 'Service', lines: [service?.name ?? subject.service] },
  { question: 'Received', lines: [when(subject.openedAt)] },
  { question: 'Where it stands', lines: [service?.workflow.states[subject.state]?.label ?? subject.state] },
  { question: 'Name', lines: [subject.applicant.name] },
  { question: 'Phone', lines: linesOf(subject.applicant.phone) },
  { question: 'Email', lines: linesOf(subject.applicant.email) },
  { question: 'Officer', lines: linesOf(subject.assignee?.name) },
]

const linesOf = (value: string | undefined): readonly string[] => (value === undefined ? [] : [value])

const answersOf = ({ subject: { record } }: WholeCase): readonly CopiedPart[] => [
  ...record.sections.flatMap(({ title, parts }) =>
    parts.map((part) => ({
      title: part.title === '' ? `Answers: ${title}` : `Answers: ${title}, ${part.title}`,
      rows: part.entries.map(({ question, lines }) => ({ question, lines })),
    })),
  ),
  {
    title: 'Declaration',
    rows: [{ question: record.declaration.agreed, lines: record.declaration.statements }],
  },
]

const eventRow = ({ at, by, words, details = [] }: CaseEvent): CopiedRow => ({
  question: when(at),
  lines: [
    `${by} ${words}`,
    ...details.flatMap(({ question, lines, before }) => [
      `${question}: ${lines.join(', ')}`,
      ...(before === undefined ? [] : [`${question}, before: ${before.join(', ')}`]),
    ]),
  ],
})

const textRow = ({ madeAt, channel, to, subject, body, state }: Text): CopiedRow => ({
  question: `${when(madeAt)}, by ${channel ?? 'text'} to ${to.replaceAll('\n', ', ')}`,
  lines: [...linesOf(subject), ...body.split('\n'), `State: ${state}`],
})

const fileRow = ({ at, name, label, bytes, verdict }: StoredFile): CopiedRow => ({
  question: name,
  lines: [label, `Sent ${when(at)}, ${Math.ceil(bytes / 1024)} KB`, ...(verdict === 'refused' ? ['Refused'] : [])],
})

const workingRows = (assessment: Assessment | undefined): readonly CopiedRow[] =>
  (assessment?.parts ?? []).map(({ title, answer, steps }) => ({
    question: title,
    lines: [answer, ...steps.map(({ words, source }) => `${words} (${source.words})`)],
  }))

const noteRow = ({ at, by, words }: Note): CopiedRow => ({
  question: `${when(at)}, ${by}`,
  lines: words.split('\n'),
})

const taskRow = ({ at, by, what, due }: Task): CopiedRow => ({
  question: `${when(at)}, ${by}`,
  lines: [what, `By ${inWords(due)}`],
})

// Looks only: what was done stands in the history.
const lookRow = ({ at, name, did }: TrailLine, words: string): readonly CopiedRow[] =>
  did === undefined ? [] : [{ question: when(at), lines: [`${name} ${words}`] }]
