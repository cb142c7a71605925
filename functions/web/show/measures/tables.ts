// What a table of figures is made of.
export type Cell = {
  readonly text: string
  readonly href?: string
  // Said after a link's words to whoever hears them alone.
  readonly more?: string
  readonly tag?: { readonly text: string; readonly colour: string }
}

export type TableShown = {
  readonly id: string
  readonly caption: string
  readonly head: readonly { readonly text: string; readonly number?: true }[]
  // The first cell names the row.
  readonly rows: readonly (readonly Cell[])[]
}

export const words = (...heads: readonly string[]): TableShown['head'] => heads.map((text) => ({ text }))

export const numbers = (...heads: readonly string[]): TableShown['head'] =>
  heads.map((text) => ({ text, number: true }))

export const textCell = (text: string): Cell => ({ text })

export const numberCell = (count: number): Cell => ({ text: count.toLocaleString('en-GB') })
