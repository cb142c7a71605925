// What a person said of two cases: that they are of the same person, or not (docs/rules/casework.md, "Other cases of a person").
// Nothing is joined by it, and it can be taken back.

export type KinSaid = 'same' | 'other' | 'taken-back'

export type Kin = {
  readonly reference: string
  readonly other: string
  readonly is: KinSaid
  readonly reason: string
  readonly by: string
  readonly byId: string
  readonly at: number
  readonly version: number
}

// By what two cases may be of one person: never by names alone.
export const alike = {
  phone: 'phone number',
  email: 'email address',
  ni: 'National Insurance number',
  birth: 'date of birth, and a name that sounds alike',
} as const
export type Alike = keyof typeof alike
