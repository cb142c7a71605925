// A copy of what is held about a person, in every case of theirs that whoever makes it may see whole (docs/rules/keeping.md, "A copy").
import { can } from '#domain/cases/access.ts'
import type { Staff } from '#domain/cases/case.ts'
import { choice, choices, date, longText, text } from '#domain/forms/ask.ts'
import { answerOf, problemsOf } from '#domain/forms/fields/index.ts'
import { one, type Problem, type Typed } from '#domain/forms/kind.ts'
import type { Question } from '#domain/forms/question.ts'
import { londonDay } from '#domain/london.ts'
import { no, ok, type Result } from '#domain/result.ts'
import type { Service } from '#services/service.ts'
import type { AuditLog, StaffDirectory } from '../ports/staff.ts'
import type { CaseStore, Clock, Ids } from '../ports/stores.ts'
import type { TrailReader } from '../ports/trail.ts'
import { bundleProblems, forOmbudsman } from './bundle.ts'
import { type CaseCopy, copyOfCase } from './case-copy.ts'

type Ports = {
  readonly clock: Clock
  readonly ids: Ids
  readonly cases: Pick<CaseStore, 'whole'>
  readonly audit: AuditLog
  readonly trail: TrailReader
  readonly directory: StaffDirectory
  readonly services: readonly Service[]
  readonly lookWords: Parameters<typeof copyOfCase>[0]['lookWords']
}

export const purposes: Readonly<Record<string, string>> = {
  person: 'The person asked what we hold about them',
  agent: 'Somebody asked for them, and showed that they may',
  ombudsman: 'A court or a tribunal asked for it',
  [forOmbudsman]: 'An ombudsman asks about a complaint',
}

export const shapes: Readonly<Record<string, string>> = {
  page: 'A page to read and print',
  table: 'A table for a spreadsheet (CSV)',
  data: 'Data for a program (JSON)',
}

// Parts of a case that may say more of others than of the person.
export const leftOut: Readonly<Record<string, string>> = {
  notes: 'Notes and tasks of staff',
  working: 'How the rules worked it out',
  looks: 'Who looked at the case',
}

export const copyNeeds: Readonly<Record<string, Question>> = {
  references: longText('References of their cases', {
    hint: 'One on each line. Find them by name or phone number first. You can give a copy only of cases of your own teams.',
    rows: 4,
  }),
  purpose: choice('Select why the copy is made', purposes, { label: 'Why is it made?' }),
  asked: date('Day on which they asked', { must: 'past' }),
  proof: text('How you know that it is for them', { most: 200, missing: 'Enter how you know that it is for them' }),
  without: choices('Select what is left out', leftOut, {
    label: 'What is left out?',
    optional: true,
    hint: 'Leave out only what tells of somebody else (Data Protection Act 2018, Schedule 2, paragraph 16).',
  }),
  why: longText('Why it is left out', { optional: true, most: 500, rows: 3 }),
  shape: choice('Select how you want it', shapes, { label: 'How do you want it?' }),
}

export type Copy = {
  readonly madeAt: number
  readonly madeBy: string
  readonly purpose: string
  readonly asked: string
  readonly without: readonly string[]
  readonly why: string
  readonly shape: string
  readonly cases: readonly CaseCopy[]
}

/** Each case has it on record before anything is given. */
export const giveCopy = async (ports: Ports, user: Staff, typed: Typed): Promise<Result<Copy, readonly Problem[]>> => {
  const now = ports.clock.now()
  const problems = problemsIn(typed, londonDay(now))
  if (problems.length > 0) return no(problems)
  const references = referencesIn(one(typed, 'references'))
  const found = await Promise.all(references.map((reference) => ports.cases.whole(reference)))
  const theirs = found.flatMap((whole) => (whole !== undefined && seesWhole(user, whole) ? [whole] : []))
  const missing = references.filter((reference) => !theirs.some(({ subject }) => subject.reference === reference))
  if (missing.length > 0) return no(missing.map(notYours))
  const cases = theirs.map(({ subject }) => subject)
  const unfit = bundleProblems(user, typed, cases)
  if (unfit.length > 0) return no(unfit)
  const without = typed.without ?? []
  for (const { subject } of theirs) await recorded(ports, user, subject.reference, one(typed, 'purpose'))
  const copies = await Promise.all(theirs.map((whole) => copyOfCase(ports, { whole, user, without: new Set(without) })))
  return ok({
    ...{ madeAt: now, madeBy: user.name, purpose: purposes[one(typed, 'purpose')] ?? '', asked: askedOn(typed, now) },
    ...{
      without: without.map((part) => leftOut[part] ?? ''),
      why: one(typed, 'why'),
      shape: one(typed, 'shape'),
      cases: copies,
    },
  })
}

const askedOn = (typed: Typed, now: number): string => {
  const { asked: question } = copyNeeds
  const answer = question && answerOf(typed, 'asked', question, londonDay(now))
  return typeof answer === 'string' ? answer : ''
}

const problemsIn = (typed: Typed, today: string): readonly Problem[] => {
  const problems = Object.entries(copyNeeds).flatMap(([id, question]) => problemsOf(typed, id, question, today))
  const references = referencesIn(one(typed, 'references'))
  if (references.length > most)
    return [...problems, { field: 'references', words: `Enter ${most} references or fewer` }]
  const silent = (typed.without ?? []).length > 0 && one(typed, 'why').trim() === ''
  return silent ? [...problems, { field: 'why', words: 'Enter why it is left out' }] : problems
}

// Of one person. A copy is one page, made within a request.
const most = 20

const referencesIn = (typed: string): readonly string[] => [
  ...new Set(
    typed
      .toUpperCase()
      .split(/[\s,;]+/)
      .filter((reference) => reference !== ''),
  ),
]

type Seen = { readonly subject: Parameters<typeof copyOfCase>[1]['whole']['subject'] }

const seesWhole = (user: Staff, { subject }: Seen): boolean =>
  can(user, 'see-case', { subject }) && can(user, 'see-sensitive', { subject })

// One that is not there, and one that this person may not see, are the same to them.
const notYours = (reference: string): Problem => ({
  field: 'references',
  words: `${reference.slice(0, 20)}: no case of your teams that you may see has this reference`,
})

const recorded = ({ clock, ids, audit }: Ports, user: Staff, reference: string, purpose: string): Promise<void> => {
  const at = clock.now()
  return audit.record({ id: ids.ordered(at), at, by: user.id, did: 'give-copy', allowed: true, reference, on: purpose })
}
