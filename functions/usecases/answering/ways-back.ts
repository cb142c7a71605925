// By what codes somebody comes back to what they sent: the ways to be reached that they said are safe.
import type { Applicant } from '#domain/cases/case.ts'
import { safeEmail } from '#domain/cases/contact.ts'
import type { Draft } from '#domain/forms/answered/draft.ts'
import { emailWay, withAlso } from '#domain/forms/answered/way-back.ts'
import type { Keys } from '../ports/stores.ts'

export const safePhone = ({ phone, mayText }: Applicant): string | undefined => (mayText ? phone : undefined)

export const waysOf = ({ hash }: Keys, applicant: Applicant): readonly string[] => {
  const [phone, email] = [safePhone(applicant), safeEmail(applicant)]
  return [
    ...(phone === undefined ? [] : [hash('phone', phone)]),
    ...(email === undefined ? [] : [emailWay(hash, email)]),
  ]
}

// Whoever holds it sends these ways with it, so all of them are theirs.
export const sentBy = (keys: Keys, draft: Draft, applicant: Applicant): Draft => ({
  ...draft,
  ...withAlso(draft, waysOf(keys, applicant)),
})
