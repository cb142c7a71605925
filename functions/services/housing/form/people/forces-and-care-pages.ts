// Service in the armed forces and time in care: both may make a local connection unnecessary (SI 2012/1869 and SI 2025/706: X3 and X2).
import { choice, choices, date, option, reveal, text, yesNo } from '#domain/forms/ask.ts'
import { answered, includes } from '#domain/forms/condition.ts'
import { page } from '#domain/forms/form.ts'

const has = (connection: string) => answered('connections', includes(connection))

export const forces = page(
  'armed-forces',
  'About the armed forces',
  {
    forcesKind: choice(
      'Select what is true for you or a joint applicant',
      {
        serving: 'Serving in the regular forces',
        former: reveal('Served in the regular forces', {
          forcesLeft: date('Date of leaving', {
            missing: 'Enter the date of leaving the forces',
            hint: 'For example, 27 3 2009',
            must: 'past',
            for: 'X3',
          }),
        }),
        bereaved: 'Must leave forces housing because a husband, wife or civil partner died in service',
        separated: 'Must leave forces housing because a marriage or civil partnership has ended',
        reserve: 'Seriously injured or ill because of service in the reserves',
      },
      { label: 'Which is true?', for: 'X3' },
    ),
    forcesInjury: yesNo('Select yes if there is a serious injury or illness because of service', {
      label: 'Is there a serious injury, illness or disability because of service?',
      sensitive: true,
      for: 'C-FORCES',
    }),
  },
  { when: has('forces') },
)

export const careLeaverPage = page(
  'care-leaver',
  'About being in care',
  {
    careCouncil: text('Council that looked after you', {
      missing: 'Enter the council that looked after you',
      for: 'X2',
    }),
    careLeaverWho: choices(
      'Select who was in care',
      { applicant: 'I was', joint: 'A joint applicant was' },
      { label: 'Who was in care?', hint: 'Select all that apply', for: 'X2' },
    ),
    careStatus: choice(
      'Select your care leaver status',
      {
        eligible: option('Eligible child', 'Aged 16 or 17 and still in care'),
        relevant: option('Relevant child', 'Aged 16 or 17 and left care'),
        formerRelevant: option('Former relevant child', 'Aged 18 to 24, with support from a personal adviser'),
        notSure: 'I’m not sure',
      },
      { label: 'Care leaver status', for: 'X2' },
    ),
    careAdviser: text('Name of personal adviser or social worker', {
      optional: true,
      missing: 'Enter the name of the personal adviser or social worker',
      for: 'B-CORP',
    }),
    moveOnFromCare: yesNo('Select yes if they say that you are ready for your own home', {
      label: 'Do they say that you are ready for your own home?',
      for: 'B-CORP',
    }),
  },
  { sealed: true, when: has('careLeaver') },
)
