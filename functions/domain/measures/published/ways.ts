// How many completed in each way, as it may be published: totals of what is digital and of what is not are published
// too, and of those who had help (docs/rules/measures.md, "Ways").
import { channels, type FactChannel } from '../counting/facts.ts'
import { countIn, type Sums } from '../counting/sums.ts'
import { isHiddenShare } from '../figures/hidden-shares.ts'
import { type CountCell, suppressedLine } from './suppression.ts'

export type WayCount = { readonly channel: FactChannel; readonly cell: CountCell }

export const waysCompleted = (sums: Sums, { hides }: { readonly hides: boolean }): readonly WayCount[] => {
  const counts = channels.map((channel) => countIn(sums, `done.${channel}`))
  const shown = hides ? publishedWays(sums, counts) : counts
  return channels.map((channel, at) => ({ channel, cell: shown[at] ?? 'c' }))
}

const digital = 3

const publishedWays = (sums: Sums, counts: readonly number[]): readonly CountCell[] => {
  if (isHiddenShare('take-up', sums)) return counts.map(() => 'c')
  const helped = isHiddenShare('assisted', sums) ? counts.slice(1, digital) : hiddenIn(counts.slice(1, digital))
  const online = hiddenIn(counts.slice(0, digital)).map((cell, at) => (at > 0 && helped[at - 1] === 'c' ? 'c' : cell))
  return [...online, ...hiddenIn(counts.slice(digital))]
}

const hiddenIn = (line: readonly number[]): readonly CountCell[] => {
  const found = suppressedLine(line)
  return found === 'totals only' ? line.map(() => 'c') : found
}

// What staff did for them, in whatever way they asked, is one count.
export type ChangeCount = WayCount & { readonly change: 'move' | 'cancel' }

export const changesMade = (sums: Sums, { hides }: { readonly hides: boolean }): readonly ChangeCount[] =>
  (['move', 'cancel'] as const).flatMap((change) => {
    const of = (channel: FactChannel): number => countIn(sums, `changes.${change}.${channel}`)
    const counts = [of('self'), channels.filter((way) => way !== 'self').reduce((sum, way) => sum + of(way), 0)]
    const shown = hides ? hiddenIn(counts) : counts
    return (['self', 'with-staff'] as const).map((channel, at) => ({ change, channel, cell: shown[at] ?? 'c' }))
  })

export const hasChanges = (sums: Sums): boolean => changesMade(sums, { hides: false }).some(({ cell }) => cell !== 0)
