// Names, dates, telephone numbers, codes and choices as people type and paste them, each with what
// it means or the words that ask again.
import * as ask from '#domain/forms/ask.ts'
import { ownPatterns } from './asked-in-the-services.ts'
import { boxes, type Told, table } from './told.ts'

const real = 'Start date must be a real date'
const year = 'Start date must include a year with 4 numbers, like 2026'
const date = boxes(
  ask.date('Start date'),
  ['day', 'month', 'year'],
  [
    [['3', '9', '2026'], '2026-09-03'],
    [['03', '09', '2026'], '2026-09-03'],
    [['3', 'Sept', '2026'], '2026-09-03'],
    [['3', 'Sept.', '2026'], '2026-09-03'],
    [['3', 'Apr.', '2026'], '2026-04-03'],
    [['3', 'april', '2026'], '2026-04-03'],
    [['3', 'MAY', '2026'], '2026-05-03'],
    [['3rd', 'May', '2026'], '2026-05-03'],
    [['21st', '5', '2026'], '2026-05-21'],
    [['3/', '5/', '2026'], '2026-05-03'],
    [['3.', '5.', '2026.'], '2026-05-03'],
    [['3,', 'May,', '2026'], '2026-05-03'],
    [['\u200e3', '\u200f5', '2026\u200b'], '2026-05-03'],
    [['3\u00a0', '\u00a05', '\u00a02026'], '2026-05-03'],
    [['3', '5', '20\u00ad26'], '2026-05-03'],
    [['29', '2', '2024'], '2024-02-29'],
    [['29', '2', '2026'], real],
    [['31', '4', '2026'], real],
    [['1 2', '5', '2026'], real],
    [['-3', '5', '2026'], real],
    [['32', '5', '2026'], real],
    [['3', '13', '2026'], real],
    [['3', 'Ju', '2026'], real],
    [['3', 'Maj', '2026'], real],
    [['3', '5', '26'], year],
    [['13', '4', '20180413'], year],
    [['3', '5', '20 26'], year],
    [['3', '5', '02026'], year],
    [['3', '5', ''], 'Start date must include a year'],
    [['20180413', '', ''], 'Start date must include a month and year'],
    [['3/5/2026', '', ''], 'Start date must include a month and year'],
    [['', '', ''], 'Enter start date'],
  ],
)

const born = boxes(
  ask.date('Date of birth', { born: true }),
  ['day', 'month', 'year'],
  [
    [['27', '3', '1986'], '1986-03-27'],
    [['27', '3', '1886'], 'Date of birth must be the same as or after 23 November 1906'],
    [['27', '3', '2986'], 'Date of birth must be in the past'],
  ],
)

const month = boxes(
  ask.date('Month you moved in', { monthOnly: true }),
  ['month', 'year'],
  [
    [['Jan.', '2020'], '2020-01-01'],
    [['1', '2020'], '2020-01-01'],
    [['', '2020'], 'Month you moved in must include a month'],
  ],
)

const anyPhone = 'Enter a phone number, like 01632 960 001, 07700 900 982 or +44 808 157 0192'
const phone = table(ask.phone('Phone number'), [
  ['01632 960 001', '+441632960001'],
  ['(01632) 960001', '+441632960001'],
  ['01632/960001', '+441632960001'],
  ['01632-960-001', '+441632960001'],
  ['01632.960.001', '+441632960001'],
  ['0151 496 0123', '+441514960123'],
  ['020 7946 0123', '+442079460123'],
  ['016977 2345', '+44169772345'],
  ['0800 1111', '+448001111'],
  ['0300 123 4567', '+443001234567'],
  ['07624 123456', '+447624123456'],
  ['+44 1632 960001', '+441632960001'],
  ['441843297700', '+441843297700'],
  ['+44 7797 732133', '+447797732133'],
  ['tel:+441632960001', '+441632960001'],
  ['+33 6 12 34 56 78', '+33612345678'],
  ['0033 6 12 34 56 78', '+33612345678'],
  ['+1 (212) 555-1234', '+12125551234'],
  ['+353 85 012 3456', '+353850123456'],
  ['+48 512 345 678', '+48512345678'],
  ['+44 (0)1632 960 001', '+441632960001'],
  ['960001', anyPhone],
  ['01632 960 001 ext 12', anyPhone],
  ['01632 960001 or 07700 900982', anyPhone],
  ['0909 8790000', anyPhone],
  ['+44 123', anyPhone],
  ['+33', anyPhone],
  ['ask my son', anyPhone],
  ['1'.repeat(60), anyPhone],
])

const ukMobile = 'Enter a UK mobile number, like 07700 900 982'
const mobile = table(ask.mobile('Mobile number'), [
  ['07700 900 982', '+447700900982'],
  ['07700900982', '+447700900982'],
  ['7700900982', '+447700900982'],
  ['447700900982', '+447700900982'],
  ['+447700900982', '+447700900982'],
  ['+44 (0) 7700 900982', '+447700900982'],
  ['0044 7700 900982', '+447700900982'],
  ['+44 07700 900000', '+447700900000'],
  ['07700\u2011900\u2011982', '+447700900982'],
  ['07700–900–982', '+447700900982'],
  ['\u202a+44 7700 900982\u202c', '+447700900982'],
  ['07700\u00a0900\u00a0982', '+447700900982'],
  ['07700\u00ad900982', '+447700900982'],
  ['0770 0900 982', '+447700900982'],
  ['01632 960 001', ukMobile],
  ['+33 6 12 34 56 78', ukMobile],
  ['07624 123456', ukMobile],
  ['+44 7797 732133', ukMobile],
  ['070 1234 5678', ukMobile],
  ['0770090098', ukMobile],
  ['077009009821', ukMobile],
])

const wrongEmail = 'Enter an email address in the correct format, like name@example.com'
const email = table(ask.email('Email address'), [
  ['ada@example.com', 'ada@example.com'],
  [' ada@example.com ', 'ada@example.com'],
  ['ada+council@example.co.uk', 'ada+council@example.co.uk'],
  ["tim.o'connor@example.com", "tim.o'connor@example.com"],
  ['tim.o’connor@example.com', "tim.o'connor@example.com"],
  ['a@council.systems', 'a@council.systems'],
  ['mailto:ada@example.com', 'ada@example.com'],
  ['ada\u200b@example.com', 'ada@example.com'],
  ['ADA@EXAMPLE.COM', 'ADA@EXAMPLE.COM'],
  ['ada@example .com', wrongEmail],
  ['ada@example', wrongEmail],
  ['böb@example.com', wrongEmail],
  ['ada@example.com.', wrongEmail],
  ['ada@@example.com', wrongEmail],
  ['ada..b@example.com', wrongEmail],
  ['ada@example.com, bo@example.com', wrongEmail],
  ['Ada <ada@example.com>', wrongEmail],
  ['www.example.com', wrongEmail],
])

const wrongNi = 'Enter a National Insurance number in the correct format, like QQ 12 34 56 C'
const ni = table(ask.nationalInsurance('National Insurance number'), [
  ['AB 12 34 56 C', 'AB123456C'],
  ['ab123456c', 'AB123456C'],
  ['AB-12-34-56-C', 'AB123456C'],
  ['AB\u00a012\u00a034\u00a056\u00a0C', 'AB123456C'],
  ['AB\u201112\u201134\u201156\u2011C', 'AB123456C'],
  ['\ufeffAB123456C', 'AB123456C'],
  ['AB123456', wrongNi],
  ['QQ123456C', wrongNi],
  ['BG123456C', wrongNi],
  ['AB12345OC', wrongNi],
])

const meantPostcode = (postcode: string): string =>
  `Postcode must have numbers where it has the letters I, L or O. Check if it is ${postcode}`

const postcode = boxes(
  ask.address('Enter your address'),
  ['line1', 'town', 'postcode'],
  [
    ...[
      'DT1 1XJ',
      'dt11xj',
      'DT1  1XJ',
      'DT1-1XJ',
      'DT1\u00a01XJ',
      'DT1\u20111XJ',
      'DT1\u200b 1XJ',
      'DT1 1XJ.',
      'D T 1 1 X J',
    ].map(
      (typed) =>
        [
          ['1 High Street', 'Dorchester', typed],
          { line1: '1 High Street', line2: '', town: 'Dorchester', county: '', postcode: 'DT1 1XJ' },
        ] as const,
    ),
    [
      ['St John’s Road', 'London', 'EC1V 0BW'],
      { line1: 'St John’s Road', line2: '', town: 'London', county: '', postcode: 'EC1V 0BW' },
    ],
    [['BFPO 61', 'BFPO', 'BF1 2AY'], { line1: 'BFPO 61', line2: '', town: 'BFPO', county: '', postcode: 'BF1 2AY' }],
    [['1 High Street', 'London', 'DTI 1XJ'], meantPostcode('DT1 1XJ')],
    [['1 High Street', 'London', 'EC1V OBW'], meantPostcode('EC1V 0BW')],
    [['1 High Street', 'London', 'dtl lxj'], meantPostcode('DT1 1XJ')],
    [['1 High Street', 'London', 'DT1'], 'Enter a full UK postcode, like DT1 1XJ'],
    // No postcode ends in C, I, K, M, O or V.
    ...['DT1 1XO', 'SW1A 0AI', 'DT1 1CK', '@DT1 1XJ'].map(
      (typed) => [['1 High Street', 'London', typed], 'Enter a full UK postcode, like DT1 1XJ'] as const,
    ),
    [['1 High Street', 'London', 'SW1A 0A['], 'Enter a full UK postcode, like DT1 1XJ'],
    [['1 High Street', 'London', '75001'], 'Enter a full UK postcode, like DT1 1XJ'],
    [['1 High Street', '', 'DT1 1XJ'], 'Enter town or city'],
    [['', 'London', 'DT1 1XJ'], 'Enter address line 1, typically the building and street'],
  ],
)

const search = boxes(
  ask.address('Enter your address'),
  ['search'],
  [
    [['DTI 1XJ'], meantPostcode('DT1 1XJ')],
    [['DT1'], 'Enter a full UK postcode, like DT1 1XJ'],
    [['DT1 1XJ'], 'Enter your address'],
    [[''], 'Enter your address'],
  ],
)

const usual = 'Reference must only include letters, numbers and usual punctuation'
const text = table(ask.text('Reference'), [
  ['José', 'José'],
  ['Jose\u0301', 'José'],
  ['José\u00a0Luis', 'José Luis'],
  ['a\u200bb', 'ab'],
  ['a\u202eb', 'ab'],
  ['so\u00adcial', 'social'],
  ['Lyme\u2011Regis', 'Lyme-Regis'],
  ['a\u000bb', 'a b'],
  ['a\tb', 'a b'],
  ['می\u200cخواهم', 'می\u200cخواهم'],
  ['👩\u200d👧', '👩\u200d👧'],
  ['O', 'O'],
  ['\u200b', 'Enter reference'],
  ['\u3000', 'Enter reference'],
  ['a\u0007b', usual],
  ['a\u0000b', usual],
  ['a'.repeat(101), 'Reference must be 100 characters or fewer'],
])

const longText = table(ask.longText('What happened', { most: 20 }), [
  ['one\r\ntwo', 'one\ntwo'],
  ['one\u000btwo', 'one\ntwo'],
  ['one\u000ctwo', 'one\ntwo'],
  ['one\u2028two', 'one\ntwo'],
  ['one\u0085two', 'one\ntwo'],
  ['one\u00a0two', 'one two'],
  ['\ufeffone', 'one'],
  ['ab\r\nde'.repeat(4).slice(0, 24), 'ab\ndeab\ndeab\ndeab\nde'],
  ['a'.repeat(21), 'What happened must be 20 characters or fewer'],
  ['one\u0001two', 'What happened must only include letters, numbers and usual punctuation'],
])

const choice = table(ask.choice('Select where you live', { rent: 'I rent' }), [
  ['rent', 'rent'],
  ['I rent', 'Select where you live'],
  ['toString', 'Select where you live'],
])
const yesNo = table(ask.yesNo('Select yes if you work'), [
  ['yes', 'yes'],
  ['Yes', 'Select yes if you work'],
])
const choices = table(ask.choices('Select who lives with you', { partner: 'Partner', no: ask.none('No one') }), [
  ['partner', ['partner']],
  ['constructor', 'Select who lives with you'],
])
const declaration = table(ask.declaration('I agree', 'Select to agree'), [
  ['yes', 'yes'],
  ['no', 'Select to agree'],
])
const slotDay = table(ask.slotDay('Select a day'), [
  ['2026-12-01', '2026-12-01'],
  ['1 December', 'Select a day'],
])
const slotTime = table(ask.slotTime('Select a time'), [
  ['0930', '0930'],
  ['9.30 am', 'Select a time'],
])
const files = table(ask.files('Select a file'), [
  ['sample-file-1', ['sample-file-1']],
  ['C:\\fakepath\\plan.pdf', 'Select a file'],
])

export const words: readonly Told[] = [
  ...[date, born, month, phone, mobile, email, ni, postcode, search, text, longText],
  ...[choice, yesNo, choices, declaration, slotDay, slotTime, files, ownPatterns],
].flat()
