// Two years of believable figures for the dashboards, as sealed months: nobody's case is made for them. A few rules give each service its
// size, its seasons and a story: people finish more often after a page was made easier, and bookings take over from calls.
import { joined, type Sums } from '#domain/measures/counting/sums.ts'
import { definitionIn } from '#domain/measures/figures/definitions.ts'
import {
  finalOn,
  type Month,
  monthAfter,
  monthOfDay,
  provisionalOn,
  type SealedMonth,
} from '#domain/measures/months.ts'
import { serviceOf } from '#services/catalogue.ts'
import { pagesIn } from './believable-pages.ts'
import { believableVisits, noTimesIn } from './believable-times.ts'

type Story = {
  readonly service: string
  readonly starts: number
  // Shares of starts, first month and last.
  readonly finish: readonly [number, number]
  readonly told: number
  readonly automated: readonly [number, number]
  readonly happy: readonly [number, number]
  readonly inTime: readonly [number, number]
  // Working days to a first answer and to a decision, as steps of the histogram.
  readonly waits: readonly [string, string]
  // Quiet in August and December, busy after.
  readonly season: readonly number[]
}

const even = [1.1, 1, 1.05, 1, 1, 0.95, 0.9, 0.8, 1.05, 1.1, 1, 0.75]

const stories: readonly Story[] = [
  {
    service: 'housing',
    starts: 420,
    finish: [0.52, 0.66],
    told: 0.11,
    automated: [0, 0],
    happy: [0.7, 0.79],
    inTime: [0.68, 0.83],
    waits: ['5', '40'],
    season: even,
  },
  {
    service: 'bookings',
    starts: 1650,
    finish: [0.71, 0.84],
    told: 0.02,
    automated: [0.58, 0.81],
    happy: [0.82, 0.88],
    inTime: [1, 1],
    waits: ['0', '0'],
    season: even,
  },
  {
    service: 'planning',
    starts: 240,
    finish: [0.44, 0.57],
    told: 0.16,
    automated: [0, 0],
    happy: [0.61, 0.68],
    inTime: [0.74, 0.81],
    waits: ['10', '40'],
    season: [0.7, 0.9, 1.2, 1.2, 1.2, 1.1, 1, 0.9, 1, 1, 0.9, 0.6],
  },
  {
    service: 'complaints',
    starts: 60,
    finish: [0.58, 0.72],
    told: 0.04,
    automated: [0, 0],
    happy: [0.36, 0.48],
    inTime: [0.71, 0.86],
    waits: ['5', '10'],
    season: even,
  },
]

const months = 24

// SHA-256, in hex.
export const believableMonths = (
  today: string,
  digest: (text: string) => string,
): readonly { readonly service: string; readonly month: SealedMonth }[] =>
  stories.flatMap((story) =>
    Array.from({ length: months }, (_, at) => monthAfter(monthOfDay(today), at - months)).flatMap((month, at) => {
      if (provisionalOn(month) > today) return []
      const sums = joined([
        sumsIn(story, month, at / (months - 1)),
        ...(at >= months - 2 ? [pagesOf(story, month)] : []),
      ])
      return [
        {
          service: story.service,
          month: {
            ...{ month, edition: finalOn(month) > today ? 'p' : 'f', definition: definitionIn(month).version },
            ...{
              sums,
              facts: sums.starts ?? 0,
              digest: digest(JSON.stringify(sums)),
              sealedAt: Date.parse(`${provisionalOn(month)}T06:00:00Z`),
            },
          },
        },
      ]
    }),
  )

const sumsIn = (story: Story, month: Month, way: number): Sums => {
  const wobble = (name: string): number => 1 + (chanceOf(`${story.service} ${month} ${name}`) - 0.5) * 0.06
  const between = ([from, to]: readonly [number, number]): number => from + (to - from) * way
  const number = Number(month.slice(5)) - 1
  const starts = Math.round(story.starts * (story.season[number] ?? 1) * wobble('starts') * (1 + 0.2 * way))
  const sent = Math.round(starts * (between(story.finish) - story.told) * wobble('finish'))
  const told = Math.round(starts * story.told * wobble('told'))
  const done = sent + told
  const [handed, ours] = [Math.round(starts * 0.03 * wobble('handed')), Math.round(starts * 0.004 * wobble('ours'))]
  const none = noTimesIn(story.service, sent, way)
  return {
    ...startsIn(starts),
    ...{ 'end.sent': sent, 'end.told': told, 'end.handed-on': handed, 'end.ours': ours },
    ...{ 'end.no-times': none, 'end.dropped': Math.max(0, starts - done - handed - ours - none) },
    ...{ 'done.28d': done, 'done.7d': Math.round(done * 0.93), 'done.24h': Math.round(done * 0.81) },
    ...devicesIn(starts, way),
    ...outcomesIn(Math.round(sent * 0.97), between(story.automated), between(story.inTime)),
    ...casesIn(sent, story.waits, way),
    // Fewer call and use paper each month.
    ...{ 'done.keyed': Math.round(done * (0.3 - 0.18 * way)), 'done.paper': Math.round(done * (0.08 - 0.05 * way)) },
    ...ratingsIn(Math.round(done * 0.14), between(story.happy)),
    ...textsIn(Math.round(sent * 2.2), wobble('texts')),
    ...waysIn(done),
    ...onlyOf[story.service]?.(sent, way),
  }
}

// Of the last two months alone: what staff look at.
const pagesOf = ({ service, starts, finish }: Story, month: Month): Sums => {
  const form = serviceOf(service)?.form
  return form === undefined
    ? {}
    : pagesIn({ form, starts, finished: starts * finish[1], chance: (name) => chanceOf(`${service} ${month} ${name}`) })
}

const startsIn = (starts: number): Sums => {
  const [helper, beside] = [Math.round(starts * 0.07), Math.round(starts * 0.02)]
  return { starts, 'starts.self': starts - helper - beside, 'starts.helper': helper, 'starts.with-staff': beside }
}

const waysIn = (done: number): Sums => {
  const [helper, beside] = [Math.round(done * 0.06), Math.round(done * 0.03)]
  return { 'done.self': done - helper - beside, 'done.helper': helper, 'done.with-staff': beside }
}

// More time is agreed for a tenth of planning decisions.
const agreedIn = (sent: number): Sums => ({
  'outcomes.agreed': Math.round(sent * 0.1),
  'outcomes.agreed.in-time': Math.round(sent * 0.08),
})

// What one service alone has.
const onlyOf: Readonly<Record<string, (sent: number, way: number) => Sums>> = {
  planning: agreedIn,
  bookings: believableVisits,
}

const devicesIn = (starts: number, way: number): Sums => {
  const phone = Math.round(starts * (0.55 + 0.12 * way))
  const tablet = Math.round(starts * 0.06)
  return {
    'starts.device.phone': phone,
    'starts.device.tablet': tablet,
    'starts.device.desktop': starts - phone - tablet,
  }
}

const outcomesIn = (outcomes: number, automated: number, inTime: number): Sums => {
  const a3 = Math.round(outcomes * automated)
  return {
    ...{ outcomes, 'outcomes.A3': a3, 'outcomes.A1': outcomes - a3, 'outcomes.in-time': Math.round(outcomes * inTime) },
    ...(a3 > 0 ? { 'outcomes.undone': Math.round(a3 * 0.01), 'only.assign': Math.round((outcomes - a3) * 0.4) } : {}),
  }
}

const casesIn = (cases: number, [first, whole]: Story['waits'], way: number): Sums => ({
  cases,
  'cases.complete': Math.round(cases * (0.31 + 0.2 * way)),
  'cases.asked': Math.round(cases * (0.42 - 0.15 * way)),
  'cases.reassessed': Math.round(cases * 0.06),
  // Fewer have to ask since they are told more.
  'cases.contacted': Math.round(cases * (0.34 - 0.14 * way)),
  'cases.contacted-again': Math.round(cases * (0.12 - 0.06 * way)),
  contacts: Math.round(cases * (0.55 - 0.25 * way)),
  [`first.${first}`]: Math.round(cases * 0.7),
  'first.20': Math.round(cases * 0.3),
  [`whole.${whole}`]: Math.round(cases * 0.8),
  'whole.more': Math.round(cases * 0.17),
})

const ratingsIn = (all: number, happy: number): Sums => {
  const [very, fairly] = [Math.round(all * happy * 0.6), Math.round(all * happy * 0.4)]
  const rest = all - very - fairly
  return {
    ...{ 'rated.very-satisfied': very, 'rated.satisfied': fairly, 'rated.neither': Math.round(rest * 0.5) },
    ...{
      'rated.dissatisfied': Math.round(rest * 0.3),
      'rated.very-dissatisfied': rest - Math.round(rest * 0.5) - Math.round(rest * 0.3),
    },
  }
}

const textsIn = (all: number, wobble: number): Sums => {
  const failed = Math.round(all * 0.02 * wobble)
  return {
    'texts.essential.delivered': all - failed - 3,
    'texts.essential.failed': failed,
    'texts.essential.uncertain': 3,
    'texts.why.unreachable': Math.round(failed * 0.6),
    'texts.why.no-such-address': failed - Math.round(failed * 0.6),
  }
}

// From 0 to 1, the same for the same name (FNV-1a).
const chanceOf = (name: string): number =>
  ([...name].reduce((hash, letter) => Math.imul(hash ^ letter.charCodeAt(0), 16_777_619), 2_166_136_261) >>> 0) /
  4_294_967_296
