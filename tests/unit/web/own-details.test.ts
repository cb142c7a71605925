import { describe, expect, it } from 'vitest'
import { shownWith } from '#tests/support/worlds/every-page.ts'

// A browser fills in the details of whoever sits at it. Each of these asks for their own.
const own = [
  'bookings/details/email: emailAddress',
  'bookings/details/name: firstName',
  'bookings/details/name: lastName',
  'bookings/details/phone: mobileNumber',
  'bookings/details/video-link: linkEmail',
  'complaints/you/helper: helperName',
  'complaints/you/helper: helperPhone',
  'complaints/you/mobile: email',
  'complaints/you/mobile: mobile',
  'complaints/you/mobile: phone',
  'complaints/you/mobile: postalAddress-search',
  'complaints/you/name: firstName',
  'complaints/you/name: lastName',
  'housing/about-you/name: dateOfBirth-day',
  'housing/about-you/name: dateOfBirth-month',
  'housing/about-you/name: dateOfBirth-year',
  'housing/about-you/name: firstName',
  'housing/about-you/name: lastName',
  'housing/about-you/name: middleNames',
  'housing/about-you/name: title',
  'housing/before/helper: helperName',
  'housing/before/helper: helperOrganisation',
  'housing/before/helper: helperPhone',
  'housing/before/mobile: email',
  'housing/before/mobile: mobile',
  'housing/before/mobile: phone',
  'housing/before/postal-address: postalAddress-search',
  'planning/you/address: yourAddress-search',
  'planning/you/company: agentCompany',
  'planning/you/contact: contactEmail',
  'planning/you/contact: contactPhone',
  'planning/you/name: firstName',
  'planning/you/name: lastName',
  'planning/you/organisation: organisationName',
  'planning/you/texts: textNumber',
]

// And of these, when somebody fills the form in for another: the helper's own.
const helpers = own.filter(
  (one) =>
    !/^housing\/(about-you|before\/(mobile|postal-address))|^complaints\/you\/(mobile|name)|organisationName$/.test(
      one,
    ),
)

const toldWith = (helped: boolean): readonly string[] =>
  shownWith(() => ({}), helped).flatMap(({ where, html }) =>
    [...html.matchAll(/<input[^>]*>/g)].flatMap(([input]) =>
      /autocomplete="(?!off")/.test(input) ? [`${where}: ${/name="([^"]+)"/.exec(input)?.[1]}`] : [],
    ),
  )

describe('A browser is told to fill in one’s own details only', () => {
  it('never those of another person', () => {
    expect(toldWith(false).toSorted()).toEqual(own)
  })

  it('never a helper’s where they fill the form in for somebody, though the page was made for others before', () => {
    expect(toldWith(true).toSorted()).toEqual(helpers)
    expect(toldWith(false).toSorted()).toEqual(own)
  })
})
