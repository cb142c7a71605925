// Check your answers, and the record that submission freezes: section, question and shown answer, as they were asked.
// Staff and exports read the record, so a later change of the form cannot change what was said.

import { drawnIn } from '../../places/drawn.ts'
import { type Outline, outlineOf } from '../../places/outline.ts'
import { holds } from '../condition.ts'
import { answerLinesOf } from '../fields/index.ts'
import type { Declaration, ManySection, Section } from '../form.ts'
import { named } from '../named.ts'
import type { Question } from '../question.ts'
import { type Answers, askedFirst, questionsOn } from './answers.ts'
import { itemName, type Journey, type Step } from './journey.ts'
import { keyOf } from './parted.ts'

export type Entry = {
  readonly question: string
  readonly lines: readonly string[]
  // The page to change it on.
  readonly key: string
  readonly id: string
  readonly sensitive: boolean
  // Of a site whose line was drawn.
  readonly outline?: Outline & { readonly colour: 'red' | 'blue' }
}
export type RecordPart = { readonly title: string; readonly entries: readonly Entry[] }
export type RecordSection = { readonly id: string; readonly title: string; readonly parts: readonly RecordPart[] }

// The name that its applicant gave an application, to tell it from others of theirs.
export type Called = { readonly called?: string }

export type FormRecord = {
  readonly form: string
  readonly formVersion: number
  readonly sections: readonly RecordSection[]
  readonly declaration: { readonly version: string; readonly statements: readonly string[]; readonly agreed: string }
}

// Only what stands on the path: answers on pages no longer reached are never sent.
export const summaryOf = (walk: Journey): readonly RecordSection[] =>
  walk.sections
    .map((section) => ({ id: section.id, title: section.title, parts: partsOf(walk, section) }))
    .filter((section) => section.parts.length > 0)

export const formRecordOf = (walk: Journey): FormRecord => ({
  form: walk.form.id,
  formVersion: walk.form.version,
  sections: summaryOf(walk),
  declaration: frozen(declarationOf(walk)),
})

// The title of a list's page, with what its item is called.
export const titled = (answers: Answers, title: string, section: Section, item: string | undefined): string =>
  section.is === 'many' && item !== undefined ? named(title, itemName(answers, section, item)) : title

// A part without answers is none: of a reopened list, only the items whose pages were asked.
const partsOf = (walk: Journey, section: Section): readonly RecordPart[] => {
  const parts = section.is === 'many' ? manyParts(walk, section) : [{ title: '', entries: pagesOf(walk, section) }]
  return parts.filter((part) => part.entries.length > 0)
}

const pagesOf = (walk: Journey, section: Section): readonly Entry[] =>
  walk.steps(section).flatMap((step) => (step.is === 'page' ? entriesOf(walk, step) : []))

const manyParts = (walk: Journey, section: ManySection): readonly RecordPart[] =>
  walk.answers.itemsOf(section.id).map((item) => ({
    title: itemName(walk.answers, section, item),
    entries: walk.itemSteps(section, item).flatMap((step) => entriesOf(walk, step)),
  }))

const entriesOf = (walk: Journey, step: Step): readonly Entry[] => {
  const typed = walk.answers.typed(step.key)
  const single = questionsOn(step.page).length === 1
  return askedFirst(step.page).map(({ id, question, part }) => ({
    id,
    // Under the key that it had before it stood with others: a record is compared with what was sent.
    key: part === undefined ? step.key : keyOf(step.section, part, step.item),
    question: titled(
      walk.answers,
      single ? step.page.title : (question.label ?? step.page.title),
      step.section,
      step.item,
    ),
    lines: answerLinesOf(typed, id, question, walk.answers.today),
    sensitive: step.page.sensitive === true || question.sensitive === true,
    ...outlineFor(walk.answers.answer(id), question),
  }))
}

const outlineFor = (answer: unknown, question: Question): Pick<Entry, 'outline'> => {
  const drawn = question.kind === 'boundary' ? drawnIn(answer) : undefined
  if (drawn === undefined || question.kind !== 'boundary') return {}
  return { outline: { ...outlineOf(drawn), colour: question.beside === undefined ? 'red' : 'blue' } }
}

export const declarationOf = ({ form: { declaration }, answers }: Journey): Declaration =>
  declaration.instead !== undefined && holds(declaration.instead.when, answers)
    ? { ...declaration, ...declaration.instead }
    : declaration

const frozen = (declaration: Declaration): FormRecord['declaration'] => ({
  version: declaration.version,
  statements: declaration.statements,
  agreed: declaration.agree,
})
