// Which applications change tonight, and why (docs/rules/housing.md, "Birthdays"): a birthday that
// moves someone to another room, an award or a leave that ends,
// a release that comes near, a new scheme. Pure: two days are compared; a person is told and a task is made elsewhere.
import { addDays, ageOn, type Day, inWords } from '#domain/day.ts'
import type { Lookup } from '#domain/forms/condition.ts'
import type { Nights } from '../../service.ts'
import { assess } from './assess.ts'
import { type Award, judged } from './banding/awards.ts'
import type { Reduced } from './banding/reductions.ts'
import type { Agreed } from './bedrooms/claims.ts'
import { agreedWords, bedroomsIn } from './bedrooms/need-words.ts'
import { onDay } from './ground/table.ts'
import { itemName } from './ground/used.ts'
import type { HousingPack } from './packs/housing-pack.ts'

export type Registered = {
  readonly reference: string
  readonly answers: Lookup
  readonly awards: readonly Award[]
  readonly agreed: Agreed
  readonly reductions?: readonly Reduced[]
}

type Change = {
  readonly reference: string
  readonly why: ChangeReason
  readonly words: string
  readonly tell: 'officer' | 'officer-and-applicant'
}

type ChangeReason =
  | 'birthday'
  | 'need'
  | 'band'
  | 'award-ends-soon'
  | 'award-ended'
  | 'room-ends-soon'
  | 'room-ended'
  | 'leave-ends'
  | 'notice'
  | 'scheme'

// Between two days, the first left out: nights that were missed are made up for, and a day looked at twice gives nothing the second time.
export const changesSince = (one: Registered, { since, today }: Nights, packOn: PackOn): readonly Change[] => {
  const days = { since, today }
  const [before, after] = [packOn(since), packOn(today)]
  const triggers = [
    ...birthdays(one, days, after),
    ...awardsEnding(one, days, after),
    ...roomsEnding(one, days, after),
    ...daysOfForm(one, days, after),
  ]
  const scheme = before.name === after.name ? [] : [newScheme(one, after, today)]
  const moved = triggers.length === 0 && scheme.length === 0 && !mayMove(one, days) ? [] : compared(one, days, packOn)
  return [...scheme, ...triggers, ...moved]
}

type PackOn = (day: Day) => HousingPack

const isIn = (day: unknown, { since, today }: Nights): day is Day =>
  typeof day === 'string' && since < day && day <= today

// "today", or which day it was.
const whenIn = (day: Day, today: Day): string => (day === today ? 'today' : `on ${inWords(day)}`)

const birthdays = (one: Registered, { since, today }: Nights, pack: HousingPack): readonly Change[] => {
  const people = [
    { name: 'The applicant', born: one.answers.answer('dateOfBirth') },
    ...one.answers.items('people').map((person) => ({
      name: itemName(person, 'people'),
      born: person.answer('dateOfBirth'),
    })),
  ]
  return people.flatMap(({ name, born }) => {
    if (typeof born !== 'string') return []
    return agesThatMatter(pack)
      .filter((age) => ageOn(born, since) < age && age <= ageOn(born, today))
      .map((age): Change => {
        const isToday = ageOn(born, addDays(today, -1)) < age
        const words = isToday ? `${name} is ${age} today.` : `${name} has become ${age}.`
        return { reference: one.reference, why: 'birthday', words, tell: 'officer' }
      })
  })
}

// At these ages the answers mean something else: sharing a room, papers of one's own, a room alone. At 18 nobody shares the care of a child,
// so an officer asks where the home is, and whoever applies holds a tenancy without a guarantor. Whether either was so is asked of
// nobody of 18, so the answers do not tell any more: it matters for everybody.
export const agesThatMatter = ({ bedrooms }: HousingPack): readonly number[] => [
  ...new Set([bedrooms.mixedShareUnder.value, 16, 18, bedrooms.adultAge.value]),
]

const awardsEnding = (one: Registered, days: Nights, pack: HousingPack): readonly Change[] =>
  one.awards
    .flatMap((award) => judged(award, days.today, pack))
    .flatMap(({ code: { expiresOn }, rule }): readonly Change[] => {
      if (expiresOn === undefined) return []
      const [{ reference }, said] = [one, rule.words]
      if (isIn(expiresOn, days)) {
        const words = `An award ended ${whenIn(expiresOn, days.today)}. It was for: ${said}`
        return [{ reference, why: 'award-ended', words, tell: 'officer' }]
      }
      if (!isIn(addDays(expiresOn, -pack.awardWarningDays.value), days)) return []
      const words = `An award ends on ${inWords(expiresOn)}. It is for: ${said}`
      return [{ reference, why: 'award-ends-soon', words, tell: 'officer' }]
    })

// An officer agrees again, or the household needs a room less.
const roomsEnding = (one: Registered, days: Nights, pack: HousingPack): readonly Change[] =>
  one.agreed.flatMap(({ code, who, until }): readonly Change[] => {
    const { reference } = one
    const said = agreedWords({ code, who })
    if (until === undefined) return []
    if (isIn(until, days)) {
      const words = `What was agreed ended ${whenIn(until, days.today)}: ${said}.`
      return [{ reference, why: 'room-ended', words, tell: 'officer' }]
    }
    if (!isIn(addDays(until, -pack.awardWarningDays.value), days)) return []
    const words = `What was agreed ends on ${inWords(until)}: ${said}.`
    return [{ reference, why: 'room-ends-soon', words, tell: 'officer' }]
  })

// Days that the form asks for and an officer acts on: permission to stay that ends, a home that must be left within the law's days.
const daysOfForm = ({ reference, answers }: Registered, days: Nights, pack: HousingPack): readonly Change[] => {
  const leave = [answers, ...answers.items('people')]
    .map((person) => person.answer('leaveExpires'))
    .filter((day) => isIn(day, days))
    .map((day): Change => {
      const words = `Permission to stay ${day === days.today ? 'ends today' : `ended on ${inWords(day)}`}. Check eligibility again.`
      return { reference, why: 'leave-ends', words, tell: 'officer' }
    })
  const leaveBy = answers.answer('toldToLeave') === 'yes' ? answers.answer('leaveBy') : undefined
  if (typeof leaveBy !== 'string' || !isIn(addDays(leaveBy, -pack.noticeDays.value), days)) return leave
  const words = `The household must leave its home by ${inWords(leaveBy)}. Offer help to keep it, or to find another.`
  return [...leave, { reference, why: 'notice', words, tell: 'officer' }]
}

const newScheme = (one: Registered, pack: HousingPack, today: Day): Change => ({
  reference: one.reference,
  why: 'scheme',
  words: `${pack.source.words} ${pack.validFrom === today ? 'begins today' : `began on ${inWords(pack.validFrom)}`}.`,
  tell: 'officer',
})

// Days that change a result without a birthday: a baby who begins to count, a release that comes within reach, a care leaver's 25th.
const mayMove = (one: Registered, { since, today }: Nights): boolean => {
  const born = one.answers.answer('dateOfBirth')
  return (
    ['babyDue', 'releaseDate'].some((question) => one.answers.answer(question) !== undefined) ||
    one.answers.items('people').some((person) => person.answer('babyDue') !== undefined) ||
    (typeof born === 'string' && ageOn(born, since) !== ageOn(born, today))
  )
}

const compared = (one: Registered, days: Nights, packOn: PackOn): readonly Change[] => {
  const { reference, awards, agreed } = one
  const known = { awards, agreed, reductions: one.reductions ?? [] }
  const on = (day: Day) => assess(onDay(one.answers, day), { ...known, today: day, pack: packOn(day) })
  const [then, now] = [on(days.since), on(days.today)]
  const [was, is] = [then.need.value.rooms, now.need.value.rooms]
  const [band, nowBand] = [then.priority.value.band, now.priority.value.band]
  const need: Change = {
    reference,
    why: 'need',
    words: `The household now needs ${bedroomsIn(is)}, not ${was}.`,
    tell: 'officer-and-applicant',
  }
  const called = (id: string, day: Day): string => packOn(day).bands.find((one) => one.id === id)?.label ?? id
  const words = `The band would be ${called(nowBand, days.today)}, not ${called(band, days.since)}.`
  const moved: Change = { reference, why: 'band', words, tell: 'officer' }
  return [...(was === is ? [] : [need]), ...(band === nowBand ? [] : [moved])]
}
