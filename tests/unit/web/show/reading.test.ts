// Pages of figures and feedback can be read by anybody, councillors with them (GOV.UK content guidance: write for a reading age of 9).
import { describe, expect, it } from 'vitest'
import { publicMeasuresSamples, staffMeasuresSamples } from '#tests/support/people/measures-samples.ts'
import { gradeOf, sentencesIn, wordsIn } from '#tests/support/reading.ts'

// The council’s own furniture, and headings that name a service, are on every page.
const mainOf = (html: string): string => /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? ''
const around = { user: { name: 'A manager', role: 'Team manager' }, csrf: 'token' }
const pages = Object.entries({ ...publicMeasuresSamples, ...staffMeasuresSamples(around) }).map(([name, html]) => ({
  name,
  said: sentencesIn(mainOf(html)),
}))

describe('pages of figures, the public’s and those of staff', () => {
  it('know easy words from hard ones', () => {
    expect(gradeOf(['The cat sat on the mat.', 'We told you so.'])).toBeLessThan(2)
    expect(gradeOf(['Organisational interoperability necessitates comprehensive documentation.'])).toBeGreaterThan(12)
  })

  it.each(pages)('are written for grade 8 at most: $name', ({ said }) => {
    expect(said.length).toBeGreaterThan(0)
    expect(gradeOf(said)).toBeLessThanOrEqual(8)
  })

  it('are written for grade 6 in the middle, in sentences of 25 words at most', () => {
    const grades = pages.map(({ said }) => gradeOf(said)).toSorted((a, b) => a - b)
    expect(grades[Math.floor(grades.length / 2)]).toBeLessThanOrEqual(6)
    for (const sentence of pages.flatMap(({ said }) => said))
      expect([sentence, wordsIn(sentence).length <= 25]).toEqual([sentence, true])
  })
})
