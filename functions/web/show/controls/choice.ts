// Radios and checkboxes, with the questions that a choice reveals.
import type {
  ChoiceQuestion,
  ChoicesQuestion,
  DeclarationQuestion,
  Options,
  Question,
  Reveals,
  YesNoQuestion,
} from '#domain/forms/question.ts'
import { render } from '#web/render.ts'
import type { Variables } from '#web/template-runtime.ts'
import { type Asked, error, hint, legend, type Shown, say } from './asked.ts'

type Ask = (asked: Asked) => Shown

export const choice = (asked: Asked<ChoiceQuestion>, ask: Ask): Shown =>
  radios(asked, asked.question.options, asked.question.inline === true, ask)

export const yesNo = (asked: Asked<YesNoQuestion>, ask: Ask): Shown => {
  const { yes, no } = asked.question.reveals ?? {}
  const options = { yes: withReveals('Yes', yes), no: withReveals('No', no) }
  return radios(asked, options, yes === undefined && no === undefined, ask)
}

export const choices = (asked: Asked<ChoicesQuestion>, ask: Ask): Shown => ({
  view: 'fields/choices.njk',
  options: {
    ...group(asked),
    ...hint(asked, 'Select all that apply.'),
    items: items(asked, asked.question.options, ask),
  },
})

export const declaration = (asked: Asked<DeclarationQuestion>): Shown => ({
  view: 'fields/choices.njk',
  options: {
    ...group(asked),
    ...hint(asked),
    items: [
      {
        value: asked.entered.option(asked.id, 'yes'),
        text: asked.question.agree,
        checked: asked.entered.chosen(asked.id, 'yes'),
      },
    ],
  },
})

export const revealedBy = (question: Question): readonly Reveals[] => {
  switch (question.kind) {
    case 'yes-no':
      return Object.values(question.reveals ?? {})
    case 'choice':
    case 'choices':
      return Object.values(question.options).flatMap(({ reveals = {} }) => [reveals])
    default:
      return []
  }
}

const radios = (asked: Asked, options: Options, inline: boolean, ask: Ask): Shown => ({
  view: 'fields/choice.njk',
  options: {
    ...group(asked),
    ...hint(asked),
    classes: inline ? 'govuk-radios--inline' : '',
    items: items(asked, options, ask),
  },
})

const group = (asked: Asked): Variables => ({
  idPrefix: asked.id,
  name: asked.id,
  fieldset: { legend: legend(asked) },
  ...error(asked),
})

// "None of these" stands apart, below "or" (Design System, checkboxes). The divider takes no number: ids count the choices only.
const items = (asked: Asked, options: Options, ask: Ask): readonly Variables[] =>
  shownOptions(asked, options).flatMap(([value, option], index): readonly Variables[] => {
    const item = {
      id: index === 0 ? asked.id : `${asked.id}-${index + 1}`,
      value: asked.entered.option(asked.id, value),
      text: say(option.label, asked.entered),
      checked: asked.entered.chosen(asked.id, value),
      ...(option.hint === undefined ? {} : { hint: { text: say(option.hint, asked.entered) } }),
      ...(option.reveals === undefined ? {} : { conditional: { html: revealed(asked, option.reveals, ask) } }),
    }
    return option.none === true ? [{ divider: 'or' }, { ...item, behaviour: 'exclusive' }] : [item]
  })

// What was chosen before is always among them.
const shownOptions = ({ id, entered, extra }: Asked, options: Options): readonly [string, Options[string]][] => {
  const fits = extra.fits?.[id]
  const all = Object.entries(options)
  return fits === undefined ? all : all.filter(([value]) => fits.includes(value) || entered.chosen(id, value))
}

// Made by our own templates, which escape what was typed.
const revealed = (asked: Asked, reveals: Reveals, ask: Ask): string =>
  Object.entries(reveals)
    .map(([id, question]) => {
      const naming = { words: question.label ?? question.missing, is: 'visible' } as const
      const field = ask({ ...asked, id, question, naming })
      return render(field.view, { field })
    })
    .join('')

const withReveals = (text: string, reveals: Reveals | undefined): Options[string] =>
  reveals === undefined ? { label: text } : { label: text, reveals }
