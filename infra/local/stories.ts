// What happened to each case of the demonstration data: who sent it, how many days ago, and what staff did since. Every state is here.
import type { Typed } from '#domain/forms/kind.ts'

export type Story = {
  readonly persona: string
  readonly daysAgo: number
  // Working days from today to the appointment; the next free day where it is not said.
  readonly meets?: number
  // `days`: how long after the action before it; an hour or so where it is not said.
  readonly actions: readonly { readonly id: string; readonly typed: Typed; readonly days?: number }[]
}

const story = (persona: string, daysAgo: number, ...actions: Story['actions']): Story => ({ persona, daysAgo, actions })

// An appointment on a day of one's own choice: 0 is today, or the last working day before it.
const meeting = (persona: string, meets: number, ...actions: Story['actions']): Story => ({
  ...story(persona, 14 - Math.min(0, meets) * 2, ...actions),
  meets,
})

const act = (id: string, typed: Typed = {}) => ({ id, typed })

const reason = (words: string): Typed => ({ reason: [words] })

const later = (days: number, action: Story['actions'][number]) => ({ ...action, days })

const checking = act('start-checking')
const ask = (...pages: readonly string[]) =>
  act('ask-for-more', {
    pages,
    message: ['Some of the answers do not agree with your documents. Please check them and send them again.'],
  })
// As the rules proposed it.
const allTheSame: Typed = { passedOver: ['Checked by phone; the last documents are promised for this week.'] }
const assess = act('assess', {
  ...reason('Documents checked. The household, the bedrooms and the connection are as the application says.'),
  ...allTheSame,
})

const owns = reason('The home that they own meets their needs.')
const proposeRefusal = act('propose-refusal', owns)
const refuse = [proposeRefusal, act('refuse', owns)]
const unanswered = reason('They answered no letter and no call since they left prison.')
const askReview = act('ask-review-for-them', { why: ['The home is let to their brother, and they cannot live in it.'] })
const upheld = act('uphold', reason('The lease to the brother ends in spring, and the home is theirs to live in.'))

const noEnd: Typed = { 'until-day': [''], 'until-month': [''], 'until-year': [''] }
const exceptional = act('award-exceptional', {
  code: ['A-EXC'],
  ...reason('They were threatened with violence and cannot stay.'),
  proof: ['Letter of the police.'],
  ...noEnd,
})
const medical = act('award', {
  code: ['B-MED'],
  ...reason('The stairs are dangerous for the child, who uses a wheelchair.'),
  proof: ['Letter of an occupational therapist.'],
  ...noEnd,
})

const validating = act('start-validating')
const fee = act('record-fee', { feeAmount: ['528'], feeHow: ['online'] })
const valid = act('validate', { ...reason('The last document came on this day.'), ...allTheSame })
const notices = act('record-notices')
const recommend = (decision: string) =>
  act('recommend', { decision: [decision], ...reason('Assessed against the local plan and the comments received.') })

const northPoint = act('invalidate', {
  pages: ['documents'],
  message: ['The location plan has no north point. Please send it again.'],
})
const incomplete = reason('No location plan with a north point came, and we asked for one twice.')
const returning = act('propose-return', incomplete)

const gateway = act('record-gateway', {
  officerName: ['Head of planning'],
  officerAgrees: ['yes'],
  memberName: ['Chair of the northern planning committee'],
  memberAgrees: ['yes'],
  criterion: ['a'],
  reasons: ['The hall would serve four parishes, and the site is the last open land beside the old railway.'],
})

const understood = (words: string) => act('acknowledge', { understood: [words] })
const noAnswer = understood('Your application was not looked at for four months, and nobody answered your messages.')
const overheard = understood('An officer spoke about private things where others could hear.')
const heating = understood('Your heating was off for a winter, and nobody came though you called each week.')
const upholds = (words: string) => ({ found: ['upheld'], reason: [words] })
const putsRight = (words: string, pays: string) =>
  act('answer-and-remedy', {
    ...upholds(words),
    ...{ remedy: ['An apology in writing, and the payment'], pays: [pays], doer: ['Housing manager'] },
  })
const notFound = act('answer', { found: ['not'], reason: ['We wrote on each of the days that you name.'] })
const again = later(6, act('ask-stage-2-for-them', { why: ['The letters went to an old address.'] }))
const answeredAgain = later(15, act('answer-2', { found: ['not'], reason: ['The address was the one that you gave.'] }))
const ombudsman = later(20, act('to-ombudsman', { which: ['local'], theirs: ['26 001 234'] }))
const ticked = later(5, act('tick-remedy', { which: ['remedy-1'], how: ['Paid, and the letter went.'] }))

export const stories: readonly Story[] = [
  story('complaints-no-answer', 0),
  story('complaints-nothing-safe', 4, overheard),
  story('complaints-helper', 16, heating, later(9, putsRight('The contractor did not come.', '300'))),
  story('complaints-no-answer', 30, noAnswer, later(8, notFound)),
  story('complaints-no-answer', 34, noAnswer, later(8, notFound), again),
  story('complaints-no-answer', 75, noAnswer, later(8, notFound), again, answeredAgain, ombudsman),
  story('complaints-helper', 60, heating, later(9, putsRight('Nobody came for weeks.', '450')), ticked, act('close')),
  story('housing-single-renter', 0),
  story('housing-couple-overcrowded', 1),
  story('housing-young-parent', 2),
  story('housing-care-leaver', 3, checking),
  story('housing-pre-settled', 6, checking),
  story('housing-rough-sleeper', 4, checking, ask('about-you/name')),
  story('housing-single-renter', 8, checking, assess),
  story('housing-couple-overcrowded', 12, checking, assess, act('approve')),
  story(
    'housing-young-parent',
    60,
    checking,
    assess,
    act('approve'),
    act('reassess', { changes: ['They wrote that a child has moved out.'] }),
  ),
  story(
    'housing-single-renter',
    84,
    checking,
    assess,
    act('approve'),
    act('reassess', { changes: ['They wrote that they were threatened at home.'] }),
    exceptional,
    assess,
    act('approve'),
  ),
  story('housing-two-bedrooms-short', 30, checking, medical),
  story('housing-owner', 15, checking, ...refuse),
  story('housing-owner', 9, checking, proposeRefusal),
  story('housing-owner', 45, checking, ...refuse, later(12, askReview)),
  story('housing-owner', 70, checking, ...refuse, later(12, askReview), later(20, upheld)),
  story('housing-leaving-prison', 20, act('propose-cancel', unanswered), act('cancel', unanswered)),
  story('housing-leaving-prison', 6, act('propose-cancel', unanswered)),
  story('housing-helper', 18, act('withdraw-for-them', reason('By phone: they found a home of their own.'))),
  story('housing-fleeing-abuse', 1),
  story('housing-helper', 35, checking),
  story('housing-young-parent', 40, checking, ask('about-you/name', 'people')),
  story('planning-householder', 0),
  story('planning-agent-three-homes', 2),
  story('planning-community-hall', 3, validating, fee),
  story('planning-listed-cottage', 9, validating, valid, notices),
  story('planning-outline-homes', 2),
  story('planning-farm-glasshouse', 5, validating, fee, valid),
  story('planning-unknown-lane-owner', 7, validating, northPoint),
  story('planning-retrospective', 30, validating, valid, notices, later(23, recommend('refuse'))),
  story('planning-householder', 45, validating, valid, notices, later(27, recommend('grant')), later(3, act('grant'))),
  story(
    'planning-householder',
    50,
    validating,
    valid,
    notices,
    later(27, recommend('refuse')),
    later(3, act('refuse', reason('Loss of light to the neighbouring house.'))),
  ),
  story(
    'planning-community-hall',
    41,
    validating,
    valid,
    notices,
    later(27, recommend('grant')),
    gateway,
    act('to-committee'),
  ),
  story('planning-agent-three-homes', 36, act('withdraw-for-them', reason('The agent asked us to by email.'))),
  story('planning-unknown-lane-owner', 40, validating, northPoint, later(25, returning)),
  story('planning-unknown-lane-owner', 60, validating, northPoint, later(25, returning), act('return', incomplete)),
  story('bookings-office-step-free', 1),
  story('bookings-phone-interpreter', 2),
  story('bookings-blue-badge', 0),
  ...['bookings-office-step-free', 'bookings-blue-badge', 'bookings-office-step-free'].map((who) => meeting(who, 0)),
  meeting('bookings-blue-badge', 0, act('check-in')),
  meeting(
    'bookings-office-step-free',
    -1,
    act('check-in'),
    act('complete', { outcome: ['Advice given, and a form to take home.'] }),
  ),
  meeting('bookings-phone-interpreter', -10, act('no-show', { tried: ['phoned'] })),
  story('bookings-waiting', 0),
  story(
    'bookings-video-not-safe-to-text',
    4,
    act('cancel-for-us', { ...reason('The officer is away.'), othersMayHaveIt: ['no'] }),
  ),
]
