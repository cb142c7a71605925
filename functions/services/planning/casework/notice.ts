// The decision notice of a planning application (docs/rules/planning.md, "Decision notice"): what was decided, with its conditions or the
// reasons against, from what was recommended and who decided.
import type { Case } from '#domain/cases/case.ts'
import type { DecisionNotice, NoticeItem, NoticePart } from '#domain/cases/decision-notice.ts'
import { type Outcome, outcomeNow, rightInWords } from '#domain/cases/outcome.ts'
import { inFullWords } from '#domain/day.ts'
import type { Entry } from '#domain/forms/answered/record.ts'
import { one, type Typed } from '#domain/forms/kind.ts'
import { londonDay } from '#domain/london.ts'
import { sitePicture } from '#domain/places/site-picture.ts'
import { council } from '#services/council.ts'
import { conditions, informatives, type PlanningCondition, slotId } from './library.ts'

export const planningNotice = (subject: Case): DecisionNotice | undefined => {
  const outcome = outcomeNow(subject)
  if (outcome === undefined || (outcome.state !== 'granted' && outcome.state !== 'refused')) return undefined
  const typed = subject.proposal?.typed ?? {}
  return {
    council: `${council.name}, Town and Country Planning Act 1990`,
    title: outcome.title,
    reference: subject.reference,
    version: outcome.version,
    rows: rowsOf(subject, outcome),
    ...sitesOf(subject),
    parts: [
      ...correctionPart(outcome),
      ...(outcome.state === 'granted' ? grantedParts(typed) : refusedParts(outcome)),
      ...policiesPart(typed),
      workedTogether,
      ...informativesPart(typed),
      decidedPart(outcome),
      ...appealPart(outcome),
    ],
  }
}

const rowsOf = (subject: Case, { on }: Outcome): DecisionNotice['rows'] => [
  { question: 'Reference', lines: [subject.reference] },
  { question: 'Applicant', lines: [subject.applicant.name] },
  { question: 'Site', lines: [subject.title] },
  ...proposalRow(subject),
  ...planRow(subject),
  { question: 'Received', lines: [inFullWords(londonDay(subject.openedAt))] },
  ...(subject.statutory === undefined ? [] : [{ question: 'Valid', lines: [inFullWords(subject.statutory.validOn)] }]),
  { question: 'Date of this decision', lines: [inFullWords(on)] },
]

const proposalRow = (subject: Case): DecisionNotice['rows'] => rowFor(subject, 'description', 'Proposal')

// A line that is on a plan alone is told by the plan's own name.
const planRow = (subject: Case): DecisionNotice['rows'] => rowFor(subject, 'boundaryPlan', 'Location plan')

const rowFor = (subject: Case, question: string, words: string): DecisionNotice['rows'] => {
  const found = entriesIn(subject).find(({ id, lines }) => id === question && lines.length > 0)
  return found === undefined ? [] : [{ question: words, lines: found.lines }]
}

const sitesOf = (subject: Case): Pick<DecisionNotice, 'sites'> => {
  const outline = entriesIn(subject).find(({ id }) => id === 'siteBoundary')?.outline
  return outline === undefined ? {} : { sites: [{ picture: sitePicture(outline, 'Red line'), colour: outline.colour }] }
}

const entriesIn = ({ record }: Case): readonly Entry[] =>
  record.sections.flatMap(({ parts }) => parts.flatMap((part) => part.entries))

const correctionPart = ({ replaces }: Outcome): readonly NoticePart[] =>
  replaces === undefined
    ? []
    : [{ title: 'Correction', words: [`This notice takes the place of version ${replaces.version}. ${replaces.why}`] }]

const grantedParts = (typed: Typed): readonly NoticePart[] => {
  const items = [...standardItems(typed), ...ownItems(typed)]
  return [
    {
      title: 'Conditions',
      ...(items.length === 0 ? { words: ['This permission has no conditions.'] } : { items }),
    },
  ]
}

const standardItems = (typed: Typed): readonly NoticeItem[] =>
  conditions
    .filter(({ code }) => typed.conditions?.includes(code) === true)
    .map((condition) => itemOf(condition, typed))

const itemOf = ({ words, reason, trigger, slots = {} }: PlanningCondition, typed: Typed): NoticeItem => {
  const filled = Object.keys(slots).reduce((said, name) => said.replace(`((${name}))`, one(typed, slotId(name))), words)
  // Section 100ZA(5): a condition to be met before the work begins needs the applicant's written agreement.
  const agreed = trigger === 'before commencement' ? agreedOn(slots, typed) : []
  return { words: filled, beneath: [`Reason: ${reason}`, `When: ${trigger}.`, ...agreed] }
}

const agreedOn = (slots: NonNullable<PlanningCondition['slots']>, typed: Typed): readonly string[] =>
  Object.keys(slots).map((name) => `The applicant agreed to it in writing: ${one(typed, slotId(name))}.`)

// One a paragraph.
const ownItems = (typed: Typed): readonly NoticeItem[] =>
  paragraphs(one(typed, 'ownConditions')).map((words) => ({ words }))

const refusedParts = ({ reasons }: Outcome): readonly NoticePart[] => [
  {
    title: 'Reasons for refusal',
    items: reasons.flatMap(paragraphs).map((words) => ({ words })),
  },
]

const policiesPart = (typed: Typed): readonly NoticePart[] => {
  const policies = one(typed, 'policies')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
  return policies.length === 0 ? [] : [{ title: 'Policies', words: policies }]
}

const workedTogether: NoticePart = {
  title: 'How we worked with the applicant',
  words: [
    'The council looked for solutions with the applicant, and considered the application in a positive way (Development Management Procedure Order 2015, article 35).',
  ],
}

const informativesPart = (typed: Typed): readonly NoticePart[] => {
  const words = Object.entries(informatives).flatMap(([code, said]) =>
    typed.informatives?.includes(code) === true ? [said] : [],
  )
  return words.length === 0 ? [] : [{ title: 'Notes', words }]
}

const decidedPart = ({ by, proposedBy }: Outcome): NoticePart => ({
  title: 'Who decided',
  words: [proposedBy === undefined ? by : `${by}, on the recommendation of ${proposedBy}`],
})

const appealPart = ({ right }: Outcome): readonly NoticePart[] =>
  right === undefined ? [] : [{ title: 'If you do not agree', words: rightInWords(right) }]

function paragraphs(text: string): readonly string[] {
  return text
    .split(/\r?\n\s*\r?\n/)
    .map((each) => each.trim())
    .filter((each) => each !== '')
}
