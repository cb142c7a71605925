// How a form is written: text('First name'), choice('Select where you live', { rent: 'I rent', own: 'I own' }).
import type {
  AddressQuestion,
  BoundaryQuestion,
  ChoiceQuestion,
  ChoicesQuestion,
  CountQuestion,
  DateQuestion,
  DeclarationQuestion,
  EmailQuestion,
  FilesQuestion,
  LongTextQuestion,
  MeasureQuestion,
  MoneyQuestion,
  NationalInsuranceQuestion,
  Option,
  Options,
  PhoneQuestion,
  Reveals,
  SlotDayQuestion,
  SlotTimeQuestion,
  TextQuestion,
  YesNoQuestion,
} from './question.ts'

type Short = Readonly<Record<string, string | Option>>
type More<Q, Own extends keyof Q> = Partial<Omit<Q, 'kind' | 'label' | 'missing' | Own>> & { readonly missing?: string }

export const text = (label: string, more: More<TextQuestion, never> = {}): TextQuestion => ({
  kind: 'text',
  label,
  most: 100,
  missing: `Enter ${lower(label)}`,
  ...more,
})

export const longText = (label: string, more: More<LongTextQuestion, never> = {}): LongTextQuestion => ({
  kind: 'long-text',
  label,
  most: 1000,
  missing: `Enter ${lower(label)}`,
  ...more,
})

export const count = (label: string, more: More<CountQuestion, never> = {}): CountQuestion => ({
  kind: 'count',
  label,
  least: 0,
  most: 99,
  missing: `Enter ${lower(label)}`,
  ...more,
})

// `most` in pounds.
export const money = (label: string, more: More<MoneyQuestion, never> = {}): MoneyQuestion => ({
  kind: 'money',
  label,
  most: 100_000_000,
  missing: `Enter ${lower(label)}`,
  ...more,
})

export const measure = (label: string, unit: string, more: More<MeasureQuestion, 'unit'> = {}): MeasureQuestion => ({
  kind: 'measure',
  label,
  unit,
  decimals: 2,
  most: 10_000_000,
  missing: `Enter ${lower(label)}`,
  ...more,
})

export const date = (label: string, more: More<DateQuestion, never> = {}): DateQuestion => ({
  kind: 'date',
  label,
  missing: `Enter ${lower(label)}`,
  ...more,
})

// The first words are the error when nothing is selected; the page title is the legend unless a label is given.
export const choice = (
  missing: string,
  options: Short,
  more: Partial<Omit<ChoiceQuestion, 'kind' | 'options'>> = {},
): ChoiceQuestion => ({
  kind: 'choice',
  missing,
  options: full(options),
  ...more,
})

export const choices = (
  missing: string,
  options: Short,
  more: Partial<Omit<ChoicesQuestion, 'kind' | 'options'>> = {},
): ChoicesQuestion => ({
  kind: 'choices',
  missing,
  options: full(options),
  ...more,
})

export const yesNo = (missing: string, more: Partial<Omit<YesNoQuestion, 'kind'>> = {}): YesNoQuestion => ({
  kind: 'yes-no',
  missing,
  ...more,
})

export const address = (missing: string, more: Partial<Omit<AddressQuestion, 'kind'>> = {}): AddressQuestion => ({
  kind: 'address',
  missing,
  ...more,
})

export const phone = (label: string, more: More<PhoneQuestion, never> = {}): PhoneQuestion => ({
  kind: 'phone',
  label,
  missing: `Enter ${lower(label)}`,
  ...more,
})

export const mobile = (label: string, more: More<PhoneQuestion, never> = {}): PhoneQuestion =>
  phone(label, { mobile: true, ...more })

export const email = (label: string, more: More<EmailQuestion, never> = {}): EmailQuestion => ({
  kind: 'email',
  label,
  missing: `Enter ${lower(label)}`,
  ...more,
})

export const nationalInsurance = (
  label: string,
  more: More<NationalInsuranceQuestion, never> = {},
): NationalInsuranceQuestion => ({
  kind: 'national-insurance',
  label,
  missing: 'Enter a National Insurance number',
  sensitive: true,
  ...more,
})

export const files = (missing: string, more: Partial<Omit<FilesQuestion, 'kind'>> = {}): FilesQuestion => ({
  kind: 'files',
  missing,
  most: 1,
  ...more,
})

export const declaration = (agree: string, missing: string): DeclarationQuestion => ({
  kind: 'declaration',
  agree,
  missing,
})

export const slotDay = (missing: string, more: Partial<Omit<SlotDayQuestion, 'kind'>> = {}): SlotDayQuestion => ({
  kind: 'slot-day',
  missing,
  ...more,
})

export const slotTime = (missing: string, more: Partial<Omit<SlotTimeQuestion, 'kind'>> = {}): SlotTimeQuestion => ({
  kind: 'slot-time',
  missing,
  ...more,
})

export const boundary = (missing: string, more: Partial<Omit<BoundaryQuestion, 'kind'>> = {}): BoundaryQuestion => ({
  kind: 'boundary',
  missing,
  ...more,
})

export const none = (label: string): Option => ({ label, none: true })
export const reveal = (label: string, reveals: Reveals, hint?: string): Option => ({
  label,
  reveals,
  ...(hint === undefined ? {} : { hint }),
})
export const option = (label: string, hint: string): Option => ({ label, hint })

const full = (options: Short): Options =>
  Object.fromEntries(
    Object.entries(options).map(([id, given]) => [id, typeof given === 'string' ? { label: given } : given]),
  )

const lower = (label: string): string =>
  /^[A-Z][a-z]/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label
