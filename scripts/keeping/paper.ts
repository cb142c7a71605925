// docs/keeping.md: how long everything is kept, and every question with what it is for and by which law. Made from the
// schedule, the forms and the stages, so that it cannot say anything else than they do.
import { draftDays } from '#domain/forms/answered/draft.ts'
import { asksInConfidence } from '#domain/forms/in-confidence.ts'
import { pagesOf, type QuestionPlace, questionsIn } from '#domain/forms/sound/places.ts'
import type { Consumer } from '#domain/rules/consumer.ts'
import { stages } from '#infra/aws/stages.ts'
import { consumers as ofBookings } from '#services/bookings/consumers.ts'
import { services } from '#services/catalogue.ts'
import { consumers as ofComplaints } from '#services/complaints/consumers.ts'
import { consumers as ofHousing } from '#services/housing/rules/consumers.ts'
import { type Keeping, keepings, periodWords } from '#services/keeping.ts'
import { consumers as ofPlanning } from '#services/planning/rules/consumers.ts'
import type { Service } from '#services/service.ts'

const uses: Readonly<Record<string, Readonly<Record<string, Consumer>>>> = {
  housing: ofHousing,
  bookings: ofBookings,
  planning: ofPlanning,
  complaints: ofComplaints,
}

export const keepingPaper = (): string =>
  [
    '# What is kept, why, and how long',
    '',
    'Made by `npm run keeping` from `functions/services/keeping.ts`, the forms and the stages. A test fails where it is out of date.',
    'It is the table that a data protection impact assessment asks for (UK GDPR, Articles 30(1) and 35(7)).',
    '',
    ...casesPart(),
    '## Everything else',
    '',
    '| Record | Kept | Goes by |',
    '|---|---|---|',
    ...besides().map(([what, period, goes]) => `| ${what} | ${period} | ${goes} |`),
    '',
    '## Which law lets us',
    '',
    ...Object.entries(bases).map(([code, words]) => `- **${code}**: ${words}`),
    '',
    ...services.flatMap(fieldsOf),
  ].join('\n')

const casesPart = (): readonly string[] => [
  '## Cases',
  '',
  '| Service | Kind of case | Ends as | Kept | Set by | Source | From |',
  '|---|---|---|---|---|---|---|',
  ...keepings.map(caseRow),
  '',
  'A period that the council sets is a proposal, for its records manager to agree. Nothing is erased by itself:',
  'when a period is over a person agrees, and a held case stays (docs/rules/keeping.md, "Holds").',
  '',
]

const caseRow = (row: Keeping): string =>
  `| ${row.service} | ${row.kind} | ${labelsOf(row).join(', ')} | ${periodWords(row)} | ${row.setBy} | ${row.source} | ${row.from} |`

const labelsOf = ({ service, states }: Keeping): readonly string[] => {
  const known = services.find(({ id }) => id === service)?.workflow.states ?? {}
  return states.map((state) => known[state]?.label ?? state)
}

const besides = (): readonly (readonly [string, string, string])[] => {
  const { logDays, backupDays, auditLock } = stages.production
  return [
    ['answers that were not sent', `${draftDays} days after they were begun`, 'time to live in the table'],
    ['whom somebody lets help them: name, relation, phone or email', 'as long as the answers', 'with the answers'],
    ['many cases changed at once: references and a message', '90 days', 'time to live in the table'],
    ['who was booked in time that was closed: reference and time', '13 months', 'time to live in the table'],
    ['a code in a text', 'until its text has gone', 'blotted out by the sender'],
    ['texts, emails and letters', 'as long as the case they are about', 'with the case'],
    ['files', 'as long as the case they belong to', 'with the case, every version'],
    ['who did what on a case', `${auditLock.days / 365} years`, 'the archive’s lock; it names no applicant'],
    ['logs of requests, without what anybody typed', `${logDays} days`, 'CloudWatch Logs'],
    ['what the networks say of texts', '30 days', 'CloudWatch Logs'],
    ['recovery of the tables to any second', '35 days', 'DynamoDB'],
    ['monthly copies of tables and files', `${backupDays} days`, 'AWS Backup'],
    ['sums of measures, which name nobody', 'for good', 'nothing'],
  ]
}

const bases = {
  T: 'a task in the public interest (UK GDPR, Article 6(1)(e)), by Parts 6 and 7 of the Housing Act 1996, the Town and Country Planning Act 1990, or section 111 of the Local Government Act 1972',
  S: 'as T, and where it tells of health or another special category, reasons of substantial public interest (UK GDPR, Article 9(2)(g); Data Protection Act 2018, Schedule 1, paragraph 6). Kept sealed',
  E: 'answered by choice, to look for unequal treatment (Data Protection Act 2018, Schedule 1, paragraph 8). The answers are kept sealed',
} as const

const fieldsOf = ({ id, name, form }: Service): readonly string[] => [
  `## ${name}: every question`,
  '',
  `Kept as long as its case, by the table above; ${draftDays} days where it was not sent.`,
  '',
  '| Question | Page | Who uses the answer, and for what | Law |',
  '|---|---|---|---|',
  ...questionsIn(pagesOf(form)).map((place) => fieldRow(id, place)),
  '',
]

const fieldRow = (service: string, { question, page, part, section }: QuestionPlace): string => {
  const use = uses[service]?.[question.for ?? '']
  if (use === undefined) throw new Error(`${service}, ${section.id}/${page.id}: nobody uses “${question.for ?? ''}”`)
  return `| ${cell(question.label ?? page.title)} | ${cell(page.title)} | ${cell(use.purpose)} | ${basisOf(question.for, part ?? page)} |`
}

const basisOf = (purpose: string | undefined, page: QuestionPlace['page']): keyof typeof bases => {
  if (purpose === 'EQUALITY') return 'E'
  return asksInConfidence(page) ? 'S' : 'T'
}

const cell = (words: string): string => words.replaceAll('|', '\\|').replaceAll('\n', ' ')
