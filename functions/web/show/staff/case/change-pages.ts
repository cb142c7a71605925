// A change of circumstances as staff type it for a caller: the answers that are asked about, with what
// is left to answer; and what was said before beside what is said now, with what that would do.
import type { Detail } from '#domain/cases/case.ts'
import type { Day } from '#domain/day.ts'
import type { Journey, Step } from '#domain/forms/answered/journey.ts'
import { stepKeys } from '#domain/forms/answered/journey.ts'
import { article } from '#domain/forms/answered/problems.ts'
import { summaryOf } from '#domain/forms/answered/record.ts'
import type { Problem, Typed } from '#domain/forms/kind.ts'
import type { Question } from '#domain/forms/question.ts'
import type { ChangeGroup, ChangeSection } from '#usecases/team/change-for-caller.ts'
import type { Variables } from '#web/template-runtime.ts'
import { onOneLine } from '../../controls/entered.ts'
import { formParts } from '../../controls/form.ts'
import { type StaffAround, staffPage } from '../around.ts'
import { type WhatItDoes, whatItDoes } from '../work/what-it-does.ts'
import { maskedLines } from './masks.ts'

export type ChangingPage = {
  readonly around: StaffAround
  readonly caption: string
  readonly sections: readonly ChangeSection[]
  readonly walk: Journey
  // Groups and lists with something left to answer.
  readonly left: readonly string[]
  readonly problems: readonly Problem[]
  readonly partAt: (group: string) => string
  readonly action: string
  readonly cancel: string
}

export const changingPage = (given: ChangingPage): string => {
  const { sections, problems } = given
  const title = 'Change their answers'
  return staffPage(
    'case/changing',
    given.around,
    { title, failed: problems.length > 0 },
    {
      ...{ title, caption: onOneLine(given.caption), action: given.action, cancel: given.cancel },
      problems: problems.map(({ field, words }) => ({ text: words, href: `#${field}` })),
      sections: sections.map((one) => sectionShown(given, one)),
    },
  )
}

const sectionShown = (given: ChangingPage, { section, groups }: ChangeSection): Variables => ({
  id: section.id,
  title: section.title,
  add:
    section.is === 'many' && groups.length < section.most
      ? { value: section.id, text: `Add ${article(section.noun)} ${section.noun}` }
      : undefined,
  groups: groups.map((group) => groupShown(given, group)),
})

// Two answers or so tell which it is; all of them are a press away.
const mostLines = 4

const groupShown = ({ walk, left, partAt }: ChangingPage, group: ChangeGroup): Variables => {
  const lines = linesOf(walk, group.steps)
  return {
    id: group.id,
    title: onOneLine(group.title),
    lines: lines.slice(0, mostLines),
    more: Math.max(0, lines.length - mostLines),
    left: left.includes(group.id),
    href: partAt(group.id),
    remove: group.isItem ? group.id : undefined,
  }
}

const linesOf = (walk: Journey, steps: readonly Step[]): readonly string[] => {
  const keys = new Set(steps.flatMap(stepKeys))
  return summaryOf(walk)
    .flatMap(({ parts }) => parts.flatMap(({ entries }) => entries))
    .filter(({ key, lines }) => keys.has(key) && lines.length > 0)
    .map(({ question, lines }) => `${question}: ${maskedLines({ question, lines }, walk.answers.today).join(', ')}`)
}

export type ChangeCheckPage = WhatItDoes & {
  readonly around: StaffAround
  readonly caption: string
  readonly changes: readonly Detail[]
  readonly today: Day
  readonly questions: Readonly<Record<string, Question>>
  readonly typed: Typed
  readonly problems: readonly Problem[]
  readonly action: string
  readonly cancel: string
}

export const changeCheckPage = (given: ChangeCheckPage): string => {
  const { problems, questions } = given
  const title = 'Check the change'
  return staffPage(
    'case/change-check',
    given.around,
    { title, failed: problems.length > 0 },
    {
      ...{ title, caption: onOneLine(given.caption), action: given.action, cancel: given.cancel },
      ...{ ...differences(given), ...whatItDoes(given) },
      ...formParts({ id: 'check', title, questions, typed: given.typed, problems }),
    },
  )
}

const differences = ({ changes, today }: ChangeCheckPage): Variables => ({
  changes: changes.map(({ question, before = [], lines }) => ({
    question: onOneLine(question),
    before: before.length === 0 ? ['No answer'] : maskedLines({ question, lines: before }, today),
    lines: lines.length === 0 ? ['No answer'] : lines,
  })),
})
