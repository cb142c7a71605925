// The next day on which the date alone may change an application: the days that rules/nightly.ts compares, told ahead, so that the night
// visits an application then and not before.
import type { Decision } from '#domain/cases/case.ts'
import { addDays, addYears, ageOn, type Day } from '#domain/day.ts'
import type { Lookup } from '#domain/forms/condition.ts'
import { judged } from './banding/awards.ts'
import { knownOf } from './known.ts'
import { agesThatMatter } from './nightly.ts'
import type { HousingPack } from './packs/housing-pack.ts'
import { housingPackOn, housingPacks } from './packs/housing-packs.ts'

export const housingNextNight = (answers: Lookup, today: Day, decisions: readonly Decision[]): Day | undefined => {
  const pack = housingPackOn(today)
  return [
    ...birthdays(answers, today, pack),
    ...awardDays(decisions, today, pack),
    ...daysOfForm(answers, today, pack),
    ...housingPacks.map(({ validFrom }) => validFrom),
  ]
    .filter((day) => day > today)
    .toSorted()[0]
}

const everybody = (answers: Lookup): readonly Lookup[] => [answers, ...answers.items('people')]

// Of the applicant each one, as a rule may ask how old they are; of others the ages at which the answers mean something else.
const birthdays = (answers: Lookup, today: Day, pack: HousingPack): readonly Day[] =>
  everybody(answers).flatMap((person, index) => {
    const born = person.answer('dateOfBirth')
    if (typeof born !== 'string') return []
    const next = ageOn(born, today) + 1
    const ages = [...agesThatMatter(pack), ...(index === 0 ? [next] : [])]
    return ages.map((age) => birthday(born, age))
  })

// Of 29 February it is 1 March in other years, as ageOn has it.
const birthday = (born: Day, age: number): Day => {
  const day = addYears(born, age)
  return ageOn(born, day) < age ? addDays(day, 1) : day
}

// Of awards and of rooms that were agreed.
const awardDays = (decisions: readonly Decision[], today: Day, pack: HousingPack): readonly Day[] => {
  const { awards = [], agreed = [] } = knownOf({ decisions })
  const ends = [
    ...awards.flatMap((award) => judged(award, today, pack)).map(({ code }) => code.expiresOn),
    ...agreed.map(({ until }) => until),
  ]
  return ends.flatMap((day) => (day === undefined ? [] : [day, addDays(day, -pack.awardWarningDays.value)]))
}

// A child who is expected and a release that comes near change the result on days that other rules count to: until then each night is one.
const daysOfForm = (answers: Lookup, today: Day, pack: HousingPack): readonly Day[] => {
  const said = (question: string): readonly Day[] =>
    everybody(answers).flatMap((person) => {
      const day = person.answer(question)
      return typeof day === 'string' ? [day] : []
    })
  const coming = [...said('babyDue'), ...said('releaseDate')].some((day) => day >= today)
  return [
    ...said('leaveExpires'),
    ...said('leaveBy').map((day) => addDays(day, -pack.noticeDays.value)),
    ...(coming ? [addDays(today, 1)] : []),
  ]
}
