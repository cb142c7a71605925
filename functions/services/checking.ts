// What the rules leave to a person is ticked with a reason, and a proposal that goes on without it says why
// (docs/rules/casework.md, "What a person checks").
import type { Case, Role } from '#domain/cases/case.ts'
import { notEvidenced, type Tick, unticked } from '#domain/cases/ticks.ts'
import { type Action, actorName } from '#domain/cases/workflow.ts'
import { choices, longText } from '#domain/forms/ask.ts'
import { one, type Typed } from '#domain/forms/kind.ts'
import type { Question } from '#domain/forms/question.ts'

type Asks = Readonly<Record<string, Question>>
type Checking = { readonly officers: readonly Role[]; readonly from: readonly string[] }

const which = (words: readonly string[], missing: string) =>
  choices(missing, Object.fromEntries(words.map((each, place) => [`point-${place + 1}`, each])), {
    label: 'What it is about',
    for: 'officer',
  })

const chosen = (typed: Typed, words: readonly string[]): readonly string[] =>
  words.filter((_each, place) => typed.points?.includes(`point-${place + 1}`) === true)

const checkMissing = 'Select what you checked'
const checkAsks = (words: readonly string[]): Asks => ({
  points: which(words, checkMissing),
  reason: longText('What you found, and how', {
    most: 1000,
    rows: 4,
    missing: 'Enter what you found, and how',
    hint: 'For example, the register that you looked in and the day.',
    for: 'officer',
  }),
})

const againAsks = (words: readonly string[]): Asks => ({
  points: which(words, 'Select what is to be checked again'),
  reason: longText('Reason', { most: 1000, rows: 4, missing: 'Enter the reason', for: 'officer' }),
})

const ticked = ({ ticks = [] }: Case): readonly string[] => ticks.map(({ words }) => words)

export const checkActions = ({ officers, from }: Checking): readonly Action[] => [
  {
    id: 'check-off',
    label: 'Record what you checked',
    history: 'recorded what they checked',
    ...{ from, to: 'same', who: officers },
    needs: checkAsks([]),
    when: (subject) => unticked(subject).length > 0,
    asks: (subject) => checkAsks(unticked(subject)),
    sets: (typed, subject, today, actor) => {
      const { ticks = [] } = subject
      const said = { on: today, by: actorName(actor), reason: one(typed, 'reason') }
      const fresh: readonly Tick[] = chosen(typed, unticked(subject)).map((words) => ({ words, ...said }))
      return { ticks: [...ticks, ...fresh] }
    },
  },
  {
    id: 'check-again',
    label: 'Take back what was checked',
    history: 'took back what was checked',
    ...{ from, to: 'same', who: officers },
    needs: againAsks([]),
    when: ({ ticks = [] }) => ticks.length > 0,
    asks: (subject) => againAsks(ticked(subject)),
    sets: (typed, subject) => {
      const back = chosen(typed, ticked(subject))
      return { ticks: (subject.ticks ?? []).filter(({ words }) => !back.includes(words)) }
    },
  },
]

// How many things a proposal would pass over.
export const passedOver = (subject: Case): number => unticked(subject).length + notEvidenced(subject).length

const allTheSame = (subject: Case) =>
  longText('Why you go on all the same', {
    most: 2000,
    rows: 4,
    missing: 'Enter why you go on though not everything is checked and evidenced',
    noun: 'Why you go on',
    hint: `${unticked(subject).length} not checked, ${notEvidenced(subject).length} not evidenced. Whoever decides reads this.`,
    for: 'officer',
  })

// A proposal asks for the reason only where it passes something over.
export const sayingSo =
  (questions: Asks): NonNullable<Action['asks']> =>
  (subject) =>
    passedOver(subject) === 0 ? questions : { ...questions, passedOver: allTheSame(subject) }
