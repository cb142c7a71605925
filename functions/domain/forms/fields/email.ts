// An email address. Linear-time, and generous: only what can never be delivered is refused.
import type { EmailQuestion } from '../question.ts'
import { single } from '../single.ts'

const words = 'Enter an email address in the correct format, like name@example.com'
const local = /^[A-Za-z0-9.!#$&'*+/=?^_`{|}~-]+$/
const label = /^[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?$/

export const email = single<EmailQuestion>({
  wrong: (value) => (isEmail(tidy(value)) ? undefined : words),
  answer: tidy,
  shown: (value) => [tidy(value)],
  example: (pick) => `name${pick(1000)}@example.com`,
})

// Phones make an apostrophe curly, and a copied link brings its scheme.
function tidy(value: string): string {
  return value
    .replace(/\p{Cf}/gu, '')
    .replace(/[‘’ʼ]/g, "'")
    .replace(/^mailto:/i, '')
}

const isEmail = (value: string): boolean => {
  if (value.length > 254) return false
  const at = value.lastIndexOf('@')
  const name = value.slice(0, at)
  const labels = value.slice(at + 1).split('.')
  if (
    at < 1 ||
    name.length > 64 ||
    !local.test(name) ||
    name.startsWith('.') ||
    name.endsWith('.') ||
    name.includes('..')
  )
    return false
  return (
    labels.length > 1 &&
    labels.every((part) => part.length < 64 && label.test(part)) &&
    /^[A-Za-z]{2,}$/.test(labels.at(-1) ?? '')
  )
}
