// A service's form as data: sections → pages → questions. Object keys are ids.
import type { Agreement } from './agreement.ts'
import type { Saved } from './answered/saved.ts'
import type { Condition, Lookup } from './condition.ts'
import type { ExitEnd } from './ends.ts'
import type { Question } from './question.ts'

export type Form = {
  readonly id: string
  // Raised when a stored shape changes, with a migration; a draft pins the version that its answers have.
  readonly version: number
  // 'tasks': a task list, sections in any order. 'straight': one page after another, then check your answers.
  readonly shape: 'tasks' | 'straight'
  readonly sections: readonly Section[]
  readonly declaration: Declaration
  // One step for each version after the first, oldest first (versions.ts).
  readonly migrations?: readonly Migration[]
}

// Brings what a draft of version `to` - 1 has saved to the shape that version `to` asks for. Nothing that a person typed is dropped.
export type Migration = {
  readonly to: number
  readonly why: string
  readonly migrate: (saved: Saved) => Saved
  // Pages that stand elsewhere now, by their keys before. Answers that were asked for again follow them.
  readonly moved?: Readonly<Record<string, string>>
  // Pages that no earlier version asked. Whoever has sent is not asked for them.
  readonly added?: readonly string[]
}

// What a person agrees to when they submit; the wording and version are kept with the case.
export type Declaration = {
  readonly version: string
  readonly title: string
  readonly statements: readonly string[]
  // The law's own words, for whoever wants them.
  readonly details?: { readonly summary: string; readonly text: readonly string[] }
  readonly agree: string
  readonly button: string
  // Its words where the answers ask for something else: a place on a waiting list instead of an appointment.
  readonly instead?: Pick<Declaration, 'title' | 'statements' | 'agree' | 'button'> & { readonly when: Condition }
}

export type Section = PagesSection | ManySection

export type PagesSection = {
  readonly is: 'pages'
  readonly id: string
  readonly title: string
  readonly when?: Condition
  // This section cannot be started before these are complete.
  readonly after?: readonly string[]
  // Sections of one group stand under one heading in the task list.
  readonly group?: string
  // Whoever answers may be watched: every page has "Exit this page", and its title in the browser tells nothing.
  readonly exit?: true
  // Instead of its id in addresses, where that would tell: its pages then have numbers.
  readonly address?: string
  readonly pages: readonly Page[]
}

// "Add another": a list of people, owners, addresses or documents, each walking its own pages.
export type ManySection = {
  readonly is: 'many'
  readonly id: string
  readonly title: string
  readonly when?: Condition
  readonly after?: readonly string[]
  readonly group?: string
  // One of them, without an article: 'person', 'address', 'document'.
  readonly noun: string
  readonly plural: string
  readonly least: number
  readonly most: number
  // The questions whose answers name an item in lists and titles; before they are answered: "Person 2".
  readonly naming: readonly string[]
  readonly guidance?: readonly string[]
  // What belongs in the list, in words, as far as other answers tell.
  readonly wanted?: (answers: Lookup) => readonly string[]
  readonly pages: readonly Page[]
  // Rules over the whole list (address history without gaps): undefined when all is well, else what to do, in words.
  readonly whole?: (items: readonly ItemAnswers[], today: string, outside: ItemAnswers['answer']) => string | undefined
  // What may not be right with the list, in words: said on its page, and never in the way.
  readonly doubts?: (items: readonly ItemAnswers[], today: string) => readonly string[]
}

export type ItemAnswers = { readonly item: string; readonly answer: (question: string) => unknown }

export type Page = {
  readonly id: string
  // The page's h1. `((name))` stands for the item's name in a many-section ("What is ((name))'s date of birth?").
  readonly title: string
  readonly questions: Readonly<Record<string, Question>>
  readonly when?: Condition
  // Where this holds, it asks about somebody else than the person at the keyboard: see a question's own `theirs`.
  readonly theirs?: Condition
  // Paragraphs above the questions. Plain text.
  readonly guidance?: readonly string[]
  // A longer explanation behind a "details" disclosure.
  readonly details?: { readonly summary: string; readonly text: readonly string[] }
  // How its answers must agree with each other and with earlier ones.
  readonly agrees?: readonly Agreement[]
  readonly exits?: readonly Exit[]
  // Health, abuse, immigration, NI number…: hidden from staff who may not see it.
  readonly sensitive?: boolean
  // Told in confidence too, and kept sealed, though every colleague may see it: how to reach somebody safely, what support they need.
  readonly sealed?: boolean
  // Abuse or other harm may be told on it, in a section that is about something else: as `exit` of a section.
  readonly exit?: true
  // Instead of its id in addresses, where that would tell.
  readonly address?: string
  // A page with machinery of its own beside the questions.
  readonly does?: PageExtra
  // The pages that are asked together on this one, each under its own condition (together.ts).
  readonly parts?: readonly Page[]
  // Under what the answers of such a part are kept, where that is not its own id: another page’s id, or
  // section and page.
  readonly keptAs?: string
}

// 'slot-day', 'slot-time': a day and a time from the timetable. 'upload': a file straight to the
// bucket. 'boundary': draw, upload or give a reference.
export type PageExtra = 'slot-day' | 'slot-time' | 'upload' | 'boundary'

// Where a journey ends early: not eligible, or call us. `advise` lets a person continue anyway
// (docs/rules/housing.md, "Adverse results are provisional").
export type Exit = {
  readonly id: string
  readonly when: Condition
  readonly title: string
  // Why, then what to do next.
  readonly reasons: readonly string[]
  readonly advise?: boolean
  // What it counts as, for whoever leaves here.
  readonly ends: ExitEnd
}

export const form = (given: Form): Form => given

export const section = (
  id: string,
  title: string,
  pages: readonly Page[],
  more: Pick<PagesSection, 'when' | 'after' | 'group' | 'exit' | 'address'> = {},
): PagesSection => ({ is: 'pages', id, title, pages, ...more })

export const many = (
  id: string,
  title: string,
  pages: readonly Page[],
  more: Omit<ManySection, 'is' | 'id' | 'title' | 'pages'>,
): ManySection => ({
  is: 'many',
  id,
  title,
  pages,
  ...more,
})

export const page = (
  id: string,
  title: string,
  questions: Readonly<Record<string, Question>>,
  more: Omit<Page, 'id' | 'title' | 'questions'> = {},
): Page => ({ id, title, questions, ...more })
