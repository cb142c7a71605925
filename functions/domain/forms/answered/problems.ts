// What is wrong on a page or with a list, in words: each answer by itself, then how answers must agree.
import { type Agreement, agrees, readBy } from '../agreement.ts'
import type { Lookup } from '../condition.ts'
import { fieldsOf, problemsOf } from '../fields/index.ts'
import type { ItemAnswers, ManySection, Page, Section } from '../form.ts'
import { one, type Problem } from '../kind.ts'
import { type Answers, askedFirst, questionsOn } from './answers.ts'

type OnPage = { readonly key: string; readonly section: Section; readonly page: Page; readonly item?: string }

export const pageProblems = (answers: Answers, at: OnPage): readonly Problem[] => {
  const typed = answers.typed(at.key)
  const own = askedFirst(at.page).flatMap(({ id, question }) => problemsOf(typed, id, question, answers.today))
  if (own.length > 0 || at.page.agrees === undefined) return own
  const lookup = lookupAt(answers, at)
  return at.page.agrees
    .filter((agreement) => !agrees(agreement, lookup))
    .map((agreement) => ({ field: fieldFor(agreement, at.page), words: agreement.words }))
}

export const listProblems = (answers: Answers, section: ManySection): readonly Problem[] => {
  const words = listProblem(answers, section)
  return words === undefined ? [] : [{ field: 'another', words }]
}

export const listDoubts = (answers: Answers, section: ManySection): readonly string[] =>
  section.doubts?.(itemAnswers(answers, section), answers.today) ?? []

// What a condition of this page reads: the item's own answers first, in a list.
export const lookupAt = (answers: Answers, { section, item }: Pick<OnPage, 'section' | 'item'>): Lookup =>
  section.is === 'many' && item !== undefined ? answers.itemLookup(section, item) : answers

export const article = (noun: string): string => (/^[aeiou]/i.test(noun) ? 'an' : 'a')

const fieldFor = (agreement: Agreement, page: Page): string => {
  const here = questionsOn(page)
  const asked = readBy(agreement).flatMap((id) => here.find((one) => one.id === id) ?? [])[0]
  return asked === undefined ? '' : (fieldsOf(asked.id, asked.question)[0] ?? asked.id)
}

const listProblem = (answers: Answers, section: ManySection): string | undefined => {
  const items = itemAnswers(answers, section)
  if (items.length < section.least) return `Add ${article(section.noun)} ${section.noun}`
  const whole = section.whole?.(items, answers.today, answers.answer)
  if (whole !== undefined) return whole
  if (one(answers.typed(section.id), 'another') === 'no' || items.length >= section.most) return undefined
  return `Select yes if you need to add ${items.length === 0 ? article(section.noun) : 'another'} ${section.noun}`
}

const itemAnswers = (answers: Answers, section: ManySection): readonly ItemAnswers[] =>
  answers.itemsOf(section.id).map((item) => ({ item, answer: answers.itemLookup(section, item).answer }))
