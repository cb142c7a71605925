// By what a message goes: a text to a phone, an email or a letter. The outbox, its leases and what it promises are the same for all.
// Which of them is taken follows from what the person said is safe, and from what there are words for (docs/rules/texts.md, "Which way").
import type { Applicant } from '../cases/case.ts'
import { safeEmail } from '../cases/contact.ts'
import type { Text, TextTemplate } from './text.ts'

export type Channel = 'text' | 'email' | 'letter'

export const channelOf = ({ channel }: Pick<Text, 'channel'>): Channel => channel ?? 'text'

// `channel` is absent for a text.
export type WayTo = { readonly channel?: 'email' | 'letter'; readonly to: string }

// The quickest first, the dearest last.
const order: readonly Channel[] = ['text', 'email', 'letter']

/** Every way to a person that is safe and that they wanted. `post`: the lines of their address for letters. */
export const waysTo = (applicant: Applicant, post?: string): readonly WayTo[] => {
  const { phone, mayText, ways } = applicant
  const email = safeEmail(applicant)
  const letter = ways?.includes('letter') === true && post !== undefined && isPostable(post)
  return [
    ...(phone !== undefined && mayText ? [{ to: phone }] : []),
    ...(email === undefined ? [] : [{ channel: 'email' as const, to: email }]),
    ...(letter ? [{ channel: 'letter' as const, to: post }] : []),
  ]
}

type Written = Pick<TextTemplate, 'email' | 'letter'>

/** The first of them for which the template has words. Undefined: there is none, and that was their choice. */
export const wayTo = (applicant: Applicant, template: Written, post?: string): WayTo | undefined =>
  waysTo(applicant, post).find(({ channel }) => channel === undefined || template[channel] !== undefined)

/** Where one did not arrive: the next in order, and after the last the first. Never the same again. */
export const wayAfter = (failed: Pick<Text, 'channel'>, applicant: Applicant, post?: string): WayTo | undefined => {
  const at = order.indexOf(channelOf(failed))
  const ways = waysTo(applicant, post)
  const next = [...order.slice(at + 1), ...order.slice(0, at)]
  return next.flatMap((channel) => ways.find((way) => channelOf(way) === channel) ?? [])[0]
}

// Where it goes if it is sent again: by the same channel, to what the applicant has now.
export const addressNow = (
  text: Pick<Text, 'channel' | 'to'>,
  applicant: Applicant,
  post: string = text.to,
): string | undefined => {
  const { phone, mayText, ways } = applicant
  switch (channelOf(text)) {
    case 'text':
      return mayText ? phone : undefined
    case 'email':
      return safeEmail(applicant)
    case 'letter':
      return ways?.includes('letter') === true ? post : undefined
  }
}

// 3 to 7 lines, the last a postcode; the printers take no line that begins with one of these (GOV.UK Notify, "Send a letter").
export const isPostable = (post: string): boolean => {
  const lines = post.split('\n')
  const sound = lines.length >= 3 && lines.length <= 7 && lines.every((line) => /^[^@()=[\]"”\\/,<>\s]/.test(line))
  return sound && postcode.test(lines.at(-1) ?? '') && !/no fixed a(?:bode|ddress)/i.test(post)
}

const postcode = /^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/i
