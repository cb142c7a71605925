// How a form that was started can end, for whoever counts (docs/rules/measures.md, "Starts and ends").

// What an exit page says it is. Told: they have the answer they came for. Handed on: they must begin
// again with a person. Elsewhere: another council or service decides it. On the way: it only asks
// them to look again, so whoever leaves there gave up.
export const exitEnds = ['told', 'elsewhere', 'handed-on', 'on-the-way'] as const
export type ExitEnd = (typeof exitEnds)[number]

// What a draft keeps of how it ended. 'no-times': nothing was free when they looked. 'ours': we could
// not serve them. 'listed': sent, to wait for a time.
export type Ending = {
  readonly is: Exclude<ExitEnd, 'on-the-way'> | 'no-times' | 'ours' | 'listed'
  // A page key, without the item of a list.
  readonly page: string
  // An instant in milliseconds.
  readonly at: number
}
