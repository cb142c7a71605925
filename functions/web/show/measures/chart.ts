// Lines over time as numbers for an SVG, made here and printed by a template: no program runs in the
// browser, and no style that the content policy would refuse (docs/decisions/own-charts.md).

// `open`: not final. `mark`: a letter above it.
export type ChartPoint = { readonly value?: number; readonly open?: boolean; readonly mark?: string }

export type Series = { readonly name: string; readonly points: readonly ChartPoint[] }

export type ChartOf = {
  readonly labels: readonly string[]
  readonly series: readonly Series[]
  // The top of the scale; it always begins at 0.
  readonly most: number
  readonly unit: string
  // Places before which the way of counting changed.
  readonly breaks?: readonly number[]
}

const box = { width: 400, height: 240, left: 48, right: 330, top: 16, bottom: 190 } as const

// At least 3:1 on white and told apart without colour by their labels (Analysis Function, "Data
// visualisation: colours in charts").
const colours = ['#12436D', '#801650'] as const

export const chart = ({ labels, series, most, unit, breaks = [] }: ChartOf) => {
  const x = (at: number): number =>
    round(labels.length < 2 ? box.left : box.left + (at * (box.right - box.left)) / (labels.length - 1))
  const y = (value: number): number => round(box.bottom - (value / most) * (box.bottom - box.top))
  return {
    box,
    grid: [0, 0.25, 0.5, 0.75, 1].map((part) => ({ y: y(most * part), text: `${trimmed(most * part)}${unit}` })),
    ticks: ticksOf(labels).map(({ at, text, anchor }) => ({ x: x(at), text, anchor })),
    breaks: breaks.map((at) => breakAt(round(x(at) - (x(1) - x(0)) / 2))),
    lines: series.slice(0, colours.length).map((one, place) => lineOf(one, place, { x, y, unit })),
  }
}

// Its words stand below the axis, where no line runs, and towards the middle.
const breakAt = (x: number) =>
  x > (box.left + box.right) / 2 ? { x, anchor: 'end', wordsX: x - 4 } : { x, anchor: 'start', wordsX: x + 4 }

type Scales = { readonly x: (at: number) => number; readonly y: (value: number) => number; readonly unit: string }

const lineOf = ({ name, points }: Series, place: number, { x, y, unit }: Scales) => {
  const known = points.flatMap(({ value, open, mark }, at) =>
    value === undefined ? [] : [{ at, x: x(at), y: y(value), value, open: open === true, mark }],
  )
  const last = known.at(-1)
  return {
    name,
    colour: colours[place],
    dashed: place > 0,
    path: pathOf(known),
    dots: known,
    end:
      last === undefined
        ? undefined
        : {
            x: last.x + 8,
            y: last.y + 5,
            text: unit === '' ? last.value.toLocaleString('en-GB') : `${last.value.toFixed(1)}${unit}`,
          },
  }
}

// A gap where there is no data: a line never says what nobody counted.
const pathOf = (known: readonly { readonly at: number; readonly x: number; readonly y: number }[]): string =>
  known.map(({ at, x, y }, place) => `${known[place - 1]?.at === at - 1 ? 'L' : 'M'}${x} ${y}`).join(' ')

// The first, the last and one between: more do not fit on a phone.
const ticksOf = (labels: readonly string[]) => {
  const [last, middle] = [labels.length - 1, Math.floor((labels.length - 1) / 2)]
  const all = [
    { at: 0, anchor: 'start' },
    { at: middle, anchor: 'middle' },
    { at: last, anchor: 'end' },
  ]
  return all
    .filter(({ at }, place) => at >= 0 && all.findIndex((one) => one.at === at) === place)
    .map((one) => ({ ...one, text: labels[one.at] ?? '' }))
}

const round = (value: number): number => Math.round(value * 10) / 10

const trimmed = (value: number): string => round(value).toLocaleString('en-GB')
