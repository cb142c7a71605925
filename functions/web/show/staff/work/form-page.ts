// A page that asks staff a few questions about a case, or about none: a heading, the questions, one button.
import type { Problem, Typed } from '#domain/forms/kind.ts'
import type { Question } from '#domain/forms/question.ts'
import { onOneLine } from '../../controls/entered.ts'
import { formParts } from '../../controls/form.ts'
import { type StaffAround, staffPage } from '../around.ts'
import { type WhatItDoes, whatItDoes } from './what-it-does.ts'

export type FormPage = {
  readonly around: StaffAround
  readonly title: string
  // Above the heading: whose case it is.
  readonly caption?: string
  readonly words?: readonly string[]
  readonly needs: Readonly<Record<string, Question>>
  readonly typed: Typed
  readonly problems: readonly Problem[]
  readonly action: string
  readonly button: string
  readonly cancel: string
  readonly version?: number
  // What it would do, above the questions.
  readonly does?: WhatItDoes
  // Sent along, and not shown.
  readonly hidden?: Readonly<Record<string, string>>
  // Below it: what was done by it lately.
  readonly lately?: {
    readonly title: string
    readonly links: readonly { readonly text: string; readonly href: string }[]
  }
}

export const formPage = (given: FormPage): string => {
  const { title, needs, typed, problems } = given
  return staffPage(
    'form',
    given.around,
    { title, failed: problems.length > 0 },
    {
      ...{ title, words: given.words ?? [], action: given.action, button: given.button, cancel: given.cancel },
      caption: given.caption === undefined ? undefined : onOneLine(given.caption),
      ...{ version: given.version, lately: given.lately },
      ...(given.does === undefined ? {} : { does: true, ...whatItDoes(given.does) }),
      hidden: Object.entries(given.hidden ?? {}).map(([name, value]) => ({ name, value })),
      ...formParts({ id: 'form', title, questions: needs, typed, problems }),
    },
  )
}
