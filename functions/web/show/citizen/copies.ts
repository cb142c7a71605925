// The copies that somebody can keep of what they sent and of what we hold. Notes of officers, and what they
// found out about others, are looked at by a person first (UK GDPR, article 15(4)).
import { isForApplicant } from '#domain/cases/assignment.ts'
import type { Case } from '#domain/cases/case.ts'
import { messagesIn } from '#domain/cases/message.ts'
import type { FormRecord } from '#domain/forms/answered/record.ts'
import { forStaff } from '#domain/texts/text.ts'
import type { WholeCase } from '#usecases/ports/stores.ts'
import { telephone } from '../site.ts'
import { moment } from '../when.ts'
import { type Around, citizenPage } from './around.ts'
import { answerSections } from './check-page.ts'
import { masked } from './masked.ts'

type AnswersPage = {
  readonly around: Around
  readonly reference: string
  // "27 March 2026 at 9:20am"
  readonly sent: string
  readonly record: FormRecord
  readonly file: string
}

export const answersPage = ({ around, reference, sent, record, file }: AnswersPage): string => {
  const title = 'Your answers'
  return citizenPage(
    'answers',
    around,
    { title },
    { title, reference, sent, file, sections: answerSections(masked(record.sections)), declared: record.declaration },
  )
}

export const answersInText = ({ reference, openedAt, record }: Case): string =>
  [
    `Your answers, ${reference}, sent ${moment(openedAt)}`,
    ...masked(record.sections).flatMap(({ title, parts }) => [
      '',
      title.toUpperCase(),
      ...parts.flatMap((part) => [
        ...(part.title === '' ? [] : ['', part.title]),
        ...part.entries.map(({ question, lines }) => `${question}: ${lines.join(', ') || 'Not provided'}`),
      ]),
    ]),
    '',
    'WHAT YOU AGREED TO',
    ...record.declaration.statements,
    '',
  ].join('\r\n')

export type MyDataPage = {
  readonly around: Around
  readonly whole: WholeCase
  readonly phone: string
  readonly file: string
}

export const myDataPage = ({ around, whole, phone, file }: MyDataPage): string => {
  const title = 'What we hold about this application'
  const { subject, texts, files, events } = whole
  return citizenPage(
    'my-data',
    around,
    { title },
    {
      title,
      reference: subject.reference,
      file,
      phone: telephone(phone),
      history: events.filter(isForApplicant).map((event) => `${moment(event.at)}: ${event.by} ${event.words}`),
      texts: texts.map((text) => `${moment(text.dueAt)}, to ${text.to}: ${forStaff(text)}`),
      files: files.map(({ label, name }) => (label === '' ? name : `${label}: ${name}`)),
      working: subject.assessment?.parts.map((part) => `${part.title}: ${part.answer}`) ?? [],
    },
  )
}

export const heldInJson = ({ subject, texts, files, events }: WholeCase): string => {
  const { reference, service, openedAt, state, applicant, record, assessment, decisions, placing, evidence } = subject
  const held = {
    ...{ reference, service, sentAt: new Date(openedAt).toISOString(), state, applicant, record },
    ...{ workedOut: assessment, decisions, placing, documentsAsked: evidence, appointment: subject.appointment },
    messages: messagesIn(events),
    history: events.filter(isForApplicant),
    texts: texts.map((text) => ({ to: text.to, at: text.dueAt, state: text.state, words: forStaff(text) })),
    files: files.map(({ name, label, type, bytes, at, verdict }) => ({ name, label, type, bytes, at, verdict })),
  }
  return `${JSON.stringify(held, null, 2)}\n`
}
