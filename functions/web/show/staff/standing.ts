// What officers decided on a case and where it has stood, beside what the rules propose. It quotes reasons and proof: for who may see those.
import type { Standing } from '#services/service.ts'
import type { Variables } from '#web/template-runtime.ts'
import { onOneLine } from '../controls/entered.ts'
import type { Tag } from '../tags.ts'

// Undefined where nothing was decided yet.
export const standingShown = (standing: Standing | undefined, maySeeSensitive: boolean): Variables | undefined => {
  const { decisions = [], placings = [], proposed, called } = standing ?? {}
  if (decisions.length + placings.length === 0 && proposed === undefined) return undefined
  const placed = ({ title, lines }: Standing['placings'][number]) => ({ title, lines: lines.map(onOneLine) })
  return {
    hidden: !maySeeSensitive,
    proposed: proposed && placed(proposed),
    placings: placings.map(placed),
    called: called ?? 'Awards and lower priorities',
    decisions: decisions.map(({ title, state, lines }) => ({
      ...{ title, lines: lines.map(onOneLine) },
      ...(called === undefined ? { tag: tags[state] } : {}),
    })),
  }
}

const tags: Readonly<Record<Standing['decisions'][number]['state'], Tag>> = {
  stands: { text: 'In force', colour: 'green' },
  'ends-soon': { text: 'Ends soon', colour: 'yellow' },
  ended: { text: 'Ended', colour: 'grey' },
}
