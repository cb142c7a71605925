// Beside a case's answers: what can be done now, its history, texts and notes.
import type { Detail, Note } from '#domain/cases/case.ts'
import { messageAction } from '#domain/cases/message.ts'
import type { Action } from '#domain/cases/workflow.ts'
import type { Problem } from '#domain/forms/kind.ts'
import { forStaff, type Text, type TextState } from '#domain/texts/text.ts'
import { isUndelivered } from '#domain/texts/undelivered.ts'
import type { WholeCase } from '#usecases/ports/stores.ts'
import type { Variables } from '#web/template-runtime.ts'
import { onOneLine } from '../controls/entered.ts'
import type { Tag } from '../tags.ts'
import { moment } from '../when.ts'
import { messagesOn } from './messages.ts'

export type CaseSide = {
  readonly whole: WholeCase
  readonly actions: readonly Action[]
  // What somebody else must do, because of what this person did: whoever decides is not whoever proposed.
  readonly forOthers?: readonly Action[]
  // Answers about health, safety, immigration and the like are shown.
  readonly maySeeSensitive: boolean
  readonly mayNote: boolean
  readonly mayStepAside?: boolean
  // A note that could not be added, as it was typed.
  readonly note?: { readonly typed: string; readonly problems: readonly Problem[] }
  // The same of an answer to the applicant.
  readonly reply?: { readonly typed: string; readonly problems: readonly Problem[] }
}

export const sideOf = (given: CaseSide, at: string): Variables => ({
  actions: given.actions.map(({ id, label, adverse }) => ({
    label,
    href: `${at}/actions/${encodeURIComponent(id)}`,
    adverse,
  })),
  forOthers: given.forOthers?.map(({ label }) => label) ?? [],
  interest: given.mayStepAside === true ? `${at}/interest` : undefined,
  history: given.whole.events
    .filter(({ action }) => action !== messageAction)
    .map(({ at: when, by, words, details }) => ({
      when: moment(when),
      stamp: new Date(when).toISOString(),
      by: onOneLine(by),
      words,
      details: details?.map((detail) => detailRow(detail, given.maySeeSensitive)),
    })),
  texts: given.whole.texts.map((text) => textRow(text, given.mayNote ? at : undefined)),
  notes: given.whole.notes.map(noteRow),
  noteField: given.mayNote ? noteField(at, given.note) : undefined,
  ...messagesOn(given, at),
})

export const hidden = 'Hidden: you do not work on this case'

// An answer that was given again stands as it was and as it is.
const detailRow = ({ question, lines, before, sensitive }: Detail, maySeeSensitive: boolean): Variables => {
  if (sensitive === true && !maySeeSensitive) return { question, lines: [hidden] }
  if (before === undefined) return { question, lines }
  return {
    question,
    lines: lines.length === 0 ? ['No answer'] : lines,
    before: before.length === 0 ? ['No answer'] : before,
  }
}

export const textStates: Readonly<Record<TextState, Tag>> = {
  due: { text: 'Not sent yet', colour: 'blue' },
  sending: { text: 'Being sent', colour: 'blue' },
  sent: { text: 'Sent', colour: 'light-blue' },
  delivered: { text: 'Delivered', colour: 'green' },
  failed: { text: 'Not delivered', colour: 'red' },
  uncertain: { text: 'Not known if sent', colour: 'orange' },
  held: { text: 'Held back', colour: 'yellow' },
  cancelled: { text: 'Cancelled', colour: 'grey' },
}

// `at`: the case's address, for who may do something about a text that did not arrive.
const textRow = (text: Text, at: string | undefined): Variables => ({
  body: forStaff(text),
  state: textStates[text.state],
  reason: text.reason,
  when: moment(text.dueAt),
  attempts: [
    ...text.attempts.map((attempt) => `${moment(attempt.at)}: ${attempt.words}`),
    ...(text.again === undefined ? [] : ['It was sent again: see the text below']),
    ...(text.phoned === undefined ? [] : [`${moment(text.phoned.at)}: the applicant was phoned instead`]),
  ],
  chase: at !== undefined && isUndelivered(text) ? `${at}/texts/${encodeURIComponent(text.id)}` : undefined,
})

const noteRow = ({ at, by, words }: Note): Variables => ({
  when: moment(at),
  by: onOneLine(by),
  lines: words.split(/\r?\n/),
})

const noteField = (at: string, note: CaseSide['note']): Variables => ({
  action: `${at}/notes`,
  options: {
    id: 'note',
    name: 'note',
    rows: 4,
    value: note?.typed ?? '',
    label: { text: 'Add a note', classes: 'govuk-label--s' },
    hint: { text: 'The applicant may ask to see notes.' },
    errorMessage: note?.problems[0] && { text: note.problems[0].words },
  },
})
