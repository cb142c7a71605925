// The sort of page that an address is of: what it names is left out.
import type { Service } from '#services/service.ts'

const fixed = [
  'tasks',
  'check-your-answers',
  'what-we-think-so-far',
  'declaration',
  'confirmation',
  'save',
  'recovery-phrase',
  'queue',
]
const open = [
  '/',
  '/accessibility',
  '/privacy',
  '/cookies',
  '/contact',
  '/texts',
  '/performance',
  '/my-applications',
  '/return',
]

// An address, or a pattern that was made of one. Undefined for every other text.
export const patternOf = (services: readonly Service[], path: string): string | undefined => {
  if (open.includes(path)) return path
  const [, id = '', second, ...rest] = path.split('/')
  const service = services.find((one) => one.id === id)
  if (service === undefined) return undefined
  if (second === undefined || fixed.includes(second)) return path.split('/').slice(0, 3).join('/')
  return pageOf(service, second, rest)
}

// A page of a form is no secret; whose it is, and which of several people it is about, is.
const pageOf = ({ id, form }: Service, second: string, rest: readonly string[]): string | undefined => {
  const section = form.sections.find((one) => one.id === second && !(one.is === 'pages' && one.exit === true))
  if (section === undefined) return `/${id}`
  const page = rest.filter((part) => part !== 'exit').find((part) => section.pages.some((one) => one.id === part))
  return page === undefined ? `/${id}/${second}` : `/${id}/${second}/${page}`
}
