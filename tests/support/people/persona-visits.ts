// Sends a persona's answers to the handlers, page by page, without their mistakes: for tests of what comes after the form.
import type { Typed } from '#domain/forms/kind.ts'
import * as sample from '../sample-files.ts'
import { pathOf, postFile } from '../worlds/upload-world.ts'
import type { Answered, Visitor } from '../worlds/visitor.ts'
import type { Persona, PersonaStep } from './personas.ts'

export const answerAs = async (person: Visitor, persona: Persona): Promise<Answered> => {
  await person.get(`/${persona.service}`)
  await person.post(`/${persona.service}/start`, {})
  for (const step of persona.steps) await answer(person, persona.service, step)
  return person.get(`/${persona.service}/check-your-answers`)
}

const answer = async (person: Visitor, service: string, step: PersonaStep): Promise<void> => {
  const path = `/${service}/${step.key}`
  if (step.is === 'list') await person.post(path, { another: step.another })
  else {
    if (step.upload !== undefined) {
      await person.get(path)
      await sendUpload(person, step.upload)
    }
    await person.post(path, await chosen(person, path, step.typed))
    if (step.exit?.continues === true) await person.post(`${path}/exit`, { do: 'continue' })
  }
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

// From the upload page that is open; then, as the page says, see if the file is there.
export const sendUpload = async (person: Visitor, name: string): Promise<void> => {
  const sent = await postFile(person.last().html, { name, content: sample.named(name) })
  for (let left = 200; left > 0; left -= 1) {
    await person.get(pathOf(sent.location))
    if (!person.last().html.includes('See if the check is done')) return
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
}
