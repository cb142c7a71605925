// A case as a row of a list, of a worklist or of what was found.
import type { ListedCase } from '#domain/cases/case.ts'
import type { Happening } from '#domain/cases/desk/row.ts'
import type { State } from '#domain/cases/workflow.ts'
import { type Day, daysBetween, inWords } from '#domain/day.ts'
import { first } from '#domain/forms/clean.ts'
import { londonDay } from '#domain/london.ts'
import { decideBy } from '#domain/rules/statutory.ts'
import type { Variables } from '#web/template-runtime.ts'
import { onOneLine } from '../../controls/entered.ts'
import type { Tag } from '../../tags.ts'
import { ago } from '../../when.ts'
import type { WorklistView } from '../around.ts'
import { newsTag } from '../news.ts'

export type RowNaming = {
  readonly stateOf: (subject: ListedCase) => State
  readonly serviceName: (subject: ListedCase) => string
  readonly today: Day
  // In milliseconds.
  readonly now: number
  // Of a case whose team they work in, a row says the band.
  readonly seesBand?: (subject: ListedCase) => boolean
  // What somebody else did after this instant is new to whoever looks.
  readonly since?: number
  readonly me?: string
  // References of cases with a document whose check should have ended.
  readonly late?: ReadonlySet<string>
}

export const caseRow = (subject: ListedCase, naming: RowNaming, show?: WorklistView): Variables => {
  const { today, late } = naming
  const state = naming.stateOf(subject)
  return {
    ...namesOf(subject, naming),
    ...saidOf(subject, naming, show),
    state: { text: state.label, colour: state.tag },
    received: inWords(londonDay(subject.openedAt)),
    place: show === 'register' ? placeShown(subject) : undefined,
    due:
      show === 'closed' || show === 'register'
        ? { words: inWords(londonDay(subject.changedAt)) }
        : { words: 'None', ...dueOf(subject, today), law: lawOf(subject, today) },
    assignee: subject.assignee?.name,
    restricted: subject.sensitive === true,
    ends: endsTag(subject, today),
    news: subject.news === undefined ? undefined : newsTag(subject.news),
    late: late?.has(subject.reference) === true ? lateTag : undefined,
  }
}

const namesOf = (subject: ListedCase, { serviceName }: RowNaming): Variables => ({
  reference: subject.reference,
  href: `/cases/${encodeURIComponent(subject.reference)}`,
  title: onOneLine(subject.title),
  service: serviceName(subject),
})

// What it is about, and what changed last.
const saidOf = ({ row, ...subject }: ListedCase, naming: RowNaming, show?: WorklistView): Variables => {
  const { now, seesBand, since, me } = naming
  const { what, band, last } = row ?? {}
  const bands = band !== undefined && show !== 'register' && seesBand?.(subject) === true ? [band] : []
  const about = [...(what === undefined ? [] : [what]), ...bands]
  return {
    about: about.length === 0 ? undefined : onOneLine(about.join('. ')),
    last: last === undefined ? undefined : `${happened(last, subject)}, ${ago(last.at, now)}`,
    isNew: last !== undefined && since !== undefined && last.at > since && last.by !== me,
  }
}

// The name of whoever has it stands in the row as it is.
const happened = ({ by, words }: Happening, { assignee }: ListedCase): string =>
  onOneLine(by === assignee?.name ? first(words) : `${by} ${words}`)

// "Band B, 2 bedrooms, 3 April 2026"
const placeShown = ({ place }: ListedCase): string => {
  if (place === undefined) return 'See the case'
  const { band, bedrooms, effectiveDate } = place
  const rooms = bedrooms === undefined ? [] : [bedrooms === 1 ? '1 bedroom' : `${bedrooms} bedrooms`]
  return [`Band ${band}`, ...rooms, inWords(effectiveDate)].join(', ')
}

const dueOf = ({ dueOn, waitingSince }: ListedCase, today: Day): Variables | undefined => {
  if (dueOn === undefined) return undefined
  return waitingSince === undefined ? { words: inWords(dueOn), tag: dueTag(dueOn, today) } : { words: paused }
}

// The law's own day does not stand still with the target.
const lawOf = ({ statutory, dueOn }: ListedCase, today: Day): string | undefined => {
  if (statutory === undefined || dueOn === undefined) return undefined
  const last = decideBy(statutory)
  const left = daysBetween(today, last)
  const words = left < 0 ? 'over' : left === 0 ? 'last day' : left === 1 ? '1 day' : `${left} days`
  return `By law ${inWords(last)} (${words})`
}

// What an officer decided and will soon not stand any more, or stands no more since.
const endsTag = ({ endings }: ListedCase, today: Day): Tag | undefined => {
  const [next] = endings ?? []
  if (next === undefined || daysBetween(today, next.on) > 14) return undefined
  const what = whatEnds[next.is ?? 'award']
  return { text: `${what} ${next.on <= today ? 'ended' : 'ends'} ${inWords(next.on)}`, colour: 'orange' }
}

const whatEnds = { award: 'Award', reduction: 'Lower priority', room: 'Extra room' } as const

const lateTag: Tag = { text: 'Document not checked yet', colour: 'red' }

// The target stands still while we wait for the applicant.
export const paused = 'Paused'

export const dueTag = (dueOn: Day, today: Day): Tag | undefined => {
  const left = daysBetween(today, dueOn)
  if (left < 0) return { text: 'Overdue', colour: 'red' }
  return left <= 5 ? { text: left === 0 ? 'Due today' : 'Due soon', colour: 'yellow' } : undefined
}
