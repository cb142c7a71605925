// Plain answers to the housing form, for rules that read answers without walking the form; and what a rule read of them.
import type { Lookup } from '#domain/forms/condition.ts'

type Given = Readonly<Record<string, unknown>>
type Lists = Readonly<Record<string, readonly Given[]>>

export const testDay = '2026-11-23'

export const answers = (given: Given, lists: Lists = {}, today = testDay): Lookup => {
  const outside: Lookup = { answer: (question) => given[question], items: (section) => items(section), today }
  const items = (section: string): readonly Lookup[] =>
    (lists[section] ?? []).map((item) => ({
      answer: (question) => (questionsOfLists.has(question) ? item[question] : (item[question] ?? given[question])),
      items,
      outside,
      today,
    }))
  return outside
}

// Asked of the applicant and of each person: an item's own silence is not the applicant's answer.
const questionsOfLists = new Set([
  ...['firstName', 'lastName', 'dateOfBirth', 'sex', 'pregnant', 'babyDue', 'hasHealthNeed', 'needsOwnRoom'],
  ...['guarantor', 'guarantorName'],
  ...['overnightCarer', 'carerNights', 'citizenship', 'livedAbroad', 'cameToUk', 'mainHome', 'immigrationStatus'],
  ...['sponsored', 'undertakingDate', 'sponsorAlive', 'noPublicFunds', 'leaveExpires', 'niNumber', 'otherNames'],
  ...['employment', 'grossPay', 'benefits', 'benefitIncome', 'pensionIncome', 'otherIncome', 'savings', 'investments'],
])

export const british = { firstName: 'Ada', lastName: 'Okoro', citizenship: 'british', livedAbroad: 'no', sex: 'female' }

export const livedHereSince = (movedIn: string): Given => ({
  placeKind: 'home',
  councilArea: 'dorset',
  movedIn,
  livesHereNow: 'yes',
})

// Every question that was asked for, as 'question' or 'section/question'.
export const watched = (lookup: Lookup, seen: Set<string>, section?: string): Lookup => ({
  answer: (question) => {
    seen.add(section === undefined ? question : `${section}/${question}`)
    return lookup.answer(question)
  },
  items: (name) => lookup.items(name).map((item) => watched(item, seen, name)),
  today: lookup.today,
})
