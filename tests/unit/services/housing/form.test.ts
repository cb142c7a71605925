// The rules between answers of the housing form (docs/rules/housing.md, "Rules between answers").
import { describe, expect, it } from 'vitest'
import { addDays } from '#domain/day.ts'
import { journey } from '#domain/forms/answered/journey.ts'
import type { ItemAnswers } from '#domain/forms/form.ts'
import type { Typed } from '#domain/forms/kind.ts'
import { housingForm } from '#services/housing/form/form.ts'
import { addressHistoryDoubts, addressHistoryProblem } from '#services/housing/form/home/address-history-cover.ts'
import { peopleProblem } from '#services/housing/form/people/people-rules.ts'

const today = '2026-11-23'

const items = (all: readonly Readonly<Record<string, unknown>>[]): readonly ItemAnswers[] =>
  all.map((given, index) => ({ item: String(index + 1), answer: (id) => given[id] }))

const walked = (pages: Readonly<Record<string, Typed>>, lists: Readonly<Record<string, readonly string[]>> = {}) =>
  journey(housingForm, { pages, items: lists }, today)

const day = (id: string, date: string): Typed => {
  const [year = '', month = '', of = ''] = date.split('-')
  return { [`${id}-day`]: [of], [`${id}-month`]: [month], [`${id}-year`]: [year] }
}

describe('The list of people', () => {
  const child = { firstName: 'Only', lastName: 'Child', dateOfBirth: '2016-03-02' }
  const nobody = () => undefined
  const problem = (people: readonly Readonly<Record<string, unknown>>[], applicant = nobody) =>
    peopleProblem(items(people), today, applicant)
  it('takes two people with one name, or one birthday', () => {
    expect(problem([child, { ...child, dateOfBirth: '2016-03-03' }])).toBeUndefined()
    expect(problem([child, { ...child, firstName: 'Other' }])).toBeUndefined()
  })
  it('refuses one person twice, however the name is written', () => {
    expect(problem([child, { ...child, firstName: 'ONLY' }])).toBe(
      'ONLY Child is in the list twice with the same date of birth. Remove one of them, or change the name or date of birth',
    )
  })
  it('refuses the applicant', () => {
    const self: Readonly<Record<string, unknown>> = child
    expect(peopleProblem(items([child]), today, (id) => self[id])).toBe(
      'Only Child has your name and date of birth. Do not add yourself: remove them, or change the name or date of birth',
    )
  })
  it('refuses a second partner', () => {
    const partner = { ...child, relationship: 'partner' }
    expect(problem([partner, { ...partner, firstName: 'Other' }])).toBe(
      'Only one person can be your partner. Change how Other Child is related to you',
    )
  })
})

describe('A child’s date of birth', () => {
  const exitAt = (born: string, relationship = 'child') => {
    const walk = walked(
      {
        'about-you/date-of-birth': day('dateOfBirth', '1990-06-15'),
        'about-you/household': { othersMove: ['yes'] },
        'people/1/date-of-birth': day('dateOfBirth', born),
        'people/1/relationship': { relationship: [relationship] },
      },
      { people: ['1'] },
    )
    const step = walk.find('people/1/name')
    return step === undefined ? undefined : walk.exitAt(step)?.id
  }
  it.each([
    ['2002-06-15', undefined],
    ['2002-06-14', 'close-in-age'],
    ['1980-01-01', 'close-in-age'],
  ])('of %s is asked about: %s', (born, exit) => {
    expect(exitAt(born)).toBe(exit)
  })
  it('is not asked about for anybody else', () => {
    expect(exitAt('1985-01-01', 'sibling')).toBeUndefined()
  })
})

describe('The address history', () => {
  const now = { movedIn: '2024-01-10', livesHereNow: 'yes' }
  const until = (left: string, more = {}) => ({ movedIn: '2015-01-01', livesHereNow: 'no', movedOut: left, ...more })
  const problem = (...all: readonly Readonly<Record<string, unknown>>[]) => addressHistoryProblem(items(all), today)
  it('may have a gap of 31 days, and not of 32', () => {
    expect(problem(now, until(addDays('2024-01-10', -31)))).toBeUndefined()
    expect(problem(now, until(addDays('2024-01-10', -32)))).toBe(
      'Add where you lived from 9 December 2023 to 10 January 2024, or explain this gap in the address that you moved to on 10 January 2024',
    )
  })
  it('may have a longer gap that is explained', () => {
    expect(problem({ ...now, gapBefore: 'yes' }, until('2023-06-01'))).toBeUndefined()
  })
  it('covers five years, to the day that is still lived at', () => {
    expect(problem({ movedIn: '2021-12-24', livesHereNow: 'yes' })).toBeUndefined()
    expect(problem({ movedIn: '2021-12-25', livesHereNow: 'yes' })).toContain(
      'from 23 November 2021 to 25 December 2021',
    )
    expect(problem(until('2026-11-01'))).toBe('Add the address where you live now, or where you are staying')
  })
  it('is asked of a joint applicant who lived elsewhere, and not of one who did not', () => {
    const mine = { movedIn: '2015-01-01', livesHereNow: 'yes', livedHere: ['applicant'] }
    expect(problem(mine)).toBe('Add the address where the joint applicant lives now, or is staying')
    expect(problem(mine, { ...now, livedHere: ['joint'] })).toContain('Add where the joint applicant lived from')
    expect(problem({ ...mine, livedHere: ['applicant', 'joint'] })).toBeUndefined()
  })
  it('says when two addresses are for the same time, and does not stop for it', () => {
    const overlap = [now, until('2024-06-30')]
    expect(addressHistoryDoubts(items(overlap), today)).toEqual([
      'You have told us about two addresses for 10 January 2024 to 30 June 2024. Check the dates. If they are right, leave them as they are.',
    ])
    expect(problem(...overlap)).toBeUndefined()
    const stay = { movedIn: '2025-02-01', livesHereNow: 'no', movedOut: '2025-02-20', placeKind: 'hospital' }
    expect(addressHistoryDoubts(items([{ ...now, movedIn: '2015-01-01' }, stay]), today)).toEqual([])
  })
})

describe('A way to contact the applicant', () => {
  const askedFor: Readonly<Record<string, string>> = {
    text: 'mobile',
    phone: 'phone',
    email: 'email',
    post: 'postTo',
    none: 'contactVia',
  }
  it.each(Object.entries(askedFor))('that is safe (%s) is asked for, and no other', (way, question) => {
    const walk = walked({ 'before/safe-contact': { safeWays: [way] } })
    const steps = walk.sections.flatMap(walk.steps).flatMap((step) => (step.is === 'page' ? [step] : []))
    const found = Object.values(askedFor).filter((id) => steps.some(({ page }) => Object.hasOwn(page.questions, id)))
    expect(found).toEqual([question])
    const step = steps.find(({ page }) => Object.hasOwn(page.questions, question))
    expect(step === undefined ? [] : walk.problems(step)).not.toEqual([])
  })
  it('is always one at least', () => {
    const walk = walked({ 'before/safe-contact': {} })
    const step = walk.find('before/safe-contact')
    expect(step === undefined ? false : walk.done(step)).toBe(false)
  })
})

describe('Somebody', () => {
  const home = (livingSituation: string, more: Readonly<Record<string, Typed>> = {}) => {
    const walk = walked({ 'current-home/living-situation': { livingSituation: [livingSituation] }, ...more })
    const steps = walk.sections.flatMap(walk.steps)
    return (id: string) => steps.some((step) => step.is === 'page' && Object.hasOwn(step.page.questions, id))
  }
  it.each(['councilTenant', 'associationTenant'])(
    'who rents as a %s tells of landlord and adaptations',
    (situation) => {
      expect(['landlordName', 'rent', 'adaptations'].map(home(situation))).toEqual([true, true, true])
    },
  )
  it('without a fixed address is not asked for a home, and says where letters go if they wanted them at home', () => {
    const letters = (postTo: string) => ({
      'before/safe-contact': { safeWays: ['post'] },
      'before/post': { postTo: [postTo] },
    })
    expect(['propertyType', 'bedroomsAvailable', 'landlordName', 'homeProblems'].filter(home('noFixedAbode'))).toEqual(
      [],
    )
    expect(home('noFixedAbode', letters('home'))('lettersTo')).toBe(true)
    expect(home('noFixedAbode', letters('careOf'))('lettersTo')).toBe(false)
    const address = walked(
      { 'address-history/1/place': { placeKind: ['noFixedAddress'] } },
      { 'address-history': ['1'] },
    )
    const step = address.find('address-history/1/address')
    expect(step?.is === 'page' ? [step.page.questions.address, step.page.questions.townStayed?.kind] : []).toEqual([
      undefined,
      'text',
    ])
  })
  it('has 10 bedrooms at most', () => {
    const walk = walked({
      'current-home/living-situation': { livingSituation: ['owner'] },
      'current-home/property': { propertyType: ['house'], floor: ['ground'], lift: ['no'], steps: ['0'] },
      'current-home/bedrooms': { bedroomsAvailable: ['11'], livingRooms: ['1'], sharesFacilities: ['none'] },
      'current-home/others-in-home': { othersLiveThere: ['no'], tooSmall: ['no'] },
    })
    const step = walk.find('current-home/property')
    expect(step === undefined ? [] : walk.problems(step)).toEqual([
      { field: 'bedroomsAvailable', words: 'Number of bedrooms must be 10 or fewer' },
    ])
  })
})
