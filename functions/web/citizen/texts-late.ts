// While no texts are sent, each page that promises one says that it comes late, and what to do instead.
import type { Reply } from '../http.ts'
import { part } from '../render.ts'
import { paths } from '../show/site.ts'
import type { Counter } from './counter.ts'

const promises = /\b(?:we|will|still|and) text (?:you|it|your number)\b/i
// Most pages have no such word, and a search for it costs an eighth of the pattern.
const mayPromise = (body: string): boolean => body.includes(' text ') && promises.test(body)

const main = /<main [^>]*>/

export const withTextsLate = async ({ switches }: Pick<Counter, 'switches'>, reply: Reply): Promise<Reply> => {
  const { body } = reply
  if (body === undefined || !mayPromise(body) || !(await switches.now()).textsOff) return reply
  const late = part('parts/texts-late.njk', { byPhrase: paths.byPhrase })
  return { ...reply, body: body.replace(main, (opened) => `${opened}\n${late}`) }
}
