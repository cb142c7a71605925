// Standard conditions and informatives (docs/rules/planning.md, "Decision notice"). Dated data of this council: to confirm. What stands in
// double brackets is a slot that the officer fills; a condition whose slot is empty is not issued.
import { small } from '#domain/first-letter.ts'
import { text } from '#domain/forms/ask.ts'
import type { Options, Reveals } from '#domain/forms/question.ts'

export type Trigger = 'time limit' | 'compliance' | 'before commencement' | 'above ground' | 'occupation' | 'ongoing'

export type PlanningCondition = {
  readonly code: string
  readonly title: string
  readonly words: string
  readonly reason: string
  readonly trigger: Trigger
  // By its name in `words`: what the officer is asked for.
  readonly slots?: Readonly<Record<string, string>>
}

export const conditions: readonly PlanningCondition[] = [
  {
    code: 'TIME',
    title: 'Begin within three years',
    words: 'The development must be begun within three years of the date of this notice.',
    reason: 'Section 91 of the Town and Country Planning Act 1990 requires it.',
    trigger: 'time limit',
  },
  {
    code: 'PLANS',
    title: 'In line with the approved plans',
    words: 'The development must be carried out as shown on these approved plans: ((plans)).',
    reason: 'So that it is certain what is permitted.',
    trigger: 'compliance',
    slots: { plans: 'Numbers and revisions of the approved plans' },
  },
  {
    code: 'MATCH',
    title: 'Materials that match',
    words: 'The outside materials must match those of the existing building in colour and texture.',
    reason: 'To protect the appearance of the building and its surroundings.',
    trigger: 'compliance',
  },
  {
    code: 'SAMPLES',
    title: 'Samples of materials',
    words: 'No work above ground may begin until the council has approved samples of ((materials)) in writing.',
    reason: 'To protect the appearance of the area.',
    trigger: 'above ground',
    slots: { materials: 'Materials of which samples are wanted' },
  },
  {
    code: 'TREES',
    title: 'Protection of trees',
    words: 'Before any work begins, trees must be fenced off as BS 5837:2012 describes, and stay so until it ends.',
    reason: 'To protect trees that matter to the area.',
    trigger: 'before commencement',
    slots: { treesAgreed: 'Day on which the applicant agreed to this in writing' },
  },
  {
    code: 'GLASS',
    title: 'Obscured glass',
    words: 'The window in ((window)) must have obscured glass before the building is used, and keep it.',
    reason: 'To protect the privacy of neighbours.',
    trigger: 'occupation',
    slots: { window: 'Which window' },
  },
  {
    code: 'HOURS',
    title: 'Hours of building work',
    words: 'Building work must take place only from 8am to 6pm on Monday to Friday and 8am to 1pm on Saturday.',
    reason: 'To protect the living conditions of neighbours.',
    trigger: 'ongoing',
  },
]

export const informatives: Readonly<Record<string, string>> = {
  BUILDING: 'This is not approval under the Building Regulations. You may need that as well.',
  CIL: 'You may have to pay the Community Infrastructure Levy. Do not start before you have told us.',
  BNG: 'Unless an exemption applies, a biodiversity gain plan must be approved before you start.',
  WALL: 'The Party Wall etc. Act 1996 may ask you to tell your neighbours before you build.',
}

// Under each condition with a slot stands the question for it.
export const conditionOptions: Options = Object.fromEntries(
  conditions.map(({ code, title, words, slots }) => [
    code,
    { label: title, hint: words, ...(slots === undefined ? {} : { reveals: asked(slots) }) },
  ]),
)

function asked(slots: Readonly<Record<string, string>>): Reveals {
  return Object.fromEntries(
    Object.entries(slots).map(([name, label]) => [
      slotId(name),
      text(label, { most: 300, missing: `Enter ${small(label)}`, for: 'notice' }),
    ]),
  )
}

export function slotId(name: string): string {
  return `slot-${name}`
}
