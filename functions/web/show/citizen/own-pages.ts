// What somebody has here: the list of what they began and sent, the page of one case, a message to the
// council, and a change before it is sent.
import type { Problem } from '#domain/forms/kind.ts'
import type { Effect } from '#services/for-resident.ts'
import type { Variables } from '#web/template-runtime.ts'
import { onOneLine } from '../controls/entered.ts'
import type { Tag } from '../tags.ts'
import { type Around, citizenPage, failedBy } from './around.ts'
import type { DecisionRows } from './decision.ts'
import type { Link, Row } from './journey-pages.ts'
import { withoutNumber } from './masked.ts'
import type { MessageShown } from './messages.ts'

export type MinePage = {
  readonly around: Around
  readonly started: readonly Mine[]
  readonly sent: readonly Mine[]
  // Others' applications, with which this person helps.
  readonly helped?: readonly Mine[]
  // Addresses of the pages before and after this one.
  readonly previous?: string
  readonly next?: string
}
export type Mine = {
  readonly name: string
  readonly reference: string
  // Who or what it is about; absent until the date of birth was given where the form asks for one.
  readonly about?: string
  // "Saved 27 March 2026", "Sent 27 March 2026".
  readonly when: string
  readonly href: string
  readonly state?: Tag
  readonly next?: string
  readonly by?: string
  // Where another begins with the same details.
  readonly again?: string
  // Where it is deleted.
  readonly remove?: string
}

export const minePage = ({ around, started, sent, helped = [], previous, next }: MinePage): string => {
  const title = 'What you have started or sent'
  const shown = (all: readonly Mine[]) =>
    all.map((one) => ({ ...one, ...(one.about === undefined ? {} : { about: onOneLine(one.about) }) }))
  return citizenPage(
    'mine',
    around,
    { title },
    {
      title,
      groups: [
        { title: 'Not sent yet', items: shown(started), empty: 'You have nothing saved.' },
        { title: 'Sent to us', items: shown(sent), empty: 'You have not sent us anything.' },
        ...(helped.length === 0 ? [] : [{ title: 'You help with', items: shown(helped), empty: '' }]),
      ],
      previous,
      next,
    },
  )
}

export type StatusPage = {
  readonly around: Around
  readonly title: string
  readonly reference: string
  readonly about?: string
  readonly state: Tag
  // What is next, and by when.
  readonly next: string
  readonly by?: string
  // What the state means for the applicant, in words.
  readonly words: readonly string[]
  // `href` is absent when it can no longer be answered online.
  readonly asked?: {
    readonly message: string
    readonly by: string
    readonly href?: string
    readonly phone: { readonly href: string; readonly text: string }
  }
  // Each answer that they told has changed: accepted, or not and why.
  readonly told?: readonly Row[]
  readonly decision?: DecisionRows
  readonly details?: readonly Row[]
  readonly documents?: Variables | undefined
  readonly messages?: readonly MessageShown[]
  readonly newer?: string
  readonly older?: string
  // Where a message is written.
  readonly write?: string
  readonly history: readonly { readonly when: string; readonly words: string }[]
  readonly after: readonly string[]
  readonly links?: readonly Link[]
  readonly copies?: readonly Link[]
}

export const statusPage = (given: StatusPage): string =>
  citizenPage(
    'status',
    given.around,
    { title: given.title },
    { ...given, ...(given.about === undefined ? {} : { about: onOneLine(given.about) }) },
  )

export type WritePage = {
  readonly around: Around
  readonly action: string
  // In the service's own words: "your appointment".
  readonly about: string
  readonly typed: string
  readonly problems: readonly Problem[]
  readonly words: readonly string[]
}

export const writePage = ({ around, action, about, typed, problems, words }: WritePage): string => {
  const title = `Write to us about ${about}`
  return citizenPage(
    'write',
    around,
    { title, ...failedBy(problems) },
    {
      title,
      action,
      words,
      problems: problems.map(({ field, words: text }) => ({ text, href: `#${field}` })),
      message: {
        id: 'message',
        name: 'message',
        rows: 6,
        value: typed,
        label: { text: 'Your message', classes: 'govuk-label--m' },
        hint: { text: 'Up to 2,000 characters. Do not write that you are in danger here: call 999.' },
        errorMessage: problems[0] && { text: problems[0].words },
      },
    },
  )
}

export type WhatChangesPage = {
  readonly around: Around
  readonly title: string
  readonly changes: readonly {
    readonly question: string
    readonly before?: readonly string[]
    readonly lines: readonly string[]
  }[]
  readonly effects: readonly Effect[]
  // Something was decided, and stays until a change is looked at; before that there are only likely results.
  readonly decided: boolean
  readonly send: string
  // What they say of it, where they have to vouch for it.
  readonly agree?: string
  readonly problems: readonly Problem[]
  readonly action: string
  // Back to the case without sending.
  readonly leave: string
}

export const whatChangesPage = (given: WhatChangesPage): string => {
  const { title, changes, effects, problems, agree } = given
  return citizenPage(
    'what-changes',
    given.around,
    { title, ...failedBy(problems) },
    {
      ...{ title, action: given.action, send: given.send, leave: given.leave },
      changes: changes.map(({ question, before = [], lines }) => ({
        question: onOneLine(question),
        before: before.length === 0 ? ['No answer'] : before.map(withoutNumber),
        lines: lines.length === 0 ? ['No answer'] : lines,
      })),
      effects: effects.map((effect) => ({ ...effect, stays: effect.now === effect.after })),
      decided: given.decided,
      problems: problems.map(({ field, words }) => ({ text: words, href: `#${field}` })),
      agree: agree === undefined ? undefined : agreeBox(agree, title, problems),
    },
  )
}

const agreeBox = (text: string, title: string, problems: readonly Problem[]): Variables => ({
  idPrefix: 'agree',
  name: 'agree',
  errorMessage: problems[0] && { text: problems[0].words },
  fieldset: { legend: { text: title, classes: 'govuk-visually-hidden' } },
  items: [{ value: 'yes', text }],
})
