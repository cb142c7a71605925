// A National Insurance number that was sent is not shown whole again.
import { describe, expect, it } from 'vitest'
import type { RecordSection } from '#domain/forms/answered/record.ts'
import { masked, withoutNumber } from '#web/show/citizen/masked.ts'
import { maskedLines } from '#web/show/staff/case/masks.ts'

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

describe('An answer that tells who somebody is, before staff ask for it whole', () => {
  it.each([
    ['How can we reach you safely?', 'Their phone number: 07700 900 205', 'Their phone number: Number ending 205'],
    ['Mobile number', '07700 900 123', 'Number ending 123'],
    ['Another number', '+353 1 234 5678', 'Number ending 678'],
    ['Email address', 'ada@example.com', 'Address beginning with a'],
    ['What is Ada’s date of birth?', '27 March 1986', 'Aged 40'],
    ['Ada Okoro: Date of birth', '23 November 2026', 'Aged 0'],
    ['National Insurance number', 'QQ 12 34 56 C', 'QQ ** ** ** C'],
    // Nothing else is hidden.
    ['When did you move in?', '27 March 1986', '27 March 1986'],
    ['How many rooms?', '0', '0'],
    ['Where do you live?', '12 High Street, DT1 1XJ', '12 High Street, DT1 1XJ'],
    ['Savings', '£12,345.60', '£12,345.60'],
  ])('“%s: %s” is shown as “%s”', (question, line, shown) =>
    expect(maskedLines({ question, lines: [line] }, '2026-11-23')).toEqual([shown]),
  )
})
