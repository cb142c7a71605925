// A question as data. The kind decides how it is read, checked, shown and stored (fields/<kind>.ts).
import type { Day } from '../day.ts'
import type { Land, Near } from '../places/area.ts'
import type { Lookup } from './condition.ts'

export type Question =
  | TextQuestion
  | LongTextQuestion
  | CountQuestion
  | MoneyQuestion
  | MeasureQuestion
  | DateQuestion
  | ChoiceQuestion
  | ChoicesQuestion
  | YesNoQuestion
  | AddressQuestion
  | PhoneQuestion
  | EmailQuestion
  | NationalInsuranceQuestion
  | FilesQuestion
  | DeclarationQuestion
  | SlotDayQuestion
  | SlotTimeQuestion
  | BoundaryQuestion

export type KindName = Question['kind']

type Common = {
  // What stands beside the field, and names the answer in check-your-answers. Where a page has one question and no label, the page title is it.
  readonly label?: string
  readonly hint?: string
  // Staff answer it, and this person reads the answer: a hint says so, and their own page shows it.
  readonly toldTo?: 'applicant' | 'customer'
  readonly optional?: boolean
  // The words when nothing was given: "Enter your full name", "Select if you are pregnant" (Design System, error message templates).
  readonly missing: string
  // How the answer is named at the start of an error: "Full name must be 100 characters or fewer". Defaults to the label.
  readonly noun?: string
  // Who uses the answer: the code of a rule, 'officer', 'contact'… Every question has a consumer (docs/rules/housing.md, "Only what is needed").
  readonly for?: string
  readonly sensitive?: boolean
  // About somebody or something else than the person at the keyboard: a browser must not offer their own
  // details (WCAG 1.3.5 is about the user only).
  readonly theirs?: true
}

export type TextQuestion = Common & {
  readonly kind: 'text'
  readonly most: number
  readonly pattern?: { readonly test: RegExp; readonly words: string }
  // A code is read without spaces and dashes, a number without the commas of its thousands. The
  // pattern judges what is read.
  readonly reads?: 'code' | 'number'
  // A valid thing to type, where a pattern asks for more than any text.
  readonly example?: string
  readonly width?: 2 | 3 | 4 | 5 | 10 | 20
  readonly autocomplete?: string
  readonly inputmode?: 'numeric' | 'text'
  readonly spellcheck?: boolean
}
export type LongTextQuestion = Common & { readonly kind: 'long-text'; readonly most: number; readonly rows?: number }
// A whole number of things; with `decimals`, of hours and the like.
export type CountQuestion = Common & {
  readonly kind: 'count'
  readonly least: number
  readonly most: number
  readonly decimals?: number
  readonly suffix?: string
}
// Answer in pence.
export type MoneyQuestion = Common & {
  readonly kind: 'money'
  readonly most: number
  readonly per?: 'week' | 'month' | 'year'
}
// A decimal measurement. The answer is the decimal text as given, normalised ("12.5"), never a float.
export type MeasureQuestion = Common & {
  readonly kind: 'measure'
  readonly unit: string
  readonly decimals: number
  readonly most: number
}
// Answer as YYYY-MM-DD. 'past' includes today; 'future' includes today.
export type DateQuestion = Common & {
  readonly kind: 'date'
  readonly must?: 'past' | 'future'
  readonly notBefore?: Day
  // The oldest or farthest a date may be, in years from today.
  readonly withinYears?: number
  // The oldest a date may be, in days before today: a notice given no more than 21 days before an application.
  readonly withinDays?: number
  // Month and year only; the answer is the first of that month.
  readonly monthOnly?: boolean
  readonly born?: boolean
}
export type ChoiceQuestion = Common & {
  readonly kind: 'choice'
  readonly options: Options
  readonly inline?: boolean
  // Of many options, those that fit the person by their other answers: the others are not shown. Each is taken all the same.
  readonly fits?: (answers: Lookup) => readonly string[]
}
export type ChoicesQuestion = Common & { readonly kind: 'choices'; readonly options: Options }
export type YesNoQuestion = Common & {
  readonly kind: 'yes-no'
  readonly reveals?: { readonly yes?: Reveals; readonly no?: Reveals }
}
export type AddressQuestion = Common & { readonly kind: 'address'; readonly anywhere?: boolean }
// Answer in E.164. mobile: UK mobile only, because we text it.
export type PhoneQuestion = Common & { readonly kind: 'phone'; readonly mobile?: boolean }
export type EmailQuestion = Common & { readonly kind: 'email' }
export type NationalInsuranceQuestion = Common & { readonly kind: 'national-insurance' }
export type FilesQuestion = Common & { readonly kind: 'files'; readonly most: number }
export type DeclarationQuestion = Common & { readonly kind: 'declaration'; readonly agree: string }
// `instead`: none of the days suits; shown after them, and answered as 'wait'.
export type SlotDayQuestion = Common & {
  readonly kind: 'slot-day'
  readonly instead?: { readonly text: string; readonly hint: string }
}
export type SlotTimeQuestion = Common & { readonly kind: 'slot-time' }
export type BoundaryQuestion = Common & {
  readonly kind: 'boundary'
  // A site elsewhere is asked about.
  readonly land?: Land
  // Where earlier answers say that it is, the likeliest first: the map opens there.
  readonly near?: (answers: Lookup) => readonly Near[]
  // Another boundary, which the map shows beside it.
  readonly beside?: string
}

export type Options = Readonly<Record<string, Option>>
export type Option = {
  readonly label: string
  readonly hint?: string
  // Exclusive: "No, none of these" cannot stand with another (Design System, checkboxes with a "none" option).
  readonly none?: boolean
  readonly reveals?: Reveals
}
// Questions that appear under a choice when it is selected. No nesting below this.
export type Reveals = Readonly<Record<string, Question>>
