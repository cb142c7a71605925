// What of a service's workflow is counted, and as what (docs/rules/measures.md, "Automation").

// States by id, actions by id.
export type Counts = {
  // The first of these that a case comes to is its outcome: what the person waited for.
  readonly outcomes: readonly string[]
  // Staff take back what was told.
  readonly undoes: readonly string[]
  // Staff only confirm what the rules proposed.
  readonly confirms: readonly string[]
  // We asked for more, or said that it is not valid.
  readonly asks: readonly string[]
  readonly reassesses: readonly string[]
  // Somebody asked for another time, or for none any more: each is counted by itself.
  readonly moves?: readonly string[]
  readonly cancels?: readonly string[]
  // States in which somebody waits for a time.
  readonly lists?: readonly string[]
  // States in which somebody stands on a register, and in which they stay as they were.
  readonly register?: { readonly on: readonly string[]; readonly meanwhile: readonly string[] }
  // States after an appointment: they came, and they did not.
  readonly seen?: readonly string[]
  readonly missed?: readonly string[]
}
