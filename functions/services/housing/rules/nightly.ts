// Which applications change tonight, and why (housing 1.6, 1.8): a birthday that moves someone to another room, an award or a leave that ends,
// a release that comes near, a new scheme. Pure: yesterday and today are compared; a person is told and a task is made elsewhere.
import { addDays, ageOn, type Day, inWords } from '#domain/day.ts'
import type { Lookup } from '#domain/forms/condition.ts'
import { assess } from './assess.ts'
import { type Award, judged } from './awards.ts'
import type { Agreed } from './claims.ts'
import { bedroomsIn } from './need-words.ts'
import type { HousingPack } from './packs/housing-pack.ts'
import type { Reduced } from './reductions.ts'
import { onDay } from './table.ts'
import { itemName } from './used.ts'

export type Registered = {
  readonly reference: string
  readonly answers: Lookup
  readonly awards: readonly Award[]
  readonly agreed: Agreed
  readonly reductions?: readonly Reduced[]
}

export type Change = {
  readonly reference: string
  readonly why: ChangeReason
  readonly words: string
  readonly tell: 'officer' | 'officer-and-applicant'
}

type ChangeReason = 'birthday' | 'need' | 'band' | 'award-ends-soon' | 'award-ended' | 'leave-ends' | 'scheme'

export const changesOn = (
  registered: readonly Registered[],
  day: Day,
  packOn: (day: Day) => HousingPack,
): readonly Change[] => registered.flatMap((one) => changesOf(one, day, packOn))

const changesOf = (one: Registered, day: Day, packOn: (day: Day) => HousingPack): readonly Change[] => {
  const [before, after] = [packOn(addDays(day, -1)), packOn(day)]
  const triggers = [...birthdays(one, day, after), ...awardsEnding(one, day, after), ...leaveEnding(one, day)]
  const scheme = before.name === after.name ? [] : [newScheme(one, after)]
  const moved =
    triggers.length === 0 && scheme.length === 0 && !mayMove(one, day) ? [] : compared(one, day, before, after)
  return [...scheme, ...triggers, ...moved]
}

// At these ages the answers mean something else: sharing a room, papers of one's own, a room alone.
const birthdays = (one: Registered, day: Day, pack: HousingPack): readonly Change[] => {
  const ages = new Set([pack.bedrooms.mixedShareUnder.value, 16, pack.bedrooms.adultAge.value])
  const people = [
    { name: 'The applicant', born: one.answers.answer('dateOfBirth') },
    ...one.answers
      .items('people')
      .map((person) => ({ name: itemName(person, 'people'), born: person.answer('dateOfBirth') })),
  ]
  return people.flatMap(({ name, born }) => {
    if (typeof born !== 'string') return []
    const age = ageOn(born, day)
    if (age === ageOn(born, addDays(day, -1)) || !ages.has(age)) return []
    return [{ reference: one.reference, why: 'birthday', words: `${name} is ${age} today.`, tell: 'officer' }]
  })
}

const awardsEnding = (one: Registered, day: Day, pack: HousingPack): readonly Change[] =>
  one.awards
    .flatMap((award) => judged(award, day, pack))
    .flatMap(({ code }): readonly Change[] => {
      if (code.expiresOn === undefined) return []
      const { reference } = one
      if (code.expiresOn === day)
        return [{ reference, why: 'award-ended', words: `The award of ${code.code} ended today.`, tell: 'officer' }]
      if (addDays(code.expiresOn, -pack.awardWarningDays.value) !== day) return []
      const words = `The award of ${code.code} ends on ${inWords(code.expiresOn)}.`
      return [{ reference, why: 'award-ends-soon', words, tell: 'officer' }]
    })

const leaveEnding = (one: Registered, day: Day): readonly Change[] =>
  [one.answers, ...one.answers.items('people')]
    .filter((person) => person.answer('leaveExpires') === day)
    .map(() => ({
      reference: one.reference,
      why: 'leave-ends',
      words: 'Permission to stay ends today. Check eligibility again.',
      tell: 'officer',
    }))

const newScheme = (one: Registered, pack: HousingPack): Change => ({
  reference: one.reference,
  why: 'scheme',
  words: `${pack.source.words} begins today.`,
  tell: 'officer',
})

// Days that change a result without a birthday: a baby who begins to count, a release that comes within reach, a care leaver's 25th.
const mayMove = (one: Registered, day: Day): boolean =>
  ['babyDue', 'releaseDate'].some((question) => one.answers.answer(question) !== undefined) ||
  one.answers.items('people').some((person) => person.answer('babyDue') !== undefined) ||
  String(one.answers.answer('dateOfBirth')).slice(5) === day.slice(5)

const compared = (one: Registered, day: Day, before: HousingPack, after: HousingPack): readonly Change[] => {
  const { reference, awards, agreed } = one
  const known = { awards, agreed, reductions: one.reductions ?? [] }
  const yesterday = assess(onDay(one.answers, addDays(day, -1)), { ...known, today: addDays(day, -1), pack: before })
  const today = assess(onDay(one.answers, day), { ...known, today: day, pack: after })
  const [was, is] = [yesterday.need.value.rooms, today.need.value.rooms]
  const [band, nowBand] = [yesterday.priority.value.band, today.priority.value.band]
  const need: Change = {
    reference,
    why: 'need',
    words: `The household now needs ${bedroomsIn(is)}, not ${was}.`,
    tell: 'officer-and-applicant',
  }
  const moved: Change = { reference, why: 'band', words: `The band would be ${nowBand}, not ${band}.`, tell: 'officer' }
  return [...(was === is ? [] : [need]), ...(band === nowBand ? [] : [moved])]
}
