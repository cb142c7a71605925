// A National Insurance number that was sent is not shown whole again.
import { describe, expect, it } from 'vitest'
import type { RecordSection } from '#domain/forms/answered/record.ts'
import { masked, withoutNumber } from '#web/show/citizen/masked.ts'

describe('A National Insurance number that was sent', () => {
  it.each([
    ['QQ 12 34 56 C', 'QQ ** ** ** C'],
    ['QQ123456C', 'QQ ** ** ** C'],
    ['It is QQ 123456 C, and his is AB 12 34 56 D.', 'It is QQ ** ** ** C, and his is AB ** ** ** D.'],
    // Nothing else is hidden.
    ['27 March 1986', '27 March 1986'],
    ['07700 900 123', '07700 900 123'],
    ['DT1 1XJ', 'DT1 1XJ'],
    ['£12,345.60', '£12,345.60'],
  ])('“%s” is shown as “%s”', (line, shown) => expect(withoutNumber(line)).toBe(shown))

  const entry = (key: string) => ({
    ...{ key, id: 'nationalInsurance', question: 'National Insurance number', sensitive: true },
    lines: ['Yes', 'QQ 12 34 56 C'],
  })
  const sections: readonly RecordSection[] = [
    { id: 'about-you', title: 'About you', parts: [{ title: '', entries: [entry('a/ni'), entry('a/other')] }] },
  ]
  const linesOf = (shown: readonly RecordSection[]) =>
    shown.flatMap(({ parts }) => parts.flatMap(({ entries }) => entries.map(({ lines }) => lines[1])))

  it('is hidden in every answer that was sent', () =>
    expect(linesOf(masked(sections))).toEqual(['QQ ** ** ** C', 'QQ ** ** ** C']))

  it('is shown on the page where it was just typed again, to be checked before it is sent', () =>
    expect(linesOf(masked(sections, ['a/ni']))).toEqual(['QQ 12 34 56 C', 'QQ ** ** ** C']))
})
