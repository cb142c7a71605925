// Somebody who helps an applicant, by a leave that the applicant gave and can end at any time.
import type { Typed } from '../kind.ts'

export const helperMays = ['see', 'fill', 'send'] as const

/** Each may do what stands before it too. */
export type HelperMay = (typeof helperMays)[number]

export type Helper = {
  readonly id: string
  readonly name: string
  // In their own words: "support worker".
  readonly relation: string
  readonly by: 'text' | 'email'
  // Where their code goes: E.164, or an address.
  readonly to: string
  readonly may: HelperMay
  // Instants in milliseconds.
  readonly from: number
  readonly until: number
  // Whoever proves the phone after it was given has not given it.
  readonly turn: number
  readonly cameAt?: number
  readonly endedAt?: number
  // Keys of the pages whose answers they typed last.
  readonly typed: readonly string[]
}

export type Helped = { readonly helpers?: readonly Helper[]; readonly turn?: number }

/** Given, and not over by itself, by the applicant, or by somebody who took the application over. */
export const isHelping = ({ turn = 0 }: Helped, helper: Helper, now: number): boolean =>
  helper.endedAt === undefined && now < helper.until && helper.turn === turn

export const helperOf = (helped: Helped, id: string, now: number): Helper | undefined =>
  (helped.helpers ?? []).find((one) => one.id === id && isHelping(helped, one, now))

export const helpersNow = (helped: Helped, now: number): readonly Helper[] =>
  (helped.helpers ?? []).filter((one) => isHelping(helped, one, now))

export const mayAs = ({ may }: Pick<Helper, 'may'>, wanted: HelperMay): boolean =>
  helperMays.indexOf(may) >= helperMays.indexOf(wanted)

export const calledHelper = ({ name, relation }: Pick<Helper, 'name' | 'relation'>): string => `${name} (${relation})`

/** How many may have it at once. */
export const mostHelpers = 3

const dayMs = 86_400_000
export const helperDays = 28

export const endOfHelp = (from: number): number => from + helperDays * dayMs

type Page = { readonly key: string; readonly typed: Typed; readonly was: Typed }

/** Who typed which page last. A page that is saved as it stood stays whose it was. `hand`: a helper's id; absent for the applicant. */
export const handedOver = (
  helpers: readonly Helper[] | undefined,
  pages: readonly Page[],
  hand: string | undefined,
): readonly Helper[] | undefined => {
  const keys = pages.filter(({ typed, was }) => JSON.stringify(typed) !== JSON.stringify(was)).map(({ key }) => key)
  if (helpers === undefined || keys.length === 0) return helpers
  return helpers.map((helper) => {
    const others = helper.typed.filter((key) => !keys.includes(key))
    return { ...helper, typed: helper.id === hand ? [...others, ...keys] : others }
  })
}
