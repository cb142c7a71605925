// What staff look for first on a complaint, and what was answered, promised and learnt.
import type { Case } from '#domain/cases/case.ts'
import {
  type AtOmbudsman,
  type ComplaintAnswer,
  complaintOf,
  type Extension,
  type Learning,
  type Remedy,
} from '#domain/cases/desk/complaint.ts'
import type { Gist } from '#domain/cases/desk/row.ts'
import { type Day, inWords } from '#domain/day.ts'
import { entriesOf } from '../../letters-to.ts'
import type { DecisionShown, FactShown, Standing } from '../../service.ts'
import { ombudsmen } from '../rules/ombudsmen.ts'
import { foundWords } from './answers.ts'
import { ombudsmanOf } from './ombudsman-of.ts'
import { remedyWords } from './remedies.ts'

export const complaintsFacts = (subject: Case): readonly FactShown[] => {
  const about = entriesOf(subject).find(({ id }) => id === 'about')
  const { dueOn, concerns } = subject
  return [
    ...(about === undefined ? [] : [{ question: 'About', lines: about.lines }]),
    ...(concerns === undefined ? [] : [{ question: 'Case', lines: [concerns.reference] }]),
    ...(dueOn === undefined ? [] : [{ question: 'Due', lines: [inWords(dueOn)] }]),
    { question: 'Ombudsman', lines: [ombudsmen[ombudsmanOf(subject)].name] },
  ]
}

// What it is about is no secret among staff; what happened is.
export const complaintsGist = (subject: Case): Gist => {
  const [what] = entriesOf(subject).find(({ id }) => id === 'about')?.lines ?? []
  return what === undefined ? {} : { what }
}

export const complaintsStanding = (subject: Case, today: Day): Standing => {
  const { answers = [], remedies = [], learning = [], extensions = [], ombudsman = [] } = complaintOf(subject)
  const longer = extensions.map((extension) => extensionShown(extension, today))
  return {
    called: 'Answers, and what is put right',
    placings: [],
    decisions: [
      ...[...answers.map(answerShown), ...longer, ...remedies.map(remedyShown)],
      ...[...ombudsman.map(ombudsmanShown), ...learning.map(learningShown)],
    ],
  }
}

const answerShown = ({ stage, is, on, by, facts }: ComplaintAnswer): DecisionShown => ({
  title: `Stage ${stage}: ${foundWords[is].toLowerCase()}`,
  state: 'stands',
  lines: [`${inWords(on)}, ${by}`, ...facts.map(({ question, lines }) => `${question}: ${lines.join(' ')}`)],
})

const extensionShown = ({ on, by, until, reason }: Extension, today: Day): DecisionShown => ({
  title: `Longer, until ${inWords(until)}`,
  state: until < today ? 'ended' : 'stands',
  lines: [`${inWords(on)}, ${by}: ${reason}`],
})

const remedyShown = (remedy: Remedy): DecisionShown => ({
  title: 'To put right',
  state: remedy.done === undefined ? 'stands' : 'ended',
  lines: [
    remedyWords(remedy),
    ...(remedy.done === undefined ? [] : [`Done: ${inWords(remedy.done.on)}, ${remedy.done.by}. ${remedy.done.how}`]),
  ],
})

const ombudsmanShown = ({ which, theirs, since, decided }: AtOmbudsman): DecisionShown => ({
  title: which,
  state: decided === undefined ? 'stands' : 'ended',
  lines: [
    `Reference ${theirs}, since ${inWords(since)}`,
    ...(decided === undefined ? [] : [`${inWords(decided.on)}: ${decided.is}. ${decided.words}`]),
  ],
})

const learningShown = ({ what, who, by }: Learning): DecisionShown => ({
  title: 'Learning',
  state: 'stands',
  lines: [what, `${who}, by ${inWords(by)}`],
})
