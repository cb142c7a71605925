// Forms, and pages of figures and feedback, can be read by anybody (GOV.UK content guidance: write for a reading age of 9).
import { describe, expect, it } from 'vitest'
import { services } from '#services/catalogue.ts'
import { publicMeasuresSamples, staffMeasuresSamples } from '#tests/support/people/measures-samples.ts'
import { gradeOf, sentencesIn, wordsIn } from '#tests/support/reading.ts'
import { walkedPages } from '#tests/support/walked-pages.ts'

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

// “What we think so far” names law and schemes in its working, which opens for whoever asks for it.
const asked = walkedPages().filter(([where]) => !where.endsWith('what-we-think-so-far'))

describe('what an applicant is asked, and agrees to', () => {
  it('is written for grade 8 at most on each page, and for grade 5 in all', () => {
    const pagesOf = [...new Map(asked.map(([where, html]) => [mainOf(html), where]))]
    const hard = pagesOf.map(([html, where]) => ({ where, grade: gradeOf(sentencesIn(html)) }))
    expect(hard.length).toBeGreaterThan(200)
    expect(hard.filter(({ grade }) => grade > 8)).toEqual([])
    expect(gradeOf(pagesOf.flatMap(([html]) => sentencesIn(html)))).toBeLessThanOrEqual(5)
  })

  it.each(services.map(({ id, form: { declaration } }) => ({ id, declaration })))(
    'is declared in words for grade 8 at most: $id',
    ({ declaration: { statements, agree } }) => {
      expect(gradeOf([...statements, agree])).toBeLessThanOrEqual(8)
    },
  )
})
