// Which ways of reaching somebody are safe, as a form asks it before any number or address (docs/rules/texts.md, "Which way").
import { type Way, ways } from '#domain/cases/contact.ts'
import { choices, none, option } from '#domain/forms/ask.ts'

export const safeWaysQuestion = (hint: string) =>
  choices(
    'Select the ways of contacting you that are safe, or select ‘None of these are safe’',
    {
      text: option('Text message', 'If nobody else reads your texts'),
      phone: 'Phone call',
      email: option('Email', 'If nobody else opens your emails'),
      post: 'Letter',
      none: none('None of these are safe'),
    },
    { for: 'CONTACT', hint },
  )

const answerFor = { text: 'text', call: 'phone', email: 'email', letter: 'post' } as const

/** `chosen`: the answer to it. */
export const safeWaysIn = (chosen: unknown): readonly Way[] =>
  Array.isArray(chosen) ? ways.filter((way) => chosen.includes(answerFor[way])) : []
