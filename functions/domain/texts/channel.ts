// By what a message goes: a text to a phone, an email or a letter. The outbox, its leases and what it promises are the same for all.
import type { Applicant } from '../cases/case.ts'
import { safeEmail } from '../cases/contact.ts'
import type { Text, TextTemplate } from './text.ts'

export type Channel = 'text' | 'email' | 'letter'

export const channelOf = ({ channel }: Pick<Text, 'channel'>): Channel => channel ?? 'text'

export type WayTo = { readonly channel?: 'email'; readonly to: string }

// The first way to a person that is safe, that they wanted and for which the template has words. Undefined: there is none, and that
// was their choice.
export const wayTo = (applicant: Applicant, { email: written }: Pick<TextTemplate, 'email'>): WayTo | undefined => {
  const { phone, mayText } = applicant
  if (phone !== undefined && mayText) return { to: phone }
  const email = safeEmail(applicant)
  return written === undefined || email === undefined ? undefined : { channel: 'email', to: email }
}

// Where it goes if it is sent again: by the same channel, to what the applicant has now.
export const addressNow = (text: Pick<Text, 'channel'>, applicant: Applicant): string | undefined => {
  const { phone, mayText } = applicant
  switch (channelOf(text)) {
    case 'text':
      return mayText ? phone : undefined
    case 'email':
      return safeEmail(applicant)
    case 'letter':
      return undefined
  }
}
