// Who and what a case is found by, read from what it shows of itself: its applicant, and the record of what was answered.
import type { Case } from '../cases/case.ts'
import { dayFromWords } from '../day.ts'
import type { Entry, RecordPart } from '../forms/answered/record.ts'
import { postcodeOf } from '../forms/fields/address.ts'
import { anyNumber } from '../forms/fields/phone.ts'
import type { Findable, FindablePerson, FindablePlace, RoleOnCase } from './find-keys.ts'

// An answer: by the id of its question, or by its label where it stands beneath the answer to another.
export type Finding = string | { readonly under: string; readonly label: string }

// Which answers of a service say it.
export type Finds = {
  readonly people: readonly {
    readonly role: RoleOnCase
    // One name, or its parts in their order.
    readonly name: readonly Finding[]
    readonly born?: string
  }[]
  readonly phones?: readonly Finding[]
  readonly emails?: readonly Finding[]
  readonly numbers?: readonly Finding[]
  readonly addresses?: readonly string[]
}

export const findableIn = (subject: Pick<Case, 'applicant' | 'record' | 'uprns'>, finds: Finds): Findable => {
  const { applicant, record, uprns = [] } = subject
  const parts = record.sections.flatMap((section) => section.parts)
  const all = parts.flatMap(({ entries }) => entries)
  const people = parts.flatMap((part) => peopleIn(part, finds))
  return {
    people: people.some(({ name }) => name === applicant.name)
      ? people
      : [{ name: applicant.name, role: 'applicant' }, ...people],
    phones: [
      ...(applicant.phone === undefined ? [] : [applicant.phone]),
      ...linesOf(all, finds.phones).flatMap((line) => anyNumber(line) ?? []),
    ],
    emails: linesOf(all, finds.emails),
    numbers: linesOf(all, finds.numbers).map((line) => line.replace(/\s/g, '').toUpperCase()),
    uprns,
    places: all.filter(({ id }) => finds.addresses?.includes(id) === true).flatMap(placeIn),
  }
}

const linesOf = (entries: readonly Entry[], findings: readonly Finding[] = []): readonly string[] =>
  findings.flatMap((finding) => linesAt(entries, finding))

const linesAt = (entries: readonly Entry[], finding: Finding): readonly string[] => {
  const id = typeof finding === 'string' ? finding : finding.under
  const lines = entries.filter((entry) => entry.id === id).flatMap((entry) => entry.lines)
  if (typeof finding === 'string') return lines
  const begin = `${finding.label}: `
  return lines.filter((line) => line.startsWith(begin)).map((line) => line.slice(begin.length))
}

// A part with a title is one of a list: somebody else of the household.
const peopleIn = ({ title, entries }: RecordPart, { people }: Finds): readonly FindablePerson[] =>
  people.flatMap(({ role, name, born }) => {
    const line = (finding: Finding) => linesAt(entries, finding)[0]
    const called = name.flatMap((finding) => line(finding) ?? []).join(' ')
    const day = born === undefined ? undefined : dayFromWords(line(born) ?? '')
    const is = title === '' || role !== 'applicant' ? role : 'household'
    return called === '' ? [] : [{ name: called, role: is, ...(day === undefined ? {} : { born: day }) }]
  })

// The house is the number that its first line begins with.
const placeIn = ({ lines }: Entry): readonly FindablePlace[] => {
  const postcode = lines.map(postcodeOf).find((found) => found !== undefined)
  const house = /^\d+[a-z]?\b/i.exec(lines[0] ?? '')?.[0]?.toLowerCase()
  return postcode === undefined ? [] : [{ postcode, ...(house === undefined ? {} : { house }) }]
}
