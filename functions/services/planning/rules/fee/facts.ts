// What a fee depends on, freed from any form: what is applied for, and what may lower the fee.
import type { Used } from '#domain/rules/trace.ts'
import type { Area } from '../ground/area.ts'

export type FeeFacts = {
  // Undefined while the answers do not say enough: `needs` says what is missing.
  readonly sought?: Sought
  readonly needs?: string
  readonly claims: FeeClaims
  readonly said?: FeeAnswers
}

export type Sought =
  | { readonly is: 'permission' | 'lawful-existing' | 'lawful-proposed'; readonly for: readonly Development[] }
  | { readonly is: 'outline'; readonly site: Area; readonly homes: boolean; readonly buildings: boolean }
  | { readonly is: 'reserved-matters'; readonly for: readonly Development[]; readonly paidInFull: boolean }
  | { readonly is: 'vary-condition'; readonly of: 'householder' | 'major' | 'other' }
  | { readonly is: 'conditions' | 'small-change'; readonly of: 'householder' | 'other' }
  | { readonly is: 'lawful-breach' }
  | { readonly is: 'advert'; readonly on: 'premises' | 'elsewhere' }
  | { readonly is: 'principle'; readonly site: Area }
  | { readonly is: 'prior-approval'; readonly works: boolean }
  | { readonly is: 'approval-homes' | 'upward-homes'; readonly homes: number }
  | { readonly is: 'free'; readonly what: string }

// The categories of Schedule 1.
export type Development =
  | { readonly is: 'homes' | 'homes-by-change'; readonly homes: number }
  | { readonly is: 'alter-homes'; readonly homes: 'one' | 'several' }
  | { readonly is: 'home-grounds' }
  | { readonly is: 'buildings' | 'farm-buildings' | 'glasshouses'; readonly floor: Area }
  | { readonly is: 'plant' | 'operations'; readonly site: Area }
  | { readonly is: 'access' }
  | { readonly is: 'change-of-use' }

export type FeeClaims = {
  // All the work is for a disabled person at home, or for disabled people's access to a public building.
  readonly disabled?: 'home' | 'public'
  // Proof of it is with the application.
  readonly evidence?: boolean
  readonly parishCouncil?: boolean
  // A club that does not make a profit, and nothing but a playing field.
  readonly playingField?: boolean
  readonly crosses?: Crossing
  // A prior approval made on the day of a planning application with a fee, for the same site by the same person.
  readonly withPermission?: boolean
  // Other proposals for the same site by the same person on the same day.
  readonly alternatives?: readonly Sought[]
}

// The site lies in another council's area too. `apart`: what each part would cost on its own, in whole pounds, where it is known.
export type Crossing = { readonly larger: 'here' | 'elsewhere'; readonly apart?: readonly number[] }

// The answers behind each fact, for the trace.
export type Topic = 'type' | 'works' | 'homes' | 'floor' | 'site' | 'disabled' | 'applicant' | 'club' | 'where'
export type FeeAnswers = Readonly<Partial<Record<Topic, readonly Used[]>>>
