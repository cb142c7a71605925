// Sends a persona's answers to the handlers, page by page, without their mistakes: for tests of what comes after the form.
import type { Typed } from '#domain/forms/kind.ts'
import * as sample from '../sample-files.ts'
import { pathOf, postFrom } from '../worlds/upload-world.ts'
import { type Answered, titleIn, type Visitor } from '../worlds/visitor.ts'
import { type Persona, type PersonaStep, personaOf } from './personas.ts'
import { referenceOn } from './reference-on.ts'

export const answerAs = (person: Visitor, persona: Persona): Promise<Answered> =>
  walkTo(person, persona, 'check-your-answers')

// `from`: a page where they stand already; without it they begin. `instead`: typed at a page in the
// place of what the persona types there.
type Way = { readonly from?: string; readonly instead?: Readonly<Record<string, Typed>> }

// Answers as the persona does until a page, and stands on it: a test that starts in the middle of a
// form need not know what is asked before.
export const walkTo = async (
  person: Visitor,
  { service, steps }: Persona,
  page: string,
  { from, instead = {} }: Way = {},
): Promise<Answered> => {
  if (from === undefined) await begin(person, service)
  const [first, last] = [from ?? steps[0]?.key, page].map((key) => steps.findIndex((step) => step.key === key))
  for (const step of steps.slice(first, last === -1 ? undefined : last))
    await answer(person, service, step.is === 'page' ? { ...step, typed: instead[step.key] ?? step.typed } : step)
  return person.get(`/${service}/${page}`)
}

const begin = async (person: Visitor, service: string): Promise<void> => {
  await person.get(`/${service}`)
  // A form of its own, whatever else they have begun.
  await person.post(`/${service}/start`, { do: 'another' })
}

// The page that each answer leads to is looked at in the tests of the form itself.
const answer = async (person: Visitor, service: string, step: PersonaStep): Promise<void> => {
  const path = `/${service}/${step.key}`
  if (step.is === 'list') return goOn(person, path, { another: step.another })
  if (step.upload !== undefined) {
    await person.get(path)
    await sendUpload(person, step.upload)
  }
  await goOn(person, path, await chosen(person, path, step.typed))
  if (step.exit?.continues === true) await goOn(person, `${path}/exit`, { do: 'continue' })
}

const goOn = async (person: Visitor, path: string, typed: Typed | Readonly<Record<string, string>>): Promise<void> => {
  const { status } = await person.send(path, typed)
  if (status !== 303) throw new Error(`The answer at ${path} leads nowhere: status ${status}`)
}

// "first" is the first day or time that the page offers.
const chosen = async (person: Visitor, path: string, typed: Typed): Promise<Typed> => {
  if (!Object.values(typed).some(([value]) => value === 'first')) return typed
  const { html } = await person.get(path)
  return Object.fromEntries(
    Object.entries(typed).map(([name, values]) => [name, values[0] === 'first' ? [firstOffered(html, name)] : values]),
  )
}

export const firstOffered = (html: string, name: string): string =>
  new RegExp(`name="${name}"[^>]*value="([^"]+)"`).exec(html)?.[1] ?? ''

// Agrees to the declaration and sends. Gives the reference that the confirmation shows.
export const agreeAndSend = async (person: Visitor, service: string): Promise<string> => {
  await person.get(`/${service}/declaration`)
  const { html } = await person.post(`/${service}/declaration`, { agree: 'yes' })
  const reference = referenceOn(html)
  if (reference === '') throw new Error(`Nothing was sent: the page is “${titleIn(html)}”`)
  return reference
}

// From the upload page that is open; then, as the page says, see if the file is there.
export const sendUpload = async (person: Visitor, name: string): Promise<void> => {
  const sent = await postFrom(person, { name, content: sample.named(name) })
  for (let left = 200; left > 0; left -= 1) {
    await person.get(pathOf(sent.location))
    if (!person.last().html.includes('See if the check is done')) return
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
}

type Named = {
  readonly ways?: readonly string[]
  readonly phone?: string
  readonly email?: string
  readonly firstName?: string
  // A date of birth, 3 April 1985, is asked of whoever comes back; without it a code is enough.
  readonly born?: boolean
}

// A housing form with safe ways, a number or an address, and a name: for tests of who may open it.
// Gives its reference.
export const namedForm = async (person: Visitor, given: Named): Promise<string> => {
  const { ways = ['text'], phone = '', email = '', firstName = 'Zebedee', born = false } = given
  await walkTo(person, personaOf('housing-single-renter'), 'about-you/name', {
    instead: {
      'before/safe-contact': { safeWays: ways },
      'before/mobile': { mobile: [phone], email: [email], textReminders: ['no'] },
    },
  })
  await person.post('/housing/about-you/name', { firstName, lastName: 'Owner', ...(born ? others : {}) })
  return /Your reference is (?:<strong>)?(\w+)/.exec((await person.get('/housing/tasks')).html)?.[1] ?? ''
}

const others = {
  ...{ otherNames: 'no', sex: 'male' },
  ...{ 'dateOfBirth-day': '3', 'dateOfBirth-month': '4', 'dateOfBirth-year': '1985' },
}
