// The landlord of an address in the history, and why somebody left it (docs/rules/housing.md, "Address history").
import { choice, longText, reveal, text } from '#domain/forms/ask.ts'
import { all, answered, any, includes, not, oneOf, saysNo } from '#domain/forms/condition.ts'
import { type Page, page } from '#domain/forms/form.ts'

const rented = all(
  answered('placeKind', oneOf('home', 'councilPlacement')),
  answered('tenure', oneOf('privateRent', 'councilTenant', 'associationTenant', 'tied', 'lodger', 'supported')),
)

const jointOnly = all(answered('livedHere', includes('joint')), not(answered('livedHere', includes('applicant'))))

const landlord = page(
  'landlord',
  'Who was the landlord?',
  {
    pastLandlord: text('Landlord or letting agent', {
      missing: 'Enter the name of the landlord or letting agent',
      for: 'Q-BEHAV',
    }),
    pastLandlordContact: text('Phone number or email address', {
      optional: true,
      hint: 'We will not contact them without telling you first',
      for: 'Q-BEHAV',
    }),
  },
  // The landlord of the home now is asked for with it; a joint applicant’s own home is another one.
  { when: all(rented, any(answered('livesHereNow', saysNo), jointOnly)) },
)

const leaving = page(
  'leaving',
  'Why did you leave?',
  {
    leavingReason: choice(
      'Select why you left',
      {
        choice: 'I chose to move',
        ended: 'The tenancy or agreement ended',
        asked: 'I was asked to leave',
        evicted: 'I was evicted',
        unaffordable: 'I could not afford it',
        relationship: 'A relationship ended',
        unsafe: 'I was not safe there',
        unfit: 'The home was not fit to live in',
        other: reveal('Another reason', {
          leavingDetails: longText('Why you left', { missing: 'Enter why you left', most: 500, for: 'Q-WORSE' }),
        }),
      },
      { for: 'Q-WORSE', hint: 'Select the main reason' },
    ),
  },
  { exit: true, sealed: true, when: answered('livesHereNow', saysNo) },
)

export const leavingPages: readonly Page[] = [landlord, leaving]
