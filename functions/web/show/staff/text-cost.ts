// What a text will be charged as, said before it is sent: parts, pence, and why it is more than one part.
import type { Day } from '#domain/day.ts'
import { textPartsOf } from '#domain/texts/parts.ts'
import { penceOf } from '#domain/texts/price.ts'
import type { Variables } from '#web/template-runtime.ts'

export type TextCost = { readonly body: string; readonly today: Day }

export const textCost = ({ body, today }: TextCost): Variables => {
  const { parts, alphabet } = textPartsOf(body)
  const pence = penceOf(body, today)
  const price = pence === undefined ? '' : `, about ${pence}p`
  return {
    body,
    words: `It is charged as ${parts === 1 ? '1 text' : `${parts} texts`}${price}.`,
    warning: warningOf(parts, alphabet),
  }
}

const warningOf = (parts: number, alphabet: 'GSM-7' | 'UCS-2'): string | undefined => {
  if (alphabet === 'UCS-2')
    return 'It has letters, such as ŵ or ŷ, that make a text hold 70 characters and not 160. It costs more the longer it is.'
  return parts === 1 ? undefined : 'It is longer than one text of 160 characters.'
}
