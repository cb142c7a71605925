// Check your answers: all that was answered, section by section, with a way to change each.
import type { RecordSection } from '#domain/forms/answered/record.ts'
import type { Variables } from '#web/template-runtime.ts'
import { onOneLine } from '../controls/entered.ts'
import { sitesOf } from '../site-pictures.ts'
import { summaryRows } from '../summary-rows.ts'
import { type Around, citizenPage } from './around.ts'
import type { AddressOf } from './journey-pages.ts'

export type CheckPage = {
  readonly around: Around
  readonly sections: readonly RecordSection[]
  // The address of a page, with the way back to here; absent for whoever may only see.
  readonly to?: AddressOf
  // The declaration's page.
  readonly next?: string
}

// More answers than these are shown section by section: all of a family's were 36,000 pixels on a phone.
const mostOpen = 40

export const checkPage = ({ around, sections, to, next }: CheckPage): string => {
  const title = 'Check your answers'
  const folded = total(sections.map(answersIn)) > mostOpen
  return citizenPage('check', around, { title }, { title, next, folded, sections: answerSections(sections, to) })
}

const answersIn = ({ parts }: RecordSection): number => total(parts.map(({ entries }) => entries.length))

const total = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0)

export const answerSections = (sections: readonly RecordSection[], to?: AddressOf): readonly Variables[] =>
  sections.map((section) => ({
    title: section.title,
    count: answersIn(section),
    parts: section.parts.map((part) => ({
      title: onOneLine(part.title),
      rows: summaryRows(
        part.entries.map(({ question, lines, key }) => ({
          question,
          lines,
          change: to?.(key) ?? '',
          hidden: part.title === '' ? lower(question) : `${lower(question)} for ${onOneLine(part.title)}`,
        })),
      ),
      sites: sitesOf(part.entries),
    })),
  }))

const lower = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1)
