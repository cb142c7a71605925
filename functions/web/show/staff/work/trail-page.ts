// Who looked at a case and who did what on it; and what one person did that was about no case. Ids and names of staff, never what was answered.
import type { TrailLine } from '#usecases/casework/see-trail.ts'
import type { Variables } from '#web/template-runtime.ts'
import { onOneLine } from '../../controls/entered.ts'
import { moment } from '../../when.ts'
import { type StaffAround, staffPage } from '../around.ts'

export const trailKinds = ['all', 'looks', 'changes', 'refusals'] as const
export type TrailKind = (typeof trailKinds)[number]

const kindWords: Readonly<Record<TrailKind, string>> = {
  all: 'Everything',
  looks: 'Who looked',
  changes: 'Who did what',
  refusals: 'Who was refused',
}

type TrailPage = {
  readonly around: StaffAround
  // "Audit log of H2345678"
  readonly title: string
  // Its own address, without a query.
  readonly at: string
  readonly lines: readonly TrailLine[]
  readonly people: readonly { readonly id: string; readonly name: string }[]
  readonly who: string
  readonly kind: TrailKind
  // From 1.
  readonly page: number
  // What does not hold of the case's history and its audit log; absent where there is no case.
  readonly faults?: readonly string[]
  // Where it is taken away as a file.
  readonly file?: string
}

const size = 25

export const trailPage = (given: TrailPage): string => {
  const { around, title, at, who, kind } = given
  const lines = trailLinesOf(given)
  const pages = Math.max(1, Math.ceil(lines.length / size))
  const page = Math.min(given.page, pages)
  const to = (more: Readonly<Record<string, string>>) => `${at}?${new URLSearchParams({ who, kind, ...more })}`
  return staffPage(
    'trail',
    around,
    { title },
    {
      ...{ title, at, file: given.file, faults: given.faults ?? [], checked: given.faults !== undefined },
      people: [
        { value: '', text: 'Anybody' },
        ...given.people.map(({ id, name }) => ({ value: id, text: onOneLine(name), selected: id === who })),
      ],
      kinds: trailKinds.map((id) => ({ value: id, text: kindWords[id], selected: id === kind })),
      count: lines.length === 1 ? '1 entry' : `${lines.length} entries`,
      lines: lines.slice((page - 1) * size, page * size).map(lineShown),
      newer: page > 1 ? to({ page: String(page - 1) }) : undefined,
      older: page < pages ? to({ page: String(page + 1) }) : undefined,
    },
  )
}

export const trailLinesOf = ({ lines, who, kind }: Pick<TrailPage, 'lines' | 'who' | 'kind'>): readonly TrailLine[] =>
  lines.filter((line) => (who === '' || line.by === who) && (kind === 'all' || kindOf(line) === kind))

const kindOf = ({ did, allowed, action }: TrailLine): TrailKind => {
  if (allowed === false) return 'refusals'
  return action !== undefined || (did !== undefined && isChange(did)) ? 'changes' : 'looks'
}

const lineShown = (line: TrailLine): Variables => ({
  when: moment(line.at),
  who: onOneLine(line.name),
  words: trailWords(line),
})

// "looked at the case", "was refused: open a document".
export const trailWords = ({ did, action, allowed, words }: TrailLine): string => {
  if (allowed === false) return `was refused (${saidOf(did ?? '')})`
  if (words !== undefined) return words
  if (action === 'note') return 'wrote a note'
  return action ?? saidOf(did ?? '')
}

const changes = new Set([
  ...['add-task', 'letter-came-back', 'end-task', 'end-session', 'declare-own-details', 'answer-feedback'],
  ...['set-leave', 'turns-on', 'turns-off', 'break-glass', 'turn-on', 'turn-off'],
])

// What begins so names what it was done to.
const begins: readonly { readonly start: string; readonly words: string; readonly changes?: true }[] = [
  { start: 'see-day-sheet-', words: 'looked at who comes to a place on a day' },
  { start: 'make-calendar', words: 'made a calendar to keep outside', changes: true },
  { start: 'end-calendar', words: 'ended a calendar that was kept outside', changes: true },
  { start: 'walk-in-', words: 'took in or called somebody without an appointment', changes: true },
  { start: 'close-time-', words: 'closed time of appointments', changes: true },
  { start: 'publish-timetable-', words: 'published a timetable', changes: true },
  { start: 'end-timetable-', words: 'ended publishing a timetable', changes: true },
  { start: 'open-time-', words: 'opened closed time again', changes: true },
  { start: 'start-bulk-', words: 'did the same on many cases', changes: true },
  { start: 'undo-bulk-', words: 'undid what was done on many cases', changes: true },
  { start: 'write-', words: 'typed something for the figures', changes: true },
  { start: 'import-', words: 'pasted many numbers for the figures', changes: true },
]

const begun = (did: string) => begins.find(({ start }) => did.startsWith(start))

const isChange = (did: string): boolean => changes.has(did) || begun(did)?.changes === true

const said: Readonly<Record<string, string>> = {
  'see-case': 'looked at the case',
  'see-file': 'looked at the page of a document',
  'open-file': 'opened a document',
  act: 'opened the page of an action',
  assign: 'opened who should have the case',
  note: 'opened a form on the case',
  'declare-interest': 'opened the page to say that they know the applicant',
  hold: 'opened the page to keep the case for a legal reason',
  'read-audit': 'read the audit log',
  'read-trails': 'read what a person did',
  'take-trail': 'took the audit log away as a file',
  'add-task': 'added a task',
  'letter-came-back': 'said that a letter came back',
  'end-task': 'marked a task as done',
  'sign-in': 'signed in',
  'lost-access': 'lost their access',
  'rights-changed': 'had their rights changed',
  'end-session': 'ended a session',
  'declare-own-details': 'gave their own details',
  'answer-feedback': 'answered feedback',
  'show-field': 'had a masked answer shown whole',
  'break-glass': 'opened the restricted case in an emergency',
  'set-leave': 'set how somebody works in their team',
  'save-view': 'kept a list of cases under a name',
  'end-view': 'deleted a list that was kept',
  'turns-on': 'had new cases given in turn',
  'turns-off': 'stopped giving new cases in turn',
  'turn-on': 'turned a switch on',
  'turn-off': 'turned a switch off',
  'try-rules': 'tried the rules',
  'use-desk': 'used the desk',
  'see-measures': 'looked at the measures',
  'turn-switches': 'opened the switches',
  'see-due': 'looked at the cases whose time is over',
  erase: 'erased the case',
  'do-many': 'opened the page to do the same on many cases',
  'change-words': 'opened the page to change the words of texts',
  'propose-words': 'wrote new words for a text',
  'approve-words': 'approved new words for a text',
  'back-words': 'went back to earlier words of a text',
  'own-words': 'went back to the first words of a text',
  'stop-words': 'stopped a text',
  'go-on-words': 'let a text go again',
  'send-another-way': 'sent a message another way',
  'give-copy': 'made a copy of the case for whoever it is about',
  'take-list': 'took a list of cases away as a file',
  'ask-list': 'asked for a long list of cases as a file',
  'agree-list': 'agreed that a colleague has a long list of cases as a file',
  'kin-same': 'said that another case is of the same person',
  'kin-other': 'said that another case is not of the same person',
  'kin-taken-back': 'took back what was said of another case',
  'see-webhooks': 'looked at what other programs were told',
  'tell-again': 'had a program told once more',
  'api-see-case': 'looked at the case by the API',
  'api-list-cases': 'read a list of cases by the API',
  'api-read-hook': 'asked by the API how it is told of events',
  'api-read-events': 'read what happened on cases by the API',
}

// A search says by which kinds of fact, never which.
const saidOf = (did: string): string =>
  did.startsWith('find-by-')
    ? `searched by ${did.slice('find-by-'.length).replaceAll('-', ', ')}`
    : (said[did] ?? begun(did)?.words ?? did)
