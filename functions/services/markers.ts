// Markers, the same for every service: proposed by one, decided by a manager, ended with a reason.
import type { Case, Role } from '#domain/cases/case.ts'
import { isMarkerKind, latestReview, type Marker, markersOn, markerWords } from '#domain/cases/desk/markers.ts'
import { type Action, actorName, type Workflow } from '#domain/cases/workflow.ts'
import { type Day, inWords } from '#domain/day.ts'
import { choice, date, longText } from '#domain/forms/ask.ts'
import { answerOf } from '#domain/forms/fields/index.ts'
import { one, type Problem, type Typed } from '#domain/forms/kind.ts'
import type { Question } from '#domain/forms/question.ts'

/** The workflow with what staff do about markers in every one of its states. */
export const withMarkers = (workflow: Workflow, officers: readonly Role[]): Workflow => ({
  ...workflow,
  actions: [...workflow.actions, ...markerActions(Object.keys(workflow.states), officers)],
})

type Asks = Readonly<Record<string, Question>>

const proposes: Asks = {
  kind: choice('Select what staff must know', markerWords, { label: 'What staff must know', for: 'officer' }),
  basis: longText('What it rests on', {
    most: 2000,
    rows: 5,
    missing: 'Enter what it rests on',
    hint: 'What happened, on which day, and who saw it. Facts, not opinions: the person can ask to read this.',
    sensitive: true,
    for: 'officer',
  }),
}

const decides: Asks = {
  reviewOn: date('Day to look at it again', {
    must: 'future',
    missing: 'Enter the day to look at it again',
    hint: 'Within 12 months. From then on the marker is not shown.',
    for: 'officer',
  }),
  told: longText('How the person is told, or why not', {
    most: 1000,
    rows: 3,
    missing: 'Enter how the person is told, or why they are not',
    hint: 'They can ask us to look at it again. Do not tell them only where that would put somebody at risk.',
    sensitive: true,
    for: 'officer',
  }),
}

const reason = longText('Reason', { most: 1000, rows: 3, missing: 'Enter the reason', for: 'officer' })

const manager: readonly Role[] = ['team-manager']

type Hands = Pick<Action, 'from' | 'to' | 'who'>

const markerActions = (from: readonly string[], officers: readonly Role[]): readonly Action[] => {
  const decided = { from, to: 'same', who: manager }
  return [proposal({ ...decided, who: officers }), confirmation(decided), refusal(decided), ending(decided)]
}

const proposal = (hands: Hands): Action => ({
  id: 'propose-marker',
  label: 'Propose a marker for the safety of staff',
  history: 'proposed a marker for the safety of staff',
  ...hands,
  needs: proposes,
  when: ({ markerProposed }) => markerProposed === undefined,
  sets: (typed, _subject, today, actor) => {
    const kind = one(typed, 'kind')
    if (!isMarkerKind(kind)) return {}
    return { markerProposed: { kind, basis: one(typed, 'basis'), on: today, by: actorName(actor) } }
  },
})

const confirmation = (hands: Hands): Action => ({
  id: 'confirm-marker',
  label: 'Decide on the marker that was proposed',
  history: 'put a marker on the case',
  ...{ ...hands, needs: decides, notBy: 'propose-marker' },
  when: ({ markerProposed }) => markerProposed !== undefined,
  asks: ({ markerProposed }) => ({ ...agreed(markerProposed), ...decides }),
  checks: withinYear,
  sets: (typed, subject, today, actor) => confirmed(typed, subject, today, actorName(actor)),
})

const refusal = (hands: Hands): Action => ({
  id: 'decline-marker',
  label: 'Do not put the marker on that was proposed',
  history: 'did not put the marker on that was proposed',
  ...{ ...hands, needs: { reason }, notBy: 'propose-marker' },
  when: ({ markerProposed }) => markerProposed !== undefined,
  sets: () => ({ markerProposed: undefined }),
})

const ending = (hands: Hands): Action => ({
  id: 'end-marker',
  label: 'End a marker',
  history: 'ended a marker',
  ...{ ...hands, needs: { which: whichOf([]), reason } },
  when: (subject, today) => markersOn(subject, today).length > 0,
  asks: (subject, today) => ({ which: whichOf(markersOn(subject, today)), reason }),
  sets: (typed, subject, today, actor) => ({ markers: ended(typed, subject, today, actorName(actor)) }),
})

// What was proposed stands in the question itself.
const agreed = (proposed: Case['markerProposed']): Asks =>
  proposed === undefined
    ? {}
    : {
        agree: choice(
          'Select that you read what it rests on',
          { yes: { label: markerWords[proposed.kind], hint: proposed.basis } },
          { label: `Proposed by ${proposed.by} on ${inWords(proposed.on)}`, sensitive: true, for: 'officer' },
        ),
      }

const withinYear = (typed: Typed, _subject: Case, today: Day): readonly Problem[] => {
  const on = reviewIn(typed, today)
  return on === undefined || on <= latestReview(today)
    ? []
    : [{ field: 'reviewOn', words: `Day to look at it again must be ${inWords(latestReview(today))} or before` }]
}

const anyDay = date('Date')

const reviewIn = (typed: Typed, today: Day): Day | undefined => {
  const on = answerOf(typed, 'reviewOn', anyDay, today)
  return typeof on === 'string' ? on : undefined
}

const confirmed = (typed: Typed, { markers = [], markerProposed }: Case, today: Day, by: string) => {
  const reviewOn = reviewIn(typed, today)
  if (markerProposed === undefined || reviewOn === undefined) return {}
  const marker = { ...markerProposed, decidedBy: by, decidedOn: today, reviewOn, told: one(typed, 'told') }
  return { markers: [...markers, marker], markerProposed: undefined }
}

const named = ({ kind, on }: Marker): string => `${markerWords[kind]}, since ${inWords(on)}`

const whichOf = (markers: readonly Marker[]) =>
  choice(
    'Select which marker ends',
    Object.fromEntries(markers.map((marker, at) => [`marker-${at + 1}`, named(marker)])),
    {
      label: 'Which marker',
      for: 'officer',
    },
  )

const ended = (typed: Typed, subject: Case, on: Day, by: string): readonly Marker[] => {
  const { markers = [] } = subject
  const chosen = markersOn(subject, on).find((_marker, at) => one(typed, 'which') === `marker-${at + 1}`)
  return markers.map((marker) =>
    marker === chosen ? { ...marker, ended: { on, by, reason: one(typed, 'reason') } } : marker,
  )
}
