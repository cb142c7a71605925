// What applicants sent unasked, in worklists and on their case.
import type { News } from '#domain/cases/case.ts'
import { newsInWords } from '#domain/cases/news.ts'
import { inWords } from '#domain/day.ts'
import type { Tag } from '../tags.ts'

// "Message, documents: look by 7 December 2026"
export const newsTag = ({ of, by }: News): Tag => ({
  text: `${of.map((one) => newsInWords[one]).join(', ')}: look by ${inWords(by)}`,
  colour: 'orange',
})
