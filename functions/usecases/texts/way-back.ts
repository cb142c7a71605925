// The link back in the first text about something. It carries a key that only texts to that phone
// have said: a stranger who types somebody's number,
// as often as they like, cannot use up the codes of whoever has such a text (docs/guarantees.md, "Hostile inputs", H40).
import { emailHash } from '#domain/forms/answered/way-back.ts'
import type { Keys } from '../ports/stores.ts'

type Ports = { readonly keys: Keys; readonly citizenOrigin: string }

export const wayBack = ({ keys, citizenOrigin }: Ports, phone: string, reference: string): string =>
  `${citizenOrigin}/return/${reference}?${wayBackKey(keys, phone)}`

// Five letters and digits of a keyed hash, the same for a phone for ever: 30 bits, so that the text
// stays one part. Whoever guessed it could have
// three more codes an hour sent to its owner, and nothing else.
export const wayBackKey = (keys: Keys, phone: string): string =>
  keys.hash('way back', phone).replace(/[-_]/g, '').slice(0, length)

export const isWayBackKey = (said: string): boolean => /^[A-Za-z0-9]{5}$/.test(said)

const length = 5

// The same in an email, to the page that asks for a code by email.
export const wayBackByEmail = ({ keys, citizenOrigin }: Ports, email: string, reference: string): string =>
  `${citizenOrigin}/return/email/${reference}?${emailKey(keys, email)}`

export const emailKey = (keys: Keys, email: string): string => wayBackKey(keys, emailHash(keys.hash, email))
