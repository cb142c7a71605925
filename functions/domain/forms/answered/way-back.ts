// By which proved phone or email address a draft is opened. Each is known as a keyed hash.
import type { Draft } from './draft.ts'

type Hash = (purpose: string, value: string) => string

// Phones write a capital where somebody typed none.
export const isSameEmail = (one: string, other: string): boolean => plain(one) === plain(other)

const plain = (email: string): string => email.toLowerCase()

export const emailHash = (hash: Hash, email: string): string => hash('email', plain(email))

// Never taken for that of a phone.
export const emailWay = (hash: Hash, email: string): string => `${ofEmail}${emailHash(hash, email)}`

const ofEmail = 'email:'

// Of both: who has one of them finds nothing.
export const referenceAndEmail = (hash: Hash, reference: string, email: string): string =>
  hash('reference and email', `${reference} ${plain(email)}`)

// Until somebody has proved one way, any that was given opens it; then the holder's own.
export const opensBy = ({ holder, also = [] }: Pick<Draft, 'holder' | 'also'>, way: string): boolean =>
  holder === undefined || holder === way || also.includes(way)

// A phone number of whoever holds it by a phone is theirs: they corrected it. Whoever holds it by
// email may have found somebody else's number in it.
export const opensByPhone = (draft: Pick<Draft, 'holder' | 'also'>, hash: string): boolean =>
  opensBy(draft, hash) || draft.holder?.startsWith(ofEmail) === false

// What the holder gave now; nothing to note before there is one.
export const withAlso = ({ holder, also = [] }: Draft, ways: readonly string[]): Pick<Draft, 'also'> => {
  const all = [...new Set([...also, ...ways])].filter((way) => way !== holder)
  return holder === undefined || all.length === 0 ? {} : { also: all }
}
