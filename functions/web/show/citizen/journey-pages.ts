// The pages of a journey beside its questions: task list, "add another", declaration, exits, confirmation.

import { article } from '#domain/forms/answered/problems.ts'
import type { FormTask, TaskGroup, TaskStatus } from '#domain/forms/answered/tasks.ts'
import type { Declaration, Exit, ManySection } from '#domain/forms/form.ts'
import type { Problem } from '#domain/forms/kind.ts'
import type { Variables } from '#web/template-runtime.ts'
import { onOneLine } from '../controls/entered.ts'
import { telephone } from '../site.ts'
import { taskTag } from '../tags.ts'
import { type Around, citizenPage, failedBy, feedbackAt } from './around.ts'

// A page key → its address.
export type AddressOf = (key: string) => string

type TasksPage = {
  readonly around: Around
  readonly title: string
  readonly groups: readonly TaskGroup[]
  readonly to: AddressOf
  // Check and send can start: everything is done.
  readonly send: { readonly ready: boolean; readonly href: string }
  readonly reference?: string
  readonly saveHref?: string
  // Where somebody is let help.
  readonly helpHref?: string
}

export const tasksPage = (given: TasksPage): string => {
  const { title, groups, to, send, reference, saveHref, helpHref } = given
  const tasks = groups.flatMap((group) => group.tasks)
  const done = tasks.filter(({ status }) => status === 'done').length
  const status: TaskStatus = send.ready ? 'not-started' : 'cannot-start'
  return citizenPage(
    'tasks',
    given.around,
    { title },
    {
      title,
      progress: `You have completed ${done} of ${tasks.length} sections.`,
      groups: groups.map((group) => ({ title: group.title, tasks: group.tasks.flatMap((task) => rowsOf(task, to)) })),
      send: { title: 'Check your answers and send', status: taskTag(status), href: send.ready ? send.href : undefined },
      reference,
      saveHref,
      helpHref,
    },
  )
}

// A list's task is followed by the people in it.
const rowsOf = (task: FormTask, to: AddressOf): readonly Variables[] => [
  { title: task.title, status: taskTag(task.status), href: task.status === 'cannot-start' ? undefined : to(task.key) },
  ...task.items.map(({ name, status, key }) => ({
    of: task.title,
    title: onOneLine(name),
    status: taskTag(status),
    href: to(key),
  })),
]

export type ListPage = {
  readonly around: Around
  readonly section: ManySection
  // What belongs in the list, as far as other answers tell.
  readonly wanted?: readonly string[]
  // What may not be right with it.
  readonly doubts?: readonly string[]
  readonly items: readonly {
    readonly name: string
    // What is left to do, or what is known: one line.
    readonly words?: string
    readonly change: string
    readonly remove: string
  }[]
  readonly problems: readonly Problem[]
  readonly action: string
}

export const listPage = (given: ListPage): string => {
  const { section, items, problems } = given
  const title =
    items.length === 0
      ? section.title
      : `You have added ${items.length} ${items.length === 1 ? section.noun : section.plural}`
  return citizenPage(
    'list',
    given.around,
    { title, ...failedBy(problems) },
    {
      title,
      caption: items.length === 0 ? undefined : section.title,
      guidance: section.guidance,
      wanted: given.wanted ?? [],
      doubts: given.doubts ?? [],
      items: items.map((item) => ({ ...item, name: onOneLine(item.name) })),
      action: given.action,
      problems: problems.map(({ words }) => ({ text: words, href: '#another' })),
      radios: items.length >= section.most ? undefined : anotherRadios(given),
    },
  )
}

const anotherRadios = ({ section, items, problems }: ListPage): Variables => ({
  idPrefix: 'another',
  name: 'another',
  classes: 'govuk-radios--inline',
  fieldset: {
    legend: {
      text: `Do you need to add ${items.length === 0 ? article(section.noun) : 'another'} ${section.noun}?`,
      classes: 'govuk-fieldset__legend--m',
    },
  },
  errorMessage: problems[0] && { text: problems[0].words },
  items: [
    { value: 'yes', text: 'Yes' },
    { value: 'no', text: 'No' },
  ],
})

export type DeclarationPage = {
  readonly around: Around
  readonly declaration: Declaration
  readonly problems: readonly Problem[]
  readonly action: string
}

export const declarationPage = ({ around, declaration, problems, action }: DeclarationPage): string => {
  const { title, statements, details, agree, button } = declaration
  return citizenPage(
    'declaration',
    around,
    { title, ...failedBy(problems) },
    {
      title,
      statements,
      details: details && { summaryText: details.summary, paragraphs: details.text },
      action,
      send: button,
      problems: problems.map(({ field, words }) => ({ text: words, href: `#${field}` })),
      agree: {
        idPrefix: 'agree',
        name: 'agree',
        errorMessage: problems[0] && { text: problems[0].words },
        fieldset: { legend: { text: title, classes: 'govuk-visually-hidden' } },
        items: [{ value: 'yes', text: agree }],
      },
    },
  )
}

export type ExitPage = {
  readonly around: Around
  readonly exit: Exit
  readonly phone?: string
  // The page whose answer led here.
  readonly change: string
  // "Continue anyway" posts here with do=continue.
  readonly action: string
}

export const exitPage = ({ around, exit, phone, change, action }: ExitPage): string =>
  citizenPage(
    'exit',
    around,
    { title: exit.title },
    {
      ...exit,
      feedback: feedbackAt(around, exit.ends),
      phone: phone === undefined ? undefined : telephone(phone),
      change,
      action,
    },
  )

export type ConfirmPage = {
  readonly around: Around
  readonly title: string
  readonly words?: readonly string[]
  readonly button: string
  readonly warning?: boolean
  readonly action: string
  readonly cancel: { readonly text: string; readonly href: string }
}

// "Are you sure?": before an item is removed or an appointment is cancelled.
export const confirmPage = (given: ConfirmPage): string => {
  const title = onOneLine(given.title)
  return citizenPage('confirm', given.around, { title }, { ...given, title })
}

export type ConfirmationPage = {
  readonly around: Around
  // "Application sent", "Appointment booked".
  readonly title: string
  readonly reference: string
  // The number that a text went to, as it is shown to its owner.
  readonly textTo?: string
  readonly emailTo?: string
  // What cannot wait for us, with whom to call.
  readonly urgent?: readonly string[]
  readonly details?: readonly Row[]
  readonly next: readonly string[]
  readonly documents?: readonly string[]
  readonly links?: readonly Link[]
  readonly sites?: readonly Variables[]
  // At which they are asked what they think. Absent where an application was sent before.
  readonly end?: 'sent' | 'listed'
}

export type Row = {
  readonly question: string
  readonly lines: readonly string[]
  readonly change?: string
  readonly hidden?: string
}
export type Link = { readonly href: string; readonly text: string }

export const confirmationPage = (given: ConfirmationPage): string =>
  citizenPage(
    'confirmation',
    given.around,
    { title: given.title },
    { ...given, feedback: feedbackAt(given.around, given.end) },
  )
