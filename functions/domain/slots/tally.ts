// People who come to a Digital Champion without a place: counted by the help that they had, with nothing of who they are
// (docs/rules/bookings.md, "Drop-ins").

export const helpKinds = {
  online: 'Getting online',
  email: 'Email',
  benefit: 'A benefit claim',
  ours: 'A form of ours',
  device: 'Their phone, tablet or computer',
} as const

export type HelpKind = keyof typeof helpKinds

// What was pressed, in order, so that the last can be taken back. `first`: it was their first time here.
export type HelpGiven = { readonly kind: HelpKind; readonly first: boolean }

// Of a place and a day. `version` rises with each change.
export type Tally = { readonly version: number; readonly helped: readonly HelpGiven[] }

export const noTally: Tally = { version: 0, helped: [] }

// A day at one place.
export const mostHelped = 500

export const oneMore = ({ version, helped }: Tally, one: HelpGiven): Tally => ({
  version: version + 1,
  helped: [...helped, one],
})

/** The last of a kind, first time or not, taken back: undefined where there is none. */
export const oneLess = ({ version, helped }: Tally, one: HelpGiven): Tally | undefined => {
  const at = helped.findLastIndex(({ kind, first }) => kind === one.kind && first === one.first)
  return at < 0 ? undefined : { version: version + 1, helped: helped.toSpliced(at, 1) }
}

export type HelpCount = { readonly kind: HelpKind; readonly first: number; readonly again: number }

export const helpCounts = ({ helped }: Tally): readonly HelpCount[] =>
  kindsOfHelp.map((kind) => ({
    kind,
    first: helped.filter((one) => one.kind === kind && one.first).length,
    again: helped.filter((one) => one.kind === kind && !one.first).length,
  }))

export const kindsOfHelp: readonly HelpKind[] = ['online', 'email', 'benefit', 'ours', 'device']

export const isHelpKind = (id: string): id is HelpKind => id in helpKinds
