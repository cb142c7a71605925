// The draft of a timetable, what it would do, and the versions that were published.
import { mayCall, otherWayInWords } from '#domain/cases/contact.ts'
import { inWords } from '#domain/day.ts'
import { timeInWords } from '#domain/forms/fields/slot-time.ts'
import { type Element, nameOf } from '#domain/slots/elements.ts'
import type { Timetable } from '#domain/slots/timetable.ts'
import type { RotaPreview, Uncovered } from '#usecases/booking/rota/publish.ts'
import type { RotaDraft, RotaEdition } from '#usecases/ports/timetables.ts'
import type { Variables } from '#web/template-runtime.ts'
import { onOneLine } from '../../controls/entered.ts'
import { moment } from '../../when.ts'
import { type StaffAround, staffPage } from '../around.ts'
import { elementLinesOf, elementName } from './timetable-pages.ts'

export type RotaDraftPage = {
  readonly around: StaffAround
  readonly at: string
  readonly base: Timetable
  readonly draft: RotaDraft
  // This person asked for it, and another has to publish it.
  readonly mine: boolean
}

export const rotaDraftPage = ({ around, at, base, draft, mine }: RotaDraftPage): string => {
  const { from = '', reason, asked } = draft.plan ?? {}
  const title = `Draft from ${inWords(from)}`
  const by = `${mine ? 'You' : asked?.by.name} asked for it on ${moment(asked?.at ?? 0)}.`
  return staffPage(
    'timetable/draft',
    around,
    { title },
    {
      ...{ title, at, reason, changes: draft.changes.map((change) => changeShown(change, base)) },
      asked:
        asked &&
        `${by} ${mine ? 'Another manager of your team' : 'You or another manager'} has to look at it and publish it.`,
    },
  )
}

const changeShown = (change: Element, base: Timetable): Variables => ({
  ...{ name: elementName(change, base), key: nameOf(change), lines: elementLinesOf(change, base) },
})

export type RotaPreviewPage = RotaDraftPage & { readonly preview: RotaPreview; readonly problem?: string }

export const rotaPreviewPage = ({ around, at, base, draft, mine, preview, problem }: RotaPreviewPage): string => {
  const { from = '', reason, asked } = draft.plan ?? {}
  const title = `What changes from ${inWords(from)}`
  const alone = !preview.twoPeople || (asked !== undefined && !mine)
  return staffPage(
    'timetable/preview',
    around,
    { title, failed: problem !== undefined },
    {
      ...{ title, at, reason, version: draft.version },
      changes: draft.changes.map((change) => changeShown(change, base)),
      problems: problem === undefined ? [] : [{ text: problem, href: '#publish' }],
      asked: asked === undefined || mine ? undefined : `${asked.by.name} asked for it on ${moment(asked.at)}.`,
      ...uncoveredShown(preview.uncovered),
      ...toldBefore(preview, base),
      ...{ two: preview.twoPeople, button: alone ? 'Publish it' : 'Ask another manager to publish it' },
    },
  )
}

const toldBefore = ({ weeks, takesOver, faults }: RotaPreview, base: Timetable): Variables => ({
  weeks: weeks.map(({ place, type, monday, before, after }) => ({
    what: `${base.types[type]?.name ?? type}, ${base.places[place]?.name ?? place}`,
    ...{ week: inWords(monday), before, after },
    change: after < before ? `${before - after} lost` : `${after - before} gained`,
  })),
  takesOver: takesOver.map((one) => `From ${inWords(one.from)} another version takes over: ${elementName(one, base)}.`),
  stops: faults.filter(({ stops }) => stops).map(({ words }) => words),
  warnings: faults.filter(({ stops }) => !stops).map(({ words }) => words),
})

const uncoveredShown = (uncovered: readonly Uncovered[]): Variables => ({
  booked: uncovered.map(({ subject, appointment }) => ({
    when: `${timeInWords(appointment.from)} to ${timeInWords(appointment.until)}, ${inWords(appointment.day)}`,
    ...{ name: onOneLine(subject.title), reference: subject.reference, what: appointment.what },
    href: `/cases/${encodeURIComponent(subject.reference)}`,
    how:
      mayCall(subject.applicant) && subject.applicant.phone !== undefined
        ? `Call ${subject.applicant.phone}`
        : otherWayInWords(subject.applicant, 'text'),
  })),
  count:
    uncovered.length === 0
      ? 'Nobody is booked without cover'
      : uncovered.length === 1
        ? '1 person is booked without cover'
        : `${uncovered.length} people are booked without cover`,
})

export type RotaVersionsPage = {
  readonly around: StaffAround
  readonly at: string
  readonly editions: readonly RotaEdition[]
  readonly runs: boolean
}

export const rotaVersionsPage = ({ around, at, editions, runs }: RotaVersionsPage): string => {
  const title = 'Versions of the timetable'
  return staffPage(
    'timetable/versions',
    around,
    { title },
    {
      ...{ title, at, runs },
      editions: editions.map((edition) => ({
        name: `Version ${edition.version}`,
        href: `${at}/versions/${edition.version}`,
        ...{ from: inWords(edition.from), by: edition.by.name, at: moment(edition.at), reason: edition.reason },
      })),
    },
  )
}

export type RotaVersionPage = {
  readonly around: StaffAround
  readonly at: string
  readonly base: Timetable
  readonly edition: RotaEdition
  readonly runs: boolean
  readonly pending: boolean
  readonly newest: boolean
  readonly uncovered: readonly Uncovered[]
}

export const rotaVersionPage = (given: RotaVersionPage): string => {
  const { around, at, base, edition, runs, pending, newest } = given
  const title = `Version ${edition.version} of the timetable`
  const here = `${at}/versions/${edition.version}`
  return staffPage(
    'timetable/version',
    around,
    { title },
    {
      title,
      reason: edition.reason,
      told: `From ${inWords(edition.from)}. Published by ${edition.by.name} on ${moment(edition.at)}${edition.asked === undefined ? '' : `, asked for by ${edition.asked.name}`}.`,
      changes: edition.changes.map(({ before, after }) => ({
        name: elementName(after.is === null ? before : after, base),
        ...{ before: elementLinesOf(before, base), after: elementLinesOf(after, base) },
      })),
      ...uncoveredShown(given.uncovered),
      rest: edition.whole || !runs ? undefined : `${here}/rest`,
      withdraw: pending && runs ? `${here}/withdraw` : undefined,
      backTo: newest || !runs ? undefined : `${here}/back`,
    },
  )
}
