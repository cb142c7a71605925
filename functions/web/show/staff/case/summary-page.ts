// A case's first page: what stands out of the ordinary, what waits, what happened last, and notes.

import { type Case, type CaseEvent, type Note, roles } from '#domain/cases/case.ts'
import { markersOn, markerWords } from '#domain/cases/desk/markers.ts'
import { outcomeNow } from '#domain/cases/outcome.ts'
import type { NextStep } from '#domain/cases/steps/next-step.ts'
import { type Day, inWords } from '#domain/day.ts'
import { small } from '#domain/first-letter.ts'
import type { Standing } from '#services/service.ts'
import type { Variables } from '#web/template-runtime.ts'
import { contactLines } from '../../contact.ts'
import { onOneLine } from '../../controls/entered.ts'
import { sitesIn } from '../../site-pictures.ts'
import { moment } from '../../when.ts'
import { wordsForRoles } from '../around.ts'
import { lateRows } from '../file-facts.ts'
import { gatewayRows } from '../gateway.ts'
import { type OtherCase, otherShown } from '../same-person.ts'
import { standingShown } from '../standing.ts'
import { statutoryRows } from '../statutory.ts'
import { type CaseFrame, caseAddressOf, framed, partAt } from './frame.ts'

export type SummaryPage = CaseFrame & {
  // What officers decided, and the bands that it has had.
  readonly standing?: Standing
  // Other applications that may be the same person's, and that this person may see.
  readonly others?: readonly OtherCase[]
  readonly connectionAnswers?: readonly string[]
  // A complaint that an ombudsman asks about.
  readonly mayBundle?: boolean
}

export const summaryPage = (given: SummaryPage): string => {
  const { whole, maySeeSensitive } = given
  const { subject } = whole
  return framed('summary', given, {
    sentence: sentenceOf(given),
    overview: overviewOf(given),
    sites: sitesIn(subject.record.sections),
    others: given.others?.map(otherShown) ?? [],
    standing: standingShown(given.standing, maySeeSensitive),
    last: whole.lately.slice(-3).toReversed().map(lastRow),
    notes: whole.notes.slice(-shownNotes).toReversed().map(noteRow),
    more: whole.notes.length > shownNotes ? `${partAt(subject, 'history')}?kind=notes` : undefined,
    hold: given.mayHold === true && subject.held === undefined ? `${caseAddressOf(subject)}/hold` : undefined,
    bundle: given.mayBundle === true ? `/copies?reference=${encodeURIComponent(subject.reference)}` : undefined,
    interest: given.mayStepAside === true ? `${caseAddressOf(subject)}/interest` : undefined,
  })
}

const shownNotes = 3

// What it waits for, and what comes next.
const sentenceOf = (given: SummaryPage): string => {
  const { whole, next, state, today } = given
  const { asked, appointment } = whole.subject
  const waits = asked === undefined ? [] : [`Waiting for the applicant. ${wantedBy(asked.by, today)}.`]
  if (next !== undefined) return [...waits, ...nextWords(given, next)].join(' ')
  if (waits.length > 0) return waits.join(' ')
  if (!state.open) return 'Nothing is open on this case.'
  return appointment === undefined
    ? 'Nothing is to be done now.'
    : `Nothing is to be done before the appointment on ${inWords(appointment.day)} at ${appointment.from}.`
}

const nextWords = ({ actions, forOthers = [] }: SummaryPage, { label, actions: of }: NextStep): readonly string[] => {
  const next = `Next: ${small(label)}.`
  if (of.some(({ id }) => actions.some((action) => action.id === id))) return [next]
  if (of.some(({ id }) => forOthers.some((action) => action.id === id)))
    return [next, 'Somebody else must do this, as you had a part in it.']
  const who = rolesIn(of.flatMap((action) => action.who))
  return who === '' ? [next] : [next, `For: ${who.toLowerCase()}.`]
}

const rolesIn = (who: readonly string[]): string => wordsForRoles(roles.filter((role) => who.includes(role)))

const wantedBy = (by: Day, today: Day): string =>
  by < today ? `Answer was wanted by ${inWords(by)}, which has passed` : `Answer wanted by ${inWords(by)}`

const overviewOf = (given: SummaryPage): readonly Variables[] => {
  const { subject } = given.whole
  return [
    ...lateRows(given.whole.files, given.now),
    { question: 'Received', lines: [moment(subject.openedAt)] },
    ...statutoryRows(subject, given.today),
    ...gatewayRows(subject, given.today),
    ...askedRows(subject, given.today),
    ...decisionRows(subject),
    ...(given.maySeeSensitive ? markerRows(subject, given.today) : []),
    { question: 'Applicant', lines: [onOneLine(subject.applicant.name)] },
    ...(subject.sensitive === true
      ? [{ question: 'Restricted', lines: ['Only named staff and managers may see this case'] }]
      : []),
    ...contactLines(subject, given.connectionAnswers ?? [], given),
  ]
}

const markerRows = (subject: Case, today: Day): readonly Variables[] => {
  const { markerProposed } = subject
  return [
    ...markersOn(subject, today).map((marker) => ({
      question: `Marker: ${markerWords[marker.kind]}`,
      lines: [
        ...marker.basis.split(/\r?\n/),
        `Proposed by ${onOneLine(marker.by)} on ${inWords(marker.on)}, decided by ${onOneLine(marker.decidedBy)} on ${inWords(marker.decidedOn)}`,
        `Telling the person: ${onOneLine(marker.told)}`,
      ],
    })),
    ...(markerProposed === undefined
      ? []
      : [{ question: 'Marker proposed', lines: [markerWords[markerProposed.kind], `A manager decides on it`] }]),
  ]
}

const askedRows = ({ asked }: Case, today: Day): readonly Variables[] =>
  asked === undefined ? [] : [{ question: 'Asked for', lines: [asked.message, wantedBy(asked.by, today)] }]

const decisionRows = (subject: Case): readonly Variables[] => {
  const outcome = outcomeNow(subject)
  if (outcome === undefined) return []
  const lines = [outcome.title, `${inWords(outcome.on)}, ${onOneLine(outcome.by)}`]
  return [
    {
      question: 'Decision',
      lines,
      change: `${caseAddressOf(subject)}/decision`,
      changeText: 'See',
      hidden: 'the decision',
    },
  ]
}

const lastRow = ({ at, by, words }: CaseEvent): Variables => ({ when: moment(at), words: `${onOneLine(by)} ${words}` })

export const noteRow = ({ at, by, words }: Note): Variables => ({
  when: moment(at),
  by: onOneLine(by),
  lines: words.split(/\r?\n/),
})
