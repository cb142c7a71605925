// Kinds that are one line of typing: text, count, money, measure, phone, email, National Insurance number.
import type { CountQuestion, Question } from '#domain/forms/question.ts'
import type { Variables } from '#web/template-runtime.ts'
import { type Asked, error, hint, isTheirOwn, label, type Shown } from './asked.ts'

export type OneLine = Extract<
  Question,
  { kind: 'text' | 'count' | 'money' | 'measure' | 'phone' | 'email' | 'national-insurance' }
>

export const oneLine = (asked: Asked<OneLine>): Shown => ({
  view: 'fields/text.njk',
  options: {
    id: asked.id,
    name: asked.id,
    value: asked.entered.line(asked.id),
    label: label(asked),
    ...hint(asked, ownHint(asked.question)),
    ...error(asked),
    ...control(asked.question, isTheirOwn(asked)),
  },
})

const ownHint = (question: OneLine): string | undefined =>
  question.kind === 'national-insurance'
    ? 'It’s on your National Insurance card, benefit letter, payslip or P60. For example, ‘QQ 12 34 56 C’.'
    : undefined

// `own`: see isTheirOwn.
const control = (question: OneLine, own: boolean): Variables => {
  switch (question.kind) {
    case 'text':
      return {
        autocomplete: own ? question.autocomplete : undefined,
        inputmode: question.inputmode,
        spellcheck: question.spellcheck ?? (question.autocomplete === undefined ? undefined : false),
        classes: question.width === undefined ? '' : `govuk-input--width-${question.width}`,
      }
    case 'count':
      return number(question)
    case 'money':
      return {
        inputmode: 'decimal',
        classes: 'govuk-input--width-10',
        prefix: { text: '£' },
        ...affix('suffix', per(question.per)),
      }
    case 'measure':
      return { inputmode: 'decimal', classes: 'govuk-input--width-5', suffix: { text: question.unit } }
    case 'phone':
      return { type: 'tel', autocomplete: own ? 'tel' : undefined, classes: 'govuk-input--width-20' }
    case 'email':
      return { type: 'email', autocomplete: own ? 'email' : undefined, spellcheck: false }
    case 'national-insurance':
      return { spellcheck: false, classes: 'govuk-input--width-10 govuk-input--extra-letter-spacing' }
  }
}

const number = ({ decimals, most, suffix }: CountQuestion): Variables => ({
  inputmode: decimals === undefined ? 'numeric' : 'decimal',
  classes: decimals === undefined ? widthFor(most) : 'govuk-input--width-5',
  ...affix('suffix', suffix),
})

const widthFor = (most: number): string => `govuk-input--width-${most < 100 ? 3 : most < 10_000 ? 4 : 10}`

const per = (period: string | undefined): string | undefined => (period === undefined ? undefined : `per ${period}`)

const affix = (key: string, words: string | undefined): Variables =>
  words === undefined ? {} : { [key]: { text: words } }
