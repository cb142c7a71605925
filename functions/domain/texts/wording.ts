// The words of a text as staff changed them: a version is never changed, another person approves it, and each that was approved can be
// gone back to (docs/rules/texts.md, "Changed words").

export type By = { readonly id: string; readonly name: string }

export type Wording = {
  readonly service: string
  readonly template: string
  // The product's own words have the first versions; these go on from there.
  readonly version: number
  readonly words: string
  readonly why: string
  readonly by: By
  readonly at: number
  readonly approved?: { readonly by: By; readonly at: number }
}

// What counts now, of each template of a service. `words` is absent where the product's own count, and `stopped` says that none of it goes.
export type Live = {
  readonly version: number
  readonly of: Readonly<Record<string, LiveWording>>
}
export type LiveWording = {
  readonly words?: string
  readonly version?: number
  readonly stopped?: { readonly by: string; readonly at: number }
}

export const untouchedWording: Live = { version: 0, of: {} }

/** The next version of a template's words. `own`: that of the product's words. */
export const nextVersion = (own: number, all: readonly Pick<Wording, 'version'>[]): number =>
  Math.max(own, ...all.map(({ version }) => version)) + 1

/** Somebody else than who wrote them. */
export const mayApprove = ({ by, approved }: Wording, userId: string): boolean =>
  approved === undefined && by.id !== userId

/** With the words of a version, or with the product's own. Whether it is stopped stays as it was. */
export const withWords = (
  live: Live,
  template: string,
  wording: Pick<Wording, 'words' | 'version'> | undefined,
): Live => {
  const { stopped } = live.of[template] ?? {}
  const words = wording === undefined ? {} : { words: wording.words, version: wording.version }
  return changed(live, template, { ...words, ...(stopped === undefined ? {} : { stopped }) })
}

export const withStopped = (live: Live, template: string, stopped: LiveWording['stopped']): Live => {
  const { stopped: _before, ...rest } = live.of[template] ?? {}
  return changed(live, template, stopped === undefined ? rest : { ...rest, stopped })
}

const changed = ({ version, of }: Live, template: string, now: LiveWording): Live => ({
  version: version + 1,
  of: { ...of, [template]: now },
})
