// Who does not come to an appointment, for staff: by how long before, and how, they chose their time.
import type { Sums } from '#domain/measures/counting/sums.ts'
import { percentWords } from '#domain/measures/figures/rates.ts'
import { aheadFor, type Missed, missedByChannel, missedByLead } from '#domain/measures/figures/visits.ts'
import { numberCell, numbers, type TableShown, textCell, words } from './tables.ts'

export const visitTables = (sums: Sums, month: string): readonly TableShown[] => [
  ...tableOf(missedByLead(sums), {
    ...{ id: 'missed-lead', caption: `Who did not come in ${month}, by when they chose their time` },
    ...{ head: 'Days before', words: (of) => of },
  }),
  ...tableOf(missedByChannel(sums), {
    ...{ id: 'missed-way', caption: `Who did not come in ${month}, by how they booked` },
    ...{ head: 'How', words: (of) => channelWords[of] },
  }),
]

type Told<Of> = {
  readonly id: string
  readonly caption: string
  readonly head: string
  readonly words: (of: Of) => string
}

const tableOf = <Of>(
  all: readonly Missed<Of>[],
  { id, caption, head, words: said }: Told<Of>,
): readonly TableShown[] =>
  all.length === 0
    ? []
    : [
        {
          ...{ id, caption, head: [...words(head), ...numbers('Did not come', 'Of', 'Share')] },
          rows: all.map(({ of, ratio }) => [
            textCell(said(of)),
            numberCell(ratio.n),
            numberCell(ratio.d),
            textCell(percentWords(ratio)),
          ]),
        },
      ]

const channelWords = {
  ...{ self: 'By themselves', helper: 'With a helper', 'with-staff': 'In person, with staff' },
  ...{ keyed: 'By phone', paper: 'By letter', other: 'By email and the rest' },
} as const

export const aheadWords = (sums: Sums): readonly string[] => {
  const [half, most] = [aheadFor(sums, 50), aheadFor(sums, 90)]
  return half === undefined || most === undefined
    ? []
    : [
        `Half of the people chose a time ${daysWords(half)} ahead or less, and nine in ten one ${daysWords(most)} ahead or less.`,
      ]
}

const daysWords = (days: number): string => `${days} day${days === 1 ? '' : 's'}`
