// What a link to feedback says of the page that it stands on: which sort of page, the form's version, and what was wrong there. It is
// signed, so that nobody makes it up, and it names nobody (docs/rules/measures.md, "Feedback").
import { paths } from '#web/show/site.ts'
import type { Counter } from '../counter.ts'
import { serviceAt } from '../where.ts'
import { patternOf } from './pattern.ts'

type Signing = Pick<Counter, 'keys' | 'services'>

export type AboutPage = {
  readonly page: string
  readonly formVersion?: number
  // The field that was wrong, or the status of a page that says what went wrong.
  readonly problem?: string
}

const between = '~'
const most = 200

/** The address of feedback, as the page at `path` links to it. */
export const feedbackFrom =
  (signing: Signing, path: string) =>
  (problem = ''): string => {
    const page = patternOf(signing.services, path)
    if (page === undefined) return paths.feedback
    const version = serviceAt(signing.services, page)?.form.version ?? ''
    const said = [page, version, isSaid(page, problem) ? problem : ''].join(between)
    return `${paths.feedback}?p=${said}${between}${markOf(signing, said)}`
  }

/** All that surrounds a page that is the same for everybody. */
export const feedbackOn = (signing: Signing, path: string) => ({ feedback: feedbackFrom(signing, path) })

// Of a section that has "Exit this page" nothing is told but its service: no field either.
const isSaid = (page: string, problem: string): boolean =>
  /^\d{3}$/.test(problem) || (/^[\w.-]{1,60}$/.test(problem) && page.split('/').length > 2)

const markOf = ({ keys }: Pick<Signing, 'keys'>, said: string): string => keys.hash('feedback about', said).slice(0, 16)

/** Undefined where it is not ours, or names a page that is not there any more. */
export const aboutPageIn = (signing: Signing, given: string): AboutPage | undefined => {
  if (given.length > most) return undefined
  const [page = '', version = '', problem = '', mark = ''] = given.split(between)
  if (!signing.keys.same(mark, markOf(signing, [page, version, problem].join(between)))) return undefined
  if (patternOf(signing.services, page) !== page) return undefined
  return {
    page,
    ...(version === '' ? {} : { formVersion: Number(version) }),
    ...(problem === '' ? {} : { problem }),
  }
}
